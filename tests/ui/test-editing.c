/* test-editing.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "lib/galley-test.h"
#include "ui/galley-alike-dialog.h"
#include "ui/galley-article-view.h"
#include "ui/galley-change-text.h"
#include "ui/galley-inspector-parts.h"
#include "ui/galley-inspector.h"
#include "ui/galley-status-line.h"
#include "ui/ui-test.h"
#include "ui/window-test.h"

/* Nothing in it to detect, so that what the tests put in is all there is. */
#define TEXT                                                                                       \
  "Alpha beta gamma delta alpha.\n\n"                                                              \
  "Epsilon zeta eta theta Alpha kappa. Lambda mu nu xi omicron pi.\n\n"                            \
  "Rho sigma tau Alphabet upsilon Alpha chi psi omega.\n"

typedef struct
{
  char *folder;
  GFile *file;
  GalleyWindow *window;
  GalleyReview *review;
  GalleyArticleView *article;
  GalleyAnnotation *alpha; /* a source */
  GalleyAnnotation *sigma; /* a source */
  GalleyAnnotation *quote;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = galley_test_dir ();
  fixture->file = ui_test_write (fixture->folder, "article.txt", TEXT);
  fixture->window = ui_test_window ();
  ui_test_open (fixture->window, fixture->file);
  fixture->review = galley_window_get_review (fixture->window);
  g_assert_cmpuint (galley_review_get_n_annotations (fixture->review), ==, 0);
  fixture->article = GALLEY_ARTICLE_VIEW (
      ui_test_find_child (GTK_WIDGET (fixture->window), GALLEY_TYPE_ARTICLE_VIEW, 0));
  fixture->alpha = galley_test_suggest (fixture->review, GALLEY_KIND_SOURCE, "person", "Alpha");
  fixture->sigma = galley_test_suggest (fixture->review, GALLEY_KIND_SOURCE, "person", "sigma tau");
  fixture->quote = galley_test_suggest (fixture->review, GALLEY_KIND_QUOTE, "indirect", "zeta eta");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
  galley_test_remove_dir (fixture->folder);
  g_free (fixture->folder);
  g_object_unref (fixture->file);
}

static guint
place_of (const char *words)
{
  return (guint) (strstr (TEXT, words) - TEXT);
}

static void
select_words (Fixture *fixture, const char *words)
{
  galley_article_view_select_range (fixture->article,
                                    place_of (words),
                                    place_of (words) + (guint) strlen (words));
}

static guint
count_spans (GalleyAnnotation *annotation)
{
  return galley_spans_length (galley_annotation_get_details (annotation)->spans);
}

static void
select_both (Fixture *fixture, GalleyAnnotation *annotation, const char *words)
{
  galley_window_set_selected (fixture->window, annotation);
  select_words (fixture, words);
  galley_window_set_selected (fixture->window, annotation);
}

static const char *
get_status_text (Fixture *fixture)
{
  return galley_status_line_get_text (GALLEY_STATUS_LINE (
      ui_test_find_child (GTK_WIDGET (fixture->window), GALLEY_TYPE_STATUS_LINE, 0)));
}

