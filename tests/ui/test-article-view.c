/* test-article-view.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "lib/galley-test.h"
#include "model/galley-taxonomy.h"
#include "ui/article-test.h"
#include "ui/galley-article-text-private.h"
#include "ui/galley-article-view-private.h"
#include "ui/galley-status-line.h"
#include "ui/window-test.h"

#define TEXT                                                                                       \
  "Harbour bridge opens at last\n"                                                                 \
  "Mayor Ada Lind said residents of the old town “asked for this for years.” "                 \
  "It is a reckless stunt. Nothing stands here.\n"                                                 \
  "Cafe\xcc\x81 owner 👩‍🚀 Noa said שלום לכולם at the door.\n"

typedef struct
{
  GalleyReview *review;
  GtkWidget *window;
  GalleyArticleView *view;
  GalleyAnnotation *ada;
  GalleyAnnotation *residents; /* within the quote */
  GalleyAnnotation *quote;
  GalleyAnnotation *opinion;
} Fixture;

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->review = galley_test_review (TEXT);
  fixture->ada =
      galley_test_suggest (fixture->review, GALLEY_KIND_SOURCE, "person", "Mayor Ada Lind");
  fixture->residents =
      galley_test_suggest (fixture->review, GALLEY_KIND_SOURCE, "unnamed-group", "residents");
  fixture->quote = galley_test_suggest (fixture->review,
                                        GALLEY_KIND_QUOTE,
                                        "mixed",
                                        "residents of the old town “asked for this for years.”");
  fixture->opinion = galley_test_suggest (fixture->review,
                                          GALLEY_KIND_OPINION,
                                          "evaluation",
                                          "It is a reckless stunt.");
  fixture->view = GALLEY_ARTICLE_VIEW (galley_article_view_new ());
  galley_article_view_set_review (fixture->view, fixture->review);
  fixture->window = window_test_present (GTK_WIDGET (fixture->view), 700, 500);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->view);
  window_test_destroy (fixture->window);
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->review);
}

/* The middle of the character at which @words begin in the text. */
static void
find_place (Fixture *fixture, const char *words, int *x, int *y)
{
  const char *at = strstr (TEXT, words);
  GdkRectangle place;
  GtkTextIter iter;

  galley_article_text_get_iter (fixture->view->text,
                                (guint) g_utf8_strlen (TEXT, at - TEXT),
                                &iter);
  gtk_text_view_get_iter_location (article_test_get_text_view (fixture->view), &iter, &place);
  gtk_text_view_buffer_to_window_coords (article_test_get_text_view (fixture->view),
                                         GTK_TEXT_WINDOW_WIDGET,
                                         place.x + place.width / 2,
                                         place.y + place.height / 2,
                                         x,
                                         y);
}

static GalleyAnnotation *
click_on (Fixture *fixture, const char *words)
{
  int x;
  int y;

  find_place (fixture, words, &x, &y);
  _galley_article_view_click (fixture->view, x, y);

  return galley_article_view_get_selected (fixture->view);
}

static void
put_caret (Fixture *fixture, const char *words)
{
  GtkTextIter iter;

  galley_article_text_get_iter (fixture->view->text,
                                (guint) g_utf8_strlen (TEXT, strstr (TEXT, words) - TEXT),
                                &iter);
  gtk_text_buffer_place_cursor (article_test_get_buffer (fixture->view), &iter);
}

