/* test-a11y.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "lib/galley-test.h"
#include "ui/galley-article-text.h"
#include "ui/galley-inspector.h"
#include "ui/galley-preferences.h"
#include "ui/galley-properties-dialog.h"
#include "ui/galley-row-view.h"
#include "ui/galley-sidebar.h"
#include "ui/galley-start-page.h"
#include "ui/galley-status-line.h"
#include "ui/ui-test.h"
#include "ui/window-test.h"

#define TEXT                                                                                       \
  "Bridge to close\n\n"                                                                            \
  "Epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi.\n\n"                              \
  "Rho sigma tau upsilon phi chi psi omega.\n"

/* What people act on or the keyboard stops at, and so must be told what it is. */
static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget)
         || GTK_IS_DROP_DOWN (widget) || GTK_IS_SPIN_BUTTON (widget) || GTK_IS_SCALE (widget)
         || GTK_IS_ENTRY (widget) || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget)
         || GTK_IS_LIST_VIEW (widget) || GTK_IS_LIST_BOX (widget) || GTK_IS_LIST_BOX_ROW (widget)
         || gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget))
                == GTK_ACCESSIBLE_ROLE_LIST_ITEM;
}

/* What GTK puts into an entry or a drop-down, rows that a list keeps in reserve, and a button that
 * gets its words when it is shown. */
static gboolean
is_exempt (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (parent == NULL)
    return FALSE;

  return GTK_IS_SEARCH_ENTRY (parent) || GTK_IS_ENTRY (parent) || GTK_IS_SPIN_BUTTON (parent)
         || (GTK_IS_POPOVER (widget) && GTK_IS_DROP_DOWN (parent))
         || (GTK_IS_LIST_VIEW (parent) && !gtk_widget_get_mapped (widget))
         || (GTK_IS_BUTTON (widget) && !gtk_widget_get_visible (widget)
             && gtk_button_get_child (GTK_BUTTON (widget)) == NULL);
}

/* The name that @widget was given; "" where it has none. GTK's check of a property says what it
 * really is only where it is not what was expected. */
static char *
dup_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);
  char *found = NULL;

  if (gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL))
    found = gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "");

  return found != NULL ? found : g_strdup ("");
}

static gboolean
is_named (GtkWidget *widget)
{
  g_autofree char *name = dup_name (widget);

  return *name != '\0'
         || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                              GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* By a label with its underline and by what shows it: a screen reader would say both. */
static gboolean
is_named_twice (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget))
         && gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* A path of types to find a widget by. */
static char *
dup_place (GtkWidget *widget)
{
  GString *place = g_string_new (NULL);

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      g_string_prepend (place, gtk_widget_get_name (widget));
      g_string_prepend_c (place, '/');
    }

  return g_string_free (place, FALSE);
}

typedef struct
{
  guint n_controls;
  guint n_misnamed;
} Count;

/* Also what is hidden now: it will be shown some day. */
static void
count_controls (GtkWidget *widget, Count *count)
{
  if (is_exempt (widget))
    return;

  if (is_control (widget))
    {
      count->n_controls++;
      if (!is_named (widget) || is_named_twice (widget))
        {
          g_autofree char *place = dup_place (widget);

          count->n_misnamed++;
          g_test_message ("no name, or two: %s", place);
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count_controls (child, count);
}

/* @n_least guards the walk itself against finding nothing to ask of. */
static void
assert_all_named (gpointer root, guint n_least)
{
  Count count = { 0, 0 };

  count_controls (root, &count);
  g_test_message ("%u controls", count.n_controls);
  g_assert_cmpuint (count.n_controls, >=, n_least);
  g_assert_cmpuint (count.n_misnamed, ==, 0);
}

typedef struct
{
  GalleyWindow *window;
  GalleyReview *review;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = ui_test_window ();
  ui_test_open_text (fixture->window, TEXT);
  fixture->review = galley_window_get_review (fixture->window);
  g_assert_nonnull (fixture->review);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
}

static void
test_a11y_start_page (void)
{
  GalleyWindow *window = ui_test_window ();

  assert_all_named (ui_test_find_child (GTK_WIDGET (window), GALLEY_TYPE_START_PAGE, 0), 3);
  ui_test_close (window);
}

static void
test_a11y_window (Fixture *fixture, gconstpointer data)
{
  assert_all_named (fixture->window, 40);
}

static void
test_a11y_article (Fixture *fixture, gconstpointer data)
{
  GtkWidget *text = ui_test_find_child (GTK_WIDGET (fixture->window), GALLEY_TYPE_ARTICLE_TEXT, 0);

  gtk_test_accessible_assert_role (text, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_LABEL, "Article");
  gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_READ_ONLY, TRUE);
  gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, TRUE);
  g_assert_true (gtk_widget_get_focusable (text));
}

