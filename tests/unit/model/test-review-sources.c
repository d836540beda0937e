/* test-review-sources.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/galley-str.h"
#include "lib/galley-test.h"

#define TEXT                                                                                       \
  "John Smith said: “We wait.” Later the mayor said: “No rain.” Smith left. The mayor stayed."

typedef struct
{
  GalleyReview *review;
  GalleyAnnotation *smith;
  GalleyAnnotation *mayor;
  GalleyAnnotation *wait;
  GalleyAnnotation *rain;
} Fixture;

static GalleySpan
find (const char *words)
{
  const char *place = strstr (TEXT, words);
  guint start = (guint) g_utf8_strlen (TEXT, place - TEXT);

  return (GalleySpan){ start, start + (guint) g_utf8_strlen (words, -1) };
}

static GalleyAnnotation *
suggest (GalleyReview *review, GalleyKind kind, const char *type, const char *words, ...)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  GalleyDetails *details = galley_details_new (type, galley_spans_new ());
  GalleyAnnotation *annotation;
  va_list more;

  va_start (more, words);
  for (; words != NULL; words = va_arg (more, const char *))
    {
      GalleySpan span = find (words);

      galley_spans_add (details->spans, span.start, span.end);
    }
  va_end (more);
  annotation = galley_annotation_new_suggestion (
      galley_review_get_article (review), kind, details, "fast", "1");
  g_ptr_array_add (list, annotation);
  galley_review_load (review, list);

  return annotation;
}

/* As a reader links a quote before it is shown to anybody. */
static GalleyAnnotation *
suggest_quote (GalleyReview *review,
               const char *words,
               GalleyAnnotation *source,
               const char *mention)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  GalleySpan span = find (words), named = find (mention);
  GalleyDetails *details =
      galley_details_new ("direct", galley_spans_new_one (span.start, span.end));
  GalleyAnnotation *annotation;

  details->mention = galley_spans_new_one (named.start, named.end);
  galley_set_str (&details->source_id, galley_annotation_get_id (source));
  annotation = galley_annotation_new_suggestion (
      galley_review_get_article (review), GALLEY_KIND_QUOTE, details, "fast", "1");
  g_ptr_array_add (list, annotation);
  galley_review_load (review, list);

  return annotation;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->review = galley_test_review (TEXT);
  self->smith =
      suggest (self->review, GALLEY_KIND_SOURCE, "person", "John Smith", "Smith left", NULL);
  self->mayor =
      suggest (self->review, GALLEY_KIND_SOURCE, "unnamed-person", "the mayor", "The mayor", NULL);
  self->wait = suggest_quote (self->review, "“We wait.”", self->smith, "John Smith");
  self->rain = suggest_quote (self->review, "“No rain.”", self->mayor, "the mayor");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->review);
}

static guint
count_quotes (GalleyReview *review, GalleyAnnotation *source)
{
  g_autoptr (GPtrArray) quotes = galley_review_list_quotes_of (review, source);

  return quotes->len;
}

static guint
count_mentions (GalleyAnnotation *source)
{
  return galley_spans_length (galley_annotation_get_details (source)->spans);
}

static void
test_merge (Fixture *self, gconstpointer data)
{
  GalleyReview *review = self->review;

  g_assert_true (galley_review_merge_sources (review, self->mayor, self->smith));
  g_assert_true (galley_review_get_source_of (review, self->rain) == self->smith);
  g_assert_true (galley_review_get_merged_into (review, self->mayor) == self->smith);
  g_assert_null (galley_review_get_merged_into (review, self->smith));
  g_assert_cmpuint (count_quotes (review, self->smith), ==, 2);
  g_assert_cmpuint (count_quotes (review, self->mayor), ==, 0);
  g_assert_cmpuint (count_mentions (self->smith), ==, 4);

  /* What the program said is all there, and nobody has looked at the quote. */
  g_assert_cmpuint (count_mentions (self->mayor), ==, 2);
  g_assert_null (galley_annotation_get_original (self->mayor)->source_id);
  g_assert_cmpint (galley_annotation_get_status (self->mayor), ==, GALLEY_STATUS_REJECTED);
  g_assert_cmpstr (galley_annotation_get_verdict (self->mayor, 0)->reason,
                   ==,
                   GALLEY_REASON_DUPLICATE);
  g_assert_cmpint (galley_annotation_get_status (self->rain), ==, GALLEY_STATUS_UNREVIEWED);

  galley_review_undo (review);
  g_assert_false (galley_review_can_undo (review));
  g_assert_true (galley_review_get_source_of (review, self->rain) == self->mayor);
  g_assert_cmpuint (count_mentions (self->smith), ==, 2);
}

