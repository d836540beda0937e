/* galley-inspector-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/galley-inspector-section.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_INSPECTOR_PRIVATE (galley_inspector_private_get_type ())
G_DECLARE_FINAL_TYPE (GalleyInspectorPrivate,
                      galley_inspector_private,
                      GALLEY,
                      INSPECTOR_PRIVATE,
                      GalleyInspectorSection)

G_END_DECLS
