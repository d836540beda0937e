/* galley-sole-sources.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-quotes.h"
#include "detect/galley-speakers.h"

G_BEGIN_DECLS

gboolean *galley_sole_sources_find (const GalleyText *text,
                                    GPtrArray *attributions,
                                    const GalleyQuoteFacts *facts,
                                    const GalleySpeakers *speakers);

G_END_DECLS
