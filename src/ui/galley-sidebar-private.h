/* galley-sidebar-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/galley-filter-bar.h"
#include "ui/galley-filter-popover.h"
#include "ui/galley-sidebar-page.h"
#include "ui/galley-sidebar.h"

G_BEGIN_DECLS

struct _GalleySidebar
{
  GtkWidget parent_instance;

  GtkWidget *layout;
  GtkWidget *tabs;
  GtkToggleButton *tab_source;
  GtkToggleButton *tab_quote;
  GtkToggleButton *tab_opinion;
  GtkToggleButton *tab_note;
  GtkMenuButton *filter_button;
  GalleyFilterPopover *filter_popover;
  GalleyFilterBar *filter_bar;
  GtkStack *stack;

  GtkToggleButton *tab[GALLEY_N_KINDS]; /* the four above, by kind */
  GalleySidebarPage *page[GALLEY_N_KINDS];

  GalleyReview *review;
  GSignalGroup *review_signals;
  GalleyAnnotation *selected;
  GalleyFilter *filter;
  GalleyFilterCounts *counts; /* while a filter is on; else NULL */
  guint filter_id;
  GalleyKind kind;
  gboolean editable;
  gboolean busy;
};

/* galley-sidebar.c */
void _galley_sidebar_update_tabs (GalleySidebar *self);
void _galley_sidebar_notify_filter (GalleySidebar *self);

/* galley-sidebar-filter.c */
void _galley_sidebar_class_bind_filter (GtkWidgetClass *widget_class);
void _galley_sidebar_update_filter (GalleySidebar *self);
void _galley_sidebar_queue_update_filter (GalleySidebar *self);

G_END_DECLS
