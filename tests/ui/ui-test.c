/* ui-test.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/ui-test.h"

#include <stdlib.h>
#include <string.h>

#include "lib/galley-test.h"
#include "ui/window-test.h"

/* Far more than anything here takes, however slow the machine and the sanitizer. */
#define PATIENCE_SECONDS 30

static GalleyApplication *application;
static char *home;

static gboolean
on_patience_over_cb (gpointer user_data)
{
  gboolean *over = user_data;

  *over = TRUE;

  return G_SOURCE_CONTINUE;
}

UiTestPatience
ui_test_patience_start (void)
{
  UiTestPatience self = { .over = g_new0 (gboolean, 1) };

  self.source = g_timeout_add_seconds (PATIENCE_SECONDS, on_patience_over_cb, self.over);

  return self;
}

gboolean
ui_test_patience_iterate (UiTestPatience *self)
{
  g_main_context_iteration (NULL, TRUE);

  return !*self->over;
}

void
ui_test_patience_end (UiTestPatience *self)
{
  g_source_remove (self->source);
  g_free (self->over);
}

static void
on_activate_cb (GApplication *app)
{
}

static void
remove_home (void)
{
  galley_test_remove_dir (home);
  g_free (home);
}

/* GTest's own isolation gives each test folders of its own, but GtkRecentManager keeps to the one
 * it found first. */
static void
isolate (void)
{
  static const char *const variables[] = {
    "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME",
  };

  home = galley_test_dir ();
  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    g_setenv (variables[i], home, TRUE);
  atexit (remove_home);
}

/**
 * ui_test_init:
 *
 * Starts GTest, GTK and the application, whose files go into a folder of the test alone.
 */
void
ui_test_init (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  isolate ();
  window_test_init (argc, argv);

  application = galley_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate_cb), NULL);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
}

GalleyApplication *
ui_test_application (void)
{
  return application;
}

/**
 * ui_test_window:
 *
 * Returns: (transfer none): a window that is on the screen, with the start page
 */
GalleyWindow *
ui_test_window (void)
{
  GalleyWindow *window = galley_window_new (GTK_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));

  return window;
}

/**
 * ui_test_close:
 *
 * Takes @window away without a question, and everything with it.
 */
void
ui_test_close (GalleyWindow *window)
{
  gpointer watched = window;

  ui_test_wait_for (!galley_window_get_busy (window));
  g_object_add_weak_pointer (G_OBJECT (window), &watched);
  window_test_destroy (window);
  ui_test_wait_for (watched == NULL);
}

guint
ui_test_count_windows (void)
{
  guint n_windows = 0;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l; l = l->next)
    if (GALLEY_IS_WINDOW (l->data))
      n_windows++;

  return n_windows;
}

/**
 * ui_test_write:
 *
 * Returns: (transfer full): the new file @name in @folder
 */
GFile *
ui_test_write (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

/**
 * ui_test_open:
 *
 * Opens @file and waits until it is read to the end, or refused.
 */
void
ui_test_open (GalleyWindow *window, GFile *file)
{
  galley_window_open (window, file);
  ui_test_wait_for (!galley_window_get_busy (window));
}

void
ui_test_open_text (GalleyWindow *window, const char *text)
{
  galley_window_open_text (window, text);
  ui_test_wait_for (!galley_window_get_busy (window));
}

/**
 * ui_test_first_quote:
 *
 * Returns: (transfer none): the article's first quote, which must have one
 */
GalleyAnnotation *
ui_test_first_quote (GalleyWindow *window)
{
  GalleyReview *review = galley_window_get_review (window);
  g_autoptr (GPtrArray) quotes = galley_review_list_kind (review, GALLEY_KIND_QUOTE);

  g_assert_cmpuint (quotes->len, >, 0);

  return quotes->pdata[0];
}

/**
 * ui_test_enabled:
 *
 * Returns: whether a button with @action would be sensitive
 */
gboolean
ui_test_enabled (GalleyWindow *window, const char *action)
{
  GtkWidget *probe = gtk_button_new ();
  GtkWidget *child = gtk_window_get_child (GTK_WINDOW (window));
  gboolean enabled;

  gtk_widget_set_parent (probe, child);
  if (g_str_equal (action, "win.mark"))
    gtk_actionable_set_action_target (GTK_ACTIONABLE (probe), "s", "quote");
  else if (g_str_equal (action, "win.export"))
    gtk_actionable_set_action_target (GTK_ACTIONABLE (probe), "s", "csv");
  else if (g_str_equal (action, "win.encoding"))
    gtk_actionable_set_action_target (GTK_ACTIONABLE (probe), "s", "UTF-8");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (probe), action);
  enabled = gtk_widget_get_sensitive (probe);
  gtk_widget_unparent (probe);

  return enabled;
}

/**
 * ui_test_run:
 *
 * Runs an action of @window, which must be enabled.
 */
void
ui_test_run (GalleyWindow *window, const char *action)
{
  g_assert_true (ui_test_enabled (window, action));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
}

void
ui_test_run_with (GalleyWindow *window, const char *action, const char *parameter)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, "s", parameter));
}

static GtkShortcutController *
find_keys (GalleyWindow *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_strcmp0 (gtk_event_controller_get_name (controller), "galley-keys") == 0)
        return GTK_SHORTCUT_CONTROLLER (controller);
    }

  g_assert_not_reached ();
}

/**
 * ui_test_press:
 * @trigger: one of the window's own keys
 *
 * Does what the window does first of all when the key is pressed.
 *
 * Returns: %FALSE if the window leaves the key to what has the focus
 */
gboolean
ui_test_press (GalleyWindow *window, const char *trigger)
{
  GtkShortcutController *keys = find_keys (window);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (keys)); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (keys), i);
      g_autofree char *found = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

      if (g_str_equal (found, trigger))
        return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut),
                                             GTK_SHORTCUT_ACTION_EXCLUSIVE,
                                             GTK_WIDGET (window),
                                             NULL);
    }

  g_assert_not_reached ();
}

/**
 * ui_test_find_dialog:
 *
 * Returns: (transfer none) (nullable): a visible window of @type
 */
GtkWidget *
ui_test_find_dialog (GType type)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type) && gtk_widget_get_visible (l->data))
      return l->data;

  return NULL;
}

/**
 * ui_test_answer:
 *
 * Waits for a question and answers it.
 */
void
ui_test_answer (int response)
{
  ui_test_wait_for (ui_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG) != NULL);
  gtk_dialog_response (GTK_DIALOG (ui_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG)), response);
  ui_test_wait_for (ui_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG) == NULL);
}

static GtkWidget *
find_child (GtkWidget *widget, GType type, guint *position)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*position)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type, position);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * ui_test_find_child:
 *
 * Returns: (transfer none): the widget of @type at @position, from 0, among all in @widget
 */
GtkWidget *
ui_test_find_child (GtkWidget *widget, GType type, guint position)
{
  GtkWidget *found = find_child (widget, type, &position);

  g_assert_nonnull (found);

  return found;
}
