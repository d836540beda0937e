/* test-find.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "lib/galley-test.h"
#include "ui/galley-find.h"

#define TEXT                                                                                       \
  "He said “I can’t,” twice.\nTwice—or thrice? Ève said\xc2\xa0so. שלום 👩‍🚀 " \
  "end"

static void
check (const char *words, guint from, gboolean forward, const char *expected, guint start)
{
  g_autoptr (GalleyArticle) article = galley_test_article (TEXT);
  GalleySpan found = { 0, 0 };
  g_autofree char *slice = NULL;

  g_assert_true (galley_find (article, words, from, forward, &found));
  slice = galley_article_dup_slice (article, found.start, found.end);
  g_assert_cmpstr (slice, ==, expected);
  if (start != G_MAXUINT)
    g_assert_cmpuint (found.start, ==, start);
}

static void
test_find_folds (void)
{
  check ("i can't", 0, TRUE, "I can’t", 9);
  check ("\"i", 0, TRUE, "“I", 8);
  check ("TWICE.", 0, TRUE, "twice.", 19);
  check ("twice. twice", 0, TRUE, "twice.\nTwice", 19);
  check ("twice-or", 0, TRUE, "Twice—or", 26);
  check ("ève said so", 0, TRUE, "Ève said\xc2\xa0so", G_MAXUINT);
  check ("שלום 👩‍🚀", 0, TRUE, "שלום 👩‍🚀", G_MAXUINT);
}

static void
test_find_goes_round (void)
{
  check ("twice", 20, TRUE, "Twice", 26);
  check ("twice", 27, TRUE, "twice", 19);
  check ("twice", 26, FALSE, "twice", 19);
  check ("twice", 19, FALSE, "Twice", 26);
  check ("end", 9999, TRUE, "end", G_MAXUINT);
}

static void
test_find_all (void)
{
  g_autoptr (GalleyArticle) article = galley_test_article (TEXT);
  g_autoptr (GalleyArticle) row = galley_test_article ("aaaaa");
  g_autoptr (GArray) twice = galley_find_all (article, "TWICE", 9);
  g_autoptr (GArray) one = galley_find_all (article, "TWICE", 1);
  g_autoptr (GArray) none = galley_find_all (article, "", 9);
  g_autoptr (GArray) apart = galley_find_all (row, "aa", 9);

  g_assert_cmpuint (twice->len, ==, 2);
  g_assert_cmpuint (galley_spans_get (twice, 0)->start, ==, 19);
  g_assert_cmpuint (galley_spans_get (twice, 1)->start, ==, 26);
  g_assert_cmpuint (galley_spans_get (twice, 1)->end, ==, 31);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (apart->len, ==, 2);
  g_assert_cmpuint (galley_spans_get (apart, 1)->start, ==, 2);
}

static void
test_find_nothing (void)
{
  g_autoptr (GalleyArticle) article = galley_test_article (TEXT);
  g_autoptr (GalleyArticle) empty = galley_test_article ("");
  GalleySpan found;

  g_assert_false (galley_find (article, "thrice is", 0, TRUE, &found));
  g_assert_false (galley_find (article, "end.", 0, FALSE, &found));
  g_assert_false (galley_find (article, "", 0, TRUE, &found));
  g_assert_false (galley_find (empty, "a", 0, TRUE, &found));
  g_assert_false (galley_find (empty, "a", 0, FALSE, &found));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/find/folds", test_find_folds);
  g_test_add_func ("/ui/find/goes-round", test_find_goes_round);
  g_test_add_func ("/ui/find/all", test_find_all);
  g_test_add_func ("/ui/find/nothing", test_find_nothing);

  return g_test_run ();
}
