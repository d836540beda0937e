/* galley-reader-marks.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reader-decoder.h"

#include <math.h>

/* From the best labels to marks with probabilities. A perceptron has no probabilities of its own:
 * its scores over a temperature, found on articles that it had not learnt from, are taken for log
 * odds, and the share of all ways through the paragraph that have just this mark is its
 * probability. */

typedef float Column[GALLEY_VITERBI_MAX_LABELS];

typedef struct
{
  const GalleyReaderDecoder *decoder;
  guint n_words;
  Column transitions[GALLEY_VITERBI_MAX_LABELS];
  Column *odds;
  Column *forward;
  Column *backward;
} Lattice;

static float
to_odds (gint32 score, gint32 best, double temperature)
{
  return (float) exp (MAX (score - best, -100 * temperature) / temperature);
}

static void
fill_odds (Lattice *self, const GalleyChain *chain, double temperature)
{
  for (guint before = 0; before < GALLEY_READER_N_LABELS; before++)
    for (guint after = 0; after < GALLEY_READER_N_LABELS; after++)
      self->transitions[before][after] =
          chain->transitions[before][after] <= GALLEY_VITERBI_NEVER
              ? 0
              : to_odds (chain->transitions[before][after], 0, temperature);
  for (guint i = 0; i < self->n_words; i++)
    {
      const gint32 *scores = self->decoder->scores[i];
      gint32 best = scores[0];

      for (guint label = 1; label < GALLEY_READER_N_LABELS; label++)
        best = MAX (best, scores[label]);
      for (guint label = 0; label < GALLEY_READER_N_LABELS; label++)
        self->odds[i][label] = to_odds (scores[label], best, temperature);
    }
}

/* Divides the column, and with it the place's odds, by the column's sum: the products over a long
 * paragraph stay in range, and forward times backward sums to one at every place. */
static void
normalise (Lattice *self, guint position)
{
  float sum = 0;

  for (guint label = 0; label < GALLEY_READER_N_LABELS; label++)
    sum += self->forward[position][label];
  for (guint label = 0; label < GALLEY_READER_N_LABELS; label++)
    {
      self->forward[position][label] /= sum;
      self->odds[position][label] /= sum;
    }
}

static void
fill_forward (Lattice *self, const GalleyChain *chain)
{
  for (guint label = 0; label < GALLEY_READER_N_LABELS; label++)
    self->forward[0][label] =
        chain->start[label] <= GALLEY_VITERBI_NEVER ? 0 : self->odds[0][label];
  normalise (self, 0);
  for (guint i = 1; i < self->n_words; i++)
    {
      for (guint after = 0; after < GALLEY_READER_N_LABELS; after++)
        {
          float sum = 0;

          for (guint before = 0; before < GALLEY_READER_N_LABELS; before++)
            sum += self->forward[i - 1][before] * self->transitions[before][after];
          self->forward[i][after] = sum * self->odds[i][after];
        }
      normalise (self, i);
    }
}

/* What may come after @label at @position; @excluded, if any, may not. */
static float
sum_after (const Lattice *self, guint position, guint label, gint excluded)
{
  float sum = 0;

  if (position + 1 == self->n_words)
    return 1;
  for (guint after = 0; after < GALLEY_READER_N_LABELS; after++)
    if ((gint) after != excluded)
      sum += self->transitions[label][after] * self->odds[position + 1][after]
             * self->backward[position + 1][after];
  return sum;
}

static void
fill_backward (Lattice *self)
{
  for (guint i = self->n_words; i-- > 0;)
    for (guint label = 0; label < GALLEY_READER_N_LABELS; label++)
      self->backward[i][label] = sum_after (self, i, label, -1);
}

static double
probability_of (const Lattice *self, GalleyRole role, guint first, guint end)
{
  guint before = galley_reader_begins (role);
  guint inside = galley_reader_goes_on (role);
  double product = self->forward[first][before];

  for (guint i = first + 1; i < end; i++)
    {
      product *= (double) self->transitions[before][inside] * self->odds[i][inside];
      before = inside;
    }
  product *= sum_after (self, end - 1, before, (gint) inside);
  return CLAMP (product, 0, 1);
}

/* Quotation marks belong to the content that they enclose: takes in one that was left just outside.
 */
static void
take_in_quotation_marks (const GalleyReaderDecoder *decoder, guint *first, guint *end)
{
  const GalleyReaderSequence *sequence = &decoder->sequence;

  if (*first > 0 && sequence->words[*first - 1].place == GALLEY_PLACE_OPENING
      && decoder->labels[*first - 1] == GALLEY_READER_NOTHING)
    --*first;
  if (*end < sequence->n_words && sequence->words[*end].place == GALLEY_PLACE_CLOSING
      && decoder->labels[*end] == GALLEY_READER_NOTHING)
    ++*end;
}

static void
append_mark (const Lattice *lattice, GalleyRole role, guint first, guint end, GArray *marks)
{
  const GalleyReaderDecoder *decoder = lattice->decoder;
  GalleyMark mark = { .role = role, .probability = probability_of (lattice, role, first, end) };

  if (role == GALLEY_ROLE_CONTENT)
    take_in_quotation_marks (decoder, &first, &end);
  mark.first_token = decoder->sequence.first_token + first;
  mark.end_token = decoder->sequence.first_token + end;
  g_array_append_val (marks, mark);
}

static void
append_all (const Lattice *lattice, GArray *marks)
{
  const guint8 *labels = lattice->decoder->labels;

  for (guint i = 0; i < lattice->n_words;)
    {
      guint first = i++;
      GalleyRole role;

      if (labels[first] == GALLEY_READER_NOTHING)
        continue;
      role = galley_reader_role_of (labels[first]);
      while (i < lattice->n_words && labels[i] == galley_reader_goes_on (role))
        i++;
      append_mark (lattice, role, first, i, marks);
    }
}

/* Most paragraphs of some articles: there is nothing to weigh. */
static gboolean
marks_nothing (const GalleyReaderDecoder *decoder)
{
  for (guint i = 0; i < decoder->sequence.n_words; i++)
    if (decoder->labels[i] != GALLEY_READER_NOTHING)
      return FALSE;
  return TRUE;
}

/**
 * galley_reader_append_marks:
 * @decoder: after galley_reader_decode()
 * @marks: (element-type GalleyMark): gets what the labels mark
 */
void
galley_reader_append_marks (const GalleyReaderModel *model,
                            const GalleyReaderDecoder *decoder,
                            GArray *marks)
{
  guint n_words = decoder->sequence.n_words;
  g_autofree Column *room = NULL;
  Lattice lattice = { .decoder = decoder, .n_words = n_words };

  if (marks_nothing (decoder))
    return;
  room = g_new (Column, 3 * n_words);
  lattice.odds = room;
  lattice.forward = room + n_words;
  lattice.backward = room + 2 * n_words;
  fill_odds (&lattice, &model->chains[1], model->temperature);
  fill_forward (&lattice, &model->chains[1]);
  fill_backward (&lattice);
  append_all (&lattice, marks);
}
