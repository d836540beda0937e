/* test-edges.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "lib/galley-test.h"
#include "ui/galley-edges.h"

static GalleySpan
find (GalleyArticle *article, const char *words)
{
  const char *text = galley_article_get_text (article);
  const char *at = strstr (text, words);
  guint start;

  g_assert_nonnull (at);
  start = (guint) g_utf8_strlen (text, at - text);

  return (GalleySpan){ start, start + (guint) g_utf8_strlen (words, -1) };
}

/* Moves an edge of @words and tells what the span then holds. */
static void
check (const char *text,
       const char *words,
       gboolean start_edge,
       int steps,
       GalleyEdgeUnit unit,
       const char *expected)
{
  g_autoptr (GalleyArticle) article = galley_test_article (text);
  GalleySpan span = find (article, words);
  gboolean moved = galley_edges_move (article, &span, start_edge, steps, unit);
  g_autofree char *slice = galley_article_dup_slice (article, span.start, span.end);

  g_assert_cmpstr (slice, ==, expected);
  g_assert_cmpint (moved, ==, !g_str_equal (words, expected));
}

static void
test_edges_character (void)
{
  const char *text = "One cafe\xcc\x81 👩‍🚀 end";

  check (text, "caf", FALSE, 1, GALLEY_EDGE_CHARACTER, "cafe\xcc\x81");
  check (text, "cafe\xcc\x81", FALSE, -1, GALLEY_EDGE_CHARACTER, "caf");
  check (text, "cafe\xcc\x81 ", FALSE, 1, GALLEY_EDGE_CHARACTER, "cafe\xcc\x81 👩‍🚀");
  check (text, "One", TRUE, -3, GALLEY_EDGE_CHARACTER, "One");
  check (text, "end", FALSE, 3, GALLEY_EDGE_CHARACTER, "end");
  check (text, "end", TRUE, 9, GALLEY_EDGE_CHARACTER, "d");
  check (text, "end", FALSE, -9, GALLEY_EDGE_CHARACTER, "e");
}

static void
test_edges_word (void)
{
  const char *text = "He said a “thankless task.” And left.";

  check (text, "thankless", FALSE, 1, GALLEY_EDGE_WORD, "thankless task");
  check (text, "thankless", FALSE, 2, GALLEY_EDGE_WORD, "thankless task.”");
  check (text, "thankless", TRUE, -1, GALLEY_EDGE_WORD, "“thankless");
  check (text, "thankless", TRUE, -2, GALLEY_EDGE_WORD, "a “thankless");
  check (text, "thankless task", TRUE, 1, GALLEY_EDGE_WORD, "task");
  check (text, "thankless task", FALSE, -1, GALLEY_EDGE_WORD, "thankless");
  check (text, "thankless", TRUE, 1, GALLEY_EDGE_WORD, "thankless");
  check (text, "thankless", FALSE, -1, GALLEY_EDGE_WORD, "thankless");
}

static void
test_edges_sentence (void)
{
  const char *text = "First one here. The second is longer.\nA third stands alone.";

  check (text, "second", FALSE, 1, GALLEY_EDGE_SENTENCE, "second is longer.");
  check (text, "second", TRUE, -1, GALLEY_EDGE_SENTENCE, "The second");
  check (text, "second", TRUE, -2, GALLEY_EDGE_SENTENCE, "First one here. The second");
  check (
      text, "second", FALSE, 2, GALLEY_EDGE_SENTENCE, "second is longer.\nA third stands alone.");
}

static void
test_edges_right_to_left (void)
{
  check ("הוא אמר שלום לכולם", "אמר", FALSE, 1, GALLEY_EDGE_WORD, "אמר שלום");
  check ("הוא אמר שלום לכולם", "אמר", TRUE, -1, GALLEY_EDGE_WORD, "הוא אמר");
}

static void
test_edges_parts (void)
{
  g_autoptr (GalleyArticle) article = galley_test_article ("“One part,” he said, “and another.”");
  g_autoptr (GArray) spans = galley_spans_new ();
  GalleySpan first = find (article, "“One part,”");
  GalleySpan second = find (article, "“and another.”");

  galley_spans_add (spans, first.start, first.end);
  galley_spans_add (spans, second.start, second.end);
  g_assert_true (galley_edges_move_part (article, spans, 0, FALSE, 9, GALLEY_EDGE_WORD));
  g_assert_cmpuint (galley_spans_get (spans, 0)->end, <=, second.start);
  g_assert_true (galley_edges_move_part (article, spans, 0, FALSE, 9, GALLEY_EDGE_SENTENCE)
                 || galley_spans_get (spans, 0)->end == second.start);
  g_assert_cmpuint (galley_spans_get (spans, 0)->end, ==, second.start);
  g_assert_false (galley_edges_move_part (article, spans, 1, TRUE, -1, GALLEY_EDGE_CHARACTER));
}

static void
test_edges_trim (void)
{
  g_autoptr (GalleyArticle) article = galley_test_article ("a \n\xc2\xa0 word  \nb   ");
  GalleySpan span = { 1, 12 };
  GalleySpan blank = { 13, 15 };

  galley_edges_trim (article, &span);
  g_assert_cmpuint (span.start, ==, 5);
  g_assert_cmpuint (span.end, ==, 9);
  galley_edges_trim (article, &blank);
  g_assert_cmpuint (blank.start, ==, blank.end);
}

/* Whatever is asked, the span stays within the text and is never empty. */
static void
test_edges_random (void)
{
  static const char *const pieces[] = { "word", " ", ".",   "\n", "e\xcc\x81", "👨‍👩‍👧",
                                        "“",    "”", "שלום" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GalleyArticle) article = NULL;
  GalleySpan span = { 500, 501 };
  guint n_chars;

  for (guint i = 0; i < 4000; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  article = galley_test_article (text->str);
  n_chars = galley_article_get_n_chars (article);
  for (guint i = 0; i < 400; i++)
    {
      GalleySpan before = span;
      gboolean start_edge = g_test_rand_int_range (0, 2) == 0;
      gint steps = g_test_rand_int_range (-6, 7);
      gboolean moved = galley_edges_move (
          article, &span, start_edge, steps, (GalleyEdgeUnit) g_test_rand_int_range (0, 3));

      g_assert_cmpuint (span.start, <, span.end);
      g_assert_cmpuint (span.end, <=, n_chars);
      g_assert_cmpuint (start_edge ? span.end : span.start,
                        ==,
                        start_edge ? before.end : before.start);
      g_assert_cmpint (moved, ==, span.start != before.start || span.end != before.end);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/edges/character", test_edges_character);
  g_test_add_func ("/ui/edges/word", test_edges_word);
  g_test_add_func ("/ui/edges/sentence", test_edges_sentence);
  g_test_add_func ("/ui/edges/right-to-left", test_edges_right_to_left);
  g_test_add_func ("/ui/edges/parts", test_edges_parts);
  g_test_add_func ("/ui/edges/trim", test_edges_trim);
  g_test_add_func ("/ui/edges/random", test_edges_random);

  return g_test_run ();
}
