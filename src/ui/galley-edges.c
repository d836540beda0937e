/* galley-edges.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-edges.h"

#include <pango/pango.h>

#include "session/galley-sentence-spans.h"
#include "session/galley-word-spans.h"

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

static void
add_character_stops (Window *self)
{
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, self->n_chars + 1);

  pango_get_log_attrs (self->text,
                       (int) self->length,
                       -1,
                       pango_language_get_default (),
                       attrs,
                       (int) self->n_chars + 1);
  for (guint i = 0; i <= self->n_chars; i++)
    self->stops[i] = attrs[i].is_cursor_position;
}

static void
add_word_stops (Window *self, gboolean start_edge)
{
  g_autoptr (GArray) edges = galley_word_spans_find_edges (self->article,
                                                           self->start,
                                                           self->start + self->n_chars,
                                                           start_edge);

  for (guint i = 0; i < edges->len; i++)
    self->stops[g_array_index (edges, guint, i) - self->start] = TRUE;
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
  guint end = MIN (galley_article_get_n_chars (article), offset + REACH);

  self->article = article;
  self->start = offset > REACH ? offset - REACH : 0;
  self->n_chars = end - self->start;
  self->text = galley_article_peek_slice (article, self->start, end, &self->length);
  self->stops = g_new0 (gboolean, self->n_chars + 1);
  switch (unit)
    {
    case GALLEY_EDGE_CHARACTER:
      add_character_stops (self);
      break;
    case GALLEY_EDGE_SENTENCE:
      add_sentence_stops (self, start_edge);
      break;
    case GALLEY_EDGE_WORD:
    default:
      add_word_stops (self, start_edge);
      break;
    }
}

/* The next place to rest, or the end of what is looked at; @offset where the article has no other.
 */
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
  if (!window.stops[at]
      && window.start + at == (forward ? galley_article_get_n_chars (article) : 0))
    at = offset - window.start;
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

/* How far an edge can go: to the neighbouring part, and one character short of its other edge. */
static void
get_limits (GalleyArticle *article,
            GArray *spans,
            guint part,
            gboolean start_edge,
            guint *least,
            guint *most)
{
  const GalleySpan *span = galley_spans_get (spans, part);

  if (start_edge)
    {
      *least = part > 0 ? galley_spans_get (spans, part - 1)->end : 0;
      *most = span->end - 1;
    }
  else
    {
      *least = span->start + 1;
      *most = part + 1 < spans->len ? galley_spans_get (spans, part + 1)->start
                                    : galley_article_get_n_chars (article);
    }
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
  guint least;
  guint most;

  g_return_val_if_fail (GALLEY_IS_ARTICLE (article), FALSE);
  g_return_val_if_fail (spans != NULL && part < spans->len, FALSE);

  get_limits (article, spans, part, start_edge, &least, &most);

  return move_within (
      article, &g_array_index (spans, GalleySpan, part), start_edge, steps, unit, least, most);
}

/**
 * galley_edges_place_part:
 * @spans: (element-type GalleySpan): the parts of one annotation, sorted; the one moved is changed
 * @part: which of them
 * @offset: where its edge is wanted
 *
 * Puts an edge to rest as near to @offset as the neighbouring parts and its other edge let it;
 * where there is no stop between those it stays.
 *
 * Returns: whether it moved
 */
gboolean
galley_edges_place_part (GalleyArticle *article,
                         GArray *spans,
                         guint part,
                         gboolean start_edge,
                         guint offset,
                         GalleyEdgeUnit unit)
{
  Window window;
  guint *edge;
  guint best;
  guint distance = G_MAXUINT;
  guint least, most;

  g_return_val_if_fail (GALLEY_IS_ARTICLE (article), FALSE);
  g_return_val_if_fail (spans != NULL && part < spans->len, FALSE);

  edge = start_edge ? &g_array_index (spans, GalleySpan, part).start
                    : &g_array_index (spans, GalleySpan, part).end;
  best = *edge;
  get_limits (article, spans, part, start_edge, &least, &most);
  offset = CLAMP (offset, least, most);
  window_init (&window, article, offset, start_edge, unit);
  for (guint i = 0; i <= window.n_chars; i++)
    {
      guint stop = window.start + i;
      guint apart = stop < offset ? offset - stop : stop - offset;

      if (window.stops[i] && stop >= least && stop <= most && apart < distance)
        {
          best = stop;
          distance = apart;
        }
    }
  g_free (window.stops);
  if (best == *edge)
    return FALSE;
  *edge = best;

  return TRUE;
}

/**
 * galley_edges_find_around:
 * @offset: a code point of the article
 * @unit: %GALLEY_EDGE_WORD or %GALLEY_EDGE_SENTENCE
 * @span: (out): the word or sentence it belongs to
 *
 * Returns: %FALSE where @offset is at white space between them
 */
gboolean
galley_edges_find_around (GalleyArticle *article,
                          guint offset,
                          GalleyEdgeUnit unit,
                          GalleySpan *span)
{
  guint n_chars = galley_article_get_n_chars (article);
  guint start = offset > REACH ? offset - REACH : 0;
  guint end = MIN (n_chars, offset + REACH);
  g_autoptr (GArray) spans = unit == GALLEY_EDGE_WORD
                                 ? galley_word_spans_find (article, start, end)
                                 : galley_sentence_spans_find (article, start, end);

  for (guint i = 0; i < spans->len; i++)
    {
      *span = *galley_spans_get (spans, i);
      if (span->start <= offset && offset < span->end)
        return TRUE;
    }

  return FALSE;
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
