/* test-widgets.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "lib/galley-test.h"
#include "ui/galley-banner.h"
#include "ui/galley-describe.h"
#include "ui/galley-marking.h"
#include "ui/galley-preferences.h"
#include "ui/galley-properties-dialog.h"
#include "ui/galley-recent-list.h"
#include "ui/galley-settings.h"
#include "ui/galley-stall-watch.h"
#include "ui/galley-start-page.h"
#include "ui/galley-toast-overlay.h"
#include "ui/galley-window-title.h"
#include "ui/ui-test.h"
#include "ui/window-test.h"

#include "base/galley-error.h"

static void
test_widgets_templates (void)
{
  GtkWidget *(*const makers[]) (void) = {
    galley_banner_new,        galley_recent_list_new,  galley_start_page_new,
    galley_toast_overlay_new, galley_window_title_new,
  };

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      GtkWidget *widget = g_object_ref_sink (makers[i]());

      g_assert_nonnull (gtk_widget_get_first_child (widget));
      g_assert_finalize_object (widget);
    }
}

static void
test_widgets_help_overlay (void)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/io/github/galley_app/Galley/gtk/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (overlay));
  window_test_destroy (overlay);
}

static void
test_widgets_banner (void)
{
  GtkWidget *banner = g_object_ref_sink (galley_banner_new ());
  GtkWidget *extra = gtk_button_new ();

  galley_banner_set_title (GALLEY_BANNER (banner), "A <b> & c");
  g_assert_cmpstr (galley_banner_get_title (GALLEY_BANNER (banner)), ==, "A <b> & c");
  g_assert_false (galley_banner_get_revealed (GALLEY_BANNER (banner)));
  galley_banner_set_revealed (GALLEY_BANNER (banner), TRUE);
  g_assert_true (galley_banner_get_revealed (GALLEY_BANNER (banner)));
  g_object_set (banner, "extra", extra, "icon-name", "dialog-error-symbolic", NULL);
  g_assert_true (gtk_widget_is_ancestor (extra, banner));
  g_object_set (banner, "extra", NULL, NULL);
  g_assert_finalize_object (banner);
}

static void
test_widgets_toast (void)
{
  GtkWidget *widget = g_object_ref_sink (galley_toast_overlay_new ());
  GalleyToastOverlay *overlay = GALLEY_TOAST_OVERLAY (widget);
  GtkWidget *child = gtk_label_new ("below");

  galley_toast_overlay_set_child (overlay, child);
  g_assert_true (galley_toast_overlay_get_child (overlay) == child);
  g_assert_null (galley_toast_overlay_get_shown (overlay));
  galley_toast_overlay_add_toast (overlay, galley_toast_new ("First"));
  galley_toast_overlay_add_toast (overlay, galley_toast_new ("Second"));
  g_assert_cmpstr (galley_toast_overlay_get_shown (overlay), ==, "Second");
  galley_toast_overlay_dismiss_all (overlay);
  g_assert_null (galley_toast_overlay_get_shown (overlay));
  galley_toast_overlay_add_toast (overlay, galley_toast_new ("Third"));
  g_assert_finalize_object (overlay);
}

/* A toast goes after a while, but not from under the keyboard. */
static void
test_widgets_toast_stays (void)
{
  GtkWidget *window = gtk_window_new ();
  GalleyToastOverlay *overlay = GALLEY_TOAST_OVERLAY (galley_toast_overlay_new ());
  GalleyToast *toast = galley_toast_new ("Rejected. Why?");
  GtkWidget *below = gtk_button_new_with_label ("below");

  galley_toast_add_button (toast, "Undo", "win.undo", NULL);
  galley_toast_overlay_set_child (overlay, below);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (overlay));
  gtk_window_present (GTK_WINDOW (window));
  galley_toast_overlay_add_toast (overlay, toast);
  g_assert_nonnull (g_main_context_find_source_by_user_data (NULL, overlay));

  gtk_widget_grab_focus (ui_test_find_child (GTK_WIDGET (overlay), GTK_TYPE_BUTTON, 2));
  g_assert_null (g_main_context_find_source_by_user_data (NULL, overlay));
  g_assert_cmpstr (galley_toast_overlay_get_shown (overlay), ==, "Rejected. Why?");
  gtk_widget_grab_focus (below);
  g_assert_nonnull (g_main_context_find_source_by_user_data (NULL, overlay));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_widgets_recent (void)
{
  g_autofree char *folder = galley_test_dir ();
  g_autoptr (GFile) first = ui_test_write (folder, "first.txt", "a");
  g_autoptr (GFile) second = ui_test_write (folder, "second.galley.json", "b");
  GtkWidget *list = g_object_ref_sink (galley_recent_list_new ());

  galley_recent_list_refresh (GALLEY_RECENT_LIST (list));
  g_assert_cmpuint (galley_recent_list_get_n_files (GALLEY_RECENT_LIST (list)), ==, 0);
  galley_recent_list_remember (first);
  galley_recent_list_remember (second);
  ui_test_wait_for (galley_recent_list_get_n_files (GALLEY_RECENT_LIST (list)) == 2);

  /* What is gone is not offered. */
  g_assert_true (g_file_delete (first, NULL, NULL));
  galley_recent_list_refresh (GALLEY_RECENT_LIST (list));
  g_assert_cmpuint (galley_recent_list_get_n_files (GALLEY_RECENT_LIST (list)), ==, 1);
  g_assert_finalize_object (list);
  galley_test_remove_dir (folder);
}

