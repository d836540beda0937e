/* test-display-map.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib.h>
#include <string.h>

#include "lib/galley-test.h"
#include "ui/galley-display-map.h"

#define CIRCLE 0x25CC

/* What the map should say, found by laying both texts side by side. */
typedef struct
{
  gunichar *stored;
  gunichar *shown;
  glong n_stored;
  glong n_shown;
  guint *to_shown;  /* one a stored character, and the end */
  guint *to_stored; /* one a shown character, and the end */
} Naive;

static void
naive_init (Naive *naive, const char *text, const GalleyDisplayMap *map)
{
  gsize length;
  const char *shown = galley_display_map_get_text (map, &length);
  glong stored = 0;

  naive->stored = g_utf8_to_ucs4_fast (text, -1, &naive->n_stored);
  naive->shown = g_utf8_to_ucs4_fast (shown, (glong) length, &naive->n_shown);
  naive->to_shown = g_new0 (guint, naive->n_stored + 1);
  naive->to_stored = g_new0 (guint, naive->n_shown + 1);
  for (glong i = 0; i < naive->n_shown; i++)
    {
      naive->to_stored[i] = (guint) stored;
      if (stored < naive->n_stored && naive->shown[i] == naive->stored[stored])
        naive->to_shown[stored++] = (guint) i;
      else
        g_assert_true (naive->shown[i] == '\n' || naive->shown[i] == CIRCLE);
    }
  g_assert_cmpint (stored, ==, naive->n_stored);
  naive->to_shown[stored] = (guint) naive->n_shown;
  naive->to_stored[naive->n_shown] = (guint) stored;
}

static void
naive_clear (Naive *naive)
{
  g_free (naive->stored);
  g_free (naive->shown);
  g_free (naive->to_shown);
  g_free (naive->to_stored);
}

/* A text view copes with what is shown. */
static void
check_limits (const Naive *naive)
{
  guint paragraph = 0;
  guint run = 0;
  guint marks = 0;

  for (glong i = 0; i < naive->n_shown; i++)
    {
      gunichar c = naive->shown[i];

      paragraph = c == '\n' || c == '\r' || c == 0x2029 ? 0 : paragraph + 1;
      run = g_unichar_isspace (c) || c == 0x2029 ? 0 : run + 1;
      marks = g_unichar_ismark (c) ? marks + 1 : 0;
      g_assert_cmpuint (paragraph, <=, GALLEY_DISPLAY_MAX_PARAGRAPH + 100);
      g_assert_cmpuint (run, <=, GALLEY_DISPLAY_MAX_RUN + 100);
      g_assert_cmpuint (marks, <=, GALLEY_DISPLAY_MAX_MARKS);
    }
}

static guint
check_text (const char *text)
{
  g_autoptr (GalleyDisplayMap) map = galley_display_map_new (text, strlen (text));
  Naive naive;
  guint n_breaks = galley_display_map_get_n_breaks (map);

  naive_init (&naive, text, map);
  check_limits (&naive);
  g_assert_cmpuint (galley_display_map_get_n_chars (map), ==, naive.n_shown);
  g_assert_cmpuint (n_breaks, ==, naive.n_shown - naive.n_stored);
  for (glong i = 0; i <= naive.n_stored; i++)
    {
      guint shown = galley_display_map_start_to_display (map, (guint) i);

      g_assert_cmpuint (shown, ==, naive.to_shown[i]);
      g_assert_cmpuint (galley_display_map_to_stored (map, shown), ==, i);
      if (i > 0)
        g_assert_cmpuint (galley_display_map_end_to_display (map, (guint) i),
                          ==,
                          naive.to_shown[i - 1] + 1);
    }
  for (glong i = 0; i <= naive.n_shown; i++)
    g_assert_cmpuint (galley_display_map_to_stored (map, (guint) i), ==, naive.to_stored[i]);
  naive_clear (&naive);

  return n_breaks;
}

static void
test_display_map_plain (void)
{
  const char *text =
      "A headline\n\nA paragraph, “quoted”, with e\xcc\x81 and 👩‍🚀.\nעברית\n";
  g_autoptr (GalleyDisplayMap) map = galley_display_map_new (text, strlen (text));
  gsize length;

  g_assert_true (galley_display_map_get_text (map, &length) == text);
  g_assert_cmpuint (length, ==, strlen (text));
  g_assert_cmpuint (check_text (text), ==, 0);
  g_assert_cmpuint (check_text (""), ==, 0);
  g_assert_cmpuint (check_text ("\n"), ==, 0);
}

