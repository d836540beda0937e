/* galley-crc.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint32 galley_crc32 (const guint8 *data, gsize length);

G_END_DECLS