static void
test_article_view_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *shown = NULL;

  g_object_get (article_test_get_buffer (fixture->view), "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, TEXT);
  g_assert_false (gtk_text_view_get_editable (article_test_get_text_view (fixture->view)));
  g_assert_true (gtk_text_view_get_cursor_visible (article_test_get_text_view (fixture->view)));
  g_assert_false (gtk_text_buffer_get_enable_undo (article_test_get_buffer (fixture->view)));
  g_signal_emit_by_name (fixture->view->text, "backspace");
  g_signal_emit_by_name (fixture->view->text, "insert-at-cursor", "x");
  g_clear_pointer (&shown, g_free);
  g_object_get (article_test_get_buffer (fixture->view), "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, TEXT);
}

static void
test_article_view_click (Fixture *fixture, gconstpointer data)
{
  g_assert_true (click_on (fixture, "Ada") == fixture->ada);
  g_assert_true (click_on (fixture, "old town") == fixture->quote);
  g_assert_true (click_on (fixture, "reckless") == fixture->opinion);
  g_assert_null (click_on (fixture, "Nothing"));
  g_assert_cmpuint (galley_review_get_n_reviewed (fixture->review), ==, 0);
}

/* The shortest mark wins; clicking there again takes the next one. */
static void
test_article_view_click_overlap (Fixture *fixture, gconstpointer data)
{
  g_assert_true (click_on (fixture, "old town") == fixture->quote);
  g_assert_true (click_on (fixture, "residents") == fixture->residents);
  g_assert_true (click_on (fixture, "residents") == fixture->quote);
  g_assert_true (click_on (fixture, "residents") == fixture->residents);
}

/* The margin letter of @kind in the paragraph at @line. */
static GalleyLetter
find_letter (GalleyArticleView *view, const GtkTextIter *line, GalleyKind kind)
{
  GArray *letters = _galley_article_text_lay_out (view->text, line)->letters;

  for (guint i = 0; i < letters->len; i++)
    {
      if (g_array_index (letters, GalleyLetter, i).kind == kind)
        return g_array_index (letters, GalleyLetter, i);
    }
  g_assert_not_reached ();
}

static void
test_article_view_click_letter (Fixture *fixture, gconstpointer data)
{
  GtkTextView *text = article_test_get_text_view (fixture->view);
  GalleyLetter letter;
  GtkTextIter line;
  int top;
  int height;
  int x;
  int y;

  gtk_text_buffer_get_iter_at_line (article_test_get_buffer (fixture->view), &line, 1);
  letter = find_letter (fixture->view, &line, GALLEY_KIND_OPINION);
  gtk_text_view_get_line_yrange (text, &line, &top, &height);
  gtk_text_view_buffer_to_window_coords (text,
                                         GTK_TEXT_WINDOW_WIDGET,
                                         (int) _galley_article_text_letter_x (fixture->view->text,
                                                                              &letter),
                                         top + (int) (letter.y + letter.height / 2),
                                         &x,
                                         &y);
  _galley_article_view_click (fixture->view, x, y);
  g_assert_true (galley_article_view_get_selected (fixture->view) == fixture->opinion);
}

static void
test_article_view_caret (Fixture *fixture, gconstpointer data)
{
  GalleyArticleView *view = fixture->view;

  put_caret (fixture, "Ada");
  g_assert_true (galley_article_view_get_selected (view) == fixture->ada);
  put_caret (fixture, "residents");
  g_assert_true (galley_article_view_get_selected (view) == fixture->residents);
  g_assert_true (galley_article_view_cycle_overlap (view));
  g_assert_true (galley_article_view_get_selected (view) == fixture->quote);
  g_assert_true (galley_article_view_get_at_caret (view) == fixture->quote);
  g_signal_emit_by_name (view->text, "move-cursor", GTK_MOVEMENT_VISUAL_POSITIONS, 1, FALSE);
  g_assert_true (galley_article_view_get_selected (view) == fixture->quote);
  put_caret (fixture, "Nothing");
  g_assert_null (galley_article_view_get_selected (view));
  g_assert_null (galley_article_view_get_at_caret (view));
  g_assert_false (galley_article_view_cycle_overlap (view));
  put_caret (fixture, " said residents");
  g_assert_true (galley_article_view_get_at_caret (view) == fixture->ada);
}

/* Offsets are those of the stored text, whatever stands before. */
static void
test_article_view_selection (Fixture *fixture, gconstpointer data)
{
  static const char *const passages[] = { "owner", "👩‍🚀", "Noa said", "שלום", "door." };
  GalleyArticle *article = galley_review_get_article (fixture->review);
  guint start;
  guint end;

  g_assert_false (galley_article_view_get_selection (fixture->view, &start, &end));
  for (guint i = 0; i < G_N_ELEMENTS (passages); i++)
    {
      const char *at = strstr (TEXT, passages[i]);
      guint from = (guint) g_utf8_strlen (TEXT, at - TEXT);
      guint to = from + (guint) g_utf8_strlen (passages[i], -1);
      g_autofree char *slice = NULL;

      /* With the white space around it, which is not wanted. */
      galley_article_view_select_range (fixture->view, from - 1, to + (i < 4 ? 1 : 0));
      g_assert_true (galley_article_view_get_selection (fixture->view, &start, &end));
      slice = galley_article_dup_slice (article, start, end);
      g_assert_cmpstr (slice, ==, passages[i]);
    }
  galley_article_view_select_range (fixture->view, 28, 29);
  g_assert_false (galley_article_view_get_selection (fixture->view, &start, &end));
}

static void
test_article_view_find (Fixture *fixture, gconstpointer data)
{
  guint start;
  guint end;
  guint first;

  g_assert_true (galley_article_view_find (fixture->view, "HERE", TRUE));
  g_assert_true (galley_article_view_get_selection (fixture->view, &start, &end));
  g_assert_cmpuint (end - start, ==, 4);
  g_assert_true (galley_article_view_find (fixture->view, "\"asked", TRUE));
  g_assert_true (galley_article_view_find (fixture->view, "said", TRUE));
  g_assert_true (galley_article_view_get_selection (fixture->view, &first, &end));
  g_assert_true (galley_article_view_find (fixture->view, "said", TRUE));
  g_assert_true (galley_article_view_get_selection (fixture->view, &start, &end));
  g_assert_cmpuint (start, !=, first);
  g_assert_true (galley_article_view_find (fixture->view, "said", FALSE));
  g_assert_true (galley_article_view_get_selection (fixture->view, &start, &end));
  g_assert_cmpuint (start, ==, first);
  g_assert_false (galley_article_view_find (fixture->view, "not there", TRUE));
  g_assert_false (galley_article_view_find (fixture->view, "", TRUE));
}

static void
test_article_view_search (Fixture *fixture, gconstpointer data)
{
  guint n_matches;

  g_assert_cmpuint (galley_article_view_get_search_position (fixture->view, &n_matches), ==, 0);
  g_assert_cmpuint (n_matches, ==, 0);
  galley_article_view_set_search (fixture->view, "said");
  g_assert_cmpuint (galley_article_view_get_search_position (fixture->view, &n_matches), ==, 0);
  g_assert_cmpuint (n_matches, ==, 2);
  g_assert_true (galley_article_view_find (fixture->view, "said", TRUE));
  g_assert_cmpuint (galley_article_view_get_search_position (fixture->view, &n_matches), ==, 1);
  g_assert_true (galley_article_view_find (fixture->view, "said", FALSE));
  g_assert_cmpuint (galley_article_view_get_search_position (fixture->view, &n_matches), ==, 2);
  galley_article_view_set_search (fixture->view, NULL);
  galley_article_view_get_search_position (fixture->view, &n_matches);
  g_assert_cmpuint (n_matches, ==, 0);
}

/* A quote of @content said by Ada, selected. */
static void
select_quote_by_ada (Fixture *fixture, const char *content)
{
  GalleyDetails *details = galley_details_copy (galley_annotation_get_details (
      galley_test_suggest (fixture->review, GALLEY_KIND_QUOTE, "indirect", content)));

  details->mention = galley_spans_copy (galley_annotation_get_details (fixture->ada)->spans);
  details->cue = galley_spans_new_one (galley_spans_end (details->mention) + 1,
                                       galley_spans_end (details->mention) + 5);
  galley_article_view_set_selected (
      fixture->view, galley_review_add (fixture->review, GALLEY_KIND_QUOTE, details));
}

static GalleyRail
get_rail (Fixture *fixture, int line)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (article_test_get_buffer (fixture->view), &iter, line);

  return _galley_article_text_lay_out (fixture->view->text, &iter)->rail;
}

