/* galley-clamp.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GalleyClamp:
 *
 * Keeps its child in the middle and no wider than is good to read, as AdwClamp does.
 *
 * Properties: `child`, `maximum-size` (int, pixels).
 */
#define GALLEY_TYPE_CLAMP (galley_clamp_get_type ())
G_DECLARE_FINAL_TYPE (GalleyClamp, galley_clamp, GALLEY, CLAMP, GtkWidget)

void galley_clamp_set_child (GalleyClamp *self, GtkWidget *child);

G_END_DECLS
