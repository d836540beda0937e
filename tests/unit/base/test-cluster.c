/* test-cluster.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "base/galley-cluster.h"
#include "lib/galley-test.h"

/* Clusters, divided by "|", which is not part of the text. */
static const char *const texts[] = {
  "a|b|c",
  "e\xcc\x81|x",
  "a\xcc\x81\xcc\x82|b",
  "🥐|🥐",
  "👩\xe2\x80\x8d👩\xe2\x80\x8d👧|!",
  "👍🏽|👍🏽",
  "🇫🇷|🇩🇪|x",
  "x|🇫🇷|🇩🇪",
  "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab|\xe1\x84\x80\xe1\x85\xb3",
  "\xed\x95\x9c|\xea\xb8\x80",
  "\n|a",
  "ש\xd6\xb8|ל",
};

static void
test_boundaries (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (GStrv) clusters = g_strsplit (texts[i], "|", -1);
      g_autofree char *text = g_strjoinv ("", clusters);
      gsize length = strlen (text), next = 0;
      guint cluster = 0;

      for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
        {
          gboolean expected = (gsize) (p - text) == next;

          g_assert_cmpint (galley_cluster_begins (text, length, (gsize) (p - text)), ==, expected);
          if (expected)
            next += strlen (clusters[cluster++]);
        }
      g_assert_true (galley_cluster_begins (text, length, length));
    }
}

static void
test_moves (void)
{
  const char *text = "abe\xcc\x81x🇫🇷z";
  gsize length = strlen (text);

  g_assert_cmpuint (galley_cluster_back (text, length, 6, 2), ==, 2);
  g_assert_cmpuint (galley_cluster_back (text, length, 5, 1), ==, 2);
  g_assert_cmpuint (galley_cluster_back (text, length, 5, 100), ==, 0);
  g_assert_cmpuint (galley_cluster_forward (text, length, 0, 3), ==, 5);
  g_assert_cmpuint (galley_cluster_forward (text, length, 6, 1), ==, 14);
  g_assert_cmpuint (galley_cluster_forward (text, length, 0, 100), ==, length);
}

/* A letter under a hundred thousand accents is cut somewhere rather than followed. */
static void
test_endless (void)
{
  g_autoptr (GString) text = g_string_new ("a");

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "\xcc\x81");
  g_assert_cmpuint (galley_cluster_forward (text->str, text->len, 0, 1), <, 1000);
  g_assert_cmpuint (galley_cluster_back (text->str, text->len, text->len, 1), >, 100000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/cluster/boundaries", test_boundaries);
  g_test_add_func ("/base/cluster/moves", test_moves);
  g_test_add_func ("/base/cluster/endless", test_endless);

  return g_test_run ();
}
