/* test-reader-fast.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "detect/galley-reader-fast.h"
#include "detect/galley-reader-features.h"
#include "language/galley-tagger.h"

static GArray *
read_text (const GalleyText *text, const gboolean *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyReading) reading =
      galley_reader_fast_get ()->read (text, wanted, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return g_array_ref (reading->marks);
}

/* Whatever was read: in order, not empty, not overlapping, with a probability. */
static void
assert_sound (const GalleyText *text, const GArray *marks)
{
  guint before = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const GalleyMark *mark = &g_array_index (marks, GalleyMark, i);

      g_assert_cmpuint (mark->first_token, >=, before);
      g_assert_cmpuint (mark->first_token, <, mark->end_token);
      g_assert_cmpuint (mark->end_token, <=, text->tokens->len);
      g_assert_cmpfloat (mark->probability, >=, 0);
      g_assert_cmpfloat (mark->probability, <=, 1);
      before = mark->end_token;
    }
}

static char *
describe (const GalleyText *text, const GArray *marks)
{
  static const char *const names[] = { "source", "cue", "content" };
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < marks->len; i++)
    {
      const GalleyMark *mark = &g_array_index (marks, GalleyMark, i);
      guint start = galley_text_token (text, mark->first_token)->start;
      guint end = galley_text_token (text, mark->end_token - 1)->end;

      g_string_append_printf (found,
                              "%s%s: %.*s",
                              i > 0 ? "\n" : "",
                              names[mark->role],
                              (int) (end - start),
                              text->text + start);
    }
  return g_string_free (found, FALSE);
}

static void
assert_reads (const char *words, const char *expected)
{
  g_autoptr (GalleyText) text = galley_text_new (words, strlen (words));
  g_autoptr (GArray) marks = NULL;
  g_autofree char *found = NULL;

  galley_text_tag (text);
  marks = read_text (text, NULL);
  assert_sound (text, marks);
  found = describe (text, marks);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_direct (void)
{
  assert_reads ("“We will rebuild the bridge before the winter comes,” the mayor said.",
                "content: “We will rebuild the bridge before the winter comes,”\n"
                "source: the mayor\n"
                "cue: said");
}

static void
test_indirect (void)
{
  assert_reads ("The mayor said that the bridge would be rebuilt.",
                "source: The mayor\n"
                "cue: said\n"
                "content: that the bridge would be rebuilt");
}

static void
test_nothing (void)
{
  assert_reads ("", "");
  assert_reads ("\n\n", "");
  assert_reads ("The train left at noon.", "");
}

static void
test_wanted (void)
{
  const char *words = "The mayor said the bridge was safe.\n\nThe governor said it was not.";
  g_autoptr (GalleyText) text = galley_text_new (words, strlen (words));
  const gboolean wanted[] = { FALSE, TRUE };
  g_autoptr (GArray) marks = NULL;

  galley_text_tag (text);
  g_assert_cmpuint (text->paragraphs->len, ==, 2);
  marks = read_text (text, wanted);
  g_assert_cmpuint (marks->len, >, 0);
  for (guint i = 0; i < marks->len; i++)
    {
      guint token = g_array_index (marks, GalleyMark, i).first_token;

      g_assert_cmpuint (galley_text_token (text, token)->paragraph, ==, 1);
    }
}

/* Paragraphs longer than the reader takes at once, with sentences and without. */
static void
test_endless (void)
{
  static const char *const pieces[] = {
    "The mayor said it was fine. ", "said ", "“", "\" ", "( ", "’s", "ß’ ", "\u200b"
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      g_autoptr (GalleyText) text = NULL;
      g_autoptr (GArray) marks = NULL;

      for (guint k = 0; k < 4 * GALLEY_READER_LONGEST; k++)
        g_string_append (words, pieces[i]);
      text = galley_text_new (words->str, words->len);
      galley_text_tag (text);
      marks = read_text (text, NULL);
      assert_sound (text, marks);
    }
}

/* Words, marks and breaks thrown together. */
static void
test_scrambled (void)
{
  static const char *const pieces[] = {
    "“", "”",     "\"", "‘", "’",     "said", "Smith",        " ",   " ",
    " ", "\n",    ".",  ",", ":",     "that", "according to", "the", "report",
    "I", "think", "…",  "—", "1,000", "é",    "日本"
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      g_autoptr (GalleyText) text = NULL;
      g_autoptr (GArray) marks = NULL;

      for (guint k = 0; k < 80; k++)
        g_string_append (words, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      text = galley_text_new (words->str, words->len);
      galley_text_tag (text);
      marks = read_text (text, NULL);
      assert_sound (text, marks);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GalleyText) text = galley_text_new ("He said so.", 11);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyReading) reading = NULL;

  galley_text_tag (text);
  g_cancellable_cancel (cancellable);
  reading = galley_reader_fast_get ()->read (text, NULL, NULL, NULL, cancellable, &error);
  g_assert_null (reading);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gpointer
read_in_thread (gpointer unused)
{
  test_indirect ();
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("read", read_in_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
test_identity (void)
{
  g_assert_cmpstr (galley_reader_fast_get ()->id, ==, "fast");
  g_assert_true (g_str_has_prefix (galley_reader_fast_get ()->model, "fast-"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* First, so that the models are loaded by several threads at once. */
  g_test_add_func ("/reader-fast/threads", test_threads);
  g_test_add_func ("/reader-fast/identity", test_identity);
  g_test_add_func ("/reader-fast/direct", test_direct);
  g_test_add_func ("/reader-fast/indirect", test_indirect);
  g_test_add_func ("/reader-fast/nothing", test_nothing);
  g_test_add_func ("/reader-fast/wanted", test_wanted);
  g_test_add_func ("/reader-fast/endless", test_endless);
  g_test_add_func ("/reader-fast/scrambled", test_scrambled);
  g_test_add_func ("/reader-fast/cancelled", test_cancelled);
  return g_test_run ();
}
