/* test-review.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "lib/galley-test.h"

#define TEXT "The mayor, Ana Ruiz, said: “We wait.” It is reckless. She hopes for rain."

static void
count_signal (gpointer counter)
{
  (*(guint *) counter)++;
}

static GalleyReview *
make_review (void)
{
  GalleyReview *review = galley_test_review (TEXT);

  galley_test_suggest (review, GALLEY_KIND_SOURCE, "person", "Ana Ruiz");
  galley_test_suggest (review, GALLEY_KIND_QUOTE, "direct", "“We wait.”");
  galley_test_suggest (review, GALLEY_KIND_OPINION, "evaluation", "It is reckless.");

  return review;
}

static GalleyDetails *
revise_type (GalleyAnnotation *annotation, const char *type)
{
  GalleyDetails *details = galley_details_copy (galley_annotation_get_details (annotation));

  details->type = g_intern_string (type);

  return details;
}

static void
test_review_verdicts (void)
{
  g_autoptr (GalleyReview) review = make_review ();
  GalleyAnnotation *quote = galley_review_peek (review, 1);
  guint n_changed = 0;

  g_signal_connect_swapped (review, "annotation-changed", G_CALLBACK (count_signal), &n_changed);
  g_assert_cmpuint (galley_review_get_n_reviewed (review), ==, 0);
  g_assert_cmpuint (galley_review_get_n_total (review), ==, 3);

  galley_review_set_verdict (review, quote, GALLEY_STATUS_ACCEPTED, NULL);
  galley_review_set_verdict (review, quote, GALLEY_STATUS_ACCEPTED, NULL);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (galley_review_get_n_reviewed (review), ==, 1);
  g_assert_true (galley_review_get_modified (review));

  galley_review_set_verdict (review, quote, GALLEY_STATUS_REJECTED, "not-a-quote");
  g_assert_cmpint (galley_annotation_get_status (quote), ==, GALLEY_STATUS_REJECTED);
  g_assert_cmpstr (galley_annotation_get_verdict (quote, 0)->reason, ==, "not-a-quote");
  g_assert_cmpuint (galley_annotation_get_n_verdicts (quote), ==, 1);

  g_assert_true (galley_review_undo (review) == quote);
  g_assert_cmpint (galley_annotation_get_status (quote), ==, GALLEY_STATUS_ACCEPTED);
  galley_review_undo (review);
  g_assert_cmpint (galley_annotation_get_status (quote), ==, GALLEY_STATUS_UNREVIEWED);
  g_assert_false (galley_review_get_modified (review));
  g_assert_false (galley_review_can_undo (review));
  galley_review_redo (review);
  g_assert_cmpint (galley_annotation_get_status (quote), ==, GALLEY_STATUS_ACCEPTED);

  galley_review_set_verdict (review, quote, GALLEY_STATUS_UNREVIEWED, NULL);
  g_assert_cmpuint (galley_annotation_get_n_verdicts (quote), ==, 0);
  g_assert_false (galley_review_can_redo (review));
}

static void
test_review_sign (void)
{
  g_autoptr (GalleyReview) review = make_review ();
  GalleyAnnotation *source = galley_review_peek (review, 0);
  GalleyAnnotation *quote = galley_review_peek (review, 1);
  g_autofree char *id = NULL;

  galley_review_set_verdict (review, source, GALLEY_STATUS_ACCEPTED, NULL);
  galley_review_set_verdict (review, quote, GALLEY_STATUS_REJECTED, "not-a-quote");
  g_assert_cmpuint (galley_review_count_unsigned (review), ==, 0);
  id = g_strdup (galley_annotation_get_verdict (quote, 0)->id);

  galley_review_set_reviewer (review, "ada");
  g_assert_cmpuint (galley_review_count_unsigned (review), ==, 2);
  galley_review_set_verdict (review, source, GALLEY_STATUS_ACCEPTED, NULL);
  g_assert_cmpuint (galley_review_count_unsigned (review), ==, 1);
  galley_review_sign (review);
  g_assert_cmpuint (galley_review_count_unsigned (review), ==, 0);
  g_assert_cmpstr (galley_annotation_get_verdict (quote, 0)->reviewer, ==, "ada");
  g_assert_cmpstr (galley_annotation_get_verdict (quote, 0)->reason, ==, "not-a-quote");
  g_assert_cmpstr (galley_annotation_get_verdict (quote, 0)->id, ==, id);
  g_assert_cmpuint (galley_annotation_get_n_verdicts (source), ==, 2);

  galley_review_undo (review);
  g_assert_cmpuint (galley_review_count_unsigned (review), ==, 1);
}

static void
test_review_revision (void)
{
  g_autoptr (GalleyReview) review = make_review ();
  GalleyAnnotation *quote = galley_review_peek (review, 1);

  galley_review_revise (review, quote, revise_type (quote, "mixed"));
  g_assert_cmpint (galley_annotation_get_status (quote), ==, GALLEY_STATUS_CHANGED);
  g_assert_cmpstr (galley_annotation_get_details (quote)->type, ==, "mixed");
  g_assert_cmpstr (galley_annotation_get_original (quote)->type, ==, "direct");

  /* Rejecting keeps the edits, so that accepting finds them again. */
  galley_review_set_verdict (review, quote, GALLEY_STATUS_REJECTED, NULL);
  g_assert_cmpstr (galley_annotation_get_details (quote)->type, ==, "mixed");
  galley_review_set_verdict (review, quote, GALLEY_STATUS_ACCEPTED, NULL);
  g_assert_cmpint (galley_annotation_get_status (quote), ==, GALLEY_STATUS_CHANGED);

  /* Back to what was suggested is an acceptance. */
  galley_review_revise (review, quote, revise_type (quote, "direct"));
  g_assert_cmpint (galley_annotation_get_status (quote), ==, GALLEY_STATUS_ACCEPTED);
  g_assert_null (galley_annotation_get_verdict (quote, 0)->revision);
}