/* A chain in one line is joined there; one in several is joined in the margin, from its first to
 * its last line, whatever paragraphs these are in. */
static void
test_article_view_chain (Fixture *fixture, gconstpointer data)
{
  GalleyRail first;
  GalleyRail last;

  select_quote_by_ada (fixture, "residents");
  g_assert_false (get_rail (fixture, 1).drawn);
  select_quote_by_ada (fixture, "owner");
  first = get_rail (fixture, 1);
  last = get_rail (fixture, 2);
  g_assert_true (first.drawn && last.drawn);
  g_assert_cmpfloat (first.top, >=, 0);
  g_assert_cmpfloat (first.bottom, >, first.top);
  g_assert_cmpfloat (last.top, ==, 0);
  g_assert_cmpfloat (last.bottom, >, 0);
  galley_article_view_set_selected (fixture->view, NULL);
  g_assert_false (get_rail (fixture, 1).drawn);
}

/* The tooltip says what it is, who says it, why and how it stands; it disturbs no markup. */
static void
test_article_view_hover (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  g_autofree char *markup = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (marks, fixture->residents);
  g_ptr_array_add (marks, fixture->quote);
  markup = _galley_article_view_explain (fixture->view, marks);
  g_assert_true (pango_parse_markup (markup, -1, 0, NULL, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "Source · "));
  g_assert_nonnull (strstr (text, "\n"));
  g_assert_nonnull (strstr (text, "residents"));
  g_assert_nonnull (strstr (text, "Not reviewed · click again for 1 more here"));
}

