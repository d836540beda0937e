/* test-offsets.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "base/galley-offsets.h"

static void
check_all (const char *text)
{
  gsize length = strlen (text);
  g_autoptr (GalleyOffsets) offsets = galley_offsets_new (text, length);
  guint character = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), character++)
    {
      gsize byte = (gsize) (p - text);

      g_assert_cmpuint (galley_offsets_to_char (offsets, byte), ==, character);
      g_assert_cmpuint (galley_offsets_to_byte (offsets, character), ==, byte);
    }

  g_assert_cmpuint (galley_offsets_get_n_chars (offsets), ==, character);
  g_assert_cmpuint (galley_offsets_to_char (offsets, length), ==, character);
  g_assert_cmpuint (galley_offsets_to_byte (offsets, character), ==, length);
  g_assert_cmpuint (galley_offsets_to_char (offsets, length + 1000), ==, character);
  g_assert_cmpuint (galley_offsets_to_byte (offsets, character + 1000), ==, length);
}

static void
test_offsets_samples (gconstpointer data)
{
  check_all (data);
}

static void
test_offsets_long (void)
{
  static const char *const pieces[] = { "a",         "é",    "“", "👩‍👩‍👧",
                                        "e\xcc\x81", "שלום", "\n" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  check_all (text->str);
}

/* A step of the table may end just where the text does. */
static void
test_offsets_at_steps (void)
{
  for (gsize length = 250; length < 520; length++)
    {
      g_autofree char *text = g_strnfill (length, 'x');

      check_all (text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/base/offsets/empty", "", test_offsets_samples);
  g_test_add_data_func ("/base/offsets/ascii", "plain", test_offsets_samples);
  g_test_add_data_func ("/base/offsets/emoji",
                        "a👩‍👩‍👧b🇩🇪c",
                        test_offsets_samples);
  g_test_add_data_func ("/base/offsets/combining", "e\xcc\x81te\xcc\x81", test_offsets_samples);
  g_test_add_data_func ("/base/offsets/right-to-left", "אמר “שלום” ל־Ana", test_offsets_samples);
  g_test_add_func ("/base/offsets/long", test_offsets_long);
  g_test_add_func ("/base/offsets/at-steps", test_offsets_at_steps);

  return g_test_run ();
}
