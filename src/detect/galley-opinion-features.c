/* galley-opinion-features.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-opinion-features.h"

#include <string.h>

#include "detect/galley-words.h"
#include "language/galley-tagger.h"

/* Training and running share this file, so that they cannot look at different things. A change here
 * or in the lists of words makes the model in data/models stale: learn it anew. */

#define LEAST_ADVERB 6 /* letters, with its -ly */
#define TABLE_SIZE   1024

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
static const char *const dashes[] = { "—", "--", NULL };
static const char *const asides[] = { "(", ";", ":", "…", "...", NULL };
static const char *const articles[] = { "a", "an", "the", "not", "no", NULL };
static const char *const comparing[] = { "than", NULL };
static const char *const exclaiming[] = { "!", NULL };
static const char *const asking[] = { "?", NULL };

/* The first are counted, up to a limit, into a feature each; the others are asked for. */
static const struct
{
  const char *const *words;
  guint feature;
  float limit;
} classes[] = {
  { reporting, GALLEY_OPINION_REPORTS, 1 },
  { dates, GALLEY_OPINION_DATES, 3 },
  { negations, GALLEY_OPINION_NEGATES, 2 },
  { modals, GALLEY_OPINION_MODALS, 2 },
  { past, GALLEY_OPINION_PAST, 2 },
  { present, GALLEY_OPINION_PRESENT, 2 },
  { dashes, GALLEY_OPINION_DASHES, 1 },
  { asides, GALLEY_OPINION_ASIDES, 2 },
  { comparing, GALLEY_OPINION_COMPARES, 1 },
  { exclaiming, GALLEY_OPINION_EXCLAIMS, 1 },
  { be, GALLEY_OPINION_DEFINES, 0 },
  { articles, GALLEY_OPINION_DEFINES, 0 },
  { openers, GALLEY_OPINION_OPENS_WITH_TURN, 0 },
  { pointers, GALLEY_OPINION_OPENS_WITH_THIS, 0 },
  { asking, GALLEY_OPINION_ASKS, 0 },
};

enum
{
  IS_BE = 1 << 10,
  IS_ARTICLE = 1 << 11,
  IS_OPENER = 1 << 12,
  IS_POINTER = 1 << 13,
  IS_QUESTION = 1 << 14,
  COUNTED = IS_BE - 1,
};

/* Word by hash -> classes, a bit each; open addressing. */
typedef struct
{
  guint32 hashes[TABLE_SIZE];
  guint16 bits[TABLE_SIZE];
  guint32 ly; /* the ending of adverbs */
} ClassTable;

static guint
find_slot (const ClassTable *table, guint32 hash)
{
  guint slot = galley_hash_finish (hash) % TABLE_SIZE;

  while (table->bits[slot] != 0 && table->hashes[slot] != hash)
    slot = (slot + 1) % TABLE_SIZE;
  return slot;
}

static gpointer
fill_table (gpointer unused)
{
  ClassTable *table = g_new0 (ClassTable, 1);
  GalleyWordFacts ending;

  galley_word_facts_init (&ending, "ly", 2);
  table->ly = ending.suffix[1];
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    for (guint j = 0; classes[i].words[j] != NULL; j++)
      {
        GalleyWordFacts facts;
        guint slot;

        galley_word_facts_init (&facts, classes[i].words[j], strlen (classes[i].words[j]));
        slot = find_slot (table, facts.folded);
        table->hashes[slot] = facts.folded;
        table->bits[slot] |= (guint16) (1 << i);
      }
  return table;
}

static const ClassTable *
get_table (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, fill_table, NULL);
}

static guint16
classes_of (const ClassTable *table, const GalleyOpinionWord *word)
{
  return table->bits[find_slot (table, word->facts.folded)];
}

static void
init_word (GalleyOpinionWord *self, const GalleyText *text, guint position, gboolean theirs)
{
  const GalleyToken *token = galley_text_token (text, position);

  galley_word_facts_init (&self->facts, text->text + token->start, token->end - token->start);
  self->tag = token->tag;
  self->sort = (guint8) galley_tag_to_string (token->tag)[0];
  self->cue = 0;
  self->theirs = theirs || (token->flags & GALLEY_TOKEN_QUOTED) != 0;
  self->sign = self->theirs ? 1
               : galley_tag_is_proper_noun (token->tag) || self->facts.has_digit
                   ? 2 + (guint32) token->tag
                   : self->facts.folded;
}

