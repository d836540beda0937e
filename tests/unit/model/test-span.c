/* test-span.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-span.h"

#define SIZE 60

static void
test_span_add_joins (void)
{
  g_autoptr (GArray) spans = galley_spans_new ();

  galley_spans_add (spans, 10, 20);
  galley_spans_add (spans, 30, 40);
  galley_spans_add (spans, 0, 5);
  g_assert_cmpuint (galley_spans_length (spans), ==, 3);
  g_assert_cmpuint (galley_spans_start (spans), ==, 0);
  g_assert_cmpuint (galley_spans_end (spans), ==, 40);

  galley_spans_add (spans, 18, 30);
  g_assert_cmpuint (galley_spans_length (spans), ==, 2);
  g_assert_cmpuint (galley_spans_get (spans, 1)->start, ==, 10);
  g_assert_cmpuint (galley_spans_get (spans, 1)->end, ==, 40);
}

/* Against a bitmap, which cannot be wrong. */
static void
test_span_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 2000; round++)
    {
      gboolean naive[SIZE] = { 0 };
      GArray *lists[2] = { galley_spans_new (), galley_spans_new () };

      for (guint i = 0; i < 8; i++)
        {
          guint which = (guint) g_rand_int_range (random, 0, 2);
          guint start = (guint) g_rand_int_range (random, 0, SIZE - 6);
          guint end = start + (guint) g_rand_int_range (random, 1, 6);

          galley_spans_add (lists[which], start, end);
          for (guint j = start; which == 0 && j < end; j++)
            naive[j] = TRUE;
        }

      for (guint j = 0; j < SIZE; j++)
        {
          guint position = galley_spans_find (lists[0], j);

          g_assert_cmpint (galley_spans_overlap (lists[0], j, j + 1), ==, naive[j]);
          g_assert_false (galley_spans_overlap (lists[0], j, j));
          g_assert_true (position == galley_spans_length (lists[0])
                         || galley_spans_get (lists[0], position)->end > j);
          g_assert_true (position == 0 || galley_spans_get (lists[0], position - 1)->end <= j);
        }
      for (guint i = 0; i < galley_spans_length (lists[1]); i++)
        {
          const GalleySpan *span = galley_spans_get (lists[1], i);
          gboolean overlap = FALSE;

          for (guint j = span->start; j < span->end; j++)
            overlap |= naive[j];
          g_assert_cmpint (galley_spans_overlap (lists[0], span->start, span->end), ==, overlap);
        }
      for (guint i = 1; i < galley_spans_length (lists[0]); i++)
        g_assert_cmpuint (galley_spans_get (lists[0], i - 1)->end,
                          <,
                          galley_spans_get (lists[0], i)->start);

      g_array_unref (lists[0]);
      g_array_unref (lists[1]);
    }
}

static void
test_span_null (void)
{
  g_assert_cmpuint (galley_spans_length (NULL), ==, 0);
  g_assert_null (galley_spans_copy (NULL));
  g_assert_true (galley_spans_equal (NULL, NULL));
  g_assert_false (galley_spans_overlap (NULL, 0, 1));
  g_assert_cmpuint (galley_spans_find (NULL, 0), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/span/add-joins", test_span_add_joins);
  g_test_add_func ("/model/span/random", test_span_random);
  g_test_add_func ("/model/span/null", test_span_null);

  return g_test_run ();
}
