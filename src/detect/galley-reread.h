/* galley-reread.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-reader.h"

G_BEGIN_DECLS

void galley_reread_marks (const GalleyText *text, const gboolean *wanted, GArray *marks);

G_END_DECLS
