/* galley-inspector-parts.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/galley-inspector-section.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_INSPECTOR_PARTS (galley_inspector_parts_get_type ())
G_DECLARE_FINAL_TYPE (
    GalleyInspectorParts, galley_inspector_parts, GALLEY, INSPECTOR_PARTS, GalleyInspectorSection)

void galley_inspector_parts_set_part (GalleyInspectorParts *self, guint part);

G_END_DECLS
