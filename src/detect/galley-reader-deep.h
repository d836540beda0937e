/* galley-reader-deep.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-reader.h"

G_BEGIN_DECLS

const GalleyReader *galley_reader_deep_get (void);

G_END_DECLS
