/* window-test.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window-test.h"

#define TOOLTIP_SOURCE "[gtk] tooltip_popup_timeout"

/**
 * window_test_init:
 *
 * Starts GTest and GTK, in the language of the code.
 */
void
window_test_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  gtk_disable_setlocale ();
  gtk_init ();
  /* Revealers and stacks are where they belong at once. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/* The display is what GTK calls that source with. */
static gboolean
is_tooltip_due (void)
{
  GSource *source = g_main_context_find_source_by_user_data (NULL, gdk_display_get_default ());

  return source != NULL && g_strcmp0 (g_source_get_name (source), TOOLTIP_SOURCE) == 0;
}

/**
 * window_test_destroy:
 * @window: a #GtkWindow
 *
 * Destroys @window once GTK has looked for the tooltip it means to show. A popover takes the
 * pointer wherever that is, which starts that look, and GTK 4.8 warns where the window is gone half
 * a second later: on a slow machine in the middle of the next test.
 */
void
window_test_destroy (gpointer window)
{
  while (is_tooltip_due ())
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

/**
 * window_test_present:
 * @width: of the window, in pixels
 * @height: the same
 *
 * Returns: (transfer none): a window around @child, drawn once; end it with window_test_destroy()
 */
GtkWidget *
window_test_present (GtkWidget *child, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  return window;
}
