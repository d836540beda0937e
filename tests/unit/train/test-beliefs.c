/* test-beliefs.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reader-labels.h"
#include "lib/galley-test.h"
#include "train/galley-beliefs.h"
#include "train/galley-corpus.h"

/* “Yes.” in two tokens: the first surely a source, the second a content, perhaps. */
static const guint8 beliefs[2 * GALLEY_READER_N_LABELS] = { 0,   255, 0, 0, 0, 0,   0,
                                                            127, 0,   0, 0, 0, 128, 0 };

static GPtrArray *
read_article (const char *folder)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *articles;

  galley_test_write_file (folder, "text/one.txt", "Yes.");
  galley_test_write_file (folder, "attributions/one_1.ann", "");
  articles = galley_corpus_read (folder, &error);
  g_assert_no_error (error);
  return articles;
}

static void
assert_read (const char *name, gsize n_numbers, gboolean is_read)
{
  g_autofree char *folder = galley_test_dir ();
  g_autofree char *path = g_build_filename (folder, "beliefs.txt", NULL);
  g_autofree char *numbers = g_base64_encode (beliefs, n_numbers);
  g_autofree char *lines = g_strdup_printf ("other\tAAAA\n%s\t%s\nno tab\n", name, numbers);
  g_autoptr (GPtrArray) articles = read_article (folder);
  g_autoptr (GError) error = NULL;

  galley_test_write_file (folder, "beliefs.txt", lines);
  g_assert_cmpint (galley_beliefs_read (path, articles, &error), ==, is_read);
  if (is_read)
    {
      const GalleyCorpusArticle *article = g_ptr_array_index (articles, 0);

      g_assert_no_error (error);
      g_assert_cmpmem (article->beliefs, sizeof beliefs, beliefs, sizeof beliefs);
    }
  else
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
  galley_test_remove_dir (folder);
}

static void
test_read (void)
{
  assert_read ("one", sizeof beliefs, TRUE);
}

static void
test_missing (void)
{
  assert_read ("two", sizeof beliefs, FALSE);
}

/* Of another text, or of another version of the tokeniser. */
static void
test_wrong_length (void)
{
  assert_read ("one", sizeof beliefs - GALLEY_READER_N_LABELS, FALSE);
}

static void
test_no_file (void)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (galley_beliefs_read ("/no/such/file", articles, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/beliefs/read", test_read);
  g_test_add_func ("/beliefs/missing", test_missing);
  g_test_add_func ("/beliefs/wrong-length", test_wrong_length);
  g_test_add_func ("/beliefs/no-file", test_no_file);
  return g_test_run ();
}
