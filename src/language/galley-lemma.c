/* galley-lemma.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-lemma.h"

#include <stdlib.h>
#include <string.h>

#include "language/galley-lemma-words.h"

typedef struct
{
  const char *ending;
  gboolean takes_e;
} StemRule;

/* How a stem, left when -ed or -ing is gone, gets its e back; the first that fits decides. */
static const StemRule stem_rules[] = {
  { "ook", FALSE }, { "eak", FALSE }, { "oak", FALSE }, { "ak", TRUE },   { "ik", TRUE },
  { "ok", TRUE },   { "uk", TRUE },   { "eat", FALSE }, { "oat", FALSE }, { "ait", FALSE },
  { "at", TRUE },   { "out", FALSE }, { "oot", FALSE }, { "ut", TRUE },   { "ot", TRUE },
  { "air", FALSE }, { "our", FALSE }, { "ear", FALSE }, { "oar", FALSE }, { "ir", TRUE },
  { "ur", TRUE },   { "ar", TRUE },   { "yr", TRUE },   { "ain", FALSE }, { "oin", FALSE },
  { "ein", FALSE }, { "in", TRUE },   { "un", TRUE },   { "eam", FALSE }, { "oam", FALSE },
  { "aim", FALSE }, { "am", TRUE },   { "im", TRUE },   { "um", TRUE },   { "oop", FALSE },
  { "eap", FALSE }, { "oap", FALSE }, { "ap", TRUE },   { "op", TRUE },   { "yp", TRUE },
  { "ip", TRUE },   { "ib", TRUE },   { "ob", TRUE },   { "oid", FALSE }, { "aid", FALSE },
  { "oad", FALSE }, { "ead", FALSE }, { "ood", FALSE }, { "oud", FALSE }, { "eed", FALSE },
  { "id", TRUE },   { "ad", TRUE },   { "od", TRUE },   { "ud", TRUE },   { "ed", TRUE },
  { "ong", FALSE }, { "ing", FALSE }, { "oil", FALSE }, { "ail", FALSE }, { "eal", FALSE },
  { "eel", FALSE }, { "eil", FALSE }, { "ool", FALSE }, { "oal", FALSE }, { "owl", FALSE },
  { "awl", FALSE }, { "url", FALSE }, { "el", FALSE },  { "al", FALSE },  { "il", TRUE },
  { "ol", TRUE },   { "yl", TRUE },   { "ul", TRUE },   { "l", TRUE },    { "ss", FALSE },
  { "zz", FALSE },  { "s", TRUE },    { "z", TRUE },    { "c", TRUE },    { "v", TRUE },
  { "u", TRUE },    { "g", TRUE },
};

static int
compare_form (gconstpointer key, gconstpointer pair)
{
  return strcmp (key, ((const GalleyLemmaPair *) pair)->form);
}

static const char *
find_pair (const GalleyLemmaPair *pairs, gsize n_pairs, const char *form)
{
  const GalleyLemmaPair *pair;

  pair = bsearch (form, pairs, n_pairs, sizeof *pairs, compare_form);
  return pair != NULL ? pair->lemma : NULL;
}

static gboolean
ends_with (const char *word, gsize length, const char *ending)
{
  gsize n = strlen (ending);

  return length >= n && memcmp (word + length - n, ending, n) == 0;
}

static gboolean
is_vowel (char c)
{
  return strchr ("aeiou", c) != NULL && c != '\0';
}

static gsize
cut (char *word, gsize length)
{
  word[length] = '\0';
  return length;
}

static gsize
append (char *word, gsize length, char c)
{
  word[length] = c;
  return cut (word, length + 1);
}

/* stopp- -> stop, but call-, miss-, stuff-. */
static gboolean
is_doubled (const char *stem, gsize length)
{
  return length > 3 && stem[length - 1] == stem[length - 2]
         && strchr ("bdgmnprt", stem[length - 1]) != NULL;
}

