/* test-window-deep.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-article-text.h"
#include "ui/galley-settings.h"
#include "ui/galley-window.h"
#include "ui/ui-test.h"

/* The window with what the deep reader has learnt, and a quote that leaves no doubt. */

#define TEXT "The mayor, Bo Lind, said: “We have no choice but to wait for the rain.”\n"

static gboolean
shows_text (GalleyWindow *window)
{
  GtkWidget *view = ui_test_find_child (GTK_WIDGET (window), GALLEY_TYPE_ARTICLE_TEXT, 0);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  return gtk_text_buffer_get_char_count (buffer) > 0;
}

/* The text is there while the reader still reads. */
static void
test_window_deep_opens (void)
{
  GalleyWindow *window = ui_test_window ();
  const GalleyOrigin *origin;

  galley_window_open_text (window, TEXT);
  ui_test_wait_for (shows_text (window));
  g_assert_true (galley_window_get_busy (window));
  ui_test_wait_for (!galley_window_get_busy (window));
  origin = galley_annotation_get_origin (ui_test_first_quote (window));
  g_assert_cmpstr (origin->reader, ==, "deep");
  g_assert_true (g_str_has_prefix (origin->model, "deep-"));
  ui_test_close (window);
}

/* From one reader to the other and back: the verdict stays. */
static void
test_window_deep_changes (void)
{
  g_autoptr (GSettings) settings = galley_settings_new ();
  GalleyWindow *window = ui_test_window ();
  static const char *const readers[] = { "fast", "best" };

  ui_test_open_text (window, TEXT);
  galley_window_set_selected (window, ui_test_first_quote (window));
  ui_test_run (window, "win.accept");
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_settings_set_string (settings, "reader", readers[i]);
      g_assert_true (galley_window_get_busy (window));
      ui_test_wait_for (!galley_window_get_busy (window));
      g_assert_cmpint (galley_annotation_get_status (ui_test_first_quote (window)),
                       ==,
                       GALLEY_STATUS_ACCEPTED);
    }
  g_settings_reset (settings, "reader");
  ui_test_close (window);
}

int
main (int argc, char *argv[])
{
  g_autofree char *model =
      g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "models", "deep.galleynn", NULL);

  g_setenv ("GALLEY_DEEP_MODEL", model, TRUE);
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/window-deep/opens", test_window_deep_opens);
  g_test_add_func ("/ui/window-deep/changes", test_window_deep_changes);

  return g_test_run ();
}
