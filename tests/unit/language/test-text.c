/* test-text.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-text.h"

#include <string.h>

#define N_RANDOM_TEXTS 3000
#define HOSTILE_BYTES  (1024 * 1024)
#define N_MARKS        100000

/* What must hold of any text. */
static void
assert_tokens (const GalleyText *text)
{
  gsize end = 0;

  for (guint i = 0; i < text->tokens->len; i++)
    {
      const GalleyToken *token = galley_text_token (text, i);

      g_assert_cmpuint (token->start, >=, end);
      g_assert_cmpuint (token->end, >, token->start);
      for (const char *p = text->text + end; p < text->text + token->start;
           p = g_utf8_next_char (p))
        g_assert_true (galley_text_is_blank (g_utf8_get_char (p)));
      g_assert_cmpint (((guchar) text->text[token->start]) & 0xc0, !=, 0x80);
      g_assert_false (galley_text_is_blank (g_utf8_get_char (text->text + token->start)));
      end = token->end;
    }
  for (const char *p = text->text + end; p < text->text + text->length; p = g_utf8_next_char (p))
    g_assert_true (galley_text_is_blank (g_utf8_get_char (p)));
}

static void
assert_runs (const GalleyText *text, GArray *runs, gboolean sentences)
{
  guint next = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      GalleyTokenRun run = g_array_index (runs, GalleyTokenRun, i);

      g_assert_cmpuint (run.first_token, ==, next);
      g_assert_cmpuint (run.end_token, >, run.first_token);
      next = run.end_token;
      for (guint j = run.first_token; j < run.end_token; j++)
        {
          const GalleyToken *token = galley_text_token (text, j);

          g_assert_cmpuint (sentences ? token->sentence : token->paragraph, ==, i);
          g_assert_cmpuint (token->paragraph,
                            ==,
                            galley_text_token (text, run.first_token)->paragraph);
        }
    }
  g_assert_cmpuint (next, ==, text->tokens->len);
}

static void
assert_quotations (const GalleyText *text)
{
  gint64 before = -1;

  for (guint i = 0; i < text->quotations->len; i++)
    {
      const GalleyQuotation *pair = &g_array_index (text->quotations, GalleyQuotation, i);

      g_assert_cmpint (pair->open_token, >, before);
      before = pair->open_token;
      g_assert_cmpuint (pair->close_token, >=, pair->open_token);
      g_assert_cmpuint (pair->close_token, <, text->tokens->len);
      g_assert_cmpuint (galley_text_token (text, pair->open_token)->paragraph,
                        ==,
                        galley_text_token (text, pair->close_token)->paragraph);
      g_assert_cmpint (pair->parent, <, (gint32) i);
      g_assert_cmpint (pair->continues, <, (gint32) i);
      if (pair->parent >= 0)
        {
          const GalleyQuotation *parent =
              &g_array_index (text->quotations, GalleyQuotation, pair->parent);

          g_assert_cmpuint (parent->open_token, <, pair->open_token);
          g_assert_cmpuint (parent->close_token, >=, pair->close_token);
        }
    }
  for (guint i = 0; i < text->tokens->len; i++)
    g_assert_cmpint (galley_text_token (text, i)->quotation, <, (gint32) text->quotations->len);
}

static void
assert_holds (const char *string, gsize length)
{
  g_autoptr (GalleyText) text = galley_text_new (string, length);

  assert_tokens (text);
  assert_runs (text, text->paragraphs, FALSE);
  assert_runs (text, text->sentences, TRUE);
  assert_quotations (text);
  g_assert_cmpuint (galley_text_first_token_at_byte (text, length), ==, text->tokens->len);
}

static gunichar
random_character (void)
{
  static const char *const common =
      "aeTSsnt  ..,,''\"\"’’‘‘““””«»„‚‹›-—–!?…()[]@#/&:;_09\n\n\u00ad\u200d\u0301\u200b\u00a0`";
  gunichar character;

  if (g_test_rand_int_range (0, 10) < 9)
    {
      glong n_chars = g_utf8_strlen (common, -1);

      return g_utf8_get_char (
          g_utf8_offset_to_pointer (common, g_test_rand_int_range (0, (gint32) n_chars)));
    }

  do
    character = (gunichar) g_test_rand_int_range (1, 0x110000);
  while (!g_unichar_validate (character));

  return character;
}

static void
test_random (void)
{
  for (guint i = 0; i < N_RANDOM_TEXTS; i++)
    {
      g_autoptr (GString) string = g_string_new (NULL);
      gint32 n_chars = g_test_rand_int_range (0, 80);

      while (n_chars-- > 0)
        g_string_append_unichar (string, random_character ());
      assert_holds (string->str, string->len);
    }
}

