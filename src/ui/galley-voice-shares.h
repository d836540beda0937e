/* galley-voice-shares.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-voices.h"

G_BEGIN_DECLS

void galley_voice_shares_to_percent (const GalleyVoices *voices, guint percent[GALLEY_N_VOICES]);
void galley_voice_shares_to_widths (const GalleyVoices *voices,
                                    int width,
                                    int least,
                                    int widths[GALLEY_N_VOICES]);

G_END_DECLS
