/* test-window.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-window.h"

#include <string.h>

#include "lib/galley-test.h"
#include "ui/galley-article-view.h"
#include "ui/galley-banner.h"
#include "ui/galley-inspector.h"
#include "ui/galley-overview-row.h"
#include "ui/galley-overview.h"
#include "ui/galley-properties-dialog.h"
#include "ui/galley-sidebar.h"
#include "ui/galley-toast-overlay.h"
#include "ui/galley-voices-bar.h"
#include "ui/galley-window-title.h"
#include "ui/ui-test.h"
#include "ui/window-test.h"

/* Nothing in it to detect, so that what the tests put in is all there is. */
#define TEXT                                                                                       \
  "Alpha beta gamma delta\n\n"                                                                     \
  "Epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi.\n\n"                              \
  "Rho sigma tau upsilon phi chi psi omega.\n"

typedef struct
{
  char *folder;
  GFile *file;
  GalleyWindow *window;
  GalleyReview *review;
  GalleyAnnotation *first;
  GalleyAnnotation *second;
  GalleyAnnotation *third;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = galley_test_dir ();
  fixture->file = ui_test_write (fixture->folder, "article.txt", TEXT);
  fixture->window = ui_test_window ();
  ui_test_open (fixture->window, fixture->file);
  fixture->review = galley_window_get_review (fixture->window);
  g_assert_nonnull (fixture->review);
  g_assert_cmpuint (galley_review_get_n_annotations (fixture->review), ==, 0);

  fixture->first = galley_test_suggest (fixture->review, GALLEY_KIND_QUOTE, "indirect", "zeta eta");
  fixture->second =
      galley_test_suggest (fixture->review, GALLEY_KIND_QUOTE, "indirect", "mu nu xi");
  fixture->third = galley_test_suggest (fixture->review, GALLEY_KIND_SOURCE, "person", "sigma tau");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
  galley_test_remove_dir (fixture->folder);
  g_free (fixture->folder);
  g_object_unref (fixture->file);
}

static GalleyStatus
get_status (GalleyAnnotation *annotation)
{
  return galley_annotation_get_status (annotation);
}

static gpointer
get_widget (GalleyWindow *window, GType type)
{
  return ui_test_find_child (GTK_WIDGET (window), type, 0);
}

static const char *
get_shown_toast (GalleyWindow *window)
{
  return galley_toast_overlay_get_shown (get_widget (window, GALLEY_TYPE_TOAST_OVERLAY));
}

/* The bars in the order of the window: error, busy, read-only, language, beside, encoding. */
static GalleyBanner *
get_banner (GalleyWindow *window, guint position)
{
  return GALLEY_BANNER (ui_test_find_child (GTK_WIDGET (window), GALLEY_TYPE_BANNER, position));
}

static void
select_words (Fixture *fixture, const char *words)
{
  const char *place = strstr (TEXT, words);
  guint start = (guint) (place - TEXT);

  galley_article_view_select_range (get_widget (fixture->window, GALLEY_TYPE_ARTICLE_VIEW),
                                    start,
                                    start + (guint) strlen (words));
}

static void
test_window_start_page (void)
{
  static const char *const useless[] = {
    "win.save",     "win.save-as",        "win.undo",   "win.redo",   "win.accept",
    "win.reject",   "win.next",           "win.mark",   "win.find",   "win.properties",
    "win.analyse",  "win.retry",          "win.cancel", "win.delete", "win.clear-verdict",
    "win.encoding", "win.read-as-english"
  };
  GalleyWindow *window = ui_test_window ();

  g_assert_null (galley_window_get_review (window));
  for (guint i = 0; i < G_N_ELEMENTS (useless); i++)
    g_assert_false (ui_test_enabled (window, useless[i]));
  g_assert_true (ui_test_enabled (window, "win.open"));
  g_assert_true (ui_test_enabled (window, "win.paste"));
  g_assert_true (ui_test_enabled (window, "win.open-sample"));
  ui_test_close (window);
}

