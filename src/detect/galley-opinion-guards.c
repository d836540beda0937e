/* galley-opinion-guards.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "detect/galley-opinion-cues.h"
#include "detect/galley-words.h"
#include "language/galley-tagger.h"

/* Where a word of the lists has its plain sense: a train that should arrive by noon is no demand.
 */

/* How far behind a cue its day or hour may stand. */
#define MAX_REACH 10

/* How far around a cue what is said, or asked, is looked for: no sentence that is read is longer.
 */
#define MAX_VIEW 60

/* Bounds of what is looked at. */
typedef struct
{
  const GalleyText *text;
  GalleyTokenRun sentence;
  GalleyTokenRun cue;
} Place;

static gboolean
is_at (const Place *self, gint position, const char *const *words)
{
  return position >= (gint) self->sentence.first_token && position < (gint) self->sentence.end_token
         && galley_word_is_one_of (self->text, (guint) position, words);
}

static gboolean
comes_before (const Place *self, guint steps, const char *const *words)
{
  return is_at (self, (gint) self->cue.first_token - (gint) steps, words);
}

static gboolean
comes_after (const Place *self, guint steps, const char *const *words)
{
  return is_at (self, (gint) (self->cue.end_token + steps) - 1, words);
}

static gboolean
begins_with (const Place *self, const char *const *words)
{
  return is_at (self, (gint) self->cue.first_token, words);
}

static guint
view_start (const Place *self)
{
  guint before = self->cue.first_token - self->sentence.first_token;

  return self->cue.first_token - MIN (before, MAX_VIEW);
}

static guint
view_end (const Place *self)
{
  return MIN (self->sentence.end_token, self->cue.end_token + MAX_VIEW);
}

/* The tag @steps tokens after the cue, "" where the sentence has ended. */
static const char *
tag_after (const Place *self, guint steps)
{
  guint position = self->cue.end_token + steps - 1;

  return position < self->sentence.end_token
             ? galley_tag_to_string (galley_text_token (self->text, position)->tag)
             : "";
}

static const char *
tag_before (const Place *self)
{
  return self->cue.first_token > self->sentence.first_token
             ? galley_tag_to_string (galley_text_token (self->text, self->cue.first_token - 1)->tag)
             : "";
}

static gboolean
is_single (const Place *self)
{
  return self->cue.end_token == self->cue.first_token + 1;
}

