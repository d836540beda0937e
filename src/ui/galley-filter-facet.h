/* galley-filter-facet.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/galley-filter.h"

G_BEGIN_DECLS

/**
 * GalleyFilterFacet:
 *
 * The values of one facet of a filter, each with a tick and how many pass with it.
 *
 * Signal `toggled` (value, whether it is ticked).
 */
#define GALLEY_TYPE_FILTER_FACET (galley_filter_facet_get_type ())
G_DECLARE_FINAL_TYPE (GalleyFilterFacet, galley_filter_facet, GALLEY, FILTER_FACET, GtkWidget)

GtkWidget *galley_filter_facet_new (GalleyFacet facet);

GalleyFacet galley_filter_facet_get_facet (GalleyFilterFacet *self);
void galley_filter_facet_update (GalleyFilterFacet *self, GalleyReview *review, GPtrArray *values);

G_END_DECLS
