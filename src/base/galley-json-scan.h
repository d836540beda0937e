/* galley-json-scan.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "base/galley-json-slice.h"

G_BEGIN_DECLS

gboolean galley_json_scan (const char *data,
                           gsize length,
                           const char *const *long_path,
                           GalleyJsonSlice *root,
                           GError **error);

G_END_DECLS
