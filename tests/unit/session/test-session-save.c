/* test-session-save.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "base/galley-error.h"
#include "session-desk.h"

static void
test_session_round_trip (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) target = NULL;
  g_autofree char *first = NULL, *second = NULL, *third = NULL, *id = NULL;
  GalleyReview *review;
  GalleyAnnotation *annotation;

  desk_open (desk, desk->article);
  id = g_strdup (galley_annotation_get_id (desk_review_something (desk)));
  g_assert_true (galley_review_get_modified (galley_session_get_review (desk->session)));
  desk_save (desk);
  g_assert_false (galley_review_get_modified (galley_session_get_review (desk->session)));
  target = galley_session_dup_default_target (desk->session);
  first = desk_dup_content (target);

  desk_save (desk);
  second = desk_dup_content (target);
  g_assert_cmpstr (first, ==, second);

  desk_open (desk, target);
  review = galley_session_get_review (desk->session);
  annotation = galley_review_lookup (review, id);
  g_assert_nonnull (annotation);
  g_assert_cmpstr (galley_annotation_get_note (annotation), ==, "Look again.");
  g_assert_cmpstr (galley_annotation_get_origin (annotation)->name, ==, "Jo");
  g_assert_null (galley_session_get_file (desk->session));
  g_assert_true (g_file_equal (galley_session_get_annotation_file (desk->session), target));
  g_assert_false (galley_session_get_read_only (desk->session));

  desk_save (desk);
  third = desk_dup_content (target);
  g_assert_cmpstr (first, ==, third);
}

static void
test_session_never_opened_here (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) other = desk_make_file (desk, "story.galley.json", "somebody else’s");
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  desk_open (desk, desk->article);
  g_assert_false (galley_session_save (desk->session, NULL, FALSE, &error));
  g_assert_error (error, GALLEY_ERROR, GALLEY_ERROR_CHANGED);
  g_clear_error (&error);
  content = desk_dup_content (other);
  g_assert_cmpstr (content, ==, "somebody else’s");
  g_assert_null (galley_session_get_annotation_file (desk->session));

  g_assert_true (galley_session_save (desk->session, NULL, TRUE, &error));
  g_assert_no_error (error);
}

static void
test_session_changed_on_disk (Desk *desk, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GFile *file;

  desk_open (desk, desk->article);
  desk_save (desk);
  file = galley_session_get_annotation_file (desk->session);
  g_assert_false (galley_session_changed_on_disk (desk->session));

  g_assert_true (g_file_set_contents (g_file_peek_path (file), "changed", -1, NULL));
  g_assert_true (galley_session_changed_on_disk (desk->session));
  desk_review_something (desk);
  g_assert_false (galley_session_save (desk->session, NULL, FALSE, &error));
  g_assert_error (error, GALLEY_ERROR, GALLEY_ERROR_CHANGED);
  g_assert_true (galley_review_get_modified (galley_session_get_review (desk->session)));
  g_clear_error (&error);

  g_assert_true (galley_session_save (desk->session, NULL, TRUE, &error));
  g_assert_no_error (error);
  g_assert_false (galley_session_changed_on_disk (desk->session));
}

static void
test_session_deleted_on_disk (Desk *desk, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  desk_open (desk, desk->article);
  desk_save (desk);
  g_unlink (g_file_peek_path (galley_session_get_annotation_file (desk->session)));
  g_assert_true (galley_session_changed_on_disk (desk->session));
  g_assert_true (galley_session_save (desk->session, NULL, TRUE, &error));
  g_assert_no_error (error);
}

static void
test_session_never_over_the_article (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) link = desk_make_file (desk, "link.galley.json", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  desk_open (desk, desk->article);
  g_assert_false (galley_session_save (desk->session, desk->article, TRUE, &error));
  g_assert_error (error, GALLEY_ERROR, GALLEY_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_true (g_file_make_symbolic_link (link, "story.txt", NULL, NULL));
  g_assert_false (galley_session_save (desk->session, link, TRUE, &error));
  g_assert_error (error, GALLEY_ERROR, GALLEY_ERROR_READ_ONLY);
  content = desk_dup_content (desk->article);
  g_assert_cmpstr (content, ==, DESK_ARTICLE);
}

static void
test_session_save_as (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) copy = desk_make_file (desk, "copy.galley.json", NULL);
  g_autoptr (GError) error = NULL;

  desk_open (desk, desk->article);
  g_assert_true (galley_session_save (desk->session, copy, FALSE, &error));
  g_assert_true (g_file_equal (galley_session_get_annotation_file (desk->session), copy));
  g_assert_true (g_file_equal (galley_session_get_file (desk->session), desk->article));
  desk_save (desk);
}

static void
test_session_save_async (Desk *desk, gconstpointer data)
{
  DeskOutcome outcome = { FALSE };
  GalleyReview *review;
  g_autoptr (GFile) target = NULL;
  g_autofree char *content = NULL, *later = NULL;

  desk_open (desk, desk->article);
  review = galley_session_get_review (desk->session);
  desk_review_something (desk);
  galley_session_save_async (desk->session, NULL, FALSE, desk_on_saved, &outcome);
  desk_wait_for (&outcome);
  g_assert_no_error (outcome.error);
  g_assert_true (outcome.ok);
  g_assert_false (galley_review_get_modified (review));

  /* What changes after the call is not in the file, and is still to be saved. */
  target = galley_session_dup_default_target (desk->session);
  content = desk_dup_content (target);
  outcome.done = FALSE;
  galley_session_save_async (desk->session, NULL, FALSE, desk_on_saved, &outcome);
  desk_review_something (desk);
  desk_wait_for (&outcome);
  g_assert_no_error (outcome.error);
  g_assert_true (galley_review_get_modified (review));
  later = desk_dup_content (target);
  g_assert_cmpstr (content, ==, later);
  g_assert_false (galley_session_changed_on_disk (desk->session));
  desk_settle (desk);
}

