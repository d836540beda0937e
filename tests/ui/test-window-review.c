/* test-window-review.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-window.h"

#include "lib/galley-test.h"
#include "ui/galley-article-view.h"
#include "ui/galley-judge-dialog.h"
#include "ui/galley-recent-verdicts.h"
#include "ui/galley-sidebar.h"
#include "ui/galley-toast-overlay.h"
#include "ui/ui-test.h"

/* Nothing in it to detect, so that what the tests put in is all there is. */
#define TEXT "Alpha beta gamma.\n\nEpsilon zeta eta theta iota kappa lambda mu nu xi omicron pi.\n"

typedef struct
{
  GalleyWindow *window;
  GalleyReview *review;
  GalleyAnnotation *quote;
  GalleyAnnotation *source;
  GalleyAnnotation *opinion;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = ui_test_window ();
  ui_test_open_text (fixture->window, TEXT);
  fixture->review = galley_window_get_review (fixture->window);
  g_assert_cmpuint (galley_review_get_n_annotations (fixture->review), ==, 0);
  fixture->quote = galley_test_suggest (fixture->review, GALLEY_KIND_QUOTE, "indirect", "beta");
  fixture->source = galley_test_suggest (fixture->review, GALLEY_KIND_SOURCE, "person", "zeta");
  fixture->opinion =
      galley_test_suggest (fixture->review, GALLEY_KIND_OPINION, "evaluation", "theta");
  gtk_widget_grab_focus (
      ui_test_find_child (GTK_WIDGET (fixture->window), GALLEY_TYPE_ARTICLE_VIEW, 0));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
}

static void
press (Fixture *fixture, const char *key)
{
  g_assert_true (ui_test_press (fixture->window, key));
}

static void
assert_selected (Fixture *fixture, GalleyAnnotation *annotation)
{
  g_assert_true (galley_window_get_selected (fixture->window) == annotation);
}

static const char *
get_toast (Fixture *fixture)
{
  return galley_toast_overlay_get_shown (GALLEY_TOAST_OVERLAY (
      ui_test_find_child (GTK_WIDGET (fixture->window), GALLEY_TYPE_TOAST_OVERLAY, 0)));
}

static GalleySidebar *
get_sidebar (Fixture *fixture)
{
  return GALLEY_SIDEBAR (ui_test_find_child (GTK_WIDGET (fixture->window), GALLEY_TYPE_SIDEBAR, 0));
}

static void
filter (Fixture *fixture, const char *choices)
{
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->window),
                                                     "win.filter",
                                                     g_variant_new_parsed (choices)));
}

static GalleyStatus
get_status (GalleyAnnotation *annotation)
{
  return galley_annotation_get_status (annotation);
}

/* As many keys as there are marks, and no mouse. */
static void
test_a_key_a_mark (Fixture *fixture, gconstpointer data)
{
  press (fixture, "space");
  assert_selected (fixture, fixture->quote);
  press (fixture, "a");
  assert_selected (fixture, fixture->source);
  press (fixture, "x");
  assert_selected (fixture, fixture->opinion);
  press (fixture, "a");
  g_assert_cmpuint (galley_review_get_n_reviewed (fixture->review), ==, 3);
  g_assert_cmpstr (get_toast (fixture), ==, "Everything is reviewed.");
}

static void
test_skipped_twice (Fixture *fixture, gconstpointer data)
{
  press (fixture, "space");
  press (fixture, "space");
  press (fixture, "a");
  press (fixture, "a");
  assert_selected (fixture, fixture->quote);
  press (fixture, "space");
  g_assert_cmpstr (get_toast (fixture), ==, "1 was skipped and is not reviewed.");
  ui_test_run (fixture->window, "win.go-on");
  press (fixture, "x");
  g_assert_cmpstr (get_toast (fixture), ==, "Everything is reviewed.");
}