static void
test_parts (Fixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  GtkWidget *parts;

  galley_window_set_selected (window, fixture->quote);
  g_assert_false (ui_test_enabled (window, "win.remove-part"));
  select_both (fixture, fixture->quote, "nu xi");
  gtk_widget_grab_focus (GTK_WIDGET (fixture->article));
  g_assert_true (ui_test_press (window, "plus"));
  g_assert_cmpuint (count_spans (fixture->quote), ==, 2);

  /* The one at the caret is the one that goes. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-part", "u", 1);
  g_assert_cmpuint (galley_article_view_get_part (fixture->article), ==, 1);
  parts = ui_test_find_child (GTK_WIDGET (window), GALLEY_TYPE_INSPECTOR_PARTS, 0);
  g_assert_true (gtk_list_box_row_is_selected (gtk_list_box_get_row_at_index (
      GTK_LIST_BOX (ui_test_find_child (parts, GTK_TYPE_LIST_BOX, 0)), 1)));
  ui_test_run_with (window, "win.move-edge", "end-forward-word");
  g_assert_cmpuint (galley_annotation_get_end (fixture->quote),
                    ==,
                    place_of ("omicron") + strlen ("omicron"));
  g_assert_true (ui_test_press (window, "minus"));
  g_assert_cmpuint (count_spans (fixture->quote), ==, 1);
  g_assert_cmpuint (galley_annotation_get_start (fixture->quote), ==, place_of ("zeta"));
}

static void
test_edge_keys (Fixture *fixture, gconstpointer data)
{
  guint end = galley_annotation_get_end (fixture->quote);

  galley_window_set_selected (fixture->window, fixture->quote);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->article));
  g_assert_true (ui_test_press (fixture->window, "<Alt>Right"));
  g_assert_cmpuint (galley_annotation_get_end (fixture->quote), ==, end + strlen (" theta"));
  g_assert_true (ui_test_press (fixture->window, "<Shift><Alt>Right"));
  g_assert_cmpuint (galley_annotation_get_start (fixture->quote), ==, place_of ("eta theta"));
  g_assert_true (ui_test_press (fixture->window, "<Alt>comma"));
  g_assert_cmpuint (galley_annotation_get_end (fixture->quote), ==, end + strlen (" thet"));
}

static void
test_merge_and_split (Fixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  g_autofree char *reason = NULL;
  GalleyAnnotation *other;

  galley_window_set_selected (window, fixture->sigma);
  ui_test_run_with (window, "win.merge-source", galley_annotation_get_id (fixture->alpha));
  g_assert_true (galley_window_get_selected (window) == fixture->alpha);
  g_assert_true (galley_review_get_merged_into (fixture->review, fixture->sigma) == fixture->alpha);
  g_assert_cmpuint (count_spans (fixture->alpha), ==, 2);
  reason = galley_change_text_reason (fixture->review, fixture->sigma);
  g_assert_nonnull (strstr (reason, "Alpha"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-part", "u", 1);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->article));
  g_assert_true (ui_test_press (window, "d"));
  other = galley_window_get_selected (window);
  g_assert_true (other != fixture->alpha);
  g_assert_cmpuint (galley_annotation_get_start (other), ==, place_of ("sigma"));
  g_assert_cmpuint (count_spans (fixture->alpha), ==, 1);
}

static void
test_pick_source (Fixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  GalleyAnnotation *source;
  g_autofree char *before = NULL;

  g_assert_false (ui_test_enabled (window, "win.pick-source"));
  galley_window_set_selected (window, fixture->quote);
  before = g_strdup (get_status_text (fixture));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->article));
  g_assert_true (ui_test_press (window, "i"));
  g_assert_true (galley_article_view_get_picking (fixture->article));
  g_assert_nonnull (strstr (get_status_text (fixture), "Escape"));

  /* Nothing is there: the question stays. */
  g_signal_emit_by_name (fixture->article, "picked", place_of ("omega"), place_of ("omega"));
  g_assert_true (galley_article_view_get_picking (fixture->article));
  g_assert_null (galley_review_get_source_of (fixture->review, fixture->quote));

  g_signal_emit_by_name (fixture->article, "picked", place_of ("tau"), place_of ("tau"));
  g_assert_false (galley_article_view_get_picking (fixture->article));
  g_assert_true (galley_review_get_source_of (fixture->review, fixture->quote) == fixture->sigma);
  g_assert_true (galley_window_get_selected (window) == fixture->quote);
  ui_test_run (window, "win.undo");
  g_assert_cmpstr (get_status_text (fixture), ==, before);

  /* Words that are no source become one, in the same step of undo. */
  ui_test_run (window, "win.pick-source");
  g_signal_emit_by_name (fixture->article, "picked", place_of ("kappa"), place_of (". Lambda"));
  source = galley_review_get_source_of (fixture->review, fixture->quote);
  g_assert_cmpstr (galley_annotation_get_details (source)->name, ==, "kappa");
  ui_test_run (window, "win.undo");
  g_assert_null (galley_review_get_source_of (fixture->review, fixture->quote));
  g_assert_false (galley_review_can_undo (fixture->review));
}

/* Looking at something else is no answer. */
static void
test_pick_left (Fixture *fixture, gconstpointer data)
{
  galley_window_set_selected (fixture->window, fixture->quote);
  ui_test_run (fixture->window, "win.pick-source");
  galley_window_set_selected (fixture->window, fixture->alpha);
  g_assert_false (galley_article_view_get_picking (fixture->article));
}

static void
test_guess_source (Fixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  GtkWidget *inspector = ui_test_find_child (GTK_WIDGET (window), GALLEY_TYPE_INSPECTOR, 0);

  select_words (fixture, "upsilon");
  gtk_widget_grab_focus (GTK_WIDGET (fixture->article));
  ui_test_run_with (window, "win.mark", "quote");
  g_assert_true (galley_review_get_source_of (fixture->review, galley_window_get_selected (window))
                 == fixture->sigma);
  g_assert_false (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), inspector));

  /* Nobody is named there: the keyboard goes where one is chosen, and nothing pops up. */
  select_words (fixture, "omicron");
  ui_test_run_with (window, "win.mark", "quote");
  g_assert_null (
      galley_review_get_source_of (fixture->review, galley_window_get_selected (window)));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), inspector));
}

