/* article-test.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/article-test.h"

#include "ui/galley-article-text-private.h"
#include "ui/galley-article-view-private.h"

GtkTextView *
article_test_get_text_view (GalleyArticleView *view)
{
  return GTK_TEXT_VIEW (view->text);
}

GtkTextBuffer *
article_test_get_buffer (GalleyArticleView *view)
{
  return gtk_text_view_get_buffer (article_test_get_text_view (view));
}

guint
article_test_count_marks (GalleyArticleView *view)
{
  GtkTextIter line;
  guint n_marks = 0;

  gtk_text_buffer_get_start_iter (article_test_get_buffer (view), &line);
  do
    {
      GalleyParagraph *paragraph = _galley_article_text_lay_out (view->text, &line);

      for (guint i = 0; i < paragraph->spots->len; i++)
        {
          GalleySpot *spot = &g_array_index (paragraph->spots, GalleySpot, i);

          n_marks += spot->begins && spot->role <= GALLEY_ROLE_SELECTED ? 1 : 0;
        }
    }
  while (gtk_text_iter_forward_line (&line));

  return n_marks;
}
