/* test-window-reader.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "lib/galley-test.h"
#include "ui/galley-banner.h"
#include "ui/galley-settings.h"
#include "ui/galley-window.h"
#include "ui/ui-test.h"

/* The window where what the best reader has learnt is damaged. */

#define TEXT "The mayor, Bo Lind, said: “We have no choice but to wait for the rain.”\n"

static GalleyBanner *
get_error_banner (GalleyWindow *window)
{
  return GALLEY_BANNER (ui_test_find_child (GTK_WIDGET (window), GALLEY_TYPE_BANNER, 0));
}

static const char *
get_reader (GalleyWindow *window)
{
  return galley_annotation_get_origin (ui_test_first_quote (window))->reader;
}

/* The fast reader reads, and why is said in the first window alone. */
static void
test_window_reader_damaged (void)
{
  for (guint i = 0; i < 2; i++)
    {
      GalleyWindow *window = ui_test_window ();

      ui_test_open_text (window, TEXT);
      ui_test_wait_for (!galley_window_get_busy (window));
      g_assert_cmpstr (get_reader (window), ==, "fast");
      g_assert_cmpint (galley_banner_get_revealed (get_error_banner (window)), ==, i == 0);
      if (i == 0)
        g_assert_nonnull (strstr (galley_banner_get_title (get_error_banner (window)), "deep"));
      /* Reading again is no other matter. */
      ui_test_run (window, "win.analyse");
      ui_test_wait_for (!galley_window_get_busy (window));
      g_assert_cmpstr (get_reader (window), ==, "fast");
      ui_test_close (window);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = galley_test_dir ();
  g_autoptr (GFile) file = ui_test_write (folder, "damaged.galleynn", "GALLEYNN and no more");
  int status;

  g_setenv ("GALLEY_DEEP_MODEL", g_file_peek_path (file), TRUE);
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/window-reader/damaged", test_window_reader_damaged);

  status = g_test_run ();
  galley_test_remove_dir (folder);

  return status;
}
