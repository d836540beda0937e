/* galley-inspector-type.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/galley-inspector-section.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_INSPECTOR_TYPE (galley_inspector_type_get_type ())
G_DECLARE_FINAL_TYPE (
    GalleyInspectorType, galley_inspector_type, GALLEY, INSPECTOR_TYPE, GalleyInspectorSection)

G_END_DECLS
