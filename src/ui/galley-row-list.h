/* galley-row-list.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ui/galley-row-plan.h"

G_BEGIN_DECLS

/**
 * GalleyRowList:
 *
 * The rows of one page of the sidebar: a #GListModel of #GalleyRow over the annotations of one kind
 * in a review, in the order of the text. The list of sources has each source's quotes beneath it,
 * and the quotes without a source at the end, under a heading. Changes of the review are taken over
 * together, before the next frame; galley_row_list_flush() does it at once.
 */
#define GALLEY_TYPE_ROW_LIST (galley_row_list_get_type ())
G_DECLARE_FINAL_TYPE (GalleyRowList, galley_row_list, GALLEY, ROW_LIST, GObject)

GalleyRowList *galley_row_list_new (GalleyKind kind);

GalleyKind galley_row_list_get_kind (GalleyRowList *self);
GalleyReview *galley_row_list_get_review (GalleyRowList *self);
void galley_row_list_set_review (GalleyRowList *self, GalleyReview *review);
void galley_row_list_set_filter (GalleyRowList *self, const GalleyFilter *filter);
gboolean galley_row_list_is_filtered (GalleyRowList *self);
guint galley_row_list_get_n_annotations (GalleyRowList *self);
gboolean galley_row_list_find (GalleyRowList *self, GalleyAnnotation *annotation, guint *position);
void galley_row_list_flush (GalleyRowList *self);

G_END_DECLS
