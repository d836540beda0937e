/* test-tagger.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "language/galley-tagger.h"

/* "word/TAG word/TAG": the text is what stands before the slashes, by single spaces. */
static void
assert_tags (const char *text, const char *expected)
{
  g_autoptr (GalleyText) parsed = galley_text_new (text, strlen (text));
  g_autoptr (GString) found = g_string_new (NULL);

  galley_text_tag (parsed);
  for (guint i = 0; i < parsed->tokens->len; i++)
    g_string_append_printf (found,
                            "%s%s",
                            i > 0 ? " " : "",
                            galley_tag_to_string (galley_text_token (parsed, i)->tag));
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_sentences (void)
{
  assert_tags ("The minister said she would resign.", "DT NN VBD PRP MD VB .");
  assert_tags ("They don’t like Smith’s plans.", "PRP VBP RB VB NNP POS NNS .");
  assert_tags ("Officials have denied it.", "NNS VBP VBN PRP .");
}

static void
test_quotation_marks (void)
{
  assert_tags ("“We won,” he said.", "`` PRP VBD , '' PRP VBD .");
  assert_tags ("\"We won,\" he said.", "`` PRP VBD , '' PRP VBD .");
}

static void
test_names (void)
{
  GalleyTag tag = galley_tag_from_string ("NNPS");

  g_assert_cmpstr (galley_tag_to_string (tag), ==, "NNPS");
  g_assert_true (galley_tag_is_noun (tag));
  g_assert_true (galley_tag_is_proper_noun (tag));
  g_assert_false (galley_tag_is_verb (tag));
  g_assert_true (galley_tag_is_verb (galley_tag_from_string ("VBG")));
  g_assert_false (galley_tag_is_verb (galley_tag_from_string ("MD")));
  g_assert_cmpuint (galley_tag_from_string ("NOT-A-TAG"), ==, GALLEY_TAG_NONE);
  g_assert_cmpstr (galley_tag_to_string (GALLEY_TAG_NONE), ==, "");
  g_assert_cmpstr (galley_tag_to_string (G_MAXUINT16), ==, "");
}

static void
test_nothing (void)
{
  assert_tags ("", "");
  assert_tags (" \n\n ", "");
}

/* One "sentence" of thirty thousand words, and one word of as many letters. */
static void
test_endless (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GalleyText) words = NULL;
  g_autoptr (GalleyText) word = NULL;

  for (guint i = 0; i < 30000; i++)
    g_string_append (text, "und ");
  words = galley_text_new (text->str, text->len);
  galley_text_tag (words);
  for (guint i = 0; i < words->tokens->len; i++)
    g_assert_cmpuint (galley_text_token (words, i)->tag, !=, GALLEY_TAG_NONE);

  memset (text->str, 'a', text->len);
  word = galley_text_new (text->str, text->len);
  galley_text_tag (word);
  g_assert_cmpuint (galley_text_token (word, 0)->tag, !=, GALLEY_TAG_NONE);
}

static gpointer
tag_in_thread (gpointer unused)
{
  assert_tags ("The minister said she would resign.", "DT NN VBD PRP MD VB .");
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("tag", tag_in_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* First, so that the model is loaded by several threads at once. */
  g_test_add_func ("/tagger/threads", test_threads);
  g_test_add_func ("/tagger/sentences", test_sentences);
  g_test_add_func ("/tagger/quotation-marks", test_quotation_marks);
  g_test_add_func ("/tagger/names", test_names);
  g_test_add_func ("/tagger/nothing", test_nothing);
  g_test_add_func ("/tagger/endless", test_endless);
  return g_test_run ();
}