static void
test_merge_again (Fixture *self, gconstpointer data)
{
  GalleyReview *review = self->review;
  GalleyAnnotation *third = suggest (review, GALLEY_KIND_SOURCE, "person", "stayed", NULL);

  g_assert_true (galley_review_merge_sources (review, self->mayor, self->smith));
  g_assert_false (galley_review_merge_sources (review, self->mayor, self->smith));
  g_assert_false (galley_review_merge_sources (review, self->smith, self->mayor));
  g_assert_false (galley_review_merge_sources (review, self->smith, self->smith));
  g_assert_true (galley_review_merge_sources (review, self->smith, third));
  g_assert_true (galley_review_get_source_of (review, self->rain) == third);
  g_assert_cmpuint (count_quotes (review, third), ==, 2);
  g_assert_cmpuint (count_mentions (third), ==, 5);
}

static void
test_unmerge_by_verdict (Fixture *self, gconstpointer data)
{
  GalleyReview *review = self->review;

  galley_review_merge_sources (review, self->mayor, self->smith);
  galley_review_set_verdict (review, self->mayor, GALLEY_STATUS_REJECTED, NULL);
  g_assert_true (galley_review_get_source_of (review, self->rain) == self->smith);
  galley_review_set_verdict (review, self->mayor, GALLEY_STATUS_ACCEPTED, NULL);
  g_assert_true (galley_review_get_source_of (review, self->rain) == self->mayor);
  g_assert_cmpint (galley_annotation_get_status (self->mayor), ==, GALLEY_STATUS_ACCEPTED);

  galley_review_merge_sources (review, self->mayor, self->smith);
  galley_review_set_verdict (review, self->mayor, GALLEY_STATUS_REJECTED, "not-a-source");
  g_assert_true (galley_review_get_source_of (review, self->rain) == self->mayor);
}

/* A file made by hand may say that each of two is the other. */
static void
test_merge_in_a_circle (Fixture *self, gconstpointer data)
{
  GalleyAnnotation *both[] = { self->smith, self->mayor };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GalleyDetails) revision =
          galley_details_copy (galley_annotation_get_details (both[i]));
      g_autoptr (GalleyVerdict) verdict = NULL;

      galley_set_str (&revision->source_id, galley_annotation_get_id (both[1 - i]));
      verdict = galley_verdict_new (
          NULL, "", GALLEY_STATUS_REJECTED, GALLEY_REASON_DUPLICATE, revision, "", NULL);
      galley_annotation_load_verdict (both[i], verdict);
    }
  g_assert_nonnull (galley_review_get_source_of (self->review, self->rain));
  g_assert_nonnull (galley_review_get_source_of (self->review, self->wait));
}

static void
test_split (Fixture *self, gconstpointer data)
{
  GalleyReview *review = self->review;
  GalleyAnnotation *other;

  galley_review_merge_sources (review, self->mayor, self->smith);
  other = galley_review_split_source (review, self->smith, 1);
  g_assert_nonnull (other);
  g_assert_cmpstr (galley_annotation_get_details (other)->name, ==, "the mayor");
  g_assert_cmpuint (count_mentions (other), ==, 1);
  g_assert_cmpuint (count_mentions (self->smith), ==, 3);
  g_assert_true (galley_review_get_source_of (review, self->rain) == other);
  g_assert_true (galley_review_get_source_of (review, self->wait) == self->smith);
  g_assert_null (galley_review_split_source (review, other, 0));

  galley_review_undo (review);
  g_assert_null (galley_review_lookup (review, galley_annotation_get_id (other)));
  g_assert_true (galley_review_get_source_of (review, self->rain) == self->smith);
}

/* Splitting corrects who said it, not whether anything was said. */
static void
test_split_keeps_rejected (Fixture *self, gconstpointer data)
{
  GalleyReview *review = self->review;

  galley_review_set_verdict (review, self->wait, GALLEY_STATUS_REJECTED, "not-a-quote");
  g_assert_nonnull (galley_review_split_source (review, self->smith, 0));
  g_assert_cmpint (galley_annotation_get_status (self->wait), ==, GALLEY_STATUS_REJECTED);
}

