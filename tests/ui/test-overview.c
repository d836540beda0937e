/* test-overview.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-overview.h"

#include <string.h>

#include "lib/galley-test.h"
#include "panels-test.h"
#include "ui/galley-overview-card.h"
#include "ui/window-test.h"

typedef struct
{
  Panels panels;
  GtkWidget *window;
  GalleyOverview *overview;
  GalleyAnnotation *followed;
  guint followed_start;
  guint n_followed;
} Fixture;

static void
on_activated_cb (Fixture *fixture, GalleyAnnotation *annotation, guint start, guint end)
{
  fixture->followed = annotation;
  fixture->followed_start = start;
  fixture->n_followed++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  panels_set_up (&fixture->panels);
  fixture->overview = g_object_new (GALLEY_TYPE_OVERVIEW, NULL);
  galley_overview_set_review (fixture->overview, fixture->panels.review);
  g_signal_connect_swapped (fixture->overview, "activated", G_CALLBACK (on_activated_cb), fixture);
  fixture->window = panels_present (GTK_WIDGET (fixture->overview));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GObject *overview = g_object_ref (G_OBJECT (fixture->overview));

  window_test_destroy (fixture->window);
  panels_settle ();
  g_assert_finalize_object (overview);
  panels_tear_down (&fixture->panels);
}

static GtkWidget *
get_card (Fixture *fixture, GalleyOverviewTopic topic)
{
  return panels_find (GTK_WIDGET (fixture->overview), GALLEY_TYPE_OVERVIEW_CARD, topic);
}

static GtkListBoxRow *
get_row (Fixture *fixture, GalleyOverviewTopic topic, int position)
{
  GtkListBox *lines = GTK_LIST_BOX (panels_child (get_card (fixture, topic), "lines"));

  return gtk_list_box_get_row_at_index (lines, position);
}

static const char *
get_label (gpointer widget, const char *name)
{
  return gtk_label_get_label (GTK_LABEL (panels_child (widget, name)));
}

static void
follow (GtkListBoxRow *row)
{
  gtk_widget_activate (GTK_WIDGET (row));
}

static void
test_overview_lines (Fixture *fixture, gconstpointer data)
{
  GtkListBoxRow *ada = get_row (fixture, GALLEY_OVERVIEW_SOURCES, 0);

  g_assert_nonnull (strstr (get_label (ada, "title"), "Ada Lind"));
  g_assert_cmpstr (get_label (get_card (fixture, GALLEY_OVERVIEW_SOURCES), "remark"),
                   ==,
                   "Not reviewed");
  g_assert_nonnull (get_row (fixture, GALLEY_OVERVIEW_UNSOURCED, 0));
  g_assert_null (get_row (fixture, GALLEY_OVERVIEW_REPLY, 0));
  gtk_test_accessible_assert_role (ada, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
test_overview_follow (Fixture *fixture, gconstpointer data)
{
  follow (get_row (fixture, GALLEY_OVERVIEW_UNSOURCED, 0));
  g_assert_true (fixture->followed == fixture->panels.banner);
  follow (get_row (fixture, GALLEY_OVERVIEW_SOURCES, 1));
  g_assert_true (fixture->followed == fixture->panels.residents);
  g_assert_cmpuint (fixture->n_followed, ==, 2);
}

/* The reporter's own voice is no annotation, but a place. */
static void
test_overview_follow_place (Fixture *fixture, gconstpointer data)
{
  follow (get_row (fixture, GALLEY_OVERVIEW_VOICES, 3));
  g_assert_cmpuint (fixture->n_followed, ==, 1);
  g_assert_null (fixture->followed);
  g_assert_cmpuint (fixture->followed_start, ==, 0);
}

static void
test_overview_back (Fixture *fixture, gconstpointer data)
{
  GtkListBoxRow *row = get_row (fixture, GALLEY_OVERVIEW_OPINIONS, 1);

  follow (row);
  gtk_root_set_focus (GTK_ROOT (fixture->window), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->overview));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == GTK_WIDGET (row));
}

static void
test_overview_live (Fixture *fixture, gconstpointer data)
{
  GtkListBoxRow *row = get_row (fixture, GALLEY_OVERVIEW_SOURCES, 0);
  GtkWidget *card = get_card (fixture, GALLEY_OVERVIEW_SOURCES);

  galley_review_set_verdict (fixture->panels.review,
                             fixture->panels.ada,
                             GALLEY_STATUS_ACCEPTED,
                             NULL);
  panels_settle ();
  g_assert_cmpstr (get_label (card, "remark"), ==, "1 of 2 not reviewed");
  g_assert_true (get_row (fixture, GALLEY_OVERVIEW_SOURCES, 0) == row);

  galley_review_set_verdict (fixture->panels.review,
                             fixture->panels.residents,
                             GALLEY_STATUS_REJECTED,
                             NULL);
  panels_settle ();
  g_assert_null (get_row (fixture, GALLEY_OVERVIEW_SOURCES, 1));
  galley_review_undo (fixture->panels.review);
  panels_settle ();
  g_assert_nonnull (get_row (fixture, GALLEY_OVERVIEW_SOURCES, 1));
}

/* Nothing is worked out while nobody looks. */
static void
test_overview_hidden (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card = get_card (fixture, GALLEY_OVERVIEW_SOURCES);

  gtk_widget_set_visible (GTK_WIDGET (fixture->overview), FALSE);
  galley_review_set_verdict (fixture->panels.review,
                             fixture->panels.ada,
                             GALLEY_STATUS_ACCEPTED,
                             NULL);
  panels_settle ();
  g_assert_cmpstr (get_label (card, "remark"), ==, "Not reviewed");
  gtk_widget_set_visible (GTK_WIDGET (fixture->overview), TRUE);
  g_assert_cmpstr (get_label (card, "remark"), ==, "1 of 2 not reviewed");
}

static void
test_overview_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyReview) review = panels_big_review (1000);
  GtkWidget *card = get_card (fixture, GALLEY_OVERVIEW_SOURCES);
  GtkWidget *more = panels_child (card, "more");

  galley_overview_set_review (fixture->overview, review);
  galley_overview_flush (fixture->overview);
  g_assert_true (gtk_widget_get_visible (more));
  g_assert_null (get_row (fixture, GALLEY_OVERVIEW_SOURCES, 50));
  g_signal_emit_by_name (more, "clicked");
  galley_overview_flush (fixture->overview);
  g_assert_nonnull (get_row (fixture, GALLEY_OVERVIEW_SOURCES, 99));
  g_assert_false (gtk_widget_get_visible (more));

  galley_overview_set_review (fixture->overview, NULL);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/ui/overview/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("lines", test_overview_lines);
  ADD ("follow", test_overview_follow);
  ADD ("follow-place", test_overview_follow_place);
  ADD ("back", test_overview_back);
  ADD ("live", test_overview_live);
  ADD ("hidden", test_overview_hidden);
  ADD ("many", test_overview_many);
#undef ADD

  return g_test_run ();
}
