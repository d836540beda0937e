/* galley-str.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean galley_set_str (char **field, const char *value);
char *galley_str_fold (const char *text);

G_END_DECLS
