/* test-session.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

#include "base/galley-error.h"
#include "lib/galley-test.h"
#include "session/galley-session.h"

#define ARTICLE "The mayor, Bo Lind, said: “We have no choice.” This is a reckless betrayal.\n"

/* A desk: a session and a folder of its own. */
typedef struct
{
  GalleySession *session;
  char *folder;
  GFile *article;
} Desk;

static void
desk_set_up (Desk *desk, gconstpointer data)
{
  g_autofree char *path = NULL;

  desk->session = galley_session_new ();
  desk->folder = galley_test_dir ();
  path = g_build_filename (desk->folder, "story.txt", NULL);
  g_assert_true (g_file_set_contents (path, ARTICLE, -1, NULL));
  desk->article = g_file_new_for_path (path);
}

static void
desk_tear_down (Desk *desk, gconstpointer data)
{
  g_assert_finalize_object (desk->session);
  g_object_unref (desk->article);
  galley_test_remove_dir (desk->folder);
  g_free (desk->folder);
}

static GFile *
make_file (Desk *desk, const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (desk->folder, name, NULL);

  if (content != NULL)
    g_assert_true (g_file_set_contents (path, content, -1, NULL));

  return g_file_new_for_path (path);
}

static char *
dup_content (GFile *file)
{
  char *content = NULL;

  g_assert_true (g_file_load_contents (file, NULL, &content, NULL, NULL, NULL));

  return content;
}

static void
open_now (Desk *desk, GFile *file)
{
  g_autoptr (GError) error = NULL;

  galley_session_open (desk->session, file, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
save_now (Desk *desk)
{
  g_autoptr (GError) error = NULL;

  galley_session_save (desk->session, NULL, FALSE, &error);
  g_assert_no_error (error);
}

/* A person marks the first five code points as an opinion and agrees with themselves. */
static GalleyAnnotation *
review_something (Desk *desk)
{
  GalleyReview *review = galley_session_get_review (desk->session);
  GalleyAnnotation *annotation;

  galley_review_set_reviewer (review, "Jo");
  annotation = galley_review_add (review,
                                  GALLEY_KIND_OPINION,
                                  galley_details_new ("evaluation", galley_spans_new_one (0, 5)));
  galley_review_set_note (review, annotation, "Look again.");

  return annotation;
}

/* What an asynchronous call came to. */
typedef struct
{
  gboolean done;
  gboolean ok;
  GError *error;
} Outcome;

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;

  outcome->ok = galley_session_open_finish (GALLEY_SESSION (source), result, &outcome->error);
  outcome->done = TRUE;
}

static void
on_analysed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;

  outcome->ok = galley_session_analyse_finish (GALLEY_SESSION (source), result, &outcome->error);
  outcome->done = TRUE;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;

  outcome->ok = galley_session_save_finish (GALLEY_SESSION (source), result, &outcome->error);
  outcome->done = TRUE;
}

static void
wait_for (const Outcome *outcome)
{
  while (!outcome->done)
    g_main_context_iteration (NULL, TRUE);
}

/* Whatever the thread pool or the main loop still holds of the session. */
static void
settle (Desk *desk)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  while (g_atomic_int_get ((int *) &G_OBJECT (desk->session)->ref_count) > 1)
    g_thread_yield ();
}

static void
count_notify (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  ++*(guint *) user_data;
}

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

  g_signal_connect (desk->session, "notify::review", G_CALLBACK (count_notify), &n_notified);
  open_now (desk, desk->article);
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
                   ARTICLE);
}

static void
test_session_charset (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (desk, "old.txt", "caf\xe9");
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
  g_autoptr (GFile) missing = make_file (desk, "missing.txt", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (desk->folder);
  g_autoptr (GFile) damaged =
      make_file (desk, "bad.galley.json", "{\"@context\": [\"http://www.w3.org/ns/anno.jsonld\"");
  g_autoptr (GFile) document = make_file (desk, "page.html", "<!doctype html><p>Hello");
  GFile *files[] = { missing, folder, damaged, document };
  GalleyReview *review;
  guint n_notified = 0;

  open_now (desk, desk->article);
  review = galley_session_get_review (desk->session);
  review_something (desk);
  g_signal_connect (desk->session, "notify", G_CALLBACK (count_notify), &n_notified);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      Outcome outcome = { FALSE };

      g_assert_false (galley_session_open (desk->session, files[i], NULL, NULL, &error));
      g_assert_nonnull (error);
      galley_session_open_async (desk->session, files[i], NULL, NULL, on_opened, &outcome);
      wait_for (&outcome);
      g_assert_false (outcome.ok);
      g_assert_nonnull (outcome.error);
      g_clear_error (&outcome.error);
    }

  g_assert_true (galley_session_get_review (desk->session) == review);
  g_assert_true (g_file_equal (galley_session_get_file (desk->session), desk->article));
  g_assert_cmpuint (galley_review_get_n_annotations (review), ==, 1);
  g_assert_cmpuint (n_notified, ==, 0);
  settle (desk);
}

