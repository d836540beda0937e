/* galley-color-scheme.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GalleyColorScheme:
 *
 * Whether the windows are dark: what the person chose or, where they chose to follow, what the
 * desktop says through the settings portal. GTK 4 itself does not ask the portal.
 *
 * Properties: `choice` (`follow`, `light` or `dark`), `dark` (read-only).
 */
#define GALLEY_TYPE_COLOR_SCHEME (galley_color_scheme_get_type ())
G_DECLARE_FINAL_TYPE (GalleyColorScheme, galley_color_scheme, GALLEY, COLOR_SCHEME, GObject)

GalleyColorScheme *galley_color_scheme_new (void);
gboolean galley_color_scheme_get_dark (GalleyColorScheme *self);
const char *galley_color_scheme_get_choice (GalleyColorScheme *self);
void galley_color_scheme_set_choice (GalleyColorScheme *self, const char *choice);

G_END_DECLS
