/* galley-filter-bar.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/galley-filter.h"

G_BEGIN_DECLS

/**
 * GalleyFilterBar:
 *
 * Says that a filter is on, what it asks for and how many it shows, with a way out of it and what
 * can be done with all it shows.
 */
#define GALLEY_TYPE_FILTER_BAR (galley_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (GalleyFilterBar, galley_filter_bar, GALLEY, FILTER_BAR, GtkWidget)

void galley_filter_bar_update (GalleyFilterBar *self,
                               GalleyReview *review,
                               const GalleyFilter *filter,
                               const GalleyFilterCounts *counts);
const char *galley_filter_bar_get_count (GalleyFilterBar *self);

G_END_DECLS
