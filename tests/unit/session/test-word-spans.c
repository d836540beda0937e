/* test-word-spans.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "lib/galley-test.h"
#include "session/galley-word-spans.h"

/* Checks what @text falls into, words parted by a vertical bar. */
static void
check_words (const char *text, const char *expected)
{
  g_autoptr (GalleyArticle) article = galley_test_article (text);
  g_autoptr (GArray) words =
      galley_word_spans_find (article, 0, galley_article_get_n_chars (article));
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const GalleySpan *word = galley_spans_get (words, i);
      g_autofree char *slice = galley_article_dup_slice (article, word->start, word->end);

      g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", slice);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_words (void)
{
  check_words ("A well-known fact.", "A|well-known|fact|.");
  check_words ("She didn’t say the mayor’s name.", "She|didn’t|say|the|mayor’s|name|.");
  check_words ("She didn't say the mayor's name.", "She|didn't|say|the|mayor's|name|.");
  check_words ("“Thankless task,” he said.", "“|Thankless|task|,|”|he|said|.");
  check_words ("'It is,' he said", "'|It|is|,|'|he|said");
  check_words ("the workers’ rights", "the|workers’|rights");
  check_words ("It cost $5 or 3% more", "It|cost|$5|or|3%|more");
  check_words ("word—another", "word|—|another");
  check_words ("cafe\xcc\x81 שלום", "cafe\xcc\x81|שלום");
  check_words ("", "");
}

/* Puts a bar into @text wherever an edge may rest. */
static void
check_edges (const char *text, gboolean starts, const char *expected)
{
  g_autoptr (GalleyArticle) article = galley_test_article (text);
  guint n_chars = galley_article_get_n_chars (article);
  g_autoptr (GArray) edges = galley_word_spans_find_edges (article, 0, n_chars, starts);
  g_autoptr (GString) found = g_string_new (NULL);
  guint done = 0;

  for (guint i = 0; i < edges->len; i++)
    {
      guint edge = g_array_index (edges, guint, i);
      g_autofree char *slice = galley_article_dup_slice (article, done, edge);

      g_string_append_printf (found, "%s|", slice);
      done = edge;
    }
  if (done < n_chars)
    {
      g_autofree char *slice = galley_article_dup_slice (article, done, n_chars);

      g_string_append (found, slice);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_edges (void)
{
  check_edges ("a “thankless task,” he", TRUE, "|a |“|thankless |task,” |he");
  check_edges ("a “thankless task,” he", FALSE, "a| “thankless| task|,”| he|");
  check_edges ("a “thankless task”, he", FALSE, "a| “thankless| task|”|,| he|");
  check_edges ("he didn’t (really)", TRUE, "|he |didn’t |(|really)");
}

/* Looked at from the middle of a text, offsets are those of the whole. */
static void
test_slice (void)
{
  g_autoptr (GalleyArticle) article = galley_test_article ("Ünë wörd hére and there");
  g_autoptr (GArray) words = galley_word_spans_find (article, 4, 13);

  g_assert_cmpuint (words->len, ==, 2);
  g_assert_cmpuint (galley_spans_get (words, 1)->start, ==, 9);
  g_assert_cmpuint (galley_spans_get (words, 1)->end, ==, 13);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/word-spans/words", test_words);
  g_test_add_func ("/session/word-spans/edges", test_edges);
  g_test_add_func ("/session/word-spans/slice", test_slice);

  return g_test_run ();
}