static GalleyAnnotation *
suggest (Fixture *fixture, GalleyKind kind)
{
  static const struct
  {
    const char *type;
    const char *words;
  } suggestions[] = {
    [GALLEY_KIND_SOURCE] = { "person", "zeta eta" },
    [GALLEY_KIND_QUOTE] = { "indirect", "mu nu xi" },
    [GALLEY_KIND_OPINION] = { "evaluation", "sigma tau" },
  };

  return galley_test_suggest (fixture->review,
                              kind,
                              suggestions[kind].type,
                              suggestions[kind].words);
}

/* Whatever the inspector shows of a kind has a name. */
static void
test_a11y_inspector (Fixture *fixture, gconstpointer data)
{
  GtkWidget *inspector =
      ui_test_find_child (GTK_WIDGET (fixture->window), GALLEY_TYPE_INSPECTOR, 0);

  galley_window_set_selected (fixture->window, suggest (fixture, GPOINTER_TO_UINT (data)));
  g_assert_nonnull (galley_window_get_selected (fixture->window));
  assert_all_named (inspector, 10);
}

/* A row says kind, verdict and words, and its verdict whenever that changes. */
static void
test_a11y_rows (Fixture *fixture, gconstpointer data)
{
  GalleyAnnotation *annotation = suggest (fixture, GALLEY_KIND_QUOTE);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GtkWidget *row;

  galley_window_set_selected (fixture->window, annotation);
  ui_test_wait_for (gtk_widget_get_mapped (
      ui_test_find_child (GTK_WIDGET (fixture->window), GALLEY_TYPE_ROW_VIEW, 0)));
  row = gtk_widget_get_parent (
      ui_test_find_child (GTK_WIDGET (fixture->window), GALLEY_TYPE_ROW_VIEW, 0));
  for (guint i = 1; i <= 2 && strstr ((before = dup_name (row)), "mu nu xi") == NULL; i++)
    {
      g_clear_pointer (&before, g_free);
      row = gtk_widget_get_parent (
          ui_test_find_child (GTK_WIDGET (fixture->window), GALLEY_TYPE_ROW_VIEW, i));
    }
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  g_assert_nonnull (strstr (before, "Quote"));
  g_assert_nonnull (strstr (before, "Not reviewed"));
  g_assert_nonnull (strstr (before, "mu nu xi"));

  ui_test_run (fixture->window, "win.reject");
  after = dup_name (row);
  g_assert_nonnull (strstr (after, "Rejected"));
}

