/* test-article-long.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "lib/galley-test.h"
#include "ui/article-test.h"
#include "ui/galley-article-text-private.h"
#include "ui/galley-article-view-private.h"
#include "ui/window-test.h"

/* A long text is there from its first page on, and all of it once that is asked for. */
static void
test_article_long_loads (void)
{
  GString *text = g_string_new (NULL);
  GtkWidget *window;
  GalleyArticleView *view;
  g_autoptr (GalleyReview) review = NULL;
  g_autofree char *shown = NULL;
  guint start;
  guint end;

  while (text->len < 5 * 1024 * 1024 / 4)
    g_string_append (text, "Nothing stands here but äöü and a line break at the end of it.\n");
  g_string_append (text, "The end.");
  review = galley_test_review (text->str);
  view = GALLEY_ARTICLE_VIEW (galley_article_view_new ());
  window = window_test_present (GTK_WIDGET (view), 700, 500);
  galley_article_view_set_review (view, review);
  g_assert_cmpuint (view->text->n_loaded, <, text->len);
  g_assert_true (galley_article_view_find (view, "the end.", TRUE));
  g_assert_cmpuint (view->text->n_loaded, ==, text->len);
  g_assert_true (galley_article_view_get_selection (view, &start, &end));
  g_assert_cmpuint (end, ==, (guint) g_utf8_strlen (text->str, -1));
  g_object_get (article_test_get_buffer (view), "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, text->str);

  /* The rest comes by itself, too, and another article may come before it. */
  galley_article_view_set_review (view, NULL);
  galley_article_view_set_review (view, review);
  while (view->text->load_source != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (view->text->n_loaded, ==, text->len);
  galley_article_view_set_review (view, NULL);
  galley_article_view_set_review (view, review);
  window_test_destroy (window);
  g_string_free (text, TRUE);
}

static gboolean
is_seen (GalleyArticleView *view, guint offset)
{
  GdkRectangle seen;
  GdkRectangle place;
  GtkTextIter iter;

  galley_article_text_get_iter (view->text, offset, &iter);
  gtk_text_view_get_iter_location (article_test_get_text_view (view), &iter, &place);
  gtk_text_view_get_visible_rect (article_test_get_text_view (view), &seen);

  return place.y >= seen.y && place.y + place.height <= seen.y + seen.height;
}

static void
test_article_long_scrolls (void)
{
  g_autofree char *filler =
      galley_test_repeat ("A line of text that says nothing much at all.\n", 400);
  g_autofree char *text = g_strconcat (filler, "The end is a disgrace.\n", filler, NULL);
  g_autoptr (GalleyReview) review = galley_test_review (text);
  GalleyAnnotation *opinion =
      galley_test_suggest (review, GALLEY_KIND_OPINION, "evaluation", "The end is a disgrace.");
  GalleyArticleView *view = GALLEY_ARTICLE_VIEW (galley_article_view_new ());
  guint start = galley_annotation_get_start (opinion);
  GtkWidget *window;

  galley_article_view_set_review (view, review);
  window = window_test_present (GTK_WIDGET (view), 700, 500);
  g_assert_false (is_seen (view, start));
  galley_article_view_set_selected (view, opinion);
  while (!is_seen (view, start))
    g_main_context_iteration (NULL, TRUE);

  /* Larger letters push lines down, but not out of sight. */
  for (double zoom = 1.2; zoom < 3; zoom += 0.2)
    galley_article_view_set_zoom (view, zoom);
  gtk_test_widget_wait_for_draw (window);
  while (!is_seen (view, start))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (galley_article_text_get_caret (view->text), ==, start);

  /* It goes nowhere when it is told to stay. */
  galley_article_view_set_selected (view, NULL);
  galley_article_view_select_range (view, 0, 0);
  while (!is_seen (view, 0))
    g_main_context_iteration (NULL, TRUE);
  galley_article_view_set_still (view, TRUE);
  galley_article_view_set_selected (view, opinion);
  g_assert_cmpuint (galley_article_text_get_caret (view->text), ==, 0);
  window_test_destroy (window);
}

/* What is selected before anything is laid out, as when an article is opened, leaves the headline
 * where it is. */
static void
test_article_long_opens_at_top (void)
{
  g_autofree char *filler =
      galley_test_repeat ("A line of text that says nothing much at all.\n", 400);
  g_autofree char *text = g_strconcat ("Headline\n\nWhat a disgrace.\n", filler, NULL);
  g_autoptr (GalleyReview) review = galley_test_review (text);
  GalleyAnnotation *opinion =
      galley_test_suggest (review, GALLEY_KIND_OPINION, "evaluation", "What a disgrace.");
  GalleyArticleView *view = GALLEY_ARTICLE_VIEW (galley_article_view_new ());
  GtkWidget *window;

  galley_article_view_set_review (view, review);
  galley_article_view_set_selected (view, opinion);
  window = window_test_present (GTK_WIDGET (view), 700, 500);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (is_seen (view, galley_annotation_get_start (opinion)));
  g_assert_true (is_seen (view, 0));
  window_test_destroy (window);
}

static void
on_text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

/* Copied text has nothing in it that was put in for display. */
static void
test_article_long_copy (void)
{
  g_autofree char *text = galley_test_repeat ("a", 3000);
  g_autofree char *copied = NULL;
  g_autoptr (GalleyReview) review = galley_test_review (text);
  GalleyArticleView *view = GALLEY_ARTICLE_VIEW (galley_article_view_new ());
  GtkWidget *window;

  galley_article_view_set_review (view, review);
  window = window_test_present (GTK_WIDGET (view), 700, 500);
  g_assert_cmpint (gtk_text_buffer_get_line_count (article_test_get_buffer (view)), ==, 3);
  g_signal_emit_by_name (view->text, "select-all", TRUE);
  g_signal_emit_by_name (view->text, "copy-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (view)),
                                 NULL,
                                 on_text_read_cb,
                                 &copied);
  while (copied == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (copied, ==, text);
  window_test_destroy (window);
}

/* Marks over the breaks are drawn on both sides, and every offset is that of the stored text. */
static void
test_article_long_hostile (void)
{
  const struct
  {
    const char *what;
    guint times;
  } cases[] = {
    { "a", 20000 },
    { "Prose that goes on and on. ", 4000 },
    { "\xcc\x81", 20000 },
    { "e\xcc\x81\xcc\x82\xcc\x83\xcc\x84\xcc\x85", 2000 },
    { "語", 10000 },
    { "a\t", 5000 },
    { "\xe2\x80\xab"
      "a",
      3000 },
    { "שלום עולם ", 1000 },
    { "line\xe2\x80\xa9", 2000 },
    { "\xef\xbf\xbc\xe2\x80\xa8", 500 },
    { "\n", 5000 },
    { "", 0 },
  };
  GalleyArticleView *view = GALLEY_ARTICLE_VIEW (galley_article_view_new ());
  GtkWidget *window = window_test_present (GTK_WIDGET (view), 700, 500);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = galley_test_repeat (cases[i].what, cases[i].times);
      g_autoptr (GalleyReview) review = galley_test_review (text);
      guint n_chars = galley_article_get_n_chars (galley_review_get_article (review));

      if (n_chars > 0)
        {
          galley_review_add (review,
                             GALLEY_KIND_OPINION,
                             galley_details_new ("evaluation",
                                                 galley_spans_new_one (n_chars / 4, n_chars / 2)));
          galley_review_add (review,
                             GALLEY_KIND_NOTE,
                             galley_details_new (NULL, galley_spans_new_one (0, n_chars)));
        }
      galley_article_view_set_review (view, review);
      gtk_test_widget_wait_for_draw (window);
      /* Nothing to see of a mark over line breaks alone. */
      g_assert_cmpuint (article_test_count_marks (view),
                        ==,
                        *cases[i].what == '\n' ? 0 : galley_review_get_n_annotations (review));
      for (guint offset = 0; offset <= n_chars; offset += 1 + n_chars / 97)
        {
          GtkTextIter iter;

          galley_article_text_get_iter (view->text, offset, &iter);
          g_assert_cmpuint (galley_article_text_get_offset (view->text, &iter), ==, offset);
        }
      galley_article_view_set_review (view, NULL);
    }
  window_test_destroy (window);
}

int
main (int argc, char *argv[])
{
  window_test_init (&argc, &argv);

  g_test_add_func ("/ui/article-long/loads", test_article_long_loads);
  g_test_add_func ("/ui/article-long/scrolls", test_article_long_scrolls);
  g_test_add_func ("/ui/article-long/opens-at-top", test_article_long_opens_at_top);
  g_test_add_func ("/ui/article-long/copy", test_article_long_copy);
  g_test_add_func ("/ui/article-long/hostile", test_article_long_hostile);

  return g_test_run ();
}
