/* test-article-edges.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "lib/galley-test.h"
#include "ui/galley-article-handles.h"
#include "ui/galley-article-view-private.h"
#include "ui/window-test.h"

#define TEXT                                                                                       \
  "The first line says little.\n"                                                                  \
  "“We didn’t ask for a well-known bridge,” said Lind, “and it is here.” Nobody cheered.\n"

typedef struct
{
  GalleyReview *review;
  GtkWidget *window;
  GalleyArticleView *view;
  GalleyAnnotation *quote; /* in two parts */
  GalleyAnnotation *whole; /* around it */
} Fixture;

static GalleySpan
find (const char *words)
{
  const char *at = strstr (TEXT, words);
  guint start = (guint) g_utf8_strlen (TEXT, at - TEXT);

  return (GalleySpan){ start, start + (guint) g_utf8_strlen (words, -1) };
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GalleySpan first = find ("“We didn’t ask"), second = find ("“and it is here.”");
  GalleyDetails *details =
      galley_details_new ("direct", galley_spans_new_one (first.start, first.end));

  galley_spans_add (details->spans, second.start, second.end);
  fixture->review = galley_test_review (TEXT);
  fixture->whole = galley_test_suggest (fixture->review,
                                        GALLEY_KIND_OPINION,
                                        "evaluation",
                                        "“We didn’t ask for a well-known bridge");
  fixture->quote = galley_review_add (fixture->review, GALLEY_KIND_QUOTE, details);
  fixture->view = GALLEY_ARTICLE_VIEW (galley_article_view_new ());
  galley_article_view_set_review (fixture->view, fixture->review);
  fixture->window = window_test_present (GTK_WIDGET (fixture->view), 900, 500);
  galley_article_view_set_selected (fixture->view, fixture->quote);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->view);
  window_test_destroy (fixture->window);
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->review);
}

static char *
dup_part (Fixture *fixture, guint part)
{
  const GalleySpan *span =
      galley_spans_get (galley_annotation_get_details (fixture->quote)->spans, part);

  return galley_article_dup_slice (galley_review_get_article (fixture->review),
                                   span->start,
                                   span->end);
}