static void
test_window_sample (void)
{
  GalleyWindow *window = ui_test_window ();

  ui_test_run (window, "win.open-sample");
  ui_test_wait_for (!galley_window_get_busy (window));
  g_assert_nonnull (galley_window_get_review (window));
  g_assert_null (galley_session_get_file (galley_window_get_session (window)));
  /* The first that needs a verdict is chosen, so that one key gives it. */
  ui_test_wait_for (galley_window_get_selected (window) != NULL);
  ui_test_close (window);
}

static void
test_window_verdicts (Fixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  GalleyWindowTitle *title = get_widget (window, GALLEY_TYPE_WINDOW_TITLE);

  g_assert_false (ui_test_enabled (window, "win.accept"));
  g_assert_cmpstr (galley_window_title_get_subtitle (title), ==, "0 of 3 reviewed");

  galley_window_set_selected (window, fixture->first);
  g_assert_false (ui_test_enabled (window, "win.clear-verdict"));
  ui_test_run (window, "win.accept");
  g_assert_cmpint (get_status (fixture->first), ==, GALLEY_STATUS_ACCEPTED);
  g_assert_cmpstr (galley_window_title_get_subtitle (title), ==, "1 of 3 reviewed");
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window)), "• "));

  ui_test_run (window, "win.reject");
  g_assert_cmpint (get_status (fixture->first), ==, GALLEY_STATUS_REJECTED);
  ui_test_run (window, "win.clear-verdict");
  g_assert_cmpint (get_status (fixture->first), ==, GALLEY_STATUS_UNREVIEWED);
  g_assert_cmpstr (galley_window_title_get_subtitle (title), ==, "0 of 3 reviewed");
}

static void
test_window_undo (Fixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;

  g_assert_false (ui_test_enabled (window, "win.undo"));
  galley_window_set_selected (window, fixture->first);
  ui_test_run (window, "win.accept");
  galley_window_set_selected (window, fixture->second);
  g_assert_false (ui_test_enabled (window, "win.redo"));

  ui_test_run (window, "win.undo");
  g_assert_cmpint (get_status (fixture->first), ==, GALLEY_STATUS_UNREVIEWED);
  g_assert_true (galley_window_get_selected (window) == fixture->first);
  g_assert_false (ui_test_enabled (window, "win.undo"));
  g_assert_false (galley_review_get_modified (fixture->review));
  ui_test_run (window, "win.redo");
  g_assert_cmpint (get_status (fixture->first), ==, GALLEY_STATUS_ACCEPTED);
}

static void
test_window_in_text_stays (Fixture *fixture, gconstpointer data)
{
  galley_window_set_selected (fixture->window, fixture->first);
  ui_test_run (fixture->window, "win.accept");
  g_assert_true (galley_window_get_selected (fixture->window) == fixture->first);
}

static void
test_window_in_queue_advances (Fixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;

  ui_test_run (window, "win.next-unreviewed");
  g_assert_true (galley_window_get_selected (window) == fixture->first);
  ui_test_run (window, "win.next-unreviewed");
  g_assert_true (galley_window_get_selected (window) == fixture->second);
  ui_test_run (window, "win.reject");
  g_assert_true (galley_window_get_selected (window) == fixture->third);
  ui_test_run (window, "win.accept");
  /* What was skipped comes back. */
  g_assert_true (galley_window_get_selected (window) == fixture->first);
  g_assert_null (get_shown_toast (window));
  ui_test_run (window, "win.accept");
  g_assert_nonnull (get_shown_toast (window));
  g_assert_false (ui_test_enabled (window, "win.next-unreviewed"));
}

static void
test_window_sidebar_is_queue (Fixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;

  galley_sidebar_set_selected (get_widget (window, GALLEY_TYPE_SIDEBAR), fixture->second);
  g_assert_true (galley_window_get_selected (window) == fixture->second);
  ui_test_run (window, "win.accept");
  g_assert_true (galley_window_get_selected (window) == fixture->third);
}

static void
test_window_step (Fixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;

  ui_test_run (window, "win.previous");
  g_assert_true (galley_window_get_selected (window) == fixture->third);
  ui_test_run (window, "win.next");
  g_assert_true (galley_window_get_selected (window) == fixture->first);
  ui_test_run (window, "win.next");
  g_assert_true (galley_window_get_selected (window) == fixture->second);
}

