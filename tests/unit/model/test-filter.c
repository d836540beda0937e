/* test-filter.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/galley-str.h"
#include "lib/galley-test.h"
#include "model/galley-filter.h"

#define TEXT                                                                                       \
  "Mayor Ada Lind said: “It is a proud day.” The bridge opens on Monday, she fears. "          \
  "“Nobody asked us,” read a banner. It is a reckless stunt."

typedef struct
{
  GalleyReview *review;
  GalleyAnnotation *ada;
  GalleyAnnotation *proud;
  GalleyAnnotation *monday; /* thought, and worth a check */
  GalleyAnnotation *banner; /* without a source */
  GalleyAnnotation *stunt;
} Fixture;

static void
give_source (Fixture *fixture, GalleyAnnotation *quote, const char *manner)
{
  GalleyDetails *details = galley_details_copy (galley_annotation_get_details (quote));

  galley_set_str (&details->source_id, galley_annotation_get_id (fixture->ada));
  details->manner = g_intern_string (manner);
  galley_review_revise (fixture->review, quote, details);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GalleyReview *review = galley_test_review (TEXT);
  GalleyDetails *named;

  fixture->review = review;
  fixture->ada = galley_test_suggest (review, GALLEY_KIND_SOURCE, "person", "Ada Lind");
  fixture->proud =
      galley_test_suggest (review, GALLEY_KIND_QUOTE, "direct", "“It is a proud day.”");
  fixture->monday = galley_test_suggest (review, GALLEY_KIND_QUOTE, "indirect", "The bridge opens");
  fixture->banner = galley_test_suggest (review, GALLEY_KIND_QUOTE, "direct", "“Nobody asked us,”");
  fixture->stunt =
      galley_test_suggest (review, GALLEY_KIND_OPINION, "evaluation", "It is a reckless");
  galley_annotation_set_strength (fixture->monday, 0.4);
  named = galley_details_copy (galley_annotation_get_details (fixture->ada));
  named->name = g_strdup ("Ada Lind");
  named->role = g_strdup ("Mayor");
  galley_review_revise (review, fixture->ada, named);
  give_source (fixture, fixture->proud, "speech");
  give_source (fixture, fixture->monday, "thought");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->review);
}

static guint
count (Fixture *fixture, const GalleyFilter *filter)
{
  g_autoptr (GalleyFilterCounts) counts = galley_filter_count (filter, fixture->review);
  guint n = 0;

  for (guint i = 0; i < galley_review_get_n_annotations (fixture->review); i++)
    n += galley_filter_matches (filter, fixture->review, galley_review_peek (fixture->review, i))
             ? 1
             : 0;
  g_assert_cmpuint (counts->n_shown, ==, n);
  g_assert_cmpuint (counts->n_total, ==, 5);

  return n;
}

static gboolean
passes (Fixture *fixture, GalleyFacet facet, const char *value, GalleyAnnotation *annotation)
{
  g_autoptr (GalleyFilter) filter = galley_filter_new ();

  galley_filter_set (filter, facet, value, TRUE);

  return galley_filter_matches (filter, fixture->review, annotation);
}

static void
test_filter_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyFilter) filter = galley_filter_new ();

  g_assert_true (galley_filter_is_empty (filter));
  g_assert_cmpuint (count (fixture, filter), ==, 5);
  galley_filter_set_words (filter, "  \n ");
  g_assert_true (galley_filter_is_empty (filter));
}

