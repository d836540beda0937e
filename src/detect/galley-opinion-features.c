/* galley-opinion-features.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "detect/galley-opinions.h"
#include "detect/galley-words.h"

static const char *const reporting[] = {
  "according", "added", "announced", "argued",  "asked",  "claimed", "confirmed",
  "explained", "noted", "reported",  "said",    "say",    "saying",  "says",
  "stated",    "tells", "told",      "tweeted", "warned", "wrote",   NULL,
};
static const char *const dates[] = {
  "monday",    "tuesday",  "wednesday", "thursday", "friday",    "saturday", "sunday",
  "january",   "february", "march",     "april",    "june",      "july",     "august",
  "september", "october",  "november",  "december", "yesterday", "percent",  "%",
  "million",   "billion",  "$",         "€",        "£",         NULL,
};
static const char *const negations[] = { "no",      "not",     "n't", "never",
                                         "without", "neither", "nor", NULL };
static const char *const be[] = { "is", "are", "was", "were", "'s", "'re", "be", "remains", NULL };
static const char *const modals[] = {
  "would", "could", "might", "may", "can", "will", "shall", NULL
};
static const char *const past[] = { "was", "were", "had", "did", NULL };
static const char *const present[] = { "is",   "are",   "has",   "have", "do",
                                       "does", "seems", "means", NULL };
static const char *const openers[] = { "but", "and",   "so",  "yet",  "or",
                                       "nor", "still", "now", "then", NULL };
static const char *const pointers[] = { "this",  "that", "these", "those", "it",
                                        "there", "such", "what",  "here",  NULL };
static const char *const dashes[] = { "—", "–", "--", NULL };
static const char *const asides[] = { "(", ";", ":", "…", "...", NULL };
static const char *const articles[] = { "a", "an", "the", "not", "no", NULL };

static void
add_up_to (float *feature, float limit)
{
  if (*feature < limit)
    *feature += 1;
}

static void
count_cues (GArray *cues, float *features)
{
  for (guint i = 0; i < cues->len; i++)
    {
      GalleyOpinionGroup group = g_array_index (cues, GalleyOpinionCue, i).group;
      float *pair = features + GALLEY_OPINION_FIRST_GROUP + 2 * group;

      if (pair[0] > 0)
        add_up_to (&pair[1], 2);
      pair[0] = 1;
    }
}

static gboolean
is_adverb (const char *word)
{
  return strlen (word) > 5 && g_str_has_suffix (word, "ly");
}

static void
look_at_word (const GalleyText *text, guint position, guint end_token, float *features)
{
  static const struct
  {
    const char *const *words;
    guint feature;
    float limit;
  } lists[] = {
    { reporting, GALLEY_OPINION_REPORTS, 1 }, { dates, GALLEY_OPINION_DATES, 3 },
    { negations, GALLEY_OPINION_NEGATES, 2 }, { modals, GALLEY_OPINION_MODALS, 2 },
    { past, GALLEY_OPINION_PAST, 2 },         { present, GALLEY_OPINION_PRESENT, 2 },
    { dashes, GALLEY_OPINION_DASHES, 1 },     { asides, GALLEY_OPINION_ASIDES, 2 },
  };
  GalleyWord word;

  galley_word_fold (text, position, word);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      if (g_strv_contains (lists[i].words, word))
        add_up_to (&features[lists[i].feature], lists[i].limit);
    }
  if (galley_token_has (text, position, GALLEY_TOKEN_NUMBER))
    add_up_to (&features[GALLEY_OPINION_NUMBERS], 3);
  if (strcmp (word, "than") == 0)
    features[GALLEY_OPINION_COMPARES] = 1;
  if (strcmp (word, "!") == 0)
    features[GALLEY_OPINION_EXCLAIMS] = 1;
  if (is_adverb (word))
    add_up_to (&features[GALLEY_OPINION_ADVERBS], 2);
  if (g_strv_contains (be, word) && position + 1 < end_token
      && galley_word_is_one_of (text, position + 1, articles))
    features[GALLEY_OPINION_DEFINES] = 1;
}

/**
 * galley_opinion_features:
 * @said: (nullable): for each token of the text, whether it is somebody else's
 * @cues: (element-type GalleyOpinionCue): of the sentence
 * @features: (out) (array fixed-size=GALLEY_N_OPINION_FEATURES)
 *
 * Counts what speaks for and against a sentence stating its writer's view.
 */
void
galley_opinion_features (const GalleyText *text,
                         GalleyTokenRun sentence,
                         const gboolean *said,
                         GArray *cues,
                         float *features)
{
  guint n_words = 0, n_names = 0, n_quoted = 0, n_tokens = 0;

  memset (features, 0, GALLEY_N_OPINION_FEATURES * sizeof *features);
  features[GALLEY_OPINION_BIAS] = 1;
  count_cues (cues, features);
  for (guint i = sentence.first_token; i < sentence.end_token; i++)
    {
      n_tokens++;
      if (galley_token_has (text, i, GALLEY_TOKEN_QUOTED))
        {
          n_quoted++;
          continue;
        }
      if (said != NULL && said[i])
        continue;
      n_words += galley_token_has (text, i, GALLEY_TOKEN_WORD);
      n_names += i > sentence.first_token && galley_token_has (text, i, GALLEY_TOKEN_CAPITAL);
      look_at_word (text, i, sentence.end_token, features);
      if (i + 2 >= sentence.end_token && galley_word_is (text, i, "?"))
        features[GALLEY_OPINION_ASKS] = 1;
    }

  features[GALLEY_OPINION_SHORT] = n_words < 9;
  features[GALLEY_OPINION_LONG] = n_words > 30;
  features[GALLEY_OPINION_NAMES] = n_words > 0 ? (float) n_names / (float) n_words * 4 : 0;
  features[GALLEY_OPINION_QUOTES] = n_tokens > 0 ? (float) n_quoted / (float) n_tokens : 0;
  if (sentence.first_token < sentence.end_token)
    {
      features[GALLEY_OPINION_OPENS_WITH_TURN] =
          galley_word_is_one_of (text, sentence.first_token, openers);
      features[GALLEY_OPINION_OPENS_WITH_THIS] =
          galley_word_is_one_of (text, sentence.first_token, pointers);
    }
}
