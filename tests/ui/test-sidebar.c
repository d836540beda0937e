/* test-sidebar.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-sidebar.h"

#include "lib/galley-test.h"
#include "panels-test.h"
#include "ui/galley-filter-bar.h"
#include "ui/galley-row-view.h"
#include "ui/galley-sidebar-page.h"
#include "ui/window-test.h"

typedef struct
{
  Panels panels;
  GtkWidget *window;
  GalleySidebar *sidebar;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  panels_set_up (&fixture->panels);
  fixture->sidebar = GALLEY_SIDEBAR (galley_sidebar_new ());
  galley_sidebar_set_review (fixture->sidebar, fixture->panels.review);
  fixture->window = panels_present (GTK_WIDGET (fixture->sidebar));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GObject *sidebar = g_object_ref (G_OBJECT (fixture->sidebar));

  window_test_destroy (fixture->window);
  panels_settle ();
  g_assert_finalize_object (sidebar);
  panels_tear_down (&fixture->panels);
}

static GalleySidebarPage *
get_page (Fixture *fixture)
{
  GtkStack *stack = GTK_STACK (panels_child (fixture->sidebar, "stack"));

  return GALLEY_SIDEBAR_PAGE (gtk_stack_get_visible_child (stack));
}

static GtkSingleSelection *
get_selection (Fixture *fixture)
{
  GtkListView *view = galley_sidebar_page_get_view (get_page (fixture));

  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (view));
}

static GalleyAnnotation *
get_selected_in_list (Fixture *fixture)
{
  GalleyRow *row = gtk_single_selection_get_selected_item (get_selection (fixture));

  return row != NULL ? galley_row_get_annotation (row) : NULL;
}

static GalleyRowView *
find_row (Fixture *fixture, GalleyAnnotation *annotation)
{
  GtkWidget *view = GTK_WIDGET (galley_sidebar_page_get_view (get_page (fixture)));
  GtkWidget *row;

  for (guint i = 0; (row = panels_find (view, GALLEY_TYPE_ROW_VIEW, i)) != NULL; i++)
    {
      GalleyRow *shown = galley_row_view_get_row (GALLEY_ROW_VIEW (row));

      if (shown != NULL && galley_row_get_annotation (shown) == annotation)
        return GALLEY_ROW_VIEW (row);
    }
  g_assert_not_reached ();
}

static void
click (GalleyRowView *row, const char *button)
{
  g_signal_emit_by_name (panels_child (row, button), "clicked");
}

static void
test_select (Fixture *fixture, gconstpointer data)
{
  Panels *panels = &fixture->panels;

  g_assert_null (galley_sidebar_get_selected (fixture->sidebar));
  g_assert_null (get_selected_in_list (fixture));

  /* The reader chooses; nothing is decided by that. */
  gtk_single_selection_set_selected (get_selection (fixture), 2);
  g_assert_true (galley_sidebar_get_selected (fixture->sidebar) == panels->proud);
  g_assert_cmpint (galley_annotation_get_status (panels->proud), ==, GALLEY_STATUS_UNREVIEWED);
  g_assert_false (galley_review_get_modified (panels->review));

  /* The article chooses. A quote has its row among the sources, too. */
  galley_sidebar_set_selected (fixture->sidebar, panels->banner);
  g_assert_cmpint (galley_sidebar_get_page (fixture->sidebar), ==, GALLEY_KIND_SOURCE);
  g_assert_true (get_selected_in_list (fixture) == panels->banner);

  galley_sidebar_set_selected (fixture->sidebar, panels->opinion);
  g_assert_cmpint (galley_sidebar_get_page (fixture->sidebar), ==, GALLEY_KIND_OPINION);
  g_assert_true (get_selected_in_list (fixture) == panels->opinion);

  /* The other pages follow without speaking up. */
  galley_sidebar_set_page (fixture->sidebar, GALLEY_KIND_QUOTE);
  g_assert_true (galley_sidebar_get_selected (fixture->sidebar) == panels->opinion);
  g_assert_null (get_selected_in_list (fixture));

  galley_sidebar_set_selected (fixture->sidebar, NULL);
  g_assert_null (get_selected_in_list (fixture));
}

