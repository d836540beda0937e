/* test-network-file.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "base/galley-error.h"
#include "neural/galley-network-file-private.h"
#include "neural/galley-network-file.h"

#define N_TENSORS 3
#define DATA_AT   (GALLEY_NETWORK_HEADER_SIZE + N_TENSORS * GALLEY_NETWORK_ENTRY_SIZE)
#define FILE_SIZE (DATA_AT + 2 * GALLEY_NETWORK_ALIGNMENT + 14)

/* A text, 2 × 3 floats, and 2 × 3 whole numbers of 8 bits. */
static const GalleyNetworkEntry entries[N_TENSORS] = {
  { "words", GALLEY_TENSOR_BYTES, 1, 5, DATA_AT },
  { "norm", GALLEY_TENSOR_FLOAT, 2, 3, DATA_AT + GALLEY_NETWORK_ALIGNMENT },
  { "weight", GALLEY_TENSOR_INT8, 2, 3, DATA_AT + 2 * GALLEY_NETWORK_ALIGNMENT },
};

static void
put_u32 (guint8 *place, guint32 value)
{
  value = GUINT32_TO_LE (value);
  memcpy (place, &value, sizeof value);
}

static void
put_float (guint8 *place, float value)
{
  guint32 bits;

  memcpy (&bits, &value, sizeof bits);
  put_u32 (place, bits);
}

static guint8 *
make_file (void)
{
  static const gint8 whole[] = { -127, 0, 127, 1, 2, 3 };
  guint8 *data = g_malloc0 (FILE_SIZE);
  guint8 *place = data + GALLEY_NETWORK_HEADER_SIZE;

  memcpy (data, GALLEY_NETWORK_MAGIC, 8);
  put_u32 (data + 8, GALLEY_LEARNT_BYTE_ORDER);
  put_u32 (data + 12, GALLEY_NETWORK_FORMAT);
  put_u32 (data + 24, N_TENSORS);
  memcpy (data + 28, "test-1", 6);
  for (guint i = 0; i < N_TENSORS; i++, place += GALLEY_NETWORK_ENTRY_SIZE)
    {
      memcpy (place, entries[i].name, GALLEY_NETWORK_NAME_SIZE);
      put_u32 (place + 48, entries[i].type);
      put_u32 (place + 52, entries[i].rows);
      put_u32 (place + 56, entries[i].columns);
      put_u32 (place + 60, entries[i].offset);
    }
  memcpy (data + entries[0].offset, "a\nb\nc", 5);
  for (guint i = 0; i < 6; i++)
    put_float (data + entries[1].offset + 4 * i, (float) i / 2);
  put_float (data + entries[2].offset, 0.5f);
  put_float (data + entries[2].offset + 4, -2);
  memcpy (data + entries[2].offset + 8, whole, sizeof whole);
  galley_learnt_file_seal (data, FILE_SIZE);
  return data;
}

static void
test_read (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (make_file (), FILE_SIZE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyNetworkFile) file = galley_network_file_new (bytes, &error);
  g_autoptr (GBytes) words = NULL;
  GalleyTensor tensor;
  float numbers[6];
  float scales[2];

  g_assert_no_error (error);
  g_assert_cmpstr (galley_network_file_get_version (file), ==, "test-1");
  words = galley_network_file_get_bytes (file, "words");
  g_assert_cmpmem (g_bytes_get_data (words, NULL), g_bytes_get_size (words), "a\nb\nc", 5);
  g_assert_null (galley_network_file_get_bytes (file, "norm"));
  g_assert_null (galley_network_file_get_bytes (file, "word"));

  g_assert_true (galley_network_file_find (file, "norm", &tensor));
  g_assert_cmpint (tensor.type, ==, GALLEY_TENSOR_FLOAT);
  g_assert_cmpuint (tensor.rows, ==, 2);
  g_assert_cmpuint (tensor.columns, ==, 3);
  galley_tensor_copy_rows (&tensor, 1, 1, numbers);
  g_assert_cmpfloat (numbers[0], ==, 1.5f);
  g_assert_cmpfloat (numbers[2], ==, 2.5f);

  g_assert_true (galley_network_file_find (file, "weight", &tensor));
  galley_tensor_copy_rows (&tensor, 0, 2, numbers);
  g_assert_cmpfloat (numbers[0], ==, -63.5f);
  g_assert_cmpfloat (numbers[2], ==, 63.5f);
  g_assert_cmpfloat (numbers[5], ==, -6);
  galley_tensor_add_row (&tensor, 1, numbers);
  g_assert_cmpfloat (numbers[0], ==, -65.5f);
  galley_tensor_copy_whole (&tensor, numbers, scales);
  g_assert_cmpfloat (numbers[2], ==, 127);
  g_assert_cmpfloat (numbers[3], ==, 1);
  g_assert_cmpfloat (scales[1], ==, -2);
}

