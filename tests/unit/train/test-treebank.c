/* test-treebank.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "train/galley-treebank.h"

static const char sample[] = "# sent_id = 1\n"
                             "1-2\tShe's\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
                             "1\tShe\tshe\tPRON\tPRP\t_\t0\t_\t_\t_\n"
                             "2\t's\tbe\tAUX\tVBZ\t_\t0\t_\t_\t_\n"
                             "3\tsure\tsure\tADJ\tJJ\t_\t0\t_\t_\tSpaceAfter=No\n"
                             "4\t.\t.\tPUNCT\t.\t_\t0\t_\t_\t_\n"
                             "\n"
                             "1\tA\ta\tDET\tDT\t_\t0\t_\t_\t_\n"
                             "2\tone\tone\tNUM\tCD\t_\t0\t_\t_\tSpaceAfter=No\n"
                             "3\t-\t-\tPUNCT\tHYPH\t_\t0\t_\t_\tSpaceAfter=No\n"
                             "4\tday\tday\tNOUN\tNN\t_\t0\t_\t_\t_\n"
                             "4.1\twas\tbe\tAUX\tVBD\t_\t0\t_\t_\t_\n"
                             "5\ttrip\ttrip\tNOUN\tNN\t_\t0\t_\t_\t_\n"
                             "not a line of ten columns\n"
                             "\n";

static GPtrArray *
read_sample (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *sentences;
  int fd = g_file_open_tmp ("galley-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, sample, -1, NULL));
  sentences = galley_treebank_read (path, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return sentences;
}

static gboolean
has_space (const GalleyTreebankSentence *sentence, guint position)
{
  return (sentence->words[position].flags & GALLEY_TOKEN_SPACE_BEFORE) != 0;
}

static void
test_read (void)
{
  g_autoptr (GPtrArray) sentences = read_sample ();
  const GalleyTreebankSentence *first = g_ptr_array_index (sentences, 0);

  g_assert_cmpuint (sentences->len, ==, 2);
  g_assert_cmpuint (first->n_words, ==, 4);
  g_assert_cmpstr (first->forms[1], ==, "'s");
  g_assert_cmpstr (first->lemmas[1], ==, "be");
  g_assert_cmpstr (galley_tag_to_string (first->tags[1]), ==, "VBZ");
  g_assert_true (has_space (first, 0));
  g_assert_false (has_space (first, 1));
  g_assert_true (has_space (first, 2));
  g_assert_false (has_space (first, 3));
}

static void
test_joined (void)
{
  g_autoptr (GPtrArray) sentences = read_sample ();
  const GalleyTreebankSentence *joined;

  galley_treebank_add_joined (sentences);
  g_assert_cmpuint (sentences->len, ==, 3);
  joined = g_ptr_array_index (sentences, 2);
  g_assert_cmpuint (joined->n_words, ==, 3);
  g_assert_cmpstr (joined->forms[1], ==, "one-day");
  g_assert_cmpstr (galley_tag_to_string (joined->tags[1]), ==, "JJ");
}

static void
test_missing (void)
{
  const char *const paths[] = { "/no/such/treebank", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (galley_treebank_read_all (paths, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/treebank/read", test_read);
  g_test_add_func ("/treebank/joined", test_joined);
  g_test_add_func ("/treebank/missing", test_missing);
  return g_test_run ();
}
