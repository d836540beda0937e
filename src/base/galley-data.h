/* galley-data.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *galley_data_find_built (const char *name);
char *galley_data_find (const char *name);

G_END_DECLS
