/* galley-preferences.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GalleyPreferences:
 *
 * What a person sets once for all articles. Every change applies at once.
 */
#define GALLEY_TYPE_PREFERENCES (galley_preferences_get_type ())
G_DECLARE_FINAL_TYPE (GalleyPreferences, galley_preferences, GALLEY, PREFERENCES, GtkWindow)

GtkWidget *galley_preferences_new (GtkWindow *parent, GSettings *settings);

G_END_DECLS
