/* galley-voice-pattern.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/galley-voices.h"
#include "ui/galley-palette.h"

G_BEGIN_DECLS

void galley_voice_pattern_draw (cairo_t *cr,
                                const GalleyPalette *palette,
                                GalleyVoice voice,
                                gboolean receding,
                                const GdkRectangle *area);

G_END_DECLS
