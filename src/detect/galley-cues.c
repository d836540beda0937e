/* galley-cues.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-cues.h"

#include <stdlib.h>
#include <string.h>

#include "base/galley-str.h"
#include "detect/galley-cues-private.h"

#define LONGEST_WORD 24 /* bytes; no cue comes near */

/* Forms that no rule makes, sorted. */
static const struct
{
  const char *form;
  const char *lemma;
  guint forms;
} irregular[] = {
  { "beheld", "behold", GALLEY_CUE_FORM_PAST | GALLEY_CUE_FORM_EN },
  { "besought", "beseech", GALLEY_CUE_FORM_PAST | GALLEY_CUE_FORM_EN },
  { "bet", "bet", GALLEY_CUE_FORM_BASE | GALLEY_CUE_FORM_PAST | GALLEY_CUE_FORM_EN },
  { "chose", "choose", GALLEY_CUE_FORM_PAST },
  { "chosen", "choose", GALLEY_CUE_FORM_EN },
  { "dreamt", "dream", GALLEY_CUE_FORM_PAST | GALLEY_CUE_FORM_EN },
  { "felt", "feel", GALLEY_CUE_FORM_PAST | GALLEY_CUE_FORM_EN },
  { "forbade", "forbid", GALLEY_CUE_FORM_PAST },
  { "forbidden", "forbid", GALLEY_CUE_FORM_EN },
  { "foresaw", "foresee", GALLEY_CUE_FORM_PAST },
  { "foreseen", "foresee", GALLEY_CUE_FORM_EN },
  { "forgot", "forget", GALLEY_CUE_FORM_PAST },
  { "forgotten", "forget", GALLEY_CUE_FORM_EN },
  { "found", "find", GALLEY_CUE_FORM_PAST | GALLEY_CUE_FORM_EN },
  { "heard", "hear", GALLEY_CUE_FORM_PAST | GALLEY_CUE_FORM_EN },
  { "knew", "know", GALLEY_CUE_FORM_PAST },
  { "known", "know", GALLEY_CUE_FORM_EN },
  { "learnt", "learn", GALLEY_CUE_FORM_PAST | GALLEY_CUE_FORM_EN },
  { "meant", "mean", GALLEY_CUE_FORM_PAST | GALLEY_CUE_FORM_EN },
  { "misunderstood", "misunderstand", GALLEY_CUE_FORM_PAST | GALLEY_CUE_FORM_EN },
  { "overthrew", "overthrow", GALLEY_CUE_FORM_PAST },
  { "pled", "plead", GALLEY_CUE_FORM_PAST | GALLEY_CUE_FORM_EN },
  { "proven", "prove", GALLEY_CUE_FORM_EN },
  { "read", "read", GALLEY_CUE_FORM_BASE | GALLEY_CUE_FORM_PAST | GALLEY_CUE_FORM_EN },
  { "said", "say", GALLEY_CUE_FORM_PAST | GALLEY_CUE_FORM_EN },
  { "saw", "see", GALLEY_CUE_FORM_PAST },
  { "says", "say", GALLEY_CUE_FORM_THIRD },
  { "seen", "see", GALLEY_CUE_FORM_EN },
  { "shot", "shoot", GALLEY_CUE_FORM_PAST | GALLEY_CUE_FORM_EN },
  { "shown", "show", GALLEY_CUE_FORM_EN },
  { "sought", "seek", GALLEY_CUE_FORM_PAST | GALLEY_CUE_FORM_EN },
  { "spoke", "speak", GALLEY_CUE_FORM_PAST },
  { "spoken", "speak", GALLEY_CUE_FORM_EN },
  { "swore", "swear", GALLEY_CUE_FORM_PAST },
  { "sworn", "swear", GALLEY_CUE_FORM_EN },
  { "thought", "think", GALLEY_CUE_FORM_PAST | GALLEY_CUE_FORM_EN },
  { "told", "tell", GALLEY_CUE_FORM_PAST | GALLEY_CUE_FORM_EN },
  { "understood", "understand", GALLEY_CUE_FORM_PAST | GALLEY_CUE_FORM_EN },
  { "upheld", "uphold", GALLEY_CUE_FORM_PAST | GALLEY_CUE_FORM_EN },
  { "withdrew", "withdraw", GALLEY_CUE_FORM_PAST },
  { "wrote", "write", GALLEY_CUE_FORM_PAST },
  { "written", "write", GALLEY_CUE_FORM_EN },
};

static int
compare_lemma (gconstpointer key, gconstpointer item)
{
  return strcmp (key, ((const GalleyCue *) item)->lemma);
}

static const GalleyCue *
find_in (const GalleyCue *cues, guint n_cues, const char *lemma)
{
  return bsearch (lemma, cues, n_cues, sizeof *cues, compare_lemma);
}

/* American spellings are looked up under the British ones. */
static const GalleyCue *
find_verb_lemma (const char *lemma)
{
  const GalleyCue *cue = find_in (_galley_cue_verbs, _galley_n_cue_verbs, lemma);
  char british[LONGEST_WORD + 2];
  char *place;

  if (cue != NULL || strlen (lemma) > LONGEST_WORD)
    return cue;

  strcpy (british, lemma);
  place = strstr (british, "ize");
  if (place != NULL && place[3] == '\0')
    {
      place[1] = 's';
      return find_in (_galley_cue_verbs, _galley_n_cue_verbs, british);
    }
  if (g_str_equal (lemma, "favor"))
    return find_in (_galley_cue_verbs, _galley_n_cue_verbs, "favour");

  return NULL;
}

/**
 * galley_cue_find:
 * @lemma: a base form in lower case: a verb ("say"), a noun ("claim") or several words
 *   ("according to"); -ize and -ise are one
 *
 * Returns: (transfer none) (nullable): what is known of it; the verb where a word is both verb and
 *   noun
 */