static void
test_session_round_trip (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) target = NULL;
  g_autofree char *first = NULL, *second = NULL, *third = NULL, *id = NULL;
  GalleyReview *review;
  GalleyAnnotation *annotation;

  open_now (desk, desk->article);
  id = g_strdup (galley_annotation_get_id (review_something (desk)));
  g_assert_true (galley_review_get_modified (galley_session_get_review (desk->session)));
  save_now (desk);
  g_assert_false (galley_review_get_modified (galley_session_get_review (desk->session)));
  target = galley_session_dup_default_target (desk->session);
  first = dup_content (target);

  save_now (desk);
  second = dup_content (target);
  g_assert_cmpstr (first, ==, second);

  open_now (desk, target);
  review = galley_session_get_review (desk->session);
  annotation = galley_review_lookup (review, id);
  g_assert_nonnull (annotation);
  g_assert_cmpstr (galley_annotation_get_note (annotation), ==, "Look again.");
  g_assert_cmpstr (galley_annotation_get_origin (annotation)->name, ==, "Jo");
  g_assert_null (galley_session_get_file (desk->session));
  g_assert_true (g_file_equal (galley_session_get_annotation_file (desk->session), target));
  g_assert_false (galley_session_get_read_only (desk->session));

  save_now (desk);
  third = dup_content (target);
  g_assert_cmpstr (first, ==, third);
}

static void
test_session_beside (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) none = galley_session_find_beside (desk->article);
  g_autoptr (GFile) empty = NULL;
  g_autoptr (GFile) beside = NULL;
  g_autoptr (GFile) itself = NULL;
  g_autoptr (GFile) pipe_article = make_file (desk, "pipe.txt", "Hello.");
  g_autofree char *pipe_path = g_build_filename (desk->folder, "pipe.galley.json", NULL);

  g_assert_null (none);
  open_now (desk, desk->article);
  save_now (desk);
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

static void
test_session_never_opened_here (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) other = make_file (desk, "story.galley.json", "somebody else’s");
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  open_now (desk, desk->article);
  g_assert_false (galley_session_save (desk->session, NULL, FALSE, &error));
  g_assert_error (error, GALLEY_ERROR, GALLEY_ERROR_CHANGED);
  g_clear_error (&error);
  content = dup_content (other);
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

  open_now (desk, desk->article);
  save_now (desk);
  file = galley_session_get_annotation_file (desk->session);
  g_assert_false (galley_session_changed_on_disk (desk->session));

  g_assert_true (g_file_set_contents (g_file_peek_path (file), "changed", -1, NULL));
  g_assert_true (galley_session_changed_on_disk (desk->session));
  review_something (desk);
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

  open_now (desk, desk->article);
  save_now (desk);
  g_unlink (g_file_peek_path (galley_session_get_annotation_file (desk->session)));
  g_assert_true (galley_session_changed_on_disk (desk->session));
  g_assert_true (galley_session_save (desk->session, NULL, TRUE, &error));
  g_assert_no_error (error);
}

static void
test_session_never_over_the_article (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) link = make_file (desk, "link.galley.json", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  open_now (desk, desk->article);
  g_assert_false (galley_session_save (desk->session, desk->article, TRUE, &error));
  g_assert_error (error, GALLEY_ERROR, GALLEY_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_true (g_file_make_symbolic_link (link, "story.txt", NULL, NULL));
  g_assert_false (galley_session_save (desk->session, link, TRUE, &error));
  g_assert_error (error, GALLEY_ERROR, GALLEY_ERROR_READ_ONLY);
  content = dup_content (desk->article);
  g_assert_cmpstr (content, ==, ARTICLE);
}

static void
test_session_save_as (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) copy = make_file (desk, "copy.galley.json", NULL);
  g_autoptr (GError) error = NULL;

  open_now (desk, desk->article);
  g_assert_true (galley_session_save (desk->session, copy, FALSE, &error));
  g_assert_true (g_file_equal (galley_session_get_annotation_file (desk->session), copy));
  g_assert_true (g_file_equal (galley_session_get_file (desk->session), desk->article));
  save_now (desk);
}

