/* test-logistic.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "train/galley-logistic.h"
#include "train/galley-weights-file.h"

#define N_CASES 200

static const GalleyLogisticSettings settings = { .pull = 0.01, .rounds = 300, .step = 0.5 };

/* A case is true where its second feature outweighs its third; the first is a bias. */
static double *
learn_cases (const GalleyLogisticSettings *how, const double *start)
{
  g_autoptr (GalleyLogistic) logistic = galley_logistic_new (3);

  for (guint i = 0; i < N_CASES; i++)
    {
      float one = (float) (i % 10), other = (float) (i / 10 % 20) / 2 + 0.25f;
      GalleyLogisticFeature features[] = { { 0, 1 }, { 1, one }, { 2, other } };

      g_assert_true (galley_logistic_add_case (logistic, features, 3, one > other));
    }
  g_assert_cmpuint (galley_logistic_get_n_choices (logistic), ==, N_CASES);
  return galley_logistic_fit (logistic, how, start);
}

static void
test_separable (void)
{
  g_autofree double *weights = learn_cases (&settings, NULL);

  for (guint i = 0; i < N_CASES; i++)
    {
      float one = (float) (i % 10), other = (float) (i / 10 % 20) / 2 + 0.25f;
      GalleyLogisticFeature features[] = { { 0, 1 }, { 1, one }, { 2, other } };
      double chance = galley_logistic_chance (galley_logistic_add_up (weights, features, 3));

      g_assert_cmpint (chance > 0.5, ==, one > other);
    }
}

static void
test_same_again (void)
{
  g_autofree double *one = learn_cases (&settings, NULL);
  g_autofree double *two = learn_cases (&settings, NULL);

  g_assert_cmpmem (one, 3 * sizeof *one, two, 3 * sizeof *two);
}

/* Of ten cases seven are true: a weight that is not drawn anywhere says just that. */
static void
test_chance (void)
{
  static const GalleyLogisticSettings free_bias = {
    .pull = 1000, .n_free = 1, .rounds = 500, .step = 0.5
  };
  g_autoptr (GalleyLogistic) logistic = galley_logistic_new (1);
  g_autofree double *weights = NULL;

  for (guint i = 0; i < 10; i++)
    galley_logistic_add_case (logistic, &(GalleyLogisticFeature){ 0, 1 }, 1, i < 7);
  weights = galley_logistic_fit (logistic, &free_bias, NULL);
  g_assert_cmpfloat_with_epsilon (galley_logistic_chance (weights[0]), 0.7, 1e-4);
}

/* A case that is neither here nor there pulls to one half. */
static void
test_degrees (void)
{
  static const GalleyLogisticSettings free_bias = { .n_free = 1, .rounds = 500, .step = 0.5 };
  static const double truths[] = { 0, 0.5, 0.5, 1, 1, 1 };
  g_autoptr (GalleyLogistic) logistic = galley_logistic_new (1);
  g_autofree double *weights = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (truths); i++)
    galley_logistic_add_case (logistic, &(GalleyLogisticFeature){ 0, 1 }, 1, truths[i]);
  weights = galley_logistic_fit (logistic, &free_bias, NULL);
  g_assert_cmpfloat_with_epsilon (galley_logistic_chance (weights[0]), 4.0 / 6, 1e-4);
}

/* A strong pull keeps weights where they start; so does having seen nothing. */
static void
test_pull (void)
{
  static const GalleyLogisticSettings strong = { .pull = 1e9, .rounds = 100, .step = 0.1 };
  static const double start[] = { 0.5, -2, 3 };
  g_autoptr (GalleyLogistic) empty = galley_logistic_new (3);
  g_autofree double *held = learn_cases (&strong, start);
  g_autofree double *untaught = galley_logistic_fit (empty, &settings, start);

  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpfloat_with_epsilon (held[i], start[i], 0.01);
      g_assert_cmpfloat (untaught[i], ==, start[i]);
    }
}

/* Among three options the one with the second feature is right, wherever it stands. */
static void
test_choices (void)
{
  g_autoptr (GalleyLogistic) logistic = galley_logistic_new (3);
  g_autofree double *weights = NULL;

  for (guint right = 0; right < 3; right++)
    {
      for (guint i = 0; i < 3; i++)
        {
          GalleyLogisticFeature features[] = { { 0, 1 }, { i == right ? 1 : 2, 1 } };

          galley_logistic_add_option (logistic, features, 2);
        }
      g_assert_true (galley_logistic_end_choice (logistic, right));
    }
  weights = galley_logistic_fit (logistic, &settings, NULL);
  g_assert_cmpfloat (weights[1], >, weights[2] + 1);
  g_assert_cmpfloat_with_epsilon (weights[0], 0, 1e-9);
}

