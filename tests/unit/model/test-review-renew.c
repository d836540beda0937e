/* test-review-renew.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "lib/galley-test.h"

#define TEXT "The mayor, Ana Ruiz, said: “We wait.” It is reckless. She hopes for rain. He left."

typedef struct
{
  GalleyReview *review;
  GPtrArray *suggestions; /* of another reader */
  GalleyRenewal renewal;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->review = galley_test_review (TEXT);
  fixture->suggestions = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->suggestions);
  g_assert_finalize_object (fixture->review);
}

static GalleyAnnotation *
find (Fixture *fixture, GalleyKind kind, const char *type, const char *words)
{
  const char *place = strstr (TEXT, words);
  guint start = (guint) g_utf8_pointer_to_offset (TEXT, place);
  GArray *spans = galley_spans_new_one (start, start + (guint) g_utf8_strlen (words, -1));
  GalleyAnnotation *suggestion =
      galley_annotation_new_suggestion (galley_review_get_article (fixture->review),
                                        kind,
                                        galley_details_new (g_intern_string (type), spans),
                                        "other",
                                        "2");

  g_ptr_array_add (fixture->suggestions, suggestion);

  return suggestion;
}

static void
renew (Fixture *fixture)
{
  galley_review_renew (fixture->review, fixture->suggestions, &fixture->renewal);
}

static void
assert_renewal (Fixture *fixture, guint n_new, guint n_gone, guint n_changed, guint n_kept)
{
  g_assert_cmpuint (fixture->renewal.n_new, ==, n_new);
  g_assert_cmpuint (fixture->renewal.n_gone, ==, n_gone);
  g_assert_cmpuint (fixture->renewal.n_changed, ==, n_changed);
  g_assert_cmpuint (fixture->renewal.n_kept, ==, n_kept);
}