static void
test_display_map_limits (void)
{
  g_autofree char *paragraph = galley_test_repeat ("word ", GALLEY_DISPLAY_MAX_PARAGRAPH / 5);
  g_autofree char *longer = g_strconcat (paragraph, "x", NULL);
  g_autofree char *run = galley_test_repeat ("a", GALLEY_DISPLAY_MAX_RUN);
  g_autofree char *longer_run = g_strconcat (run, "a", NULL);
  g_autofree char *marks = galley_test_repeat ("\xcc\x81", GALLEY_DISPLAY_MAX_MARKS);
  g_autofree char *cluster = g_strconcat ("e", marks, "x", NULL);
  g_autofree char *longer_cluster = g_strconcat ("e", marks, "\xcc\x81x", NULL);

  g_assert_cmpuint (check_text (paragraph), ==, 0);
  g_assert_cmpuint (check_text (longer), ==, 1);
  g_assert_cmpuint (check_text (run), ==, 0);
  g_assert_cmpuint (check_text (longer_run), ==, 1);
  g_assert_cmpuint (check_text (cluster), ==, 0);
  g_assert_cmpuint (check_text (longer_cluster), ==, 1);
}

static void
test_display_map_breaks_after_space (void)
{
  g_autofree char *text = galley_test_repeat ("seven  ", 2000);
  g_autoptr (GalleyDisplayMap) map = galley_display_map_new (text, strlen (text));
  gsize length;
  const char *shown = galley_display_map_get_text (map, &length);

  g_assert_cmpuint (galley_display_map_get_n_breaks (map), ==, 2);
  for (const char *p = strchr (shown, '\n'); p != NULL; p = strchr (p + 1, '\n'))
    g_assert_cmpint (p[-1], ==, ' ');
}

/* Neither a flag nor a family is torn apart. */
static void
test_display_map_keeps_clusters (void)
{
  const char *family = "👨‍👩‍👧‍👦";
  const char *flag = "🇺🇦";
  g_autofree char *families = galley_test_repeat (family, 600);
  g_autofree char *flags = galley_test_repeat (flag, 600);
  g_autofree char *odd = g_strconcat ("x", flags, NULL);
  g_autoptr (GalleyDisplayMap) map = galley_display_map_new (families, strlen (families));
  g_autoptr (GalleyDisplayMap) flag_map = galley_display_map_new (odd, strlen (odd));
  gsize length;
  const char *shown = galley_display_map_get_text (map, &length);

  g_assert_cmpuint (galley_display_map_get_n_breaks (map), >, 0);
  for (const char *p = strchr (shown, '\n'); p != NULL; p = strchr (p + 1, '\n'))
    g_assert_true (g_str_has_prefix (p + 1, family));
  shown = galley_display_map_get_text (flag_map, &length);
  g_assert_cmpuint (galley_display_map_get_n_breaks (flag_map), >, 0);
  for (const char *p = strchr (shown, '\n'); p != NULL; p = strchr (p + 1, '\n'))
    g_assert_true (g_str_has_prefix (p + 1, flag));
  check_text (families);
  check_text (odd);
}

static void
test_display_map_hostile (void)
{
  const struct
  {
    const char *what;
    guint times;
  } cases[] = {
    { "a", 100000 },
    { "\xcc\x81", 100000 },
    { "e\xcc\x81\xcc\x82\xcc\x83\xcc\x84\xcc\x85", 10000 },
    { "Prose that goes on and on. ", 12000 },
    { "語", 100000 },
    { "a\t", 50000 },
    { "\xe2\x80\xab", 25000 },
    { "\xe2\x80\x8d", 20000 },
    { "a\xe2\x80\x8d", 20000 },
    { "\xe2\x80\xa9", 5000 },
    { "word\r", 5000 },
    { "\n", 50000 },
    { "שלום", 5000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = galley_test_repeat (cases[i].what, cases[i].times);

      check_text (text);
    }
}

static void
test_display_map_random (void)
{
  static const char *const pieces[] = {
    "a", "b",  " ",  "\n", "\xcc\x81", "\xe2\x80\x8d", "👍🏽", "🇺🇦", "\xe2\x80\xa9",
    "שׁ", "語", "\r",
  };

  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      /* Long stretches of few pieces, so that every limit is met. */
      for (guint stretch = 0; stretch < 8; stretch++)
        {
          guint from = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (pieces));
          guint many = (guint) g_test_rand_int_range (1, 3);

          for (gint n = g_test_rand_int_range (0, 3000); n > 0; n--)
            {
              guint at = from + (guint) g_test_rand_int_range (0, (gint) many);

              g_string_append (text, pieces[at % G_N_ELEMENTS (pieces)]);
            }
        }
      check_text (text->str);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/display-map/plain", test_display_map_plain);
  g_test_add_func ("/ui/display-map/limits", test_display_map_limits);
  g_test_add_func ("/ui/display-map/breaks-after-space", test_display_map_breaks_after_space);
  g_test_add_func ("/ui/display-map/keeps-clusters", test_display_map_keeps_clusters);
  g_test_add_func ("/ui/display-map/hostile", test_display_map_hostile);
  g_test_add_func ("/ui/display-map/random", test_display_map_random);

  return g_test_run ();
}
