/* galley-edges.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-article.h"

G_BEGIN_DECLS

/**
 * GalleyEdgeUnit:
 * @GALLEY_EDGE_CHARACTER: what a reader sees as one character, combining marks included
 * @GALLEY_EDGE_WORD: to the next edge of a word; punctuation that clings to it is a stop of its own
 * @GALLEY_EDGE_SENTENCE: to the next edge of a sentence
 *
 * How far one step moves an edge.
 */
typedef enum
{
  GALLEY_EDGE_CHARACTER,
  GALLEY_EDGE_WORD,
  GALLEY_EDGE_SENTENCE,
} GalleyEdgeUnit;

gboolean galley_edges_move (
    GalleyArticle *article, GalleySpan *span, gboolean start_edge, int steps, GalleyEdgeUnit unit);
gboolean galley_edges_move_part (GalleyArticle *article,
                                 GArray *spans,
                                 guint part,
                                 gboolean start_edge,
                                 int steps,
                                 GalleyEdgeUnit unit);
gboolean galley_edges_place_part (GalleyArticle *article,
                                  GArray *spans,
                                  guint part,
                                  gboolean start_edge,
                                  guint offset,
                                  GalleyEdgeUnit unit);
gboolean galley_edges_find_around (GalleyArticle *article,
                                   guint offset,
                                   GalleyEdgeUnit unit,
                                   GalleySpan *span);
void galley_edges_widen (GalleyArticle *article, GalleySpan *span);
void galley_edges_trim (GalleyArticle *article, GalleySpan *span);

G_END_DECLS
