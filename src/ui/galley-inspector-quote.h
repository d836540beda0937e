/* galley-inspector-quote.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/galley-inspector-section.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_INSPECTOR_QUOTE (galley_inspector_quote_get_type ())
G_DECLARE_FINAL_TYPE (
    GalleyInspectorQuote, galley_inspector_quote, GALLEY, INSPECTOR_QUOTE, GalleyInspectorSection)

G_END_DECLS
