/* galley-cues-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-cues.h"

G_BEGIN_DECLS

extern const GalleyCue _galley_cue_verbs[];
extern const guint _galley_n_cue_verbs;
extern const GalleyCue _galley_cue_nouns[];
extern const guint _galley_n_cue_nouns;
extern const GalleyCue _galley_cue_phrases[];
extern const guint _galley_n_cue_phrases;

G_END_DECLS
