/* test-crf.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "language/galley-linear-model.h"
#include "language/galley-word-facts.h"
#include "train/galley-crf.h"
#include "train/galley-feature-index.h"
#include "train/galley-train.h"

#define N_LABELS 3
#define N_ROUNDS 40
#define STEP     0.2f

enum
{
  OUTSIDE,
  BEGINS,
  GOES_ON,
};

static const char *const labels[N_LABELS] = { "O", "B-x", "I-x" };

/* What a place has to say for each label, in the unit of the weights. */
static void
get_weights (GBytes *bytes, guint32 feature, float weights[N_LABELS])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyLinearModel) model = galley_linear_model_new (bytes, &error);
  gint32 scores[GALLEY_LINEAR_N_SCORES] = { 0 };

  g_assert_no_error (error);
  galley_linear_model_add (model, feature, scores);
  for (guint label = 0; label < N_LABELS; label++)
    weights[label] = (float) scores[label] * model->scale;
}

static float
get_transition (GBytes *bytes, guint before, guint after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyLinearModel) model = galley_linear_model_new (bytes, &error);

  g_assert_no_error (error);
  return (float) galley_linear_model_get_transition (model, before, after) * model->scale;
}

static void
assert_three_of_four (GalleyCrf *crf, guint32 hash)
{
  g_autoptr (GBytes) bytes = galley_crf_to_model (crf, &hash, "test", 0, NULL, 0);
  float weights[N_LABELS];

  get_weights (bytes, hash, weights);
  g_assert_cmpfloat_with_epsilon (weights[BEGINS] - weights[OUTSIDE], log (3), 0.15);
  g_assert_cmpfloat_with_epsilon (weights[GOES_ON], 0, 0.01);
}

/* One word that begins a span three times of four. */
static void
test_chances (void)
{
  static const guint8 begins = BEGINS;
  static const guint8 outside = OUTSIDE;
  const guint32 feature = 0;
  const guint32 end = 1;
  g_autoptr (GalleyCrf) crf = galley_crf_new (labels, N_LABELS, 1);
  GalleyCrfSequence sequence = { .features = &feature, .ends = &end, .n = 1 };

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      for (guint i = 0; i < 8; i++)
        {
          sequence.labels = i % 4 == 0 ? &outside : &begins;
          galley_crf_learn (crf, &sequence, STEP);
        }
      galley_crf_end_round (crf);
    }
  assert_three_of_four (crf, galley_hash_pair (1, 1));
}

/* The same, of a word whose label is not known for sure. */
static void
test_beliefs (void)
{
  static const guint8 begins = BEGINS;
  static const guint8 beliefs[N_LABELS] = { 64, 191, 0 };
  const guint32 feature = 0;
  const guint32 end = 1;
  g_autoptr (GalleyCrf) crf = galley_crf_new (labels, N_LABELS, 1);
  const GalleyCrfSequence sequence = {
    .features = &feature, .ends = &end, .labels = &begins, .beliefs = beliefs, .n = 1
  };

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      for (guint i = 0; i < 8; i++)
        galley_crf_learn (crf, &sequence, STEP);
      galley_crf_end_round (crf);
    }
  assert_three_of_four (crf, galley_hash_pair (1, 1));
}

/* Two words alike, of which only the place in a span tells what they are: B-x I-x, over and over.
 */
static GBytes *
learn_pairs (gboolean select)
{
  enum
  {
    N_WORDS = 6,
    N_FEATURES = 4,
  };
  guint32 features[2 * N_WORDS];
  guint32 hashes[N_FEATURES];
  guint32 ends[N_WORDS];
  guint8 right[N_WORDS];
  const GalleyCrfSequence sequence = {
    .features = features, .ends = ends, .labels = right, .n = N_WORDS
  };
  g_autoptr (GalleyCrf) crf = galley_crf_new (labels, N_LABELS, N_FEATURES);

  for (guint i = 0; i < N_FEATURES; i++)
    hashes[i] = galley_hash_pair (1, i);
  for (guint i = 0; i < N_WORDS; i++)
    {
      /* The first feature says whether it is in a span; the last two say nothing. */
      features[2 * i] = i < 4 ? 0 : 1;
      features[2 * i + 1] = 2 + (i / 2) % 2;
      ends[i] = 2 * (i + 1);
      right[i] = i >= 4 ? OUTSIDE : i % 2 == 0 ? BEGINS : GOES_ON;
    }
  for (guint round = 0; round < 2 * N_ROUNDS; round++)
    {
      if (round == N_ROUNDS && select)
        galley_crf_select (crf, 0.5f);
      galley_crf_learn (crf, &sequence, STEP);
      galley_crf_end_round (crf);
    }
  return galley_crf_to_model (crf, hashes, "test", 0, NULL, 0);
}

