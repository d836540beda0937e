/* galley-reader-features.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reader-features.h"

/* Training and running share this file, so that they cannot look at different things. A change here
 * or in the lists of reporting words makes the model in data/models stale: learn it anew. */

static const GalleyReaderWord edge = { .facts = { .folded = 1, .exact = 1, .shape = 1 } };

typedef struct
{
  guint32 *next;
  guint32 template;
} Writer;

static const GalleyReaderWord *
word_at (const GalleyReaderSequence *self, gint position)
{
  return position >= 0 && (guint) position < self->n_words ? &self->words[position] : &edge;
}

/* Each call is a template of its own: their order in this file is what tells them apart. */
static inline void
put (Writer *writer, guint32 value)
{
  *writer->next++ = galley_hash_pair (++writer->template, value);
}

static inline guint32
pair (guint32 a, guint32 b)
{
  return galley_hash_pair (a, b);
}

static guint32
bucket (gint distance)
{
  if (distance < 0)
    distance = -distance;
  if (distance <= 3)
    return (guint32) distance;
  return distance <= 5 ? 4 : distance <= 9 ? 5 : distance <= 19 ? 6 : 7;
}

static void
put_words (Writer *writer, const GalleyReaderSequence *self, gint i)
{
  const GalleyReaderWord *word = word_at (self, i);
  const GalleyReaderWord *left = word_at (self, i - 1);
  const GalleyReaderWord *right = word_at (self, i + 1);

  put (writer, 0);
  put (writer, word->facts.folded);
  put (writer, left->facts.folded);
  put (writer, right->facts.folded);
  put (writer, word_at (self, i - 2)->facts.folded);
  put (writer, word_at (self, i + 2)->facts.folded);
  put (writer, word_at (self, i + 3)->facts.folded);
  put (writer, pair (left->facts.folded, word->facts.folded));
  put (writer, pair (word->facts.folded, right->facts.folded));
  put (writer, pair (left->facts.folded, right->facts.folded));
  put (writer, pair (left->facts.folded, word_at (self, i - 2)->facts.folded));
  put (writer, pair (right->facts.folded, word_at (self, i + 2)->facts.folded));
  put (writer, word->lemma);
  put (writer, pair (word->lemma, word->tag));
  put (writer, pair (left->lemma, word->tag));
  put (writer, pair (right->lemma, word->tag));
  put (writer, word->facts.shape);
  put (writer, pair (left->facts.shape, word->facts.shape));
  put (writer, word->facts.suffix[2]);
  put (writer, word->facts.suffix[3]);
}

static void
put_tags (Writer *writer, const GalleyReaderSequence *self, gint i)
{
  guint32 tag = word_at (self, i)->tag;
  guint32 left = word_at (self, i - 1)->tag;
  guint32 right = word_at (self, i + 1)->tag;
  guint32 left2 = word_at (self, i - 2)->tag;
  guint32 right2 = word_at (self, i + 2)->tag;

  put (writer, tag);
  put (writer, left << 8 | tag);
  put (writer, tag << 8 | right);
  put (writer, left << 16 | tag << 8 | right);
  put (writer, left2 << 16 | left << 8 | tag);
  put (writer, tag << 16 | right << 8 | right2);
  put (writer, pair (right << 16 | right2 << 8 | (guint32) word_at (self, i + 3)->tag, tag));
  put (writer, pair (left << 16 | left2 << 8 | (guint32) word_at (self, i - 3)->tag, tag));
}

static guint32
place_of (const GalleyReaderWord *word)
{
  return (guint32) word->place << 4 | word->quoted;
}

static void
put_quotation (Writer *writer, const GalleyReaderSequence *self, gint i)
{
  const GalleyReaderWord *word = word_at (self, i);
  guint32 here = place_of (word);
  guint32 left = place_of (word_at (self, i - 1));
  guint32 right = place_of (word_at (self, i + 1));

  put (writer, left << 16 | here << 8 | right);
  put (writer, pair (here, word->tag));
  put (writer, pair (left << 8 | right, word->facts.folded));
  put (writer, pair (left << 8 | place_of (word_at (self, i - 2)), here));
  put (writer, pair (right << 8 | place_of (word_at (self, i + 2)), here));
}

static void
put_marks (Writer *writer, const GalleyReaderSequence *self, gint i)
{
  const GalleyReaderWord *word = word_at (self, i);
  const GalleyReaderWord *left = word->left_mark >= 0 ? &self->words[word->left_mark] : &edge;
  const GalleyReaderWord *right = word->right_mark >= 0 ? &self->words[word->right_mark] : &edge;
  guint32 to_left = bucket (i - MAX (word->left_mark, word->sentence_start - 1));
  guint32 to_right = bucket ((word->right_mark >= 0 ? word->right_mark : word->sentence_end) - i);

  put (writer, pair (left->facts.folded, to_left));
  put (writer, pair (right->facts.folded, to_right));
  put (writer, pair (left->facts.folded, right->facts.folded));
  put (writer, pair (pair (left->facts.folded, word->tag), place_of (word)));
  put (writer, pair (pair (right->facts.folded, word->tag), place_of (word)));
}

