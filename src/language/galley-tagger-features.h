/* galley-tagger-features.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/galley-text.h"
#include "language/galley-word-classes.h"
#include "language/galley-word-facts.h"

G_BEGIN_DECLS

#define GALLEY_TAGGER_MAX_FEATURES 96

/**
 * GalleyTaggerWord:
 * @facts: of its letters
 * @classes: what running text tells of it
 * @flags: those #GalleyTokenFlags that a treebank knows as well
 *
 * What the tagger sees of one token.
 */
typedef struct
{
  GalleyWordFacts facts;
  GalleyWordClasses classes;
  guint16 flags;
} GalleyTaggerWord;

/**
 * GalleyTaggerSentence:
 * @words: (array length=n_words)
 * @before: tags, as numbers of the model's labels, already given from the left; [i] is read for
 *   words before the one that is asked for
 * @capitals: of galley_tagger_count_capitals()
 * @verbs: of each label, from the lowest bit on, whether it is a verb's, a modal's or that of “to”
 */
typedef struct
{
  const GalleyTaggerWord *words;
  guint n_words;
  const guint8 *before;
  guint capitals;
  guint64 verbs;
} GalleyTaggerSentence;

guint64 galley_tagger_find_verbs (const char *const *labels, guint n_labels);
void galley_tagger_word_init (GalleyTaggerWord *self, const char *text, const GalleyToken *token);
guint galley_tagger_count_capitals (const GalleyTaggerWord *words, guint n_words);
guint galley_tagger_own_features (const GalleyTaggerWord *word, guint32 *features);
guint galley_tagger_place_features (const GalleyTaggerSentence *sentence,
                                    guint position,
                                    guint32 *features);
guint galley_tagger_context_features (const GalleyTaggerSentence *sentence,
                                      guint position,
                                      guint32 *features);

G_END_DECLS
