/* test-voices-bar.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-voices-bar.h"

#include "lib/galley-test.h"
#include "ui/panels-test.h"
#include "ui/window-test.h"

typedef struct
{
  Panels panels;
  GalleyVoicesBar *bar;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  panels_set_up (&fixture->panels);
  fixture->bar = GALLEY_VOICES_BAR (galley_voices_bar_new ());
  galley_voices_bar_set_review (fixture->bar, fixture->panels.review);
  fixture->window = panels_present (GTK_WIDGET (fixture->bar));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  window_test_destroy (fixture->window);
  panels_tear_down (&fixture->panels);
}

static GtkWidget *
get_button (Fixture *fixture, GalleyVoice voice)
{
  return panels_find (GTK_WIDGET (fixture->bar), GTK_TYPE_TOGGLE_BUTTON, (guint) voice);
}

static const char *
get_figure (Fixture *fixture, GalleyVoice voice)
{
  return gtk_label_get_label (
      GTK_LABEL (panels_find (get_button (fixture, voice), GTK_TYPE_LABEL, 1)));
}

static guint
count (Fixture *fixture, GalleyVoice voice)
{
  return galley_voices_count (galley_voices_bar_get_voices (fixture->bar), voice);
}

static void
test_voices_bar_figures (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count (fixture, GALLEY_VOICE_OPINION), >, 0);
  g_assert_cmpstr (get_figure (fixture, GALLEY_VOICE_DIRECT), !=, "0%");
  g_assert_cmpstr (get_figure (fixture, GALLEY_VOICE_REPORTER), !=, "0%");
  gtk_test_accessible_assert_role (fixture->bar, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (get_button (fixture, GALLEY_VOICE_OPINION),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Writer’s opinion: 6 of 42 words, as marked so far");
}

/* What is rejected does not count, and counts again after an undo. */
static void
test_voices_bar_verdict (Fixture *fixture, gconstpointer data)
{
  guint before = count (fixture, GALLEY_VOICE_OPINION);

  galley_review_set_verdict (fixture->panels.review,
                             fixture->panels.opinion,
                             GALLEY_STATUS_REJECTED,
                             NULL);
  panels_settle ();
  g_assert_cmpuint (count (fixture, GALLEY_VOICE_OPINION), ==, 0);
  g_assert_cmpstr (get_figure (fixture, GALLEY_VOICE_OPINION), ==, "0%");
  galley_review_undo (fixture->panels.review);
  panels_settle ();
  g_assert_cmpuint (count (fixture, GALLEY_VOICE_OPINION), ==, before);
}

static void
test_voices_bar_choose (Fixture *fixture, gconstpointer data)
{
  GtkToggleButton *direct = GTK_TOGGLE_BUTTON (get_button (fixture, GALLEY_VOICE_DIRECT));
  GtkToggleButton *opinion = GTK_TOGGLE_BUTTON (get_button (fixture, GALLEY_VOICE_OPINION));

  g_assert_cmpint (galley_voices_bar_get_voice (fixture->bar), ==, GALLEY_VOICE_ALL);
  gtk_toggle_button_set_active (direct, TRUE);
  g_assert_cmpint (galley_voices_bar_get_voice (fixture->bar), ==, GALLEY_VOICE_DIRECT);
  gtk_toggle_button_set_active (opinion, TRUE);
  g_assert_cmpint (galley_voices_bar_get_voice (fixture->bar), ==, GALLEY_VOICE_OPINION);
  g_assert_false (gtk_toggle_button_get_active (direct));
  gtk_toggle_button_set_active (opinion, FALSE);
  g_assert_cmpint (galley_voices_bar_get_voice (fixture->bar), ==, GALLEY_VOICE_ALL);
}

/* As long as marks are being looked for there are no figures; another article starts afresh. */
static void
test_voices_bar_pending (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyReview) plain = galley_test_review ("Nobody speaks here.");

  galley_voices_bar_set_pending (fixture->bar, TRUE);
  g_assert_cmpstr (get_figure (fixture, GALLEY_VOICE_REPORTER), ==, "…");
  galley_voices_bar_set_pending (fixture->bar, FALSE);
  galley_voices_bar_set_voice (fixture->bar, GALLEY_VOICE_DIRECT);
  galley_voices_bar_set_review (fixture->bar, plain);
  g_assert_cmpint (galley_voices_bar_get_voice (fixture->bar), ==, GALLEY_VOICE_ALL);
  g_assert_cmpstr (get_figure (fixture, GALLEY_VOICE_REPORTER), ==, "100%");
  galley_voices_bar_set_review (fixture->bar, NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->bar)));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/ui/voices-bar/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("figures", test_voices_bar_figures);
  ADD ("verdict", test_voices_bar_verdict);
  ADD ("choose", test_voices_bar_choose);
  ADD ("pending", test_voices_bar_pending);
#undef ADD

  return g_test_run ();
}
