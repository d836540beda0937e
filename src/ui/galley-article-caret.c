/* galley-article-caret.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-article-marks.h"
#include "ui/galley-article-view-private.h"

static GtkTextBuffer *
get_buffer (GalleyArticleView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
}

/* What is marked at the caret, shortest first; a mark that ends there counts where none begins. */
static GPtrArray *
list_at_caret (GalleyArticleView *self)
{
  guint caret = galley_article_text_get_caret (self->text);
  GPtrArray *marks = galley_marks_at (self->review, caret);

  if (marks->len == 0 && caret > 0)
    {
      g_ptr_array_unref (marks);
      marks = galley_marks_at (self->review, caret - 1);
    }

  return marks;
}

/* The caret went somewhere by keys: what it stands in is selected. */
static void
on_cursor_position_cb (GalleyArticleView *self)
{
  g_autoptr (GPtrArray) marks = NULL;

  _galley_article_view_update_part (self);
  if (self->caret_is_ours || self->picking || self->review == NULL
      || gtk_text_buffer_get_has_selection (get_buffer (self)))
    return;

  marks = list_at_caret (self);
  if (marks->len == 0)
    _galley_article_view_select (self, NULL);
  else if (!g_ptr_array_find (marks, self->selected, NULL))
    _galley_article_view_select (self, marks->pdata[0]);
}

void
_galley_article_view_watch_caret (GalleyArticleView *self)
{
  g_signal_connect_swapped (get_buffer (self),
                            "notify::cursor-position",
                            G_CALLBACK (on_cursor_position_cb),
                            self);
}

/* Selects the one after the selected one in @marks, or else the first. */
gboolean
_galley_article_view_cycle (GalleyArticleView *self, GPtrArray *marks)
{
  guint position;

  if (marks == NULL || marks->len == 0)
    return FALSE;

  if (g_ptr_array_find (marks, self->selected, &position))
    position = (position + 1) % marks->len;
  else
    position = 0;
  _galley_article_view_select (self, marks->pdata[position]);

  return TRUE;
}

/**
 * galley_article_view_get_at_caret:
 *
 * Returns: (transfer none) (nullable): the selected annotation where the caret stands in it, or
 *   else the shortest one around the caret
 */
GalleyAnnotation *
galley_article_view_get_at_caret (GalleyArticleView *self)
{
  g_autoptr (GPtrArray) marks = NULL;

  g_return_val_if_fail (GALLEY_IS_ARTICLE_VIEW (self), NULL);

  if (self->review == NULL)
    return NULL;

  marks = list_at_caret (self);
  if (g_ptr_array_find (marks, self->selected, NULL))
    return self->selected;

  return marks->len > 0 ? marks->pdata[0] : NULL;
}

/**
 * galley_article_view_cycle_overlap:
 *
 * Selects the next of the annotations around the caret.
 *
 * Returns: whether there is any
 */
gboolean
galley_article_view_cycle_overlap (GalleyArticleView *self)
{
  g_autoptr (GPtrArray) marks = NULL;

  g_return_val_if_fail (GALLEY_IS_ARTICLE_VIEW (self), FALSE);

  if (self->review == NULL)
    return FALSE;

  marks = list_at_caret (self);

  return _galley_article_view_cycle (self, marks);
}
