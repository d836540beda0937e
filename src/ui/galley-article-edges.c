/* galley-article-edges.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-article-handles.h"
#include "ui/galley-article-view-private.h"

/* A pointer that moved less than this between press and release did not drag. */
#define CLICK_SLOP 5

static gboolean
is_there (GalleyArticleView *self)
{
  return self->review != NULL && self->selected != NULL
         && galley_review_lookup (self->review, galley_annotation_get_id (self->selected))
                == self->selected;
}

static GalleyDetails *
with_spans (GalleyAnnotation *annotation, GArray *spans)
{
  GalleyDetails *details = galley_details_copy (galley_annotation_get_details (annotation));

  g_array_unref (details->spans);
  details->spans = galley_spans_copy (spans);

  return details;
}

/* Alt or Ctrl puts an edge into the middle of a word. */
static GalleyEdgeUnit
get_unit (GdkEvent *event)
{
  GdkModifierType state = gdk_event_get_modifier_state (event);

  return (state & (GDK_ALT_MASK | GDK_CONTROL_MASK)) != 0 ? GALLEY_EDGE_CHARACTER
                                                          : GALLEY_EDGE_WORD;
}

/**
 * _galley_article_view_press_handle:
 *
 * Takes the edge at @x, @y. With Shift text is selected as everywhere, over the handle.
 *
 * Returns: whether one was taken
 */
gboolean
_galley_article_view_press_handle (GalleyArticleView *self, GdkEvent *event, double x, double y)
{
  GalleyHandle handle;

  if ((gdk_event_get_modifier_state (event) & GDK_SHIFT_MASK) != 0
      || !galley_article_handles_find (self->text, x, y, &handle))
    return FALSE;

  self->press_x = x;
  self->press_y = y;
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  galley_article_handles_take (self->text, &handle, x, y);

  return TRUE;
}

/**
 * _galley_article_view_move_handle:
 *
 * The pointer moves: an edge that was taken follows, else the handle below shows that it can be.
 *
 * Returns: whether an edge is being dragged
 */
gboolean
_galley_article_view_move_handle (GalleyArticleView *self, GdkEvent *event, double x, double y)
{
  GdkModifierType state = gdk_event_get_modifier_state (event);
  GalleyHandle handle;
  gboolean found;

  if (galley_article_handles_is_dragging (self->text))
    {
      galley_article_handles_drag (self->text, x, y, get_unit (event));
      return TRUE;
    }

  found = (state & (GDK_BUTTON1_MASK | GDK_SHIFT_MASK)) == 0
          && galley_article_handles_find (self->text, x, y, &handle);
  galley_article_handles_hover (self->text, found ? &handle : NULL);

  return FALSE;
}

/**
 * _galley_article_view_put_caret:
 *
 * Puts the caret where the pointer is, without selecting what is marked there.
 */
void
_galley_article_view_put_caret (GalleyArticleView *self, double x, double y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->text);
  GtkTextIter iter;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (
      view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_position (view, &iter, NULL, buffer_x, buffer_y);
  self->caret_is_ours = TRUE;
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (view), &iter);
  self->caret_is_ours = FALSE;
}

/* What was not dragged was clicked. */
static void
click_instead (GalleyArticleView *self, double x, double y)
{
  _galley_article_view_put_caret (self, x, y);
  _galley_article_view_click (self, x, y);
}

/**
 * _galley_article_view_release_handle:
 *
 * Puts the edge where it was dragged to, in one step of undo.
 *
 * Returns: whether one was being dragged
 */
gboolean
_galley_article_view_release_handle (GalleyArticleView *self, double x, double y)
{
  g_autoptr (GArray) spans = galley_article_handles_release (self->text);

  if (spans == NULL)
    return FALSE;

  if (is_there (self)
      && !galley_spans_equal (spans, galley_annotation_get_details (self->selected)->spans))
    galley_review_revise (self->review, self->selected, with_spans (self->selected, spans));
  else if (ABS (x - self->press_x) < CLICK_SLOP && ABS (y - self->press_y) < CLICK_SLOP)
    click_instead (self, x, y);

  return TRUE;
}

/**
 * _galley_article_view_drop_handle:
 *
 * Lets go of the edge that is being dragged; nothing changes.
 *
 * Returns: whether there was one
 */
gboolean
_galley_article_view_drop_handle (GalleyArticleView *self)
{
  g_autoptr (GArray) spans = galley_article_handles_release (self->text);

  return spans != NULL;
}

/* The caret stays in the part that is edited, and the edge in sight. */
static void
follow (GalleyArticleView *self, const GalleySpan *span, gboolean start_edge)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->text);
  guint caret = galley_article_text_get_caret (self->text);
  GtkTextIter iter;

  if (start_edge || caret < span->start || caret > span->end)
    {
      galley_article_text_get_iter (self->text, span->start, &iter);
      self->caret_is_ours = TRUE;
      gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (view), &iter);
      self->caret_is_ours = FALSE;
    }
  galley_article_text_get_iter (self->text, start_edge ? span->start : span->end, &iter);
  gtk_text_view_scroll_to_iter (view, &iter, 0.05, FALSE, 0, 0);
}

/**
 * galley_article_view_move_edge:
 * @start_edge: whether the start moves, else the end
 * @steps: how many units; towards the text's end where positive
 *
 * Moves an edge of the selected annotation: of the part in which the caret stands, or else of its
 * first one. Steps in quick succession are one step of undo.
 *
 * Returns: whether it moved
 */
gboolean
galley_article_view_move_edge (GalleyArticleView *self,
                               gboolean start_edge,
                               int steps,
                               GalleyEdgeUnit unit)
{
  g_autoptr (GArray) spans = NULL;
  GalleySpan span;
  guint part;

  g_return_val_if_fail (GALLEY_IS_ARTICLE_VIEW (self), FALSE);

  if (!is_there (self))
    return FALSE;
  spans = galley_spans_copy (galley_annotation_get_details (self->selected)->spans);
  part = galley_article_text_get_part (self->text);
  if (part >= galley_spans_length (spans)
      || !galley_edges_move_part (
          galley_review_get_article (self->review), spans, part, start_edge, steps, unit))
    return FALSE;

  span = *galley_spans_get (spans, part);
  galley_review_begin_joined_step (self->review, self->selected, "edges", GALLEY_JOIN_QUICK);
  galley_review_revise (self->review, self->selected, with_spans (self->selected, spans));
  galley_review_end_step (self->review);
  follow (self, &span, start_edge);

  return TRUE;
}

/**
 * galley_article_view_get_part:
 *
 * Returns: which part of the selected annotation, or mention of the selected source, the caret
 *   stands in; the first where it stands in none
 */
guint
galley_article_view_get_part (GalleyArticleView *self)
{
  g_return_val_if_fail (GALLEY_IS_ARTICLE_VIEW (self), 0);

  return self->part;
}

/**
 * galley_article_view_show_part:
 * @part: one of the parts of the selected annotation
 *
 * Puts the caret at the beginning of @part and scrolls there if it cannot be seen.
 */
void
galley_article_view_show_part (GalleyArticleView *self, guint part)
{
  GArray *spans;

  g_return_if_fail (GALLEY_IS_ARTICLE_VIEW (self));

  spans = self->selected != NULL ? galley_annotation_get_details (self->selected)->spans : NULL;
  if (part < galley_spans_length (spans))
    _galley_article_view_go_to (self, galley_spans_get (spans, part));
}
