/* galley-inspector-note.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/galley-inspector-section.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_INSPECTOR_NOTE (galley_inspector_note_get_type ())
G_DECLARE_FINAL_TYPE (
    GalleyInspectorNote, galley_inspector_note, GALLEY, INSPECTOR_NOTE, GalleyInspectorSection)

G_END_DECLS
