/* galley-alike.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-alike.h"

#include <string.h>

#include "ui/galley-marking.h"

/* More than anybody would look through before agreeing to them. */
#define MAX_PLACES 500

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Whether a word goes on over the place between two characters. */
static gboolean
splits_word (const char *text, const char *end, const char *at)
{
  return at > text && at < end && is_letter (g_utf8_get_char (g_utf8_prev_char (at)))
         && is_letter (g_utf8_get_char (at));
}

static gboolean
is_marked (GalleyReview *review, GalleyKind kind, guint start, guint end)
{
  g_autoptr (GPtrArray) marks = galley_review_find_overlapping (review, start, end);

  for (guint i = 0; i < marks->len; i++)
    {
      if (galley_annotation_get_kind (marks->pdata[i]) == kind)
        return TRUE;
    }

  return FALSE;
}

/**
 * galley_alike_find:
 * @kind: what they would be marked as
 * @words: where the words stand that are looked for, in code points
 *
 * Looks for other places with the same words: letter by letter, as whole words, and not marked as
 * one of @kind already, whatever was said of that mark.
 *
 * Returns: (transfer full) (element-type GalleySpan): in code points, in the order of the text
 */
GArray *
galley_alike_find (GalleyReview *review, GalleyKind kind, const GalleySpan *words)
{
  GalleyArticle *article = galley_review_get_article (review);
  const GalleyOffsets *offsets = galley_article_get_offsets (article);
  const char *text = galley_article_get_text (article);
  const char *end = text + galley_article_get_length (article);
  g_autofree char *needle = galley_article_dup_slice (article, words->start, words->end);
  gsize length = strlen (needle);
  GArray *places = galley_spans_new ();
  const char *at = text;

  while (length > 0 && places->len < MAX_PLACES
         && (at = g_strstr_len (at, end - at, needle)) != NULL)
    {
      guint start = galley_offsets_to_char (offsets, (gsize) (at - text));
      GalleySpan place = { start, start + (words->end - words->start) };

      if (place.start != words->start && !splits_word (text, end, at)
          && !splits_word (text, end, at + length)
          && !is_marked (review, kind, place.start, place.end))
        g_array_append_val (places, place);
      at += length;
    }

  return places;
}

/* A quote or an opinion says the same thing elsewhere, but about its own surroundings. */
static GalleyDetails *
like_details (GalleyArticle *article,
              GalleyKind kind,
              GalleyAnnotation *like,
              const GalleySpan *place)
{
  GalleyDetails *details = galley_marking_new_details (article, kind, place->start, place->end);

  if (like != NULL && details != NULL)
    {
      details->type = galley_annotation_get_details (like)->type;
      details->manner = galley_annotation_get_details (like)->manner;
    }

  return details;
}

static GalleyAnnotation *
mark_each (GalleyReview *review, GalleyKind kind, GalleyAnnotation *like, GArray *places)
{
  GalleyAnnotation *first = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      GalleyDetails *details = like_details (galley_review_get_article (review),
                                             kind,
                                             like,
                                             galley_spans_get (places, i));
      GalleyAnnotation *added = details != NULL ? galley_review_add (review, kind, details) : NULL;

      if (first == NULL)
        first = added;
    }

  return first;
}

static GalleyAnnotation *
mark_mentions (GalleyReview *review, GalleyAnnotation *source, GArray *places)
{
  GalleyDetails *details;

  if (source == NULL)
    {
      const GalleySpan *first = galley_spans_get (places, 0);

      details = galley_marking_new_details (galley_review_get_article (review),
                                            GALLEY_KIND_SOURCE,
                                            first->start,
                                            first->end);
      if (details == NULL)
        return NULL;
      source = galley_review_add (review, GALLEY_KIND_SOURCE, details);
    }
  details = galley_details_copy (galley_annotation_get_details (source));
  for (guint i = 0; i < places->len; i++)
    galley_spans_add (details->spans,
                      galley_spans_get (places, i)->start,
                      galley_spans_get (places, i)->end);
  galley_review_revise (review, source, details);

  return source;
}

/**
 * galley_alike_mark:
 * @kind: what to mark them as
 * @like: (nullable): what they are like; %NULL where only words were selected
 * @places: (element-type GalleySpan): the places that a person agreed to
 *
 * Marks all places in one step of undo: as mentions of one source, or as annotations of their own.
 *
 * Returns: (transfer none) (nullable): the source, or the first annotation
 */
GalleyAnnotation *
galley_alike_mark (GalleyReview *review, GalleyKind kind, GalleyAnnotation *like, GArray *places)
{
  GalleyAnnotation *annotation;

  if (galley_spans_length (places) == 0)
    return NULL;

  galley_review_begin_step (review);
  annotation = kind == GALLEY_KIND_SOURCE ? mark_mentions (review, like, places)
                                          : mark_each (review, kind, like, places);
  galley_review_end_step (review);

  return annotation;
}