static void
count_cb (guint *count)
{
  *count += 1;
}

static void
test_select_notifies_once (Fixture *fixture, gconstpointer data)
{
  guint n_notified = 0;

  g_signal_connect_swapped (fixture->sidebar,
                            "notify::selected",
                            G_CALLBACK (count_cb),
                            &n_notified);
  gtk_single_selection_set_selected (get_selection (fixture), 1);
  g_assert_cmpuint (n_notified, ==, 1);
  galley_sidebar_set_selected (fixture->sidebar, fixture->panels.opinion);
  g_assert_cmpuint (n_notified, ==, 2);
  galley_sidebar_set_selected (fixture->sidebar, fixture->panels.opinion);
  g_assert_cmpuint (n_notified, ==, 2);
}

static void
test_verdicts (Fixture *fixture, gconstpointer data)
{
  Panels *panels = &fixture->panels;
  GalleyRowView *row = find_row (fixture, panels->proud);
  GtkToggleButton *accept = GTK_TOGGLE_BUTTON (panels_child (row, "accept"));
  GtkToggleButton *reject = GTK_TOGGLE_BUTTON (panels_child (row, "reject"));

  click (row, "accept");
  g_assert_cmpint (galley_annotation_get_status (panels->proud), ==, GALLEY_STATUS_ACCEPTED);
  g_assert_true (gtk_toggle_button_get_active (accept));
  g_assert_null (galley_sidebar_get_selected (fixture->sidebar));

  click (row, "reject");
  g_assert_cmpint (galley_annotation_get_status (panels->proud), ==, GALLEY_STATUS_REJECTED);
  g_assert_false (gtk_toggle_button_get_active (accept));
  g_assert_true (gtk_toggle_button_get_active (reject));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "rejected"));

  click (row, "reject");
  g_assert_cmpint (galley_annotation_get_status (panels->proud), ==, GALLEY_STATUS_UNREVIEWED);
  g_assert_false (gtk_toggle_button_get_active (reject));

  galley_review_undo (panels->review);
  g_assert_true (gtk_toggle_button_get_active (reject));
  g_assert_cmpint (galley_annotation_get_status (panels->proud), ==, GALLEY_STATUS_REJECTED);
}

/* Accepting what was changed keeps the changes; so do rejecting it and thinking better of it. */
static void
test_verdicts_changed (Fixture *fixture, gconstpointer data)
{
  Panels *panels = &fixture->panels;
  GalleyDetails *details = galley_details_copy (galley_annotation_get_details (panels->proud));
  GalleyRowView *row = find_row (fixture, panels->proud);
  GtkToggleButton *accept = GTK_TOGGLE_BUTTON (panels_child (row, "accept"));

  details->type = g_intern_static_string ("mixed");
  galley_review_revise (panels->review, panels->proud, details);
  g_assert_true (gtk_toggle_button_get_active (accept));

  click (row, "accept");
  g_assert_cmpint (galley_annotation_get_status (panels->proud), ==, GALLEY_STATUS_CHANGED);
  g_assert_true (gtk_toggle_button_get_active (accept));
  click (row, "reject");
  g_assert_cmpint (galley_annotation_get_status (panels->proud), ==, GALLEY_STATUS_REJECTED);
  click (row, "reject");
  g_assert_cmpint (galley_annotation_get_status (panels->proud), ==, GALLEY_STATUS_CHANGED);
  g_assert_cmpstr (galley_annotation_get_details (panels->proud)->type, ==, "mixed");
}

