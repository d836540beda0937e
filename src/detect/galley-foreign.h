/* galley-foreign.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-link.h"
#include "detect/galley-reader.h"
#include "language/galley-languages.h"

G_BEGIN_DECLS

const GalleyReader *galley_foreign_get_reader (void);
GPtrArray *galley_foreign_find_quotes (const GalleyText *text,
                                       const gboolean *wanted,
                                       const GalleyLanguage *language);

G_END_DECLS
