/* test-article-marks.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "lib/galley-test.h"
#include "ui/galley-article-marks.h"

#define TEXT "The mayor said residents “asked for it.” This is reckless. The mayor left."

static const GalleySpot *
find_spot (GArray *spots, GalleyAnnotation *annotation, GalleyRole role)
{
  for (guint i = 0; i < spots->len; i++)
    {
      const GalleySpot *spot = &g_array_index (spots, GalleySpot, i);

      if (spot->annotation == annotation && spot->role == role)
        return spot;
    }

  return NULL;
}

/* What lies within something else gets the line next to the words. */
static void
test_article_marks_lanes (void)
{
  g_autoptr (GalleyReview) review = galley_test_review (TEXT);
  GalleyAnnotation *quote =
      galley_test_suggest (review, GALLEY_KIND_QUOTE, "mixed", "residents “asked for it.”");
  GalleyAnnotation *source =
      galley_test_suggest (review, GALLEY_KIND_SOURCE, "unnamed-group", "residents");
  GalleyAnnotation *opinion =
      galley_test_suggest (review, GALLEY_KIND_OPINION, "evaluation", "This is reckless.");
  GalleyAnnotation *note =
      galley_review_add (review,
                         GALLEY_KIND_NOTE,
                         galley_details_new (NULL, galley_spans_new_one (0, 60)));
  g_autoptr (GArray) spots = galley_spots_collect (review, NULL, 0, 75);

  g_assert_cmpuint (spots->len, ==, 4);
  g_assert_cmpuint (find_spot (spots, source, GALLEY_ROLE_MARK)->lane, ==, 0);
  g_assert_cmpuint (find_spot (spots, quote, GALLEY_ROLE_MARK)->lane, ==, 1);
  g_assert_cmpuint (find_spot (spots, opinion, GALLEY_ROLE_MARK)->lane, ==, 0);
  g_assert_cmpuint (find_spot (spots, note, GALLEY_ROLE_MARK)->lane, ==, 2);
}

static void
test_article_marks_clip (void)
{
  g_autoptr (GalleyReview) review = galley_test_review (TEXT);
  GalleyAnnotation *quote =
      galley_test_suggest (review, GALLEY_KIND_QUOTE, "mixed", "residents “asked for it.”");
  g_autoptr (GArray) head = galley_spots_collect (review, NULL, 0, 20);
  g_autoptr (GArray) tail = galley_spots_collect (review, NULL, 20, 75);
  g_autoptr (GArray) none = galley_spots_collect (review, NULL, 20, 20);

  g_assert_cmpuint (find_spot (head, quote, GALLEY_ROLE_MARK)->end, ==, 20);
  g_assert_true (find_spot (head, quote, GALLEY_ROLE_MARK)->begins);
  g_assert_false (find_spot (head, quote, GALLEY_ROLE_MARK)->ends);
  g_assert_cmpuint (find_spot (tail, quote, GALLEY_ROLE_MARK)->start, ==, 20);
  g_assert_false (find_spot (tail, quote, GALLEY_ROLE_MARK)->begins);
  g_assert_cmpuint (none->len, ==, 0);
}

/* The source that stays has the mentions of the one that went. */
static void
test_article_marks_merged (void)
{
  g_autoptr (GalleyReview) review = galley_test_review (TEXT);
  GalleyAnnotation *mayor = galley_test_suggest (review, GALLEY_KIND_SOURCE, "person", "The mayor");
  GalleyAnnotation *residents =
      galley_test_suggest (review, GALLEY_KIND_SOURCE, "unnamed-group", "residents");
  g_autoptr (GArray) merged = NULL;
  g_autoptr (GArray) selected = NULL;
  g_autoptr (GPtrArray) marks = NULL;

  galley_review_merge_sources (review, residents, mayor);
  merged = galley_spots_collect (review, NULL, 0, 75);
  g_assert_cmpuint (merged->len, ==, 2);
  g_assert_null (find_spot (merged, residents, GALLEY_ROLE_MARK));
  marks = galley_marks_at (review, galley_annotation_get_start (residents));
  g_assert_cmpuint (marks->len, ==, 1);
  g_assert_true (marks->pdata[0] == mayor);

  /* Who selects it in the list sees where it stood. */
  selected = galley_spots_collect (review, residents, 0, 75);
  g_assert_nonnull (find_spot (selected, residents, GALLEY_ROLE_SELECTED));
}