static void
test_editable (Fixture *fixture, gconstpointer data)
{
  GalleyRowView *row = find_row (fixture, fixture->panels.proud);

  galley_sidebar_set_editable (fixture->sidebar, FALSE);
  g_assert_false (gtk_widget_is_sensitive (panels_child (row, "accept")));
  galley_sidebar_set_editable (fixture->sidebar, TRUE);
  g_assert_true (gtk_widget_is_sensitive (panels_child (row, "accept")));
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  Panels *panels = &fixture->panels;
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (find_row (fixture, panels->monday)));
  GtkWidget *heading = gtk_widget_get_parent (GTK_WIDGET (find_row (fixture, NULL)));

  gtk_test_accessible_assert_property (
      row,
      GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Quote, Not reviewed, \u2068Ada Lind\u2069: \u2068the bridge would open on Monday\u2069");
  gtk_test_accessible_assert_property (heading,
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "No source found for 1 quote");
  gtk_test_accessible_assert_property (galley_sidebar_page_get_view (get_page (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Sources");

  click (find_row (fixture, panels->monday), "accept");
  gtk_test_accessible_assert_property (
      row,
      GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Quote, Accepted, \u2068Ada Lind\u2069: \u2068the bridge would open on Monday\u2069");
}

static void
assert_tab (Fixture *fixture, const char *tab, const char *label, gboolean visible)
{
  GtkWidget *button = panels_child (fixture->sidebar, tab);

  gtk_test_accessible_assert_role (button, GTK_ACCESSIBLE_ROLE_TAB);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  g_assert_cmpint (gtk_widget_get_visible (button), ==, visible);
}

static void
test_tabs (Fixture *fixture, gconstpointer data)
{
  assert_tab (fixture, "tab_source", "Sources, 2", TRUE);
  assert_tab (fixture, "tab_quote", "Quotes, 3", TRUE);
  assert_tab (fixture, "tab_opinion", "Opinions, 1", TRUE);
  assert_tab (fixture, "tab_note", "Notes, 0", FALSE);

  galley_review_add (fixture->panels.review,
                     GALLEY_KIND_NOTE,
                     galley_details_new (NULL, galley_spans_new_one (0, 5)));
  panels_settle ();
  assert_tab (fixture, "tab_note", "Notes, 1", TRUE);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (panels_child (fixture->sidebar, "tab_quote")),
                                TRUE);
  g_assert_cmpint (galley_sidebar_get_page (fixture->sidebar), ==, GALLEY_KIND_QUOTE);
  g_assert_cmpint (galley_sidebar_page_get_kind (get_page (fixture)), ==, GALLEY_KIND_QUOTE);
}

static const char *
get_empty_title (Fixture *fixture)
{
  GalleySidebarPage *page = get_page (fixture);
  GtkStack *stack = GTK_STACK (panels_child (page, "stack"));

  if (g_strcmp0 (gtk_stack_get_visible_child_name (stack), "empty") != 0)
    return NULL;

  return gtk_label_get_label (GTK_LABEL (panels_child (page, "empty_title")));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_assert_null (get_empty_title (fixture));
  galley_sidebar_set_page (fixture->sidebar, GALLEY_KIND_NOTE);
  g_assert_cmpstr (get_empty_title (fixture), ==, "No notes yet");

  galley_sidebar_set_page (fixture->sidebar, GALLEY_KIND_OPINION);
  galley_sidebar_set_review (fixture->sidebar, NULL);
  g_assert_cmpstr (get_empty_title (fixture), ==, "None detected");
  galley_sidebar_set_busy (fixture->sidebar, TRUE);
  g_assert_cmpstr (get_empty_title (fixture), ==, "Reading the article…");
}

static void
test_empty_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyReview) nothing = galley_test_review ("");
  GtkLabel *hint = GTK_LABEL (panels_child (get_page (fixture), "empty_hint"));

  galley_sidebar_set_review (fixture->sidebar, nothing);
  g_assert_cmpstr (get_empty_title (fixture), ==, "None detected");
  g_assert_cmpstr (gtk_label_get_label (hint), ==, "The file is empty.");
}

static gboolean
has_bar (Fixture *fixture)
{
  return gtk_widget_get_visible (panels_child (fixture->sidebar, "filter_bar"));
}

static void
ask_for (Fixture *fixture, GalleyFacet facet, const char *value)
{
  g_autoptr (GalleyFilter) filter = galley_filter_new ();

  galley_filter_set (filter, facet, value, TRUE);
  galley_sidebar_set_filter (fixture->sidebar, filter);
}

/* A filter never hides everything without a way back. */
static void
test_filter (Fixture *fixture, gconstpointer data)
{
  GalleyFilterBar *bar = GALLEY_FILTER_BAR (panels_child (fixture->sidebar, "filter_bar"));

  g_assert_false (has_bar (fixture));
  ask_for (fixture, GALLEY_FACET_VERDICT, "rejected");
  g_assert_cmpstr (get_empty_title (fixture), ==, "Nothing passes the filter");
  g_assert_true (has_bar (fixture));
  g_assert_cmpstr (galley_filter_bar_get_count (bar), ==, "0 of 6 shown");
  assert_tab (fixture, "tab_quote", "Quotes, 0 of 3", TRUE);
  g_signal_emit_by_name (panels_child (get_page (fixture), "show_all"), "clicked");
  g_assert_null (get_empty_title (fixture));
  g_assert_false (has_bar (fixture));

  ask_for (fixture, GALLEY_FACET_VERDICT, "unreviewed");
  galley_review_set_verdict (fixture->panels.review,
                             fixture->panels.proud,
                             GALLEY_STATUS_ACCEPTED,
                             NULL);
  panels_settle ();
  g_assert_cmpstr (galley_filter_bar_get_count (bar), ==, "5 of 6 shown");
  g_signal_emit_by_name (panels_find (GTK_WIDGET (bar), GTK_TYPE_BUTTON, 0), "clicked");
  g_assert_true (galley_filter_is_empty (galley_sidebar_get_filter (fixture->sidebar)));
}

/* The page that is open gives way where it has nothing to show. */
static void
test_filter_opens_page (Fixture *fixture, gconstpointer data)
{
  ask_for (fixture, GALLEY_FACET_KIND, "opinion");
  g_assert_cmpint (galley_sidebar_get_page (fixture->sidebar), ==, GALLEY_KIND_OPINION);
  ask_for (fixture, GALLEY_FACET_KIND, "quote");
  g_assert_cmpint (galley_sidebar_get_page (fixture->sidebar), ==, GALLEY_KIND_QUOTE);
  ask_for (fixture, GALLEY_FACET_TYPE, "direct");
  g_assert_cmpint (galley_sidebar_get_page (fixture->sidebar), ==, GALLEY_KIND_QUOTE);
}

static void
test_filter_popover (Fixture *fixture, gconstpointer data)
{
  GtkWidget *popover = panels_child (fixture->sidebar, "filter_popover");
  GtkWidget *words = panels_child (popover, "words");
  GtkWidget *check;

  galley_sidebar_set_selected (fixture->sidebar, fixture->panels.proud);
  galley_sidebar_focus_filter (fixture->sidebar);
  panels_settle ();
  gtk_editable_set_text (GTK_EDITABLE (words), "nobody");
  g_signal_emit_by_name (words, "search-changed");
  g_assert_cmpint (galley_sidebar_get_page (fixture->sidebar), ==, GALLEY_KIND_QUOTE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_selection (fixture))), ==, 1);

  /* What is filtered away stays selected, and is shown so when it is back. */
  g_assert_true (galley_sidebar_get_selected (fixture->sidebar) == fixture->panels.proud);
  g_assert_null (get_selected_in_list (fixture));
  g_signal_emit_by_name (panels_child (popover, "clear"), "clicked");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (words)), ==, "");
  g_assert_true (get_selected_in_list (fixture) == fixture->panels.proud);

  /* A tick asks for a value, and the counts are said. */
  check = panels_find (popover, GTK_TYPE_CHECK_BUTTON, 1);
  gtk_test_accessible_assert_property (check, GTK_ACCESSIBLE_PROPERTY_LABEL, "Quotes, 3");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_true (
      galley_filter_get (galley_sidebar_get_filter (fixture->sidebar), GALLEY_FACET_KIND, "quote"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_true (galley_filter_is_empty (galley_sidebar_get_filter (fixture->sidebar)));
}

static void
test_focus (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);

  galley_sidebar_focus_list (fixture->sidebar);
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (window), GTK_WIDGET (get_page (fixture))));
  galley_sidebar_focus_filter (fixture->sidebar);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (window),
                                         panels_child (fixture->sidebar, "filter_popover")));
}