static void
test_session_save_async (Desk *desk, gconstpointer data)
{
  Outcome outcome = { FALSE };
  GalleyReview *review;
  g_autoptr (GFile) target = NULL;
  g_autofree char *content = NULL, *later = NULL;

  open_now (desk, desk->article);
  review = galley_session_get_review (desk->session);
  review_something (desk);
  galley_session_save_async (desk->session, NULL, FALSE, on_saved, &outcome);
  wait_for (&outcome);
  g_assert_no_error (outcome.error);
  g_assert_true (outcome.ok);
  g_assert_false (galley_review_get_modified (review));

  /* What changes after the call is not in the file, and is still to be saved. */
  target = galley_session_dup_default_target (desk->session);
  content = dup_content (target);
  outcome.done = FALSE;
  galley_session_save_async (desk->session, NULL, FALSE, on_saved, &outcome);
  review_something (desk);
  wait_for (&outcome);
  g_assert_no_error (outcome.error);
  g_assert_true (galley_review_get_modified (review));
  later = dup_content (target);
  g_assert_cmpstr (content, ==, later);
  g_assert_false (galley_session_changed_on_disk (desk->session));
  settle (desk);
}

static void
test_session_save_async_fails (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) other = make_file (desk, "story.galley.json", "somebody else’s");
  Outcome outcome = { FALSE };
  g_autofree char *content = NULL;

  galley_session_save_async (desk->session, NULL, FALSE, on_saved, &outcome);
  wait_for (&outcome);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_NOT_INITIALIZED);
  g_clear_error (&outcome.error);

  open_now (desk, desk->article);
  review_something (desk);
  outcome.done = FALSE;
  galley_session_save_async (desk->session, NULL, FALSE, on_saved, &outcome);
  wait_for (&outcome);
  g_assert_error (outcome.error, GALLEY_ERROR, GALLEY_ERROR_CHANGED);
  g_clear_error (&outcome.error);
  g_assert_true (galley_review_get_modified (galley_session_get_review (desk->session)));
  content = dup_content (other);
  g_assert_cmpstr (content, ==, "somebody else’s");
  settle (desk);
}

/* The file of the article before is written, and is not the one that is open now. */
static void
test_session_save_async_superseded (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) other = make_file (desk, "other.txt", "Another.");
  g_autoptr (GFile) saved = make_file (desk, "story.galley.json", NULL);
  Outcome outcome = { FALSE };

  open_now (desk, desk->article);
  galley_session_save_async (desk->session, NULL, FALSE, on_saved, &outcome);
  open_now (desk, other);
  wait_for (&outcome);
  g_assert_no_error (outcome.error);
  g_assert_null (galley_session_get_annotation_file (desk->session));
  g_assert_true (g_file_query_exists (saved, NULL));
  settle (desk);
}

/* A text that was changed behind its digest's back. */
static void
test_session_read_only (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) target = NULL;
  g_autofree char *content = NULL, *after = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (GError) error = NULL;

  open_now (desk, desk->article);
  review_something (desk);
  save_now (desk);
  target = galley_session_dup_default_target (desk->session);
  content = dup_content (target);
  changed = g_string_new (content);
  g_assert_cmpuint (g_string_replace (changed, "The mayor, Bo", "The mayor, Jo", 1), ==, 1);
  g_assert_true (g_file_set_contents (g_file_peek_path (target), changed->str, -1, NULL));

  open_now (desk, target);
  g_assert_true (galley_session_get_read_only (desk->session));
  g_assert_false (galley_session_save (desk->session, NULL, TRUE, &error));
  g_assert_error (error, GALLEY_ERROR, GALLEY_ERROR_READ_ONLY);
  after = dup_content (target);
  g_assert_cmpstr (after, ==, changed->str);

  open_now (desk, desk->article);
  g_assert_false (galley_session_get_read_only (desk->session));
}

static void
test_session_pasted (Desk *desk, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Pasted.\r\n", 9);
  g_autoptr (GFile) target = make_file (desk, "pasted.galley.json", NULL);
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

  open_now (desk, desk->article);
  g_assert_false (galley_session_open_bytes (desk->session, bytes, NULL, NULL, &error));
  g_assert_error (error, GALLEY_ERROR, GALLEY_ERROR_BINARY);
  g_assert_true (g_file_equal (galley_session_get_file (desk->session), desk->article));
}

