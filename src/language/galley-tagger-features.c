/* galley-tagger-features.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-tagger-features.h"

/* Training and running share this file, so that they cannot look at different things. A change here
 * makes the model in data/models stale: learn it anew. */

#define KNOWN_FLAGS                                                                                \
  (GALLEY_TOKEN_SPACE_BEFORE | GALLEY_TOKEN_CAPITAL | GALLEY_TOKEN_ALL_CAPS | GALLEY_TOKEN_NUMBER  \
   | GALLEY_TOKEN_WORD)

/* Stands for the words before a sentence's first and after its last. */
static const GalleyTaggerWord edge = { .facts = { .folded = 1, .exact = 1, .shape = 1 } };

/**
 * galley_tagger_word_init:
 * @text: the text that the token's bytes count in
 */
void
galley_tagger_word_init (GalleyTaggerWord *self, const char *text, const GalleyToken *token)
{
  galley_word_facts_init (&self->facts, text + token->start, token->end - token->start);
  self->flags = (token->flags & KNOWN_FLAGS & ~(GALLEY_TOKEN_CAPITAL | GALLEY_TOKEN_ALL_CAPS));
}

static const GalleyTaggerWord *
word_at (const GalleyTaggerSentence *self, gint64 position)
{
  return position >= 0 && position < self->n_words ? &self->words[position] : &edge;
}

static inline guint32 *
put (guint32 *next, guint32 template, guint32 value)
{
  *next = galley_hash_pair (template, value);
  return next + 1;
}

static inline guint32 *
put_pair (guint32 *next, guint32 template, guint32 a, guint32 b)
{
  return put (next, template, galley_hash_pair (a, b));
}

/**
 * galley_tagger_word_features:
 * @features: (out caller-allocates) (array fixed-size=48)
 *
 * What speaks for a tag whatever the tags around it are.
 *
 * Returns: how many features were written
 */
guint
galley_tagger_word_features (const GalleyTaggerSentence *sentence,
                             guint position,
                             guint32 *features)
{
  const GalleyTaggerWord *word = &sentence->words[position];
  const GalleyTaggerWord *left = word_at (sentence, (gint64) position - 1);
  const GalleyTaggerWord *left2 = word_at (sentence, (gint64) position - 2);
  const GalleyTaggerWord *right = word_at (sentence, (gint64) position + 1);
  const GalleyTaggerWord *right2 = word_at (sentence, (gint64) position + 2);
  const GalleyWordFacts *facts = &word->facts;
  gboolean glued = (right->flags & GALLEY_TOKEN_SPACE_BEFORE) == 0;
  guint form = (guint) (facts->capital | facts->all_caps << 1 | facts->has_digit << 2
                        | facts->has_hyphen << 3 | (position == 0) << 4 | glued << 5
                        | ((word->flags & GALLEY_TOKEN_SPACE_BEFORE) != 0) << 6);
  guint32 *next = features;

  next = put (next, 1, 0);
  next = put (next, 2, facts->folded);
  next = put (next, 3, facts->exact);
  next = put_pair (next, 4, facts->shape, position == 0);
  next = put (next, 5, form);
  for (guint i = 0; i < GALLEY_WORD_N_SUFFIXES; i++)
    next = put_pair (next, 6 + i, facts->suffix[i], facts->capital);
  for (guint i = 0; i < GALLEY_WORD_N_PREFIXES; i++)
    next = put (next, 10 + i, facts->prefix[i]);
  next = put (next, 14, left->facts.folded);
  next = put (next, 15, left2->facts.folded);
  next = put (next, 16, right->facts.folded);
  next = put (next, 17, right2->facts.folded);
  next = put (next, 18, left->facts.suffix[2]);
  next = put (next, 19, right->facts.suffix[2]);
  next = put_pair (next, 20, left->facts.folded, facts->folded);
  next = put_pair (next, 21, facts->folded, right->facts.folded);
  next = put_pair (next, 22, left->facts.folded, right->facts.folded);
  next = put_pair (next, 23, facts->suffix[2], right->facts.folded);
  next = put_pair (next, 24, facts->suffix[2], left->facts.folded);
  next = put_pair (next, 25, left->facts.shape, facts->shape);
  next = put_pair (next, 26, facts->shape, right->facts.shape);
  next = put_pair (next, 27, right->facts.suffix[1], facts->suffix[1]);
  next = put_pair (next, 28, right->facts.folded, right2->facts.folded);
  return (guint) (next - features);
}

static guint32
tag_at (const guint8 *tags, guint n, gint64 position)
{
  return position >= 0 && position < n ? tags[position] : 255;
}

/**
 * galley_tagger_context_features:
 * @features: (out caller-allocates) (array fixed-size=48)
 *
 * What the tags around a word say of its own.
 *
 * Returns: how many features were written
 */
guint
galley_tagger_context_features (const GalleyTaggerSentence *sentence,
                                guint position,
                                guint32 *features)
{
  const GalleyWordFacts *facts = &sentence->words[position].facts;
  const GalleyWordFacts *right = &word_at (sentence, (gint64) position + 1)->facts;
  guint32 tag1 = tag_at (sentence->before, sentence->n_words, (gint64) position - 1);
  guint32 tag2 = tag_at (sentence->before, sentence->n_words, (gint64) position - 2);
  guint32 *next = features;

  next = put (next, 32, tag1);
  next = put_pair (next, 33, tag1, tag2);
  next = put_pair (next, 34, tag1, facts->folded);
  next = put_pair (next, 35, tag1, facts->suffix[2]);
  next = put_pair (next, 36, tag1, right->folded);
  next = put_pair (next, 37, galley_hash_pair (tag1, tag2), facts->folded);
  next = put_pair (next, 38, tag2, facts->folded);
  next = put_pair (next, 46, galley_hash_pair (tag1, right->suffix[1]), facts->suffix[2]);
  if (sentence->after != NULL)
    {
      guint32 after1 = tag_at (sentence->after, sentence->n_words, (gint64) position + 1);
      guint32 after2 = tag_at (sentence->after, sentence->n_words, (gint64) position + 2);

      next = put (next, 39, after1);
      next = put_pair (next, 40, after1, after2);
      next = put_pair (next, 41, after1, facts->folded);
      next = put_pair (next, 42, after1, facts->suffix[2]);
      next = put_pair (next, 43, tag1, after1);
      next = put_pair (next, 44, galley_hash_pair (tag1, after1), facts->folded);
      next = put_pair (next, 45, galley_hash_pair (tag1, tag2), after1);
    }
  return (guint) (next - features);
}