static GtkWidget *
get_selected_item (Fixture *fixture)
{
  GtkWidget *view = GTK_WIDGET (galley_sidebar_page_get_view (get_page (fixture)));
  gpointer row = gtk_single_selection_get_selected_item (get_selection (fixture));

  for (GtkWidget *item = gtk_widget_get_first_child (view); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *child = gtk_widget_get_first_child (item);

      if (GALLEY_IS_ROW_VIEW (child) && galley_row_view_get_row (GALLEY_ROW_VIEW (child)) == row)
        return item;
    }

  return NULL;
}

/* Where the list has the keyboard, it goes to what is selected. */
static void
test_focus_follows (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);

  galley_sidebar_set_selected (fixture->sidebar, fixture->panels.proud);
  panels_settle ();
  galley_sidebar_focus_list (fixture->sidebar);
  galley_sidebar_set_selected (fixture->sidebar, fixture->panels.banner);
  panels_settle ();
  g_assert_nonnull (get_selected_item (fixture));
  g_assert_true (gtk_window_get_focus (window) == get_selected_item (fixture));
}

static void
test_opinions_expected (Fixture *fixture, gconstpointer data)
{
  GalleyReview *review = fixture->panels.review;
  GalleyMetadata *metadata =
      galley_metadata_copy (galley_article_get_metadata (galley_review_get_article (review)));
  GtkWidget *remark;

  galley_sidebar_set_page (fixture->sidebar, GALLEY_KIND_OPINION);
  remark = panels_child (get_page (fixture), "remark");
  g_assert_false (gtk_widget_get_visible (remark));
  metadata->type_of_work = g_intern_static_string ("opinion");
  galley_review_set_metadata (review, metadata);
  g_assert_true (gtk_widget_get_visible (remark));
  galley_review_undo (review);
  g_assert_false (gtk_widget_get_visible (remark));
}

