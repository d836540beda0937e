/* test-word-pieces.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "base/galley-error.h"
#include "neural/galley-word-pieces.h"
#include "network-fixture.h"

#define VOCABULARY                                                                                 \
  "[UNK]\n[CLS]\n[SEP]\n[\n]\nsep\nun\n##aff\n##able\n##a\n##s\na\ncafe\n.\n“\n”\n="           \
  "\n東\n京\nᄀ\n##ᅡ\ns\n"

enum
{
  UNKNOWN,
  OPENING,
  CLOSING,
  BRACKET,
  BRACKET_END,
  SEP,
  UN,
  AFF,
  ABLE,
  MORE_A,
  MORE_S,
  A,
  CAFE,
  STOP,
  QUOTE,
  QUOTE_END,
  EQUALS,
  EAST,
  CAPITAL,
  KIYEOK,
  MORE_A_VOWEL,
  S,
};

static GalleyWordPieces *
make (const char *vocabulary)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (vocabulary, strlen (vocabulary));
  g_autoptr (GError) error = NULL;
  GalleyWordPieces *word_pieces = galley_word_pieces_new (bytes, &error);

  g_assert_no_error (error);
  return word_pieces;
}

static void
assert_cut (const char *text, const GalleyPiece *wanted, guint n_wanted)
{
  g_autoptr (GalleyWordPieces) word_pieces = make (VOCABULARY);
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (GalleyPiece));
  gsize end = galley_word_pieces_cut (word_pieces, text, 0, strlen (text), 0, pieces);

  g_assert_cmpuint (end, ==, strlen (text));
  g_assert_cmpuint (pieces->len, ==, n_wanted);
  for (guint i = 0; i < n_wanted; i++)
    {
      const GalleyPiece *piece = &g_array_index (pieces, GalleyPiece, i);

      g_assert_cmpuint (piece->id, ==, wanted[i].id);
      g_assert_cmpuint (piece->start, ==, wanted[i].start);
      g_assert_cmpuint (piece->end, ==, wanted[i].end);
    }
}

#define ASSERT_CUT(text, ...)                                                                      \
  assert_cut (text,                                                                                \
              (const GalleyPiece[]){ __VA_ARGS__ },                                                \
              sizeof ((const GalleyPiece[]){ __VA_ARGS__ }) / sizeof (GalleyPiece))

static void
test_words (void)
{
  ASSERT_CUT ("unaffable", { UN, 0, 2 }, { AFF, 2, 5 }, { ABLE, 5, 9 });
  ASSERT_CUT ("a unaffables.",
              { A, 0, 1 },
              { UN, 2, 4 },
              { AFF, 4, 7 },
              { ABLE, 7, 11 },
              { MORE_S, 11, 12 },
              { STOP, 12, 13 });
  ASSERT_CUT ("UnAFFx a", { UNKNOWN, 0, 6 }, { A, 7, 8 });
  ASSERT_CUT (
      "“a” =a", { QUOTE, 0, 3 }, { A, 3, 4 }, { QUOTE_END, 4, 7 }, { EQUALS, 8, 9 }, { A, 9, 10 });
  /* Not the piece of that name, and ## only where a word goes on. */
  ASSERT_CUT ("[SEP]", { BRACKET, 0, 1 }, { SEP, 1, 4 }, { BRACKET_END, 4, 5 });
  ASSERT_CUT ("##s", { UNKNOWN, 0, 1 }, { UNKNOWN, 1, 2 }, { S, 2, 3 });
}

static void
test_characters (void)
{
  /* Composed and not; a mark at the end belongs to nothing. */
  ASSERT_CUT ("Café cafe\u0301s cafe\u0301",
              { CAFE, 0, 5 },
              { CAFE, 6, 10 },
              { MORE_S, 12, 13 },
              { CAFE, 14, 18 });
  ASSERT_CUT ("東京a", { EAST, 0, 3 }, { CAPITAL, 3, 6 }, { A, 6, 7 });
  ASSERT_CUT ("가", { KIYEOK, 0, 3 }, { MORE_A_VOWEL, 0, 3 });
  /* Controls, zero-width characters and the replacement character are not there. */
  ASSERT_CUT ("c\u200baf\u00ade\ufffd a\x01", { CAFE, 0, 9 }, { A, 13, 14 });
  ASSERT_CUT ("a\u00a0a\u2003a\r\na", { A, 0, 1 }, { A, 3, 4 }, { A, 7, 8 }, { A, 10, 11 });
  /* An equals sign under a stroke is punctuation that lost a mark. */
  ASSERT_CUT ("a≠a", { A, 0, 1 }, { EQUALS, 1, 4 }, { A, 4, 5 });
  ASSERT_CUT ("\U0001f642", { UNKNOWN, 0, 4 });
}

static void
test_nothing (void)
{
  assert_cut ("", NULL, 0);
  assert_cut (" \n\u3000", NULL, 0);
  assert_cut ("\u0301\u0302\x7f", NULL, 0);
}

