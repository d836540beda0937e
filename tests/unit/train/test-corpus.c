/* test-corpus.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reader-features.h"
#include "lib/galley-test.h"
#include "train/galley-corpus.h"

/* One letter a token: s, c, k for source, cue, content; capital where a span begins. */
static char *
describe (const GalleyCorpusArticle *article)
{
  static const char letters[GALLEY_READER_N_LABELS + 1] = ".SsCcKk";
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < article->text->tokens->len; i++)
    g_string_append_c (found, letters[article->labels[i]]);
  return g_string_free (found, FALSE);
}

static void
assert_labels (const char *text, const char *annotations, const char *expected)
{
  g_autofree char *folder = galley_test_dir ();
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  galley_test_write_file (folder, "text/a_b.txt", text);
  galley_test_write_file (folder, "attributions/a_b_1.ann", annotations);
  galley_test_write_file (folder,
                          "attributions/a_b_2.ann",
                          "T1\tCue 0 1\tx\nE1\tAttribution:T1 Cue:T1\n");
  articles = galley_corpus_read (folder, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 1);
  found = describe (g_ptr_array_index (articles, 0));
  g_assert_cmpstr (found, ==, expected);
  galley_test_remove_dir (folder);
}

/* é is one character and two bytes; the content is in two parts. */
static void
test_split (void)
{
  assert_labels ("“Café,” she said, “is open.”",
                 "T1\tSource 8 11\tshe\n"
                 "T2\tCue 12 16\tsaid\n"
                 "T3\tContent 0 7;18 28\tx\n"
                 "T4\tAttribution 12 16\tsaid\n"
                 "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n",
                 "KkkkSC.Kkkkk");
}

/* The attribution inside another's content does not count. */
static void
test_inner (void)
{
  assert_labels ("He says she says so.",
                 "T1\tSource 0 2\tHe\n"
                 "T2\tCue 3 7\tsays\n"
                 "T3\tContent 8 19\tshe says so\n"
                 "T4\tSource 8 11\tshe\n"
                 "T5\tCue 12 16\tsays\n"
                 "T6\tContent 17 19\tso\n"
                 "E1\tAttribution:T5 Content:T6 Cue:T5 Source:T4\n"
                 "E2\tAttribution:T2 Content:T3 Cue:T2 Source:T1\n",
                 "SCKkk.");
}

/* Offsets past the end, unknown keys, lines without columns. */
static void
test_broken (void)
{
  assert_labels (
      "He says so.",
      "T1\tSource 0 2\tHe\n"
      "T2\tCue 900 901\tsays\n"
      "T3\tContent 8 99999999999999\tso\n"
      "T4\nT5\tCue\nTx\tCue 1\nE\nE1\nE2\tAttribution:T9 Content:T3 Cue:T2 Source:T1 Cue\n",
      "S.Kk");
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (galley_corpus_read ("/no/such/corpus", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus/split", test_split);
  g_test_add_func ("/corpus/inner", test_inner);
  g_test_add_func ("/corpus/broken", test_broken);
  g_test_add_func ("/corpus/missing", test_missing);
  return g_test_run ();
}
