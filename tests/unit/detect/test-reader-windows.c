/* test-reader-windows.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "detect/galley-reader-windows.h"

/* Every other word is one unknown piece. */
static const char vocabulary[] =
    "[PAD]\n[UNK]\n[CLS]\n[SEP]\n“\n”\n.\n,\na\nb\ndo\n##b\ndon\n'\nt\n";
#define UNKNOWN 1
#define OPENING 2
#define CLOSING 3

#define MAX_PIECES (GALLEY_NETWORK_MAX_WINDOW - 2)

typedef struct
{
  char *string;
  GalleyText *text;
  GalleyWordPieces *pieces;
  GalleyWindows windows;
  GalleyWindow window;
} Fixture;

static void
start (Fixture *self, char *string, const gboolean *wanted)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (vocabulary, strlen (vocabulary));
  g_autoptr (GError) error = NULL;

  self->string = string;
  self->text = galley_text_new (string, strlen (string));
  self->pieces = galley_word_pieces_new (bytes, &error);
  g_assert_no_error (error);
  galley_windows_init (&self->windows, self->pieces, self->text, wanted);
}

static void
finish (Fixture *self)
{
  g_assert_false (galley_windows_next (&self->windows, &self->window));
  galley_windows_clear (&self->windows);
  galley_word_pieces_free (self->pieces);
  galley_text_free (self->text);
  g_free (self->string);
}

static void
assert_next (Fixture *self, guint n_pieces, guint first_word, guint last_word, gboolean goes_on)
{
  const GalleyWindow *window = &self->window;

  g_assert_true (galley_windows_next (&self->windows, &self->window));
  g_assert_cmpuint (window->n_pieces, ==, n_pieces + 2);
  g_assert_cmpuint (window->ids[0], ==, OPENING);
  g_assert_cmpuint (window->ids[n_pieces + 1], ==, CLOSING);
  g_assert_cmpuint (window->words[0], ==, first_word);
  g_assert_cmpuint (window->words[window->n_words - 1], ==, last_word);
  g_assert_cmpint (window->goes_on, ==, goes_on);
  for (guint i = 0; i < window->n_words; i++)
    {
      g_assert_cmpuint (window->word_pieces[i], >=, 1);
      g_assert_cmpuint (window->word_pieces[i], <=, n_pieces);
      if (i > 0)
        g_assert_cmpuint (window->words[i], >, window->words[i - 1]);
    }
}

static void
repeat (GString *string, const char *piece, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (string, piece);
}

static void
test_words (void)
{
  static const guint32 ids[] = { OPENING, 4, 12, 13, 14, 8, 11, UNKNOWN, 5, 6, CLOSING };
  static const guint8 states[] = { 0, 1, 3, 3, 3, 3, 3, 3, 2, 0, 0 };
  static const guint32 pieces[] = { 1, 2, 3, 5, 7, 8, 9 };
  Fixture fixture;

  /* “ do n't ab xyz ” . */
  start (&fixture, g_strdup ("“don't ab xyz”."), NULL);
  assert_next (&fixture, 9, 0, 6, FALSE);
  g_assert_cmpmem (fixture.window.ids, sizeof ids, ids, sizeof ids);
  g_assert_cmpmem (fixture.window.states, sizeof states, states, sizeof states);
  g_assert_cmpuint (fixture.window.n_words, ==, G_N_ELEMENTS (pieces));
  g_assert_cmpmem (fixture.window.word_pieces, sizeof pieces, pieces, sizeof pieces);
  finish (&fixture);
}

/* Whole paragraphs, as many as fit. */
static void
test_paragraphs (void)
{
  GString *string = g_string_new (NULL);
  Fixture fixture;

  for (guint i = 0; i < 5; i++)
    {
      repeat (string, "a ", 99);
      g_string_append (string, ".\n");
    }
  start (&fixture, g_string_free (string, FALSE), NULL);
  assert_next (&fixture, 200, 0, 199, FALSE);
  assert_next (&fixture, 200, 200, 399, FALSE);
  assert_next (&fixture, 100, 400, 499, FALSE);
  finish (&fixture);
}

static void
test_wanted (void)
{
  const gboolean wanted[] = { FALSE, TRUE, FALSE, TRUE, FALSE };
  Fixture fixture;

  start (&fixture, g_strdup ("a a a\nb b\na\nb .\na\n"), wanted);
  assert_next (&fixture, 4, 3, 7, FALSE);
  g_assert_cmpuint (fixture.window.words[2], ==, 6);
  finish (&fixture);
}

static void
test_nothing (void)
{
  static const char *const nothing[] = { "", " ", "\n\n \n" };
  const gboolean unwanted = FALSE;
  Fixture fixture;

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      start (&fixture, g_strdup (nothing[i]), NULL);
      finish (&fixture);
    }
  start (&fixture, g_strdup ("a b"), &unwanted);
  finish (&fixture);
}