#define assert_part(fixture, part, expected)                                                       \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *found_ = dup_part (fixture, part);                                            \
    g_assert_cmpstr (found_, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

static GalleyHandle
take (Fixture *fixture, guint part, gboolean start_edge)
{
  GalleyHandle handle = { part, start_edge };
  GalleyHandle found;
  GdkRectangle place;
  int y;

  g_assert_true (galley_article_handles_locate (fixture->view->text, &handle, &place));
  y = place.y + (start_edge ? 2 : place.height - 2);
  g_assert_true (galley_article_handles_find (fixture->view->text, place.x + 4, y, &found));
  g_assert_cmpuint (found.part, ==, part);
  g_assert_cmpint (found.start_edge, ==, start_edge);
  galley_article_handles_take (fixture->view->text, &found, place.x + 4, y);
  g_assert_true (galley_article_handles_is_dragging (fixture->view->text));

  return found;
}

/* To the middle of the character at which @words begin. */
static void
drag_to (Fixture *fixture, const char *words, GalleyEdgeUnit unit)
{
  GtkTextView *view = GTK_TEXT_VIEW (fixture->view->text);
  GdkRectangle place;
  GtkTextIter iter;
  int x, y;

  galley_article_text_get_iter (fixture->view->text, find (words).start, &iter);
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_text_view_buffer_to_window_coords (
      view, GTK_TEXT_WINDOW_WIDGET, place.x + place.width / 3, place.y + place.height - 2, &x, &y);
  galley_article_handles_drag (fixture->view->text, x + 4, y, unit);
}

static void
test_drag (Fixture *fixture, gconstpointer data)
{
  take (fixture, 0, FALSE);
  drag_to (fixture, "ell-known", GALLEY_EDGE_WORD);
  /* Nothing is done before the edge is let go. */
  assert_part (fixture, 0, "“We didn’t ask");
  g_assert_true (_galley_article_view_release_handle (fixture->view, 0, 0));
  assert_part (fixture, 0, "“We didn’t ask for a");
  assert_part (fixture, 1, "“and it is here.”");

  take (fixture, 0, FALSE);
  drag_to (fixture, "known bridge", GALLEY_EDGE_CHARACTER);
  _galley_article_view_release_handle (fixture->view, 0, 0);
  assert_part (fixture, 0, "“We didn’t ask for a well-");

  galley_review_undo (fixture->review);
  assert_part (fixture, 0, "“We didn’t ask for a");
  galley_review_undo (fixture->review);
  assert_part (fixture, 0, "“We didn’t ask");
}

/* Inner edges stop at the other part, and no part ever becomes empty. */
static void
test_drag_far (Fixture *fixture, gconstpointer data)
{
  take (fixture, 1, TRUE);
  drag_to (fixture, "first line", GALLEY_EDGE_WORD);
  _galley_article_view_release_handle (fixture->view, 0, 0);
  assert_part (fixture, 0, "“We didn’t ask");
  assert_part (fixture, 1, "for a well-known bridge,” said Lind, “and it is here.”");

  take (fixture, 1, FALSE);
  drag_to (fixture, "first line", GALLEY_EDGE_WORD);
  _galley_article_view_release_handle (fixture->view, 0, 0);
  assert_part (fixture, 1, "for");
}

static void
test_drag_cancelled (Fixture *fixture, gconstpointer data)
{
  take (fixture, 0, FALSE);
  drag_to (fixture, "bridge", GALLEY_EDGE_WORD);
  g_assert_true (_galley_article_view_drop_handle (fixture->view));
  g_assert_false (_galley_article_view_drop_handle (fixture->view));
  g_assert_false (_galley_article_view_release_handle (fixture->view, 0, 0));
  assert_part (fixture, 0, "“We didn’t ask");

  /* Another annotation is shown in the middle of it. */
  take (fixture, 0, FALSE);
  galley_article_view_set_selected (fixture->view, fixture->whole);
  g_assert_false (galley_article_handles_is_dragging (fixture->view->text));
}

static void
test_no_handles (Fixture *fixture, gconstpointer data)
{
  GalleyHandle handle = { 0, TRUE };
  GdkRectangle place;

  galley_article_view_set_editable_marks (fixture->view, FALSE);
  g_assert_false (galley_article_handles_locate (fixture->view->text, &handle, &place));
  galley_article_view_set_editable_marks (fixture->view, TRUE);
  handle.part = 2;
  g_assert_false (galley_article_handles_locate (fixture->view->text, &handle, &place));
  galley_article_view_set_selected (fixture->view, NULL);
  handle.part = 0;
  g_assert_false (galley_article_handles_locate (fixture->view->text, &handle, &place));
}

/* What a menu opened there is about. */
static void
test_pointer_part (Fixture *fixture, gconstpointer data)
{
  GalleyHandle handle = { 1, TRUE };
  GdkRectangle place;

  g_assert_cmpuint (galley_article_view_get_part (fixture->view), ==, 0);
  g_assert_true (galley_article_handles_locate (fixture->view->text, &handle, &place));
  _galley_article_view_put_caret (fixture->view, place.x + 20, place.y + place.height / 2);
  g_assert_cmpuint (galley_article_view_get_part (fixture->view), ==, 1);
  g_assert_true (galley_article_view_get_selected (fixture->view) == fixture->quote);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GalleyArticleView *view = fixture->view;

  g_assert_cmpuint (galley_article_view_get_part (view), ==, 0);
  g_assert_true (galley_article_view_move_edge (view, FALSE, 1, GALLEY_EDGE_WORD));
  g_assert_true (galley_article_view_move_edge (view, TRUE, 1, GALLEY_EDGE_WORD));
  assert_part (fixture, 0, "We didn’t ask for");
  g_assert_true (galley_article_view_move_edge (view, FALSE, -1, GALLEY_EDGE_CHARACTER));
  assert_part (fixture, 0, "We didn’t ask fo");

  galley_article_view_show_part (view, 1);
  g_assert_cmpuint (galley_article_view_get_part (view), ==, 1);
  g_assert_true (galley_article_view_get_selected (view) == fixture->quote);
  g_assert_true (galley_article_view_move_edge (view, TRUE, 1, GALLEY_EDGE_WORD));
  assert_part (fixture, 1, "and it is here.”");
  g_assert_cmpuint (galley_article_view_get_part (view), ==, 1);
  g_assert_true (galley_article_view_move_edge (view, FALSE, 1, GALLEY_EDGE_SENTENCE));
  assert_part (fixture, 1, "and it is here.” Nobody cheered.");
  g_assert_false (galley_article_view_move_edge (view, FALSE, 1, GALLEY_EDGE_WORD));
}

/* What clicking twice or thrice at @words selects. */
static void
check_click (Fixture *fixture,
             const char *words,
             GtkTextExtendSelection granularity,
             const char *expected)
{
  GtkTextIter at, start, end;
  gboolean handled = FALSE;
  g_autofree char *found = NULL;

  galley_article_text_get_iter (fixture->view->text, find (words).start, &at);
  start = end = at;
  g_signal_emit_by_name (
      fixture->view->text, "extend-selection", granularity, &at, &start, &end, &handled);
  g_assert_cmpint (handled, ==, GDK_EVENT_PROPAGATE + (expected != NULL));
  if (expected == NULL)
    return;
  found = gtk_text_iter_get_slice (&start, &end);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_clicks (Fixture *fixture, gconstpointer data)
{
  const GtkTextExtendSelection word = GTK_TEXT_EXTEND_SELECTION_WORD;
  const GtkTextExtendSelection sentence = GTK_TEXT_EXTEND_SELECTION_LINE;

  check_click (fixture, "known", word, "well-known");
  check_click (fixture, "idn’t", word, "didn’t");
  check_click (fixture, "We", word, "We");
  check_click (fixture, "“and", word, "“");
  check_click (fixture, "cheered", sentence, "Nobody cheered.");
  check_click (fixture, "line", sentence, "The first line says little.");
}

static void
add (const char *name, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/ui/article-edges/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  add ("drag", test_drag);
  add ("drag-far", test_drag_far);
  add ("drag-cancelled", test_drag_cancelled);
  add ("no-handles", test_no_handles);
  add ("pointer-part", test_pointer_part);
  add ("keys", test_keys);
  add ("clicks", test_clicks);

  return g_test_run ();
}
