/* galley-filter-popover.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/galley-filter.h"

G_BEGIN_DECLS

/**
 * GalleyFilterPopover:
 *
 * Where a filter is put together: words, and what there is of each facet with counts.
 *
 * Signal `changed` (GalleyFilter): the reader asks for another filter.
 */
#define GALLEY_TYPE_FILTER_POPOVER (galley_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (
    GalleyFilterPopover, galley_filter_popover, GALLEY, FILTER_POPOVER, GtkPopover)

void galley_filter_popover_update (GalleyFilterPopover *self,
                                   GalleyReview *review,
                                   const GalleyFilter *filter,
                                   const GalleyFilterCounts *counts);
void galley_filter_popover_focus_words (GalleyFilterPopover *self);

G_END_DECLS
