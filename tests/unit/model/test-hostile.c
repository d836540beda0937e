/* test-hostile.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/galley-limits.h"
#include "base/galley-str.h"
#include "lib/galley-test.h"
#include "model/galley-filter.h"
#include "model/galley-summary.h"
#include "model/galley-voices.h"

/* What a file made by hand may say: everything that is derived from a review has to come to an end,
 * and to stay within the text. */

#define LINE_LENGTH 10
#define MOST_QUOTES 300
#define N_NESTED    1000
#define N_TAGS      3000

static GalleyReview *
new_review (guint n_lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_lines; i++)
    g_string_append (text, "Some word\n");

  return galley_test_review (text->str);
}

static GalleyAnnotation *
new_mark (GalleyReview *review, GalleyKind kind, const char *type, guint start, guint end)
{
  return galley_annotation_new_suggestion (galley_review_get_article (review),
                                           kind,
                                           galley_details_new (g_intern_string (type),
                                                               galley_spans_new_one (start, end)),
                                           "test",
                                           "1");
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static void
set_source (GalleyAnnotation *annotation, GalleyAnnotation *source, GalleyStatus status)
{
  g_autoptr (GalleyDetails) revision =
      galley_details_copy (galley_annotation_get_details (annotation));
  g_autoptr (GalleyVerdict) verdict = NULL;

  galley_set_str (&revision->source_id, galley_annotation_get_id (source));
  verdict = galley_verdict_new (NULL, "", status, NULL, revision, "", NULL);
  galley_annotation_load_verdict (annotation, verdict);
}

/* Derives everything there is. */
static void
derive (GalleyReview *review, guint n_quotes)
{
  g_autoptr (GalleyVoices) voices = galley_voices_new (review);
  g_autoptr (GalleySummary) summary = galley_summary_new (review);
  g_autoptr (GalleyFilter) filter = galley_filter_new ();
  g_autoptr (GalleyFilterCounts) counts = NULL;
  guint n_words = 0;

  for (guint i = 0; i < GALLEY_N_VOICES; i++)
    n_words += galley_voices_count (voices, (GalleyVoice) i);
  g_assert_cmpuint (n_words, ==, galley_voices_get_n_words (voices));
  g_assert_cmpuint (summary->sources->len, <=, galley_review_get_n_annotations (review));

  counts = galley_filter_count (filter, review);
  g_assert_cmpuint (counts->shown[GALLEY_KIND_QUOTE], ==, n_quotes);
  galley_filter_set (filter, GALLEY_FACET_SOURCE, "urn:uuid:of-nothing", TRUE);
  galley_filter_set_words (filter, "word");
  g_clear_pointer (&counts, galley_filter_counts_free);
  counts = galley_filter_count (filter, review);
  g_assert_cmpuint (counts->shown[GALLEY_KIND_QUOTE], ==, 0);
}

/* Sources each of which is said to be the next one, and the last the first. */
static void
test_hostile_circle (gconstpointer data)
{
  guint n_sources = GPOINTER_TO_UINT (data);
  g_autoptr (GalleyReview) review = new_review (2 * n_sources);
  g_autoptr (GPtrArray) marks = new_list ();

  for (guint i = 0; i < 2 * n_sources; i++)
    {
      gboolean quote = i >= n_sources;

      g_ptr_array_add (marks,
                       new_mark (review,
                                 quote ? GALLEY_KIND_QUOTE : GALLEY_KIND_SOURCE,
                                 quote ? "direct" : "person",
                                 i * LINE_LENGTH,
                                 i * LINE_LENGTH + 4));
    }
  galley_review_load (review, marks);
  for (guint i = 0; i < n_sources; i++)
    {
      set_source (marks->pdata[i], marks->pdata[(i + 1) % n_sources], GALLEY_STATUS_REJECTED);
      set_source (marks->pdata[n_sources + i], marks->pdata[i], GALLEY_STATUS_CHANGED);
    }

  for (guint i = n_sources; i < 2 * n_sources; i++)
    {
      GalleyAnnotation *source = galley_review_get_source_of (review, marks->pdata[i]);

      g_assert_nonnull (source);
      g_assert_cmpint (galley_annotation_get_kind (source), ==, GALLEY_KIND_SOURCE);
    }
  derive (review, n_sources);
}

/* Quotes in quotes in quotes. */
static void
test_hostile_nested (void)
{
  g_autoptr (GalleyReview) review = new_review (N_NESTED);
  g_autoptr (GPtrArray) marks = new_list ();

  for (guint i = 0; i < N_NESTED; i++)
    g_ptr_array_add (marks,
                     new_mark (review,
                               GALLEY_KIND_QUOTE,
                               i % 2 == 0 ? "direct" : "indirect",
                               i,
                               N_NESTED * LINE_LENGTH - i));
  galley_review_load (review, marks);
  derive (review, N_NESTED);
}

/* One person in a thousand places, and everywhere between them. */
static void
test_hostile_spans (void)
{
  g_autoptr (GalleyReview) review = new_review (N_NESTED);
  g_autoptr (GPtrArray) marks = new_list ();
  GArray *spans = galley_spans_new ();

  for (guint i = 0; i < N_NESTED; i++)
    galley_spans_add (spans, i * LINE_LENGTH, i * LINE_LENGTH + 1);
  g_ptr_array_add (marks,
                   galley_annotation_new_suggestion (
                       galley_review_get_article (review),
                       GALLEY_KIND_SOURCE,
                       galley_details_new (g_intern_static_string ("person"), spans),
                       "test",
                       "1"));
  for (guint i = 0; i < MOST_QUOTES; i++)
    g_ptr_array_add (marks,
                     new_mark (review, GALLEY_KIND_QUOTE, "mixed", i, N_NESTED * LINE_LENGTH - 1));
  galley_review_load (review, marks);
  for (guint i = 1; i < marks->len; i++)
    set_source (marks->pdata[i], marks->pdata[0], GALLEY_STATUS_CHANGED);
  derive (review, MOST_QUOTES);
}

/* A name as long as a file may hold, and more tags than anybody reads. */
static void
test_hostile_long (void)
{
  g_autoptr (GalleyReview) review = new_review (1);
  g_autoptr (GPtrArray) marks = new_list ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GalleyDetails) revision = NULL;
  g_autoptr (GalleyFilter) filter = galley_filter_new ();
  g_autoptr (GalleyFilterCounts) counts = NULL;
  g_auto (GStrv) tags = NULL;

  g_ptr_array_add (marks, new_mark (review, GALLEY_KIND_SOURCE, "person", 0, 4));
  galley_review_load (review, marks);
  revision = galley_details_copy (galley_annotation_get_details (marks->pdata[0]));
  revision->name = g_strnfill (GALLEY_LIMIT_STRING, 'W');
  galley_review_revise (review, marks->pdata[0], galley_details_ref (revision));
  for (guint i = 0; i < N_TAGS; i++)
    {
      g_autofree char *tag = g_strdup_printf ("tag %u", i);

      g_strv_builder_add (builder, tag);
    }
  tags = g_strv_builder_end (builder);
  galley_review_set_tags (review, marks->pdata[0], (const char *const *) tags);

  counts = galley_filter_count (filter, review);
  g_assert_cmpuint (counts->values[GALLEY_FACET_TAG]->len, ==, N_TAGS);
  for (guint i = 0; i < N_TAGS; i++)
    galley_filter_set (filter, GALLEY_FACET_TAG, tags[i], TRUE);
  galley_filter_set_words (filter, revision->name);
  g_assert_true (galley_filter_matches (filter, review, marks->pdata[0]));
  derive (review, 0);
}

int
main (int argc, char *argv[])
{
  static const guint circles[] = { 1, 2, 3, 64, MOST_QUOTES };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (circles); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/hostile/circle/%u", circles[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (circles[i]), test_hostile_circle);
    }
  g_test_add_func ("/model/hostile/nested", test_hostile_nested);
  g_test_add_func ("/model/hostile/spans", test_hostile_spans);
  g_test_add_func ("/model/hostile/long", test_hostile_long);

  return g_test_run ();
}
