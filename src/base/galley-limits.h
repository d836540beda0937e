/* galley-limits.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* What is read from strangers is bounded here, once for all layers. Sizes in bytes unless said. */
#define GALLEY_LIMIT_FILE    ((gsize) 256 * 1024 * 1024)
#define GALLEY_LIMIT_TEXT    ((gsize) 64 * 1024 * 1024)
#define GALLEY_LIMIT_STRING  ((gsize) 64 * 1024)
#define GALLEY_LIMIT_DEPTH   32
#define GALLEY_LIMIT_ITEMS   100000
#define GALLEY_LIMIT_MEMBERS 1024