static void
test_widgets_preferences (void)
{
  g_autoptr (GSettings) settings = galley_settings_new ();
  GtkWidget *window = galley_preferences_new (NULL, settings);
  GtkWidget *nickname = ui_test_find_child (window, GTK_TYPE_ENTRY, 0);
  GtkWidget *scheme = ui_test_find_child (window, GTK_TYPE_DROP_DOWN, 0);
  GtkWidget *zoom = ui_test_find_child (window, GTK_TYPE_SPIN_BUTTON, 0);
  g_autofree char *shown = NULL;
  g_autofree char *chosen = NULL;

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (nickname)), ==, "");
  gtk_editable_set_text (GTK_EDITABLE (nickname), "owl");
  shown = g_settings_get_string (settings, "nickname");
  g_assert_cmpstr (shown, ==, "owl");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (scheme), 2);
  chosen = g_settings_get_string (settings, "color-scheme");
  g_assert_cmpstr (chosen, ==, "dark");
  g_assert_true (
      galley_color_scheme_get_dark (galley_application_get_color_scheme (ui_test_application ())));
  g_settings_set_double (settings, "zoom", 1.5);
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (zoom)), ==, 150);

  g_settings_reset (settings, "nickname");
  g_settings_reset (settings, "color-scheme");
  g_settings_reset (settings, "zoom");
  window_test_destroy (window);
}

static void
test_widgets_type_of_work (void)
{
  g_autoptr (GalleyReview) review = galley_test_review ("Some text.");
  GalleyArticle *article = galley_review_get_article (review);
  GtkWidget *dialog = galley_properties_dialog_new (NULL, review);
  GtkWidget *work = ui_test_find_child (dialog, GTK_TYPE_DROP_DOWN, 0);

  galley_properties_dialog_apply (GALLEY_PROPERTIES_DIALOG (dialog));
  g_assert_false (galley_review_can_undo (review));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (work), 2);
  galley_properties_dialog_apply (GALLEY_PROPERTIES_DIALOG (dialog));
  g_assert_cmpstr (galley_article_get_metadata (article)->type_of_work, !=, "news");
  galley_review_undo (review);
  g_assert_cmpstr (galley_article_get_metadata (article)->type_of_work, ==, "news");
  window_test_destroy (dialog);
}

static void
check_error (GQuark domain, int code, const char *expected)
{
  g_autoptr (GError) error = g_error_new_literal (domain, code, "why");
  g_autofree char *sentence = galley_describe_open_error ("a.txt", error);

  g_assert_cmpstr (sentence, ==, expected);
}