static void
test_article_view_line_spacing (Fixture *fixture, gconstpointer data)
{
  GtkTextView *text = article_test_get_text_view (fixture->view);
  int before = gtk_text_view_get_pixels_inside_wrap (text);

  galley_article_view_set_line_spacing (fixture->view, 2);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpint (gtk_text_view_get_pixels_inside_wrap (text), >, before);
  /* Marks below the words need their room. */
  galley_article_view_set_line_spacing (fixture->view, -1);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpfloat (galley_article_view_get_line_spacing (fixture->view), ==, 0);
  g_assert_cmpint (gtk_text_view_get_pixels_inside_wrap (text), >=, 9);
}

/* Only the marks of what is listened to are shown, and the others come back. */
static void
test_article_view_heard (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) heard =
      galley_spans_copy (galley_annotation_get_details (fixture->opinion)->spans);
  GtkTextIter line;
  GArray *pieces;

  galley_article_view_set_heard (fixture->view, heard);
  gtk_text_buffer_get_iter_at_line (article_test_get_buffer (fixture->view), &line, 1);
  pieces = _galley_article_text_lay_out (fixture->view->text, &line)->pieces;
  g_assert_cmpuint (pieces->len, >, 0);
  for (guint i = 0; i < pieces->len; i++)
    g_assert_true (g_array_index (pieces, GalleyPiece, i).spot->annotation == fixture->opinion);
  g_assert_true (gtk_text_iter_has_tag (&line, fixture->view->text->receding));
  galley_article_view_set_heard (fixture->view, NULL);
  g_assert_false (gtk_text_iter_has_tag (&line, fixture->view->text->receding));
  g_assert_cmpuint (_galley_article_text_lay_out (fixture->view->text, &line)->letters->len, ==, 3);
}

static void
test_article_view_marks (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (article_test_count_marks (fixture->view), ==, 4);
  galley_review_add (fixture->review,
                     GALLEY_KIND_NOTE,
                     galley_details_new (NULL, galley_spans_new_one (0, 7)));
  g_assert_cmpuint (article_test_count_marks (fixture->view), ==, 5);
  galley_review_undo (fixture->review);
  g_assert_cmpuint (article_test_count_marks (fixture->view), ==, 4);
}