const GalleyCue *
galley_cue_find (const char *lemma)
{
  const GalleyCue *cue = find_verb_lemma (lemma);

  if (cue == NULL)
    cue = find_in (_galley_cue_nouns, _galley_n_cue_nouns, lemma);
  if (cue == NULL)
    cue = find_in (_galley_cue_phrases, _galley_n_cue_phrases, lemma);

  return cue;
}

/* Looks for @stem, then with an e, then without its doubled letter, then with y for i. */
static const GalleyCue *
find_stem (const char *word, gsize length)
{
  char stem[LONGEST_WORD + 2];
  const GalleyCue *cue;

  if (length < 2)
    return NULL;

  memcpy (stem, word, length);
  stem[length] = '\0';
  cue = find_verb_lemma (stem);
  if (cue != NULL)
    return cue;

  stem[length] = 'e';
  stem[length + 1] = '\0';
  cue = find_verb_lemma (stem);
  if (cue != NULL)
    return cue;

  if (stem[length - 1] == 'i')
    {
      stem[length - 1] = 'y';
      stem[length] = '\0';
      return find_verb_lemma (stem);
    }
  if (length > 2 && stem[length - 1] == stem[length - 2])
    {
      stem[length - 1] = '\0';
      return find_verb_lemma (stem);
    }

  return NULL;
}

static const GalleyCue *
find_irregular (const char *word, guint *forms)
{
  for (guint i = 0; i < G_N_ELEMENTS (irregular); i++)
    {
      if (galley_str_equal (irregular[i].form, word))
        {
          *forms = irregular[i].forms;
          return find_verb_lemma (irregular[i].lemma);
        }
    }

  return NULL;
}

/**
 * galley_cue_find_verb:
 * @word: any form of a verb, in lower case ("said", "criticizing")
 * @forms: (out): which forms it may be, bits of #GalleyCueForm; 0 where it is no cue
 *
 * Returns: (transfer none) (nullable): the cue verb of which @word is a form
 */
const GalleyCue *
galley_cue_find_verb (const char *word, guint *forms)
{
  gsize length = strlen (word);
  const GalleyCue *cue;

  *forms = 0;
  if (length < 3 || length > LONGEST_WORD)
    return NULL;

  cue = find_irregular (word, forms);
  if (cue != NULL)
    return cue;

  *forms = GALLEY_CUE_FORM_BASE;
  cue = find_verb_lemma (word);
  if (cue == NULL && g_str_has_suffix (word, "ing"))
    {
      *forms = GALLEY_CUE_FORM_ING;
      cue = find_stem (word, length - 3);
    }
  if (cue == NULL && g_str_has_suffix (word, "ed"))
    {
      *forms = GALLEY_CUE_FORM_PAST | GALLEY_CUE_FORM_EN;
      cue = find_stem (word, length - 2);
    }
  if (cue == NULL && word[length - 1] == 's')
    {
      *forms = GALLEY_CUE_FORM_THIRD;
      cue = find_stem (word, length - 1);
      if (cue == NULL && word[length - 2] == 'e')
        cue = find_stem (word, length - 2);
    }
  if (cue == NULL)
    *forms = 0;

  return cue;
}

/**
 * galley_cue_find_noun:
 * @word: a noun, singular or plural, in lower case
 *
 * Returns: (transfer none) (nullable): the cue noun
 */
const GalleyCue *
galley_cue_find_noun (const char *word)
{
  gsize length = strlen (word);
  const GalleyCue *cue = find_in (_galley_cue_nouns, _galley_n_cue_nouns, word);
  char singular[LONGEST_WORD + 2];

  if (cue != NULL || length < 4 || length > LONGEST_WORD || word[length - 1] != 's')
    return cue;

  memcpy (singular, word, length);
  singular[length - 1] = '\0';
  cue = find_in (_galley_cue_nouns, _galley_n_cue_nouns, singular);
  if (cue == NULL && g_str_has_suffix (singular, "ie"))
    {
      strcpy (singular + length - 3, "y");
      cue = find_in (_galley_cue_nouns, _galley_n_cue_nouns, singular);
    }
  if (cue == NULL && g_str_has_suffix (word, "es"))
    {
      memcpy (singular, word, length);
      singular[length - 2] = '\0';
      cue = find_in (_galley_cue_nouns, _galley_n_cue_nouns, singular);
    }

  return cue;
}

/**
 * galley_cue_get_manner:
 *
 * Returns: (transfer none): an interned id of manner ("speech")
 */
const char *
galley_cue_get_manner (const GalleyCue *self)
{
  static const char *const ids[] = { "speech", "thought", "intention", "decree", "evidence" };

  return g_intern_static_string (ids[self->manner]);
}

/**
 * galley_cue_get_verb_class:
 *
 * Returns: (transfer none): an interned id of verb class ("neutral")
 */
const char *
galley_cue_get_verb_class (const GalleyCue *self)
{
  static const char *const ids[] = { "neutral",   "context", "doubt", "concession",
                                     "endorsing", "emotive", "mind" };

  return g_intern_static_string (ids[self->verb_class]);
}

/**
 * galley_cue_takes_preposition:
 *
 * Returns: %TRUE if @preposition may link the cue to its content ("called for")
 */
gboolean
galley_cue_takes_preposition (const GalleyCue *self, const char *preposition)
{
  gsize length = strlen (preposition);
  const char *p = self->prepositions;

  while (length > 0 && (p = strstr (p, preposition)) != NULL)
    {
      if ((p == self->prepositions || p[-1] == ' ') && (p[length] == ' ' || p[length] == '\0'))
        return TRUE;
      p += length;
    }

  return FALSE;
}
