/* test-session-analyse.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session-desk.h"

static void
test_session_analyse (Desk *desk, gconstpointer data)
{
  GalleyReview *review;
  g_autoptr (GError) error = NULL;
  guint n_annotations;

  desk_open (desk, desk->article);
  review = galley_session_get_review (desk->session);
  g_assert_true (galley_session_analyse (desk->session, galley_reader_find ("fast"), NULL, &error));
  g_assert_no_error (error);
  n_annotations = galley_review_get_n_annotations (review);
  g_assert_cmpuint (n_annotations, >, 0);
  g_assert_false (galley_review_get_modified (review));
  g_assert_false (galley_review_can_undo (review));
  g_assert_false (galley_session_get_analysing (desk->session));
  g_assert_cmpfloat (galley_session_get_progress (desk->session), ==, 1);

  /* Analysing again finds the same and keeps the verdicts. */
  galley_review_set_verdict (review, galley_review_peek (review, 0), GALLEY_STATUS_ACCEPTED, NULL);
  g_assert_true (galley_session_analyse (desk->session, galley_reader_find ("fast"), NULL, &error));
  g_assert_cmpuint (galley_review_get_n_annotations (review), ==, n_annotations);
  g_assert_cmpuint (galley_review_get_n_reviewed (review), ==, 1);
}

static void
test_session_analyse_async (Desk *desk, gconstpointer data)
{
  DeskOutcome outcome = { FALSE };
  guint n_analysing = 0, n_progress = 0;

  desk_open (desk, desk->article);
  g_signal_connect (desk->session,
                    "notify::analysing",
                    G_CALLBACK (desk_count_notify),
                    &n_analysing);
  g_signal_connect (desk->session, "notify::progress", G_CALLBACK (desk_count_notify), &n_progress);
  galley_session_analyse_async (
      desk->session, galley_reader_find ("fast"), NULL, desk_on_analysed, &outcome);
  g_assert_true (galley_session_get_analysing (desk->session));
  desk_review_something (desk);
  desk_wait_for (&outcome);

  g_assert_no_error (outcome.error);
  g_assert_true (outcome.ok);
  g_assert_false (galley_session_get_analysing (desk->session));
  g_assert_cmpuint (n_analysing, ==, 2);
  g_assert_cmpuint (galley_review_get_n_annotations (galley_session_get_review (desk->session)),
                    >,
                    1);
  desk_settle (desk);
  g_assert_cmpuint (n_progress, >=, 2);
}

static void
test_session_analyse_cancelled (Desk *desk, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  DeskOutcome outcome = { FALSE }, again = { FALSE };
  GalleyReview *review;

  desk_open (desk, desk->article);
  review = galley_session_get_review (desk->session);
  galley_session_analyse_async (
      desk->session, &desk_endless_reader, cancellable, desk_on_analysed, &outcome);
  galley_session_analyse_async (
      desk->session, galley_reader_find ("fast"), NULL, desk_on_analysed, &again);
  desk_wait_for (&again);
  g_assert_error (again.error, G_IO_ERROR, G_IO_ERROR_PENDING);
  g_assert_false (outcome.done);

  g_cancellable_cancel (cancellable);
  desk_wait_for (&outcome);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (galley_session_get_analysing (desk->session));
  g_assert_cmpuint (galley_review_get_n_annotations (review), ==, 0);
  g_clear_error (&outcome.error);
  g_clear_error (&again.error);
  desk_settle (desk);
}

/* Findings for the article before are nothing to the one that is open now. */
static void
test_session_analyse_superseded (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) other = desk_make_file (desk, "other.txt", "Another. “No,” said Bo Lind.");
  DeskOutcome outcome = { FALSE }, second = { FALSE };

  desk_open (desk, desk->article);
  galley_session_analyse_async (
      desk->session, &desk_endless_reader, NULL, desk_on_analysed, &outcome);
  desk_open (desk, other);
  g_assert_false (galley_session_get_analysing (desk->session));
  galley_session_analyse_async (
      desk->session, galley_reader_find ("fast"), NULL, desk_on_analysed, &second);
  desk_wait_for (&outcome);
  desk_wait_for (&second);

  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_no_error (second.error);
  g_assert_false (galley_session_get_analysing (desk->session));
  g_clear_error (&outcome.error);
  desk_settle (desk);
}

