/* test-review-verdicts.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "lib/galley-test.h"
#include "model/galley-taxonomy.h"

#define TEXT "The mayor, Ana Ruiz, said: “We wait.” It is reckless. She hopes for rain."

typedef struct
{
  GalleyReview *review;
  GalleyAnnotation *source;
  GalleyAnnotation *quote;
  GalleyAnnotation *opinion;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->review = galley_test_review (TEXT);
  fixture->source = galley_test_suggest (fixture->review, GALLEY_KIND_SOURCE, "person", "Ana Ruiz");
  fixture->quote = galley_test_suggest (fixture->review, GALLEY_KIND_QUOTE, "direct", "“We wait.”");
  fixture->opinion =
      galley_test_suggest (fixture->review, GALLEY_KIND_OPINION, "evaluation", "It is reckless.");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->review);
}

static const char *
get_reason (GalleyAnnotation *annotation)
{
  return galley_annotation_get_verdict (annotation, 0)->reason;
}

/* A reject and the reason that follows it are one step. */
static void
test_reject (Fixture *fixture, gconstpointer data)
{
  GalleyReview *review = fixture->review;

  galley_review_set_verdict (review, fixture->source, GALLEY_STATUS_ACCEPTED, NULL);
  galley_review_reject (review, fixture->quote, NULL);
  g_assert_cmpint (galley_annotation_get_status (fixture->quote), ==, GALLEY_STATUS_REJECTED);
  g_assert_null (get_reason (fixture->quote));
  galley_review_reject (review, fixture->quote, "wrong-edges");
  galley_review_reject (review, fixture->quote, "not-a-quote");
  g_assert_cmpstr (get_reason (fixture->quote), ==, "not-a-quote");
  /* Rejected again, it stays why. */
  galley_review_reject (review, fixture->quote, NULL);
  g_assert_cmpstr (get_reason (fixture->quote), ==, "not-a-quote");
  g_assert_cmpuint (galley_review_get_n_steps (review), ==, 2);

  galley_review_undo (review);
  g_assert_cmpint (galley_annotation_get_status (fixture->quote), ==, GALLEY_STATUS_UNREVIEWED);
  g_assert_cmpint (galley_annotation_get_status (fixture->source), ==, GALLEY_STATUS_ACCEPTED);
  galley_review_redo (review);
  g_assert_cmpstr (get_reason (fixture->quote), ==, "not-a-quote");
}

/* What came in between is a step of its own. */
static void
test_reject_apart (Fixture *fixture, gconstpointer data)
{
  GalleyReview *review = fixture->review;

  galley_review_reject (review, fixture->quote, NULL);
  galley_review_set_verdict (review, fixture->opinion, GALLEY_STATUS_ACCEPTED, NULL);
  galley_review_reject (review, fixture->quote, "wrong-edges");
  galley_review_undo (review);
  g_assert_cmpint (galley_annotation_get_status (fixture->quote), ==, GALLEY_STATUS_REJECTED);
  g_assert_null (get_reason (fixture->quote));
  g_assert_cmpint (galley_annotation_get_status (fixture->opinion), ==, GALLEY_STATUS_ACCEPTED);
}

static void
test_reasons (Fixture *fixture, gconstpointer data)
{
  for (guint kind = 0; kind < GALLEY_N_KINDS; kind++)
    {
      const char *const *reasons = galley_kind_reasons ((GalleyKind) kind);

      for (guint i = 0; reasons[i] != NULL; i++)
        g_assert_nonnull (galley_terms_find (GALLEY_TERMS_REASON, reasons[i]));
    }
  g_assert_cmpstr (galley_kind_reasons (GALLEY_KIND_QUOTE)[2], ==, "duplicate");
  g_assert_cmpstr (galley_kind_reasons (GALLEY_KIND_OPINION)[2], ==, "duplicate");
}

static void
test_recent (Fixture *fixture, gconstpointer data)
{
  GalleyReview *review = fixture->review;
  g_autoptr (GPtrArray) recent = NULL;

  galley_review_set_verdict (review, fixture->quote, GALLEY_STATUS_ACCEPTED, NULL);
  galley_review_reject (review, fixture->opinion, NULL);
  galley_review_set_verdict (review, fixture->source, GALLEY_STATUS_ACCEPTED, NULL);
  recent = galley_review_list_recent (review, 2);
  g_assert_cmpuint (recent->len, ==, 2);
  g_assert_true (recent->pdata[0] == fixture->source);
  g_assert_true (recent->pdata[1] == fixture->opinion);
  g_clear_pointer (&recent, g_ptr_array_unref);

  /* Another reviewer has given none. */
  galley_review_set_reviewer (review, "kim");
  recent = galley_review_list_recent (review, 10);
  g_assert_cmpuint (recent->len, ==, 0);
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  GalleyReview *review = fixture->review;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < galley_review_get_n_annotations (review); i++)
    g_ptr_array_add (all, galley_review_peek (review, i));
  galley_review_reject (review, fixture->quote, "wrong-source");
  g_assert_cmpuint (galley_review_set_verdicts (review, all, GALLEY_STATUS_ACCEPTED), ==, 2);
  g_assert_cmpint (galley_annotation_get_status (fixture->quote), ==, GALLEY_STATUS_REJECTED);
  g_assert_cmpuint (galley_review_get_n_reviewed (review), ==, 3);
  g_assert_cmpuint (galley_review_set_verdicts (review, all, GALLEY_STATUS_ACCEPTED), ==, 0);
  g_assert_cmpuint (galley_review_get_n_steps (review), ==, 2);
  galley_review_undo (review);
  g_assert_cmpuint (galley_review_get_n_reviewed (review), ==, 1);
}

/* A flag is no verdict, and other tags leave it alone. */
static void
test_flag (Fixture *fixture, gconstpointer data)
{
  GalleyReview *review = fixture->review;
  const char *const tags[] = { "budget", NULL };
  const char *const both[] = { GALLEY_TAG_FLAG, "budget", NULL };

  galley_review_set_flag (review, fixture->quote, TRUE);
  g_assert_true (galley_annotation_is_flagged (fixture->quote));
  g_assert_cmpint (galley_annotation_get_status (fixture->quote), ==, GALLEY_STATUS_UNREVIEWED);
  galley_review_set_tags (review, fixture->quote, tags);
  g_assert_cmpstrv (galley_annotation_get_tags (fixture->quote), both);
  galley_review_set_tags (review, fixture->quote, NULL);
  g_assert_true (galley_annotation_is_flagged (fixture->quote));
  galley_review_set_flag (review, fixture->quote, TRUE);
  g_assert_cmpuint (galley_review_get_n_steps (review), ==, 3);
  galley_review_set_flag (review, fixture->quote, FALSE);
  g_assert_null (galley_annotation_get_tags (fixture->quote));
  galley_review_undo (review);
  g_assert_true (galley_annotation_is_flagged (fixture->quote));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/model/review-verdicts/reject", test_reject);
  ADD ("/model/review-verdicts/reject/apart", test_reject_apart);
  ADD ("/model/review-verdicts/reasons", test_reasons);
  ADD ("/model/review-verdicts/recent", test_recent);
  ADD ("/model/review-verdicts/many", test_many);
  ADD ("/model/review-verdicts/flag", test_flag);

  return g_test_run ();
}
