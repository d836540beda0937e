/* galley-metadata.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-metadata.h"

#include <string.h>

/**
 * galley_metadata_new:
 *
 * Returns: (transfer full): metadata of which nothing is known but that it is news
 */
GalleyMetadata *
galley_metadata_new (void)
{
  GalleyMetadata *self = g_atomic_rc_box_new0 (GalleyMetadata);

  self->type_of_work = g_intern_static_string ("news");
  self->blocks = g_array_new (FALSE, FALSE, sizeof (GalleyBlock));

  return self;
}

/**
 * galley_metadata_copy:
 *
 * Returns: (transfer full): a copy that may be changed until it is handed on
 */
GalleyMetadata *
galley_metadata_copy (const GalleyMetadata *self)
{
  GalleyMetadata *copy = galley_metadata_new ();

  copy->title = g_strdup (self->title);
  copy->byline = g_strdup (self->byline);
  copy->site_name = g_strdup (self->site_name);
  copy->published_time = g_strdup (self->published_time);
  copy->lang = g_strdup (self->lang);
  copy->type_of_work = self->type_of_work;
  copy->uri = g_strdup (self->uri);
  g_array_append_vals (copy->blocks, self->blocks->data, self->blocks->len);

  return copy;
}

GalleyMetadata *
galley_metadata_ref (const GalleyMetadata *self)
{
  return g_atomic_rc_box_acquire ((GalleyMetadata *) self);
}

static void
galley_metadata_clear (gpointer data)
{
  GalleyMetadata *self = data;

  g_free (self->title);
  g_free (self->byline);
  g_free (self->site_name);
  g_free (self->published_time);
  g_free (self->lang);
  g_free (self->uri);
  g_array_unref (self->blocks);
}

void
galley_metadata_unref (const GalleyMetadata *self)
{
  g_atomic_rc_box_release_full ((GalleyMetadata *) self, galley_metadata_clear);
}

static gboolean
blocks_equal (GArray *a, GArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const GalleyBlock *x = &g_array_index (a, GalleyBlock, i);
      const GalleyBlock *y = &g_array_index (b, GalleyBlock, i);

      if (x->type != y->type || x->start != y->start || x->end != y->end)
        return FALSE;
    }

  return TRUE;
}

gboolean
galley_metadata_equal (const GalleyMetadata *a, const GalleyMetadata *b)
{
  return a == b
         || (g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->byline, b->byline) == 0
             && g_strcmp0 (a->site_name, b->site_name) == 0
             && g_strcmp0 (a->published_time, b->published_time) == 0
             && g_strcmp0 (a->lang, b->lang) == 0 && a->type_of_work == b->type_of_work
             && g_strcmp0 (a->uri, b->uri) == 0 && blocks_equal (a->blocks, b->blocks));
}

/**
 * galley_metadata_add_block:
 * @type: an id of %GALLEY_TERMS_BLOCK
 *
 * Adds a block behind the last one.
 */
void
galley_metadata_add_block (GalleyMetadata *self, const char *type, guint start, guint end)
{
  GalleyBlock block = { g_intern_string (type), start, end };

  g_return_if_fail (start < end);
  g_return_if_fail (self->blocks->len == 0
                    || g_array_index (self->blocks, GalleyBlock, self->blocks->len - 1).end
                           <= start);

  g_array_append_val (self->blocks, block);
}

/**
 * galley_metadata_is_english:
 *
 * Returns: %FALSE if the article is known to be in another language, of which only direct quotes
 *   are found
 */
gboolean
galley_metadata_is_english (const GalleyMetadata *self)
{
  gsize length = self->lang != NULL ? strcspn (self->lang, "-_") : 0;

  return length == 0 || (length == 2 && g_ascii_strncasecmp (self->lang, "en", 2) == 0);
}

/**
 * galley_metadata_get_block_at:
 * @offset: a code point
 *
 * Returns: (nullable): the block that holds @offset, borrowed
 */
const GalleyBlock *
galley_metadata_get_block_at (const GalleyMetadata *self, guint offset)
{
  guint low = 0, high = self->blocks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const GalleyBlock *block = &g_array_index (self->blocks, GalleyBlock, middle);

      if (offset < block->start)
        high = middle;
      else if (offset >= block->end)
        low = middle + 1;
      else
        return block;
    }

  return NULL;
}