static gint64
tell_time (gpointer now)
{
  return *(gint64 *) now;
}

static void
move_end (Fixture *self, GalleyAnnotation *annotation, int by)
{
  GalleyDetails *details = galley_details_copy (galley_annotation_get_details (annotation));

  g_array_index (details->spans, GalleySpan, 0).end += (guint) by;
  galley_review_begin_joined_step (self->review, annotation, "edges", GALLEY_JOIN_QUICK);
  galley_review_revise (self->review, annotation, details);
  galley_review_end_step (self->review);
}

static void
test_join (Fixture *self, gconstpointer data)
{
  guint end = galley_annotation_get_end (self->rain);
  gint64 now = 1;

  galley_review_set_clock (self->review, tell_time, &now);
  for (guint i = 0; i < 5; i++, now += G_TIME_SPAN_SECOND / 2)
    move_end (self, self->rain, 1);
  g_assert_cmpuint (galley_annotation_get_end (self->rain), ==, end + 5);
  now += 2 * G_TIME_SPAN_SECOND;
  move_end (self, self->rain, 1);

  galley_review_undo (self->review);
  g_assert_cmpuint (galley_annotation_get_end (self->rain), ==, end + 5);
  galley_review_undo (self->review);
  g_assert_cmpuint (galley_annotation_get_end (self->rain), ==, end);
  g_assert_false (galley_review_can_undo (self->review));
  galley_review_redo (self->review);
  g_assert_cmpuint (galley_annotation_get_end (self->rain), ==, end + 5);
}

static void
test_join_broken (Fixture *self, gconstpointer data)
{
  guint end = galley_annotation_get_end (self->rain);
  gint64 now = 1;

  galley_review_set_clock (self->review, tell_time, &now);
  move_end (self, self->rain, 1);
  galley_review_set_verdict (self->review, self->smith, GALLEY_STATUS_ACCEPTED, NULL);
  move_end (self, self->rain, 1);
  move_end (self, self->wait, 1);
  move_end (self, self->rain, 1);
  galley_review_mark_saved (self->review);
  move_end (self, self->rain, 1);
  g_assert_true (galley_review_get_modified (self->review));

  galley_review_undo (self->review);
  g_assert_false (galley_review_get_modified (self->review));
  g_assert_cmpuint (galley_annotation_get_end (self->rain), ==, end + 3);
  for (guint left = 3; left > 0; left--)
    galley_review_undo (self->review);
  g_assert_cmpuint (galley_annotation_get_end (self->rain), ==, end + 1);
  g_assert_cmpint (galley_annotation_get_status (self->smith), ==, GALLEY_STATUS_ACCEPTED);
}

/* There and back again is nothing done. */
static void
test_join_to_nothing (Fixture *self, gconstpointer data)
{
  GalleyAnnotation *own =
      galley_review_add (self->review,
                         GALLEY_KIND_NOTE,
                         galley_details_new (NULL, galley_spans_new_one (0, 4)));
  gint64 now = 1;

  galley_review_set_clock (self->review, tell_time, &now);
  galley_review_mark_saved (self->review);
  move_end (self, own, 1);
  move_end (self, own, -1);
  g_assert_false (galley_review_get_modified (self->review));
  galley_review_undo (self->review);
  g_assert_null (galley_review_lookup (self->review, galley_annotation_get_id (own)));
}

static void
add (const char *path, void (*test) (Fixture *self, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/model/review/sources/merge", test_merge);
  add ("/model/review/sources/merge-again", test_merge_again);
  add ("/model/review/sources/unmerge-by-verdict", test_unmerge_by_verdict);
  add ("/model/review/sources/merge-in-a-circle", test_merge_in_a_circle);
  add ("/model/review/sources/split", test_split);
  add ("/model/review/sources/split-keeps-rejected", test_split_keeps_rejected);
  add ("/model/review/undo/join", test_join);
  add ("/model/review/undo/join-broken", test_join_broken);
  add ("/model/review/undo/join-to-nothing", test_join_to_nothing);

  return g_test_run ();
}
