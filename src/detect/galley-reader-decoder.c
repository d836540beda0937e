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
init_chain (GalleyChain *chain, const GalleyLinearModel *model, guint first_label)
{
  memset (chain, 0, sizeof *chain);
  chain->n_labels = GALLEY_READER_N_LABELS;
  for (guint before = 0; before < chain->n_labels; before++)
    for (guint after = 0; after < chain->n_labels; after++)
      chain->transitions[before][after] =
          galley_linear_model_get_transition (model, first_label + before, first_label + after);
  galley_chain_constrain (chain, galley_reader_labels);
}

static gboolean
has_labels (const GalleyLinearModel *model)
{
  if (model->n_labels != 2 * GALLEY_READER_N_LABELS)
    return FALSE;
  for (guint i = 0; i < model->n_labels; i++)
    if (strcmp (galley_linear_model_get_label (model, i),
                galley_reader_labels[i % GALLEY_READER_N_LABELS])
        != 0)
      return FALSE;
  return TRUE;
}

/**
 * galley_reader_model_new:
 * @linear: (transfer full): both passes, as galley_linear_model_join() puts them together
 * @error: a #GALLEY_ERROR_MODEL where it is a model of something else
 *
 * Returns: (transfer full) (nullable): the model, ready to read with; threads may share it
 */
GalleyReaderModel *
galley_reader_model_new (GalleyLinearModel *linear, GError **error)
{
  g_autoptr (GalleyReaderModel) self = g_new0 (GalleyReaderModel, 1);

  self->linear = linear;
  if (!has_labels (linear) || linear->n_parameters != GALLEY_READER_N_PARAMETERS)
    {
      g_set_error_literal (error,
                           GALLEY_ERROR,
                           GALLEY_ERROR_MODEL,
                           "The model file is not one of a reader.");
      return NULL;
    }
  init_chain (&self->chains[0], linear, 0);
  init_chain (&self->chains[1], linear, GALLEY_READER_N_LABELS);
  self->temperature = MAX (galley_linear_model_get_parameter (linear, 0) / linear->scale, 1);
  for (guint role = 0; role < G_N_ELEMENTS (self->eagerness); role++)
    self->eagerness[role] =
        (gint32) (galley_linear_model_get_parameter (linear, 1 + role) / linear->scale);
  return g_steal_pointer (&self);
}

void
galley_reader_model_free (GalleyReaderModel *self)
{
  if (self == NULL)
    return;
  galley_linear_model_free (self->linear);
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
      gint32 both[GALLEY_LINEAR_N_SCORES] = { 0 };

      galley_linear_model_add_all (model->linear, features, n, both);
      for (guint label = 0; label < GALLEY_READER_N_LABELS; label++)
        {
          decoder->first_scores[i][label] = both[label];
          decoder->scores[i][label] = both[GALLEY_READER_N_LABELS + label];
        }
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
      gint32 both[GALLEY_LINEAR_N_SCORES] = { 0 };

      galley_linear_model_add_all (model->linear, features, n, both);
      for (guint label = 0; label < GALLEY_READER_N_LABELS; label++)
        decoder->scores[i][label] += both[GALLEY_READER_N_LABELS + label];
      for (guint role = 0; role < G_N_ELEMENTS (model->eagerness); role++)
        decoder->scores[i][galley_reader_begins ((GalleyRole) role)] += model->eagerness[role];
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