static void
test_window_selection_is_one (Fixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  GalleyArticleView *article = get_widget (window, GALLEY_TYPE_ARTICLE_VIEW);
  GalleySidebar *sidebar = get_widget (window, GALLEY_TYPE_SIDEBAR);
  GalleyInspector *inspector = get_widget (window, GALLEY_TYPE_INSPECTOR);

  galley_article_view_set_selected (article, fixture->second);
  g_assert_true (galley_window_get_selected (window) == fixture->second);
  g_assert_true (galley_sidebar_get_selected (sidebar) == fixture->second);
  g_assert_true (galley_inspector_get_selected (inspector) == fixture->second);
  galley_sidebar_set_selected (sidebar, fixture->first);
  g_assert_true (galley_article_view_get_selected (article) == fixture->first);
  galley_window_set_selected (window, NULL);
  g_assert_null (galley_article_view_get_selected (article));
  g_assert_null (galley_inspector_get_selected (inspector));
}

static void
test_window_mark (Fixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  GalleyAnnotation *added;

  select_words (fixture, "theta iota");
  ui_test_run_with (window, "win.mark", "source");
  g_assert_cmpuint (galley_review_get_n_annotations (fixture->review), ==, 4);
  added = galley_window_get_selected (window);
  g_assert_nonnull (added);
  g_assert_cmpint (galley_annotation_get_kind (added), ==, GALLEY_KIND_SOURCE);
  g_assert_cmpstr (galley_annotation_get_details (added)->name, ==, "theta iota");

  ui_test_run (window, "win.delete");
  g_assert_cmpuint (galley_review_get_n_annotations (fixture->review), ==, 3);
  g_assert_null (galley_window_get_selected (window));
  g_assert_cmpstr (get_shown_toast (window), ==, "Source deleted.");
  ui_test_run (window, "win.undo");
  g_assert_null (get_shown_toast (window));
  g_assert_cmpuint (galley_review_get_n_annotations (fixture->review), ==, 4);
}

static void
test_window_mark_without_selection (Fixture *fixture, gconstpointer data)
{
  ui_test_run_with (fixture->window, "win.mark", "quote");
  g_assert_cmpuint (galley_review_get_n_annotations (fixture->review), ==, 3);
  g_assert_nonnull (get_shown_toast (fixture->window));
}

static void
test_window_suggestions_stay (Fixture *fixture, gconstpointer data)
{
  galley_window_set_selected (fixture->window, fixture->first);
  g_assert_false (ui_test_enabled (fixture->window, "win.delete"));
}

static void
test_window_use_selection (Fixture *fixture, gconstpointer data)
{
  const char *place = strstr (TEXT, "eta theta");

  galley_window_set_selected (fixture->window, fixture->first);
  select_words (fixture, "eta theta ");
  galley_window_set_selected (fixture->window, fixture->first);
  ui_test_run (fixture->window, "win.use-selection");
  g_assert_cmpuint (galley_annotation_get_start (fixture->first), ==, place - TEXT);
  g_assert_cmpuint (galley_annotation_get_end (fixture->first),
                    ==,
                    (guint) (place - TEXT) + strlen ("eta theta"));
  ui_test_run (fixture->window, "win.undo");
  g_assert_cmpuint (galley_annotation_get_end (fixture->first),
                    ==,
                    (guint) (strstr (TEXT, "zeta eta") - TEXT) + strlen ("zeta eta"));
}

