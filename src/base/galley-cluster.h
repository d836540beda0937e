/* galley-cluster.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean galley_cluster_begins (const char *text, gsize length, gsize byte);
gsize galley_cluster_back (const char *text, gsize length, gsize byte, guint n_chars);
gsize galley_cluster_forward (const char *text, gsize length, gsize byte, guint n_chars);

G_END_DECLS
