/* galley-article-text.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/galley-review.h"

G_BEGIN_DECLS

/**
 * GalleyArticleText:
 *
 * The text view inside a #GalleyArticleView: a centred column of a readable measure with the marks
 * drawn below the words and letters in the margin. Cannot be edited; the caret goes everywhere.
 */
#define GALLEY_TYPE_ARTICLE_TEXT (galley_article_text_get_type ())
G_DECLARE_FINAL_TYPE (GalleyArticleText, galley_article_text, GALLEY, ARTICLE_TEXT, GtkTextView)

void galley_article_text_set_review (GalleyArticleText *self, GalleyReview *review);
void galley_article_text_set_selected (GalleyArticleText *self, GalleyAnnotation *annotation);
void galley_article_text_set_zoom (GalleyArticleText *self, double zoom);
void galley_article_text_set_line_spacing (GalleyArticleText *self, double line_spacing);
void galley_article_text_follow_theme (GalleyArticleText *self, GtkWidget *outside);
void galley_article_text_set_hits (GalleyArticleText *self, GArray *hits);
void galley_article_text_set_heard (GalleyArticleText *self, GArray *heard);
void galley_article_text_style_blocks (GalleyArticleText *self);
void galley_article_text_invalidate_marks (GalleyArticleText *self);

guint galley_article_text_get_offset (GalleyArticleText *self, const GtkTextIter *iter);
void galley_article_text_get_iter (GalleyArticleText *self, guint offset, GtkTextIter *iter);
guint galley_article_text_get_caret (GalleyArticleText *self);
guint galley_article_text_get_part (GalleyArticleText *self);
GPtrArray *
galley_article_text_list_at (GalleyArticleText *self, double x, double y, GdkRectangle *area);

G_END_DECLS
