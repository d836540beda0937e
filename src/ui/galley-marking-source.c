/* galley-marking-source.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/galley-str.h"
#include "ui/galley-edges.h"
#include "ui/galley-marking.h"

/* A paragraph longer than this is not looked through. */
#define REACH 2000

/* The sentences that a quote stands in, as far as they can be told. */
static GalleySpan
get_sentences (GalleyArticle *article, GArray *spans)
{
  GalleySpan around = { galley_spans_start (spans), galley_spans_end (spans) };
  GalleySpan sentence;

  if (galley_edges_find_around (article, around.start, GALLEY_EDGE_SENTENCE, &sentence))
    around.start = MIN (around.start, sentence.start);
  if (galley_edges_find_around (article, around.end - 1, GALLEY_EDGE_SENTENCE, &sentence))
    around.end = MAX (around.end, sentence.end);

  return around;
}

static guint
get_distance (const GalleySpan *mention, GArray *spans)
{
  if (mention->end <= galley_spans_start (spans))
    return galley_spans_start (spans) - mention->end;
  if (mention->start >= galley_spans_end (spans))
    return mention->start - galley_spans_end (spans);

  return 0;
}

static gboolean
take_nearest (GalleyReview *review, GalleyDetails *quote, const GalleySpan *around)
{
  g_autoptr (GPtrArray) marks = galley_review_find_overlapping (review, around->start, around->end);
  GalleyAnnotation *nearest = NULL;
  GalleySpan mention = { 0, 0 };
  guint least = G_MAXUINT;

  for (guint i = 0; i < marks->len; i++)
    {
      GalleyAnnotation *source = marks->pdata[i];
      GArray *spans = galley_annotation_get_details (source)->spans;

      if (galley_annotation_get_kind (source) != GALLEY_KIND_SOURCE
          || galley_annotation_get_status (source) == GALLEY_STATUS_REJECTED)
        continue;
      for (guint j = 0; j < galley_spans_length (spans); j++)
        {
          const GalleySpan *span = galley_spans_get (spans, j);
          guint distance = get_distance (span, quote->spans);

          if (span->start < around->start || span->end > around->end || distance >= least
              || galley_spans_overlap (quote->spans, span->start, span->end))
            continue;
          nearest = source;
          mention = *span;
          least = distance;
        }
    }
  if (nearest == NULL)
    return FALSE;

  galley_set_str (&quote->source_id, galley_annotation_get_id (nearest));
  g_clear_pointer (&quote->mention, g_array_unref);
  quote->mention = galley_spans_new_one (mention.start, mention.end);

  return TRUE;
}

/* Where the paragraph begins, or as far back as is looked. */
static guint
get_paragraph_start (GalleyArticle *article, guint offset)
{
  guint start = offset > REACH ? offset - REACH : 0;
  gsize length;
  const char *slice = galley_article_peek_slice (article, start, offset, &length);
  const char *line = g_strrstr_len (slice, (gssize) length, "\n");

  return line != NULL ? start + (guint) g_utf8_strlen (slice, line + 1 - slice) : start;
}

/* Somebody who is quoted goes on speaking to the end of the paragraph. */
static void
take_last_speaker (GalleyReview *review, GalleyDetails *quote)
{
  guint start = galley_spans_start (quote->spans);
  guint from = get_paragraph_start (galley_review_get_article (review), start);
  g_autoptr (GPtrArray) marks = NULL;
  GalleyAnnotation *source = NULL;

  if (from >= start)
    return;
  marks = galley_review_find_overlapping (review, from, start);
  for (guint i = 0; i < marks->len; i++)
    {
      if (galley_annotation_get_kind (marks->pdata[i]) == GALLEY_KIND_QUOTE
          && galley_annotation_get_status (marks->pdata[i]) != GALLEY_STATUS_REJECTED)
        source = galley_review_get_source_of (review, marks->pdata[i]);
    }
  if (source != NULL)
    galley_set_str (&quote->source_id, galley_annotation_get_id (source));
}

/**
 * galley_marking_guess_source:
 * @quote: what a person is about to mark; gets the source that is named nearest to it in its
 *   sentence, or else the one quoted last in its paragraph
 *
 * Spares a person the choice where it is plain; it can be changed like any other.
 */
void
galley_marking_guess_source (GalleyReview *review, GalleyDetails *quote)
{
  GalleySpan around = get_sentences (galley_review_get_article (review), quote->spans);

  if (!take_nearest (review, quote, &around))
    take_last_speaker (review, quote);
}