/* A hundred characters are a word, one more is not. */
static void
test_long_words (void)
{
  g_autofree char *longest = g_strnfill (100, 'a');
  g_autofree char *too_long = g_strnfill (101, 'a');
  g_autoptr (GalleyWordPieces) word_pieces = make (VOCABULARY);
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (GalleyPiece));

  galley_word_pieces_cut (word_pieces, longest, 0, 100, 0, pieces);
  g_assert_cmpuint (pieces->len, ==, 100);
  g_assert_cmpuint (g_array_index (pieces, GalleyPiece, 99).id, ==, MORE_A);
  assert_cut (too_long, &(const GalleyPiece){ UNKNOWN, 0, 101 }, 1);
}

/* Cut bit by bit, a text gives what it gives in one go. */
static void
test_bit_by_bit (void)
{
  const char *text = "a. “unaffables” 東京 cafés... [SEP] x가.";
  gsize length = strlen (text);
  g_autoptr (GalleyWordPieces) word_pieces = make (VOCABULARY);
  g_autoptr (GArray) whole = g_array_new (FALSE, FALSE, sizeof (GalleyPiece));

  galley_word_pieces_cut (word_pieces, text, 0, length, 0, whole);
  for (guint step = 1; step <= whole->len; step++)
    {
      g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (GalleyPiece));
      gsize next = 0;

      while (next < length)
        {
          guint before = parts->len;

          next = galley_word_pieces_cut (word_pieces, text, next, length, before + step, parts);
          g_assert_true (next == length || parts->len >= before + step);
          g_assert_cmpuint (parts->len - before, <=, step + 4);
        }
      g_assert_cmpmem (parts->data,
                       parts->len * sizeof (GalleyPiece),
                       whole->data,
                       whole->len * sizeof (GalleyPiece));
    }
}

static void
assert_refused (const char *vocabulary, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (vocabulary, length);
  g_autoptr (GError) error = NULL;

  g_assert_null (galley_word_pieces_new (bytes, &error));
  g_assert_error (error, GALLEY_ERROR, GALLEY_ERROR_MODEL);
}

static void
test_refused (void)
{
  g_autofree char *lines = g_strnfill ((1u << 20) + 8, '\n');

  assert_refused ("", 0);
  assert_refused ("a\nb\n", 4);
  assert_refused ("[UNK]\n[CLS]\nSEP\n", 16);
  memcpy (lines, "[UNK]\n", 6);
  assert_refused (lines, (1u << 20) + 8);
}

/* The last line may lack its end, and of two that are the same the last counts. */
static void
test_lines (void)
{
  g_autoptr (GalleyWordPieces) word_pieces = make ("[UNK]\n\na\na\n[CLS]\n[SEP]");
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (GalleyPiece));

  g_assert_cmpuint (galley_word_pieces_get_n_pieces (word_pieces), ==, 6);
  g_assert_cmpuint (galley_word_pieces_get_opening (word_pieces), ==, 4);
  g_assert_cmpuint (galley_word_pieces_get_closing (word_pieces), ==, 5);
  galley_word_pieces_cut (word_pieces, "a", 0, 1, 0, pieces);
  g_assert_cmpuint (g_array_index (pieces, GalleyPiece, 0).id, ==, 3);
}

/* As the library that the network has learnt from cuts them; see src/train/deep/fixtures.py. */
static void
test_fixtures (void)
{
  g_autoptr (GBytes) model_bytes = fixture_read ("small.galleynn");
  g_autoptr (GBytes) bytes = fixture_read ("small-fixtures.galleynn");
  g_autoptr (GalleyNetworkFile) model = fixture_open (model_bytes);
  g_autoptr (GalleyNetworkFile) fixtures = fixture_open (bytes);
  g_autoptr (GBytes) vocabulary = galley_network_file_get_bytes (model, "pieces");
  g_autoptr (GalleyWordPieces) word_pieces = galley_word_pieces_new (vocabulary, NULL);
  guint text = 0;

  for (GBytes *words; (words = fixture_get_text (fixtures, text)) != NULL; text++)
    {
      g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (GalleyPiece));
      GalleyTensor tensor;
      g_autofree float *wanted = fixture_get_floats (fixtures, text, "pieces", &tensor);
      gsize length;
      const char *data = g_bytes_get_data (words, &length);

      galley_word_pieces_cut (word_pieces, data, 0, length, 0, pieces);
      g_assert_cmpuint (pieces->len, ==, tensor.rows);
      for (guint i = 0; i < pieces->len; i++)
        {
          g_assert_cmpuint (g_array_index (pieces, GalleyPiece, i).id, ==, wanted[3 * i]);
          g_assert_cmpuint (g_array_index (pieces, GalleyPiece, i).start, ==, wanted[3 * i + 1]);
          g_assert_cmpuint (g_array_index (pieces, GalleyPiece, i).end, ==, wanted[3 * i + 2]);
        }
      g_bytes_unref (words);
    }
  g_assert_cmpuint (text, >=, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-pieces/words", test_words);
  g_test_add_func ("/word-pieces/characters", test_characters);
  g_test_add_func ("/word-pieces/nothing", test_nothing);
  g_test_add_func ("/word-pieces/long-words", test_long_words);
  g_test_add_func ("/word-pieces/bit-by-bit", test_bit_by_bit);
  g_test_add_func ("/word-pieces/refused", test_refused);
  g_test_add_func ("/word-pieces/lines", test_lines);
  g_test_add_func ("/word-pieces/fixtures", test_fixtures);
  return g_test_run ();
}