static void
test_filter_facets (Fixture *fixture, gconstpointer data)
{
  const char *ada = galley_annotation_get_id (fixture->ada);
  const char *const tags[] = { "budget", NULL };

  g_assert_true (passes (fixture, GALLEY_FACET_KIND, "quote", fixture->proud));
  g_assert_false (passes (fixture, GALLEY_FACET_KIND, "quote", fixture->stunt));
  g_assert_true (passes (fixture, GALLEY_FACET_TYPE, "person", fixture->ada));
  g_assert_true (passes (fixture, GALLEY_FACET_TYPE, "evaluation", fixture->stunt));
  g_assert_false (passes (fixture, GALLEY_FACET_TYPE, "direct", fixture->monday));
  g_assert_true (passes (fixture, GALLEY_FACET_SOURCE, ada, fixture->ada));
  g_assert_true (passes (fixture, GALLEY_FACET_SOURCE, ada, fixture->monday));
  g_assert_false (passes (fixture, GALLEY_FACET_SOURCE, ada, fixture->banner));
  g_assert_false (passes (fixture, GALLEY_FACET_SOURCE, ada, fixture->stunt));
  g_assert_true (passes (fixture, GALLEY_FACET_SOURCE, "", fixture->banner));
  g_assert_false (passes (fixture, GALLEY_FACET_SOURCE, "", fixture->stunt));
  g_assert_true (passes (fixture, GALLEY_FACET_STRENGTH, "check", fixture->monday));
  g_assert_false (passes (fixture, GALLEY_FACET_STRENGTH, "clear", fixture->monday));
  g_assert_true (passes (fixture, GALLEY_FACET_MANNER, "thought", fixture->monday));
  g_assert_false (passes (fixture, GALLEY_FACET_MANNER, "thought", fixture->ada));

  g_assert_true (passes (fixture, GALLEY_FACET_VERDICT, "changed", fixture->proud));
  g_assert_true (passes (fixture, GALLEY_FACET_VERDICT, "unreviewed", fixture->stunt));
  galley_review_set_verdict (fixture->review, fixture->stunt, GALLEY_STATUS_REJECTED, NULL);
  g_assert_true (passes (fixture, GALLEY_FACET_VERDICT, "rejected", fixture->stunt));

  galley_review_set_flag (fixture->review, fixture->stunt, TRUE);
  galley_review_set_tags (fixture->review, fixture->stunt, tags);
  g_assert_true (passes (fixture, GALLEY_FACET_FLAG, GALLEY_TAG_FLAG, fixture->stunt));
  g_assert_false (passes (fixture, GALLEY_FACET_FLAG, GALLEY_TAG_FLAG, fixture->ada));
  g_assert_true (passes (fixture, GALLEY_FACET_TAG, "budget", fixture->stunt));
  g_assert_false (passes (fixture, GALLEY_FACET_TAG, GALLEY_TAG_FLAG, fixture->stunt));
}

/* Values of one facet widen, facets narrow. */
static void
test_filter_together (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyFilter) filter = galley_filter_new ();

  galley_filter_set (filter, GALLEY_FACET_KIND, "quote", TRUE);
  g_assert_cmpuint (count (fixture, filter), ==, 3);
  galley_filter_set (filter, GALLEY_FACET_KIND, "opinion", TRUE);
  g_assert_cmpuint (count (fixture, filter), ==, 4);
  galley_filter_set (filter, GALLEY_FACET_VERDICT, "unreviewed", TRUE);
  g_assert_cmpuint (count (fixture, filter), ==, 2);
  galley_filter_set_words (filter, "STUNT ");
  g_assert_cmpuint (count (fixture, filter), ==, 0);
  galley_filter_set_words (filter, "RECKLESS ");
  g_assert_cmpuint (count (fixture, filter), ==, 1);
  galley_filter_set (filter, GALLEY_FACET_KIND, "opinion", FALSE);
  g_assert_cmpuint (count (fixture, filter), ==, 0);
}

static gboolean
has_words (Fixture *fixture, const char *words, GalleyAnnotation *annotation)
{
  g_autoptr (GalleyFilter) filter = galley_filter_new ();

  galley_filter_set_words (filter, words);

  return galley_filter_matches (filter, fixture->review, annotation);
}

static void
test_filter_words (Fixture *fixture, gconstpointer data)
{
  const char *const tags[] = { "Bridge", NULL };

  galley_review_set_tags (fixture->review, fixture->banner, tags);
  galley_review_set_note (fixture->review, fixture->monday, "Ask the council");
  g_assert_true (has_words (fixture, "lind", fixture->ada));
  g_assert_true (has_words (fixture, "mayor", fixture->ada));
  g_assert_true (has_words (fixture, "Proud Day", fixture->proud));
  g_assert_true (has_words (fixture, "bridge", fixture->banner));
  g_assert_true (has_words (fixture, "council", fixture->monday));
  g_assert_false (has_words (fixture, "council", fixture->proud));
  /* Who looks for a name wants what it says. */
  g_assert_true (has_words (fixture, "lind", fixture->proud));
  g_assert_false (has_words (fixture, "lind", fixture->banner));
}

