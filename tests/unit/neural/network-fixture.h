/* network-fixture.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "neural/galley-network-file.h"

/* What src/train/deep/fixtures.py wrote: of each text, by number, its tensors. */

static inline GBytes *
fixture_read (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "unit", "neural", "data", name, NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

static inline GalleyNetworkFile *
fixture_open (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  GalleyNetworkFile *file = galley_network_file_new (bytes, &error);

  g_assert_no_error (error);
  return file;
}

/* A text's tensor as floats, row after row; NULL where there is no such text. */
static inline float *
fixture_get_floats (const GalleyNetworkFile *file,
                    guint text,
                    const char *name,
                    GalleyTensor *tensor)
{
  g_autofree char *full = g_strdup_printf ("%u.%s", text, name);
  float *numbers;

  if (!galley_network_file_find (file, full, tensor))
    return NULL;
  numbers = g_new (float, (gsize) tensor->rows * tensor->columns + 1);
  galley_tensor_copy_rows (tensor, 0, tensor->rows, numbers);
  return numbers;
}

static inline GBytes *
fixture_get_text (const GalleyNetworkFile *file, guint text)
{
  g_autofree char *full = g_strdup_printf ("%u.text", text);

  return galley_network_file_get_bytes (file, full);
}
