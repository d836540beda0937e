/* galley-article-view-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/galley-article-text.h"
#include "ui/galley-article-view.h"

G_BEGIN_DECLS

struct _GalleyArticleView
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GalleyArticleText *text;
  GtkWidget *mark_popover;
  GtkWidget *menu; /* NULL until it is first asked for */

  GalleyReview *review;
  GSignalGroup *review_signals;
  GalleyAnnotation *selected;
  guint part;
  double zoom;
  double line_spacing;
  gboolean editable_marks;
  gboolean still;
  gboolean picking;

  /* Set while the caret is moved for another reason than the person moving it by keys. */
  gboolean caret_is_ours;
  guint restyle_source;
  double place_align; /* of the place that stays in sight, as a share of the height */
  guint place_frames; /* for which it still has to be brought back */

  /* The press under way, and what the last click met, so that the next one can go on from there. */
  double press_x;
  double press_y;
  gboolean pressed;
  GPtrArray *clicked;
};

/* galley-article-view.c */
void _galley_article_view_select (GalleyArticleView *self, GalleyAnnotation *annotation);
void _galley_article_view_update_part (GalleyArticleView *self);

/* galley-article-caret.c: what the caret stands in. */
void _galley_article_view_watch_caret (GalleyArticleView *self);
gboolean _galley_article_view_cycle (GalleyArticleView *self, GPtrArray *marks);

/* galley-article-navigate.c */
void _galley_article_view_go_to (GalleyArticleView *self, const GalleySpan *span);
void _galley_article_view_keep_place (GalleyArticleView *self);

/* galley-article-pick.c: a place pointed at. */
void _galley_article_view_pick (GalleyArticleView *self);
gboolean _galley_article_view_pick_by_key (GalleyArticleView *self, guint keyval);

/* galley-article-edges.c: handles. */
gboolean
_galley_article_view_press_handle (GalleyArticleView *self, GdkEvent *event, double x, double y);
gboolean
_galley_article_view_move_handle (GalleyArticleView *self, GdkEvent *event, double x, double y);
gboolean _galley_article_view_release_handle (GalleyArticleView *self, double x, double y);
gboolean _galley_article_view_drop_handle (GalleyArticleView *self);
void _galley_article_view_put_caret (GalleyArticleView *self, double x, double y);

/* galley-article-pointer.c: clicks, tooltip, menu, the popover at a selection. */
void _galley_article_view_install_actions (GtkWidgetClass *widget_class);
void _galley_article_view_click (GalleyArticleView *self, double x, double y);
void _galley_article_view_watch_pointer (GalleyArticleView *self);
void _galley_article_view_present_popovers (GalleyArticleView *self);

/* galley-article-hover.c: what the pointer rests on. */
void _galley_article_view_watch_hover (GalleyArticleView *self);
char *_galley_article_view_explain (GalleyArticleView *self, GPtrArray *marks);

G_END_DECLS
