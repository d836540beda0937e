/* galley-opinion-cases.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "train/galley-labelled-sentences.h"
#include "train/galley-logistic.h"

G_BEGIN_DECLS

#define GALLEY_CASE_FOLDS 5

/**
 * GalleyCase:
 * @features: (array length=n_features): what speaks for and against it
 * @truth: 0..1, what people say of it; or %GALLEY_LABELLED_UNKNOWN
 * @corpus: where it is from
 * @article: number of the article it is from
 * @sentence: number of its sentence
 * @place: of a word its token; 0 of a sentence
 */
typedef struct
{
  GalleyLogisticFeature *features;
  guint n_features;
  double truth;
  GalleyLabelledCorpus corpus;
  guint article;
  guint sentence;
  guint place;
} GalleyCase;

/**
 * GalleyCases:
 * @cases: (element-type GalleyCase)
 * @hashes: (element-type guint32): hash value of each learnt feature, from id @first_hash on
 * @first_hash: ids below are counts
 * @n_articles: how many articles they are from
 *
 * What a logistic regression over counts and hashed features learns from.
 */
typedef struct
{
  GArray *cases;
  GArray *hashes;
  guint first_hash;
  guint n_articles;
  /*< private >*/
  GHashTable *ids;
  GHashTable *articles;
} GalleyCases;

/* What of a sentence is looked at; for measuring what each part is worth. */
typedef enum
{
  GALLEY_CASES_COUNTS = 0,
  GALLEY_CASES_WORDS = 1 << 0,
} GalleyCasesParts;

/* Id of the feature that says that a sentence is from the news proper: the corpora were labelled by
 * other people to other rules. What is learnt of it goes into the bias. */
#define GALLEY_CASE_IS_NEWS GALLEY_N_OPINION_FEATURES

GalleyCases *galley_cases_new_sentences (GPtrArray *sentences, GalleyCasesParts parts);
GalleyCases *galley_cases_new_words (GPtrArray *sentences, const double *strengths);
void galley_cases_free (GalleyCases *self);
guint galley_cases_get_n_weights (const GalleyCases *self);
double galley_case_chance (const GalleyCase *self, const double *weights);
double *galley_cases_fit (const GalleyCases *self,
                          const GalleyLogisticSettings *settings,
                          const double *start,
                          const guint *folds,
                          gint left_out);
double *galley_cases_cross_validate (const GalleyCases *self,
                                     const GalleyLogisticSettings *settings,
                                     const double *start,
                                     guint n_repeats);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyCases, galley_cases_free)

G_END_DECLS
