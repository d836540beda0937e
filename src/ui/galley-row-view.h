/* galley-row-view.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/galley-row.h"

G_BEGIN_DECLS

/**
 * GalleyRowView:
 *
 * A row of the sidebar: two lines, the verdict's sign, and buttons to accept and reject. Follows
 * its #GalleyRow while it has one.
 */
#define GALLEY_TYPE_ROW_VIEW (galley_row_view_get_type ())
G_DECLARE_FINAL_TYPE (GalleyRowView, galley_row_view, GALLEY, ROW_VIEW, GtkWidget)

GtkWidget *galley_row_view_new (void);

GalleyRow *galley_row_view_get_row (GalleyRowView *self);
void galley_row_view_set_row (GalleyRowView *self, GalleyRow *row);
void galley_row_view_set_editable (GalleyRowView *self, gboolean editable);

G_END_DECLS
