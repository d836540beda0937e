/* galley-edges.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-edges.h"

#include <pango/pango.h>

#include "session/galley-sentence-spans.h"

/* Code points looked at on either side of an edge; a sentence longer than that is crossed in more
 * than one step. */
#define REACH 3000

/* The text around an edge and the places in it where the edge may come to rest. */
typedef struct
{
  GalleyArticle *article;
  const char *text;
  gsize length;
  guint start;
  guint n_chars;
  gboolean *stops; /* n_chars + 1 of them */
} Window;

static gboolean
is_space_at (const Window *self, const char *at)
{
  return at >= self->text + self->length || g_unichar_isspace (g_utf8_get_char (at));
}

static void
add_character_stops (Window *self, const PangoLogAttr *attrs)
{
  for (guint i = 0; i <= self->n_chars; i++)
    self->stops[i] = attrs[i].is_cursor_position;
}

static void
add_word_stops (Window *self, const PangoLogAttr *attrs, gboolean start_edge)
{
  const char *at = self->text;
  gboolean space_before = TRUE;

  for (guint i = 0; i <= self->n_chars; i++)
    {
      gboolean space = is_space_at (self, at);

      if (start_edge)
        self->stops[i] = (attrs[i].is_word_start || space_before) && !space;
      else
        self->stops[i] = (attrs[i].is_word_end || space) && !space_before;
      space_before = space;
      if (i < self->n_chars)
        at = g_utf8_next_char (at);
    }
}

static void
add_sentence_stops (Window *self, gboolean start_edge)
{
  g_autoptr (GArray) sentences =
      galley_sentence_spans_find (self->article, self->start, self->start + self->n_chars);

  for (guint i = 0; i < sentences->len; i++)
    {
      const GalleySpan *sentence = galley_spans_get (sentences, i);

      self->stops[(start_edge ? sentence->start : sentence->end) - self->start] = TRUE;
    }
}

static void
window_init (
    Window *self, GalleyArticle *article, guint offset, gboolean start_edge, GalleyEdgeUnit unit)
{
  g_autofree PangoLogAttr *attrs = NULL;
  guint end = MIN (galley_article_get_n_chars (article), offset + REACH);

  self->article = article;
  self->start = offset > REACH ? offset - REACH : 0;
  self->n_chars = end - self->start;
  self->text = galley_article_peek_slice (article, self->start, end, &self->length);
  self->stops = g_new0 (gboolean, self->n_chars + 1);
  if (unit == GALLEY_EDGE_SENTENCE)
    {
      add_sentence_stops (self, start_edge);
      return;
    }

  attrs = g_new0 (PangoLogAttr, self->n_chars + 1);
  pango_get_log_attrs (self->text,
                       (int) self->length,
                       -1,
                       pango_language_get_default (),
                       attrs,
                       (int) self->n_chars + 1);
  if (unit == GALLEY_EDGE_CHARACTER)
    add_character_stops (self, attrs);
  else
    add_word_stops (self, attrs, start_edge);
}

/* The next place to rest, or the end of what is looked at. */
static guint
find_stop (GalleyArticle *article,
           guint offset,
           gboolean start_edge,
           gboolean forward,
           GalleyEdgeUnit unit)
{
  Window window;
  guint at;

  window_init (&window, article, offset, start_edge, unit);
  at = offset - window.start;
  if (forward)
    do
      at++;
    while (at < window.n_chars && !window.stops[at]);
  else
    do
      at--;
    while (at > 0 && !window.stops[at]);
  g_free (window.stops);

  return window.start + at;
}

static gboolean
move_within (GalleyArticle *article,
             GalleySpan *span,
             gboolean start_edge,
             int steps,
             GalleyEdgeUnit unit,
             guint least,
             guint most)
{
  guint *edge = start_edge ? &span->start : &span->end;
  guint before = *edge;
  gboolean forward = steps > 0;
  gboolean inward = forward == start_edge;

  for (guint i = 0; i < (guint) ABS (steps); i++)
    {
      guint next;

      if (*edge == (forward ? most : least))
        break;
      next = find_stop (article, *edge, start_edge, forward, unit);
      if (next >= least && next <= most)
        *edge = next;
      else if (inward)
        break;
      else
        *edge = CLAMP (next, least, most);
    }

  return *edge != before;
}

