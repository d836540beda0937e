/* test-session.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <sys/stat.h>

#include "base/galley-error.h"
#include "session-desk.h"

static void
test_session_empty (Desk *desk, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (galley_session_get_review (desk->session));
  g_assert_null (galley_session_get_file (desk->session));
  g_assert_null (galley_session_dup_name (desk->session));
  g_assert_null (galley_session_dup_default_target (desk->session));
  g_assert_false (galley_session_changed_on_disk (desk->session));
  g_assert_false (galley_session_save (desk->session, NULL, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_INITIALIZED);
  g_clear_error (&error);
  g_assert_false (
      galley_session_analyse (desk->session, galley_reader_find ("fast"), NULL, &error));
  g_assert_nonnull (error);
}

static void
test_session_open_article (Desk *desk, gconstpointer data)
{
  g_autofree char *name = NULL;
  g_autoptr (GFile) target = NULL;
  g_autofree char *target_name = NULL;
  guint n_notified = 0;

  g_signal_connect (desk->session, "notify::review", G_CALLBACK (desk_count_notify), &n_notified);
  desk_open (desk, desk->article);
  name = galley_session_dup_name (desk->session);
  target = galley_session_dup_default_target (desk->session);
  target_name = g_file_get_basename (target);

  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_true (g_file_equal (galley_session_get_file (desk->session), desk->article));
  g_assert_null (galley_session_get_annotation_file (desk->session));
  g_assert_cmpstr (name, ==, "story.txt");
  g_assert_cmpstr (target_name, ==, "story.galley.json");
  g_assert_cmpstr (galley_session_get_import_info (desk->session)->charset, ==, "UTF-8");
  g_assert_false (galley_session_get_read_only (desk->session));
  g_assert_cmpstr (galley_article_get_text (
                       galley_review_get_article (galley_session_get_review (desk->session))),
                   ==,
                   DESK_ARTICLE);
}

static void
test_session_charset (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) file = desk_make_file (desk, "old.txt", "caf\xe9");
  g_autoptr (GError) error = NULL;
  g_autofree char *last = NULL;

  g_assert_true (galley_session_open (desk->session, file, "ISO-8859-7", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (galley_session_get_import_info (desk->session)->charset, ==, "ISO-8859-7");
  last = galley_article_dup_slice (
      galley_review_get_article (galley_session_get_review (desk->session)), 3, 4);
  g_assert_cmpstr (last, ==, "ι");
}

static void
test_session_failures_change_nothing (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) missing = desk_make_file (desk, "missing.txt", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (desk->folder);
  g_autoptr (GFile) damaged =
      desk_make_file (desk,
                      "bad.galley.json",
                      "{\"@context\": [\"http://www.w3.org/ns/anno.jsonld\"");
  g_autoptr (GFile) document = desk_make_file (desk, "page.html", "<!doctype html><p>Hello");
  GFile *files[] = { missing, folder, damaged, document };
  GalleyReview *review;
  guint n_notified = 0;

  desk_open (desk, desk->article);
  review = galley_session_get_review (desk->session);
  desk_review_something (desk);
  g_signal_connect (desk->session, "notify", G_CALLBACK (desk_count_notify), &n_notified);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      DeskOutcome outcome = { FALSE };

      g_assert_false (galley_session_open (desk->session, files[i], NULL, NULL, &error));
      g_assert_nonnull (error);
      galley_session_open_async (desk->session, files[i], NULL, NULL, desk_on_opened, &outcome);
      desk_wait_for (&outcome);
      g_assert_false (outcome.ok);
      g_assert_nonnull (outcome.error);
      g_clear_error (&outcome.error);
    }

  g_assert_true (galley_session_get_review (desk->session) == review);
  g_assert_true (g_file_equal (galley_session_get_file (desk->session), desk->article));
  g_assert_cmpuint (galley_review_get_n_annotations (review), ==, 1);
  g_assert_cmpuint (n_notified, ==, 0);
  desk_settle (desk);
}

static void
test_session_beside (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) none = galley_session_find_beside (desk->article);
  g_autoptr (GFile) empty = NULL;
  g_autoptr (GFile) beside = NULL;
  g_autoptr (GFile) itself = NULL;
  g_autoptr (GFile) pipe_article = desk_make_file (desk, "pipe.txt", "Hello.");
  g_autofree char *pipe_path = g_build_filename (desk->folder, "pipe.galley.json", NULL);

  g_assert_null (none);
  desk_open (desk, desk->article);
  desk_save (desk);
  beside = galley_session_find_beside (desk->article);
  g_assert_nonnull (beside);
  g_assert_true (g_file_equal (beside, galley_session_get_annotation_file (desk->session)));
  itself = galley_session_find_beside (beside);
  g_assert_null (itself);

  g_assert_true (g_file_set_contents (g_file_peek_path (beside), "not annotations", -1, NULL));
  empty = galley_session_find_beside (desk->article);
  g_assert_null (empty);

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_null (galley_session_find_beside (pipe_article));
}

/* A text that was changed behind its digest's back. */
static void
test_session_read_only (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) target = NULL;
  g_autofree char *content = NULL, *after = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (GError) error = NULL;

  desk_open (desk, desk->article);
  desk_review_something (desk);
  desk_save (desk);
  target = galley_session_dup_default_target (desk->session);
  content = desk_dup_content (target);
  changed = g_string_new (content);
  g_assert_cmpuint (g_string_replace (changed, "The mayor, Bo", "The mayor, Jo", 1), ==, 1);
  g_assert_true (g_file_set_contents (g_file_peek_path (target), changed->str, -1, NULL));

  desk_open (desk, target);
  g_assert_true (galley_session_get_read_only (desk->session));
  g_assert_false (galley_session_save (desk->session, NULL, TRUE, &error));
  g_assert_error (error, GALLEY_ERROR, GALLEY_ERROR_READ_ONLY);
  after = desk_dup_content (target);
  g_assert_cmpstr (after, ==, changed->str);

  desk_open (desk, desk->article);
  g_assert_false (galley_session_get_read_only (desk->session));
}