/* A paragraph that is too long ends with a sentence, and what is left of it begins a window with
 * what follows. */
static void
test_sentences (void)
{
  GString *string = g_string_new (NULL);
  Fixture fixture;

  for (guint i = 0; i < 4; i++)
    {
      g_string_append (string, "A ");
      repeat (string, "a ", 97);
      g_string_append (string, "b. ");
    }
  g_string_append (string, "\nb b");
  start (&fixture, g_string_free (string, FALSE), NULL);
  assert_next (&fixture, 200, 0, 199, FALSE);
  assert_next (&fixture, 202, 200, 401, TRUE);
  finish (&fixture);
}

/* A sentence longer than a window is parted between words. */
static void
test_long_sentence (void)
{
  GString *string = g_string_new (NULL);
  Fixture fixture;

  g_string_append (string, "b\n");
  repeat (string, "ab ", 300);
  g_string_append (string, "\nb");
  start (&fixture, g_string_free (string, FALSE), NULL);
  assert_next (&fixture, 1, 0, 0, FALSE);
  assert_next (&fixture, MAX_PIECES, 1, MAX_PIECES / 2, FALSE);
  assert_next (&fixture, MAX_PIECES, 1 + MAX_PIECES / 2, MAX_PIECES, TRUE);
  assert_next (&fixture, 600 - 2 * MAX_PIECES + 1, 1 + MAX_PIECES, 301, TRUE);
  finish (&fixture);
}

/* One token of more pieces than a window holds is read as far as it fits. */
static void
test_long_token (void)
{
  GString *string = g_string_new ("a ");
  Fixture fixture;

  repeat (string, ".", 3000);
  g_string_append (string, " b\na");
  start (&fixture, g_string_free (string, FALSE), NULL);
  g_assert_cmpuint (fixture.text->tokens->len, ==, 4);
  assert_next (&fixture, 1, 0, 0, FALSE);
  assert_next (&fixture, MAX_PIECES, 1, 1, TRUE);
  assert_next (&fixture, 2, 2, 3, TRUE);
  finish (&fixture);
}

/* Tokens that no window has are of marks and spaces alone. */
static void
assert_pieceless (const Fixture *self, guint first, guint end)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (GalleyPiece));

  for (guint i = first; i < end; i++)
    {
      const GalleyToken *token = galley_text_token (self->text, i);

      galley_word_pieces_cut (self->pieces, self->string, token->start, token->end, 0, pieces);
      g_assert_cmpuint (pieces->len, ==, 0);
    }
}

/* Whatever the text, every token is at most once a word, and in order; nothing of it is lost but
 * tokens without a piece. */
static void
test_random (void)
{
  static const char *const parts[] = { "a",    "ab ",    "don't ", "“",    "”",
                                       ". ",   "\n",     " ",      "xyz ", "é ",
                                       "\n\n", "\u200b", "\u0301", "....", "A " };
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint round = 0; round < 40; round++)
    {
      GString *string = g_string_new (NULL);
      Fixture fixture;
      guint next = 0;

      for (guint i = 0; i < 50 * round; i++)
        g_string_append (string, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
      start (&fixture, g_string_free (string, FALSE), NULL);
      while (galley_windows_next (&fixture.windows, &fixture.window))
        {
          const GalleyWindow *window = &fixture.window;

          g_assert_cmpuint (window->n_pieces, <=, GALLEY_NETWORK_MAX_WINDOW);
          g_assert_cmpuint (window->n_words, <=, GALLEY_WINDOW_MAX_WORDS);
          for (guint i = 0; i < window->n_words; i++)
            {
              g_assert_cmpuint (window->words[i], >=, next);
              g_assert_cmpuint (window->words[i], <, fixture.text->tokens->len);
              assert_pieceless (&fixture, next, window->words[i]);
              g_assert_cmpuint (window->word_pieces[i], >, 0);
              g_assert_cmpuint (window->word_pieces[i], <, window->n_pieces - 1);
              next = window->words[i] + 1;
            }
        }
      assert_pieceless (&fixture, next, fixture.text->tokens->len);
      finish (&fixture);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reader-windows/words", test_words);
  g_test_add_func ("/reader-windows/paragraphs", test_paragraphs);
  g_test_add_func ("/reader-windows/wanted", test_wanted);
  g_test_add_func ("/reader-windows/nothing", test_nothing);
  g_test_add_func ("/reader-windows/sentences", test_sentences);
  g_test_add_func ("/reader-windows/long-sentence", test_long_sentence);
  g_test_add_func ("/reader-windows/long-token", test_long_token);
  g_test_add_func ("/reader-windows/random", test_random);

  return g_test_run ();
}
