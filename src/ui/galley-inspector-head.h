/* galley-inspector-head.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/galley-inspector-section.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_INSPECTOR_HEAD (galley_inspector_head_get_type ())
G_DECLARE_FINAL_TYPE (
    GalleyInspectorHead, galley_inspector_head, GALLEY, INSPECTOR_HEAD, GalleyInspectorSection)

G_END_DECLS
