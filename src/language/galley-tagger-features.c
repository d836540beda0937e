/* galley-tagger-features.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-tagger-features.h"

#include <string.h>

/* Training and running share this file, so that they cannot look at different things. A change here
 * makes the model in data/models stale: learn it anew. */

#define KNOWN_FLAGS                                                                                \
  (GALLEY_TOKEN_SPACE_BEFORE | GALLEY_TOKEN_CAPITAL | GALLEY_TOKEN_ALL_CAPS | GALLEY_TOKEN_NUMBER  \
   | GALLEY_TOKEN_WORD)

/* How far back a verb is looked for, in words. */
#define FARTHEST_VERB 16

/* Stands for the words before a sentence's first and after its last. */
static const GalleyTaggerWord edge = { .facts = { .folded = 1, .exact = 1, .shape = 1 },
                                       .classes = { 1, 1, 1, 511, 511 } };

/**
 * galley_tagger_find_verbs:
 * @labels: (array length=n_labels): names of tags
 *
 * Returns: #GalleyTaggerSentence.verbs for a model with these labels
 */
guint64
galley_tagger_find_verbs (const char *const *labels, guint n_labels)
{
  guint64 verbs = 0;

  for (guint i = 0; i < n_labels; i++)
    if (labels[i][0] == 'V' || strcmp (labels[i], "MD") == 0 || strcmp (labels[i], "TO") == 0)
      verbs |= (guint64) 1 << i;
  return verbs;
}

/**
 * galley_tagger_word_init:
 * @text: the text that the token's bytes count in
 */
void
galley_tagger_word_init (GalleyTaggerWord *self, const char *text, const GalleyToken *token)
{
  galley_word_facts_init (&self->facts, text + token->start, token->end - token->start);
  self->classes = galley_word_classes_find (self->facts.folded);
  self->flags = (token->flags & KNOWN_FLAGS & ~(GALLEY_TOKEN_CAPITAL | GALLEY_TOKEN_ALL_CAPS));
}

/**
 * galley_tagger_count_capitals:
 * @words: (array length=n_words): one sentence
 *
 * Capital letters say less of a name in a headline than in running text.
 *
 * Returns: how many of the words begin with one: 0 none, 1 less than half, 2 more, 3 four of five;
 *   4 where most words are all capitals
 */
