/* galley-inspector-source.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/galley-inspector-section.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_INSPECTOR_SOURCE (galley_inspector_source_get_type ())
G_DECLARE_FINAL_TYPE (GalleyInspectorSource,
                      galley_inspector_source,
                      GALLEY,
                      INSPECTOR_SOURCE,
                      GalleyInspectorSection)

void galley_inspector_source_open_merge (GalleyInspectorSource *self);

G_END_DECLS