/* Words that are hard alone, in any order, glued or not. */
static void
test_random_pieces (void)
{
  static const char *const pieces[] = {
    "U.S.", "Mr.",  "don’t", "’s",  "’90s",        "www.a.org", "@me",  "Ph.D.", "...",   "6'2\"",
    "“No”", "said", "‘tis",  "’em", "n't",         "cannot",    "\n",   "I.",    "1.",    "a@b.co",
    "«",    "»",    "''",    "``",  "👩‍🚀", "no.",       "3.5%", "D-Ky.", "Yahoo!"
  };

  for (guint i = 0; i < N_RANDOM_TEXTS; i++)
    {
      g_autoptr (GString) string = g_string_new (NULL);

      for (gint32 n = g_test_rand_int_range (0, 30); n > 0; n--)
        {
          g_string_append (string, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          if (g_test_rand_bit ())
            g_string_append_c (string, ' ');
        }
      assert_holds (string->str, string->len);
    }
}

typedef struct
{
  const char *name;
  const char *unit; /* repeated until the text is large */
} HostileCase;

static const HostileCase hostile_cases[] = {
  { "letters", "a" },
  { "letters-wide", "字" },
  { "marks", "\u0301" },
  { "joiners", "👩‍" },
  { "periods", "." },
  { "initials", "A." },
  { "apostrophes", "'" },
  { "apostrophes-word", "a’" },
  { "clitics", "a’s" },
  { "hyphens", "a-" },
  { "slashes", "a.b/" },
  { "at", "a@" },
  { "domains", "a.com" },
  { "urls", "www.a)" },
  { "stops", "A. " },
  { "spaces", "A.    " },
  { "questions", "a?! " },
  { "openers", "“" },
  { "closers", "”" },
  { "straight", "\"" },
  { "straight-spaced", " \"" },
  { "singles", "‘a" },
  { "singles-spaced", " ‘a s’ b" },
  { "nested", "“‘" },
  { "guillemets", "«" },
  { "guillemets-mixed", "« “ " },
  { "inches", "1\" " },
  { "lines", "“\n" },
  { "lines-deep", "“‘“‘\n" },
  { "right-to-left", "א\u200f " },
};

static void
test_hostile (gconstpointer data)
{
  const HostileCase *item = data;
  g_autoptr (GString) string = g_string_sized_new (HOSTILE_BYTES);
  guint n_units = 0;

  while (string->len < HOSTILE_BYTES && n_units++ < N_MARKS)
    g_string_append (string, item->unit);

  assert_holds (string->str, string->len);
}

static void
test_not_terminated (void)
{
  const char bytes[] = { '"', 'U', '.', 'S', '.', '\'' };
  g_autofree char *copy = g_memdup2 (bytes, sizeof bytes);

  for (gsize length = 0; length <= sizeof bytes; length++)
    {
      g_autofree char *exact = g_memdup2 (copy, length);

      assert_holds (exact != NULL ? exact : "", length);
    }
}

static void
test_words (void)
{
  const char *string = "CAN’T pub\u00adlish ÉTÉ";
  g_autoptr (GalleyText) text = galley_text_new (string, strlen (string));
  g_autofree char *folded = galley_text_dup_folded (text, 3);
  char small[4];

  g_assert_true (galley_text_token_equals (text, 0, "ca"));
  g_assert_true (galley_text_token_equals (text, 1, "n't"));
  g_assert_false (galley_text_token_equals (text, 1, "n'"));
  g_assert_false (galley_text_token_equals (text, 1, "n'ts"));
  g_assert_true (galley_text_token_equals (text, 2, "publish"));
  g_assert_cmpstr (folded, ==, "été");
  g_assert_cmpuint (galley_text_copy_folded (text, 3, small, sizeof small), ==, 3);
  g_assert_cmpstr (small, ==, "ét");
}

static void
test_places (void)
{
  const char *string = "One  two. Three";
  g_autoptr (GalleyText) text = galley_text_new (string, strlen (string));
  const char *bytes;
  gsize length;

  g_assert_cmpuint (galley_text_first_token_at_byte (text, 0), ==, 0);
  g_assert_cmpuint (galley_text_first_token_at_byte (text, 2), ==, 0);
  g_assert_cmpuint (galley_text_first_token_at_byte (text, 3), ==, 1);
  g_assert_cmpuint (galley_text_first_token_at_byte (text, 8), ==, 2);
  g_assert_cmpuint (galley_text_first_token_at_byte (text, 99), ==, 4);
  bytes = galley_text_get_bytes (text, 1, 3, &length);
  g_assert_cmpmem (bytes, length, "two.", 4);
  galley_text_get_bytes (text, 2, 2, &length);
  g_assert_cmpuint (length, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/random", test_random);
  g_test_add_func ("/text/random-pieces", test_random_pieces);
  for (guint i = 0; i < G_N_ELEMENTS (hostile_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text/hostile/%s", hostile_cases[i].name);

      g_test_add_data_func (path, &hostile_cases[i], test_hostile);
    }
  g_test_add_func ("/text/not-terminated", test_not_terminated);
  g_test_add_func ("/text/words", test_words);
  g_test_add_func ("/text/places", test_places);

  return g_test_run ();
}
