/* galley-lattice.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-lattice.h"

#include <math.h>

typedef float Column[GALLEY_VITERBI_MAX_LABELS];

struct _GalleyLattice
{
  guint n_labels;
  guint n;
  Column transitions[GALLEY_VITERBI_MAX_LABELS];
  Column *odds;
  Column *forward;
  Column *backward;
};

/* Within what a float holds, whatever the scores. */
static float
to_odds (gint32 score, gint32 best, double temperature)
{
  return (float) exp (CLAMP (score - best, -100 * temperature, 80 * temperature) / temperature);
}

static float
to_chain_odds (gint32 score, double temperature)
{
  return score <= GALLEY_VITERBI_NEVER ? 0 : to_odds (score, 0, temperature);
}

static void
fill_odds (GalleyLattice *self,
           const GalleyChain *chain,
           const GalleyScores *scores,
           double temperature)
{
  for (guint before = 0; before < self->n_labels; before++)
    for (guint after = 0; after < self->n_labels; after++)
      self->transitions[before][after] =
          to_chain_odds (chain->transitions[before][after], temperature);
  for (guint i = 0; i < self->n; i++)
    {
      gint32 best = scores[i][0];

      for (guint label = 1; label < self->n_labels; label++)
        best = MAX (best, scores[i][label]);
      for (guint label = 0; label < self->n_labels; label++)
        self->odds[i][label] = to_odds (scores[i][label], best, temperature);
    }
}

/* Divides the column, and with it the place's odds, by the column's sum: the products over a long
 * sequence stay in range, and forward times backward sums to one at every place. */
static void
normalise (GalleyLattice *self, guint position)
{
  float sum = 0;

  for (guint label = 0; label < self->n_labels; label++)
    sum += self->forward[position][label];
  for (guint label = 0; label < self->n_labels; label++)
    {
      self->forward[position][label] /= sum;
      self->odds[position][label] /= sum;
    }
}

static void
fill_forward (GalleyLattice *self, const GalleyChain *chain, double temperature)
{
  for (guint label = 0; label < self->n_labels; label++)
    self->forward[0][label] =
        to_chain_odds (chain->start[label], temperature) * self->odds[0][label];
  normalise (self, 0);
  for (guint i = 1; i < self->n; i++)
    {
      for (guint after = 0; after < self->n_labels; after++)
        {
          float sum = 0;

          for (guint before = 0; before < self->n_labels; before++)
            sum += self->forward[i - 1][before] * self->transitions[before][after];
          self->forward[i][after] = sum * self->odds[i][after];
        }
      normalise (self, i);
    }
}

/* What may come after @label at @position; @excluded, if any, may not. */
static float
sum_after (const GalleyLattice *self, guint position, guint label, gint excluded)
{
  float sum = 0;

  if (position + 1 == self->n)
    return 1;
  for (guint after = 0; after < self->n_labels; after++)
    if ((gint) after != excluded)
      sum += self->transitions[label][after] * self->odds[position + 1][after]
             * self->backward[position + 1][after];
  return sum;
}

static void
fill_backward (GalleyLattice *self)
{
  for (guint i = self->n; i-- > 0;)
    for (guint label = 0; label < self->n_labels; label++)
      self->backward[i][label] = sum_after (self, i, label, -1);
}

/**
 * galley_lattice_new:
 * @chain: with the scores of a label in the first place and after another
 * @scores: (array length=n): of every label at every place
 * @n: places, at least one
 * @temperature: scores divided by it are log odds
 *
 * Returns: (transfer full)
 */
GalleyLattice *
galley_lattice_new (const GalleyChain *chain,
                    const GalleyScores *scores,
                    guint n,
                    double temperature)
{
  GalleyLattice *self = g_new (GalleyLattice, 1);

  self->n_labels = chain->n_labels;
  self->n = n;
  self->odds = g_new (Column, 3 * n);
  self->forward = self->odds + n;
  self->backward = self->odds + 2 * n;
  fill_odds (self, chain, scores, temperature);
  fill_forward (self, chain, temperature);
  fill_backward (self);
  return self;
}

void
galley_lattice_free (GalleyLattice *self)
{
  if (self == NULL)
    return;
  g_free (self->odds);
  g_free (self);
}

/* Where odds were too small for a float, there is no number, and no share. */
static double
to_share (double value)
{
  return value > 0 ? MIN (value, 1) : 0;
}

/**
 * galley_lattice_get_span:
 * @first: its first place
 * @end: one past its last
 * @begins: the label of its first place
 * @goes_on: that of the others
 *
 * Returns: 0..1, the share of all ways in which just this span stands there, neither shorter nor
 *   longer
 */
double
galley_lattice_get_span (
    const GalleyLattice *self, guint first, guint end, guint begins, guint goes_on)
{
  guint before = begins;
  double product = self->forward[first][begins];

  for (guint i = first + 1; i < end; i++)
    {
      product *= (double) self->transitions[before][goes_on] * self->odds[i][goes_on];
      before = goes_on;
    }
  product *= sum_after (self, end - 1, before, (gint) goes_on);
  return to_share (product);
}

/**
 * galley_lattice_get_mean:
 * @first: the first place
 * @end: one past the last
 * @begins: a label
 * @goes_on: another
 *
 * Returns: 0..1, how probable it is of one of these places that it has one of the two labels, on
 *   average: how surely a span stands there, wherever its edges are
 */
double
galley_lattice_get_mean (
    const GalleyLattice *self, guint first, guint end, guint begins, guint goes_on)
{
  double sum = 0;

  for (guint i = first; i < end; i++)
    sum += (double) (self->forward[i][begins] * self->backward[i][begins]
                     + self->forward[i][goes_on] * self->backward[i][goes_on]);
  return to_share (sum / (end - first));
}
