/* galley-tagger-features.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/galley-text.h"
#include "language/galley-word-facts.h"

G_BEGIN_DECLS

#define GALLEY_TAGGER_MAX_FEATURES 48

/**
 * GalleyTaggerWord:
 * @facts: of its letters
 * @flags: those #GalleyTokenFlags that a treebank knows as well
 *
 * What the tagger sees of one token.
 */
typedef struct
{
  GalleyWordFacts facts;
  guint16 flags;
} GalleyTaggerWord;

/**
 * GalleyTaggerSentence:
 * @words: (array length=n_words)
 * @before: tags, as numbers of the model's labels, already given from the left; [i] is read for
 *   words before the one that is asked for
 * @after: (nullable): tags of the pass before, read for words after it; %NULL in the first pass
 */
typedef struct
{
  const GalleyTaggerWord *words;
  guint n_words;
  const guint8 *before;
  const guint8 *after;
} GalleyTaggerSentence;

void galley_tagger_word_init (GalleyTaggerWord *self, const char *text, const GalleyToken *token);
guint galley_tagger_word_features (const GalleyTaggerSentence *sentence,
                                   guint position,
                                   guint32 *features);
guint galley_tagger_context_features (const GalleyTaggerSentence *sentence,
                                      guint position,
                                      guint32 *features);

G_END_DECLS