static void
test_widgets_errors (void)
{
  check_error (GALLEY_ERROR, GALLEY_ERROR_BINARY, "“a.txt” is not a text file.");
  check_error (GALLEY_ERROR, GALLEY_ERROR_SYNTAX, "“a.txt” is not a complete annotation file: why");
  check_error (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no file “a.txt”.");
  check_error (G_IO_ERROR, G_IO_ERROR_FAILED, "“a.txt” could not be opened: why");
}

static void
check_quote (const char *text, const char *words, const char *type)
{
  g_autoptr (GalleyArticle) article = galley_test_article (text);
  const char *place = strstr (text, words);
  guint start = (guint) g_utf8_pointer_to_offset (text, place);
  g_autoptr (GalleyDetails) details = galley_marking_new_details (
      article, GALLEY_KIND_QUOTE, start, start + (guint) g_utf8_strlen (words, -1));

  g_assert_nonnull (details);
  g_assert_cmpstr (details->type, ==, type);
}

static void
test_widgets_marking_quote (void)
{
  check_quote ("She said “we must go” today.", "“we must go”", "direct");
  check_quote ("She said “we must go” today.", "we must go", "direct");
  check_quote ("She said it was “too late” to go.", "it was “too late” to go", "mixed");
  check_quote ("She said it couldn’t be done.", "it couldn’t be done", "indirect");
  check_quote ("‘It’s late,’ she said.", "‘It’s late,’", "direct");
}

static void
test_widgets_marking_spaces (void)
{
  g_autoptr (GalleyArticle) article = galley_test_article ("One  Jane\nDoe  two");
  g_autoptr (GalleyDetails) details =
      galley_marking_new_details (article, GALLEY_KIND_SOURCE, 4, 15);

  g_assert_cmpstr (details->name, ==, "Jane Doe");
  g_assert_cmpuint (galley_spans_start (details->spans), ==, 5);
  g_assert_cmpuint (galley_spans_end (details->spans), ==, 13);
  g_assert_null (galley_marking_new_details (article, GALLEY_KIND_NOTE, 3, 5));
}

static void
check_words (const char *text, guint start, guint end, const char *expected)
{
  g_autoptr (GalleyArticle) article = galley_test_article (text);
  g_autoptr (GalleyDetails) details =
      galley_marking_new_details (article, GALLEY_KIND_SOURCE, start, end);

  g_assert_cmpstr (details->name, ==, expected);
}

/* A pointer seldom hits the edge of a word. */
static void
test_widgets_marking_words (void)
{
  check_words ("One Jane Doe two", 5, 11, "Jane Doe");
  check_words ("One Jane Doe two", 4, 12, "Jane Doe");
  check_words ("One “Jane” two", 4, 8, "“Jane");
  check_words ("One—“Jane”", 4, 7, "“Jane");
  check_words ("the mayor’s aide", 4, 9, "mayor");
  check_words ("Zoë Müller", 1, 6, "Zoë Müller");
}

static void
test_widgets_marking_move (void)
{
  g_autoptr (GalleyArticle) article = galley_test_article ("0123456789012345678901234567890");
  g_autoptr (GalleyDetails) details = galley_details_new (NULL, galley_spans_new_one (2, 4));
  g_autoptr (GalleyDetails) once = NULL;
  g_autoptr (GalleyDetails) more = NULL;

  /* What stands in one place moves. */
  once = galley_marking_move (article, details, 10, 12);
  g_assert_cmpuint (galley_spans_length (once->spans), ==, 1);
  g_assert_cmpuint (galley_spans_start (once->spans), ==, 10);

  /* Of several places only the touched one does. */
  galley_spans_add (details->spans, 8, 10);
  more = galley_marking_move (article, details, 9, 14);
  g_assert_cmpuint (galley_spans_length (more->spans), ==, 2);
  g_assert_cmpuint (galley_spans_start (more->spans), ==, 2);
  g_assert_cmpuint (galley_spans_get (more->spans, 1)->start, ==, 9);
  g_assert_cmpuint (galley_spans_get (more->spans, 1)->end, ==, 14);
}

static void
on_stall (guint busy, gpointer longest)
{
  *(guint *) longest = MAX (*(guint *) longest, busy);
}

static gboolean
work_too_long (gpointer user_data)
{
  gint64 until = g_get_monotonic_time () + 2 * GALLEY_STALL_MS * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until)
    g_thread_yield ();

  return G_SOURCE_REMOVE;
}

/* What keeps the loop from polling is told, whatever the machine does beside it. */
static void
test_widgets_stall_watch (void)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GSource) source = g_idle_source_new ();
  guint longest = 0;

  g_source_set_callback (source, work_too_long, NULL, NULL);
  galley_stall_watch_start (context, on_stall, &longest);
  g_main_context_iteration (context, FALSE);
  g_source_attach (source, context);
  g_main_context_iteration (context, FALSE);
  g_main_context_iteration (context, FALSE);
  galley_stall_watch_stop (context);
  g_assert_cmpuint (longest, >=, 2 * GALLEY_STALL_MS);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/widgets/templates", test_widgets_templates);
  g_test_add_func ("/ui/widgets/stall-watch", test_widgets_stall_watch);
  g_test_add_func ("/ui/widgets/help-overlay", test_widgets_help_overlay);
  g_test_add_func ("/ui/widgets/banner", test_widgets_banner);
  g_test_add_func ("/ui/widgets/toast", test_widgets_toast);
  g_test_add_func ("/ui/widgets/toast-stays", test_widgets_toast_stays);
  g_test_add_func ("/ui/widgets/recent", test_widgets_recent);
  g_test_add_func ("/ui/widgets/preferences", test_widgets_preferences);
  g_test_add_func ("/ui/widgets/type-of-work", test_widgets_type_of_work);
  g_test_add_func ("/ui/widgets/errors", test_widgets_errors);
  g_test_add_func ("/ui/widgets/marking/quote", test_widgets_marking_quote);
  g_test_add_func ("/ui/widgets/marking/spaces", test_widgets_marking_spaces);
  g_test_add_func ("/ui/widgets/marking/words", test_widgets_marking_words);
  g_test_add_func ("/ui/widgets/marking/move", test_widgets_marking_move);

  return g_test_run ();
}
