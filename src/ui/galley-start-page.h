/* galley-start-page.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GalleyStartPage:
 *
 * What a window without an article shows: the ways to get one.
 */
#define GALLEY_TYPE_START_PAGE (galley_start_page_get_type ())
G_DECLARE_FINAL_TYPE (GalleyStartPage, galley_start_page, GALLEY, START_PAGE, GtkWidget)

GtkWidget *galley_start_page_new (void);

G_END_DECLS
