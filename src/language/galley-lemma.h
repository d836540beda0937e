/* galley-lemma.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/galley-tagger.h"

G_BEGIN_DECLS

#define GALLEY_LEMMA_MAX 48

/* Writes the lemma of a word of at most GALLEY_LEMMA_MAX - 2 bytes in lower case, without
 * allocating. Returns its length. */
gsize galley_lemma_write (const char *folded_word, gsize length, GalleyTag tag, char *lemma);

G_END_DECLS
