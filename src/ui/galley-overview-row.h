/* galley-overview-row.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/galley-overview-plan.h"

G_BEGIN_DECLS

/**
 * GalleyOverviewRow:
 *
 * A line of the overview; what leads to no passage cannot be activated.
 */
#define GALLEY_TYPE_OVERVIEW_ROW (galley_overview_row_get_type ())
G_DECLARE_FINAL_TYPE (GalleyOverviewRow, galley_overview_row, GALLEY, OVERVIEW_ROW, GtkListBoxRow)

GtkWidget *galley_overview_row_new (void);
void galley_overview_row_show_line (GalleyOverviewRow *self, const GalleyOverviewLine *line);
GalleyAnnotation *galley_overview_row_get_annotation (GalleyOverviewRow *self);
GalleySpan galley_overview_row_get_place (GalleyOverviewRow *self);

G_END_DECLS
