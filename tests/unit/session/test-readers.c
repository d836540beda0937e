/* test-readers.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "session/galley-session.h"

/* One reader after another over an article that a person has reviewed. */

#define ARTICLE                                                                                    \
  "Harbour to close\n\n"                                                                           \
  "The mayor, Bo Lind, conceded that the rain had come late.\n\n"                                  \
  "“Nobody ever asked us about any of this,” said Ann Lee.\n\n"                                \
  "The harbour master insisted that the boats would be safe.\n"

static guint n_told;

/* Slow, and of another mind: it sees the second quote alone. */
static GalleyReading *
read_deeply (const GalleyText *text,
             const gboolean *wanted,
             GalleyProgressFunc progress,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GalleyReading) whole =
      galley_reader_find ("fast")->read (text, wanted, NULL, NULL, NULL, error);
  GalleyReading *reading = galley_reading_new ();
  gsize start = (gsize) (strstr (ARTICLE, "“Nobody") - ARTICLE);
  gsize end = (gsize) (strstr (ARTICLE, "The harbour master") - ARTICLE);

  for (guint i = 0; i < whole->marks->len; i++)
    {
      const GalleyMark *mark = &g_array_index (whole->marks, GalleyMark, i);
      gsize place = galley_text_token (text, mark->first_token)->start;

      if (place >= start && place < end)
        g_array_append_val (reading->marks, *mark);
      progress ((double) (i + 1) / whole->marks->len, user_data);
    }

  return reading;
}

static const GalleyReader deep = {
  .id = "deep", .model = "deep-0", .read = read_deeply, .slow = TRUE
};

static GalleyReading *
read_and_cancel (const GalleyText *text,
                 const gboolean *wanted,
                 GalleyProgressFunc progress,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  progress (0.5, user_data);
  g_cancellable_cancel (cancellable);
  g_cancellable_set_error_if_cancelled (cancellable, error);

  return NULL;
}

static const GalleyReader stopped = {
  .id = "deep", .model = "deep-0", .read = read_and_cancel, .slow = TRUE
};

static GalleySession *
open_article (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (ARTICLE, strlen (ARTICLE));
  g_autoptr (GError) error = NULL;
  GalleySession *session = galley_session_new ();

  galley_session_open_bytes (session, bytes, NULL, "UTF-8", &error);
  g_assert_no_error (error);

  return session;
}

static void
read_with (GalleySession *session, const GalleyReader *reader)
{
  g_autoptr (GError) error = NULL;

  galley_session_analyse (session, reader, NULL, &error);
  g_assert_no_error (error);
}

/* The quote that begins with @words, or %NULL. */
static GalleyAnnotation *
find_quote (GalleySession *session, const char *words)
{
  GalleyReview *review = galley_session_get_review (session);
  g_autoptr (GPtrArray) quotes = galley_review_list_kind (review, GALLEY_KIND_QUOTE);
  const char *place = strstr (ARTICLE, words);
  guint start = (guint) g_utf8_pointer_to_offset (ARTICLE, place);

  for (guint i = 0; i < quotes->len; i++)
    if (galley_annotation_get_start (quotes->pdata[i]) == start)
      return quotes->pdata[i];

  return NULL;
}

static void
assert_status (GalleySession *session, const char *words, GalleyStatus status)
{
  GalleyAnnotation *quote = find_quote (session, words);

  g_assert_nonnull (quote);
  g_assert_cmpint (galley_annotation_get_status (quote), ==, status);
}

/* Fast, deep and fast again: every verdict and note stays, whether both find the mark or one. */
static void
test_there_and_back (void)
{
  g_autoptr (GalleySession) session = open_article ();
  GalleyReview *review = galley_session_get_review (session);
  const GalleyRenewal *renewal;
  guint n_first;

  read_with (session, galley_reader_find ("fast"));
  n_first = galley_review_get_n_annotations (review);
  galley_review_set_verdict (review,
                             find_quote (session, "that the rain"),
                             GALLEY_STATUS_REJECTED,
                             NULL);
  galley_review_set_verdict (review, find_quote (session, "“Nobody"), GALLEY_STATUS_ACCEPTED, NULL);
  galley_review_set_note (review, find_quote (session, "“Nobody"), "ask her");

  read_with (session, &deep);
  renewal = galley_session_get_renewal (session);
  g_assert_nonnull (renewal);
  g_assert_cmpuint (renewal->n_new, ==, 0);
  g_assert_cmpuint (renewal->n_gone, >=, 2); /* the harbour master and what he said */
  g_assert_cmpuint (renewal->n_kept, ==, 1);
  assert_status (session, "that the rain", GALLEY_STATUS_REJECTED);
  assert_status (session, "“Nobody", GALLEY_STATUS_ACCEPTED);

  read_with (session, galley_reader_find ("fast"));
  g_assert_cmpuint (renewal->n_new, >=, 2);
  g_assert_cmpuint (renewal->n_gone, ==, 0);
  g_assert_cmpuint (galley_review_get_n_annotations (review), ==, n_first);
  assert_status (session, "that the rain", GALLEY_STATUS_REJECTED);
  assert_status (session, "“Nobody", GALLEY_STATUS_ACCEPTED);
  g_assert_cmpstr (galley_annotation_get_note (find_quote (session, "“Nobody")), ==, "ask her");
}

static void
on_progress (GalleySession *session, GParamSpec *pspec, gpointer last)
{
  double progress = galley_session_get_progress (session);

  g_assert_cmpfloat (progress, >=, *(double *) last);
  *(double *) last = progress;
  n_told++;
}

/* A slow reader's own steps are seen, and take most of the time. */
static void
test_progress (void)
{
  g_autoptr (GalleySession) session = open_article ();
  double last = 0;

  n_told = 0;
  g_signal_connect (session, "notify::progress", G_CALLBACK (on_progress), &last);
  read_with (session, &deep);
  g_assert_cmpuint (n_told, >=, 9);
  g_assert_cmpfloat (last, ==, 1);
}

static void
test_cancelled (void)
{
  g_autoptr (GalleySession) session = open_article ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n_before;

  read_with (session, galley_reader_find ("fast"));
  n_before = galley_review_get_n_annotations (galley_session_get_review (session));
  g_assert_false (galley_session_analyse (session, &stopped, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (galley_review_get_n_annotations (galley_session_get_review (session)),
                    ==,
                    n_before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/readers/there-and-back", test_there_and_back);
  g_test_add_func ("/readers/progress", test_progress);
  g_test_add_func ("/readers/cancelled", test_cancelled);

  return g_test_run ();
}
