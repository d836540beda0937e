/* galley-reader-trainer.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train/galley-reader-trainer.h"

#include <string.h>

#include "train/galley-perceptron.h"
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
 */
void
galley_train_extract (GPtrArray *sequences, guint least_seen)
{
  g_autoptr (GalleyFeatureCounts) counts = galley_feature_counts_new ();
  g_autofree GalleyReaderDecoder *room = g_new (GalleyReaderDecoder, 1);

  for (guint i = 0; i < sequences->len; i++)
    count_sequence (counts, g_ptr_array_index (sequences, i), room);
  for (guint i = 0; i < sequences->len; i++)
    extract_sequence (counts, least_seen, g_ptr_array_index (sequences, i), room);
}

static const guint32 *
features_of (const GalleyTrainSequence *sequence, guint position, guint *n_features)
{
  guint32 start = position > 0 ? sequence->ends[position - 1] : 0;

  *n_features = sequence->ends[position] - start;
  return sequence->features + start;
}

static void
fill_chain (GalleyChain *chain, const GalleyPerceptron *perceptron)
{
  memset (chain, 0, sizeof *chain);
  chain->n_labels = GALLEY_READER_N_LABELS;
  for (guint before = 0; before < chain->n_labels; before++)
    for (guint after = 0; after < chain->n_labels; after++)
      chain->transitions[before][after] = perceptron->transitions[before * chain->n_labels + after];
  galley_chain_constrain (chain, galley_reader_labels);
}

static void
update (GalleyPerceptron *perceptron, const GalleyTrainSequence *sequence, const guint8 *found)
{
  const guint8 *gold = sequence->gold;

  for (guint i = 0; i < sequence->n_words; i++)
    {
      guint n_features;
      const guint32 *features = features_of (sequence, i, &n_features);

      if (gold[i] != found[i])
        {
          galley_perceptron_update (perceptron, features, n_features, gold[i], 1);
          galley_perceptron_update (perceptron, features, n_features, found[i], -1);
        }
      if (i > 0 && (gold[i] != found[i] || gold[i - 1] != found[i - 1]))
        {
          galley_perceptron_update_transition (perceptron, gold[i - 1], gold[i], 1);
          galley_perceptron_update_transition (perceptron, found[i - 1], found[i], -1);
        }
    }
}

static void
learn_sequence (GalleyPerceptron *perceptron,
                const GalleyTrainSequence *sequence,
                gint32 cost,
                GalleyReaderDecoder *room)
{
  GalleyChain chain;

  memset (room->scores, 0, sequence->n_words * sizeof *room->scores);
  for (guint i = 0; i < sequence->n_words; i++)
    {
      guint n_features;
      const guint32 *features = features_of (sequence, i, &n_features);

      galley_perceptron_add_all (perceptron, features, n_features, room->scores[i]);
      room->scores[i][sequence->gold[i]] -= cost;
    }
  fill_chain (&chain, perceptron);
  galley_chain_decode (
      &chain, (const GalleyScores *) room->scores, sequence->n_words, room->back, room->labels);
  perceptron->step++;
  if (memcmp (room->labels, sequence->gold, sequence->n_words) != 0)
    update (perceptron, sequence, room->labels);
}

/**
 * galley_train_learn:
 * @skipped_fold: a part of the jackknife that is not learnt from, or −1
 * @temperature: the model's parameter
 *
 * Learns an averaged structured perceptron.
 *
 * Returns: (transfer full): its file
 */
GBytes *
galley_train_learn (GPtrArray *sequences,
                    gint skipped_fold,
                    const GalleyTrainSettings *settings,
                    const char *version,
                    float temperature)
{
  g_autoptr (GalleyPerceptron) perceptron = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (GALLEY_TRAIN_SEED);
  g_autofree guint *order = galley_train_order_new (sequences->len);
  g_autofree GalleyReaderDecoder *room = g_new (GalleyReaderDecoder, 1);

  perceptron = galley_perceptron_new (GALLEY_READER_N_LABELS);
  for (guint epoch = 0; epoch < settings->epochs; epoch++)
    {
      galley_train_shuffle (random, order, sequences->len);
      for (guint i = 0; i < sequences->len; i++)
        {
          const GalleyTrainSequence *sequence = g_ptr_array_index (sequences, order[i]);

          if ((gint) sequence->fold != skipped_fold)
            learn_sequence (perceptron, sequence, settings->cost, room);
        }
    }
  return galley_perceptron_to_model (perceptron, version, galley_reader_labels, &temperature, 1);
}
