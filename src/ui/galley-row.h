/* galley-row.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-review.h"

G_BEGIN_DECLS

/**
 * GalleyRowRoom:
 * @n_quotes: how many quotes it has
 * @n_quoted: how many words in quotation marks
 * @n_all_quoted: how many all sources have
 * @paragraph: the one that names it first, from 1; 0 where there is none
 *
 * The room that an article gives a source.
 */
typedef struct
{
  guint n_quotes;
  guint n_quoted;
  guint n_all_quoted;
  guint paragraph;
} GalleyRowRoom;

/**
 * GalleyRow:
 *
 * One row of the sidebar: an annotation, or the heading of the quotes without a source. Emits
 * `changed` when what it shows has changed.
 */
#define GALLEY_TYPE_ROW (galley_row_get_type ())
G_DECLARE_FINAL_TYPE (GalleyRow, galley_row, GALLEY, ROW, GObject)

GalleyRow *galley_row_new (GalleyReview *review, GalleyAnnotation *annotation, gboolean nested);

GalleyReview *galley_row_get_review (GalleyRow *self);
GalleyAnnotation *galley_row_get_annotation (GalleyRow *self);
gboolean galley_row_get_nested (GalleyRow *self);
const GalleyRowRoom *galley_row_get_room (GalleyRow *self);
void galley_row_set_room (GalleyRow *self, const GalleyRowRoom *room);
void galley_row_changed (GalleyRow *self);

void galley_row_press_accept (GalleyReview *review, GalleyAnnotation *annotation);
void galley_row_press_reject (GalleyReview *review, GalleyAnnotation *annotation);

G_END_DECLS
