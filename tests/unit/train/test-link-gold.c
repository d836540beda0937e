/* test-link-gold.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "lib/galley-test.h"
#include "train/galley-link-gold.h"

static GPtrArray *
read_corpus (const char *text, const char *annotations)
{
  g_autofree char *folder = galley_test_dir ();
  g_autoptr (GError) error = NULL;
  GPtrArray *articles;

  galley_test_write_file (folder, "text/a.txt", text);
  galley_test_write_file (folder, "attributions/a_1.ann", annotations);
  articles = galley_corpus_read (folder, &error);
  g_assert_no_error (error);
  galley_test_remove_dir (folder);
  return articles;
}

/* One source of two cues, and each cue with its content. */
static void
test_shared_source (void)
{
  g_autoptr (GPtrArray) articles = read_corpus ("Ann said it rained and warned that it would snow.",
                                                "T1\tSource 0 3\tAnn\n"
                                                "T2\tCue 4 8\tsaid\n"
                                                "T3\tContent 9 18\tit rained\n"
                                                "T4\tCue 23 29\twarned\n"
                                                "T5\tContent 30 48\tthat it would snow\n"
                                                "T6\tSource 0 3\tAnn\n"
                                                "E1\tAttribution:T2 Content:T3 Cue:T2 Source:T1\n"
                                                "E2\tAttribution:T4 Content:T5 Cue:T4 Source:T6\n");
  g_autoptr (GalleyLinkGold) gold = galley_link_gold_new (g_ptr_array_index (articles, 0));
  GalleyLinkOptions found;

  g_assert_cmpuint (gold->marks->len, ==, 5);
  galley_link_gold_get_options (gold, 0, &found);
  g_assert_cmpuint (found.n_options, ==, 0);
  galley_link_gold_get_options (gold, 1, &found);
  g_assert_cmpuint (found.n_options, ==, 2);
  g_assert_cmpint (found.right, ==, 1);
  /* a content may hang on either cue, on the source itself or on nothing */
  galley_link_gold_get_options (gold, 2, &found);
  g_assert_cmpuint (found.n_options, ==, 4);
  g_assert_cmpint (found.right, ==, 0);
  galley_link_gold_get_options (gold, 3, &found);
  g_assert_cmpint (found.right, ==, 1);
  g_assert_cmpuint (found.features[1].n_ids, >, 0);
}

/* A cue without a source has none; a content without a cue stands alone. */
static void
test_missing_parts (void)
{
  g_autoptr (GPtrArray) articles = read_corpus ("It was said to rain. It rains.",
                                                "T1\tCue 3 11\twas said\n"
                                                "T2\tContent 12 19\tto rain\n"
                                                "T3\tContent 21 29\tIt rains\n"
                                                "E1\tAttribution:T1 Content:T2 Cue:T1\n"
                                                "E2\tAttribution:T3 Content:T3\n");
  g_autoptr (GalleyLinkGold) gold = galley_link_gold_new (g_ptr_array_index (articles, 0));
  GalleyLinkOptions found;

  g_assert_cmpuint (gold->marks->len, ==, 3);
  galley_link_gold_get_options (gold, 0, &found);
  g_assert_cmpint (found.right, ==, 0);
  galley_link_gold_get_options (gold, 2, &found);
  g_assert_cmpuint (found.n_options, ==, 2);
  g_assert_cmpint (found.right, ==, 1);
}

/* Where the reader missed the cue, its source is the next best, and where it missed both, nothing;
 * what nobody marked teaches nothing. */
static void
test_missed_cue (void)
{
  static const GalleyMark marks[] = {
    { GALLEY_ROLE_SOURCE, 0, 1, 0.9 },
    { GALLEY_ROLE_CONTENT, 2, 4, 0.9 },
    { GALLEY_ROLE_CONTENT, 5, 7, 0.9 },
  };
  g_autoptr (GPtrArray) articles = read_corpus ("Ann said it rained. Bob left.",
                                                "T1\tSource 0 3\tAnn\n"
                                                "T2\tCue 4 8\tsaid\n"
                                                "T3\tContent 9 18\tit rained\n"
                                                "E1\tAttribution:T2 Content:T3 Cue:T2 Source:T1\n");
  g_autoptr (GArray) read = g_array_new (FALSE, FALSE, sizeof (GalleyMark));
  g_autoptr (GalleyLinkGold) gold = NULL;
  GalleyLinkOptions found;

  g_array_append_vals (read, marks, G_N_ELEMENTS (marks));
  gold = galley_link_gold_new_read (g_ptr_array_index (articles, 0), read);
  galley_link_gold_get_options (gold, 1, &found);
  g_assert_cmpuint (found.n_options, ==, 2);
  g_assert_cmpint (found.right, ==, 0);
  galley_link_gold_get_options (gold, 2, &found);
  g_assert_cmpint (found.right, ==, -1);
}

/* What a reader marked belongs to what it touches; where it missed the source there is none, and a
 * cue that is none teaches nothing. */
static void
test_read (void)
{
  static const GalleyMark marks[] = {
    { GALLEY_ROLE_CUE, 1, 2, 0.9 },
    { GALLEY_ROLE_CONTENT, 3, 4, 0.9 },
    { GALLEY_ROLE_CUE, 6, 7, 0.9 },
  };
  g_autoptr (GPtrArray) articles = read_corpus ("Ann said it rained. Bob left.",
                                                "T1\tSource 0 3\tAnn\n"
                                                "T2\tCue 4 8\tsaid\n"
                                                "T3\tContent 9 18\tit rained\n"
                                                "E1\tAttribution:T2 Content:T3 Cue:T2 Source:T1\n");
  g_autoptr (GArray) read = g_array_new (FALSE, FALSE, sizeof (GalleyMark));
  g_autoptr (GalleyLinkGold) gold = NULL;
  GalleyLinkOptions found;

  g_array_append_vals (read, marks, G_N_ELEMENTS (marks));
  gold = galley_link_gold_new_read (g_ptr_array_index (articles, 0), read);
  galley_link_gold_get_options (gold, 0, &found);
  g_assert_cmpint (found.right, ==, 0);
  galley_link_gold_get_options (gold, 1, &found);
  g_assert_cmpuint (found.n_options, ==, 3);
  g_assert_cmpint (found.right, ==, 0);
  galley_link_gold_get_options (gold, 2, &found);
  g_assert_cmpuint (found.n_options, ==, 1);
  g_assert_cmpint (found.right, ==, -1);
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) articles = read_corpus ("", "E1\tAttribution:T1\n");
  g_autoptr (GalleyLinkGold) gold = galley_link_gold_new (g_ptr_array_index (articles, 0));

  g_assert_cmpuint (gold->marks->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link-gold/shared-source", test_shared_source);
  g_test_add_func ("/link-gold/missing-parts", test_missing_parts);
  g_test_add_func ("/link-gold/missed-cue", test_missed_cue);
  g_test_add_func ("/link-gold/read", test_read);
  g_test_add_func ("/link-gold/nothing", test_nothing);
  return g_test_run ();
}