/**
 * galley_opinion_sentence_init:
 * @run: its tokens
 * @said: (nullable): for each token of the text, whether it is somebody else's
 * @cues: (element-type GalleyOpinionCue): of the sentence
 *
 * Prepares a sentence for the models; does not allocate.
 */
void
galley_opinion_sentence_init (GalleyOpinionSentence *self,
                              const GalleyText *text,
                              GalleyTokenRun run,
                              const gboolean *said,
                              const GArray *cues)
{
  guint own_start = galley_opinion_own_start (text, run);

  self->first_token = run.first_token;
  self->n_words = MIN (run.end_token - run.first_token, GALLEY_OPINION_LONGEST);
  self->n_judging = 0;
  for (guint i = 0; i < self->n_words; i++)
    init_word (&self->words[i],
               text,
               run.first_token + i,
               run.first_token + i < own_start || (said != NULL && said[run.first_token + i]));
  for (guint i = 0; i < cues->len; i++)
    {
      const GalleyOpinionCue *cue = &g_array_index (cues, GalleyOpinionCue, i);
      guint end = MIN (cue->run.end_token - run.first_token, self->n_words);

      self->n_judging += galley_opinion_group_is_judging (cue->group);
      for (guint j = cue->run.first_token - run.first_token; j < end; j++)
        self->words[j].cue = (guint8) (cue->group + 1);
    }
}

static void
add_up_to (float *feature, float limit)
{
  if (*feature < limit)
    *feature += 1;
}

static void
count_cues (const GArray *cues, float *features)
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

static void
count_word (const GalleyOpinionSentence *self, const ClassTable *table, guint i, float *features)
{
  const GalleyWordFacts *facts = &self->words[i].facts;
  guint16 bits = classes_of (table, &self->words[i]);

  for (guint bit = 0; (bits & COUNTED) >> bit != 0; bit++)
    if ((bits >> bit & 1) != 0)
      add_up_to (&features[classes[bit].feature], classes[bit].limit);
  if (facts->length >= LEAST_ADVERB && facts->suffix[1] == table->ly)
    add_up_to (&features[GALLEY_OPINION_ADVERBS], 2);
  if ((bits & IS_BE) != 0 && i + 1 < self->n_words
      && (classes_of (table, &self->words[i + 1]) & IS_ARTICLE) != 0)
    features[GALLEY_OPINION_DEFINES] = 1;
  if ((bits & IS_QUESTION) != 0 && i + 2 >= self->n_words)
    features[GALLEY_OPINION_ASKS] = 1;
}

/**
 * galley_opinion_features:
 * @cues: (element-type GalleyOpinionCue): of the sentence
 * @features: (out) (array fixed-size=GALLEY_N_OPINION_FEATURES)
 *
 * Counts what speaks for and against a sentence stating its writer's view.
 */
void
galley_opinion_features (const GalleyOpinionSentence *self,
                         const GalleyText *text,
                         const GArray *cues,
                         float *features)
{
  const ClassTable *table = get_table ();
  guint n_words = 0, n_names = 0, n_theirs = 0;

  memset (features, 0, GALLEY_N_OPINION_FEATURES * sizeof *features);
  features[GALLEY_OPINION_BIAS] = 1;
  count_cues (cues, features);
  for (guint i = 0; i < self->n_words; i++)
    {
      guint flags = galley_text_token (text, self->first_token + i)->flags;

      if (self->words[i].theirs)
        {
          n_theirs++;
          continue;
        }
      n_words += (flags & GALLEY_TOKEN_WORD) != 0;
      n_names += i > 0 && (flags & GALLEY_TOKEN_CAPITAL) != 0;
      if ((flags & GALLEY_TOKEN_NUMBER) != 0)
        add_up_to (&features[GALLEY_OPINION_NUMBERS], 3);
      count_word (self, table, i, features);
    }

  features[GALLEY_OPINION_SHORT] = n_words < 9;
  features[GALLEY_OPINION_LONG] = n_words > 30;
  features[GALLEY_OPINION_NAMES] = n_words > 0 ? (float) n_names / (float) n_words * 4 : 0;
  if (self->n_words > 0)
    {
      guint16 bits = classes_of (table, &self->words[0]);

      features[GALLEY_OPINION_QUOTES] = (float) n_theirs / (float) self->n_words;
      features[GALLEY_OPINION_OPENS_WITH_TURN] = (bits & IS_OPENER) != 0;
      features[GALLEY_OPINION_OPENS_WITH_THIS] = (bits & IS_POINTER) != 0;
    }
}
