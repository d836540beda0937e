/* test-viterbi.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "language/galley-viterbi.h"

static const char *const names[] = { "O", "B-cue", "I-cue", "B-content", "I-content" };
#define N_LABELS G_N_ELEMENTS (names)
#define LONGEST  7

static GalleyChain
make_chain (GRand *random)
{
  GalleyChain chain = { .n_labels = N_LABELS };

  for (guint before = 0; before < N_LABELS; before++)
    for (guint after = 0; after < N_LABELS; after++)
      chain.transitions[before][after] = random != NULL ? g_rand_int_range (random, -50, 50) : 0;
  galley_chain_constrain (&chain, names);
  return chain;
}

static gint64
score_of (const GalleyChain *chain, const GalleyScores *scores, const guint8 *labels, guint n)
{
  gint64 sum = (gint64) chain->start[labels[0]] + scores[0][labels[0]];

  for (guint i = 1; i < n; i++)
    sum += (gint64) chain->transitions[labels[i - 1]][labels[i]] + scores[i][labels[i]];
  return sum;
}

/* Goes through all sequences, as an odometer does. */
static gint64
best_of_all (const GalleyChain *chain, const GalleyScores *scores, guint n)
{
  guint8 labels[LONGEST] = { 0 };
  gint64 best = G_MININT64;
  guint place = 0;

  while (place < n)
    {
      best = MAX (best, score_of (chain, scores, labels, n));
      for (place = 0; place < n && ++labels[place] == N_LABELS; place++)
        labels[place] = 0;
    }
  return best;
}

static void
test_best (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 60; round++)
    {
      guint n = 1 + round % 5;
      GalleyChain chain = make_chain (random);
      GalleyScores scores[LONGEST];
      guint8 back[LONGEST * GALLEY_VITERBI_MAX_LABELS];
      guint8 labels[LONGEST];

      for (guint i = 0; i < n; i++)
        for (guint label = 0; label < N_LABELS; label++)
          scores[i][label] = g_rand_int_range (random, -100, 100);
      galley_chain_decode (&chain, (const GalleyScores *) scores, n, back, labels);
      g_assert_cmpint (score_of (&chain, (const GalleyScores *) scores, labels, n),
                       ==,
                       best_of_all (&chain, (const GalleyScores *) scores, n));
    }
}

/* However much speaks for it, a span does not go on that did not begin. */
static void
test_constraints (void)
{
  GalleyChain chain = make_chain (NULL);
  GalleyScores scores[3] = { { 0, 0, 1000 }, { 0, 0, 0, 0, 1000 }, { 0, 0, 1000 } };
  guint8 back[3 * GALLEY_VITERBI_MAX_LABELS];
  guint8 labels[3];

  galley_chain_decode (&chain, (const GalleyScores *) scores, 3, back, labels);
  g_assert_cmpuint (labels[0], !=, 2);
  for (guint i = 1; i < 3; i++)
    {
      g_assert_false (labels[i] == 2 && labels[i - 1] != 1 && labels[i - 1] != 2);
      g_assert_false (labels[i] == 4 && labels[i - 1] != 3 && labels[i - 1] != 4);
    }
}

/* Nothing overflows where every way is forbidden, however long. */
static void
test_forbidden (void)
{
  GalleyChain chain = make_chain (NULL);
  guint n = 5000;
  g_autofree GalleyScores *scores = g_new (GalleyScores, n);
  g_autofree guint8 *back = g_new (guint8, n * GALLEY_VITERBI_MAX_LABELS);
  g_autofree guint8 *labels = g_new (guint8, n);

  for (guint i = 0; i < n; i++)
    for (guint label = 0; label < N_LABELS; label++)
      scores[i][label] = GALLEY_VITERBI_NEVER;
  galley_chain_decode (&chain, (const GalleyScores *) scores, n, back, labels);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (labels[i], <, N_LABELS);
}

static void
test_empty (void)
{
  GalleyChain chain = make_chain (NULL);
  GalleyScores scores[1];
  guint8 back[GALLEY_VITERBI_MAX_LABELS];
  guint8 labels[1] = { 99 };

  galley_chain_decode (&chain, (const GalleyScores *) scores, 0, back, labels);
  g_assert_cmpuint (labels[0], ==, 99);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/viterbi/best", test_best);
  g_test_add_func ("/viterbi/constraints", test_constraints);
  g_test_add_func ("/viterbi/forbidden", test_forbidden);
  g_test_add_func ("/viterbi/empty", test_empty);
  return g_test_run ();
}
