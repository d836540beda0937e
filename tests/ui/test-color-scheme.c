/* test-color-scheme.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-color-scheme.h"

static void
test_color_scheme_choice (void)
{
  g_autoptr (GalleyColorScheme) scheme = galley_color_scheme_new ();

  g_assert_cmpstr (galley_color_scheme_get_choice (scheme), ==, "follow");
  g_assert_false (galley_color_scheme_get_dark (scheme));
  galley_color_scheme_set_choice (scheme, "dark");
  g_assert_true (galley_color_scheme_get_dark (scheme));
  galley_color_scheme_set_choice (scheme, "light");
  g_assert_false (galley_color_scheme_get_dark (scheme));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/ui/color-scheme/choice", test_color_scheme_choice);

  return g_test_run ();
}