static void
assert_refused (gconstpointer data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyNetworkFile) file = galley_network_file_new (bytes, &error);

  g_assert_null (file);
  g_assert_error (error, GALLEY_ERROR, GALLEY_ERROR_MODEL);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_cut_short (void)
{
  g_autofree guint8 *data = make_file ();

  for (gsize length = 0; length < FILE_SIZE; length++)
    assert_refused (data, length);
}

static void
test_too_long (void)
{
  g_autofree guint8 *data = make_file ();
  g_autofree guint8 *longer = g_malloc0 (FILE_SIZE + 1);

  memcpy (longer, data, FILE_SIZE);
  assert_refused (longer, FILE_SIZE + 1);
}

/* Every bit of the file matters. */
static void
test_flipped (void)
{
  g_autofree guint8 *data = make_file ();

  for (gsize bit = 0; bit < 8 * FILE_SIZE; bit++)
    {
      data[bit / 8] ^= (guint8) (1u << bit % 8);
      assert_refused (data, FILE_SIZE);
      data[bit / 8] ^= (guint8) (1u << bit % 8);
    }
}

static void
test_other_version (void)
{
  g_autofree guint8 *data = make_file ();

  put_u32 (data + 12, GALLEY_NETWORK_FORMAT + 1);
  assert_refused (data, FILE_SIZE);
}

/* The largest tensor twice, so that less can be in the file than it says. */
static void
test_overlap (void)
{
  g_autofree guint8 *data = make_file ();
  guint8 *entry = data + GALLEY_NETWORK_HEADER_SIZE;

  for (guint i = 0; i < 2; i++, entry += GALLEY_NETWORK_ENTRY_SIZE)
    {
      put_u32 (entry + 48, GALLEY_TENSOR_BYTES);
      put_u32 (entry + 52, 1);
      put_u32 (entry + 56, FILE_SIZE);
      put_u32 (entry + 60, 0);
    }
  galley_learnt_file_seal (data, FILE_SIZE);
  assert_refused (data, FILE_SIZE);
}

/* A right checksum over numbers that cannot be: a file that was made to do harm. Whatever is
 * accepted can be read to its end. */
static void
test_forged (void)
{
  static const guint32 extremes[] = { 0, 1, 64, 0x7fffffc0, 0x80000000, 0xffffffc0, 0xffffffff };

  for (gsize place = GALLEY_LEARNT_CHECKED_FROM; place < DATA_AT; place += 4)
    for (guint i = 0; i < G_N_ELEMENTS (extremes); i++)
      {
        g_autofree guint8 *forged = make_file ();
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (GalleyNetworkFile) file = NULL;

        put_u32 (forged + place, extremes[i]);
        galley_learnt_file_seal (forged, FILE_SIZE);
        bytes = g_bytes_new_take (g_steal_pointer (&forged), FILE_SIZE);
        file = galley_network_file_new (bytes, NULL);
        for (guint tensor = 0; file != NULL && tensor < N_TENSORS; tensor++)
          {
            GalleyTensor found = { 0 };
            float numbers[FILE_SIZE];

            if (galley_network_file_find (file, entries[tensor].name, &found)
                && found.type != GALLEY_TENSOR_BYTES)
              for (guint32 row = 0; row < MIN (found.rows, FILE_SIZE); row++)
                galley_tensor_copy_rows (&found, row, 1, numbers);
          }
      }
}

static void
test_unaligned (void)
{
  g_autofree guint8 *data = make_file ();
  g_autofree guint8 *shifted = g_malloc (FILE_SIZE + 1);
  g_autoptr (GBytes) slice = NULL;
  g_autoptr (GalleyNetworkFile) file = NULL;
  g_autoptr (GError) error = NULL;

  memcpy (shifted + 1, data, FILE_SIZE);
  slice = g_bytes_new_static (shifted + 1, FILE_SIZE);
  file = galley_network_file_new (slice, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network-file/read", test_read);
  g_test_add_func ("/network-file/cut-short", test_cut_short);
  g_test_add_func ("/network-file/too-long", test_too_long);
  g_test_add_func ("/network-file/flipped", test_flipped);
  g_test_add_func ("/network-file/other-version", test_other_version);
  g_test_add_func ("/network-file/overlap", test_overlap);
  g_test_add_func ("/network-file/forged", test_forged);
  g_test_add_func ("/network-file/unaligned", test_unaligned);
  return g_test_run ();
}