/* The reporting words to both sides: the strongest sign there is of what a word belongs to. */
static void
put_cues (Writer *writer, const GalleyReaderSequence *self, gint i)
{
  const GalleyReaderWord *word = word_at (self, i);
  const GalleyReaderWord *left = word->left_cue >= 0 ? &self->words[word->left_cue] : &edge;
  const GalleyReaderWord *right = word->right_cue >= 0 ? &self->words[word->right_cue] : &edge;
  guint32 to_left = word->left_cue >= 0 ? bucket (i - word->left_cue) : 15;
  guint32 to_right = word->right_cue >= 0 ? bucket (word->right_cue - i) : 15;
  const GalleyReaderWord *after = word->left_cue >= 0 ? word_at (self, word->left_cue + 1) : &edge;
  gboolean mark_left = word->left_cue >= 0 && word->left_mark > word->left_cue;
  gboolean mark_right =
      word->right_cue >= 0 && word->right_mark >= 0 && word->right_mark < word->right_cue;
  guint32 sides = (guint32) left->cue << 16 | (guint32) right->cue << 8 | (guint32) mark_left << 1
                  | (guint32) mark_right;

  put (writer, pair (word->cue, word->tag));
  put (writer,
       pair (word->cue, (guint32) word_at (self, i - 1)->tag << 8 | word_at (self, i + 1)->tag));
  put (writer, (guint32) word_at (self, i - 1)->cue << 8 | word_at (self, i + 1)->cue);
  put (writer, pair (word_at (self, i - 1)->cue, word->facts.folded));
  put (writer, pair (word_at (self, i + 1)->cue, word->tag));
  put (writer, sides);
  put (writer, pair (sides, to_left << 8 | to_right));
  put (writer, pair (sides, word->tag));
  put (writer, pair (left->lemma, to_left));
  put (writer, pair (right->lemma, to_right));
  put (writer, pair (left->lemma, (guint32) mark_left << 8 | place_of (word)));
  put (writer, pair (right->lemma, (guint32) mark_right << 8 | place_of (word)));
  put (writer, pair (left->lemma, right->lemma));
  put (writer, pair (left->lemma, after->facts.folded));
  put (writer, pair (pair (left->lemma, after->tag), to_left));
  put (writer, pair (left->lemma, word->facts.folded));
  put (writer, pair (right->lemma, word->facts.folded));
  put (writer, pair (left->tag, to_left << 8 | word->tag));
  put (writer, pair (right->tag, to_right << 8 | word->tag));
  put (writer, pair (place_of (left) << 8 | place_of (right), place_of (word)));
}

/* The nearest verbs, whether they are known to report or not. */
static void
put_verbs (Writer *writer, const GalleyReaderSequence *self, gint i)
{
  const GalleyReaderWord *word = word_at (self, i);
  const GalleyReaderWord *left = word->left_verb >= 0 ? &self->words[word->left_verb] : &edge;
  const GalleyReaderWord *right = word->right_verb >= 0 ? &self->words[word->right_verb] : &edge;
  guint32 to_left = word->left_verb >= 0 ? bucket (i - word->left_verb) : 15;
  guint32 to_right = word->right_verb >= 0 ? bucket (word->right_verb - i) : 15;

  put (writer, pair (left->lemma, to_left));
  put (writer, pair (right->lemma, to_right));
  put (writer, pair (left->lemma, word->tag));
  put (writer, pair (right->lemma, word->tag));
  put (writer, pair (left->tag << 8 | right->tag, word->tag));
  put (writer, pair (word->left_path, word->tag));
  put (writer, pair (word->right_path, word->tag));
  put (writer, pair (word->left_path, word_at (self, i + 1)->tag));
  put (writer, pair (word->right_path, word_at (self, i - 1)->tag));
}

/* What stands before and behind the quotation marks around a word. */
static void
put_around (Writer *writer, const GalleyReaderSequence *self, gint i)
{
  const GalleyReaderWord *word = word_at (self, i);
  const GalleyReaderWord *before = word_at (self, word->before_quote);
  const GalleyReaderWord *after = word_at (self, word->after_quote);
  guint32 here = place_of (word);

  put (writer, pair (self->around, here));
  put (writer, pair (self->around, pair (word->cue, word->tag)));
  if (word->before_quote < 0 && word->after_quote < 0)
    return;
  put (writer, pair (before->lemma, here));
  put (writer, pair (after->lemma, here));
  put (writer, pair (before->tag << 8 | after->tag, here));
  put (writer, pair ((guint32) before->cue << 8 | after->cue, here));
}

static void
put_position (Writer *writer, const GalleyReaderSequence *self, gint i)
{
  const GalleyReaderWord *word = word_at (self, i);
  const GalleyReaderWord *first = &self->words[word->sentence_start];
  const GalleyReaderWord *last = &self->words[word->sentence_end - 1];
  guint32 from_start = bucket (i - word->sentence_start);
  guint32 to_end = bucket (word->sentence_end - 1 - i);
  guint32 head = self->headline;

  put (writer, from_start << 8 | to_end);
  put (writer, pair (head, word->tag));
  put (writer, pair (head, (guint32) word->cue << 8 | from_start));
  put (writer, pair (word->noun, word->tag));
  put (writer, pair (word->noun, (guint32) word_at (self, i + 1)->cue << 8 | word->place));
  put (writer, pair (first->facts.folded, from_start));
  put (writer, pair (last->facts.folded, to_end));
  put (writer, pair (first->tag, (guint32) (word->sentence_start == 0) << 8 | word->place));
  put (writer, pair (place_of (first), place_of (word)));
}

/**
 * galley_reader_features:
 * @features: (out caller-allocates) (array fixed-size=96)
 *
 * What the words around a place say of its label.
 *
 * Returns: how many features were written
 */
guint
galley_reader_features (const GalleyReaderSequence *self, guint position, guint32 *features)
{
  Writer writer = { features, 0 };

  put_words (&writer, self, (gint) position);
  put_tags (&writer, self, (gint) position);
  put_quotation (&writer, self, (gint) position);
  put_marks (&writer, self, (gint) position);
  put_cues (&writer, self, (gint) position);
  put_position (&writer, self, (gint) position);
  put_verbs (&writer, self, (gint) position);
  put_around (&writer, self, (gint) position);
  return (guint) (writer.next - features);
}