static void
test_review_two_reviewers (void)
{
  g_autoptr (GalleyReview) review = make_review ();
  GalleyAnnotation *quote = galley_review_peek (review, 1);

  galley_review_set_reviewer (review, "Kim");
  galley_review_revise (review, quote, revise_type (quote, "mixed"));
  galley_review_set_reviewer (review, "Lou");
  galley_review_set_verdict (review, quote, GALLEY_STATUS_ACCEPTED, NULL);

  /* Lou accepted what Lou saw: Kim's revision. */
  g_assert_cmpuint (galley_annotation_get_n_verdicts (quote), ==, 2);
  g_assert_cmpint (galley_annotation_get_status (quote), ==, GALLEY_STATUS_CHANGED);
  g_assert_cmpstr (galley_annotation_get_details (quote)->type, ==, "mixed");

  galley_review_set_verdict (review, quote, GALLEY_STATUS_UNREVIEWED, NULL);
  g_assert_cmpuint (galley_annotation_get_n_verdicts (quote), ==, 1);
  g_assert_nonnull (galley_annotation_find_verdict (quote, "Kim"));
  g_assert_null (galley_annotation_find_verdict (quote, "Lou"));
}

static void
test_review_add_and_remove (void)
{
  g_autoptr (GalleyReview) review = make_review ();
  GalleyAnnotation *suggestion = galley_review_peek (review, 0);
  GalleyAnnotation *quote = galley_review_peek (review, 1);
  GalleyAnnotation *added;
  GalleyDetails *details;
  g_autofree char *id = NULL;

  added = galley_review_add (review,
                             GALLEY_KIND_SOURCE,
                             galley_details_new ("unnamed-person", galley_spans_new_one (4, 9)));
  id = g_strdup (galley_annotation_get_id (added));
  g_assert_true (galley_review_peek (review, 0) == added);
  g_assert_cmpint (galley_annotation_get_status (added), ==, GALLEY_STATUS_ACCEPTED);

  details = galley_details_copy (galley_annotation_get_details (quote));
  details->source_id = g_strdup (id);
  galley_review_revise (review, quote, details);
  g_assert_true (galley_review_get_source_of (review, quote) == added);

  g_assert_false (galley_review_remove (review, suggestion));
  g_assert_true (galley_review_remove (review, added));
  g_assert_null (galley_review_lookup (review, id));
  g_assert_null (galley_review_get_source_of (review, quote));

  galley_review_undo (review);
  g_assert_nonnull (galley_review_lookup (review, id));
  g_assert_nonnull (galley_review_get_source_of (review, quote));
}

static void
test_review_own_is_edited_in_place (void)
{
  g_autoptr (GalleyReview) review = make_review ();
  GalleyAnnotation *added;

  added = galley_review_add (review,
                             GALLEY_KIND_OPINION,
                             galley_details_new ("evaluation", galley_spans_new_one (53, 60)));
  galley_review_revise (review, added, revise_type (added, "certainty"));
  g_assert_cmpuint (galley_annotation_get_n_verdicts (added), ==, 0);
  g_assert_cmpstr (galley_annotation_get_original (added)->type, ==, "certainty");

  /* What somebody else added keeps its words. */
  galley_review_set_reviewer (review, "Lou");
  galley_review_revise (review, added, revise_type (added, "weasel"));
  g_assert_cmpstr (galley_annotation_get_original (added)->type, ==, "certainty");
  g_assert_cmpstr (galley_annotation_get_details (added)->type, ==, "weasel");
}