static void
test_a11y_tabs (Fixture *fixture, gconstpointer data)
{
  GtkWidget *sidebar = ui_test_find_child (GTK_WIDGET (fixture->window), GALLEY_TYPE_SIDEBAR, 0);
  GtkWidget *sources = ui_test_find_child (sidebar, GTK_TYPE_TOGGLE_BUTTON, 0);
  GtkWidget *quotes = ui_test_find_child (sidebar, GTK_TYPE_TOGGLE_BUTTON, 1);

  gtk_test_accessible_assert_role (sources, GTK_ACCESSIBLE_ROLE_TAB);
  gtk_test_accessible_assert_role (quotes, GTK_ACCESSIBLE_ROLE_TAB);
  gtk_test_accessible_assert_role (gtk_widget_get_parent (quotes), GTK_ACCESSIBLE_ROLE_TAB_LIST);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (quotes), TRUE);
  gtk_test_accessible_assert_state (quotes, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_state (sources, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
}

static void
test_a11y_status_line (Fixture *fixture, gconstpointer data)
{
  GtkWidget *line = ui_test_find_child (GTK_WIDGET (fixture->window), GALLEY_TYPE_STATUS_LINE, 0);

  gtk_test_accessible_assert_role (line, GTK_ACCESSIBLE_ROLE_STATUS);
  g_assert_true (is_named (line));
  galley_window_set_selected (fixture->window, suggest (fixture, GALLEY_KIND_OPINION));
  g_assert_nonnull (strstr (galley_status_line_get_text (GALLEY_STATUS_LINE (line)), "sigma tau"));
}

static void
test_a11y_properties (Fixture *fixture, gconstpointer data)
{
  ui_test_run (fixture->window, "win.properties");
  assert_all_named (ui_test_find_dialog (GALLEY_TYPE_PROPERTIES_DIALOG), 6);
  window_test_destroy (ui_test_find_dialog (GALLEY_TYPE_PROPERTIES_DIALOG));
}

static void
test_a11y_preferences (Fixture *fixture, gconstpointer data)
{
  g_action_group_activate_action (G_ACTION_GROUP (ui_test_application ()), "preferences", NULL);
  assert_all_named (ui_test_find_dialog (GALLEY_TYPE_PREFERENCES), 3);
  window_test_destroy (ui_test_find_dialog (GALLEY_TYPE_PREFERENCES));
}

/* Whether a key that the window of shortcuts names does anything. */
static gboolean
is_bound (GalleyWindow *window, const char *accelerator)
{
  g_auto (GStrv) actions =
      gtk_application_get_actions_for_accel (GTK_APPLICATION (ui_test_application ()), accelerator);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  g_autoptr (GtkShortcutTrigger) wanted = gtk_shortcut_trigger_parse_string (accelerator);

  if (actions[0] != NULL)
    return TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) keys = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (keys))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (keys); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (keys, j);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted))
            return TRUE;
        }
    }

  return FALSE;
}

static guint
assert_bound (GalleyWindow *window, GtkWidget *widget)
{
  guint n_keys = 0;

  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_autofree char *accelerators = NULL;
      g_auto (GStrv) list = NULL;

      g_object_get (widget, "accelerator", &accelerators, NULL);
      list = g_strsplit (accelerators, " ", -1);
      for (guint i = 0; list[i] != NULL; i++, n_keys++)
        if (!is_bound (window, list[i]))
          g_error ("%s is in the window of shortcuts but does nothing", list[i]);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_keys += assert_bound (window, child);

  return n_keys;
}

static void
test_a11y_shortcuts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/io/github/galley_app/Galley/gtk/help-overlay.ui");
  GtkWidget *overlay = GTK_WIDGET (gtk_builder_get_object (builder, "help_overlay"));

  g_assert_cmpuint (assert_bound (fixture->window, overlay), >=, 25);
  window_test_destroy (overlay);
}

#define add(name, data, function)                                                                  \
  g_test_add ("/a11y/" name, Fixture, GUINT_TO_POINTER (data), set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/a11y/start-page", test_a11y_start_page);
  add ("window", 0, test_a11y_window);
  add ("article", 0, test_a11y_article);
  add ("inspector/source", GALLEY_KIND_SOURCE, test_a11y_inspector);
  add ("inspector/quote", GALLEY_KIND_QUOTE, test_a11y_inspector);
  add ("inspector/opinion", GALLEY_KIND_OPINION, test_a11y_inspector);
  add ("rows", 0, test_a11y_rows);
  add ("tabs", 0, test_a11y_tabs);
  add ("status-line", 0, test_a11y_status_line);
  add ("properties", 0, test_a11y_properties);
  add ("preferences", 0, test_a11y_preferences);
  add ("shortcuts", 0, test_a11y_shortcuts);

  return g_test_run ();
}
