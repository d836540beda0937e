/* test-opinion-score.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train/galley-opinion-score.h"

/* A hundred cases by chance, 0.00 to 0.99; true from @first_true on, but for every tenth. */
static GArray *
make_scored (guint first_true)
{
  GArray *scored = g_array_new (FALSE, FALSE, sizeof (GalleyScored));

  for (guint i = 0; i < 100; i++)
    {
      GalleyScored one = { i / 100.0, i >= first_true && i % 10 != 0 };

      g_array_append_val (scored, one);
    }
  return scored;
}

static void
test_count (void)
{
  g_autoptr (GArray) scored = make_scored (50);
  GalleyConfusion found = galley_scored_count (scored, 0.505);

  g_assert_cmpuint (found.n[1][1], ==, 45);
  g_assert_cmpuint (found.n[1][0], ==, 4);
  g_assert_cmpuint (found.n[0][1], ==, 0);
  g_assert_cmpuint (found.n[0][0], ==, 51);
  g_assert_cmpfloat_with_epsilon (galley_confusion_precision (&found), 45.0 / 49, 1e-9);
  g_assert_cmpfloat_with_epsilon (galley_confusion_recall (&found), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (galley_confusion_f1 (&found, 1), 90.0 / 94, 1e-9);
  g_assert_cmpfloat_with_epsilon (galley_confusion_macro_f1 (&found),
                                  (90.0 / 94 + 102.0 / 106) / 2,
                                  1e-9);
}

static void
test_area (void)
{
  g_autoptr (GArray) scored = g_array_new (FALSE, FALSE, sizeof (GalleyScored));
  const GalleyScored cases[] = { { 0.9, TRUE }, { 0.6, FALSE }, { 0.4, TRUE }, { 0.1, FALSE } };

  g_assert_cmpfloat (galley_scored_area (scored), ==, 0);
  g_array_append_vals (scored, cases, G_N_ELEMENTS (cases));
  g_assert_cmpfloat_with_epsilon (galley_scored_area (scored), 0.75, 1e-9);
}

/* The decision of two corpora lies between what each would choose. */
static void
test_decision (void)
{
  g_autoptr (GArray) low = make_scored (30);
  g_autoptr (GArray) high = make_scored (60);

  g_assert_cmpfloat_with_epsilon (galley_scored_find_decision (low, NULL), 0.31, 0.02);
  g_assert_cmpfloat_with_epsilon (galley_scored_find_decision (high, NULL), 0.61, 0.02);
  g_assert_cmpfloat (galley_scored_find_decision (low, high), >=, 0.29);
  g_assert_cmpfloat (galley_scored_find_decision (low, high), <=, 0.63);
}

static void
test_precise (void)
{
  g_autoptr (GArray) scored = make_scored (50);
  double from = galley_scored_find_precise (scored, 0.8);
  GalleyConfusion found = galley_scored_count (scored, from);

  g_assert_cmpfloat (galley_confusion_precision (&found), >=, 0.8);
  g_assert_cmpfloat (from, <, 0.5);
  g_assert_cmpfloat (galley_scored_find_precise (scored, 0.99), ==, 1);
}

/* Moving keeps the order and what is decided. */
static void
test_move (void)
{
  g_autoptr (GArray) scored = make_scored (50);
  double area = galley_scored_area (scored);

  galley_scored_move (scored, 0.3, 0.5);
  g_assert_cmpfloat_with_epsilon (g_array_index (scored, GalleyScored, 30).chance, 0.5, 1e-9);
  g_assert_cmpfloat (g_array_index (scored, GalleyScored, 0).chance, >, 0);
  g_assert_cmpfloat (g_array_index (scored, GalleyScored, 99).chance, <, 0.99);
  g_assert_cmpfloat_with_epsilon (galley_scored_area (scored), area, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opinion-score/count", test_count);
  g_test_add_func ("/opinion-score/area", test_area);
  g_test_add_func ("/opinion-score/decision", test_decision);
  g_test_add_func ("/opinion-score/precise", test_precise);
  g_test_add_func ("/opinion-score/move", test_move);
  return g_test_run ();
}
