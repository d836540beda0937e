/* galley-overview.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/galley-review.h"

G_BEGIN_DECLS

/**
 * GalleyOverview:
 *
 * What an editor asks first about an article, section by section; each line leads to its passage.
 * Follows the review while it is seen. Emits `activated` (nullable GalleyAnnotation, start, end)
 * when a person follows a line: to the annotation, or else to the place.
 *
 * Grabbing the focus goes back to the line that was followed last.
 */
#define GALLEY_TYPE_OVERVIEW (galley_overview_get_type ())
G_DECLARE_FINAL_TYPE (GalleyOverview, galley_overview, GALLEY, OVERVIEW, GtkWidget)

void galley_overview_set_review (GalleyOverview *self, GalleyReview *review);
void galley_overview_flush (GalleyOverview *self);

G_END_DECLS
