/* galley-article-load.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-article-text-private.h"

/* What is put into the buffer in one go: takes 15 ms. Most articles are a hundredth of it. */
#define SLICE (1024 * 1024)

/* One past the last line break in the @length bytes at @text, or, without one, the last beginning
 * of a character; all of it where it is no longer than a slice. */
static gsize
measure_slice (const char *text, gsize length)
{
  const char *newline;

  if (length <= SLICE)
    return length;

  newline = g_strrstr_len (text, SLICE, "\n");
  if (newline != NULL)
    return (gsize) (newline + 1 - text);

  return (gsize) (g_utf8_find_prev_char (text, text + SLICE + 1) - text);
}

static gboolean
load_slice (GalleyArticleText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  g_autofree char *slice = NULL;
  const char *text;
  gsize length;
  gsize n_bytes;
  GtkTextIter end;

  text = galley_display_map_get_text (self->map, &length) + self->n_loaded;
  n_bytes = measure_slice (text, length - self->n_loaded);
  /* GTK tells assistive technologies of the text up to a NUL, whatever the length says. */
  slice = g_strndup (text, n_bytes);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, slice, (int) n_bytes);
  self->n_loaded += n_bytes;

  return self->n_loaded < length;
}

static gboolean
load_cb (gpointer user_data)
{
  GalleyArticleText *self = user_data;

  if (load_slice (self))
    return G_SOURCE_CONTINUE;

  self->load_source = 0;
  galley_article_text_style_blocks (self);

  return G_SOURCE_REMOVE;
}

/* Begins with what is seen first; the rest follows when there is nothing more urgent. */
void
_galley_article_text_load (GalleyArticleText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start;

  g_clear_handle_id (&self->load_source, g_source_remove);
  self->n_loaded = 0;
  gtk_text_buffer_set_text (buffer, "", 0);
  if (self->map == NULL)
    return;

  if (load_slice (self))
    self->load_source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, load_cb, self, NULL);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

/* Loads the rest at once, for whom it cannot wait. */
void
_galley_article_text_finish_loading (GalleyArticleText *self)
{
  if (self->load_source == 0)
    return;

  g_clear_handle_id (&self->load_source, g_source_remove);
  while (load_slice (self))
    ;
  galley_article_text_style_blocks (self);
}