static const GalleyFilterValue *
find_value (const GalleyFilterCounts *counts, GalleyFacet facet, const char *value)
{
  for (guint i = 0; i < counts->values[facet]->len; i++)
    {
      const GalleyFilterValue *found = counts->values[facet]->pdata[i];

      if (g_str_equal (found->value, value))
        return found;
    }

  return NULL;
}

/* The counts of a facet say what choosing a value would show: that facet's own choice does not
 * count, the others' does. */
static void
test_filter_counts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyFilter) filter = galley_filter_new ();
  g_autoptr (GalleyFilterCounts) counts = NULL;

  galley_filter_set (filter, GALLEY_FACET_KIND, "quote", TRUE);
  counts = galley_filter_count (filter, fixture->review);
  g_assert_cmpuint (counts->shown[GALLEY_KIND_QUOTE], ==, 3);
  g_assert_cmpuint (counts->shown[GALLEY_KIND_SOURCE], ==, 0);
  g_assert_cmpuint (counts->values[GALLEY_FACET_KIND]->len, ==, 3);
  g_assert_cmpuint (find_value (counts, GALLEY_FACET_KIND, "source")->n, ==, 1);
  g_assert_true (find_value (counts, GALLEY_FACET_KIND, "quote")->chosen);
  g_assert_cmpuint (find_value (counts, GALLEY_FACET_TYPE, "direct")->n, ==, 2);
  /* Hidden by the filter, and listed. */
  g_assert_cmpuint (find_value (counts, GALLEY_FACET_TYPE, "evaluation")->n, ==, 0);
  g_assert_null (find_value (counts, GALLEY_FACET_TYPE, "document"));
}

/* What was merged away is looked at only by those who ask for what was rejected. */
static void
test_filter_merged (Fixture *fixture, gconstpointer data)
{
  GalleyAnnotation *mayor =
      galley_test_suggest (fixture->review, GALLEY_KIND_SOURCE, "person", "Mayor");
  const char *ada = galley_annotation_get_id (fixture->ada);
  g_autoptr (GalleyFilter) filter = galley_filter_new ();
  g_autoptr (GalleyFilterCounts) counts = NULL;

  g_assert_true (galley_filter_matches (filter, fixture->review, mayor));
  galley_review_merge_sources (fixture->review, mayor, fixture->ada);
  g_assert_false (galley_filter_matches (filter, fixture->review, mayor));
  g_assert_false (passes (fixture, GALLEY_FACET_TYPE, "person", mayor));
  g_assert_true (passes (fixture, GALLEY_FACET_TYPE, "person", fixture->ada));
  g_assert_true (passes (fixture, GALLEY_FACET_VERDICT, "rejected", mayor));

  /* It stands under the one that stays. */
  counts = galley_filter_count (filter, fixture->review);
  g_assert_cmpuint (counts->shown[GALLEY_KIND_SOURCE], ==, 1);
  g_assert_cmpuint (find_value (counts, GALLEY_FACET_VERDICT, "rejected")->n, ==, 1);
  g_assert_null (find_value (counts, GALLEY_FACET_SOURCE, galley_annotation_get_id (mayor)));
  galley_filter_set (filter, GALLEY_FACET_VERDICT, "rejected", TRUE);
  galley_filter_set (filter, GALLEY_FACET_SOURCE, ada, TRUE);
  g_assert_true (galley_filter_matches (filter, fixture->review, mayor));

  galley_review_undo (fixture->review);
  g_assert_true (passes (fixture, GALLEY_FACET_TYPE, "person", mayor));
}

