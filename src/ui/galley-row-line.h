/* galley-row-line.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Code points counted as one character at most: a cluster of more is an attack on the height of a
 * line. */
#define GALLEY_ROW_LINE_MAX_CLUSTER 8

/* One line made of a stranger's text, safe beside ours. */
char *galley_row_line_shorten (const char *text, guint n_graphemes);
char *galley_row_line_isolate (const char *text);
char *galley_row_line_isolate_short (const char *text, guint n_graphemes);

G_END_DECLS
