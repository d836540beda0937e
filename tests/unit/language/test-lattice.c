/* test-lattice.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "language/galley-lattice.h"

static const char *const names[] = { "O", "B-cue", "I-cue", "B-content", "I-content" };
#define N_LABELS    G_N_ELEMENTS (names)
#define LONGEST     5
#define TEMPERATURE 40.0

typedef struct
{
  GalleyChain chain;
  GalleyScores scores[LONGEST];
  guint n;
} Case;

static void
make_case (Case *self, GRand *random, guint n)
{
  *self = (Case){ .chain = { .n_labels = N_LABELS }, .n = n };
  for (guint before = 0; before < N_LABELS; before++)
    {
      self->chain.start[before] = g_rand_int_range (random, -50, 50);
      for (guint after = 0; after < N_LABELS; after++)
        self->chain.transitions[before][after] = g_rand_int_range (random, -50, 50);
    }
  galley_chain_constrain (&self->chain, names);
  for (guint i = 0; i < n; i++)
    for (guint label = 0; label < N_LABELS; label++)
      self->scores[i][label] = g_rand_int_range (random, -100, 100);
}

static double
odds_of (const Case *self, const guint8 *labels)
{
  gint64 sum = (gint64) self->chain.start[labels[0]] + self->scores[0][labels[0]];

  for (guint i = 1; i < self->n; i++)
    sum += (gint64) self->chain.transitions[labels[i - 1]][labels[i]] + self->scores[i][labels[i]];

  return exp ((double) sum / TEMPERATURE);
}

static gboolean
has_span (const Case *self, const guint8 *labels, guint first, guint end, guint begins)
{
  if (labels[first] != begins || (end < self->n && labels[end] == begins + 1))
    return FALSE;
  for (guint i = first + 1; i < end; i++)
    if (labels[i] != begins + 1)
      return FALSE;

  return TRUE;
}

static gboolean
has_label (const Case *self, const guint8 *labels, guint place, guint end, guint begins)
{
  return labels[place] == begins || labels[place] == begins + 1;
}

/* Goes through all sequences, as an odometer does. */
static double
share_of_all (const Case *self,
              gboolean (*has) (const Case *, const guint8 *, guint, guint, guint),
              guint first,
              guint end,
              guint begins)
{
  guint8 labels[LONGEST] = { 0 };
  double with = 0, all = 0;
  guint place = 0;

  while (place < self->n)
    {
      double odds = odds_of (self, labels);

      all += odds;
      if (has (self, labels, first, end, begins))
        with += odds;
      for (place = 0; place < self->n && ++labels[place] == N_LABELS; place++)
        labels[place] = 0;
    }

  return with / all;
}

static void
test_spans (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 20; round++)
    {
      Case one;
      g_autoptr (GalleyLattice) lattice = NULL;

      make_case (&one, random, 1 + round % LONGEST);
      lattice =
          galley_lattice_new (&one.chain, (const GalleyScores *) one.scores, one.n, TEMPERATURE);
      for (guint first = 0; first < one.n; first++)
        for (guint end = first + 1; end <= one.n; end++)
          for (guint begins = 1; begins < N_LABELS; begins += 2)
            g_assert_cmpfloat_with_epsilon (
                galley_lattice_get_span (lattice, first, end, begins, begins + 1),
                share_of_all (&one, has_span, first, end, begins),
                1e-5);
    }
}

static void
test_mean (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint round = 0; round < 10; round++)
    {
      Case one;
      g_autoptr (GalleyLattice) lattice = NULL;
      double sum = 0;

      make_case (&one, random, LONGEST);
      lattice =
          galley_lattice_new (&one.chain, (const GalleyScores *) one.scores, one.n, TEMPERATURE);
      for (guint i = 0; i < one.n; i++)
        {
          double share = share_of_all (&one, has_label, i, i + 1, 3);

          g_assert_cmpfloat_with_epsilon (galley_lattice_get_mean (lattice, i, i + 1, 3, 4),
                                          share,
                                          1e-5);
          sum += share;
        }
      g_assert_cmpfloat_with_epsilon (galley_lattice_get_mean (lattice, 0, one.n, 3, 4),
                                      sum / one.n,
                                      1e-5);
    }
}

/* Where all is forbidden, or as good as, there are still numbers. */
static void
test_hopeless (void)
{
  Case one;
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GalleyLattice) lattice = NULL;
  double share;

  make_case (&one, random, 3);
  for (guint label = 0; label < N_LABELS; label++)
    one.scores[1][label] = label == 2 ? 0 : GALLEY_VITERBI_NEVER;
  one.scores[0][1] = GALLEY_VITERBI_NEVER;
  lattice = galley_lattice_new (&one.chain, (const GalleyScores *) one.scores, 3, 1);
  share = galley_lattice_get_span (lattice, 0, 2, 1, 2);
  g_assert_true (share >= 0 && share <= 1);
}

/* Scores that no float can hold as odds. */
static void
test_extreme (void)
{
  static const gint32 extremes[] = { -(1 << 27), -200, 200, 1 << 27 };
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint round = 0; round < 100; round++)
    {
      Case one;
      g_autoptr (GalleyLattice) lattice = NULL;

      make_case (&one, random, LONGEST);
      for (guint label = 0; label < N_LABELS; label++)
        {
          one.chain.start[label] = extremes[g_rand_int_range (random, 0, 4)];
          one.chain.transitions[label][0] = extremes[g_rand_int_range (random, 0, 4)];
          one.chain.transitions[label][3] = extremes[g_rand_int_range (random, 0, 4)];
          one.scores[round % LONGEST][label] = extremes[g_rand_int_range (random, 0, 4)];
        }
      lattice = galley_lattice_new (&one.chain, (const GalleyScores *) one.scores, one.n, 1);
      for (guint i = 0; i < one.n; i++)
        {
          double span = galley_lattice_get_span (lattice, i, one.n, 3, 4);
          double mean = galley_lattice_get_mean (lattice, i, one.n, 3, 4);

          g_assert_true (span >= 0 && span <= 1);
          g_assert_true (mean >= 0 && mean <= 1);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lattice/spans", test_spans);
  g_test_add_func ("/lattice/mean", test_mean);
  g_test_add_func ("/lattice/hopeless", test_hopeless);
  g_test_add_func ("/lattice/extreme", test_extreme);

  return g_test_run ();
}