/* The mayor ← said ← what they said. */
static void
test_article_marks_chain (void)
{
  g_autoptr (GalleyReview) review = galley_test_review (TEXT);
  GalleyAnnotation *source =
      galley_test_suggest (review, GALLEY_KIND_SOURCE, "person", "The mayor");
  GalleyDetails *details = galley_details_new ("mixed", galley_spans_new_one (15, 40));
  GalleyAnnotation *quote;
  g_autoptr (GArray) spots = NULL;
  g_autoptr (GArray) voice = NULL;

  details->cue = galley_spans_new_one (10, 14);
  details->mention = galley_spans_new_one (0, 9);
  details->source_id = g_strdup (galley_annotation_get_id (source));
  quote = galley_review_add (review, GALLEY_KIND_QUOTE, details);
  spots = galley_spots_collect (review, quote, 0, 75);
  g_assert_cmpuint (find_spot (spots, quote, GALLEY_ROLE_SELECTED)->start, ==, 15);
  g_assert_cmpuint (find_spot (spots, quote, GALLEY_ROLE_MENTION)->end, ==, 9);
  g_assert_cmpuint (find_spot (spots, quote, GALLEY_ROLE_CUE)->start, ==, 10);
  g_assert_cmpuint (find_spot (spots, quote, GALLEY_ROLE_THREAD)->start, ==, 0);
  g_assert_cmpuint (find_spot (spots, quote, GALLEY_ROLE_THREAD)->end, ==, 40);
  g_assert_true (find_spot (spots, quote, GALLEY_ROLE_THREAD)->ends);

  voice = galley_spots_collect (review, source, 0, 75);
  g_assert_nonnull (find_spot (voice, source, GALLEY_ROLE_SELECTED));
  g_assert_nonnull (find_spot (voice, quote, GALLEY_ROLE_VOICE));
  g_assert_cmpuint (find_spot (voice, quote, GALLEY_ROLE_CUE)->start, ==, 10);
}

/* What a search found, in this paragraph alone. */
static void
test_article_marks_hits (void)
{
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (GalleySpot));
  g_autoptr (GArray) hits = galley_spans_new ();

  galley_spans_add (hits, 2, 5);
  galley_spans_add (hits, 18, 23);
  galley_spans_add (hits, 25, 30);
  galley_spans_add (hits, 40, 44);
  galley_spots_add_hits (spots, NULL, 20, 40);
  g_assert_cmpuint (spots->len, ==, 0);
  galley_spots_add_hits (spots, hits, 20, 40);
  g_assert_cmpuint (spots->len, ==, 2);
  g_assert_cmpuint (g_array_index (spots, GalleySpot, 0).start, ==, 20);
  g_assert_false (g_array_index (spots, GalleySpot, 0).begins);
  g_assert_cmpuint (g_array_index (spots, GalleySpot, 1).end, ==, 30);
}

static void
test_article_marks_looks (void)
{
  g_autoptr (GalleyReview) review = galley_test_review (TEXT);
  GalleyAnnotation *opinion =
      galley_test_suggest (review, GALLEY_KIND_OPINION, "evaluation", "This is reckless.");
  GalleyMetadata *metadata;

  g_assert_cmpint (galley_look_of (review, opinion), ==, GALLEY_LOOK_UNREVIEWED);
  metadata =
      galley_metadata_copy (galley_article_get_metadata (galley_review_get_article (review)));
  metadata->type_of_work = g_intern_string ("opinion");
  galley_review_set_metadata (review, metadata);
  g_assert_cmpint (galley_look_of (review, opinion), ==, GALLEY_LOOK_INFORMATION);
  galley_review_set_verdict (review, opinion, GALLEY_STATUS_ACCEPTED, NULL);
  g_assert_cmpint (galley_look_of (review, opinion), ==, GALLEY_LOOK_ACCEPTED);
  galley_review_set_verdict (review, opinion, GALLEY_STATUS_REJECTED, NULL);
  g_assert_cmpint (galley_look_of (review, opinion), ==, GALLEY_LOOK_REJECTED);
}

static void
test_article_marks_at (void)
{
  g_autoptr (GalleyReview) review = galley_test_review (TEXT);
  GalleyAnnotation *quote =
      galley_test_suggest (review, GALLEY_KIND_QUOTE, "mixed", "residents “asked for it.”");
  GalleyAnnotation *source =
      galley_test_suggest (review, GALLEY_KIND_SOURCE, "unnamed-group", "residents");
  g_autoptr (GPtrArray) both = galley_marks_at (review, 15);
  g_autoptr (GPtrArray) outer = galley_marks_at (review, 24);
  g_autoptr (GPtrArray) none = galley_marks_at (review, 40);

  g_assert_cmpuint (both->len, ==, 2);
  g_assert_true (both->pdata[0] == source && both->pdata[1] == quote);
  g_assert_cmpuint (outer->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/article-marks/lanes", test_article_marks_lanes);
  g_test_add_func ("/ui/article-marks/clip", test_article_marks_clip);
  g_test_add_func ("/ui/article-marks/merged", test_article_marks_merged);
  g_test_add_func ("/ui/article-marks/chain", test_article_marks_chain);
  g_test_add_func ("/ui/article-marks/hits", test_article_marks_hits);
  g_test_add_func ("/ui/article-marks/looks", test_article_marks_looks);
  g_test_add_func ("/ui/article-marks/at", test_article_marks_at);

  return g_test_run ();
}
