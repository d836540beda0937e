/* galley-summary.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-summary.h"

#include <string.h>

#include "model/galley-summary-private.h"

GalleyFinding *
_galley_finding_new (const GalleyTerm *term)
{
  GalleyFinding *self = g_new0 (GalleyFinding, 1);

  self->term = term;
  self->annotations = g_ptr_array_new ();

  return self;
}

void
_galley_finding_free (gpointer data)
{
  GalleyFinding *self = data;

  g_ptr_array_unref (self->annotations);
  g_free (self);
}

void
_galley_finding_add (GalleyFinding *self, GalleyAnnotation *annotation)
{
  g_ptr_array_add (self->annotations, annotation);
  if (galley_annotation_get_status (annotation) == GALLEY_STATUS_UNREVIEWED)
    self->n_unreviewed++;
}

/* One a term of the set, in the order people expect, and one for what has none. */
GPtrArray *
_galley_findings_new (GalleyTerms terms)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (_galley_finding_free);
  guint n_terms;
  const GalleyTerm *list = galley_terms_list (terms, &n_terms);

  for (guint i = 0; i < n_terms; i++)
    g_ptr_array_add (findings, _galley_finding_new (&list[i]));
  g_ptr_array_add (findings, _galley_finding_new (NULL));

  return findings;
}

void
_galley_findings_add (GPtrArray *findings, const char *id, GalleyAnnotation *annotation)
{
  for (guint i = 0; i < findings->len; i++)
    {
      GalleyFinding *finding = findings->pdata[i];

      if (finding->term == NULL || g_strcmp0 (finding->term->id, id) == 0)
        {
          _galley_finding_add (finding, annotation);
          return;
        }
    }
}

void
_galley_findings_drop_empty (GPtrArray *findings)
{
  for (guint i = findings->len; i > 0; i--)
    {
      const GalleyFinding *finding = findings->pdata[i - 1];

      if (finding->annotations->len == 0)
        g_ptr_array_remove_index (findings, i - 1);
    }
}

static void
take_opinion (GalleySummary *self, GalleyAnnotation *annotation)
{
  _galley_findings_add (self->opinions,
                        galley_annotation_get_details (annotation)->type,
                        annotation);
  self->n_opinions++;
}

static void
take_quote (GalleySummary *self, GalleyAnnotation *quote)
{
  GalleyAnnotation *source = galley_review_get_source_of (self->review, quote);

  if (strcmp (galley_annotation_get_details (quote)->type, "no-comment") == 0)
    _galley_finding_add (self->declined, quote);
  if (source == NULL || galley_annotation_get_status (source) == GALLEY_STATUS_REJECTED)
    _galley_finding_add (self->unsourced, quote);
}

static void
take_annotations (GalleySummary *self)
{
  for (guint i = 0; i < galley_review_get_n_annotations (self->review); i++)
    {
      GalleyAnnotation *annotation = galley_review_peek (self->review, i);

      if (galley_annotation_get_status (annotation) == GALLEY_STATUS_REJECTED)
        continue;
      g_ptr_array_add (self->kept, g_object_ref (annotation));
      if (galley_annotation_get_kind (annotation) == GALLEY_KIND_QUOTE)
        take_quote (self, annotation);
      else if (galley_annotation_get_kind (annotation) == GALLEY_KIND_OPINION)
        take_opinion (self, annotation);
    }
  _galley_findings_drop_empty (self->opinions);
}

/**
 * galley_summary_new:
 * @review: what to sum up
 *
 * Returns: (transfer full): the summary of what @review says now
 */
GalleySummary *
galley_summary_new (GalleyReview *review)
{
  GalleySummary *self = g_new0 (GalleySummary, 1);
  const GalleyMetadata *metadata = galley_article_get_metadata (galley_review_get_article (review));

  self->review = g_object_ref (review);
  self->kept = g_ptr_array_new_with_free_func (g_object_unref);
  self->paragraphs = galley_paragraphs_new (galley_review_get_article (review));
  self->voices = galley_voices_new (review);
  self->n_reviewed = galley_review_get_n_reviewed (review);
  self->n_total = galley_review_get_n_total (review);
  self->expects_opinion = galley_work_expects_opinion (metadata->type_of_work);
  self->opinions = _galley_findings_new (GALLEY_TERMS_OPINION);
  self->unsourced = _galley_finding_new (NULL);
  self->declined = _galley_finding_new (NULL);

  take_annotations (self);
  _galley_summary_take_sources (self);
  _galley_summary_take_headline (self);

  return self;
}

void
galley_summary_free (GalleySummary *self)
{
  galley_voices_free (self->voices);
  g_ptr_array_unref (self->turns);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->ladder);
  _galley_finding_free (self->off_ladder);
  g_ptr_array_unref (self->flags);
  _galley_finding_free (self->alone);
  _galley_finding_free (self->unsourced);
  g_ptr_array_unref (self->opinions);
  _galley_finding_free (self->declined);
  _galley_finding_free (self->headline_quotes);
  g_ptr_array_unref (self->support);
  galley_paragraphs_free (self->paragraphs);
  g_ptr_array_unref (self->kept);
  g_object_unref (self->review);
  g_free (self);
}

/**
 * galley_summary_get_paragraph:
 * @offset: a place in the article, in code points
 *
 * Returns: which paragraph that is in, from 1; 0 outside of them
 */
guint
galley_summary_get_paragraph (const GalleySummary *self, guint offset)
{
  return galley_paragraphs_find (self->paragraphs, offset);
}
