/* test-word-classes.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-word-classes.h"
#include "language/galley-word-facts.h"

static GalleyWordClasses
classes_of (const char *word)
{
  return galley_word_classes_find (galley_hash_word (word));
}

static void
test_same_company (void)
{
  g_assert_cmpuint (classes_of ("monday").fine, >, 0);
  g_assert_cmpuint (classes_of ("monday").fine, ==, classes_of ("thursday").fine);
  g_assert_cmpuint (classes_of ("monday").coarse, ==, classes_of ("tuesday").coarse);
  g_assert_cmpuint (classes_of ("monday").coarse, !=, classes_of ("said").coarse);
}

static void
test_habit (void)
{
  g_assert_cmpuint (classes_of ("thursday").habit, ==, classes_of ("friday").habit);
  g_assert_cmpuint (classes_of ("thursday").habit, !=, classes_of ("table").habit);
}

static void
test_unknown (void)
{
  GalleyWordClasses found = classes_of ("qzzxvkplm");

  g_assert_cmpuint (found.fine, ==, 0);
  g_assert_cmpuint (found.coarse, ==, 0);
  g_assert_cmpuint (found.habit, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/word-classes/same-company", test_same_company);
  g_test_add_func ("/language/word-classes/habit", test_habit);
  g_test_add_func ("/language/word-classes/unknown", test_unknown);
  return g_test_run ();
}
