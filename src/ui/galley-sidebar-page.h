/* galley-sidebar-page.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/galley-row-list.h"

G_BEGIN_DECLS

/**
 * GalleySidebarPage:
 *
 * One list of the sidebar, and what stands in its place while it is empty.
 *
 * Properties: `review`, `selected` (what is chosen, whether it has a row here or not), `editable`,
 * `busy` (whether the article is still being read), `count` (how many annotations of its kind).
 * Signal `show-all`: the reader wants to be rid of the filter.
 */
#define GALLEY_TYPE_SIDEBAR_PAGE (galley_sidebar_page_get_type ())
G_DECLARE_FINAL_TYPE (GalleySidebarPage, galley_sidebar_page, GALLEY, SIDEBAR_PAGE, GtkWidget)

GtkWidget *galley_sidebar_page_new (GalleyKind kind);

GalleyKind galley_sidebar_page_get_kind (GalleySidebarPage *self);
guint galley_sidebar_page_get_count (GalleySidebarPage *self);
void galley_sidebar_page_set_review (GalleySidebarPage *self, GalleyReview *review);
GalleyAnnotation *galley_sidebar_page_get_selected (GalleySidebarPage *self);
void galley_sidebar_page_set_selected (GalleySidebarPage *self, GalleyAnnotation *annotation);
void galley_sidebar_page_set_editable (GalleySidebarPage *self, gboolean editable);
void galley_sidebar_page_set_busy (GalleySidebarPage *self, gboolean busy);
void galley_sidebar_page_set_filter (GalleySidebarPage *self, const GalleyFilter *filter);
gboolean galley_sidebar_page_has_row (GalleySidebarPage *self, GalleyAnnotation *annotation);
GtkListView *galley_sidebar_page_get_view (GalleySidebarPage *self);

G_END_DECLS
