/* galley-offsets.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/galley-offsets.h"

#define STEP 256 /* bytes between two known places */

struct _GalleyOffsets
{
  const char *text; /* borrowed */
  gsize length;     /* bytes */
  guint n_chars;
  guint n_steps;
  guint *chars; /* how many code points begin before byte i * STEP */
};

static inline gboolean
begins_char (char byte)
{
  return ((guchar) byte & 0xc0) != 0x80;
}

/**
 * galley_offsets_new:
 * @text: valid UTF-8; borrowed, must live as long as the result
 * @length: the length of @text in bytes
 *
 * Returns: (transfer full): the table of @text
 */
GalleyOffsets *
galley_offsets_new (const char *text, gsize length)
{
  GalleyOffsets *self = g_atomic_rc_box_new0 (GalleyOffsets);
  guint count = 0;

  self->text = text;
  self->length = length;
  self->n_steps = (guint) (length / STEP) + 1;
  self->chars = g_new (guint, self->n_steps);

  for (gsize i = 0; i < length; i++)
    {
      if (i % STEP == 0)
        self->chars[i / STEP] = count;
      count += begins_char (text[i]);
    }
  if (length % STEP == 0)
    self->chars[length / STEP] = count;
  self->n_chars = count;

  return self;
}

GalleyOffsets *
galley_offsets_ref (GalleyOffsets *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
galley_offsets_clear (gpointer data)
{
  GalleyOffsets *self = data;

  g_free (self->chars);
}

void
galley_offsets_unref (GalleyOffsets *self)
{
  g_atomic_rc_box_release_full (self, galley_offsets_clear);
}

guint
galley_offsets_get_n_chars (const GalleyOffsets *self)
{
  return self->n_chars;
}

/**
 * galley_offsets_to_char:
 * @byte: an offset in bytes; beyond the end counts as the end
 *
 * Returns: how many code points begin before @byte
 */
guint
galley_offsets_to_char (const GalleyOffsets *self, gsize byte)
{
  guint count;

  if (byte >= self->length)
    return self->n_chars;

  count = self->chars[byte / STEP];
  for (gsize i = byte / STEP * STEP; i < byte; i++)
    count += begins_char (self->text[i]);

  return count;
}

/**
 * galley_offsets_to_byte:
 * @character: an offset in code points; beyond the end counts as the end
 *
 * Returns: the offset in bytes at which that code point begins
 */
gsize
galley_offsets_to_byte (const GalleyOffsets *self, guint character)
{
  guint low = 0, high = self->n_steps;
  gsize byte;
  guint count;

  if (character >= self->n_chars)
    return self->length;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->chars[middle] <= character)
        low = middle;
      else
        high = middle;
    }

  byte = (gsize) low * STEP;
  count = self->chars[low];
  while (!begins_char (self->text[byte]) || count < character)
    count += begins_char (self->text[byte++]);

  return byte;
}