static void
test_window_keys (Fixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;

  gtk_widget_grab_focus (get_widget (window, GALLEY_TYPE_ARTICLE_VIEW));
  g_assert_true (ui_test_press (window, "space"));
  g_assert_true (galley_window_get_selected (window) == fixture->first);
  g_assert_true (ui_test_press (window, "a"));
  g_assert_cmpint (get_status (fixture->first), ==, GALLEY_STATUS_ACCEPTED);
  g_assert_true (ui_test_press (window, "x"));
  g_assert_cmpint (get_status (fixture->second), ==, GALLEY_STATUS_REJECTED);
  g_assert_true (ui_test_press (window, "BackSpace"));
  g_assert_cmpint (get_status (fixture->second), ==, GALLEY_STATUS_UNREVIEWED);
  select_words (fixture, "kappa");
  g_assert_true (ui_test_press (window, "o"));
  g_assert_cmpint (galley_annotation_get_kind (galley_window_get_selected (window)),
                   ==,
                   GALLEY_KIND_OPINION);
}

static void
test_window_keys_correct (Fixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  GtkWidget *inspector = get_widget (window, GALLEY_TYPE_INSPECTOR);
  GtkWidget *article = get_widget (window, GALLEY_TYPE_ARTICLE_VIEW);

  g_assert_false (ui_test_enabled (window, "win.edit-note"));
  galley_window_set_selected (window, fixture->third);
  g_assert_false (ui_test_enabled (window, "win.edit-source"));
  g_assert_true (ui_test_press (window, "e"));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), inspector));
  g_assert_false (ui_test_press (window, "a"));
  g_assert_true (ui_test_press (window, "Escape"));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), article));
  g_assert_false (ui_test_press (window, "Escape"));
  g_assert_true (ui_test_press (window, "a"));
  g_assert_cmpint (get_status (fixture->third), ==, GALLEY_STATUS_ACCEPTED);
}

static void
test_window_keys_leave_entries (Fixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;

  ui_test_run (window, "win.find");
  ui_test_wait_for (GTK_IS_TEXT (gtk_root_get_focus (GTK_ROOT (window))));
  g_assert_false (ui_test_press (window, "a"));
  g_assert_false (ui_test_press (window, "space"));
  g_assert_false (ui_test_press (window, "<Control>z"));
  g_assert_false (ui_test_press (window, "BackSpace"));
}

/* They are there again in another window, though no file of the article has them. */
static void
test_window_private_notes (Fixture *fixture, gconstpointer data)
{
  GalleyWindow *other = ui_test_window ();
  GalleyAnnotation *again;

  g_assert_true (ui_test_enabled (fixture->window, "win.save-private-copy"));
  g_assert_false (ui_test_enabled (other, "win.save-private-copy"));
  galley_review_set_private_note (fixture->review, fixture->first, "For me");
  ui_test_run (fixture->window, "win.save");
  ui_test_wait_for (!galley_window_get_busy (fixture->window));

  ui_test_open (other, fixture->file);
  again = galley_test_suggest (galley_window_get_review (other),
                               GALLEY_KIND_QUOTE,
                               "indirect",
                               "zeta eta");
  g_assert_cmpstr (galley_annotation_get_private_note (again), ==, "For me");
  ui_test_close (other);
}

/* A line leads to its passage, the overview back to the line; what is not seen gets no verdict. */
static void
test_window_overview (Fixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  GtkWidget *overview = get_widget (window, GALLEY_TYPE_OVERVIEW);
  GtkWidget *article = get_widget (window, GALLEY_TYPE_ARTICLE_VIEW);
  GtkWidget *row;

  galley_window_set_selected (window, fixture->second);
  ui_test_run (window, "win.overview");
  g_assert_true (gtk_widget_get_mapped (overview));
  row = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (GALLEY_IS_OVERVIEW_ROW (row));
  ui_test_press (window, "a");
  g_assert_false (ui_test_enabled (window, "win.reject"));
  g_assert_cmpint (get_status (fixture->second), ==, GALLEY_STATUS_UNREVIEWED);

  gtk_widget_activate (row);
  g_assert_true (gtk_widget_get_mapped (article));
  g_assert_true (galley_window_get_selected (window) == fixture->third);
  g_assert_true (ui_test_press (window, "a"));
  ui_test_run (window, "win.overview");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == row);
  g_assert_true (ui_test_press (window, "Escape"));
  g_assert_true (gtk_widget_get_mapped (article));
}

