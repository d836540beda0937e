/* test-reading.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-opinions.h"
#include "detect/galley-reader-labels.h"
#include "detect/galley-reader.h"
#include "model/galley-annotation.h"

static GalleyTokenRun
run (guint first, guint end)
{
  return (GalleyTokenRun){ first, end };
}

/* A content of ten tokens that mostly leans to the cue at 12, and one of two that leans nowhere. */
static GalleyReading *
make_reading (void)
{
  static const GalleyLean leans[] = {
    { 0, 10, 12, 0.75f },
    { 0, 10, 40, 0.125f },
    { 0, 10, GALLEY_LEAN_NONE, 0.125f },
    { 20, 22, GALLEY_LEAN_NONE, 1 },
  };
  GalleyReading *reading = galley_reading_new ();

  reading->leans = g_array_new (FALSE, FALSE, sizeof (GalleyLean));
  g_array_append_vals (reading->leans, leans, G_N_ELEMENTS (leans));

  return reading;
}

static void
test_lean (void)
{
  g_autoptr (GalleyReading) reading = make_reading ();

  g_assert_cmpfloat (galley_reading_get_lean (reading, run (0, 10), run (11, 14)), ==, 0.75);
  g_assert_cmpfloat (galley_reading_get_lean (reading, run (0, 10), run (40, 41)), ==, 0.125);
  g_assert_cmpfloat (galley_reading_get_lean (reading, run (0, 10), run (13, 14)), ==, 0);
  g_assert_cmpfloat (galley_reading_get_lean (reading, run (0, 10), run (0, 0)), ==, 0.125);
  g_assert_cmpfloat (galley_reading_get_lean (reading, run (20, 22), run (11, 14)), ==, 0);
  g_assert_cmpfloat (galley_reading_get_lean (reading, run (20, 22), run (0, 0)), ==, 1);
}

/* Guards move edges after the text was read: what is left of a mark leans as it did. */
static void
test_lean_moved (void)
{
  g_autoptr (GalleyReading) reading = make_reading ();

  g_assert_cmpfloat (galley_reading_get_lean (reading, run (2, 5), run (12, 13)), ==, 0.75);
  g_assert_cmpfloat (galley_reading_get_lean (reading, run (8, 12), run (12, 13)), ==, 0.75);
  /* Ten tokens of one and two of the other; those between were no mark and have no say. */
  g_assert_cmpfloat (galley_reading_get_lean (reading, run (0, 22), run (12, 13)), ==, 0.625);
}

static void
test_lean_unknown (void)
{
  g_autoptr (GalleyReading) reading = make_reading ();
  g_autoptr (GalleyReading) plain = galley_reading_new ();

  g_assert_cmpfloat (galley_reading_get_lean (reading, run (14, 18), run (12, 13)), ==, -1);
  g_assert_cmpfloat (galley_reading_get_lean (reading, run (90, 91), run (12, 13)), ==, -1);
  g_assert_cmpfloat (galley_reading_get_lean (plain, run (0, 10), run (12, 13)), ==, -1);
}

static void
test_opinion (void)
{
  static const GalleyView views[] = { { 3, 1 }, { 0, 0 }, { -6, 2 }, { 0, 0 } };
  g_autoptr (GalleyReading) reading = galley_reading_new ();

  g_assert_cmpfloat (galley_reading_get_opinion (reading, run (0, 3)), ==, -1);
  reading->views = g_array_new (FALSE, FALSE, sizeof (GalleyView));
  g_array_append_vals (reading->views, views, G_N_ELEMENTS (views));
  g_assert_cmpfloat_with_epsilon (galley_reading_get_opinion (reading, run (0, 2)), 0.9526, 1e-4);
  g_assert_cmpfloat_with_epsilon (galley_reading_get_opinion (reading, run (0, 3)), 0.2689, 1e-4);
  g_assert_cmpfloat (galley_reading_get_opinion (reading, run (3, 4)), ==, -1);
  g_assert_cmpfloat (galley_reading_get_opinion (reading, run (2, 2)), ==, -1);
}

