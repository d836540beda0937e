/* session-desk.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session-desk.h"

#include "lib/galley-test.h"

void
desk_set_up (Desk *desk, gconstpointer data)
{
  g_autofree char *path = NULL;

  desk->session = galley_session_new ();
  desk->folder = galley_test_dir ();
  path = g_build_filename (desk->folder, "story.txt", NULL);
  g_assert_true (g_file_set_contents (path, DESK_ARTICLE, -1, NULL));
  desk->article = g_file_new_for_path (path);
}

void
desk_tear_down (Desk *desk, gconstpointer data)
{
  g_assert_finalize_object (desk->session);
  g_object_unref (desk->article);
  galley_test_remove_dir (desk->folder);
  g_free (desk->folder);
}

GFile *
desk_make_file (Desk *desk, const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (desk->folder, name, NULL);

  if (content != NULL)
    g_assert_true (g_file_set_contents (path, content, -1, NULL));

  return g_file_new_for_path (path);
}

char *
desk_dup_content (GFile *file)
{
  char *content = NULL;

  g_assert_true (g_file_load_contents (file, NULL, &content, NULL, NULL, NULL));

  return content;
}

void
desk_open (Desk *desk, GFile *file)
{
  g_autoptr (GError) error = NULL;

  galley_session_open (desk->session, file, NULL, NULL, &error);
  g_assert_no_error (error);
}

void
desk_save (Desk *desk)
{
  g_autoptr (GError) error = NULL;

  galley_session_save (desk->session, NULL, FALSE, &error);
  g_assert_no_error (error);
}

/* A person marks the first five code points as an opinion and agrees with themselves. */
GalleyAnnotation *
desk_review_something (Desk *desk)
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

void
desk_on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DeskOutcome *outcome = user_data;

  outcome->ok = galley_session_open_finish (GALLEY_SESSION (source), result, &outcome->error);
  outcome->done = TRUE;
}

void
desk_on_analysed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DeskOutcome *outcome = user_data;

  outcome->ok = galley_session_analyse_finish (GALLEY_SESSION (source), result, &outcome->error);
  outcome->done = TRUE;
}

void
desk_on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DeskOutcome *outcome = user_data;

  outcome->ok = galley_session_save_finish (GALLEY_SESSION (source), result, &outcome->error);
  outcome->done = TRUE;
}

void
desk_wait_for (const DeskOutcome *outcome)
{
  while (!outcome->done)
    g_main_context_iteration (NULL, TRUE);
}

/* Whatever the thread pool or the main loop still holds of the session. */
void
desk_settle (Desk *desk)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  while (g_atomic_int_get ((int *) &G_OBJECT (desk->session)->ref_count) > 1)
    g_thread_yield ();
}

void
desk_count_notify (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  ++*(guint *) user_data;
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

const GalleyReader desk_endless_reader = { .id = "endless",
                                           .model = "1",
                                           .read = read_until_cancelled };
