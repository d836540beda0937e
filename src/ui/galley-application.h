/* galley-application.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/galley-color-scheme.h"
#include "ui/galley-window.h"

G_BEGIN_DECLS

/**
 * GalleyApplication:
 *
 * The program: its windows, one an article, and what they share.
 */
#define GALLEY_TYPE_APPLICATION (galley_application_get_type ())
G_DECLARE_FINAL_TYPE (GalleyApplication, galley_application, GALLEY, APPLICATION, GtkApplication)

GalleyApplication *galley_application_new (void);
GalleyWindow *galley_application_find_window (GalleyApplication *self, GFile *file);
GalleyColorScheme *galley_application_get_color_scheme (GalleyApplication *self);

G_END_DECLS