/**
 * galley_edges_move:
 * @span: (inout): in code points
 * @start_edge: whether its start moves, else its end
 * @steps: how many units; towards the text's end where positive
 *
 * Moves one edge of @span within the article, never past the other edge: at least one character
 * stays in it.
 *
 * Returns: whether it moved
 */
gboolean
galley_edges_move (
    GalleyArticle *article, GalleySpan *span, gboolean start_edge, int steps, GalleyEdgeUnit unit)
{
  guint n_chars;

  g_return_val_if_fail (GALLEY_IS_ARTICLE (article), FALSE);
  g_return_val_if_fail (span != NULL && span->start < span->end, FALSE);

  n_chars = galley_article_get_n_chars (article);
  g_return_val_if_fail (span->end <= n_chars, FALSE);

  return move_within (article,
                      span,
                      start_edge,
                      steps,
                      unit,
                      start_edge ? 0 : span->start + 1,
                      start_edge ? span->end - 1 : n_chars);
}

/**
 * galley_edges_move_part:
 * @spans: (element-type GalleySpan): the parts of one annotation, sorted; the one moved is changed
 * @part: which of them
 *
 * Like galley_edges_move(), and stops at the neighbouring parts.
 *
 * Returns: whether it moved
 */
gboolean
galley_edges_move_part (GalleyArticle *article,
                        GArray *spans,
                        guint part,
                        gboolean start_edge,
                        int steps,
                        GalleyEdgeUnit unit)
{
  GalleySpan *span;
  guint least;
  guint most;

  g_return_val_if_fail (GALLEY_IS_ARTICLE (article), FALSE);
  g_return_val_if_fail (spans != NULL && part < spans->len, FALSE);

  span = &g_array_index (spans, GalleySpan, part);
  if (start_edge)
    {
      least = part > 0 ? g_array_index (spans, GalleySpan, part - 1).end : 0;
      most = span->end - 1;
    }
  else
    {
      least = span->start + 1;
      most = part + 1 < spans->len ? g_array_index (spans, GalleySpan, part + 1).start
                                   : galley_article_get_n_chars (article);
    }

  return move_within (article, span, start_edge, steps, unit, least, most);
}

/* Whether the place between two characters is within a word. */
static gboolean
splits_word (GalleyArticle *article, guint offset, gboolean start_edge)
{
  gsize length;
  const char *around;
  Window window;
  gboolean stop;

  if (offset == 0 || offset == galley_article_get_n_chars (article))
    return FALSE;
  around = galley_article_peek_slice (article, offset - 1, offset + 1, &length);
  if (!g_unichar_isalnum (g_utf8_get_char (around))
      || !g_unichar_isalnum (g_utf8_get_char (g_utf8_next_char (around))))
    return FALSE;

  window_init (&window, article, offset, start_edge, GALLEY_EDGE_WORD);
  stop = window.stops[offset - window.start];
  g_free (window.stops);

  return !stop;
}

/**
 * galley_edges_widen:
 * @span: (inout): in code points
 *
 * Moves edges that stand within a word to the ends of that word: a pointer seldom hits them.
 */
void
galley_edges_widen (GalleyArticle *article, GalleySpan *span)
{
  g_return_if_fail (GALLEY_IS_ARTICLE (article));
  g_return_if_fail (span != NULL && span->start < span->end);

  if (splits_word (article, span->start, TRUE))
    span->start = find_stop (article, span->start, TRUE, FALSE, GALLEY_EDGE_WORD);
  if (splits_word (article, span->end, FALSE))
    span->end = find_stop (article, span->end, FALSE, TRUE, GALLEY_EDGE_WORD);
}

/**
 * galley_edges_trim:
 * @span: (inout): in code points
 *
 * Takes white space off both ends; what is white space alone becomes empty.
 */
void
galley_edges_trim (GalleyArticle *article, GalleySpan *span)
{
  const char *start;
  const char *end;
  gsize length;

  g_return_if_fail (GALLEY_IS_ARTICLE (article));
  g_return_if_fail (span != NULL && span->start <= span->end);

  start = galley_article_peek_slice (article, span->start, span->end, &length);
  end = start + length;
  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    {
      start = g_utf8_next_char (start);
      span->start++;
    }
  while (start < end && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    {
      end = g_utf8_prev_char (end);
      span->end--;
    }
}