/* "by Friday", "on 4 May", "at nine", "over 21": a plan, a rule */
static gboolean
is_scheduled (const Place *self)
{
  static const char *const prepositions[] = { "by",    "on",   "at",    "until",  "before",
                                              "after", "over", "under", "within", NULL };
  static const char *const hours[] = { "one",  "two",   "three",  "four",     "five", "six",
                                       "noon", "seven", "eight",  "nine",     "ten",  "eleven",
                                       "dawn", "dusk",  "twelve", "midnight", NULL };

  for (guint steps = 1; steps < MAX_REACH; steps++)
    {
      guint next = self->cue.end_token + steps;

      if (comes_after (self, steps, prepositions) && next < self->sentence.end_token
          && (galley_token_has (self->text, next, GALLEY_TOKEN_NUMBER | GALLEY_TOKEN_CAPITAL)
              || galley_word_is_one_of (self->text, next, hours)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
demands (const Place *self)
{
  static const char *const plain[] = { "can't",    "can",   "cannot", "needed", "needn't",
                                       "supposed", "worth", "time",   "needs",  NULL };
  static const char *const to[] = { "to", NULL };
  static const char *const needs[] = { "needs", NULL };

  if (begins_with (self, plain)
      && !(begins_with (self, needs) && is_at (self, (gint) self->cue.end_token - 1, to)))
    return FALSE;

  return !is_scheduled (self);
}

static gboolean
predicts (const Place *self)
{
  static const char *const to[] = { "to", NULL };
  static const char *const about[] = { "about", NULL };
  static const char *const be[] = { "is", "are", "was", "were", "'s", "'re", "be", "'m", NULL };

  if (begins_with (self, about) && !comes_before (self, 1, be))
    return FALSE;
  if (is_at (self, (gint) self->cue.end_token - 1, to))
    return g_str_has_prefix (tag_after (self, 1), "VB") && !is_scheduled (self);

  return TRUE;
}

static gboolean
is_certain (const Place *self)
{
  static const char *const degrees[] = { "fully",      "completely", "entirely",  "wholly",
                                         "thoroughly", "exactly",    "precisely", "basically",
                                         "literally",  "simply",     NULL };
  static const char *const manners[] = { "clearly", "plainly", "naturally", "evident", NULL };

  if (!is_single (self))
    return TRUE;
  if (begins_with (self, degrees))
    return FALSE;
  if (!begins_with (self, manners))
    return TRUE;
  if (g_str_has_prefix (tag_before (self), "VB") && !g_str_has_prefix (tag_after (self, 1), "JJ")
      && !g_str_has_prefix (tag_after (self, 1), "DT")
      && !g_str_has_prefix (tag_after (self, 1), "VBG"))
    return FALSE;

  return *tag_after (self, 1) != '\0' && strcmp (tag_after (self, 1), ".") != 0;
}

/* "Nobody was injured", "No one has been arrested" */
static gboolean
is_counted (const Place *self)
{
  return g_str_has_prefix (tag_after (self, 1), "VB")
         && (strcmp (tag_after (self, 2), "VBN") == 0 || strcmp (tag_after (self, 3), "VBN") == 0);
}

static gboolean
is_absolute (const Place *self)
{
  static const char *const open[] = { "anyone",   "anybody", "anything", "ever",
                                      "whatever", "any",     "forever",  NULL };
  static const char *const never[] = { "never", NULL };
  static const char *const have[] = { "has", "have", "had", "was", "were", "'ve", "'s", NULL };
  static const char *const of_whom[] = { "on",   "in", "aboard", "of",     "with", "who",
                                         "that", "at", "from",   "inside", NULL };

  if (begins_with (self, open))
    return FALSE;
  if (begins_with (self, never))
    return !comes_before (self, 1, have) && strcmp (tag_after (self, 1), "VBN") != 0;

  return !comes_after (self, 1, of_whom) && !is_counted (self);
}

/* "the second biggest", "the biggest since 2009": measured */
static gboolean
is_superlative (const Place *self)
{
  static const char *const ordinals[] = { "second", "third", "fourth", "fifth",
                                          "sixth",  "joint", "next",   NULL };
  static const char *const since[] = { "since", NULL };

  if (comes_before (self, 1, ordinals))
    return FALSE;
  for (guint steps = 1; steps <= 4; steps++)
    if (comes_after (self, steps, since))
      return FALSE;

  return TRUE;
}

static gboolean
is_motive (const Place *self)
{
  static const char *const nouns[] = { "agenda", "motives", NULL };

  return !begins_with (self, nouns) || g_str_has_prefix (tag_before (self), "JJ")
         || strcmp (tag_before (self), "PRP$") == 0 || strcmp (tag_before (self), "POS") == 0;
}

static gboolean
interprets (const Place *self)
{
  static const char *const facts[] = {
    "lack", "failed", "fails", "fail", "failure", "signs", NULL
  };
  static const char *const softeners[] = { "kind", "sort", NULL };
  guint16 tag = galley_text_token (self->text, self->cue.first_token)->tag;

  if (begins_with (self, facts))
    return FALSE;
  if (begins_with (self, softeners))
    return strcmp (tag_before (self), "DT") != 0;

  return !is_single (self)
         || (!galley_tag_is_noun (tag) && !g_str_has_prefix (galley_tag_to_string (tag), "JJ"));
}

/* How many is a matter of counting, who says so is not. */
static gboolean
is_weasel (const Place *self)
{
  static const char *const amounts[] = { "lot",    "lots",    "plenty", "countless",
                                         "myriad", "endless", "untold", "scores",
                                         "known",  "so",      "been",   NULL };
  static const char *const people[] = { "people", "as", NULL };

  return !begins_with (self, amounts) && !is_at (self, (gint) self->cue.first_token + 1, amounts)
         && !is_at (self, (gint) self->cue.end_token - 1, people);
}

/* "called the plan “unfair”", "the word “galley”": said, or named */
static gboolean
is_scare_quote (const Place *self)
{
  static const char *const saying[] = {
    "said",      "says",   "say",    "told",     "called",  "calls",    "calling",  "described",
    "describes", "wrote",  "writes", "added",    "asked",   "dubbed",   "named",    "nicknamed",
    "termed",    "titled", "term",   "word",     "phrase",  "known",    "tweeted",  "warned",
    "declared",  "argued", "words",  "labelled", "labeled", "claimed",  "insisted", "denounced",
    "according", "posted", "spoke",  "quoted",   "cited",   "promised", "stated",   NULL
  };

  for (guint i = view_start (self); i < view_end (self); i++)
    if ((i < self->cue.first_token || i >= self->cue.end_token)
        && galley_word_is_one_of (self->text, i, saying))
      return FALSE;

  return TRUE;
}

/* Not "the coal mine", "9,000 readers", "Type I diabetes" */
static gboolean
is_person (const Place *self)
{
  static const char *const nouns[] = { "mine", "readers", NULL };
  static const char *const i[] = { "i", NULL };
  const char *before = tag_before (self);

  if (begins_with (self, i))
    return tag_after (self, 1)[0] != 'N';
  if (!begins_with (self, nouns))
    return TRUE;

  return before[0] != 'N' && before[0] != 'D' && before[0] != 'J' && before[0] != 'C'
         && !galley_tag_is_noun (galley_text_token (self->text, self->cue.first_token)->tag);
}

/* "slammed into a wall", "the hotel boasts 200 rooms", "two crows" */
static gboolean
editorialises (const Place *self)
{
  static const char *const things[] = { "into", "through", "shut", "a", "against", NULL };
  static const char *const against[] = { "against", NULL };
  guint16 tag = galley_text_token (self->text, self->cue.first_token)->tag;

  if (!galley_tag_is_verb (tag) || strcmp (tag_after (self, 1), "CD") == 0)
    return FALSE;

  return !comes_after (self, 1, things) || is_at (self, (gint) self->cue.end_token - 1, against);
}

/* What only wants to know: asks by a plain wh-word for a time, a place, a name, a sum. */
static gboolean
asks_to_know (const Place *self)
{
  static const char *const words[] = { "what",  "when",  "where", "who", "how",
                                       "which", "whose", "why",   NULL };
  static const char *const asserting[] = { "should",    "would", "could", "possibly", "really",
                                           "ever",      "never", "not",   "n't",      "wonder",
                                           "such",      "else",  "if",    "us",       "we",
                                           "our",       "let",   "must",  "supposed", "honestly",
                                           "seriously", "earth", "point", "use",      "than",
                                           "for",       "to",    NULL };
  static const char *const why[] = { "why", NULL };
  static const char *const presents[] = { "is",      "are",      "was",  "were", "do",
                                          "does",    "did",      "can",  "will", "has",
                                          "have",    "time",     "old",  "much", "many",
                                          "happens", "happened", "long", "'s",   NULL };
  gint first = (gint) self->sentence.first_token;

  if (!is_at (self, first, words) || is_at (self, first, why))
    return FALSE;
  for (guint i = view_start (self); i < self->cue.first_token; i++)
    if (galley_word_is_one_of (self->text, i, asserting))
      return FALSE;

  return is_at (self, first + 1, presents);
}

/**
 * galley_opinion_cue_tells:
 * @sentence: of a text that is tagged
 *
 * Returns: %TRUE if the words are used as the cue's type has them, %FALSE where they stand in a
 *   plain sense; of judging words the model of words says more
 */
gboolean
galley_opinion_cue_tells (const GalleyText *text,
                          GalleyTokenRun sentence,
                          const GalleyOpinionCue *cue)
{
  static gboolean (*const guards[GALLEY_N_OPINION_GROUPS]) (const Place *) = {
    [GALLEY_OPINION_EDITORIAL] = editorialises, [GALLEY_OPINION_INTERPRET] = interprets,
    [GALLEY_OPINION_PRESCRIBE] = demands,       [GALLEY_OPINION_OBLIGE] = demands,
    [GALLEY_OPINION_PREDICT] = predicts,        [GALLEY_OPINION_CERTAIN] = is_certain,
    [GALLEY_OPINION_SUPER] = is_superlative,    [GALLEY_OPINION_ABSOLUTE] = is_absolute,
    [GALLEY_OPINION_MOTIVE] = is_motive,        [GALLEY_OPINION_WEASEL] = is_weasel,
    [GALLEY_OPINION_SCARE] = is_scare_quote,    [GALLEY_OPINION_FIRST] = is_person,
    [GALLEY_OPINION_YOU] = is_person,
  };
  Place place = { text, sentence, cue->run };

  if (!cue->telling)
    return FALSE;
  if (cue->group == GALLEY_OPINION_QUESTION)
    return !asks_to_know (&place);

  return guards[cue->group] == NULL || guards[cue->group](&place);
}