static void
test_back (Fixture *fixture, gconstpointer data)
{
  press (fixture, "space");
  press (fixture, "a");
  press (fixture, "space");
  assert_selected (fixture, fixture->opinion);
  press (fixture, "BackSpace");
  assert_selected (fixture, fixture->source);
  g_assert_cmpint (get_status (fixture->quote), ==, GALLEY_STATUS_ACCEPTED);
  press (fixture, "BackSpace");
  assert_selected (fixture, fixture->quote);
  g_assert_cmpint (get_status (fixture->quote), ==, GALLEY_STATUS_UNREVIEWED);
  press (fixture, "<Shift>space");
  assert_selected (fixture, fixture->opinion);
}

static const char *
get_reason (GalleyAnnotation *annotation)
{
  return galley_annotation_get_verdict (annotation, 0)->reason;
}

/* No reason is asked for, and a digit gives one, though the queue has gone on. */
static void
test_reason (Fixture *fixture, gconstpointer data)
{
  press (fixture, "space");
  press (fixture, "x");
  g_assert_cmpstr (get_toast (fixture), ==, "Rejected. Why?");
  g_assert_null (get_reason (fixture->quote));
  press (fixture, "2");
  g_assert_cmpstr (get_reason (fixture->quote), ==, "wrong-edges");
  g_assert_cmpstr (get_toast (fixture), ==, "Rejected: Wrong edges");
  press (fixture, "4");
  g_assert_cmpstr (get_reason (fixture->quote), ==, "wrong-source");
  assert_selected (fixture, fixture->source);

  /* One undo takes all of it back. */
  press (fixture, "BackSpace");
  g_assert_cmpint (get_status (fixture->quote), ==, GALLEY_STATUS_UNREVIEWED);
  assert_selected (fixture, fixture->quote);
  press (fixture, "2");
  g_assert_cmpint (get_status (fixture->quote), ==, GALLEY_STATUS_UNREVIEWED);
}

/* A digit is for what was rejected last, and not once something else was done; what is rejected and
 * looked at again can be given another reason. */
static void
test_reason_late (Fixture *fixture, gconstpointer data)
{
  press (fixture, "space");
  press (fixture, "x");
  press (fixture, "a");
  press (fixture, "2");
  g_assert_null (get_reason (fixture->quote));
  galley_window_set_selected (fixture->window, fixture->quote);
  press (fixture, "2");
  g_assert_cmpstr (get_reason (fixture->quote), ==, "wrong-edges");
  /* Sources and opinions have no source that could be wrong. */
  galley_window_set_selected (fixture->window, fixture->opinion);
  press (fixture, "x");
  press (fixture, "4");
  g_assert_null (get_reason (fixture->opinion));
  press (fixture, "1");
  g_assert_cmpstr (get_reason (fixture->opinion), ==, "not-an-opinion");
}

static void
test_flag (Fixture *fixture, gconstpointer data)
{
  press (fixture, "space");
  press (fixture, "f");
  assert_selected (fixture, fixture->quote);
  g_assert_true (galley_annotation_is_flagged (fixture->quote));
  press (fixture, "a");
  press (fixture, "a");
  press (fixture, "a");
  g_assert_cmpstr (get_toast (fixture), ==, "Everything is reviewed; 1 is flagged.");
  filter (fixture, "[('flag', 'flagged')]");
  press (fixture, "n");
  assert_selected (fixture, fixture->quote);
  press (fixture, "f");
  g_assert_false (galley_annotation_is_flagged (fixture->quote));
}

/* The queue is what the filter shows, and the end of it says that there is more. */
static void
test_filtered (Fixture *fixture, gconstpointer data)
{
  filter (fixture, "[('kind', 'source'), ('kind', 'opinion')]");
  press (fixture, "space");
  assert_selected (fixture, fixture->source);
  press (fixture, "a");
  press (fixture, "n");
  press (fixture, "p");
  assert_selected (fixture, fixture->opinion);
  press (fixture, "a");
  g_assert_cmpstr (get_toast (fixture),
                   ==,
                   "All that is shown is reviewed; the filter hides 1 that is not.");
  ui_test_run (fixture->window, "win.go-on");
  assert_selected (fixture, fixture->quote);
  g_assert_true (galley_filter_is_empty (galley_sidebar_get_filter (get_sidebar (fixture))));
}

