/* galley-tagger.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/galley-text.h"

G_BEGIN_DECLS

/* Part-of-speech tags are the Penn Treebank's (XPOS of UD English); GalleyTag numbers them.
 * galley_tag_to_string() and galley_tag_from_string() name them. */
typedef guint16 GalleyTag;
#define GALLEY_TAG_NONE 0

const char *galley_tag_to_string (GalleyTag tag);
GalleyTag galley_tag_from_string (const char *name);
gboolean galley_tag_is_verb (GalleyTag tag);
gboolean galley_tag_is_noun (GalleyTag tag);
gboolean galley_tag_is_proper_noun (GalleyTag tag);

void galley_text_tag (GalleyText *text);
char *galley_lemma (const char *folded_word, GalleyTag tag);

G_END_DECLS
