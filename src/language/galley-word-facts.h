/* galley-word-facts.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GALLEY_WORD_N_SUFFIXES 4
#define GALLEY_WORD_N_PREFIXES 4

/**
 * GalleyWordFacts:
 * @folded: hash of the word in lower case, digits as 0, typographic marks as plain ones
 * @exact: hash of the word as it stands
 * @shape: hash of its shape, runs taken together: “McCain” is XxXx, “1980s” is dx
 * @prefix: hashes of the first 1 to 4 characters, in lower case
 * @suffix: hashes of the last 1 to 4 characters, in lower case
 * @length: characters
 * @has_letter: whether a letter is in it
 * @has_digit: whether a digit is in it
 * @has_hyphen: whether a hyphen is in it
 * @capital: whether it begins with a capital letter
 * @all_caps: whether it has letters and all are capitals
 *
 * What the learnt models look at in a word, as numbers: computed once a token, without a string.
 */
typedef struct
{
  guint32 folded;
  guint32 exact;
  guint32 shape;
  guint32 prefix[GALLEY_WORD_N_PREFIXES];
  guint32 suffix[GALLEY_WORD_N_SUFFIXES];
  guint16 length;
  guint8 has_letter : 1;
  guint8 has_digit : 1;
  guint8 has_hyphen : 1;
  guint8 capital : 1;
  guint8 all_caps : 1;
} GalleyWordFacts;

#define GALLEY_HASH_SEED 2166136261u

/* One step of FNV-1a over a whole number instead of a byte. */
static inline guint32
galley_hash_step (guint32 hash, guint32 value)
{
  return (hash ^ value) * 16777619u;
}

/* Spreads every bit over all others, so that the low bits alone make a good bucket. */
static inline guint32
galley_hash_finish (guint32 hash)
{
  hash ^= hash >> 16;
  hash *= 0x7feb352du;
  hash ^= hash >> 15;
  hash *= 0x846ca68bu;
  return hash ^ (hash >> 16);
}

static inline guint32
galley_hash_pair (guint32 a, guint32 b)
{
  return galley_hash_finish (a * 0x9e3779b1u + (b ^ (b >> 15)) * 0x85ebca77u + 0x165667b1u);
}

guint32 galley_hash_word (const char *folded_word);
void galley_word_facts_init (GalleyWordFacts *self, const char *word, gsize length);

G_END_DECLS
