/* galley-tagger-decode.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/galley-linear-model.h"
#include "language/galley-tagger-features.h"

G_BEGIN_DECLS

/* Tags a sentence of at most GALLEY_TAGGER_LONGEST words; the tags are labels of the model. */
#define GALLEY_TAGGER_LONGEST 512

void galley_tagger_decode (const GalleyLinearModel *model,
                           const GalleyTaggerWord *words,
                           guint n_words,
                           guint64 verbs,
                           guint8 *labels);

G_END_DECLS
