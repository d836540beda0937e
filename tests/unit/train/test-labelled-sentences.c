/* test-labelled-sentences.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "train/galley-labelled-sentences.h"

static GPtrArray *
parse (const char *table)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *sentences = galley_labelled_sentences_parse (table, strlen (table), &error);

  g_assert_no_error (error);
  return sentences;
}

static void
assert_sentence (GPtrArray *sentences, guint i, const char *contents, double opinion)
{
  const GalleyLabelledSentence *sentence = g_ptr_array_index (sentences, i);

  g_assert_cmpstr (sentence->contents, ==, contents);
  g_assert_cmpfloat (sentence->opinion, ==, opinion);
}

static void
test_fields (void)
{
  g_autoptr (GPtrArray) sentences = parse ("\xef\xbb\xbfLabel,Sentence,Other\r\n"
                                           "SUBJ,\"He said, \"\"No.\"\"\n\",x\r\n"
                                           "OBJ,  It \xc2\xa0 rains. ,\n");

  g_assert_cmpuint (sentences->len, ==, 2);
  assert_sentence (sentences, 0, "He said, \"No.\"", 1);
  assert_sentence (sentences, 1, "It rains.", 0);
}

static guint
count_loaded (GPtrArray *sentences, guint i)
{
  const GalleyLabelledSentence *sentence = g_ptr_array_index (sentences, i);
  guint n = 0;

  for (guint j = 0; j < sentence->text->tokens->len; j++)
    n += sentence->loaded[j];
  return n;
}

/* BABE has degrees, articles, and lists of words as Python prints them. */
static void
test_words (void)
{
  g_autoptr (GPtrArray) sentences =
      parse ("text,news_link,label_opinion,biased_words\n"
             "A toxic and toxic witch hunt.,a,Expresses writer\xe2\x80\x99s opinion,"
             "\"['toxic', 'witch hunt', 'absent']\"\n"
             "It isn't so.,a,Somewhat factual but also opinionated,\"[\"\"isn't\"\"]\"\n"
             "It rains.,b,Entirely factual,[]\n"
             "It pours.,c,No agreement,['\n");
  const GalleyLabelledSentence *first = g_ptr_array_index (sentences, 0);

  g_assert_cmpuint (sentences->len, ==, 4);
  g_assert_cmpint (first->corpus, ==, GALLEY_LABELLED_BABE);
  g_assert_cmpstr (first->article, ==, "a");
  assert_sentence (sentences, 0, "A toxic and toxic witch hunt.", 1);
  g_assert_cmpuint (count_loaded (sentences, 0), ==, 4);
  assert_sentence (sentences, 1, "It isn't so.", 0.5);
  g_assert_cmpuint (count_loaded (sentences, 1), ==, 2);
  assert_sentence (sentences, 2, "It rains.", 0);
  g_assert_cmpuint (count_loaded (sentences, 2), ==, 0);
  assert_sentence (sentences, 3, "It pours.", GALLEY_LABELLED_UNKNOWN);
  g_assert_cmpuint (count_loaded (sentences, 3), ==, 0);
}

/* A mark that never closes, a byte that is not UTF-8, no sentence at all. */
static void
test_hostile (void)
{
  g_autoptr (GPtrArray) open = parse ("Sentence,Label\n\"a,SUBJ\n\",OBJ,\"");
  g_autoptr (GPtrArray) broken = parse ("Sentence,Label\n\xff,OBJ\n,SUBJ");
  g_autoptr (GPtrArray) none = parse ("Sentence,Label");

  g_assert_cmpuint (open->len, ==, 1);
  assert_sentence (open, 0, "a,SUBJ", 0);
  g_assert_cmpuint (broken->len, ==, 2);
  assert_sentence (broken, 1, "", 1);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_errors (void)
{
  static const char *const tables[] = { "",
                                        "Sentence\nx\n",
                                        "Sentence,Label\nx\n",
                                        "Sentence,Label\nx,MAYBE\n",
                                        "text,label_opinion\nx,Entirely factual\n",
                                        "Sentence,Label\n\"x,SUBJ\n" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (galley_labelled_sentences_parse (tables[i], strlen (tables[i]), &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/labelled-sentences/fields", test_fields);
  g_test_add_func ("/labelled-sentences/words", test_words);
  g_test_add_func ("/labelled-sentences/hostile", test_hostile);
  g_test_add_func ("/labelled-sentences/errors", test_errors);
  return g_test_run ();
}
