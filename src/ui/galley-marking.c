/* galley-marking.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-marking.h"

#include <string.h>

#include "model/galley-taxonomy.h"
#include "model/galley-voice-words.h"
#include "ui/galley-edges.h"

static const char *
guess_quote_type (GalleyArticle *article, GArray *spans)
{
  const char *type = galley_quote_type_by_marks (article, spans);

  return type != NULL ? type : galley_terms_find (GALLEY_TERMS_QUOTE, "indirect")->id;
}

/* The words on one line, as a name is written. */
static char *
dup_name (GalleyArticle *article, GalleySpan span)
{
  g_autofree char *words = galley_article_dup_slice (article, span.start, span.end);
  g_auto (GStrv) parts = g_regex_split_simple ("\\s+", words, 0, 0);

  return g_strjoinv (" ", parts);
}

/**
 * galley_marking_new_details:
 * @kind: what the person says it is
 * @start: the first selected code point
 * @end: one past the last
 *
 * Spaces at the ends are left out and words are taken whole; the type is a first guess that the
 * person may change.
 *
 * Returns: (transfer full) (nullable): what to add to a review; %NULL where nothing but space is
 *   selected
 */
GalleyDetails *
galley_marking_new_details (GalleyArticle *article, GalleyKind kind, guint start, guint end)
{
  GalleySpan span = { start, end };
  GalleyDetails *details;

  g_return_val_if_fail (GALLEY_IS_ARTICLE (article), NULL);

  galley_edges_trim (article, &span);
  if (span.start >= span.end)
    return NULL;
  galley_edges_widen (article, &span);

  details = galley_details_new (NULL, galley_spans_new_one (span.start, span.end));
  switch (kind)
    {
    case GALLEY_KIND_SOURCE:
      details->type = galley_terms_find (GALLEY_TERMS_SOURCE, "person")->id;
      details->name = dup_name (article, span);
      break;

    case GALLEY_KIND_QUOTE:
      details->type = guess_quote_type (article, details->spans);
      details->manner = galley_terms_find (GALLEY_TERMS_MANNER, "speech")->id;
      break;

    case GALLEY_KIND_OPINION:
      details->type = galley_terms_find (GALLEY_TERMS_OPINION, "evaluation")->id;
      break;

    case GALLEY_KIND_NOTE:
    default:
      break;
    }

  return details;
}

/* Of a source with many mentions only the ones that the selection touches are replaced; a split
 * quote likewise keeps its other parts. */
static GArray *
replace_touched (GArray *spans, GalleySpan span)
{
  GArray *result = galley_spans_new ();
  gboolean touched = FALSE;

  for (guint i = 0; i < galley_spans_length (spans); i++)
    {
      const GalleySpan *old = galley_spans_get (spans, i);

      if (old->start < span.end && span.start < old->end)
        touched = TRUE;
      else
        galley_spans_add (result, old->start, old->end);
    }
  if (!touched && galley_spans_length (spans) == 1)
    g_array_set_size (result, 0);
  galley_spans_add (result, span.start, span.end);

  return result;
}

/**
 * galley_marking_move:
 * @details: what it is now
 * @start: the first selected code point
 * @end: one past the last
 *
 * Moves the marked words to a selection. Of an annotation in several places, the places that the
 * selection touches are replaced; where it touches none, it is one more. What stands in one place
 * alone moves to the selection.
 *
 * Returns: (transfer full) (nullable): the details with the selection in them; %NULL where nothing
 *   but space is selected
 */
GalleyDetails *
galley_marking_move (GalleyArticle *article, const GalleyDetails *details, guint start, guint end)
{
  GalleySpan span = { start, end };
  GalleyDetails *moved;

  g_return_val_if_fail (GALLEY_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (details != NULL, NULL);

  galley_edges_trim (article, &span);
  if (span.start >= span.end)
    return NULL;

  moved = galley_details_copy (details);
  g_array_unref (moved->spans);
  moved->spans = replace_touched (details->spans, span);

  return moved;
}

/**
 * galley_marking_add_part:
 * @details: what it is now
 * @start: the first selected code point
 * @end: one past the last
 *
 * Adds a selection to what is marked: a part of a split quote, a mention of a source. What it
 * touches grows.
 *
 * Returns: (transfer full) (nullable): the details with the selection in them; %NULL where nothing
 *   but space is selected
 */
GalleyDetails *
galley_marking_add_part (GalleyArticle *article,
                         const GalleyDetails *details,
                         guint start,
                         guint end)
{
  GalleySpan span = { start, end };
  GalleyDetails *more;

  g_return_val_if_fail (GALLEY_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (details != NULL, NULL);

  galley_edges_trim (article, &span);
  if (span.start >= span.end)
    return NULL;
  galley_edges_widen (article, &span);

  more = galley_details_copy (details);
  galley_spans_add (more->spans, span.start, span.end);

  return more;
}
