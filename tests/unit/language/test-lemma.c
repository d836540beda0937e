/* test-lemma.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "language/galley-lemma.h"
#include "language/galley-lemma-words.h"

static void
test_words (void)
{
  static const char *const words[][3] = {
    { "said", "VBD", "say" },
    { "says", "VBZ", "say" },
    { "denied", "VBD", "deny" },
    { "lied", "VBD", "lie" },
    { "argued", "VBD", "argue" },
    { "planning", "VBG", "plan" },
    { "calling", "VBG", "call" },
    { "acknowledged", "VBD", "acknowledge" },
    { "conceded", "VBN", "concede" },
    { "needed", "VBD", "need" },
    { "stated", "VBD", "state" },
    { "repeated", "VBD", "repeat" },
    { "visited", "VBD", "visit" },
    { "quoted", "VBN", "quote" },
    { "shouted", "VBD", "shout" },
    { "explained", "VBD", "explain" },
    { "declined", "VBD", "decline" },
    { "hoped", "VBD", "hope" },
    { "showing", "VBG", "show" },
    { "admitted", "VBD", "admit" },
    { "focused", "VBD", "focus" },
    { "promises", "VBZ", "promise" },
    { "watches", "VBZ", "watch" },
    { "'s", "VBZ", "be" },
    { "n't", "RB", "not" },
    { "wo", "MD", "will" },
    { "parties", "NNS", "party" },
    { "officials", "NNS", "official" },
    { "women", "NNS", "woman" },
    { "spokesmen", "NNS", "spokesman" },
    { "crises", "NNS", "crisis" },
    { "witnesses", "NNS", "witness" },
    { "bus", "NN", "bus" },
    { "meeting", "NN", "meeting" },
    { "string", "VB", "string" },
    { "", "VBD", "" },
    { "ed", "VBD", "ed" },
    { "ing", "VBG", "ing" },
    { "s", "NNS", "s" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *lemma = galley_lemma (words[i][0], galley_tag_from_string (words[i][1]));

      g_assert_cmpstr (lemma, ==, words[i][2]);
    }
}

static void
test_long (void)
{
  g_autofree char *word = g_strnfill (5000, 'x');
  g_autofree char *lemma = galley_lemma (word, galley_tag_from_string ("VBD"));

  g_assert_cmpstr (lemma, ==, word);
}

/* Every length up to the buffer's, with endings that make the word longer. */
static void
test_buffer (void)
{
  for (gsize length = 0; length <= GALLEY_LEMMA_MAX - 2; length++)
    {
      g_autofree char *word = g_strnfill (length, 'o');
      char lemma[GALLEY_LEMMA_MAX];

      if (length >= 5)
        memcpy (word + length - 5, "orizi", 5);
      if (length >= 3)
        memcpy (word + length - 3, "ing", 3);
      g_assert_cmpuint (galley_lemma_write (word, length, galley_tag_from_string ("VBG"), lemma),
                        ==,
                        strlen (lemma));
    }
}

static void
test_order (void)
{
  for (guint i = 1; i < G_N_ELEMENTS (verb_lemmas); i++)
    g_assert_cmpstr (verb_lemmas[i - 1].form, <, verb_lemmas[i].form);
  for (guint i = 1; i < G_N_ELEMENTS (noun_lemmas); i++)
    g_assert_cmpstr (noun_lemmas[i - 1].form, <, noun_lemmas[i].form);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lemma/words", test_words);
  g_test_add_func ("/lemma/long", test_long);
  g_test_add_func ("/lemma/buffer", test_buffer);
  g_test_add_func ("/lemma/order", test_order);
  return g_test_run ();
}
