/* galley-reader-decoder.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reader-decoder.h"

#include <string.h>

#include "base/galley-error.h"

#define LONG_QUOTATION  4 /* of GalleyReaderWord.quoted: more than 14 tokens */
#define SHORT_QUOTATION 1 /* up to three */

static void
init_chain (GalleyChain *chain, const GalleyLinearModel *model)
{
  memset (chain, 0, sizeof *chain);
  chain->n_labels = GALLEY_READER_N_LABELS;
  for (guint before = 0; before < chain->n_labels; before++)
    for (guint after = 0; after < chain->n_labels; after++)
      chain->transitions[before][after] = galley_linear_model_get_transition (model, before, after);
  galley_chain_constrain (chain, galley_reader_labels);
}

static gboolean
has_labels (const GalleyLinearModel *model)
{
  if (model->n_labels != GALLEY_READER_N_LABELS)
    return FALSE;
  for (guint i = 0; i < GALLEY_READER_N_LABELS; i++)
    if (strcmp (galley_linear_model_get_label (model, i), galley_reader_labels[i]) != 0)
      return FALSE;
  return TRUE;
}

/**
 * galley_reader_model_new:
 * @first: (transfer full): of the first pass
 * @second: (transfer full): of the second
 * @error: a #GALLEY_ERROR_MODEL where they are models of something else
 *
 * Returns: (transfer full) (nullable): both, ready to read with; threads may share it
 */
GalleyReaderModel *
galley_reader_model_new (GalleyLinearModel *first, GalleyLinearModel *second, GError **error)
{
  g_autoptr (GalleyReaderModel) self = g_new0 (GalleyReaderModel, 1);

  self->first = first;
  self->second = second;
  if (!has_labels (first) || !has_labels (second)
      || second->n_parameters != GALLEY_READER_N_PARAMETERS)
    {
      g_set_error_literal (error,
                           GALLEY_ERROR,
                           GALLEY_ERROR_MODEL,
                           "The model file is not one of a reader.");
      return NULL;
    }
  init_chain (&self->chains[0], first);
  init_chain (&self->chains[1], second);
  self->temperature = MAX (galley_linear_model_get_parameter (second, 0) / second->scale, 1);
  for (guint role = 0; role < G_N_ELEMENTS (self->eagerness); role++)
    self->eagerness[role] =
        (gint32) (galley_linear_model_get_parameter (second, 1 + role) / second->scale);
  return g_steal_pointer (&self);
}

void
galley_reader_model_free (GalleyReaderModel *self)
{
  if (self == NULL)
    return;
  galley_linear_model_free (self->first);
  galley_linear_model_free (self->second);
  g_free (self);
}

/**
 * galley_reader_guard:
 * @scores: (inout) (array): of every word
 *
 * Forbids what counting says is never right: a cue between quotation marks, and anything but
 * content in a long quotation.
 */
void
galley_reader_guard (const GalleyReaderSequence *sequence, GalleyScores *scores)
{
  for (guint i = 0; i < sequence->n_words; i++)
    {
      const GalleyReaderWord *word = &sequence->words[i];

      if (word->place == GALLEY_PLACE_PLAIN || word->quoted <= SHORT_QUOTATION)
        continue;
      scores[i][galley_reader_begins (GALLEY_ROLE_CUE)] = GALLEY_VITERBI_NEVER;
      scores[i][galley_reader_goes_on (GALLEY_ROLE_CUE)] = GALLEY_VITERBI_NEVER;
      if (word->quoted < LONG_QUOTATION)
        continue;
      scores[i][galley_reader_begins (GALLEY_ROLE_SOURCE)] = GALLEY_VITERBI_NEVER;
      scores[i][galley_reader_goes_on (GALLEY_ROLE_SOURCE)] = GALLEY_VITERBI_NEVER;
      scores[i][GALLEY_READER_NOTHING] = GALLEY_VITERBI_NEVER;
    }
}

static void
add_scores (const GalleyLinearModel *model, const guint32 *features, guint n, gint32 *scores)
{
  gint32 wide[GALLEY_LINEAR_N_SCORES] = { 0 };

  galley_linear_model_add_all (model, features, n, wide);
  for (guint label = 0; label < GALLEY_READER_N_LABELS; label++)
    scores[label] += wide[label];
}

/**
 * galley_reader_decode_first:
 *
 * Labels the decoder's sequence by the first pass alone, into @first_labels; the second pass's
 * share of the same features is put by.
 */
void
galley_reader_decode_first (const GalleyReaderModel *model, GalleyReaderDecoder *decoder)
{
  guint n_words = decoder->sequence.n_words;
  guint32 features[GALLEY_READER_MAX_FEATURES];

  for (guint i = 0; i < n_words; i++)
    {
      guint n = galley_reader_features (&decoder->sequence, i, features);

      memset (decoder->first_scores[i], 0, sizeof decoder->first_scores[i]);
      memset (decoder->scores[i], 0, sizeof decoder->scores[i]);
      add_scores (model->first, features, n, decoder->first_scores[i]);
      add_scores (model->second, features, n, decoder->scores[i]);
    }
  galley_reader_guard (&decoder->sequence, decoder->first_scores);
  galley_chain_decode (&model->chains[0],
                       (const GalleyScores *) decoder->first_scores,
                       n_words,
                       decoder->back,
                       decoder->first_labels);
}

/**
 * galley_reader_decode_second:
 *
 * Labels the sequence anew, into @labels, in the light of the decoder's @first_labels.
 */
void
galley_reader_decode_second (const GalleyReaderModel *model, GalleyReaderDecoder *decoder)
{
  guint n_words = decoder->sequence.n_words;
  guint32 features[GALLEY_READER_MAX_FEATURES];

  galley_reader_gist_init (&decoder->gist, &decoder->sequence, decoder->first_labels);
  for (guint i = 0; i < n_words; i++)
    {
      guint n = galley_reader_gist_features (&decoder->gist, i, features);

      for (guint role = 0; role < G_N_ELEMENTS (model->eagerness); role++)
        decoder->scores[i][galley_reader_begins ((GalleyRole) role)] += model->eagerness[role];
      add_scores (model->second, features, n, decoder->scores[i]);
    }
  galley_reader_guard (&decoder->sequence, decoder->scores);
  galley_chain_decode (&model->chains[1],
                       (const GalleyScores *) decoder->scores,
                       n_words,
                       decoder->back,
                       decoder->labels);
}

/**
 * galley_reader_decode:
 *
 * Labels the decoder's sequence by both passes, into @labels.
 */
void
galley_reader_decode (const GalleyReaderModel *model, GalleyReaderDecoder *decoder)
{
  galley_reader_decode_first (model, decoder);
  galley_reader_decode_second (model, decoder);
}