static void
test_review_notes (void)
{
  g_autoptr (GalleyReview) review = make_review ();
  GalleyAnnotation *quote = galley_review_peek (review, 1);
  const char *const tags[] = { "check", NULL };

  galley_review_set_note (review, quote, "Ask the mayor.");
  galley_review_set_tags (review, quote, tags);
  g_assert_cmpint (galley_annotation_get_status (quote), ==, GALLEY_STATUS_UNREVIEWED);
  galley_review_set_note (review, quote, "");
  g_assert_null (galley_annotation_get_note (quote));
  galley_review_undo (review);
  g_assert_cmpstr (galley_annotation_get_note (quote), ==, "Ask the mayor.");
  galley_review_undo (review);
  g_assert_null (galley_annotation_get_tags (quote));
  galley_review_undo (review);
  g_assert_null (galley_annotation_get_note (quote));
  g_assert_false (galley_review_get_modified (review));
}

static void
test_review_metadata (void)
{
  g_autoptr (GalleyReview) review = make_review ();
  GalleyArticle *article = galley_review_get_article (review);
  GalleyMetadata *metadata = galley_metadata_copy (galley_article_get_metadata (article));
  guint n_changed = 0;

  g_signal_connect_swapped (review, "metadata-changed", G_CALLBACK (count_signal), &n_changed);
  metadata->type_of_work = g_intern_string ("opinion");
  galley_review_set_metadata (review, metadata);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (galley_review_get_n_total (review), ==, 2);
  galley_review_undo (review);
  g_assert_cmpuint (galley_review_get_n_total (review), ==, 3);
}

static void
test_review_steps (void)
{
  g_autoptr (GalleyReview) review = make_review ();

  galley_review_begin_step (review);
  for (guint i = 0; i < 3; i++)
    galley_review_set_verdict (review,
                               galley_review_peek (review, i),
                               GALLEY_STATUS_ACCEPTED,
                               NULL);
  galley_review_end_step (review);
  g_assert_cmpuint (galley_review_get_n_reviewed (review), ==, 3);
  galley_review_undo (review);
  g_assert_cmpuint (galley_review_get_n_reviewed (review), ==, 0);

  galley_review_begin_step (review);
  galley_review_end_step (review);
  g_assert_true (galley_review_can_redo (review));
}

/* Saved, undone, and another edit made: that is not the saved state, whatever the number of steps.
 */
static void
test_review_saved_state (void)
{
  g_autoptr (GalleyReview) review = make_review ();
  GalleyAnnotation *quote = galley_review_peek (review, 1);

  galley_review_set_verdict (review, quote, GALLEY_STATUS_ACCEPTED, NULL);
  galley_review_mark_saved (review);
  g_assert_false (galley_review_get_modified (review));
  galley_review_undo (review);
  g_assert_true (galley_review_get_modified (review));
  galley_review_set_verdict (review, quote, GALLEY_STATUS_REJECTED, NULL);
  g_assert_true (galley_review_get_modified (review));
  galley_review_undo (review);
  g_assert_true (galley_review_get_modified (review));
}

static void
test_review_same_find_same_id (void)
{
  g_autoptr (GalleyReview) one = make_review ();
  g_autoptr (GalleyReview) other = make_review ();

  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (galley_annotation_get_id (galley_review_peek (one, i)),
                     ==,
                     galley_annotation_get_id (galley_review_peek (other, i)));
  g_assert_cmpstr (galley_review_get_id (one), ==, galley_review_get_id (other));

  galley_test_suggest (one, GALLEY_KIND_QUOTE, "direct", "“We wait.”");
  g_assert_cmpuint (galley_review_get_n_annotations (one), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/review/verdicts", test_review_verdicts);
  g_test_add_func ("/model/review/sign", test_review_sign);
  g_test_add_func ("/model/review/revision", test_review_revision);
  g_test_add_func ("/model/review/two-reviewers", test_review_two_reviewers);
  g_test_add_func ("/model/review/add-and-remove", test_review_add_and_remove);
  g_test_add_func ("/model/review/own-is-edited-in-place", test_review_own_is_edited_in_place);
  g_test_add_func ("/model/review/notes", test_review_notes);
  g_test_add_func ("/model/review/metadata", test_review_metadata);
  g_test_add_func ("/model/review/steps", test_review_steps);
  g_test_add_func ("/model/review/saved-state", test_review_saved_state);
  g_test_add_func ("/model/review/same-find-same-id", test_review_same_find_same_id);

  return g_test_run ();
}
