/* galley-article-navigate.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-article-text-private.h"
#include "ui/galley-article-view-private.h"
#include "ui/galley-edges.h"
#include "ui/galley-find.h"

/* Where a passage comes to stand that had to be scrolled to, as a share of the height. */
#define SCROLL_ALIGN 0.3
/* What a toast at the bottom of the window may lie over, in pixels: not seen. */
#define COVERED 80
/* Of the text that stays in sight when its letters change. */
#define PLACE_MARK "place"
/* Until lines and column are laid out again. */
#define PLACE_FRAMES 4

static GtkTextBuffer *
get_buffer (GalleyArticleView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
}

static gboolean
is_seen (GalleyArticleView *self, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->text);
  GdkRectangle seen;
  GdkRectangle first;
  GdkRectangle last;

  gtk_text_view_get_visible_rect (view, &seen);
  seen.height -= COVERED;
  gtk_text_view_get_iter_location (view, start, &first);
  gtk_text_view_get_iter_location (view, end, &last);
  if (last.y + last.height - first.y > seen.height)
    last = first;

  return seen.height > 0 && first.y >= seen.y && last.y + last.height <= seen.y + seen.height;
}

/* Before the text is laid out nobody knows what will be seen: GTK then scrolls later, and no
 * further than needed, so that an article opens with its headline at the top. */
static void
reveal (GalleyArticleView *self, const GtkTextIter *start, const GtkTextIter *end)
{
  gboolean laid_out = gtk_widget_get_height (GTK_WIDGET (self->text)) > 0
                      && gtk_widget_get_mapped (GTK_WIDGET (self->text));

  if (!laid_out || !is_seen (self, start, end))
    gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->text),
                                  gtk_text_buffer_get_insert (get_buffer (self)),
                                  0,
                                  laid_out,
                                  0,
                                  SCROLL_ALIGN);
}

/* Puts the caret at @start and has the text up to @end selected where @select. */
static void
go_to (GalleyArticleView *self, guint start, guint end, gboolean select)
{
  GtkTextIter first;
  GtkTextIter last;

  galley_article_text_get_iter (self->text, start, &first);
  galley_article_text_get_iter (self->text, end, &last);
  self->caret_is_ours = TRUE;
  if (select)
    gtk_text_buffer_select_range (get_buffer (self), &first, &last);
  else
    gtk_text_buffer_place_cursor (get_buffer (self), &first);
  self->caret_is_ours = FALSE;
  reveal (self, &first, &last);
}

/* Puts the caret at the beginning of @span and scrolls there if it cannot be seen. */
void
_galley_article_view_go_to (GalleyArticleView *self, const GalleySpan *span)
{
  go_to (self, span->start, span->end, FALSE);
}

/* What stays where it is: the caret, which stands at what is selected, or else a line near the top.
 */
static void
choose_place (GalleyArticleView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->text);
  GtkTextMark *place = gtk_text_buffer_get_mark (get_buffer (self), PLACE_MARK);
  GtkTextIter start;
  GtkTextIter end;
  GdkRectangle seen;
  GdkRectangle line;

  gtk_text_view_get_visible_rect (view, &seen);
  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  if (!is_seen (self, &start, &end))
    gtk_text_view_get_iter_at_location (view, &start, seen.x, seen.y + seen.height / 4);
  if (place == NULL)
    gtk_text_buffer_create_mark (get_buffer (self), PLACE_MARK, &start, TRUE);
  else
    gtk_text_buffer_move_mark (get_buffer (self), place, &start);

  gtk_text_view_get_iter_location (view, &start, &line);
  self->place_align = (line.y - seen.y) / (double) MAX (1, seen.height - line.height);
  self->place_align = CLAMP (self->place_align, 0, 1);
}

static void
go_back_to_place (GalleyArticleView *self)
{
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->text),
                                gtk_text_buffer_get_mark (get_buffer (self), PLACE_MARK),
                                0,
                                TRUE,
                                0,
                                self->place_align);
}

static gboolean
on_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GalleyArticleView *self = GALLEY_ARTICLE_VIEW (widget);

  go_back_to_place (self);
  if (--self->place_frames > 0)
    return G_SOURCE_CONTINUE;

  return G_SOURCE_REMOVE;
}

/* Letters of another size move all lines, and the column takes another width when it is next laid
 * out: for some frames nobody knows what will be in sight, and of several changes in a row the
 * place that was chosen first counts. */
void
_galley_article_view_keep_place (GalleyArticleView *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->text)))
    return;

  if (self->place_frames == 0)
    {
      choose_place (self);
      gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame_cb, NULL, NULL);
    }
  self->place_frames = PLACE_FRAMES;
}

