/* test-perceptron.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "language/galley-linear-model.h"
#include "language/galley-word-facts.h"
#include "train/galley-feature-counts.h"
#include "train/galley-perceptron.h"
#include "train/galley-train.h"

#define N_FEATURES 3000
#define N_LABELS   3

static const char *const labels[N_LABELS] = { "zero", "one", "two" };

static guint
label_of (guint i)
{
  return (i * 7 + 1) % N_LABELS;
}

static guint
best_of (const gint32 *scores)
{
  guint best = 0;

  for (guint label = 1; label < N_LABELS; label++)
    if (scores[label] > scores[best])
      best = label;
  return best;
}

static GBytes *
learn (void)
{
  g_autoptr (GalleyPerceptron) perceptron = galley_perceptron_new (N_LABELS);

  for (guint round = 0; round < 3; round++)
    for (guint i = 0; i < N_FEATURES; i++)
      {
        guint32 feature = galley_hash_pair (1, i);
        gint32 scores[N_LABELS] = { 0 };
        guint said;

        galley_perceptron_add_all (perceptron, &feature, 1, scores);
        said = best_of (scores);
        perceptron->step++;
        if (said == label_of (i))
          continue;
        galley_perceptron_update (perceptron, &feature, 1, label_of (i), 1);
        galley_perceptron_update (perceptron, &feature, 1, said, -1);
      }
  galley_perceptron_update_transition (perceptron, 0, 1, 1);
  return galley_perceptron_to_model (perceptron, "test", labels, NULL, 0);
}

/* What was learnt is in the file, and what was not says nothing, but for the rare chance that two
 * features share a bucket and their highest bits. */
static void
test_learns (void)
{
  g_autoptr (GBytes) bytes = learn ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyLinearModel) model = galley_linear_model_new (bytes, &error);
  guint n_wrong = 0;
  guint n_loud = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < N_FEATURES; i++)
    {
      guint32 feature = galley_hash_pair (1, i);
      gint32 scores[GALLEY_LINEAR_N_SCORES] = { 0 };

      galley_linear_model_add (model, feature, scores);
      n_wrong += best_of (scores) != label_of (i);
      memset (scores, 0, sizeof scores);
      galley_linear_model_add (model, galley_hash_pair (2, i), scores);
      n_loud += scores[0] != 0 || scores[1] != 0 || scores[2] != 0;
    }
  g_assert_cmpuint (n_wrong, <, N_FEATURES / 100);
  g_assert_cmpuint (n_loud, <, N_FEATURES / 50);
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) one = learn ();
  g_autoptr (GBytes) two = learn ();

  g_assert_true (g_bytes_equal (one, two));
}

/* What was learnt in two runs weighs twice as much as what one has learnt, and a new run knows
 * nothing of the one before. The largest weight of a model is cut, so there are two of each. */
static void
test_runs_add_up (void)
{
  g_autoptr (GalleyPerceptron) perceptron = galley_perceptron_new (N_LABELS);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GalleyLinearModel) model = NULL;
  guint32 features[4];
  gint32 once[GALLEY_LINEAR_N_SCORES] = { 0 };
  gint32 twice[GALLEY_LINEAR_N_SCORES] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (features); i++)
    features[i] = galley_hash_pair (1, i);
  galley_perceptron_update (perceptron, features, 2, 0, 1);
  perceptron->step = 4;
  galley_perceptron_begin_again (perceptron);
  galley_perceptron_add_all (perceptron, features, 2, twice);
  g_assert_cmpint (twice[0], ==, 0);
  galley_perceptron_update (perceptron, features, 4, 0, 1);
  perceptron->step = 4;
  bytes = galley_perceptron_to_model (perceptron, "test", labels, NULL, 0);
  model = galley_linear_model_new (bytes, NULL);
  galley_linear_model_add (model, features[0], twice);
  galley_linear_model_add (model, features[2], once);
  g_assert_cmpint (once[0], >, 0);
  g_assert_cmpint (twice[0], >=, 2 * once[0] - 1);
  g_assert_cmpint (twice[0], <=, 2 * once[0] + 1);
}

static void
test_counts (void)
{
  g_autoptr (GalleyFeatureCounts) counts = galley_feature_counts_new ();
  guint32 often = galley_hash_pair (3, 1);
  guint32 features[] = { galley_hash_pair (3, 2), often, galley_hash_pair (3, 3) };

  for (guint i = 0; i < 400; i++)
    galley_feature_counts_see (counts, &often, 1);
  galley_feature_counts_see (counts, features, G_N_ELEMENTS (features));
  g_assert_cmpuint (galley_feature_counts_prune (counts, 2, features, 3), ==, 1);
  g_assert_cmpuint (features[0], ==, often);
}

static void
test_shuffle (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GALLEY_TRAIN_SEED);
  g_autofree guint *order = galley_train_order_new (100);
  gboolean seen[100] = { FALSE };

  galley_train_shuffle (random, order, 100);
  for (guint i = 0; i < 100; i++)
    {
      g_assert_false (seen[order[i]]);
      seen[order[i]] = TRUE;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/perceptron/learns", test_learns);
  g_test_add_func ("/perceptron/same-bytes", test_same_bytes);
  g_test_add_func ("/perceptron/runs-add-up", test_runs_add_up);
  g_test_add_func ("/perceptron/counts", test_counts);
  g_test_add_func ("/perceptron/shuffle", test_shuffle);
  return g_test_run ();
}
