/* galley-print.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* For programs that print an article's analysis for people. */
gboolean galley_print_wants_colour (int fd);
guint galley_print_get_width (int fd);
gboolean galley_print_write (int fd, const char *data, gsize length, GError **error);
gboolean galley_print_analysis (GFile *file, int fd, GError **error);
int galley_report_without_display (GFile *file);

G_END_DECLS
