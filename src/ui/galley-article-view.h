/* galley-article-view.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/galley-review.h"
#include "ui/galley-edges.h"

G_BEGIN_DECLS

/* More matches of a search are not shown or counted. */
#define GALLEY_MOST_MATCHES 10000

/**
 * GalleyArticleView:
 *
 * The article as a page to read, with every annotation marked in it. Offsets in and out are code
 * points of the stored text, whatever is shown.
 *
 * Properties: `review` (#GalleyReview, nullable), `selected` (#GalleyAnnotation, nullable,
 * read-write; setting it scrolls to it), `part` (uint, read-only: which of its parts or mentions
 * the caret stands in), `zoom` (double, 1.0), `line-spacing` (double, 1.0), `editable-marks`
 * (boolean: whether menus offer to mark and edges can be dragged).
 *
 * Uses the actions win.accept, win.reject, win.clear-verdict, win.delete and win.mark (s: the id of
 * a kind) of the window around it.
 */
#define GALLEY_TYPE_ARTICLE_VIEW (galley_article_view_get_type ())
G_DECLARE_FINAL_TYPE (GalleyArticleView, galley_article_view, GALLEY, ARTICLE_VIEW, GtkWidget)

GtkWidget *galley_article_view_new (void);

GalleyReview *galley_article_view_get_review (GalleyArticleView *self);
void galley_article_view_set_review (GalleyArticleView *self, GalleyReview *review);
GalleyAnnotation *galley_article_view_get_selected (GalleyArticleView *self);
void galley_article_view_set_selected (GalleyArticleView *self, GalleyAnnotation *annotation);
void galley_article_view_set_still (GalleyArticleView *self, gboolean still);
double galley_article_view_get_zoom (GalleyArticleView *self);
void galley_article_view_set_zoom (GalleyArticleView *self, double zoom);
double galley_article_view_get_line_spacing (GalleyArticleView *self);
void galley_article_view_set_line_spacing (GalleyArticleView *self, double line_spacing);
gboolean galley_article_view_get_editable_marks (GalleyArticleView *self);
void galley_article_view_set_editable_marks (GalleyArticleView *self, gboolean editable);

gboolean galley_article_view_get_selection (GalleyArticleView *self, guint *start, guint *end);
void galley_article_view_select_range (GalleyArticleView *self, guint start, guint end);
void galley_article_view_scroll_to (GalleyArticleView *self, GalleyAnnotation *annotation);
void galley_article_view_set_search (GalleyArticleView *self, const char *words);
guint galley_article_view_get_search_position (GalleyArticleView *self, guint *n_matches);
gboolean galley_article_view_find (GalleyArticleView *self, const char *text, gboolean forward);
void galley_article_view_set_heard (GalleyArticleView *self, GArray *heard);
GalleyAnnotation *galley_article_view_get_at_caret (GalleyArticleView *self);
gboolean galley_article_view_move_edge (GalleyArticleView *self,
                                        gboolean start_edge,
                                        int steps,
                                        GalleyEdgeUnit unit);
gboolean galley_article_view_get_picking (GalleyArticleView *self);
void galley_article_view_set_picking (GalleyArticleView *self, gboolean picking);
guint galley_article_view_get_part (GalleyArticleView *self);
void galley_article_view_show_part (GalleyArticleView *self, guint part);
gboolean galley_article_view_cycle_overlap (GalleyArticleView *self);

G_END_DECLS