static void
test_alike (Fixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  GtkWidget *dialog;
  GtkListBox *list;

  galley_window_set_selected (window, fixture->alpha);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->article));
  g_assert_true (ui_test_press (window, "k"));
  dialog = ui_test_find_dialog (GALLEY_TYPE_ALIKE_DIALOG);
  g_assert_nonnull (dialog);

  /* Two as whole words and in the same letters: one is not wanted. */
  list = GTK_LIST_BOX (ui_test_find_child (dialog, GTK_TYPE_LIST_BOX, 0));
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 1));
  g_assert_null (gtk_list_box_get_row_at_index (list, 2));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_list_box_row_get_child (
                                   gtk_list_box_get_row_at_index (list, 0))),
                               FALSE);
  galley_alike_dialog_apply (GALLEY_ALIKE_DIALOG (dialog));
  window_test_destroy (dialog);
  g_assert_cmpuint (count_spans (fixture->alpha), ==, 2);
  g_assert_cmpuint (galley_annotation_get_end (fixture->alpha),
                    ==,
                    place_of ("Alpha chi") + strlen ("Alpha"));
}

/* A word selected within the selected mark means that word, the mark as a whole means the mark. */
static void
test_alike_within (Fixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  GtkWidget *dialog;
  GalleyAnnotation *wide =
      galley_test_suggest (fixture->review, GALLEY_KIND_QUOTE, "indirect", "Alpha chi");

  galley_review_set_verdict (fixture->review, fixture->alpha, GALLEY_STATUS_REJECTED, NULL);
  select_both (fixture, wide, "Alpha chi");
  ui_test_run (window, "win.mark-alike");
  g_assert_null (ui_test_find_dialog (GALLEY_TYPE_ALIKE_DIALOG));

  galley_article_view_select_range (fixture->article, place_of ("Alpha chi"), place_of (" chi"));
  galley_window_set_selected (window, wide);
  ui_test_run (window, "win.mark-alike");
  dialog = ui_test_find_dialog (GALLEY_TYPE_ALIKE_DIALOG);
  g_assert_nonnull (dialog);
  galley_alike_dialog_apply (GALLEY_ALIKE_DIALOG (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_cmpint (galley_annotation_get_kind (galley_window_get_selected (window)),
                   ==,
                   GALLEY_KIND_SOURCE);
}

/* Words alone: they become one source with all its mentions. */
static void
test_alike_words (Fixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  GtkWidget *dialog;

  galley_review_set_verdict (fixture->review, fixture->alpha, GALLEY_STATUS_REJECTED, NULL);
  galley_window_set_selected (window, NULL);
  galley_article_view_select_range (fixture->article, place_of ("Alpha chi"), place_of (" chi"));
  ui_test_run (window, "win.mark-alike");
  dialog = ui_test_find_dialog (GALLEY_TYPE_ALIKE_DIALOG);
  galley_alike_dialog_apply (GALLEY_ALIKE_DIALOG (dialog));
  window_test_destroy (dialog);
  g_assert_cmpuint (count_spans (galley_window_get_selected (window)), ==, 2);
  galley_review_undo (fixture->review);
  g_assert_cmpuint (galley_review_get_n_annotations (fixture->review), ==, 3);
}

static void
test_reason (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = galley_change_text_reason (fixture->review, fixture->quote);
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;

  g_assert_null (before);
  galley_window_set_selected (fixture->window, fixture->quote);
  ui_test_run (fixture->window, "win.pick-source");
  g_signal_emit_by_name (fixture->article, "picked", place_of ("tau"), place_of ("tau"));
  mine = galley_change_text_reason (fixture->review, fixture->quote);
  g_assert_nonnull (strstr (mine, "Changed by you."));
  g_assert_nonnull (strstr (mine, "sigma tau"));

  galley_review_set_reviewer (fixture->review, "Lou");
  theirs = galley_change_text_reason (fixture->review, fixture->quote);
  g_assert_nonnull (strstr (theirs, "Changed by a reviewer without a name."));
}

static void
add (const char *name, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/ui/editing/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  add ("parts", test_parts);
  add ("edge-keys", test_edge_keys);
  add ("merge-and-split", test_merge_and_split);
  add ("pick-source", test_pick_source);
  add ("pick-left", test_pick_left);
  add ("guess-source", test_guess_source);
  add ("alike", test_alike);
  add ("alike-within", test_alike_within);
  add ("alike-words", test_alike_words);
  add ("reason", test_reason);

  return g_test_run ();
}