/* Title and type of work that a person corrected while the detector ran. */
static void
test_session_analyse_keeps_corrections (Desk *desk, gconstpointer data)
{
  DeskOutcome outcome = { FALSE };
  GalleyReview *review;
  GalleyMetadata *metadata;
  guint n_changed = 0;

  desk_open (desk, desk->article);
  review = galley_session_get_review (desk->session);
  galley_session_analyse_async (
      desk->session, galley_reader_find ("fast"), NULL, desk_on_analysed, &outcome);
  metadata =
      galley_metadata_copy (galley_article_get_metadata (galley_review_get_article (review)));
  g_free (metadata->title);
  metadata->title = g_strdup ("My title");
  galley_review_set_metadata (review, metadata);
  g_signal_connect_swapped (review, "metadata-changed", G_CALLBACK (g_atomic_int_inc), &n_changed);
  desk_wait_for (&outcome);

  metadata = (GalleyMetadata *) galley_article_get_metadata (galley_review_get_article (review));
  g_assert_cmpstr (metadata->title, ==, "My title");
  g_assert_cmpuint (metadata->blocks->len, >, 0);
  g_assert_cmpuint (n_changed, ==, 1);
  desk_settle (desk);
}

static GalleyAnnotation *
first_quote (GalleyReview *review)
{
  g_autoptr (GPtrArray) quotes = galley_review_list_kind (review, GALLEY_KIND_QUOTE);

  g_assert_cmpuint (quotes->len, >, 0);

  return quotes->pdata[0];
}

/* What a reader finds again in a file that was reviewed leaves what was decided as it is. */
static void
test_session_analyse_again (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) target = NULL;
  g_autoptr (GError) error = NULL;
  const GalleyRenewal *renewal;
  GalleyReview *review;
  GalleyAnnotation *own;
  guint n_found;

  desk_open (desk, desk->article);
  desk_save (desk);
  target = galley_session_dup_default_target (desk->session);
  desk_open (desk, target);
  review = galley_session_get_review (desk->session);
  g_assert_cmpuint (galley_review_get_n_annotations (review), ==, 0);
  own = galley_review_add (review,
                           GALLEY_KIND_NOTE,
                           galley_details_new (NULL, galley_spans_new_one (0, 9)));

  g_assert_true (galley_session_analyse (desk->session, galley_reader_find ("fast"), NULL, &error));
  renewal = galley_session_get_renewal (desk->session);
  n_found = galley_review_get_n_annotations (review) - 1;
  g_assert_cmpuint (n_found, >, 0);
  g_assert_cmpuint (renewal->n_new, ==, n_found);

  galley_review_set_verdict (review, first_quote (review), GALLEY_STATUS_ACCEPTED, NULL);
  g_assert_true (
      galley_session_analyse (desk->session, galley_reader_find ("rules"), NULL, &error));
  g_assert_cmpint (galley_annotation_get_status (first_quote (review)), ==, GALLEY_STATUS_ACCEPTED);
  g_assert_true (galley_review_lookup (review, galley_annotation_get_id (own)) == own);
}

/* Somebody says that it is news, whatever it looks like. */
static void
test_session_analyse_as_news (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) column = desk_make_file (desk,
                                             "column.txt",
                                             "Opinion: The harbour must wait\n\nI think we should "
                                             "stop. I have said so. I will say it again, to me.\n");
  GalleyMetadata *metadata;
  GalleyArticle *article;

  desk_open (desk, column);
  g_assert_true (galley_session_analyse (desk->session, galley_reader_find ("fast"), NULL, NULL));
  g_assert_null (galley_session_get_renewal (desk->session));
  article = galley_review_get_article (galley_session_get_review (desk->session));
  g_assert_cmpstr (galley_article_get_metadata (article)->type_of_work, ==, "opinion");

  metadata = galley_metadata_copy (galley_article_get_metadata (article));
  metadata->type_of_work = g_intern_string ("news");
  galley_review_set_metadata (galley_session_get_review (desk->session), metadata);
  g_assert_true (galley_session_analyse (desk->session, galley_reader_find ("fast"), NULL, NULL));
  g_assert_nonnull (galley_session_get_renewal (desk->session));
  g_assert_cmpstr (galley_article_get_metadata (article)->type_of_work, ==, "news");
}

static void
test_session_dropped_while_busy (Desk *desk, gconstpointer data)
{
  GalleySession *session = galley_session_new ();
  g_autoptr (GError) error = NULL;
  DeskOutcome outcome = { FALSE };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_true (galley_session_open (session, desk->article, NULL, NULL, &error));
  galley_session_analyse_async (
      session, &desk_endless_reader, cancellable, desk_on_analysed, &outcome);
  g_object_unref (session);
  g_cancellable_cancel (cancellable);
  desk_wait_for (&outcome);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&outcome.error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  DESK_ADD ("analyse/sync", test_session_analyse);
  DESK_ADD ("analyse/async", test_session_analyse_async);
  DESK_ADD ("analyse/cancelled", test_session_analyse_cancelled);
  DESK_ADD ("analyse/superseded", test_session_analyse_superseded);
  DESK_ADD ("analyse/keeps-corrections", test_session_analyse_keeps_corrections);
  DESK_ADD ("analyse/again", test_session_analyse_again);
  DESK_ADD ("analyse/as-news", test_session_analyse_as_news);
  DESK_ADD ("analyse/dropped-while-busy", test_session_dropped_while_busy);

  return g_test_run ();
}
