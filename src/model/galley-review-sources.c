/* galley-review-sources.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-review-private.h"
#include "model/galley-review.h"

#include "base/galley-str.h"

/* What is known of the one and not of the other. */
static void
fill_gaps (GalleyDetails *details, const GalleyDetails *from)
{
  if (details->name == NULL)
    galley_set_str (&details->name, from->name);
  if (details->role == NULL)
    galley_set_str (&details->role, from->role);
  if (details->affiliation == NULL)
    details->affiliation = from->affiliation;
  if (details->part == NULL)
    details->part = from->part;
  if (details->standing == NULL)
    details->standing = from->standing;
}

static GalleyDetails *
join_details (const GalleyDetails *into, const GalleyDetails *source)
{
  GalleyDetails *joined = galley_details_copy (into);

  for (guint i = 0; i < galley_spans_length (source->spans); i++)
    {
      const GalleySpan *span = galley_spans_get (source->spans, i);

      if (!galley_spans_overlap (joined->spans, span->start, span->end))
        galley_spans_add (joined->spans, span->start, span->end);
    }
  fill_gaps (joined, source);

  return joined;
}

static gboolean
is_source (GalleyAnnotation *annotation)
{
  return galley_annotation_get_kind (annotation) == GALLEY_KIND_SOURCE;
}

/**
 * galley_review_merge_sources:
 * @source: a source that turns out to be @into under another name
 * @into: the source that stays; it gets the mentions of @source, and what is known of that alone
 *
 * Makes two sources one, in one step of undo. @source is not deleted: the current reviewer rejects
 * it as a duplicate, and the revision in that verdict says of which source. Its quotes follow
 * (galley_review_get_source_of()) without being touched, so that nobody is taken to have reviewed
 * them; what the program suggested stays as it was.
 *
 * Returns: %FALSE where the two are one already
 */
gboolean
galley_review_merge_sources (GalleyReview *self, GalleyAnnotation *source, GalleyAnnotation *into)
{
  GalleyAnnotation *last = galley_review_get_merged_into (self, into);
  g_autoptr (GalleyDetails) revision = NULL;

  g_return_val_if_fail (is_source (source) && is_source (into), FALSE);

  if (last != NULL)
    into = last;
  if (into == source || galley_review_get_merged_into (self, source) == into)
    return FALSE;

  galley_review_begin_step (self);
  galley_review_revise (self,
                        into,
                        join_details (galley_annotation_get_details (into),
                                      galley_annotation_get_details (source)));
  revision = galley_details_copy (galley_annotation_get_details (source));
  galley_set_str (&revision->source_id, galley_annotation_get_id (into));
  _galley_review_judge (self, source, GALLEY_STATUS_REJECTED, GALLEY_REASON_DUPLICATE, revision);
  galley_review_end_step (self);

  return TRUE;
}

/* The quotes that name @source there. One that was rejected stays so. */
static void
give_quotes (GalleyReview *self,
             GalleyAnnotation *source,
             const GalleySpan *mention,
             GalleyAnnotation *to)
{
  g_autoptr (GPtrArray) quotes = galley_review_list_quotes_of (self, source);

  for (guint i = 0; i < quotes->len; i++)
    {
      GalleyAnnotation *quote = quotes->pdata[i];
      GalleyDetails *details;

      if (galley_annotation_get_status (quote) == GALLEY_STATUS_REJECTED
          || !galley_spans_overlap (galley_annotation_get_details (quote)->mention,
                                    mention->start,
                                    mention->end))
        continue;
      details = galley_details_copy (galley_annotation_get_details (quote));
      galley_set_str (&details->source_id, galley_annotation_get_id (to));
      galley_review_revise (self, quote, details);
    }
}

/**
 * galley_review_split_source:
 * @source: a source that is in truth two
 * @mention: the position of the mention that is somebody else
 *
 * Makes a mention a source of its own, with the quotes that are attributed there, in one step of
 * undo.
 *
 * Returns: (transfer none) (nullable): the new source; %NULL where @source has no other mention
 */
GalleyAnnotation *
galley_review_split_source (GalleyReview *self, GalleyAnnotation *source, guint mention)
{
  const GalleyDetails *whole = galley_annotation_get_details (source);
  GalleyAnnotation *other;
  GalleyDetails *details;
  GalleyDetails *rest;
  GalleySpan span;

  g_return_val_if_fail (is_source (source), NULL);
  g_return_val_if_fail (mention < galley_spans_length (whole->spans), NULL);

  if (galley_spans_length (whole->spans) < 2)
    return NULL;

  span = *galley_spans_get (whole->spans, mention);
  details = galley_details_new (whole->type, galley_spans_new_one (span.start, span.end));
  details->name = galley_article_dup_slice (self->article, span.start, span.end);
  rest = galley_details_copy (whole);
  g_array_remove_index (rest->spans, mention);

  galley_review_begin_step (self);
  other = galley_review_add (self, GALLEY_KIND_SOURCE, details);
  give_quotes (self, source, &span, other);
  galley_review_revise (self, source, rest);
  galley_review_end_step (self);

  return other;
}
