/* galley-row.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-review.h"

G_BEGIN_DECLS

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
guint galley_row_get_n_quotes (GalleyRow *self);
void galley_row_set_n_quotes (GalleyRow *self, guint n_quotes);
void galley_row_changed (GalleyRow *self);

void galley_row_press_accept (GalleyReview *review, GalleyAnnotation *annotation);
void galley_row_press_reject (GalleyReview *review, GalleyAnnotation *annotation);

G_END_DECLS
