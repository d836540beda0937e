/* galley-window-title.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GalleyWindowTitle:
 *
 * A title and a smaller line beneath it, for the middle of a header bar. Named after
 * AdwWindowTitle.
 */
#define GALLEY_TYPE_WINDOW_TITLE (galley_window_title_get_type ())
G_DECLARE_FINAL_TYPE (GalleyWindowTitle, galley_window_title, GALLEY, WINDOW_TITLE, GtkWidget)

GtkWidget *galley_window_title_new (void);
const char *galley_window_title_get_title (GalleyWindowTitle *self);
void galley_window_title_set_title (GalleyWindowTitle *self, const char *title);
const char *galley_window_title_get_subtitle (GalleyWindowTitle *self);
void galley_window_title_set_subtitle (GalleyWindowTitle *self, const char *subtitle);

G_END_DECLS