static void
test_session_open_async (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) other = make_file (desk, "other.txt", "Another.");
  Outcome first = { FALSE }, second = { FALSE };

  galley_session_open_async (desk->session, other, NULL, NULL, on_opened, &first);
  galley_session_open_async (desk->session, desk->article, NULL, NULL, on_opened, &second);
  wait_for (&first);
  wait_for (&second);

  g_assert_false (first.ok);
  g_assert_error (first.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (second.ok);
  g_assert_true (g_file_equal (galley_session_get_file (desk->session), desk->article));
  g_clear_error (&first.error);
  settle (desk);
}

static void
test_session_open_cancelled (Desk *desk, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Outcome outcome = { FALSE };

  g_cancellable_cancel (cancellable);
  galley_session_open_async (desk->session, desk->article, NULL, cancellable, on_opened, &outcome);
  wait_for (&outcome);

  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (galley_session_get_review (desk->session));
  g_clear_error (&outcome.error);
  settle (desk);
}

static void
test_session_analyse (Desk *desk, gconstpointer data)
{
  GalleyReview *review;
  g_autoptr (GError) error = NULL;
  guint n_annotations;

  open_now (desk, desk->article);
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
  Outcome outcome = { FALSE };
  guint n_analysing = 0, n_progress = 0;

  open_now (desk, desk->article);
  g_signal_connect (desk->session, "notify::analysing", G_CALLBACK (count_notify), &n_analysing);
  g_signal_connect (desk->session, "notify::progress", G_CALLBACK (count_notify), &n_progress);
  galley_session_analyse_async (
      desk->session, galley_reader_find ("fast"), NULL, on_analysed, &outcome);
  g_assert_true (galley_session_get_analysing (desk->session));
  review_something (desk);
  wait_for (&outcome);

  g_assert_no_error (outcome.error);
  g_assert_true (outcome.ok);
  g_assert_false (galley_session_get_analysing (desk->session));
  g_assert_cmpuint (n_analysing, ==, 2);
  g_assert_cmpuint (galley_review_get_n_annotations (galley_session_get_review (desk->session)),
                    >,
                    1);
  settle (desk);
  g_assert_cmpuint (n_progress, >=, 2);
}

/* A reader that ends only when it is told to. */
static GalleyReading *
read_until_cancelled (const GalleyText *text,
                      const gboolean *wanted,
                      GalleyProgressFunc progress,
                      gpointer user_data,
                      GCancellable *cancellable,
                      GError **error)
{
  while (!g_cancellable_is_cancelled (cancellable))
    g_thread_yield ();
  g_cancellable_set_error_if_cancelled (cancellable, error);

  return NULL;
}

static const GalleyReader endless = { .id = "endless", .model = "1", .read = read_until_cancelled };

static void
test_session_analyse_cancelled (Desk *desk, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Outcome outcome = { FALSE }, again = { FALSE };
  GalleyReview *review;

  open_now (desk, desk->article);
  review = galley_session_get_review (desk->session);
  galley_session_analyse_async (desk->session, &endless, cancellable, on_analysed, &outcome);
  galley_session_analyse_async (
      desk->session, galley_reader_find ("fast"), NULL, on_analysed, &again);
  wait_for (&again);
  g_assert_error (again.error, G_IO_ERROR, G_IO_ERROR_PENDING);
  g_assert_false (outcome.done);

  g_cancellable_cancel (cancellable);
  wait_for (&outcome);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (galley_session_get_analysing (desk->session));
  g_assert_cmpuint (galley_review_get_n_annotations (review), ==, 0);
  g_clear_error (&outcome.error);
  g_clear_error (&again.error);
  settle (desk);
}

/* Findings for the article before are nothing to the one that is open now. */
static void
test_session_analyse_superseded (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) other = make_file (desk, "other.txt", "Another. “No,” said Bo Lind.");
  Outcome outcome = { FALSE }, second = { FALSE };

  open_now (desk, desk->article);
  galley_session_analyse_async (desk->session, &endless, NULL, on_analysed, &outcome);
  open_now (desk, other);
  g_assert_false (galley_session_get_analysing (desk->session));
  galley_session_analyse_async (
      desk->session, galley_reader_find ("fast"), NULL, on_analysed, &second);
  wait_for (&outcome);
  wait_for (&second);

  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_no_error (second.error);
  g_assert_false (galley_session_get_analysing (desk->session));
  g_clear_error (&outcome.error);
  settle (desk);
}

