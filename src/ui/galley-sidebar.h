/* galley-sidebar.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/galley-filter.h"
#include "model/galley-review.h"

G_BEGIN_DECLS

/**
 * GalleySidebar:
 *
 * The lists of an article's sources with their quotes, its quotes, opinions and notes. Choosing a
 * row selects; a verdict is given by the row's own buttons.
 *
 * Properties: `review` (nullable), `selected` (GalleyAnnotation, nullable), `editable` (whether
 * verdicts can be given), `busy` (whether the article is still being read), `page` (the #GalleyKind
 * whose list is open), `filter` (GalleyFilter: what the lists show).
 */
#define GALLEY_TYPE_SIDEBAR (galley_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (GalleySidebar, galley_sidebar, GALLEY, SIDEBAR, GtkWidget)

GtkWidget *galley_sidebar_new (void);

GalleyReview *galley_sidebar_get_review (GalleySidebar *self);
void galley_sidebar_set_review (GalleySidebar *self, GalleyReview *review);
GalleyAnnotation *galley_sidebar_get_selected (GalleySidebar *self);
void galley_sidebar_set_selected (GalleySidebar *self, GalleyAnnotation *annotation);
gboolean galley_sidebar_get_editable (GalleySidebar *self);
void galley_sidebar_set_editable (GalleySidebar *self, gboolean editable);
gboolean galley_sidebar_get_busy (GalleySidebar *self);
void galley_sidebar_set_busy (GalleySidebar *self, gboolean busy);
GalleyKind galley_sidebar_get_page (GalleySidebar *self);
void galley_sidebar_set_page (GalleySidebar *self, GalleyKind kind);
const GalleyFilter *galley_sidebar_get_filter (GalleySidebar *self);
void galley_sidebar_set_filter (GalleySidebar *self, const GalleyFilter *filter);
void galley_sidebar_focus_filter (GalleySidebar *self);
void galley_sidebar_focus_list (GalleySidebar *self);

G_END_DECLS
