/* galley-text-marks-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/galley-text-labels-private.h"

G_BEGIN_DECLS

void _galley_text_write_legend (GalleyTerminal *terminal);
guint _galley_text_write_article (GalleyTerminal *terminal,
                                  GalleyReview *review,
                                  const GalleyLabels *labels);

G_END_DECLS