/* A mark over right-to-left text covers just its characters, wherever they are shown. */
static void
test_article_view_right_to_left (Fixture *fixture, gconstpointer data)
{
  GalleyParagraph *paragraph;
  GtkTextIter line;
  GdkRectangle place;
  float width = 0;
  int expected = 0;

  galley_test_suggest (fixture->review, GALLEY_KIND_NOTE, NULL, "said שלום");
  gtk_text_buffer_get_iter_at_line (article_test_get_buffer (fixture->view), &line, 2);
  paragraph = _galley_article_text_lay_out (fixture->view->text, &line);
  g_assert_cmpuint (paragraph->pieces->len, ==, 2);
  for (guint i = 0; i < paragraph->pieces->len; i++)
    width += g_array_index (paragraph->pieces, GalleyPiece, i).width;
  for (guint i = 0; i < 9; i++)
    {
      const char *at = strstr (TEXT, "said שלום");
      GtkTextIter iter;

      galley_article_text_get_iter (fixture->view->text,
                                    (guint) g_utf8_strlen (TEXT, at - TEXT) + i,
                                    &iter);
      gtk_text_view_get_iter_location (article_test_get_text_view (fixture->view), &iter, &place);
      expected += ABS (place.width);
    }
  g_assert_cmpfloat_with_epsilon (width, expected, 3);
}

/* A selected one that is deleted is no longer selected. */
static void
test_article_view_deleted (Fixture *fixture, gconstpointer data)
{
  GalleyAnnotation *note =
      galley_review_add (fixture->review,
                         GALLEY_KIND_NOTE,
                         galley_details_new (NULL, galley_spans_new_one (0, 7)));

  galley_article_view_set_selected (fixture->view, note);
  galley_review_set_verdict (fixture->review, note, GALLEY_STATUS_REJECTED, NULL);
  g_assert_true (galley_article_view_get_selected (fixture->view) == note);
  g_assert_true (galley_review_remove (fixture->review, note));
  g_assert_null (galley_article_view_get_selected (fixture->view));
}

static void
test_article_view_no_review (Fixture *fixture, gconstpointer data)
{
  guint start;
  guint end;

  galley_article_view_set_selected (fixture->view, fixture->quote);
  galley_article_view_set_review (fixture->view, NULL);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_null (galley_article_view_get_selected (fixture->view));
  g_assert_null (galley_article_view_get_at_caret (fixture->view));
  g_assert_false (galley_article_view_get_selection (fixture->view, &start, &end));
  g_assert_false (galley_article_view_find (fixture->view, "said", TRUE));
  g_assert_false (galley_article_view_cycle_overlap (fixture->view));
  g_assert_cmpint (gtk_text_buffer_get_char_count (article_test_get_buffer (fixture->view)), ==, 0);
  _galley_article_view_click (fixture->view, 100, 100);
}

/* The same article with other annotations leaves the page where it is. */
static void
test_article_view_same_article (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyReview) other = galley_review_new (galley_review_get_article (fixture->review));

  put_caret (fixture, "Nothing");
  galley_article_view_set_review (fixture->view, other);
  g_assert_cmpuint (article_test_count_marks (fixture->view), ==, 0);
  g_assert_cmpuint (galley_article_text_get_caret (fixture->view->text),
                    ==,
                    g_utf8_strlen (TEXT, strstr (TEXT, "Nothing") - TEXT));
  galley_article_view_set_review (fixture->view, NULL);
}

