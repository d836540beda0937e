/* galley-opinion-features.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-opinion-cues.h"
#include "language/galley-word-facts.h"

G_BEGIN_DECLS

/* A sentence is looked at up to this many tokens: what is longer is a table or an attack. */
#define GALLEY_OPINION_LONGEST 512

#define GALLEY_OPINION_MAX_GRAMS  (5 * GALLEY_OPINION_LONGEST + 4)
#define GALLEY_OPINION_MAX_LOADED 32

/**
 * GalleyOpinionWord:
 * @facts: of its letters
 * @sign: the word; of names and numbers their tag, of what others say that it is theirs
 * @tag: part of speech
 * @sort: first letter of the tag: all verbs alike, all nouns
 * @cue: what sort of cue it belongs to, a #GalleyOpinionGroup + 1; 0: none
 * @theirs: whether it is what somebody else says
 */
typedef struct
{
  GalleyWordFacts facts;
  guint32 sign;
  guint16 tag;
  guint8 sort;
  guint8 cue;
  gboolean theirs;
} GalleyOpinionWord;

/**
 * GalleyOpinionSentence:
 * @words: (array length=n_words)
 * @first_token: of the text
 * @n_judging: how many of them are judging words or labels
 *
 * What the models of opinions see of a sentence.
 */
typedef struct
{
  GalleyOpinionWord words[GALLEY_OPINION_LONGEST];
  guint n_words;
  guint first_token;
  guint n_judging;
} GalleyOpinionSentence;

/* What is counted in a sentence. */
enum
{
  GALLEY_OPINION_BIAS,
  GALLEY_OPINION_FIRST_GROUP,
  GALLEY_OPINION_FIRST_SHAPE = GALLEY_OPINION_FIRST_GROUP + 2 * GALLEY_N_OPINION_GROUPS,
  GALLEY_OPINION_ASKS = GALLEY_OPINION_FIRST_SHAPE,
  GALLEY_OPINION_EXCLAIMS,
  GALLEY_OPINION_SHORT,
  GALLEY_OPINION_LONG,
  GALLEY_OPINION_DASHES,
  GALLEY_OPINION_NUMBERS,
  GALLEY_OPINION_NAMES,
  GALLEY_OPINION_REPORTS,
  GALLEY_OPINION_QUOTES,
  GALLEY_OPINION_DATES,
  GALLEY_OPINION_NEGATES,
  GALLEY_OPINION_COMPARES,
  GALLEY_OPINION_DEFINES,
  GALLEY_OPINION_OPENS_WITH_TURN,
  GALLEY_OPINION_OPENS_WITH_THIS,
  GALLEY_OPINION_ADVERBS,
  GALLEY_OPINION_MODALS,
  GALLEY_OPINION_ASIDES,
  GALLEY_OPINION_PRESENT,
  GALLEY_OPINION_PAST,
  GALLEY_N_OPINION_FEATURES,
};

void galley_opinion_sentence_init (GalleyOpinionSentence *self,
                                   const GalleyText *text,
                                   GalleyTokenRun run,
                                   const gboolean *said,
                                   const GArray *cues);
void galley_opinion_features (const GalleyOpinionSentence *self,
                              const GalleyText *text,
                              const GArray *cues,
                              float *features);
guint galley_opinion_grams (const GalleyOpinionSentence *self, guint32 *features);
double galley_opinion_gram_value (guint n_features);
guint galley_opinion_loaded_features (const GalleyOpinionSentence *self,
                                      guint position,
                                      double strength,
                                      guint32 *features);

G_END_DECLS