/**
 * galley_article_view_get_selection:
 * @start: (out): first code point of the stored text
 * @end: (out): one past the last one
 *
 * Returns: whether text other than white space is selected; its ends are trimmed of that
 */
gboolean
galley_article_view_get_selection (GalleyArticleView *self, guint *start, guint *end)
{
  GalleySpan span;
  GtkTextIter first;
  GtkTextIter last;

  g_return_val_if_fail (GALLEY_IS_ARTICLE_VIEW (self), FALSE);

  if (self->review == NULL
      || !gtk_text_buffer_get_selection_bounds (get_buffer (self), &first, &last))
    return FALSE;

  span.start = galley_article_text_get_offset (self->text, &first);
  span.end = galley_article_text_get_offset (self->text, &last);
  galley_edges_trim (galley_review_get_article (self->review), &span);
  *start = span.start;
  *end = span.end;

  return span.start < span.end;
}

/**
 * galley_article_view_select_range:
 * @start: first code point of the stored text
 * @end: one past the last one; @start for none
 *
 * Selects text and scrolls to it.
 */
void
galley_article_view_select_range (GalleyArticleView *self, guint start, guint end)
{
  guint n_chars;

  g_return_if_fail (GALLEY_IS_ARTICLE_VIEW (self));

  if (self->review == NULL)
    return;

  n_chars = galley_article_get_n_chars (galley_review_get_article (self->review));
  go_to (self, MIN (start, n_chars), MIN (end, n_chars), TRUE);
}

/**
 * galley_article_view_scroll_to:
 *
 * Puts the caret at the beginning of @annotation and scrolls there if it cannot be seen.
 */
void
galley_article_view_scroll_to (GalleyArticleView *self, GalleyAnnotation *annotation)
{
  GArray *spans;

  g_return_if_fail (GALLEY_IS_ARTICLE_VIEW (self));
  g_return_if_fail (GALLEY_IS_ANNOTATION (annotation));

  spans = galley_annotation_get_details (annotation)->spans;
  if (self->review == NULL || galley_spans_length (spans) == 0)
    return;

  _galley_article_view_go_to (self, galley_spans_get (spans, 0));
}

/**
 * galley_article_view_set_search:
 * @words: (nullable): what is searched for: all places where it stands are shown; %NULL or "" for
 *   none
 */
void
galley_article_view_set_search (GalleyArticleView *self, const char *words)
{
  g_autoptr (GArray) hits = NULL;

  g_return_if_fail (GALLEY_IS_ARTICLE_VIEW (self));

  if (self->review != NULL && words != NULL && words[0] != '\0')
    hits = galley_find_all (galley_review_get_article (self->review), words, GALLEY_MOST_MATCHES);
  galley_article_text_set_hits (self->text, hits);
}

/**
 * galley_article_view_get_search_position:
 * @n_matches: (out): how many places were found, no more than %GALLEY_MOST_MATCHES
 *
 * Returns: which of them is selected, from 1; 0 where none is
 */
guint
galley_article_view_get_search_position (GalleyArticleView *self, guint *n_matches)
{
  GArray *hits;
  GtkTextIter first;
  GtkTextIter last;
  guint start;
  guint position;

  g_return_val_if_fail (GALLEY_IS_ARTICLE_VIEW (self), 0);

  hits = self->text->hits;
  *n_matches = galley_spans_length (hits);
  if (!gtk_text_buffer_get_selection_bounds (get_buffer (self), &first, &last))
    return 0;

  start = galley_article_text_get_offset (self->text, &first);
  position = galley_spans_find (hits, start);

  return position < *n_matches && galley_spans_get (hits, position)->start == start ? position + 1
                                                                                    : 0;
}

/**
 * galley_article_view_find:
 * @text: what to look for
 * @forward: whether towards the end; either way it goes round
 *
 * Selects the next place where @text stands. Looking again for a longer text stays at a place that
 * still fits.
 *
 * Returns: whether there is one
 */
gboolean
galley_article_view_find (GalleyArticleView *self, const char *text, gboolean forward)
{
  GalleySpan found;
  GtkTextIter first;
  GtkTextIter last;
  GalleyArticle *article;
  guint from;
  guint length;

  g_return_val_if_fail (GALLEY_IS_ARTICLE_VIEW (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  if (self->review == NULL)
    return FALSE;

  article = galley_review_get_article (self->review);
  gtk_text_buffer_get_selection_bounds (get_buffer (self), &first, &last);
  from = galley_article_text_get_offset (self->text, &first);
  length = galley_article_text_get_offset (self->text, &last) - from;
  if (forward && length >= (guint) g_utf8_strlen (text, -1))
    from++;
  if (!galley_find (article, text, from, forward, &found))
    return FALSE;

  go_to (self, found.start, found.end, TRUE);

  return TRUE;
}