static gsize
mend_stem (char *stem, gsize length)
{
  gboolean one_syllable = length == 3 && !is_vowel (stem[0]) && is_vowel (stem[1]);

  if (is_doubled (stem, length))
    return cut (stem, length - 1);
  if (length > 2 && stem[length - 1] == 'l' && stem[length - 2] == 'l')
    return length;
  for (guint i = 0; i < G_N_ELEMENTS (stem_rules); i++)
    if (ends_with (stem, length, stem_rules[i].ending))
      return stem_rules[i].takes_e ? append (stem, length, 'e') : length;
  /* hoped, wired; but "showed", "fixed", "played" */
  if (one_syllable && strchr ("wxy", stem[2]) == NULL)
    return append (stem, length, 'e');
  return length;
}

static gboolean
has_vowel (const char *word, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (is_vowel (word[i]) || word[i] == 'y')
      return TRUE;
  return FALSE;
}

static gsize
strip_past (char *word, gsize length)
{
  if (ends_with (word, length, "ied") && length > 4)
    return append (word, length - 3, 'y');
  if (ends_with (word, length, "ed") && has_vowel (word, length - 2))
    return mend_stem (word, cut (word, length - 2));
  return length;
}

static gsize
strip_ing (char *word, gsize length)
{
  if (ends_with (word, length, "ing") && has_vowel (word, length - 3))
    return mend_stem (word, cut (word, length - 3));
  return length;
}

static gsize
strip_s (char *word, gsize length)
{
  static const char *const es[] = { "sses", "shes", "ches", "xes", "zzes", "oes" };

  if (ends_with (word, length, "ies") && length > 4)
    return append (word, length - 3, 'y');
  for (guint i = 0; i < G_N_ELEMENTS (es); i++)
    if (length > 4 && ends_with (word, length, es[i]))
      return cut (word, length - 2);
  if (length > 2 && word[length - 1] == 's' && strchr ("sui'", word[length - 2]) == NULL)
    return cut (word, length - 1);
  return length;
}

static gsize
copy (char *lemma, const char *word)
{
  return g_strlcpy (lemma, word, GALLEY_LEMMA_MAX);
}

/**
 * galley_lemma_write:
 * @folded_word: in lower case, typographic apostrophes made plain
 * @length: bytes, at most %GALLEY_LEMMA_MAX − 2
 * @lemma: (out caller-allocates) (array fixed-size=48): gets the lemma with its NUL
 *
 * Returns: the lemma's length in bytes
 */
gsize
galley_lemma_write (const char *folded_word, gsize length, GalleyTag tag, char *lemma)
{
  const char *name = galley_tag_to_string (tag);
  gboolean plural = strcmp (name, "NNS") == 0 || strcmp (name, "NNPS") == 0;
  gboolean verb = name[0] == 'V' && name[1] == 'B';
  const char *known = NULL;

  length = MIN (length, GALLEY_LEMMA_MAX - 2);
  memcpy (lemma, folded_word, length);
  lemma[length] = '\0';
  if (verb || strcmp (name, "MD") == 0 || strcmp (name, "RB") == 0)
    known = find_pair (verb_lemmas, G_N_ELEMENTS (verb_lemmas), lemma);
  else if (plural)
    known = find_pair (noun_lemmas, G_N_ELEMENTS (noun_lemmas), lemma);
  if (known != NULL)
    return copy (lemma, known);
  if (plural || (verb && name[2] == 'Z'))
    return strip_s (lemma, length);
  if (verb && (name[2] == 'D' || name[2] == 'N'))
    return strip_past (lemma, length);
  if (verb && name[2] == 'G')
    return strip_ing (lemma, length);
  return length;
}

/**
 * galley_lemma:
 * @folded_word: a word as galley_text_dup_folded() gives it
 * @tag: its part of speech
 *
 * The dictionary form of an inflected verb or plural noun: “denied” as a verb gives “deny”. Any
 * other word is its own.
 *
 * Returns: (transfer full): the lemma
 */
char *
galley_lemma (const char *folded_word, GalleyTag tag)
{
  char lemma[GALLEY_LEMMA_MAX];
  gsize length = strlen (folded_word);

  if (length > GALLEY_LEMMA_MAX - 2)
    return g_strdup (folded_word);
  galley_lemma_write (folded_word, length, tag, lemma);
  return g_strdup (lemma);
}