/* Title and type of work that a person corrected while the detector ran. */
static void
test_session_analyse_keeps_corrections (Desk *desk, gconstpointer data)
{
  Outcome outcome = { FALSE };
  GalleyReview *review;
  GalleyMetadata *metadata;
  guint n_changed = 0;

  open_now (desk, desk->article);
  review = galley_session_get_review (desk->session);
  galley_session_analyse_async (
      desk->session, galley_reader_find ("fast"), NULL, on_analysed, &outcome);
  metadata =
      galley_metadata_copy (galley_article_get_metadata (galley_review_get_article (review)));
  g_free (metadata->title);
  metadata->title = g_strdup ("My title");
  galley_review_set_metadata (review, metadata);
  g_signal_connect_swapped (review, "metadata-changed", G_CALLBACK (g_atomic_int_inc), &n_changed);
  wait_for (&outcome);

  metadata = (GalleyMetadata *) galley_article_get_metadata (galley_review_get_article (review));
  g_assert_cmpstr (metadata->title, ==, "My title");
  g_assert_cmpuint (metadata->blocks->len, >, 0);
  g_assert_cmpuint (n_changed, ==, 1);
  settle (desk);
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

  open_now (desk, desk->article);
  save_now (desk);
  target = galley_session_dup_default_target (desk->session);
  open_now (desk, target);
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
  g_autoptr (GFile) column = make_file (desk,
                                        "column.txt",
                                        "Opinion: The harbour must wait\n\nI think we should "
                                        "stop. I have said so. I will say it again, to me.\n");
  GalleyMetadata *metadata;
  GalleyArticle *article;

  open_now (desk, column);
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
  Outcome outcome = { FALSE };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_true (galley_session_open (session, desk->article, NULL, NULL, &error));
  galley_session_analyse_async (session, &endless, cancellable, on_analysed, &outcome);
  g_object_unref (session);
  g_cancellable_cancel (cancellable);
  wait_for (&outcome);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&outcome.error);
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
      Outcome outcome = { FALSE };
      Outcome analysed = { FALSE };

      g_object_weak_ref (G_OBJECT (session), on_gone, g_thread_self ());
      galley_session_open_async (session, desk->article, NULL, NULL, on_opened, &outcome);
      wait_for (&outcome);
      galley_session_analyse_async (
          session, galley_reader_find ("fast"), NULL, on_analysed, &analysed);
      g_object_unref (session);
      wait_for (&analysed);
      g_clear_error (&outcome.error);
      g_clear_error (&analysed.error);
    }
}

#define ADD(path, function)                                                                        \
  g_test_add ("/session/session/" path, Desk, NULL, desk_set_up, function, desk_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("empty", test_session_empty);
  ADD ("open/article", test_session_open_article);
  ADD ("open/charset", test_session_charset);
  ADD ("open/failures-change-nothing", test_session_failures_change_nothing);
  ADD ("open/async", test_session_open_async);
  ADD ("open/cancelled", test_session_open_cancelled);
  ADD ("open/pasted", test_session_pasted);
  ADD ("open/pasted-binary", test_session_pasted_binary);
  ADD ("open/beside", test_session_beside);
  ADD ("open/read-only", test_session_read_only);
  ADD ("save/round-trip", test_session_round_trip);
  ADD ("save/as", test_session_save_as);
  ADD ("save/async", test_session_save_async);
  ADD ("save/async-fails", test_session_save_async_fails);
  ADD ("save/async-superseded", test_session_save_async_superseded);
  ADD ("save/never-opened-here", test_session_never_opened_here);
  ADD ("save/changed-on-disk", test_session_changed_on_disk);
  ADD ("save/deleted-on-disk", test_session_deleted_on_disk);
  ADD ("save/never-over-the-article", test_session_never_over_the_article);
  ADD ("analyse/sync", test_session_analyse);
  ADD ("analyse/async", test_session_analyse_async);
  ADD ("analyse/cancelled", test_session_analyse_cancelled);
  ADD ("analyse/superseded", test_session_analyse_superseded);
  ADD ("analyse/keeps-corrections", test_session_analyse_keeps_corrections);
  ADD ("analyse/again", test_session_analyse_again);
  ADD ("analyse/as-news", test_session_analyse_as_news);
  ADD ("analyse/dropped-while-busy", test_session_dropped_while_busy);
  ADD ("ends-here", test_session_ends_here);

  return g_test_run ();
}
