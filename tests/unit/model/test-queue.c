/* test-queue.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "lib/galley-test.h"
#include "model/galley-queue.h"

#define TEXT "one two three four five"
#define N    5

typedef struct
{
  GalleyReview *review;
  GalleyQueue *queue;
  GalleyFilter *all;
  GalleyAnnotation *at[N];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *const words[N] = { "one", "two", "three", "four", "five" };
  const double strengths[N] = { 0.9, 0.5, 0.7, 0.5, 0.6 };

  fixture->review = galley_test_review (TEXT);
  fixture->queue = galley_queue_new ();
  fixture->all = galley_filter_new ();
  for (guint i = 0; i < N; i++)
    {
      fixture->at[i] =
          galley_test_suggest (fixture->review, GALLEY_KIND_QUOTE, "indirect", words[i]);
      galley_annotation_set_strength (fixture->at[i], strengths[i]);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  galley_filter_free (fixture->all);
  galley_queue_free (fixture->queue);
  g_object_unref (fixture->review);
}

static GalleyAnnotation *
next (Fixture *fixture, GalleyAnnotation *current)
{
  return galley_queue_find_next (fixture->queue, fixture->review, fixture->all, current);
}

static GalleyAnnotation *
skip (Fixture *fixture, GalleyAnnotation *current)
{
  galley_queue_skip (fixture->queue, fixture->review, current);

  return next (fixture, current);
}

static GalleyAnnotation *
judge (Fixture *fixture, GalleyAnnotation *current)
{
  galley_review_set_verdict (fixture->review, current, GALLEY_STATUS_ACCEPTED, NULL);

  return next (fixture, current);
}

static void
test_queue_verdicts (Fixture *fixture, gconstpointer data)
{
  GalleyAnnotation *current = next (fixture, NULL);

  for (guint i = 0; i < N; i++)
    {
      g_assert_true (current == fixture->at[i]);
      current = judge (fixture, current);
    }
  g_assert_null (current);
}

/* What was skipped comes back once, after the others. */
static void
test_queue_skipped (Fixture *fixture, gconstpointer data)
{
  GalleyAnnotation *current = skip (fixture, fixture->at[0]);

  g_assert_true (current == fixture->at[1]);
  current = judge (fixture, skip (fixture, judge (fixture, current)));
  g_assert_true (current == fixture->at[4]);
  current = judge (fixture, current);
  g_assert_true (current == fixture->at[0]);
  current = skip (fixture, current);
  g_assert_true (current == fixture->at[2]);
  g_assert_null (skip (fixture, current));
  g_assert_cmpuint (
      galley_queue_count_rest (fixture->queue, fixture->review, fixture->all).n_unreviewed, ==, 2);

  galley_queue_reset (fixture->queue);
  g_assert_true (next (fixture, current) == fixture->at[0]);
}

/* Who begins in the middle finds what stands before it, too. */
static void
test_queue_from_middle (Fixture *fixture, gconstpointer data)
{
  GalleyAnnotation *current = judge (fixture, fixture->at[3]);

  g_assert_true (current == fixture->at[4]);
  g_assert_true (skip (fixture, current) == fixture->at[0]);
}

static void
test_queue_back (Fixture *fixture, gconstpointer data)
{
  g_assert_null (galley_queue_go_back (fixture->queue, fixture->review));
  skip (fixture, fixture->at[0]);
  judge (fixture, fixture->at[1]);
  skip (fixture, fixture->at[2]);
  g_assert_true (galley_queue_go_back (fixture->queue, fixture->review) == fixture->at[2]);

  /* Now the verdict is the last thing done, then the skip before it. */
  g_assert_true (galley_queue_can_go_back (fixture->queue));
  g_assert_null (galley_queue_go_back (fixture->queue, fixture->review));
  galley_review_undo (fixture->review);
  g_assert_true (galley_queue_go_back (fixture->queue, fixture->review) == fixture->at[0]);
  g_assert_false (galley_queue_can_go_back (fixture->queue));

  /* A skip taken back is none. */
  for (guint i = 1; i < N; i++)
    judge (fixture, fixture->at[i]);
  g_assert_true (next (fixture, NULL) == fixture->at[0]);
}

static void
test_queue_by_strength (Fixture *fixture, gconstpointer data)
{
  const guint order[N] = { 1, 3, 4, 2, 0 };
  GalleyAnnotation *current = NULL;

  galley_queue_set_by_strength (fixture->queue, TRUE);
  for (guint i = 0; i < N; i++)
    {
      current = galley_queue_find_neighbour (
          fixture->queue, fixture->review, fixture->all, current, TRUE);
      g_assert_true (current == fixture->at[order[i]]);
    }
}

static void
test_queue_filtered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyFilter) filter = galley_filter_new ();
  GalleyQueueRest rest;

  galley_review_set_flag (fixture->review, fixture->at[2], TRUE);
  galley_filter_set (filter, GALLEY_FACET_FLAG, GALLEY_TAG_FLAG, TRUE);
  g_assert_true (galley_queue_find_next (fixture->queue, fixture->review, filter, fixture->at[0])
                 == fixture->at[2]);
  g_assert_true (
      galley_queue_find_neighbour (fixture->queue, fixture->review, filter, fixture->at[4], FALSE)
      == fixture->at[2]);
  galley_review_set_verdict (fixture->review, fixture->at[2], GALLEY_STATUS_REJECTED, NULL);
  g_assert_null (galley_queue_find_next (fixture->queue, fixture->review, filter, fixture->at[2]));
  rest = galley_queue_count_rest (fixture->queue, fixture->review, filter);
  g_assert_cmpuint (rest.n_unreviewed, ==, 0);
  g_assert_cmpuint (rest.n_hidden, ==, 4);
  g_assert_cmpuint (rest.n_flagged, ==, 1);
}

static void
test_queue_neighbours (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyReview) nothing = galley_test_review (TEXT);

  g_assert_true (galley_queue_find_neighbour (
                     fixture->queue, fixture->review, fixture->all, fixture->at[0], FALSE)
                 == fixture->at[4]);
  g_assert_true (
      galley_queue_find_neighbour (fixture->queue, fixture->review, fixture->all, NULL, FALSE)
      == fixture->at[4]);
  g_assert_null (galley_queue_find_neighbour (fixture->queue, nothing, fixture->all, NULL, TRUE));
  g_assert_null (galley_queue_find_next (fixture->queue, nothing, fixture->all, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/model/queue/verdicts", test_queue_verdicts);
  ADD ("/model/queue/skipped", test_queue_skipped);
  ADD ("/model/queue/from-middle", test_queue_from_middle);
  ADD ("/model/queue/back", test_queue_back);
  ADD ("/model/queue/by-strength", test_queue_by_strength);
  ADD ("/model/queue/filtered", test_queue_filtered);
  ADD ("/model/queue/neighbours", test_queue_neighbours);

  return g_test_run ();
}
