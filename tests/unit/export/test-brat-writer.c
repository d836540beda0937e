/* test-brat-writer.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "export/galley-exporter.h"

#include "export-fixture.h"

static char *
write_brat (GalleyReview *review)
{
  GalleyExportOptions options = { .name = "a.txt" };

  return g_string_free (galley_exporter_find ("brat")->write (review, &options), FALSE);
}

static void
test_brat_empty (void)
{
  g_autoptr (GalleyReview) review = galley_test_review ("Nothing here.");
  g_autofree char *ann = write_brat (review);

  g_assert_cmpstr (ann, ==, "");
}

static void
test_brat_whole (void)
{
  g_autoptr (GalleyReview) review = galley_test_review ("😀 Ada said it works. Bo told us no.");
  g_autofree char *ann = NULL;

  fixture_quote (review, "indirect", "it works", "said", "Ada", NULL);
  fixture_quote (review, "indirect", "no", "told", "Bo", NULL);
  fixture_source (review, "person", "Ada", "Ada");
  fixture_load (review, GALLEY_KIND_OPINION, fixture_details (review, "evaluation", "works"));
  ann = write_brat (review);

  g_assert_cmpstr (ann,
                   ==,
                   "T1\tSource 2 5\tAda\n"
                   "T2\tCue 6 10\tsaid\n"
                   "T3\tContent 11 19\tit works\n"
                   "T4\tAttribution 6 10\tsaid\n"
                   "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
                   "T5\tSource 21 23\tBo\n"
                   "T6\tCue 24 28\ttold\n"
                   "T7\tContent 32 34\tno\n"
                   "T8\tAttribution 24 28\ttold\n"
                   "E2\tAttribution:T8 Content:T7 Cue:T6 Source:T5\n");
}

static void
test_brat_parts (void)
{
  g_autoptr (GalleyReview) review = galley_test_review ("“One,\nor\ttwo,” he said, “three.”");
  g_autofree char *ann = NULL;

  fixture_quote (review, "direct", "“One,\nor\ttwo,”|“three.”", "said", "he", NULL);
  ann = write_brat (review);

  g_assert_cmpstr (ann,
                   ==,
                   "T1\tSource 15 17\the\n"
                   "T2\tCue 18 22\tsaid\n"
                   "T3\tContent 0 14;24 32\t“One, or two,” “three.”\n"
                   "T4\tAttribution 18 22\tsaid\n"
                   "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n");
}

/* Without a cue the attribution stands over the content's first word, without a source it has none.
 */
static void
test_brat_without (void)
{
  g_autoptr (GalleyReview) review = galley_test_review ("“Hello there.” He left.");
  g_autofree char *ann = NULL;

  fixture_quote (review, "direct", "“Hello there.”", NULL, NULL, NULL);
  ann = write_brat (review);

  g_assert_cmpstr (ann,
                   ==,
                   "T1\tContent 0 14\t“Hello there.”\n"
                   "T2\tAttribution 1 6\tHello\n"
                   "E1\tAttribution:T2 Content:T1\n");
}

static void
test_brat_rejected (void)
{
  g_autoptr (GalleyReview) review = galley_test_review ("Ada said it works.");
  g_autofree char *ann = NULL;

  galley_review_set_verdict (review,
                             fixture_quote (review, "indirect", "it works", "said", "Ada", NULL),
                             GALLEY_STATUS_REJECTED,
                             NULL);
  ann = write_brat (review);

  g_assert_cmpstr (ann, ==, "");
}

static guint
count_events (const char *ann)
{
  guint count = 0;

  for (const char *p = ann; (p = strstr (p, "Attribution:")) != NULL; p++)
    count++;

  return count;
}

static void
test_brat_nested (void)
{
  g_autoptr (GalleyReview) review =
      galley_test_review ("Ada said Bo told her “no” and Cy said yes, she added. Dee said so.");
  GalleyAnnotation *outer;
  g_autofree char *ann = NULL, *after = NULL;

  outer = fixture_quote (review, "mixed", "Bo told her “no” and Cy said yes", "said", "Ada", NULL);
  fixture_quote (review, "direct", "“no”", "told", "Bo", NULL);
  fixture_quote (review, "indirect", "“no”|yes", "said", "Cy", NULL);
  fixture_quote (review, "indirect", "so", "said", "Dee", NULL);
  ann = write_brat (review);
  g_assert_cmpuint (count_events (ann), ==, 2);
  g_assert_nonnull (strstr (ann, "Bo told her “no” and Cy said yes"));

  /* Nothing is nested in what was rejected. */
  galley_review_set_verdict (review, outer, GALLEY_STATUS_REJECTED, NULL);
  after = write_brat (review);
  g_assert_cmpuint (count_events (after), ==, 3);
}

static void
test_brat_same_content (void)
{
  g_autoptr (GalleyReview) review = galley_test_review ("Ada said, and Bo agreed, that it works.");
  g_autofree char *ann = NULL;

  fixture_quote (review, "indirect", "that it works", "said", "Ada", NULL);
  fixture_quote (review, "mixed", "that it works", "agreed", "Bo", NULL);
  ann = write_brat (review);

  g_assert_cmpuint (count_events (ann), ==, 2);
}

static void
test_brat_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GalleyReview) review = NULL;
  g_autofree char *ann = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "ab");
  review = galley_test_review (text->str);
  for (guint i = 0; i < 20000; i++)
    g_ptr_array_add (quotes,
                     galley_annotation_new_suggestion (
                         galley_review_get_article (review),
                         GALLEY_KIND_QUOTE,
                         galley_details_new ("direct", galley_spans_new_one (i, 40000 - i)),
                         "fast",
                         "7"));
  galley_review_load (review, quotes);
  ann = write_brat (review);

  g_assert_cmpuint (count_events (ann), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/brat-writer/empty", test_brat_empty);
  g_test_add_func ("/export/brat-writer/whole", test_brat_whole);
  g_test_add_func ("/export/brat-writer/parts", test_brat_parts);
  g_test_add_func ("/export/brat-writer/without", test_brat_without);
  g_test_add_func ("/export/brat-writer/rejected", test_brat_rejected);
  g_test_add_func ("/export/brat-writer/nested", test_brat_nested);
  g_test_add_func ("/export/brat-writer/same-content", test_brat_same_content);
  g_test_add_func ("/export/brat-writer/many", test_brat_many);

  return g_test_run ();
}
