/* galley-reader-features.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-reader-labels.h"
#include "language/galley-word-facts.h"

G_BEGIN_DECLS

/* Longest run of tokens that is read at once; longer paragraphs are read in pieces. */
#define GALLEY_READER_LONGEST      1024
#define GALLEY_READER_MAX_FEATURES 96

typedef enum
{
  GALLEY_PLACE_PLAIN,
  GALLEY_PLACE_OPENING,
  GALLEY_PLACE_CLOSING,
  GALLEY_PLACE_QUOTED,
} GalleyPlace;

/* What the paragraphs around one say of it, and its own edges. */
typedef enum
{
  GALLEY_AROUND_AFTER_COLON = 1 << 0,
  GALLEY_AROUND_BEFORE_QUOTATION = 1 << 1,
  GALLEY_AROUND_AFTER_QUOTATION = 1 << 2,
  GALLEY_AROUND_ENDS_WITH_COLON = 1 << 3,
  GALLEY_AROUND_GOES_ON = 1 << 4, /* its quotation began in the paragraph before */
} GalleyAround;

/**
 * GalleyReaderWord:
 * @facts: of its letters
 * @lemma: hash of its dictionary form
 * @tag: part of speech
 * @sentence_start: position of its sentence's first word in the sequence
 * @sentence_end: one past its last
 * @left_cue: the nearest word to its left in the sentence that may report speech, or −1
 * @right_cue: the nearest to its right, or −1
 * @left_mark: the nearest punctuation mark to its left in the sentence, or −1
 * @right_mark: the nearest to its right, or −1
 * @left_verb: the nearest main verb to its left in the sentence, or −1
 * @right_verb: the nearest to its right, or −1
 * @left_path: hash of the classes of words from the nearest reporting word or main verb to its left
 * up to this one, or 0 where that is far
 * @right_path: the same to its right
 * @before_quote: within quotation marks, the word before them, or −1
 * @after_quote: within quotation marks, the word behind them, or −1
 * @cue: what sort of reporting word it is itself, 0 if none
 * @noun: what sort of source a noun names, 0 if it is not known for one
 * @place: where it stands to quotation marks
 * @quoted: how long the quotation is that it stands in: 0 none, 1 up to 3 tokens … 4 over 14
 *
 * What the fast reader sees of one token.
 */
typedef struct
{
  GalleyWordFacts facts;
  guint32 lemma;
  guint32 left_path;
  guint32 right_path;
  guint16 tag;
  gint16 sentence_start;
  gint16 sentence_end;
  gint16 left_cue;
  gint16 right_cue;
  gint16 left_mark;
  gint16 right_mark;
  gint16 left_verb;
  gint16 right_verb;
  gint16 before_quote;
  gint16 after_quote;
  guint8 cue;
  guint8 noun;
  guint8 place;
  guint8 quoted;
} GalleyReaderWord;

/**
 * GalleyReaderSequence:
 * @words: (array length=n_words)
 * @first_token: of the text
 * @paragraph: which one of the text
 * @around: #GalleyAround
 * @headline: whether it looks like a headline: no full stop at its end, among the first paragraphs
 *
 * A paragraph, or a piece of a long one.
 */
typedef struct
{
  GalleyReaderWord words[GALLEY_READER_LONGEST];
  guint n_words;
  guint first_token;
  guint paragraph;
  guint32 around;
  gboolean headline;
} GalleyReaderSequence;

guint galley_reader_sequence_end (const GalleyText *text, guint paragraph, guint first_token);
void galley_reader_sequence_init (GalleyReaderSequence *self,
                                  const GalleyText *text,
                                  guint paragraph,
                                  guint first_token);
guint galley_reader_features (const GalleyReaderSequence *self, guint position, guint32 *features);

/**
 * GalleyReaderGist:
 *
 * What the first pass found in a sequence, as the second pass looks at it; prepared by
 * galley_reader_gist_init().
 */
typedef struct
{
  const GalleyReaderSequence *sequence;
  const guint8 *labels;
  gint16 left[3][GALLEY_READER_LONGEST];
  gint16 right[3][GALLEY_READER_LONGEST];
  guint8 sentence[GALLEY_READER_LONGEST];
} GalleyReaderGist;

void galley_reader_gist_init (GalleyReaderGist *self,
                              const GalleyReaderSequence *sequence,
                              const guint8 *labels);
guint galley_reader_gist_features (const GalleyReaderGist *self, guint position, guint32 *features);

G_END_DECLS