static void
test_article_view_theme (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();

  g_assert_cmpint (fixture->view->text->scheme, ==, GALLEY_SCHEME_LIGHT);
  g_object_set (settings, "gtk-application-prefer-dark-theme", TRUE, NULL);
  while (fixture->view->text->scheme != GALLEY_SCHEME_DARK)
    g_main_context_iteration (NULL, TRUE);
  g_object_set (settings, "gtk-theme-name", "Default-hc", NULL);
  while (fixture->view->text->scheme != GALLEY_SCHEME_HIGH_CONTRAST_DARK)
    g_main_context_iteration (NULL, TRUE);
  g_object_set (settings, "gtk-application-prefer-dark-theme", FALSE, NULL);
  while (fixture->view->text->scheme != GALLEY_SCHEME_HIGH_CONTRAST)
    g_main_context_iteration (NULL, TRUE);
  g_object_set (settings, "gtk-theme-name", "Default", NULL);
  while (fixture->view->text->scheme != GALLEY_SCHEME_LIGHT)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_article_view_zoom (Fixture *fixture, gconstpointer data)
{
  int measure = fixture->view->text->measure;

  galley_article_view_set_zoom (fixture->view, 99);
  g_assert_cmpfloat (galley_article_view_get_zoom (fixture->view), ==, 4);
  galley_article_view_set_zoom (fixture->view, 2);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpint (fixture->view->text->measure, >, measure * 3 / 2);
  g_assert_cmpuint (article_test_count_marks (fixture->view), ==, 4);
}

/* Wrapped text has nothing to the side, whatever GTK scrolls to. */
static void
test_article_view_stays_in_column (Fixture *fixture, gconstpointer data)
{
  GtkTextView *text = article_test_get_text_view (fixture->view);
  GtkAdjustment *aside = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (text));

  gtk_adjustment_configure (aside, 0, 0, 900, 10, 100, 400);
  gtk_adjustment_set_value (aside, 47);
  g_assert_cmpfloat (gtk_adjustment_get_value (aside), ==, 0);
}

static void
test_article_view_status_line (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (galley_status_line_new ());
  GalleyStatusLine *line = GALLEY_STATUS_LINE (widget);

  g_assert_cmpstr (galley_status_line_get_text (line), ==, "");
  g_object_bind_property (fixture->view, "review", line, "review", G_BINDING_SYNC_CREATE);
  g_object_bind_property (fixture->view, "selected", line, "selected", G_BINDING_SYNC_CREATE);
  galley_article_view_set_selected (fixture->view, fixture->opinion);
  g_assert_nonnull (strstr (galley_status_line_get_text (line), "reckless stunt"));
  g_assert_nonnull (
      strstr (galley_status_line_get_text (line), galley_status_label (GALLEY_STATUS_UNREVIEWED)));
  galley_review_set_verdict (fixture->review, fixture->opinion, GALLEY_STATUS_ACCEPTED, NULL);
  g_assert_nonnull (
      strstr (galley_status_line_get_text (line), galley_status_label (GALLEY_STATUS_ACCEPTED)));
  galley_article_view_set_selected (fixture->view, NULL);
  g_assert_cmpstr (galley_status_line_get_text (line), ==, "");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/ui/article-view/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  window_test_init (&argc, &argv);

  ADD ("text", test_article_view_text);
  ADD ("click", test_article_view_click);
  ADD ("click-overlap", test_article_view_click_overlap);
  ADD ("click-letter", test_article_view_click_letter);
  ADD ("caret", test_article_view_caret);
  ADD ("selection", test_article_view_selection);
  ADD ("find", test_article_view_find);
  ADD ("heard", test_article_view_heard);
  ADD ("search", test_article_view_search);
  ADD ("chain", test_article_view_chain);
  ADD ("hover", test_article_view_hover);
  ADD ("line-spacing", test_article_view_line_spacing);
  ADD ("marks", test_article_view_marks);
  ADD ("right-to-left", test_article_view_right_to_left);
  ADD ("deleted", test_article_view_deleted);
  ADD ("no-review", test_article_view_no_review);
  ADD ("same-article", test_article_view_same_article);
  ADD ("theme", test_article_view_theme);
  ADD ("stays-in-column", test_article_view_stays_in_column);
  ADD ("zoom", test_article_view_zoom);
  ADD ("status-line", test_article_view_status_line);

  return g_test_run ();
}
