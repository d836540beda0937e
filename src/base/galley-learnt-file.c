/* galley-learnt-file.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/galley-learnt-file.h"

#include <string.h>

#include "base/galley-crc.h"
#include "base/galley-error.h"

/**
 * galley_learnt_file_refuse:
 * @why: a sentence
 * @error: becomes a #GALLEY_ERROR_MODEL
 *
 * Returns: %FALSE
 */
gboolean
galley_learnt_file_refuse (const char *why, GError **error)
{
  g_set_error_literal (error, GALLEY_ERROR, GALLEY_ERROR_MODEL, why);
  return FALSE;
}

/**
 * galley_learnt_file_is_text:
 * @text: (array length=size): a field that is filled with NUL
 *
 * Returns: whether it is UTF-8 and ends before the field does
 */
gboolean
galley_learnt_file_is_text (const char *text, gsize size)
{
  return text[size - 1] == '\0' && g_utf8_validate (text, -1, NULL);
}

/* A resource or a mapped file is aligned; whoever passes a slice of something else pays for a copy.
 */
static GBytes *
align_bytes (GBytes *bytes)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (GPOINTER_TO_SIZE (data) % sizeof (guint32) == 0)
    return g_bytes_ref (bytes);
  return g_bytes_new (data, size);
}

static gboolean
check_start (
    const GalleyLearntStart *start, gsize size, const char *magic, guint32 format, GError **error)
{
  const guint8 *checked = (const guint8 *) start + GALLEY_LEARNT_CHECKED_FROM;

  if (memcmp (start->magic, magic, sizeof start->magic) != 0)
    return galley_learnt_file_refuse ("The model file does not begin as a model does.", error);
  if (GUINT32_FROM_LE (start->byte_order) != GALLEY_LEARNT_BYTE_ORDER)
    return galley_learnt_file_refuse ("The model file has its bytes in the wrong order.", error);
  if (GUINT32_FROM_LE (start->format) != format)
    return galley_learnt_file_refuse (
        "The model file is of a version that this build does not read.", error);
  if (GUINT32_FROM_LE (start->size) != size)
    return galley_learnt_file_refuse ("The model file is cut short or too long.", error);
  if (galley_crc32 (checked, size - GALLEY_LEARNT_CHECKED_FROM) != GUINT32_FROM_LE (start->crc))
    return galley_learnt_file_refuse ("The model file is damaged.", error);
  return TRUE;
}

/**
 * galley_learnt_file_check:
 * @bytes: a file of learnt numbers
 * @magic: the eight characters that it begins with
 * @format: the version of its layout
 * @header_size: how long it is at least
 * @error: a #GALLEY_ERROR_MODEL where it is another file, cut short or damaged
 *
 * The checksum guards against accidents; what follows the start still has to be held against a file
 * that was made to do harm.
 *
 * Returns: (transfer full) (nullable): the file, in place wherever it is aligned
 */
GBytes *
galley_learnt_file_check (
    GBytes *bytes, const char *magic, guint32 format, gsize header_size, GError **error)
{
  g_autoptr (GBytes) aligned = align_bytes (bytes);
  gsize size;
  const GalleyLearntStart *start = g_bytes_get_data (aligned, &size);

  if (size < header_size)
    {
      galley_learnt_file_refuse ("The model file is too short.", error);
      return NULL;
    }
  return check_start (start, size, magic, format, error) ? g_steal_pointer (&aligned) : NULL;
}

/**
 * galley_learnt_file_seal:
 * @data: (inout) (array length=size): a file whose other fields are filled in
 *
 * Writes length and checksum into it.
 */
void
galley_learnt_file_seal (gpointer data, gsize size)
{
  GalleyLearntStart *start = data;
  const guint8 *checked = (const guint8 *) data + GALLEY_LEARNT_CHECKED_FROM;

  start->size = GUINT32_TO_LE ((guint32) size);
  start->crc = GUINT32_TO_LE (galley_crc32 (checked, size - GALLEY_LEARNT_CHECKED_FROM));
}
