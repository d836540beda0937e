/* galley-row-mark.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/galley-types.h"

G_BEGIN_DECLS

/**
 * GalleyRowMark:
 *
 * The verdict as a drawn sign, by form first: an open circle, a filled one with a tick, a pencil, a
 * cross. Its colour is that of the text, set by the style classes `unreviewed`, `accepted`, …
 */
#define GALLEY_TYPE_ROW_MARK (galley_row_mark_get_type ())
G_DECLARE_FINAL_TYPE (GalleyRowMark, galley_row_mark, GALLEY, ROW_MARK, GtkWidget)

void galley_row_mark_set_status (GalleyRowMark *self, GalleyStatus status);

G_END_DECLS
