/* galley-reader-trainer.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train/galley-reader-trainer.h"

#include <string.h>

#include "train/galley-feature-counts.h"
#include "train/galley-train.h"

#define MAX_FEATURES (2 * GALLEY_READER_MAX_FEATURES)

static void
sequence_free (GalleyTrainSequence *self)
{
  g_free (self->first);
  g_free (self->features);
  g_free (self->ends);
  g_free (self);
}

static void
add_paragraph (GPtrArray *sequences,
               const GalleyCorpusArticle *article,
               guint paragraph,
               guint fold)
{
  GalleyTokenRun run = g_array_index (article->text->paragraphs, GalleyTokenRun, paragraph);

  for (guint first = run.first_token; first < run.end_token;)
    {
      GalleyTrainSequence *sequence = g_new0 (GalleyTrainSequence, 1);
      guint end = galley_reader_sequence_end (article->text, paragraph, first);

      sequence->article = article;
      sequence->paragraph = paragraph;
      sequence->first_token = first;
      sequence->n_words = end - first;
      sequence->fold = fold;
      sequence->gold = article->labels + first;
      if (article->beliefs != NULL)
        sequence->beliefs = article->beliefs + first * GALLEY_READER_N_LABELS;
      g_ptr_array_add (sequences, sequence);
      first = end;
    }
}

/**
 * galley_train_sequences_new:
 * @articles: (element-type GalleyCorpusArticle): borrowed by the result
 * @n_folds: parts of the jackknife; whole articles take turns
 *
 * Returns: (transfer full) (element-type GalleyTrainSequence): their paragraphs
 */
GPtrArray *
galley_train_sequences_new (GPtrArray *articles, guint n_folds)
{
  GPtrArray *sequences = g_ptr_array_new_with_free_func ((GDestroyNotify) sequence_free);

  for (guint i = 0; i < articles->len; i++)
    {
      const GalleyCorpusArticle *article = g_ptr_array_index (articles, i);

      for (guint k = 0; k < article->text->paragraphs->len; k++)
        add_paragraph (sequences, article, k, i % n_folds);
    }
  return sequences;
}

static guint
write_features (const GalleyTrainSequence *sequence,
                const GalleyReaderDecoder *room,
                guint position,
                guint32 *features)
{
  guint n = galley_reader_features (&room->sequence, position, features);

  if (sequence->first != NULL)
    n += galley_reader_gist_features (&room->gist, position, features + n);
  return n;
}

static void
prepare (const GalleyTrainSequence *sequence, GalleyReaderDecoder *room)
{
  galley_reader_sequence_init (&room->sequence,
                               sequence->article->text,
                               sequence->paragraph,
                               sequence->first_token);
  if (sequence->first != NULL)
    galley_reader_gist_init (&room->gist, &room->sequence, sequence->first);
}

static void
count_sequence (GalleyFeatureCounts *counts,
                const GalleyTrainSequence *sequence,
                GalleyReaderDecoder *room)
{
  guint32 features[MAX_FEATURES];

  prepare (sequence, room);
  for (guint i = 0; i < sequence->n_words; i++)
    galley_feature_counts_see (counts, features, write_features (sequence, room, i, features));
}

static void
extract_sequence (const GalleyFeatureCounts *counts,
                  GalleyFeatureIndex *index,
                  guint least_seen,
                  GalleyTrainSequence *sequence,
                  GalleyReaderDecoder *room)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 features[MAX_FEATURES];

  prepare (sequence, room);
  g_free (sequence->ends);
  g_free (sequence->features);
  sequence->ends = g_new (guint32, sequence->n_words + 1);
  for (guint i = 0; i < sequence->n_words; i++)
    {
      guint n = write_features (sequence, room, i, features);

      n = galley_feature_counts_prune (counts, least_seen, features, n);
      for (guint k = 0; k < n; k++)
        features[k] = galley_feature_index_ensure (index, features[k]);
      g_array_append_vals (all, features, n);
      sequence->ends[i] = all->len;
    }
  sequence->features = g_memdup2 (all->data, all->len * sizeof (guint32));
}

/**
 * galley_train_extract:
 * @sequences: (element-type GalleyTrainSequence)
 * @least_seen: features that are rarer are left out
 *
 * Writes down the features of every word; with those of the second pass where the first has been.
 *
 * Returns: (transfer full): the numbers that it gave them
 */
GalleyFeatureIndex *
galley_train_extract (GPtrArray *sequences, guint least_seen)
{
  g_autoptr (GalleyFeatureCounts) counts = galley_feature_counts_new ();
  g_autofree GalleyReaderDecoder *room = g_new (GalleyReaderDecoder, 1);
  GalleyFeatureIndex *index = galley_feature_index_new ();

  for (guint i = 0; i < sequences->len; i++)
    count_sequence (counts, g_ptr_array_index (sequences, i), room);
  for (guint i = 0; i < sequences->len; i++)
    extract_sequence (counts, index, least_seen, g_ptr_array_index (sequences, i), room);
  return index;
}

static void
learn_round (
    GalleyCrf *crf, GPtrArray *sequences, const guint *order, gint skipped_fold, float step)
{
  for (guint i = 0; i < sequences->len; i++)
    {
      const GalleyTrainSequence *sequence = g_ptr_array_index (sequences, order[i]);
      GalleyCrfSequence example = {
        .features = sequence->features,
        .ends = sequence->ends,
        .labels = sequence->gold,
        .beliefs = sequence->beliefs,
        .n = sequence->n_words,
      };

      if ((gint) sequence->fold != skipped_fold)
        galley_crf_learn (crf, &example, step);
    }
  galley_crf_end_round (crf);
}

/**
 * galley_train_learn:
 * @index: what galley_train_extract() returned
 * @skipped_fold: a part of the jackknife that is not learnt from, or −1
 * @parameters: the model's
 *
 * Learns a conditional random field.
 *
 * Returns: (transfer full): its file
 */
GBytes *
galley_train_learn (GPtrArray *sequences,
                    const GalleyFeatureIndex *index,
                    gint skipped_fold,
                    const GalleyTrainSettings *settings,
                    const char *version,
                    const float parameters[GALLEY_READER_N_PARAMETERS])
{
  g_autoptr (GalleyCrf) crf = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (GALLEY_TRAIN_SEED);
  g_autofree guint *order = galley_train_order_new (sequences->len);

  crf = galley_crf_new (galley_reader_labels, GALLEY_READER_N_LABELS, index->features->len);
  for (guint round = 0; round < settings->rounds_to_select + settings->rounds; round++)
    {
      if (round > 0 && round == settings->rounds_to_select)
        galley_crf_select (crf, settings->share_selected);
      galley_train_shuffle (random, order, sequences->len);
      learn_round (crf, sequences, order, skipped_fold, settings->step);
    }
  return galley_crf_to_model (crf,
                              (const guint32 *) index->features->data,
                              version,
                              settings->least_weight,
                              parameters,
                              GALLEY_READER_N_PARAMETERS);
}