static void
test_transitions (void)
{
  g_autoptr (GBytes) bytes = learn_pairs (FALSE);

  g_assert_cmpfloat (get_transition (bytes, BEGINS, GOES_ON),
                     >,
                     get_transition (bytes, BEGINS, BEGINS) + 1);
  /* What is forbidden is not learnt. */
  g_assert_cmpfloat_with_epsilon (get_transition (bytes, OUTSIDE, GOES_ON), 0, 0.01);
}

static void
test_selects (void)
{
  g_autoptr (GBytes) all = learn_pairs (FALSE);
  g_autoptr (GBytes) selected = learn_pairs (TRUE);
  float weights[N_LABELS];

  get_weights (all, galley_hash_pair (1, 3), weights);
  g_assert_cmpfloat (fabsf (weights[BEGINS]), >, 0);
  get_weights (selected, galley_hash_pair (1, 3), weights);
  g_assert_cmpfloat_with_epsilon (weights[BEGINS], 0, 1e-6);
  get_weights (selected, galley_hash_pair (1, 1), weights);
  g_assert_cmpfloat (weights[OUTSIDE], >, weights[BEGINS]);
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) one = learn_pairs (TRUE);
  g_autoptr (GBytes) two = learn_pairs (TRUE);

  g_assert_true (g_bytes_equal (one, two));
}

static void
test_empty (void)
{
  const guint32 hash = galley_hash_pair (1, 1);
  g_autoptr (GalleyCrf) crf = galley_crf_new (labels, N_LABELS, 1);
  g_autoptr (GBytes) bytes = NULL;
  float weights[N_LABELS];

  galley_crf_learn (crf, &(GalleyCrfSequence){ 0 }, STEP);
  galley_crf_end_round (crf);
  bytes = galley_crf_to_model (crf, &hash, "test", 0, NULL, 0);
  get_weights (bytes, hash, weights);
  g_assert_cmpfloat_with_epsilon (weights[OUTSIDE], 0, 1e-6);
}

static void
test_index (void)
{
  enum
  {
    MANY = 600000, /* more than the table begins with room for */
  };
  g_autoptr (GalleyFeatureIndex) index = galley_feature_index_new ();

  for (guint i = 0; i < MANY; i++)
    g_assert_cmpuint (galley_feature_index_ensure (index, 2 * i + 1), ==, i);
  g_assert_cmpuint (galley_feature_index_ensure (index, 2 * 77 + 1), ==, 77);
  g_assert_cmpuint (galley_feature_index_find (index, 2 * (MANY - 1) + 1), ==, MANY - 1);
  g_assert_cmpuint (galley_feature_index_find (index, 2 * 77 + 2), ==, GALLEY_FEATURE_INDEX_NONE);
}

static void
test_quantile (void)
{
  float values[] = { 5, 1, 3, 2, 4 };
  const float weights[] = { 0, -7, 0, 0 };

  g_assert_cmpfloat_with_epsilon (galley_train_find_quantile (values, 5, 0.5), 3, 1e-6);
  g_assert_cmpfloat_with_epsilon (galley_train_find_limit (weights, 4), 7, 1e-6);
  g_assert_cmpfloat_with_epsilon (galley_train_find_limit (weights, 1), 0, 1e-6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/crf/chances", test_chances);
  g_test_add_func ("/crf/beliefs", test_beliefs);
  g_test_add_func ("/crf/transitions", test_transitions);
  g_test_add_func ("/crf/selects", test_selects);
  g_test_add_func ("/crf/same-bytes", test_same_bytes);
  g_test_add_func ("/crf/empty", test_empty);
  g_test_add_func ("/crf/index", test_index);
  g_test_add_func ("/crf/quantile", test_quantile);
  return g_test_run ();
}
