/* galley-link-leans.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-reader.h"

G_BEGIN_DECLS

double galley_link_weigh_lean (const GalleyReading *reading,
                               const GalleyReaderTraits *traits,
                               guint mark,
                               gint candidate);

G_END_DECLS
