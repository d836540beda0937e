/* galley-article-handles.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/galley-article-text.h"
#include "ui/galley-edges.h"

G_BEGIN_DECLS

/**
 * GalleyHandle:
 * @part: which of the spans of the selected annotation
 * @start_edge: whether its start, else its end
 *
 * An edge of the selected annotation that can be taken with the pointer.
 */
typedef struct
{
  guint part;
  gboolean start_edge;
} GalleyHandle;

/**
 * GalleyArticleHandles:
 *
 * The handles at the edges of what is selected in a #GalleyArticleText, and the edge that is being
 * dragged. They lie above everything else, so that an edge under another mark can be taken, too.
 */
typedef struct _GalleyArticleHandles GalleyArticleHandles;

GalleyArticleHandles *galley_article_handles_new (void);
void galley_article_handles_free (GalleyArticleHandles *self);

void galley_article_handles_set_shown (GalleyArticleText *text, gboolean shown);
gboolean
galley_article_handles_find (GalleyArticleText *text, double x, double y, GalleyHandle *handle);
void galley_article_handles_hover (GalleyArticleText *text, const GalleyHandle *handle);
gboolean galley_article_handles_locate (GalleyArticleText *text,
                                        const GalleyHandle *handle,
                                        GdkRectangle *place);

void galley_article_handles_take (GalleyArticleText *text,
                                  const GalleyHandle *handle,
                                  double x,
                                  double y);
gboolean galley_article_handles_is_dragging (GalleyArticleText *text);
void galley_article_handles_drag (GalleyArticleText *text, double x, double y, GalleyEdgeUnit unit);
GArray *galley_article_handles_release (GalleyArticleText *text);

G_END_DECLS
