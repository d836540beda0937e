/* test-window-reread.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-window.h"

#include <string.h>

#include "lib/galley-test.h"
#include "ui/galley-settings.h"
#include "ui/galley-toast-overlay.h"
#include "ui/ui-test.h"

#define TEXT                                                                                       \
  "The mayor, Bo Lind, said: “We have no choice but to wait for the rain.”\n\n"                \
  "This is a reckless betrayal. The harbour must be closed.\n"

typedef struct
{
  char *folder;
  GSettings *settings;
  GalleyWindow *window;
  GalleyReview *review;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;

  fixture->folder = galley_test_dir ();
  fixture->settings = galley_settings_new ();
  fixture->window = ui_test_window ();
  file = ui_test_write (fixture->folder, "article.txt", data != NULL ? data : TEXT);
  ui_test_open (fixture->window, file);
  fixture->review = galley_window_get_review (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
  g_settings_reset (fixture->settings, "reader");
  g_object_unref (fixture->settings);
  galley_test_remove_dir (fixture->folder);
  g_free (fixture->folder);
}

static void
accept_quote (Fixture *fixture)
{
  galley_window_set_selected (fixture->window, ui_test_first_quote (fixture->window));
  ui_test_run (fixture->window, "win.accept");
}

static void
assert_toast (Fixture *fixture, const char *beginning)
{
  GtkWidget *overlay =
      ui_test_find_child (GTK_WIDGET (fixture->window), GALLEY_TYPE_TOAST_OVERLAY, 0);
  const char *shown = galley_toast_overlay_get_shown (GALLEY_TOAST_OVERLAY (overlay));

  g_assert_nonnull (shown);
  g_assert_true (g_str_has_prefix (shown, beginning));
}

/* What the toast's button does; %NULL if it has none but the one that closes it. */
static const char *
get_toast_action (Fixture *fixture)
{
  GtkWidget *overlay =
      ui_test_find_child (GTK_WIDGET (fixture->window), GALLEY_TYPE_TOAST_OVERLAY, 0);
  GtkWidget *buttons =
      GTK_WIDGET (gtk_widget_get_template_child (overlay, GALLEY_TYPE_TOAST_OVERLAY, "buttons"));
  GtkWidget *button = gtk_widget_get_first_child (buttons);

  return button != NULL ? gtk_actionable_get_action_name (GTK_ACTIONABLE (button)) : NULL;
}

static void
wait (Fixture *fixture)
{
  g_assert_true (galley_window_get_busy (fixture->window));
  ui_test_wait_for (!galley_window_get_busy (fixture->window));
}

static void
test_window_reread_reader (Fixture *fixture, gconstpointer data)
{
  accept_quote (fixture);
  g_settings_set_string (fixture->settings, "reader", "rules");
  wait (fixture);

  g_assert_true (galley_window_get_review (fixture->window) == fixture->review);
  g_assert_cmpint (galley_annotation_get_status (ui_test_first_quote (fixture->window)),
                   ==,
                   GALLEY_STATUS_ACCEPTED);
  g_assert_cmpuint (galley_review_get_n_reviewed (fixture->review), ==, 1);
  assert_toast (fixture, "Read again: ");
}

static gboolean
is_read_by_rules (Fixture *fixture)
{
  return !galley_window_get_busy (fixture->window)
         && g_str_equal (
             galley_annotation_get_origin (ui_test_first_quote (fixture->window))->reader, "rules");
}

/* Another reader is chosen while one reads. */
static void
test_window_reread_meanwhile (Fixture *fixture, gconstpointer data)
{
  ui_test_run (fixture->window, "win.analyse");
  g_assert_true (galley_window_get_busy (fixture->window));
  g_settings_set_string (fixture->settings, "reader", "rules");
  ui_test_wait_for (is_read_by_rules (fixture));
}

/* A window that is closed while somebody reads for it goes all the same. */
static void
test_window_reread_closed (Fixture *fixture, gconstpointer data)
{
  gpointer window = ui_test_window ();

  g_object_add_weak_pointer (window, &window);
  galley_window_open_text (window, TEXT);
  ui_test_wait_for (galley_window_get_review (window) != NULL);
  g_assert_true (galley_window_get_busy (window));
  gtk_window_destroy (window);
  ui_test_wait_for (window == NULL);
}

static void
test_window_reread_again (Fixture *fixture, gconstpointer data)
{
  accept_quote (fixture);
  ui_test_run (fixture->window, "win.analyse");
  wait (fixture);
  assert_toast (fixture, "Read again: the marks are the same.");
  /* There is nothing to take back. */
  g_assert_null (get_toast_action (fixture));
  g_assert_cmpuint (galley_review_get_n_reviewed (fixture->review), ==, 1);
}

