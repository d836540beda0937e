/* galley-settings.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean galley_settings_find_schema (void);
GSettings *galley_settings_new (void);

G_END_DECLS