static void
test_session_pasted (Desk *desk, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Pasted.\r\n", 9);
  g_autoptr (GFile) target = desk_make_file (desk, "pasted.galley.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  g_assert_true (galley_session_open_bytes (desk->session, bytes, "Clipboard", NULL, &error));
  name = galley_session_dup_name (desk->session);
  g_assert_cmpstr (name, ==, "Clipboard");
  g_assert_null (galley_session_dup_default_target (desk->session));
  g_assert_false (galley_session_save (desk->session, NULL, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME);
  g_clear_error (&error);
  g_assert_true (galley_session_save (desk->session, target, FALSE, &error));
  g_assert_no_error (error);
}

static void
test_session_pasted_binary (Desk *desk, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a\0b", 3);
  g_autoptr (GError) error = NULL;

  desk_open (desk, desk->article);
  g_assert_false (galley_session_open_bytes (desk->session, bytes, NULL, NULL, &error));
  g_assert_error (error, GALLEY_ERROR, GALLEY_ERROR_BINARY);
  g_assert_true (g_file_equal (galley_session_get_file (desk->session), desk->article));
}

static void
test_session_open_async (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) other = desk_make_file (desk, "other.txt", "Another.");
  DeskOutcome first = { FALSE }, second = { FALSE };

  galley_session_open_async (desk->session, other, NULL, NULL, desk_on_opened, &first);
  galley_session_open_async (desk->session, desk->article, NULL, NULL, desk_on_opened, &second);
  desk_wait_for (&first);
  desk_wait_for (&second);

  g_assert_false (first.ok);
  g_assert_error (first.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (second.ok);
  g_assert_true (g_file_equal (galley_session_get_file (desk->session), desk->article));
  g_clear_error (&first.error);
  desk_settle (desk);
}

static void
test_session_open_cancelled (Desk *desk, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  DeskOutcome outcome = { FALSE };

  g_cancellable_cancel (cancellable);
  galley_session_open_async (
      desk->session, desk->article, NULL, cancellable, desk_on_opened, &outcome);
  desk_wait_for (&outcome);

  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (galley_session_get_review (desk->session));
  g_clear_error (&outcome.error);
  desk_settle (desk);
}

static void
on_gone (gpointer thread, GObject *session)
{
  g_assert_true (g_thread_self () == thread);
  (void) session;
}

/* Whoever listens to a session or its review lives in the main thread, and so it has to end there,
 * however late a worker lets go. */
static void
test_session_ends_here (Desk *desk, gconstpointer data)
{
  for (guint i = 0; i < 100; i++)
    {
      GalleySession *session = galley_session_new ();
      DeskOutcome outcome = { FALSE };
      DeskOutcome analysed = { FALSE };

      g_object_weak_ref (G_OBJECT (session), on_gone, g_thread_self ());
      galley_session_open_async (session, desk->article, NULL, NULL, desk_on_opened, &outcome);
      desk_wait_for (&outcome);
      galley_session_analyse_async (
          session, galley_reader_find ("fast"), NULL, desk_on_analysed, &analysed);
      g_object_unref (session);
      desk_wait_for (&analysed);
      g_clear_error (&outcome.error);
      g_clear_error (&analysed.error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  DESK_ADD ("empty", test_session_empty);
  DESK_ADD ("open/article", test_session_open_article);
  DESK_ADD ("open/charset", test_session_charset);
  DESK_ADD ("open/failures-change-nothing", test_session_failures_change_nothing);
  DESK_ADD ("open/async", test_session_open_async);
  DESK_ADD ("open/cancelled", test_session_open_cancelled);
  DESK_ADD ("open/pasted", test_session_pasted);
  DESK_ADD ("open/pasted-binary", test_session_pasted_binary);
  DESK_ADD ("open/beside", test_session_beside);
  DESK_ADD ("open/read-only", test_session_read_only);
  DESK_ADD ("ends-here", test_session_ends_here);

  return g_test_run ();
}
