/* galley-word-facts.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-word-facts.h"

#include <string.h>

/* The treebanks are written with plain marks, news with typographic ones: to the models they are
 * one. */
static gunichar
fold (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isdigit (c) ? '0' : (gunichar) g_ascii_tolower ((char) c);
  switch (c)
    {
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201b:
      return '\'';
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
      return '"';
    case 0x2010:
    case 0x2011:
      return '-';
    case 0x2013:
    case 0x2014:
    case 0x2015:
      return 0x2014;
    default:
      return g_unichar_tolower (c);
    }
}

static char
shape_of (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isupper (c)   ? 'X'
           : g_ascii_islower (c) ? 'x'
           : g_ascii_isdigit (c) ? '0'
                                 : (char) c;
  return g_unichar_isupper (c)   ? 'X'
         : g_unichar_isalpha (c) ? 'x'
         : g_unichar_isdigit (c) ? '0'
                                 : '.';
}

/**
 * galley_hash_word:
 * @folded_word: a word in lower case and ASCII, as word lists in the program are written
 *
 * Returns: what #GalleyWordFacts.folded is for that word
 */
guint32
galley_hash_word (const char *folded_word)
{
  guint32 hash = GALLEY_HASH_SEED;

  for (const char *c = folded_word; *c != '\0'; c++)
    hash = galley_hash_step (hash, fold ((guchar) *c));
  return hash;
}

static void
hash_suffixes (GalleyWordFacts *self, const gunichar last[4], guint n)
{
  guint32 hash = GALLEY_HASH_SEED;

  for (guint i = 0; i < GALLEY_WORD_N_SUFFIXES; i++)
    {
      hash = galley_hash_step (hash, i < n ? last[(n - 1 - i) % 4] : 0);
      self->suffix[i] = hash;
    }
}

/**
 * galley_word_facts_init:
 * @word: (array length=length): valid UTF-8
 * @length: bytes
 *
 * Looks at one word, each character once.
 */
void
galley_word_facts_init (GalleyWordFacts *self, const char *word, gsize length)
{
  const char *end = word + length;
  guint32 folded = GALLEY_HASH_SEED;
  guint32 exact = GALLEY_HASH_SEED;
  guint32 shape = GALLEY_HASH_SEED;
  gunichar last[4] = { 0 };
  gboolean lower = FALSE;
  char shape_before = 0;
  guint n = 0;

  memset (self, 0, sizeof *self);
  for (const char *p = word; p < end; n++)
    {
      gunichar c = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);
      gunichar small = fold (c);
      char kind = shape_of (c);

      p = (guchar) *p < 0x80 ? p + 1 : g_utf8_next_char (p);
      folded = galley_hash_step (folded, small);
      exact = galley_hash_step (exact, c);
      if (kind != shape_before)
        shape = galley_hash_step (shape, (guint32) kind);
      shape_before = kind;
      if (n < GALLEY_WORD_N_PREFIXES)
        self->prefix[n] = folded;
      last[n % 4] = small;
      self->capital |= n == 0 && kind == 'X';
      self->has_letter |= kind == 'X' || kind == 'x';
      self->has_digit |= kind == '0';
      self->has_hyphen |= small == '-' && length > 1;
      lower |= kind == 'x';
    }
  for (guint i = n; i < GALLEY_WORD_N_PREFIXES; i++)
    self->prefix[i] = 0;
  hash_suffixes (self, last, n);
  self->folded = folded;
  self->exact = exact;
  self->shape = shape;
  self->length = (guint16) MIN (n, G_MAXUINT16);
  self->all_caps = self->has_letter && !lower;
}
