/* galley-recent-list.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GalleyRecentList:
 *
 * The articles and annotation files that were open last, newest first. Choosing one runs
 * `win.open-uri` of the window around it.
 *
 * Properties: `n-files` (read-only).
 */
#define GALLEY_TYPE_RECENT_LIST (galley_recent_list_get_type ())
G_DECLARE_FINAL_TYPE (GalleyRecentList, galley_recent_list, GALLEY, RECENT_LIST, GtkWidget)

GtkWidget *galley_recent_list_new (void);
guint galley_recent_list_get_n_files (GalleyRecentList *self);
void galley_recent_list_refresh (GalleyRecentList *self);

void galley_recent_list_remember (GFile *file);

G_END_DECLS