/* A voice asks the lists for what is in it; asking them for something else lets it go. */
static void
test_window_voice (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GalleySidebar *sidebar =
      GALLEY_SIDEBAR (gtk_widget_get_template_child (window, GALLEY_TYPE_WINDOW, "sidebar"));
  GalleyVoicesBar *voices =
      GALLEY_VOICES_BAR (gtk_widget_get_template_child (window, GALLEY_TYPE_WINDOW, "voices"));

  galley_voices_bar_set_voice (voices, GALLEY_VOICE_DIRECT);
  g_assert_true (
      galley_filter_get (galley_sidebar_get_filter (sidebar), GALLEY_FACET_TYPE, "mixed"));
  galley_voices_bar_set_voice (voices, GALLEY_VOICE_OPINION);
  g_assert_true (
      galley_filter_get (galley_sidebar_get_filter (sidebar), GALLEY_FACET_KIND, "opinion"));
  galley_voices_bar_set_voice (voices, GALLEY_VOICE_ALL);
  g_assert_true (galley_filter_is_empty (galley_sidebar_get_filter (sidebar)));
  galley_voices_bar_set_voice (voices, GALLEY_VOICE_REPORTER);
  ui_test_run (fixture->window, "win.clear-filter");
  g_assert_cmpint (galley_voices_bar_get_voice (voices), ==, GALLEY_VOICE_REPORTER);
  galley_voices_bar_set_voice (voices, GALLEY_VOICE_PARAPHRASE);
  ui_test_run (fixture->window, "win.clear-filter");
  g_assert_cmpint (galley_voices_bar_get_voice (voices), ==, GALLEY_VOICE_ALL);
}

static const char *
get_search_count (GalleyWindow *window)
{
  return gtk_label_get_label (GTK_LABEL (
      gtk_widget_get_template_child (GTK_WIDGET (window), GALLEY_TYPE_WINDOW, "search_count")));
}

static void
test_window_find_counts (Fixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  GtkEditable *entry = GTK_EDITABLE (
      gtk_widget_get_template_child (GTK_WIDGET (window), GALLEY_TYPE_WINDOW, "search_entry"));

  ui_test_run (window, "win.find-next");
  ui_test_wait_for (GTK_IS_TEXT (gtk_root_get_focus (GTK_ROOT (window))));
  gtk_editable_set_text (entry, "no such words stand here");
  ui_test_wait_for (g_str_equal (get_search_count (window), "Not found"));
  gtk_editable_set_text (entry, "");
  ui_test_wait_for (g_str_equal (get_search_count (window), ""));
  gtk_editable_set_text (entry, "e");
  ui_test_wait_for (g_str_has_prefix (get_search_count (window), "1 of "));
  ui_test_run (window, "win.find-next");
  g_assert_true (g_str_has_prefix (get_search_count (window), "2 of "));
  ui_test_run (window, "win.find-previous");
  g_assert_true (g_str_has_prefix (get_search_count (window), "1 of "));
}

static void
test_window_properties (Fixture *fixture, gconstpointer data)
{
  GalleyArticle *article = galley_review_get_article (fixture->review);
  g_autofree char *before = g_strdup (galley_article_get_metadata (article)->title);
  GtkWidget *dialog;
  GtkWidget *entry;

  ui_test_run (fixture->window, "win.properties");
  dialog = ui_test_find_dialog (GALLEY_TYPE_PROPERTIES_DIALOG);
  g_assert_nonnull (dialog);
  entry = ui_test_find_child (dialog, GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), " A headline ");
  entry = ui_test_find_child (dialog, GTK_TYPE_ENTRY, 3);
  gtk_editable_set_text (GTK_EDITABLE (entry), "2026-02-30");
  galley_properties_dialog_apply (GALLEY_PROPERTIES_DIALOG (dialog));
  g_assert_cmpstr (galley_article_get_metadata (article)->title, ==, before);

  gtk_editable_set_text (GTK_EDITABLE (entry), "2026-02-28");
  galley_properties_dialog_apply (GALLEY_PROPERTIES_DIALOG (dialog));
  window_test_destroy (dialog);
  g_assert_cmpstr (galley_article_get_metadata (article)->title, ==, "A headline");
  g_assert_cmpstr (galley_article_get_metadata (article)->published_time, ==, "2026-02-28");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "• A headline");
  ui_test_run (fixture->window, "win.undo");
  g_assert_cmpstr (galley_article_get_metadata (article)->title, ==, before);
}