static void
set_work (Fixture *fixture, const char *work)
{
  GalleyArticle *article = galley_review_get_article (fixture->review);
  GalleyMetadata *metadata = galley_metadata_copy (galley_article_get_metadata (article));

  metadata->type_of_work = g_intern_string (work);
  galley_review_set_metadata (fixture->review, metadata);
}

static void
test_window_reread_work (Fixture *fixture, gconstpointer data)
{
  GalleyArticle *article = galley_review_get_article (fixture->review);

  accept_quote (fixture);
  set_work (fixture, "opinion");
  wait (fixture);
  assert_toast (fixture, "Read again: ");
  g_assert_cmpint (galley_annotation_get_status (ui_test_first_quote (fixture->window)),
                   ==,
                   GALLEY_STATUS_ACCEPTED);
  g_assert_cmpstr (galley_article_get_metadata (article)->type_of_work, ==, "opinion");

  /* Back to the verdict: what was read in between goes with the type of work. */
  g_assert_cmpstr (get_toast_action (fixture), ==, "win.undo-reading");
  ui_test_run (fixture->window, "win.undo-reading");
  g_assert_cmpstr (galley_article_get_metadata (article)->type_of_work, ==, "news");
  g_assert_false (galley_window_get_busy (fixture->window));
  g_assert_cmpint (galley_annotation_get_status (ui_test_first_quote (fixture->window)),
                   ==,
                   GALLEY_STATUS_ACCEPTED);
}

#define LEGACY "The mayor, Bo Lind, said: \x93We have no choice but to wait in the caf\xe9.\x94\n"

static void
test_window_reread_encoding (Fixture *fixture, gconstpointer data)
{
  GalleyReview *review;

  accept_quote (fixture);
  galley_review_set_note (fixture->review, ui_test_first_quote (fixture->window), "ask");
  ui_test_run_with (fixture->window, "win.encoding", "WINDOWS-1251");
  ui_test_wait_for (galley_window_get_review (fixture->window) != fixture->review);
  ui_test_wait_for (!galley_window_get_busy (fixture->window));

  review = galley_window_get_review (fixture->window);
  g_assert_nonnull (strstr (galley_article_get_text (galley_review_get_article (review)), "cafй"));
  g_assert_cmpint (galley_annotation_get_status (ui_test_first_quote (fixture->window)),
                   ==,
                   GALLEY_STATUS_ACCEPTED);
  g_assert_cmpstr (galley_annotation_get_note (ui_test_first_quote (fixture->window)), ==, "ask");
  g_assert_true (galley_review_get_modified (review));
  assert_toast (fixture, "Read again; what you decided about 1 mark is kept.");
}

/* English, of a file that a program of ours took for German */
#define FOREIGN                                                                                    \
  "Der Rat hat am Dienstag für den neuen Weg gestimmt, und das ist nicht alles.\n\n"              \
  "Mayor Bo Lind said: “We have no choice but to wait for the rain.”\n\n"                      \
  "Die Frau und der Mann haben auch an der Wahl nicht mit dem Rat gestimmt.\n"

static const char *
get_lang (Fixture *fixture)
{
  return galley_article_get_metadata (galley_review_get_article (fixture->review))->lang;
}

static guint
count_sources (Fixture *fixture)
{
  g_autoptr (GPtrArray) sources = galley_review_list_kind (fixture->review, GALLEY_KIND_SOURCE);

  return sources->len;
}

static void
test_window_reread_language (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (get_lang (fixture), ==, "de");
  g_assert_true (ui_test_enabled (fixture->window, "win.read-as-english"));
  g_assert_cmpuint (count_sources (fixture), ==, 0);
  ui_test_run (fixture->window, "win.read-as-english");
  wait (fixture);
  g_assert_cmpstr (get_lang (fixture), ==, "en");
  g_assert_cmpuint (count_sources (fixture), >, 0);
  g_assert_false (ui_test_enabled (fixture->window, "win.read-as-english"));
  assert_toast (fixture, "Read again: ");

  while (g_strcmp0 (get_lang (fixture), "de") != 0)
    ui_test_run (fixture->window, "win.undo");
  g_assert_false (galley_window_get_busy (fixture->window));
  g_assert_cmpuint (count_sources (fixture), ==, 0);
  g_assert_true (ui_test_enabled (fixture->window, "win.read-as-english"));
}

#define add(path, data, function)                                                                  \
  g_test_add ("/ui/window-reread/" path, Fixture, data, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);

  add ("reader", NULL, test_window_reread_reader);
  add ("meanwhile", NULL, test_window_reread_meanwhile);
  add ("closed", NULL, test_window_reread_closed);
  add ("again", NULL, test_window_reread_again);
  add ("work", NULL, test_window_reread_work);
  add ("language", FOREIGN, test_window_reread_language);
  add ("encoding", LEGACY, test_window_reread_encoding);

  return g_test_run ();
}