/* What cannot be learnt from is dropped, and what comes after it is not mixed up with it. */
static void
test_dropped (void)
{
  static const GalleyLogisticFeature unknown = { 2, 1 };
  static const GalleyLogisticFeature good = { 1, 1 };
  GalleyLogisticFeature endless = { 0, INFINITY };
  GalleyLogisticFeature nothing = { 0, NAN };
  g_autoptr (GalleyLogistic) logistic = galley_logistic_new (2);
  g_autofree double *weights = NULL;

  g_assert_false (galley_logistic_end_choice (logistic, 0));
  galley_logistic_add_option (logistic, &good, 1);
  g_assert_false (galley_logistic_end_choice (logistic, 0));
  g_assert_false (galley_logistic_add_case (logistic, &unknown, 1, TRUE));
  g_assert_false (galley_logistic_add_case (logistic, &endless, 1, TRUE));
  g_assert_false (galley_logistic_add_case (logistic, &nothing, 1, FALSE));
  galley_logistic_add_option (logistic, &good, 1);
  galley_logistic_add_option (logistic, &good, 1);
  g_assert_false (galley_logistic_end_choice (logistic, G_MAXUINT));
  g_assert_cmpuint (galley_logistic_get_n_choices (logistic), ==, 0);
  g_assert_true (galley_logistic_add_case (logistic, &good, 1, TRUE));
  g_assert_cmpuint (galley_logistic_get_n_choices (logistic), ==, 1);
  weights = galley_logistic_fit (logistic, &settings, NULL);
  g_assert_cmpfloat (weights[1], >, 1);
  g_assert_cmpfloat (weights[0], ==, 0);
}

/* Huge values, contradictions and no rounds at all leave finite weights. */
static void
test_extreme (void)
{
  static const GalleyLogisticSettings none = { .rounds = 0, .step = 1 };
  GalleyLogisticFeature huge = { 0, 1e30f };
  g_autoptr (GalleyLogistic) logistic = galley_logistic_new (1);
  g_autofree double *weights = NULL;
  g_autofree double *untaught = NULL;

  for (guint i = 0; i < 3; i++)
    galley_logistic_add_case (logistic, &huge, 1, i != 1);
  weights = galley_logistic_fit (logistic, &settings, NULL);
  untaught = galley_logistic_fit (logistic, &none, NULL);
  g_assert_true (isfinite (weights[0]));
  g_assert_cmpfloat (untaught[0], ==, 0);
  g_assert_cmpfloat (galley_logistic_chance (1e6), ==, 1);
  g_assert_cmpfloat (galley_logistic_chance (-1e6), ==, 0);
}

static void
test_weights_file (void)
{
  static const double weights[] = { 1, -0.5, 0.12345, -0.0001, 12.3456, NAN };
  GString *file = galley_weights_file_new ("w.c", "learn /*/ x", "w.h", "Some");
  g_autofree char *text = NULL;

  galley_weights_file_add (file, "const float w[]", weights, G_N_ELEMENTS (weights));
  text = galley_weights_file_end (file);
  g_assert_true (g_str_has_prefix (text, "/* w.c\n"));
  g_assert_nonnull (strstr (text, "by\n *   learn / * / x\n */\n"));
  g_assert_nonnull (strstr (text, "#include \"w.h\"\n"));
  g_assert_nonnull (strstr (text,
                            "const float w[] = {\n"
                            "  1.0f, -0.5f, 0.123f, 0.0f, 12.346f, 0.0f,\n"
                            "};\n"));
}

/* Lines stay within what a person reads, whatever the numbers. */
static void
test_long_table (void)
{
  static const char command[] = "learn --from=here/and/there --to=nowhere "
                                "learn --from=here/and/there --to=nowhere "
                                "learn --from=here/and/there --to=nowhere";
  double weights[100];
  GString *file = galley_weights_file_new ("w.c", command, "w.h", "Some");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    weights[i] = i / 7.0 * (i % 2 == 0 ? 1 : -1);
  galley_weights_file_add (file, "const float w[]", weights, G_N_ELEMENTS (weights));
  text = galley_weights_file_end (file);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpuint (strlen (lines[i]), <=, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/logistic/separable", test_separable);
  g_test_add_func ("/logistic/same-again", test_same_again);
  g_test_add_func ("/logistic/chance", test_chance);
  g_test_add_func ("/logistic/degrees", test_degrees);
  g_test_add_func ("/logistic/pull", test_pull);
  g_test_add_func ("/logistic/choices", test_choices);
  g_test_add_func ("/logistic/dropped", test_dropped);
  g_test_add_func ("/logistic/extreme", test_extreme);
  g_test_add_func ("/weights-file/numbers", test_weights_file);
  g_test_add_func ("/weights-file/long-table", test_long_table);
  return g_test_run ();
}