static void
test_session_save_async_fails (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) other = desk_make_file (desk, "story.galley.json", "somebody else’s");
  DeskOutcome outcome = { FALSE };
  g_autofree char *content = NULL;

  galley_session_save_async (desk->session, NULL, FALSE, desk_on_saved, &outcome);
  desk_wait_for (&outcome);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_NOT_INITIALIZED);
  g_clear_error (&outcome.error);

  desk_open (desk, desk->article);
  desk_review_something (desk);
  outcome.done = FALSE;
  galley_session_save_async (desk->session, NULL, FALSE, desk_on_saved, &outcome);
  desk_wait_for (&outcome);
  g_assert_error (outcome.error, GALLEY_ERROR, GALLEY_ERROR_CHANGED);
  g_clear_error (&outcome.error);
  g_assert_true (galley_review_get_modified (galley_session_get_review (desk->session)));
  content = desk_dup_content (other);
  g_assert_cmpstr (content, ==, "somebody else’s");
  desk_settle (desk);
}

/* The file of the article before is written, and is not the one that is open now. */
static void
test_session_save_async_superseded (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) other = desk_make_file (desk, "other.txt", "Another.");
  g_autoptr (GFile) saved = desk_make_file (desk, "story.galley.json", NULL);
  DeskOutcome outcome = { FALSE };

  desk_open (desk, desk->article);
  galley_session_save_async (desk->session, NULL, FALSE, desk_on_saved, &outcome);
  desk_open (desk, other);
  desk_wait_for (&outcome);
  g_assert_no_error (outcome.error);
  g_assert_null (galley_session_get_annotation_file (desk->session));
  g_assert_true (g_file_query_exists (saved, NULL));
  desk_settle (desk);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  DESK_ADD ("save/round-trip", test_session_round_trip);
  DESK_ADD ("save/as", test_session_save_as);
  DESK_ADD ("save/async", test_session_save_async);
  DESK_ADD ("save/async-fails", test_session_save_async_fails);
  DESK_ADD ("save/async-superseded", test_session_save_async_superseded);
  DESK_ADD ("save/never-opened-here", test_session_never_opened_here);
  DESK_ADD ("save/changed-on-disk", test_session_changed_on_disk);
  DESK_ADD ("save/deleted-on-disk", test_session_deleted_on_disk);
  DESK_ADD ("save/never-over-the-article", test_session_never_over_the_article);

  return g_test_run ();
}