guint
galley_tagger_count_capitals (const GalleyTaggerWord *words, guint n_words)
{
  guint n = 0, n_capital = 0, n_all_caps = 0;

  for (guint i = 0; i < n_words; i++)
    {
      n += words[i].facts.has_letter;
      n_capital += words[i].facts.capital;
      n_all_caps += words[i].facts.all_caps;
    }
  if (2 * n_all_caps > n)
    return 4;
  if (n < 2 || n_capital == 0)
    return 0;
  return 5 * n_capital >= 4 * n ? 3 : 2 * n_capital >= n ? 2 : 1;
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

static inline guint32 *
put_three (guint32 *next, guint32 template, guint32 a, guint32 b, guint32 c)
{
  return put_pair (next, template, galley_hash_pair (a, b), c);
}

/**
 * galley_tagger_own_features:
 * @features: (out caller-allocates) (array fixed-size=96)
 *
 * What speaks for a tag wherever the word stands.
 *
 * Returns: how many features were written
 */
guint
galley_tagger_own_features (const GalleyTaggerWord *word, guint32 *features)
{
  const GalleyWordFacts *facts = &word->facts;
  guint32 *next = features;

  next = put (next, 1, 0);
  next = put (next, 2, facts->folded);
  next = put (next, 3, facts->exact);
  for (guint i = 0; i < GALLEY_WORD_N_SUFFIXES; i++)
    next = put_pair (next, 6 + i, facts->suffix[i], facts->capital);
  for (guint i = 0; i < GALLEY_WORD_N_PREFIXES; i++)
    next = put (next, 10 + i, facts->prefix[i]);
  next = put_pair (next, 51, word->classes.habit, facts->capital);
  next = put_pair (next, 52, word->classes.fine, facts->capital);
  next = put_pair (next, 53, word->classes.coarse, facts->capital);
  next = put_pair (next, 101, word->classes.kind, facts->capital);
  next = put_pair (next, 102, word->classes.sense, facts->capital);
  next = put_three (next, 103, word->classes.kind, facts->capital, facts->suffix[2]);
  return (guint) (next - features);
}

/* The word's form, and where it stands. */
static guint32 *
put_form (guint32 *next, const GalleyTaggerSentence *sentence, guint position)
{
  const GalleyTaggerWord *word = &sentence->words[position];
  const GalleyWordFacts *facts = &word->facts;
  gboolean glued =
      (word_at (sentence, (gint64) position + 1)->flags & GALLEY_TOKEN_SPACE_BEFORE) == 0;
  guint form = (guint) (facts->capital | facts->all_caps << 1 | facts->has_digit << 2
                        | facts->has_hyphen << 3 | (position == 0) << 4 | glued << 5
                        | ((word->flags & GALLEY_TOKEN_SPACE_BEFORE) != 0) << 6);

  next = put_pair (next, 4, facts->shape, position == 0);
  return put (next, 5, form);
}

/* Its capital letters, and those around it. */
static guint32 *
put_capitals (guint32 *next, const GalleyTaggerSentence *sentence, guint position)
{
  const GalleyTaggerWord *word = &sentence->words[position];
  const GalleyWordFacts *facts = &word->facts;
  guint own = (guint) (facts->capital | facts->all_caps << 1 | (position == 0) << 2);
  guint left = word_at (sentence, (gint64) position - 1)->facts.capital;
  guint right = word_at (sentence, (gint64) position + 1)->facts.capital;
  guint around = own | left << 3 | right << 4;
  guint within = own | sentence->capitals << 3;

  next = put (next, 120, within);
  next = put_pair (next, 121, within, word->classes.kind);
  next = put_pair (next, 122, within, word->classes.habit);
  next = put_pair (next, 123, around, word->classes.habit);
  next = put_pair (next, 124, around, word->classes.kind);
  next = put_pair (next, 125, within, facts->suffix[2]);
  return put_pair (next, 126, within, facts->folded);
}

/* The words around it, by their letters. */
static guint32 *
put_neighbours (guint32 *next, const GalleyTaggerSentence *sentence, guint position)
{
  const GalleyWordFacts *facts = &sentence->words[position].facts;
  const GalleyWordFacts *left = &word_at (sentence, (gint64) position - 1)->facts;
  const GalleyWordFacts *left2 = &word_at (sentence, (gint64) position - 2)->facts;
  const GalleyWordFacts *right = &word_at (sentence, (gint64) position + 1)->facts;
  const GalleyWordFacts *right2 = &word_at (sentence, (gint64) position + 2)->facts;

  next = put (next, 14, left->folded);
  next = put (next, 15, left2->folded);
  next = put (next, 16, right->folded);
  next = put (next, 17, right2->folded);
  next = put (next, 18, left->suffix[2]);
  next = put (next, 19, right->suffix[2]);
  next = put_pair (next, 20, left->folded, facts->folded);
  next = put_pair (next, 21, facts->folded, right->folded);
  next = put_pair (next, 23, facts->suffix[2], right->folded);
  next = put_pair (next, 24, facts->suffix[2], left->folded);
  next = put_pair (next, 25, left->shape, facts->shape);
  next = put_pair (next, 26, facts->shape, right->shape);
  return put_pair (next, 27, right->suffix[1], facts->suffix[1]);
}

/* The words around it, by their classes: what was learnt of a word holds for those like it. */
static guint32 *
put_classes (guint32 *next, const GalleyTaggerSentence *sentence, guint position)
{
  const GalleyWordFacts *facts = &sentence->words[position].facts;
  const GalleyWordClasses *word = &sentence->words[position].classes;
  const GalleyWordClasses *left = &word_at (sentence, (gint64) position - 1)->classes;
  const GalleyWordClasses *left2 = &word_at (sentence, (gint64) position - 2)->classes;
  const GalleyWordClasses *right = &word_at (sentence, (gint64) position + 1)->classes;
  const GalleyWordClasses *right2 = &word_at (sentence, (gint64) position + 2)->classes;

  next = put (next, 55, left->fine);
  next = put (next, 58, right->fine);
  next = put (next, 59, right->coarse);
  next = put_pair (next, 62, word->fine, right->fine);
  next = put_pair (next, 63, left->fine, word->fine);
  next = put_pair (next, 64, left->fine, right->fine);
  next = put_pair (next, 65, facts->folded, right->fine);
  next = put_pair (next, 66, facts->folded, left->fine);
  next = put_pair (next, 67, left2->fine, left->fine);
  next = put_pair (next, 68, right->fine, right2->fine);
  next = put_three (next, 69, left->coarse, word->coarse, right->coarse);
  next = put_three (next, 70, left2->coarse, left->coarse, word->coarse);
  next = put_three (next, 71, word->coarse, right->coarse, right2->coarse);
  next = put_three (next, 72, left->fine, facts->folded, right->fine);
  next = put_three (next, 73, left->fine, facts->suffix[2], right->fine);
  return put_three (next, 74, right->fine, right2->fine, facts->suffix[1]);
}

static guint32 *
put_kinds (guint32 *next, const GalleyTaggerSentence *sentence, guint position)
{
  const GalleyWordClasses *word = &sentence->words[position].classes;
  const GalleyWordClasses *left = &word_at (sentence, (gint64) position - 1)->classes;
  const GalleyWordClasses *right = &word_at (sentence, (gint64) position + 1)->classes;

  next = put (next, 104, left->kind);
  next = put (next, 105, right->kind);
  next = put (next, 106, right->sense);
  next = put_pair (next, 107, word->kind, right->kind);
  next = put_pair (next, 108, left->kind, word->kind);
  next = put_pair (next, 109, left->kind, right->kind);
  return put_three (next, 110, left->kind, word->kind, right->kind);
}

/**
 * galley_tagger_place_features:
 * @features: (out caller-allocates) (array fixed-size=96)
 *
 * What the words around a word say of its tag, whatever their own tags are.
 *
 * Returns: how many features were written
 */
guint
galley_tagger_place_features (const GalleyTaggerSentence *sentence,
                              guint position,
                              guint32 *features)
{
  guint32 *next = put_form (features, sentence, position);

  next = put_capitals (next, sentence, position);
  next = put_neighbours (next, sentence, position);
  next = put_classes (next, sentence, position);
  return (guint) (put_kinds (next, sentence, position) - features);
}

static guint32
tag_at (const guint8 *tags, guint n, gint64 position)
{
  return position >= 0 && position < n ? tags[position] : 255;
}

/* The last verb before a word, or −1: “have” looks for a participle over what stands between. */
static gint64
find_verb (const GalleyTaggerSentence *sentence, guint position)
{
  gint64 farthest = MAX ((gint64) position - FARTHEST_VERB, 0);

  for (gint64 i = (gint64) position - 1; i >= farthest; i--)
    if ((sentence->verbs >> sentence->before[i] & 1) != 0)
      return i;
  return -1;
}

static guint32 *
put_verb (guint32 *next, const GalleyTaggerSentence *sentence, guint position, guint32 tag1)
{
  const GalleyTaggerWord *word = &sentence->words[position];
  gint64 verb = find_verb (sentence, position);
  guint32 verb_tag = tag_at (sentence->before, sentence->n_words, verb);
  guint32 verb_word = word_at (sentence, verb)->facts.folded;
  guint32 distance = verb < 0 ? 0 : (guint32) MIN ((gint64) position - verb, 4);

  next = put_pair (next, 80, verb_tag, distance);
  next = put_pair (next, 81, verb_word, word->facts.folded);
  next = put_three (next, 82, verb_tag, distance, word->facts.suffix[2]);
  next = put_pair (next, 83, verb_tag, word->facts.folded);
  next = put_pair (next, 84, verb_word, distance);
  next = put_three (next, 85, verb_tag, tag1, word->facts.folded);
  next = put_three (next, 86, verb_tag, tag1, word->classes.fine);
  return put_pair (next, 87, verb_word, word->facts.suffix[1]);
}

/**
 * galley_tagger_context_features:
 * @features: (out caller-allocates) (array fixed-size=96)
 *
 * What the tags before a word say of its own.
 *
 * Returns: how many features were written
 */
guint
galley_tagger_context_features (const GalleyTaggerSentence *sentence,
                                guint position,
                                guint32 *features)
{
  const GalleyTaggerWord *word = &sentence->words[position];
  const GalleyWordFacts *facts = &word->facts;
  const GalleyTaggerWord *right = word_at (sentence, (gint64) position + 1);
  guint32 tag1 = tag_at (sentence->before, sentence->n_words, (gint64) position - 1);
  guint32 tag2 = tag_at (sentence->before, sentence->n_words, (gint64) position - 2);
  guint32 *next = features;

  next = put (next, 32, tag1);
  next = put_pair (next, 33, tag1, tag2);
  next = put_pair (next, 34, tag1, facts->folded);
  next = put_pair (next, 35, tag1, facts->suffix[2]);
  next = put_pair (next, 36, tag1, right->facts.folded);
  next = put_three (next, 37, tag1, tag2, facts->folded);
  next = put_pair (next, 38, tag2, facts->folded);
  next = put_three (next, 39, tag1, right->facts.suffix[1], facts->suffix[2]);
  next = put_pair (next, 40, tag1, word->classes.fine);
  next = put_pair (next, 41, tag1, right->classes.fine);
  next = put_pair (next, 42, tag1, word->classes.coarse);
  next = put_pair (next, 111, tag1, word->classes.kind);
  next = put_pair (next, 112, tag1, right->classes.kind);
  next = put_three (next, 113, tag1, word->classes.kind, right->classes.kind);
  next = put_pair (next, 114, tag1, word->classes.sense);
  next = put_verb (next, sentence, position, tag1);
  return (guint) (next - features);
}
