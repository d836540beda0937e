/* galley-reader-trainer.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-reader-decoder.h"
#include "train/galley-corpus.h"
#include "train/galley-crf.h"
#include "train/galley-feature-index.h"

G_BEGIN_DECLS

/**
 * GalleyTrainSequence:
 * @article: where it stands
 * @paragraph: the paragraph in it
 * @first_token: its first token
 * @n_words: how many tokens
 * @fold: which part of the jackknife it belongs to
 * @gold: (array length=n_words): right labels; borrowed
 * @beliefs: (nullable): how likely each label of each word is, in 255ths; borrowed
 * @first: (array length=n_words) (nullable): what a first pass that had not seen it says
 * @features: numbers, one word's after the other's
 * @ends: (array length=n_words): where each word's features end
 *
 * A paragraph to learn from.
 */
typedef struct
{
  const GalleyCorpusArticle *article;
  guint paragraph;
  guint first_token;
  guint n_words;
  guint fold;
  const guint8 *gold;
  const guint8 *beliefs;
  guint8 *first;
  guint32 *features;
  guint32 *ends;
} GalleyTrainSequence;

typedef struct
{
  guint rounds;
  guint rounds_to_select; /* before the features are chosen that are learnt with */
  float share_selected;
  float step;
  guint least_seen;
  guint least_weight; /* in 511ths of the largest */
} GalleyTrainSettings;

GPtrArray *galley_train_sequences_new (GPtrArray *articles, guint n_folds);
GalleyFeatureIndex *galley_train_extract (GPtrArray *sequences, guint least_seen);
GBytes *galley_train_learn (GPtrArray *sequences,
                            const GalleyFeatureIndex *index,
                            gint skipped_fold,
                            const GalleyTrainSettings *settings,
                            const char *version,
                            const float parameters[GALLEY_READER_N_PARAMETERS]);

G_END_DECLS