static void
test_review_renew_untouched (Fixture *fixture, gconstpointer data)
{
  galley_test_suggest (fixture->review, GALLEY_KIND_QUOTE, "direct", "“We wait.”");
  galley_test_suggest (fixture->review, GALLEY_KIND_QUOTE, "indirect", "for rain");
  galley_test_suggest (fixture->review, GALLEY_KIND_OPINION, "evaluation", "It is reckless.");
  find (fixture, GALLEY_KIND_QUOTE, "direct", "“We wait.”");
  find (fixture, GALLEY_KIND_OPINION, "evaluation", "It is reckless");
  find (fixture, GALLEY_KIND_SOURCE, "person", "Ana Ruiz");
  renew (fixture);

  assert_renewal (fixture, 1, 1, 1, 0);
  g_assert_cmpuint (galley_review_get_n_annotations (fixture->review), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_true (galley_review_peek (fixture->review, i)
                   == galley_review_lookup (fixture->review,
                                            galley_annotation_get_id (
                                                galley_review_peek (fixture->review, i))));
}

static void
test_review_renew_verdict (Fixture *fixture, gconstpointer data)
{
  GalleyAnnotation *same =
      galley_test_suggest (fixture->review, GALLEY_KIND_QUOTE, "direct", "“We wait.”");
  GalleyAnnotation *moved =
      galley_test_suggest (fixture->review, GALLEY_KIND_OPINION, "evaluation", "It is reckless.");
  GalleyAnnotation *lost =
      galley_test_suggest (fixture->review, GALLEY_KIND_QUOTE, "indirect", "He left");

  galley_review_set_verdict (fixture->review, same, GALLEY_STATUS_ACCEPTED, NULL);
  galley_review_set_verdict (fixture->review, moved, GALLEY_STATUS_REJECTED, NULL);
  galley_review_set_note (fixture->review, lost, "look again");
  find (fixture, GALLEY_KIND_QUOTE, "direct", "“We wait.”");
  find (fixture, GALLEY_KIND_OPINION, "evaluation", "It is reckless");
  renew (fixture);

  assert_renewal (fixture, 0, 0, 1, 1);
  g_assert_cmpuint (galley_review_get_n_annotations (fixture->review), ==, 3);
  g_assert_cmpint (galley_annotation_get_status (same), ==, GALLEY_STATUS_ACCEPTED);
  g_assert_cmpint (galley_annotation_get_status (moved), ==, GALLEY_STATUS_REJECTED);
  g_assert_cmpstr (galley_annotation_get_note (lost), ==, "look again");
}

/* A private note, too, is a person's work. */
static void
test_review_renew_private_note (Fixture *fixture, gconstpointer data)
{
  GalleyAnnotation *lost =
      galley_test_suggest (fixture->review, GALLEY_KIND_QUOTE, "indirect", "He left");

  galley_review_set_private_note (fixture->review, lost, "look again");
  renew (fixture);

  assert_renewal (fixture, 0, 0, 0, 1);
  g_assert_cmpuint (galley_review_get_n_annotations (fixture->review), ==, 1);
  g_assert_cmpstr (galley_annotation_get_private_note (lost), ==, "look again");
}

static void
test_review_renew_own (Fixture *fixture, gconstpointer data)
{
  GArray *spans = galley_spans_new_one (0, 9);
  GalleyAnnotation *own =
      galley_review_add (fixture->review, GALLEY_KIND_SOURCE, galley_details_new ("person", spans));

  find (fixture, GALLEY_KIND_QUOTE, "direct", "“We wait.”");
  renew (fixture);
  assert_renewal (fixture, 1, 0, 0, 0);
  g_assert_true (galley_review_lookup (fixture->review, galley_annotation_get_id (own)) == own);
}

/* A quote that somebody accepted keeps its source, found again or not. */
static void
test_review_renew_source (Fixture *fixture, gconstpointer data)
{
  GalleyAnnotation *source =
      galley_test_suggest (fixture->review, GALLEY_KIND_SOURCE, "person", "Ana Ruiz");
  GalleyAnnotation *quote =
      galley_test_suggest (fixture->review, GALLEY_KIND_QUOTE, "direct", "“We wait.”");
  GalleyDetails *details = galley_details_copy (galley_annotation_get_details (quote));

  details->source_id = g_strdup (galley_annotation_get_id (source));
  galley_review_revise (fixture->review, quote, details);
  renew (fixture);
  g_assert_cmpuint (galley_review_get_n_annotations (fixture->review), ==, 2);
  g_assert_true (galley_review_get_source_of (fixture->review, quote) == source);
}

/* A quote that is found now belongs to the source that was judged, whatever the reader calls it. */
static void
test_review_renew_stand_in (Fixture *fixture, gconstpointer data)
{
  GalleyAnnotation *source =
      galley_test_suggest (fixture->review, GALLEY_KIND_SOURCE, "person", "Ana Ruiz");
  GalleyAnnotation *other = find (fixture, GALLEY_KIND_SOURCE, "person", "Ana Ruiz,");
  GArray *spans = galley_spans_new_one (27, 37);
  GalleyDetails *details = galley_details_new ("direct", spans);

  galley_review_set_verdict (fixture->review, source, GALLEY_STATUS_ACCEPTED, NULL);
  details->source_id = g_strdup (galley_annotation_get_id (other));
  g_ptr_array_add (fixture->suggestions,
                   galley_annotation_new_suggestion (galley_review_get_article (fixture->review),
                                                     GALLEY_KIND_QUOTE,
                                                     details,
                                                     "other",
                                                     "2"));
  renew (fixture);

  assert_renewal (fixture, 1, 0, 1, 0);
  g_assert_cmpuint (galley_review_get_n_annotations (fixture->review), ==, 2);
  g_assert_true (
      galley_review_get_source_of (fixture->review, galley_review_peek (fixture->review, 1))
      == source);
}

static void
count_signal (gpointer counter)
{
  (*(guint *) counter)++;
}

static void
test_review_renew_undo (Fixture *fixture, gconstpointer data)
{
  guint n_told = 0;

  galley_test_suggest (fixture->review, GALLEY_KIND_QUOTE, "indirect", "for rain");
  galley_test_suggest (fixture->review, GALLEY_KIND_OPINION, "evaluation", "It is reckless.");
  find (fixture, GALLEY_KIND_QUOTE, "direct", "“We wait.”");
  g_signal_connect_swapped (fixture->review, "items-changed", G_CALLBACK (count_signal), &n_told);
  renew (fixture);
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_cmpuint (galley_review_get_n_annotations (fixture->review), ==, 1);

  galley_review_undo (fixture->review);
  g_assert_cmpuint (galley_review_get_n_annotations (fixture->review), ==, 2);
  g_assert_false (galley_review_can_undo (fixture->review));
  galley_review_redo (fixture->review);
  g_assert_cmpuint (galley_review_get_n_annotations (fixture->review), ==, 1);
}

static void
test_review_renew_undo_many (Fixture *fixture, gconstpointer data)
{
  guint n_told = 0;
  const guint n = 80;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (fixture->suggestions,
                     galley_annotation_new_suggestion (
                         galley_review_get_article (fixture->review),
                         GALLEY_KIND_NOTE,
                         galley_details_new (NULL, galley_spans_new_one (i, i + 1)),
                         "other",
                         "2"));
  renew (fixture);
  g_assert_cmpuint (galley_review_get_n_annotations (fixture->review), ==, n);
  g_signal_connect_swapped (fixture->review, "items-changed", G_CALLBACK (count_signal), &n_told);
  galley_review_undo (fixture->review);
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_cmpuint (galley_review_get_n_annotations (fixture->review), ==, 0);
}

static void
test_review_adopt (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyReview) before = galley_test_review (TEXT);
  GalleyAnnotation *quote = galley_test_suggest (before, GALLEY_KIND_QUOTE, "direct", "“We wait.”");
  GalleyAnnotation *gone = galley_test_suggest (before, GALLEY_KIND_QUOTE, "indirect", "for rain");
  GalleyAnnotation *same =
      galley_test_suggest (fixture->review, GALLEY_KIND_QUOTE, "direct", "“We wait.”");

  galley_review_set_verdict (before, quote, GALLEY_STATUS_ACCEPTED, NULL);
  galley_review_set_verdict (before, gone, GALLEY_STATUS_REJECTED, NULL);
  g_ptr_array_add (fixture->suggestions, g_object_ref (quote));
  g_ptr_array_add (fixture->suggestions, g_object_ref (gone));
  galley_review_adopt (fixture->review, fixture->suggestions);

  g_assert_cmpuint (galley_review_get_n_annotations (fixture->review), ==, 2);
  g_assert_cmpint (galley_annotation_get_status (same), ==, GALLEY_STATUS_ACCEPTED);
  g_assert_true (galley_review_lookup (fixture->review, galley_annotation_get_id (gone)) == gone);
  galley_review_undo (fixture->review);
  g_assert_cmpint (galley_annotation_get_status (same), ==, GALLEY_STATUS_UNREVIEWED);
  g_assert_cmpuint (galley_review_get_n_annotations (fixture->review), ==, 1);
}

#define add(path, function)                                                                        \
  g_test_add ("/model/review/renew/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("untouched", test_review_renew_untouched);
  add ("verdict", test_review_renew_verdict);
  add ("private-note", test_review_renew_private_note);
  add ("own", test_review_renew_own);
  add ("source", test_review_renew_source);
  add ("stand-in", test_review_renew_stand_in);
  add ("undo", test_review_renew_undo);
  add ("undo-many", test_review_renew_undo_many);
  add ("adopt", test_review_adopt);

  return g_test_run ();
}