/* With everything that takes room it is nowhere higher than it says. */
static void
test_least_height (Fixture *fixture, gconstpointer data)
{
  GtkWidget *sidebar = GTK_WIDGET (fixture->sidebar);
  GalleyReview *review = fixture->panels.review;
  GalleyMetadata *metadata =
      galley_metadata_copy (galley_article_get_metadata (galley_review_get_article (review)));
  int said, narrowest, height;

  metadata->type_of_work = g_intern_static_string ("opinion");
  galley_review_set_metadata (review, metadata);
  ask_for (fixture, GALLEY_FACET_KIND, "opinion");
  gtk_widget_measure (sidebar, GTK_ORIENTATION_VERTICAL, -1, &said, NULL, NULL, NULL);
  gtk_widget_measure (sidebar, GTK_ORIENTATION_HORIZONTAL, -1, &narrowest, NULL, NULL, NULL);
  for (int width = narrowest; width < 8 * narrowest; width += narrowest / 4)
    {
      gtk_widget_measure (sidebar, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      g_assert_cmpint (height, <=, said);
    }
}

/* What undo takes away is no longer selected; what redo brings can be selected at once. */
static void
test_undone (Fixture *fixture, gconstpointer data)
{
  GalleyReview *review = fixture->panels.review;
  GalleyAnnotation *added =
      galley_review_add (review,
                         GALLEY_KIND_OPINION,
                         galley_details_new (g_intern_static_string ("motive"),
                                             galley_spans_new_one (0, 5)));

  galley_sidebar_set_selected (fixture->sidebar, added);
  g_assert_true (get_selected_in_list (fixture) == added);
  galley_review_undo (review);
  g_assert_null (galley_sidebar_get_selected (fixture->sidebar));
  added = galley_review_redo (review);
  galley_sidebar_set_selected (fixture->sidebar, added);
  g_assert_true (get_selected_in_list (fixture) == added);
}

/* A quote of the person's own is chosen in every list that has it, also in one that nobody sees. */
static void
test_added_elsewhere (Fixture *fixture, gconstpointer data)
{
  GalleyReview *review = fixture->panels.review;
  GalleyDetails *details =
      galley_details_new (g_intern_static_string ("direct"), galley_spans_new_one (0, 5));
  GalleyAnnotation *added;

  galley_sidebar_set_page (fixture->sidebar, GALLEY_KIND_SOURCE);
  panels_settle ();
  galley_sidebar_set_page (fixture->sidebar, GALLEY_KIND_QUOTE);
  galley_sidebar_set_selected (fixture->sidebar, fixture->panels.proud);
  panels_settle ();

  details->source_id = g_strdup (galley_annotation_get_id (fixture->panels.ada));
  added = galley_review_add (review, GALLEY_KIND_QUOTE, details);
  galley_sidebar_set_selected (fixture->sidebar, added);
  panels_settle ();
  g_assert_true (get_selected_in_list (fixture) == added);
  galley_sidebar_set_page (fixture->sidebar, GALLEY_KIND_SOURCE);
  panels_settle ();
  g_assert_true (get_selected_in_list (fixture) == added);
}

static void
test_big (void)
{
  g_autoptr (GalleyReview) review = panels_big_review (10000);
  GtkWidget *sidebar = galley_sidebar_new ();
  GtkWidget *window = panels_present (sidebar);
  GalleyAnnotation *last = galley_review_peek (review, 9999);
  guint n_rows = 0;

  galley_sidebar_set_review (GALLEY_SIDEBAR (sidebar), review);
  galley_sidebar_set_selected (GALLEY_SIDEBAR (sidebar), last);
  for (guint i = 0; i < 20; i++)
    {
      gtk_test_widget_wait_for_draw (window);
      panels_settle ();
    }
  while (panels_find (sidebar, GALLEY_TYPE_ROW_VIEW, n_rows) != NULL)
    {
      GtkWidget *row = panels_find (sidebar, GALLEY_TYPE_ROW_VIEW, n_rows++);

      /* The end of the list is what is seen. */
      if (galley_row_get_annotation (galley_row_view_get_row (GALLEY_ROW_VIEW (row))) == last)
        {
          graphene_rect_t bounds;

          g_assert_true (gtk_widget_compute_bounds (row, window, &bounds));
          g_assert_cmpfloat (bounds.origin.y, >, 0);
          g_assert_cmpfloat (bounds.origin.y, <, gtk_widget_get_height (window));
          last = NULL;
        }
    }
  g_assert_null (last);
  g_assert_cmpuint (n_rows, <, 1000);
  window_test_destroy (window);
}

/* Every row is as high as every other, whatever stands in it. */
static void
test_heights (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (galley_sidebar_page_get_view (get_page (fixture)));
  GtkWidget *first = panels_find (view, GALLEY_TYPE_ROW_VIEW, 0);
  GtkWidget *row;

  for (guint i = 1; (row = panels_find (view, GALLEY_TYPE_ROW_VIEW, i)) != NULL; i++)
    {
      if (galley_row_view_get_row (GALLEY_ROW_VIEW (row)) != NULL)
        g_assert_cmpint (gtk_widget_get_height (row), ==, gtk_widget_get_height (first));
    }
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkCssProvider) css = NULL;

  gtk_test_init (&argc, &argv, NULL);
  css = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (css, "/io/github/galley_app/Galley/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  add ("/ui/sidebar/select", test_select);
  add ("/ui/sidebar/select/notifies-once", test_select_notifies_once);
  add ("/ui/sidebar/verdicts", test_verdicts);
  add ("/ui/sidebar/verdicts/changed", test_verdicts_changed);
  add ("/ui/sidebar/editable", test_editable);
  add ("/ui/sidebar/accessible", test_accessible);
  add ("/ui/sidebar/tabs", test_tabs);
  add ("/ui/sidebar/empty", test_empty);
  add ("/ui/sidebar/empty-file", test_empty_file);
  add ("/ui/sidebar/filter", test_filter);
  add ("/ui/sidebar/filter/opens-page", test_filter_opens_page);
  add ("/ui/sidebar/filter/popover", test_filter_popover);
  add ("/ui/sidebar/focus", test_focus);
  add ("/ui/sidebar/focus/follows", test_focus_follows);
  add ("/ui/sidebar/opinions-expected", test_opinions_expected);
  add ("/ui/sidebar/least-height", test_least_height);
  add ("/ui/sidebar/undone", test_undone);
  add ("/ui/sidebar/added-elsewhere", test_added_elsewhere);
  add ("/ui/sidebar/heights", test_heights);
  g_test_add_func ("/ui/sidebar/big", test_big);

  return g_test_run ();
}