/* A filter never hides everything without a way back. */
static void
test_filter_vanished (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyFilter) filter = galley_filter_new ();
  g_autoptr (GalleyFilterCounts) counts = NULL;

  galley_review_set_flag (fixture->review, fixture->stunt, TRUE);
  galley_filter_set (filter, GALLEY_FACET_FLAG, GALLEY_TAG_FLAG, TRUE);
  g_assert_cmpuint (count (fixture, filter), ==, 1);
  galley_review_set_flag (fixture->review, fixture->stunt, FALSE);
  counts = galley_filter_count (filter, fixture->review);
  g_assert_cmpuint (counts->n_shown, ==, 0);
  g_assert_true (find_value (counts, GALLEY_FACET_FLAG, GALLEY_TAG_FLAG)->chosen);
  g_assert_cmpuint (find_value (counts, GALLEY_FACET_FLAG, GALLEY_TAG_FLAG)->n, ==, 0);
}

static const char *
get_nth (const GalleyFilterCounts *counts, GalleyFacet facet, guint position)
{
  return ((const GalleyFilterValue *) counts->values[facet]->pdata[position])->value;
}

static void
test_filter_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyFilter) filter = galley_filter_new ();
  g_autoptr (GalleyFilterCounts) counts = galley_filter_count (filter, fixture->review);

  g_assert_cmpstr (get_nth (counts, GALLEY_FACET_KIND, 2), ==, "opinion");
  g_assert_cmpstr (get_nth (counts, GALLEY_FACET_TYPE, 0), ==, "person");
  g_assert_cmpstr (get_nth (counts, GALLEY_FACET_TYPE, 3), ==, "evaluation");
  g_assert_cmpstr (get_nth (counts, GALLEY_FACET_VERDICT, 0), ==, "unreviewed");
  g_assert_cmpstr (get_nth (counts, GALLEY_FACET_SOURCE, 1), ==, "");
}

static void
test_filter_equal (void)
{
  g_autoptr (GalleyFilter) filter = galley_filter_new ();
  g_autoptr (GalleyFilter) other = galley_filter_new ();
  g_autoptr (GalleyFilter) copy = NULL;

  galley_filter_set (filter, GALLEY_FACET_TYPE, "direct", TRUE);
  galley_filter_set (filter, GALLEY_FACET_TYPE, "mixed", TRUE);
  galley_filter_set (other, GALLEY_FACET_TYPE, "mixed", TRUE);
  galley_filter_set (other, GALLEY_FACET_TYPE, "direct", TRUE);
  galley_filter_set (other, GALLEY_FACET_TYPE, "direct", TRUE);
  g_assert_true (galley_filter_equal (filter, other));
  galley_filter_set_words (filter, "words");
  g_assert_false (galley_filter_equal (filter, other));
  copy = galley_filter_copy (filter);
  g_assert_true (galley_filter_equal (filter, copy));
  galley_filter_set (copy, GALLEY_FACET_TYPE, "direct", FALSE);
  g_assert_false (galley_filter_equal (filter, copy));
  g_assert_true (galley_filter_get (filter, GALLEY_FACET_TYPE, "direct"));
}

static void
test_filter_variant (void)
{
  g_autoptr (GVariant) choices = g_variant_ref_sink (g_variant_new_parsed (
      "[('type', 'direct'), ('type', 'mixed'), ('words', 'bridge'), ('shoe-size', '44')]"));
  g_autoptr (GalleyFilter) filter = galley_filter_new_from_variant (choices);
  guint n_types;

  galley_filter_list_chosen (filter, GALLEY_FACET_TYPE, &n_types);
  g_assert_cmpuint (n_types, ==, 2);
  g_assert_cmpstr (galley_filter_get_words (filter), ==, "bridge");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/model/filter/empty", test_filter_empty);
  ADD ("/model/filter/facets", test_filter_facets);
  ADD ("/model/filter/together", test_filter_together);
  ADD ("/model/filter/words", test_filter_words);
  ADD ("/model/filter/counts", test_filter_counts);
  ADD ("/model/filter/vanished", test_filter_vanished);
  ADD ("/model/filter/merged", test_filter_merged);
  ADD ("/model/filter/order", test_filter_order);
  g_test_add_func ("/model/filter/equal", test_filter_equal);
  g_test_add_func ("/model/filter/variant", test_filter_variant);

  return g_test_run ();
}
