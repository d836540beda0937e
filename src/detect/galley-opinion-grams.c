/* galley-opinion-grams.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "detect/galley-opinion-features.h"

/* Hashed features, shared by training and running: a change makes the model in data/models stale.
 */

/* So that a long sentence is not surer of itself for its length alone: all its word features
 * together weigh as much as this many counts. */
#define GRAM_NORM 3.0

/* Shorter words say all by themselves. */
#define LEAST_PARTED 5

static const GalleyOpinionWord edge = { .sign = 0 };

/* Each kind of feature hashes apart from the others. */
enum
{
  GRAM_WORD = 1,
  GRAM_PAIR,
  GRAM_ENDING,
  GRAM_LONG_ENDING,
  GRAM_STEM,
  GRAM_FIRST,
  GRAM_FIRST_TAGS,
  GRAM_LAST,
  LOADED = 32,
};

typedef struct
{
  guint32 *next;
  guint32 template;
} Writer;

static inline guint32
pair (guint32 a, guint32 b)
{
  return galley_hash_pair (a, b);
}

static inline void
put (guint32 **next, guint32 kind, guint32 value)
{
  *(*next)++ = pair (kind, value);
}

static const GalleyOpinionWord *
word_at (const GalleyOpinionSentence *self, gint position)
{
  return position >= 0 && (guint) position < self->n_words ? &self->words[position] : &edge;
}

static gboolean
is_parted (const GalleyOpinionWord *word)
{
  return word->sign == word->facts.folded && word->facts.length >= LEAST_PARTED;
}

/**
 * galley_opinion_grams:
 * @features: (out caller-allocates) (array fixed-size=GALLEY_OPINION_MAX_GRAMS)
 *
 * The words of a sentence, their pairs, beginnings and endings; names and numbers by their part of
 * speech alone, so that no opinion hangs on whom it is about.
 *
 * Returns: how many features were written
 */
guint
galley_opinion_grams (const GalleyOpinionSentence *self, guint32 *features)
{
  guint32 *next = features;

  for (guint i = 0; i < self->n_words; i++)
    {
      const GalleyOpinionWord *word = &self->words[i];

      put (&next, GRAM_WORD, word->sign);
      put (&next, GRAM_PAIR, pair (word_at (self, (gint) i - 1)->sign, word->sign));
      if (!is_parted (word))
        continue;
      put (&next, GRAM_ENDING, pair (word->facts.suffix[2], word->tag));
      put (&next, GRAM_LONG_ENDING, word->facts.suffix[3]);
      put (&next, GRAM_STEM, pair (word->facts.prefix[3], word->sort));
    }
  if (self->n_words > 0)
    {
      put (&next, GRAM_FIRST, self->words[0].sign);
      put (&next,
           GRAM_FIRST_TAGS,
           (guint32) self->words[0].tag << 16 | (guint32) word_at (self, 1)->tag);
      put (&next, GRAM_LAST, self->words[self->n_words - 1].sign);
      put (&next, GRAM_PAIR, pair (self->words[self->n_words - 1].sign, edge.sign));
    }
  return (guint) (next - features);
}

/**
 * galley_opinion_gram_value:
 * @n_features: how many features galley_opinion_grams() wrote
 *
 * Returns: what each of them counts
 */
double
galley_opinion_gram_value (guint n_features)
{
  return n_features > 0 ? GRAM_NORM / sqrt (n_features) : 0;
}

/* Each call is a template of its own: their order in this file is what tells them apart. */
static inline void
put_next (Writer *writer, guint32 value)
{
  *writer->next++ = pair (++writer->template, value);
}

/**
 * galley_opinion_loaded_features:
 * @position: a word of the sentence
 * @strength: 0..1, how surely the sentence states a view
 * @features: (out caller-allocates) (array fixed-size=GALLEY_OPINION_MAX_LOADED)
 *
 * What speaks for and against a word being loaded where it stands.
 *
 * Returns: how many features were written
 */
guint
galley_opinion_loaded_features (const GalleyOpinionSentence *self,
                                guint position,
                                double strength,
                                guint32 *features)
{
  const GalleyOpinionWord *word = &self->words[position];
  const GalleyOpinionWord *left = word_at (self, (gint) position - 1);
  const GalleyOpinionWord *right = word_at (self, (gint) position + 1);
  gboolean inner_capital = position > 0 && word->facts.capital;
  guint32 place = (guint32) word->theirs << 1 | (guint32) inner_capital;
  guint32 bucket = (guint32) (CLAMP (strength, 0, 1) * 10);
  Writer writer = { features, LOADED };

  put_next (&writer, 0);
  put_next (&writer, word->facts.folded);
  put_next (&writer, pair (word->facts.folded, word->tag));
  put_next (&writer, word->tag);
  put_next (&writer, left->facts.folded);
  put_next (&writer, right->facts.folded);
  put_next (&writer, pair (left->facts.folded, word->facts.folded));
  put_next (&writer, pair (word->facts.folded, right->facts.folded));
  put_next (&writer, (guint32) left->tag << 16 | word->tag);
  put_next (&writer, (guint32) word->tag << 16 | right->tag);
  put_next (&writer, pair ((guint32) left->tag << 16 | word->tag, right->tag));
  put_next (&writer, word->facts.suffix[2]);
  put_next (&writer, word->facts.suffix[3]);
  put_next (&writer, word->facts.prefix[2]);
  put_next (&writer, word->facts.prefix[3]);
  put_next (&writer, word->cue);
  put_next (&writer, (guint32) word->cue << 8 | place);
  put_next (&writer, pair (place, word->tag));
  put_next (&writer, left->cue);
  put_next (&writer, right->cue);
  put_next (&writer, bucket);
  put_next (&writer, bucket << 8 | word->cue);
  put_next (&writer, bucket << 16 | word->tag);
  put_next (&writer, MIN (self->n_judging, 3));
  return (guint) (writer.next - features);
}
