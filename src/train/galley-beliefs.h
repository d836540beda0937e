/* galley-beliefs.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean galley_beliefs_read (const char *path, GPtrArray *articles, GError **error);

G_END_DECLS
