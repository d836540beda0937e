/* galley-summary-sources.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-summary-private.h"

static void
source_free (gpointer data)
{
  GalleySummarySource *source = data;

  _galley_finding_free (source->quotes);
  g_ptr_array_unref (source->verbs);
  g_free (source);
}

static GalleySummarySource *
source_new (GalleySummary *self, GalleyAnnotation *annotation)
{
  GalleySummarySource *source = g_new0 (GalleySummarySource, 1);

  source->source = annotation;
  source->quotes = _galley_finding_new (NULL);
  source->n_quoted = galley_voices_count_of_source (self->voices, annotation, GALLEY_VOICE_DIRECT);
  source->n_paraphrased =
      galley_voices_count_of_source (self->voices, annotation, GALLEY_VOICE_PARAPHRASE);
  source->paragraph =
      galley_paragraphs_find_first (self->paragraphs,
                                    galley_annotation_get_details (annotation)->spans);
  source->verbs = _galley_findings_new (GALLEY_TERMS_VERB_CLASS);

  return source;
}

static void
take_anonymity (GalleySummary *self, GalleyAnnotation *source)
{
  const GalleyDetails *details = galley_annotation_get_details (source);

  if (details->ladder != NULL)
    _galley_findings_add (self->ladder, details->ladder, source);
  else
    _galley_finding_add (self->off_ladder, source);
  if (details->ladder == NULL || details->ladder[0] != 'A')
    return;

  for (guint i = 0; details->flags != NULL && details->flags[i] != NULL; i++)
    {
      if (galley_terms_find (GALLEY_TERMS_ANONYMITY, details->flags[i]) != NULL)
        _galley_findings_add (self->flags, details->flags[i], source);
    }
  if (galley_details_has_flag (details, "only-source-of-claim"))
    _galley_finding_add (self->alone, source);
}

/* Order of first quotes; quotes come in the order of the text. */
static void
take_quote (GalleySummary *self, GHashTable *by_source, GalleyAnnotation *quote)
{
  GalleyAnnotation *annotation = galley_review_get_source_of (self->review, quote);
  GalleySummarySource *source =
      annotation != NULL ? g_hash_table_lookup (by_source, annotation) : NULL;

  if (source == NULL)
    return;
  if (source->turn == 0)
    {
      g_ptr_array_add (self->turns, source);
      source->turn = self->turns->len;
    }
  _galley_finding_add (source->quotes, quote);
  _galley_findings_add (source->verbs, galley_annotation_get_details (quote)->verb_class, quote);
}

static void
take_quotes (GalleySummary *self, GHashTable *by_source)
{
  for (guint i = 0; i < self->kept->len; i++)
    {
      if (galley_annotation_get_kind (self->kept->pdata[i]) == GALLEY_KIND_QUOTE)
        take_quote (self, by_source, self->kept->pdata[i]);
    }
}

/* The table of sources, who is named and who is not, and who rests on whom. */
void
_galley_summary_take_sources (GalleySummary *self)
{
  g_autoptr (GHashTable) by_source = g_hash_table_new (NULL, NULL);

  self->sources = g_ptr_array_new_with_free_func (source_free);
  self->turns = g_ptr_array_new ();
  self->ladder = _galley_findings_new (GALLEY_TERMS_LADDER);
  self->off_ladder = _galley_finding_new (NULL);
  self->flags = _galley_findings_new (GALLEY_TERMS_ANONYMITY);
  self->alone = _galley_finding_new (NULL);

  for (guint i = 0; i < self->kept->len; i++)
    {
      GalleyAnnotation *annotation = self->kept->pdata[i];

      if (galley_annotation_get_kind (annotation) != GALLEY_KIND_SOURCE)
        continue;
      g_ptr_array_add (self->sources, source_new (self, annotation));
      g_hash_table_insert (by_source,
                           annotation,
                           g_ptr_array_index (self->sources, self->sources->len - 1));
      take_anonymity (self, annotation);
    }
  take_quotes (self, by_source);

  for (guint i = 0; i < self->sources->len; i++)
    _galley_findings_drop_empty (
        ((GalleySummarySource *) g_ptr_array_index (self->sources, i))->verbs);
  _galley_findings_drop_empty (self->ladder);
  _galley_findings_drop_empty (self->flags);
  if (self->turns->len == 1)
    self->only = self->turns->pdata[0];
}