static void
test_least_sure_first (Fixture *fixture, gconstpointer data)
{
  galley_annotation_set_strength (fixture->quote, 0.8);
  galley_annotation_set_strength (fixture->source, 0.6);
  galley_annotation_set_strength (fixture->opinion, 0.7);
  ui_test_run (fixture->window, "win.least-sure-first");
  press (fixture, "space");
  assert_selected (fixture, fixture->source);
  press (fixture, "a");
  assert_selected (fixture, fixture->opinion);
  press (fixture, "a");
  assert_selected (fixture, fixture->quote);
  ui_test_run (fixture->window, "win.least-sure-first");
}

static void
test_judge_shown (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  galley_review_set_verdict (fixture->review, fixture->source, GALLEY_STATUS_REJECTED, NULL);
  filter (fixture, "[('kind', 'source'), ('kind', 'quote')]");
  ui_test_run_with (fixture->window, "win.judge-shown", "accepted");
  dialog = ui_test_find_dialog (GALLEY_TYPE_JUDGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_cmpuint (galley_judge_dialog_get_judged (GALLEY_JUDGE_DIALOG (dialog))->len, ==, 1);
  g_signal_emit_by_name (
      gtk_widget_get_template_child (dialog, GALLEY_TYPE_JUDGE_DIALOG, "judge_button"), "clicked");

  g_assert_cmpint (get_status (fixture->quote), ==, GALLEY_STATUS_ACCEPTED);
  g_assert_cmpint (get_status (fixture->source), ==, GALLEY_STATUS_REJECTED);
  g_assert_cmpint (get_status (fixture->opinion), ==, GALLEY_STATUS_UNREVIEWED);
  g_assert_cmpstr (get_toast (fixture), ==, "1 accepted.");
  ui_test_run (fixture->window, "win.undo");
  g_assert_cmpint (get_status (fixture->quote), ==, GALLEY_STATUS_UNREVIEWED);
}

/* The last verdicts lead back to what they are on; a verdict there stays. */
static void
test_last_verdicts (Fixture *fixture, gconstpointer data)
{
  GtkWidget *last =
      ui_test_find_child (GTK_WIDGET (fixture->window), GALLEY_TYPE_RECENT_VERDICTS, 0);
  GtkWidget *button =
      GTK_WIDGET (gtk_widget_get_template_child (last, GALLEY_TYPE_RECENT_VERDICTS, "button"));
  GtkWidget *hint =
      GTK_WIDGET (gtk_widget_get_template_child (last, GALLEY_TYPE_RECENT_VERDICTS, "hint"));
  GtkWidget *list =
      GTK_WIDGET (gtk_widget_get_template_child (last, GALLEY_TYPE_RECENT_VERDICTS, "list"));
  GtkWidget *row;

  ui_test_wait_for (gtk_widget_get_visible (hint));
  g_assert_false (gtk_widget_get_visible (button));
  press (fixture, "space");
  press (fixture, "a");
  press (fixture, "x");
  ui_test_wait_for (gtk_widget_get_visible (button));
  g_assert_false (gtk_widget_get_visible (hint));
  press (fixture, "l");
  ui_test_wait_for (gtk_widget_get_mapped (list));
  row = gtk_widget_get_last_child (list);
  gtk_test_accessible_assert_property (row,
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "\u2068beta\u2069, Quote · Accepted");
  g_signal_emit_by_name (list, "row-activated", row);
  assert_selected (fixture, fixture->quote);
  ui_test_run (fixture->window, "win.reject");
  assert_selected (fixture, fixture->quote);
}

#define add(name, function)                                                                        \
  g_test_add ("/ui/window-review/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  add ("a-key-a-mark", test_a_key_a_mark);
  add ("skipped-twice", test_skipped_twice);
  add ("back", test_back);
  add ("reason", test_reason);
  add ("reason/late", test_reason_late);
  add ("flag", test_flag);
  add ("filtered", test_filtered);
  add ("least-sure-first", test_least_sure_first);
  add ("judge-shown", test_judge_shown);
  add ("last-verdicts", test_last_verdicts);

  return g_test_run ();
}