static void
test_spans (void)
{
  const guint8 labels[] = { 0, 1, 2, 2, 1, 3, 0, 6, 6, 5, 0 };
  const GalleyReaderSpan expected[] = {
    { GALLEY_ROLE_SOURCE, 1, 4 },  { GALLEY_ROLE_SOURCE, 4, 5 },   { GALLEY_ROLE_CUE, 5, 6 },
    { GALLEY_ROLE_CONTENT, 7, 9 }, { GALLEY_ROLE_CONTENT, 9, 10 },
  };
  GalleyReaderSpan span = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_true (galley_reader_next_span (labels, G_N_ELEMENTS (labels), &span));
      g_assert_cmpint (span.role, ==, expected[i].role);
      g_assert_cmpuint (span.first, ==, expected[i].first);
      g_assert_cmpuint (span.end, ==, expected[i].end);
    }
  g_assert_false (galley_reader_next_span (labels, G_N_ELEMENTS (labels), &span));
}

/* Where a reader's limits are those that are shown, strengths are its probabilities. */
static void
test_strength_same (void)
{
  const GalleyReaderTraits traits = {
    .clear_indirect = GALLEY_CLEAR_QUOTE,
    .opinion_decision = GALLEY_OPINION_DECISION,
    .opinion_clear = GALLEY_OPINION_CLEAR,
  };

  for (double value = 0; value <= 1; value += 1 / 64.0)
    {
      g_assert_cmpfloat (galley_reader_traits_quote_strength (&traits, "indirect", value),
                         ==,
                         value);
      g_assert_cmpfloat_with_epsilon (galley_reader_traits_opinion_strength (&traits, value),
                                      value,
                                      1e-12);
    }
}

static void
test_strength_mapped (void)
{
  const GalleyReaderTraits traits = {
    .clear_direct = 0.25,
    .clear_mixed = 0.625,
    .clear_indirect = 0.75,
    .opinion_decision = 0.75,
    .opinion_clear = 0.9,
  };
  const struct
  {
    const char *type;
    double clear;
  } quotes[] = {
    { "direct", 0.25 },
    { "mixed", 0.625 },
    { "indirect", 0.75 },
    { "no-comment", 0.75 },
  };
  double before = 0;

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      const char *type = quotes[i].type;

      g_assert_cmpfloat (galley_reader_traits_quote_strength (&traits, type, quotes[i].clear),
                         ==,
                         GALLEY_CLEAR_QUOTE);
      g_assert_cmpfloat (galley_reader_traits_quote_strength (&traits, type, 0), ==, 0);
      g_assert_cmpfloat (galley_reader_traits_quote_strength (&traits, type, 1), ==, 1);
    }
  g_assert_cmpfloat (galley_reader_traits_opinion_strength (&traits, 0.75), ==, 0.5);
  g_assert_cmpfloat (galley_reader_traits_opinion_strength (&traits, 0.9),
                     ==,
                     GALLEY_CLEAR_OPINION);
  g_assert_cmpfloat (galley_reader_traits_opinion_strength (&traits, 1), ==, 1);
  for (double value = 0; value <= 1; value += 1 / 64.0)
    {
      double strength = galley_reader_traits_opinion_strength (&traits, value);

      g_assert_cmpfloat (strength, >=, before);
      before = strength;
    }
}

static void
test_find (void)
{
  g_autofree char *ids = galley_reader_dup_ids ();
  const GalleyReader *fast = galley_reader_find ("fast");
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (fast);
  g_assert_true (g_str_has_suffix (ids, "fast, rules"));
  g_assert_null (galley_reader_find ("oracle"));
  g_assert_null (galley_reader_find (NULL));
  g_assert_true (galley_reader_load (fast, &error));
  g_assert_true (galley_reader_get_traits (fast) == &galley_reader_traits_fast);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading/lean", test_lean);
  g_test_add_func ("/reading/lean-moved", test_lean_moved);
  g_test_add_func ("/reading/lean-unknown", test_lean_unknown);
  g_test_add_func ("/reading/opinion", test_opinion);
  g_test_add_func ("/reading/spans", test_spans);
  g_test_add_func ("/reading/strength-same", test_strength_same);
  g_test_add_func ("/reading/strength-mapped", test_strength_mapped);
  g_test_add_func ("/reading/find", test_find);

  return g_test_run ();
}
