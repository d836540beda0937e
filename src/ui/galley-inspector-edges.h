/* galley-inspector-edges.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/galley-inspector-section.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_INSPECTOR_EDGES (galley_inspector_edges_get_type ())
G_DECLARE_FINAL_TYPE (
    GalleyInspectorEdges, galley_inspector_edges, GALLEY, INSPECTOR_EDGES, GalleyInspectorSection)

void galley_inspector_edges_set_part (GalleyInspectorEdges *self, guint part);

G_END_DECLS
