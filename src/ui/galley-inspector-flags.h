/* galley-inspector-flags.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/galley-details.h"
#include "model/galley-taxonomy.h"

G_BEGIN_DECLS

/**
 * GalleyInspectorFlags:
 *
 * Which terms of a set hold of something: a button that says how many, with a tick box a term
 * behind it. Emits `toggled` (id, on) when a person ticked one, never when the program did.
 *
 * Properties: `terms` (a #GalleyTerms), `spoken-label` (write-only).
 */
#define GALLEY_TYPE_INSPECTOR_FLAGS (galley_inspector_flags_get_type ())
G_DECLARE_FINAL_TYPE (
    GalleyInspectorFlags, galley_inspector_flags, GALLEY, INSPECTOR_FLAGS, GtkWidget)

void galley_inspector_flags_show (GalleyInspectorFlags *self, const GalleyDetails *details);

G_END_DECLS