static void
test_window_find (Fixture *fixture, gconstpointer data)
{
  GalleyArticleView *article = get_widget (fixture->window, GALLEY_TYPE_ARTICLE_VIEW);
  GtkWidget *entry = get_widget (fixture->window, GTK_TYPE_SEARCH_ENTRY);
  guint start, end;

  ui_test_run (fixture->window, "win.find");
  gtk_editable_set_text (GTK_EDITABLE (entry), "upsilon");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (galley_article_view_get_selection (article, &start, &end));
  g_assert_cmpuint (start, ==, strstr (TEXT, "upsilon") - TEXT);
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such words");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));

  /* Closing the bar gives the keys back to the article. */
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_true (ui_test_press (fixture->window, "space"));
}

static void
test_window_zoom (Fixture *fixture, gconstpointer data)
{
  GalleyArticleView *article = get_widget (fixture->window, GALLEY_TYPE_ARTICLE_VIEW);

  ui_test_run (fixture->window, "win.zoom-in");
  g_assert_cmpfloat (galley_article_view_get_zoom (article), >, 1.05);
  for (guint i = 0; i < 40; i++)
    ui_test_run (fixture->window, "win.zoom-in");
  g_assert_cmpfloat (galley_article_view_get_zoom (article), <=, 3);
  ui_test_run (fixture->window, "win.zoom-reset");
  g_assert_cmpfloat (galley_article_view_get_zoom (article), ==, 1);
}

static void
test_window_pasted (void)
{
  GalleyWindow *window = ui_test_window ();

  ui_test_open_text (window, " \n ");
  g_assert_null (galley_window_get_review (window));
  g_assert_true (galley_banner_get_revealed (get_banner (window, 0)));
  ui_test_open_text (window, TEXT);
  g_assert_nonnull (galley_window_get_review (window));
  g_assert_false (galley_banner_get_revealed (get_banner (window, 0)));
  g_assert_false (ui_test_enabled (window, "win.encoding"));
  ui_test_close (window);
}

static void
test_window_clipboard (void)
{
  GalleyWindow *window = ui_test_window ();

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), TEXT);
  ui_test_run (window, "win.paste");
  ui_test_wait_for (galley_window_get_review (window) != NULL);
  g_assert_cmpstr (galley_article_get_text (
                       galley_review_get_article (galley_window_get_review (window))),
                   ==,
                   TEXT);
  ui_test_close (window);
}

#define add(name, function)                                                                        \
  g_test_add ("/ui/window/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/window/start-page", test_window_start_page);
  g_test_add_func ("/ui/window/sample", test_window_sample);
  g_test_add_func ("/ui/window/pasted", test_window_pasted);
  g_test_add_func ("/ui/window/clipboard", test_window_clipboard);
  add ("verdicts", test_window_verdicts);
  add ("undo", test_window_undo);
  add ("in-text-stays", test_window_in_text_stays);
  add ("in-queue-advances", test_window_in_queue_advances);
  add ("sidebar-is-queue", test_window_sidebar_is_queue);
  add ("step", test_window_step);
  add ("selection-is-one", test_window_selection_is_one);
  add ("mark", test_window_mark);
  add ("mark-without-selection", test_window_mark_without_selection);
  add ("suggestions-stay", test_window_suggestions_stay);
  add ("use-selection", test_window_use_selection);
  add ("keys", test_window_keys);
  add ("keys-correct", test_window_keys_correct);
  add ("keys-leave-entries", test_window_keys_leave_entries);
  add ("overview", test_window_overview);
  add ("private-notes", test_window_private_notes);
  add ("voice", test_window_voice);
  add ("find-counts", test_window_find_counts);
  add ("properties", test_window_properties);
  add ("find", test_window_find);
  add ("zoom", test_window_zoom);

  return g_test_run ();
}
