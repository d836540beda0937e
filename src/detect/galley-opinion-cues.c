/* galley-opinion-cues.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-opinion-cues.h"

#include <string.h>

#include "detect/galley-words.h"

#define MAX_PHRASE_TOKENS 6
#define MAX_PHRASE_BYTES  (MAX_PHRASE_TOKENS * GALLEY_WORD_MAX)
#define MAX_SCARE_TOKENS  3

/* The first phrase that is not less than @words. */
static guint
lower_bound (const char *words)
{
  guint low = 0, high = galley_opinion_n_phrases;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (strcmp (galley_opinion_phrases[middle].words, words) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
is_said (const GalleyText *text, guint position, const gboolean *said)
{
  return galley_token_has (text, position, GALLEY_TOKEN_QUOTED) || (said != NULL && said[position]);
}

static gboolean
is_stray_closing (const GalleyText *text, guint position)
{
  const GalleyToken *token = galley_text_token (text, position);
  gboolean curly = galley_text_token_is (text, position, "”");

  return (curly || galley_text_token_is (text, position, "\""))
         && (token->flags & (GALLEY_TOKEN_OPENS_QUOTE | GALLEY_TOKEN_CLOSES_QUOTE)) == 0
         && (token->flags & GALLEY_TOKEN_SPACE_BEFORE) == 0
         && (curly || !galley_token_has (text, position - 1, GALLEY_TOKEN_NUMBER));
}

/**
 * galley_opinion_own_start:
 * @sentence: its tokens
 *
 * A sentence taken by itself may end a quotation that began before it.
 *
 * Returns: the token after the last mark that closes what was not opened; the first where there is
 *   none
 */
guint
galley_opinion_own_start (const GalleyText *text, GalleyTokenRun sentence)
{
  for (guint i = sentence.end_token; i > sentence.first_token + 1; i--)
    {
      if (is_stray_closing (text, i - 1))
        return i;
    }

  return sentence.first_token;
}

/* "World War I" */
static gboolean
is_numeral (const GalleyText *text, guint position)
{
  return position > 0 && galley_token_has (text, position - 1, GALLEY_TOKEN_CAPITAL)
         && !galley_token_has (text, position - 1, GALLEY_TOKEN_SENTENCE_START);
}

/* A capital in the middle of a sentence makes a name of most words: "Great Britain". */
static gboolean
is_part_of_name (const GalleyText *text, guint position)
{
  if (!galley_token_has (text, position, GALLEY_TOKEN_CAPITAL))
    return FALSE;
  if (galley_word_is (text, position, "i"))
    return is_numeral (text, position);
  if (galley_token_has (text, position, GALLEY_TOKEN_ALL_CAPS)
      && galley_word_is (text, position, "us"))
    return TRUE;
  if (!galley_token_has (text, position, GALLEY_TOKEN_SENTENCE_START))
    return TRUE;

  return position + 1 < text->tokens->len
         && galley_token_has (text, position + 1, GALLEY_TOKEN_CAPITAL)
         && !galley_token_has (text, position + 1, GALLEY_TOKEN_SENTENCE_START)
         && !galley_word_is (text, position + 1, "i");
}

/* "should she become president" asks for nothing. */
static gboolean
is_condition (const GalleyText *text, GalleyTokenRun run)
{
  static const char *const subjects[] = { "he", "she", "it",   "they", "we",  "you",
                                          "i",  "the", "this", "that", "any", NULL };

  return run.end_token == run.first_token + 1 && run.end_token < text->tokens->len
         && galley_word_is (text, run.first_token, "should")
         && galley_word_is_one_of (text, run.end_token, subjects);
}

static GalleyOpinionCue
make_cue (guint first_token, guint end_token, GalleyOpinionGroup group)
{
  GalleyOpinionCue cue = { { first_token, end_token }, group, TRUE };

  cue.telling = group != GALLEY_OPINION_INTENSE && group != GALLEY_OPINION_TURN;
  return cue;
}

/* The longest phrase that begins at @start. Whose words they are is only asked where @own. */
static gboolean
match (const GalleyText *text,
       guint start,
       guint end,
       gboolean own,
       const gboolean *said,
       GalleyOpinionCue *cue)
{
  char words[MAX_PHRASE_BYTES];
  gsize length = 0;
  gboolean found = FALSE;

  for (guint i = start; i < end && i - start < MAX_PHRASE_TOKENS; i++)
    {
      GalleyWord word;
      guint place;

      if ((own && is_said (text, i, said)) || is_part_of_name (text, i))
        break;
      galley_word_fold (text, i, word);
      if (i > start && galley_token_has (text, i, GALLEY_TOKEN_SPACE_BEFORE))
        words[length++] = ' ';
      length += g_strlcpy (words + length, word, sizeof words - length);
      if (length + GALLEY_WORD_MAX + 1 >= sizeof words)
        break;

      place = lower_bound (words);
      if (place >= galley_opinion_n_phrases
          || strncmp (galley_opinion_phrases[place].words, words, length) != 0)
        break;
      if (galley_opinion_phrases[place].words[length] == '\0')
        {
          *cue = make_cue (start, i + 1, galley_opinion_phrases[place].group);
          found = TRUE;
        }
    }

  return found && !is_condition (text, cue->run);
}

/* One to three words in marks that are no title and no speech keep a distance to them. */
static gboolean
match_scare_quote (
    const GalleyText *text, guint open, guint end, const gboolean *said, GalleyOpinionCue *cue)
{
  const GalleyToken *token = galley_text_token (text, open);
  const GalleyQuotation *quotation;
  guint n_words = 0;

  if ((token->flags & GALLEY_TOKEN_OPENS_QUOTE) == 0 || token->quotation < 0
      || (said != NULL && said[open]) || (token->flags & GALLEY_TOKEN_SENTENCE_START) != 0)
    return FALSE;
  quotation = &g_array_index (text->quotations, GalleyQuotation, token->quotation);
  if (!quotation->closed || quotation->open_token != open || quotation->close_token >= end
      || quotation->close_token - open - 1 > MAX_SCARE_TOKENS)
    return FALSE;
  for (guint i = open + 1; i < quotation->close_token; i++)
    {
      if (galley_token_has (text, i, GALLEY_TOKEN_CAPITAL | GALLEY_TOKEN_NUMBER))
        return FALSE;
      n_words += galley_token_has (text, i, GALLEY_TOKEN_WORD);
    }
  if (n_words == 0)
    return FALSE;

  *cue = make_cue (open, quotation->close_token + 1, GALLEY_OPINION_SCARE);

  return TRUE;
}

/* "critics say", "many analysts fear", "some would argue": who? */
static gboolean
match_weasel (
    const GalleyText *text, guint start, guint end, const gboolean *said, GalleyOpinionCue *cue)
{
  static const char *const amounts[] = { "many", "some", "most", "few", NULL };
  static const char *const people[] = { "critics",    "observers", "experts",      "analysts",
                                        "insiders",   "people",    "commentators", "pundits",
                                        "sceptics",   "skeptics",  "detractors",   "voters",
                                        "historians", NULL };
  static const char *const auxiliaries[] = { "would", "will",  "now",  "have",
                                             "long",  "might", "also", NULL };
  static const char *const verbs[] = { "say",   "argue", "believe", "think",  "fear",    "suspect",
                                       "agree", "feel",  "insist",  "claim",  "contend", "warn",
                                       "note",  "doubt", "see",     "wonder", NULL };
  guint i = start;
  guint n_auxiliaries = 0;

  i += galley_word_is_one_of (text, i, amounts);
  i += i < end && galley_word_is_one_of (text, i, people);
  if (i == start)
    return FALSE;
  for (; i < end && n_auxiliaries < 2 && galley_word_is_one_of (text, i, auxiliaries); i++)
    n_auxiliaries++;
  if (i >= end || !galley_word_is_one_of (text, i, verbs))
    return FALSE;
  for (guint j = start; j <= i; j++)
    if (is_said (text, j, said))
      return FALSE;
  *cue = make_cue (start, i + 1, GALLEY_OPINION_WEASEL);

  return TRUE;
}

/**
 * galley_opinion_cues_find:
 * @sentence: its tokens
 * @said: (nullable): for each token of the text, whether it is somebody else's; quoted words never
 *   count
 *
 * Returns: (transfer full) (element-type GalleyOpinionCue): what shows a view in the writer's own
 *   words, in their order
 */
GArray *
galley_opinion_cues_find (const GalleyText *text, GalleyTokenRun sentence, const gboolean *said)
{
  GArray *cues = g_array_new (FALSE, FALSE, sizeof (GalleyOpinionCue));
  guint i = galley_opinion_own_start (text, sentence);

  while (i < sentence.end_token)
    {
      GalleyOpinionCue cue;

      if (match_weasel (text, i, sentence.end_token, said, &cue)
          || match (text, i, sentence.end_token, TRUE, said, &cue)
          || match_scare_quote (text, i, sentence.end_token, said, &cue))
        {
          g_array_append_val (cues, cue);
          i = cue.run.end_token;
          continue;
        }
      if (galley_word_is (text, i, "?") && !is_said (text, i, said))
        {
          cue = make_cue (i, i + 1, GALLEY_OPINION_QUESTION);
          g_array_append_val (cues, cue);
        }
      i++;
    }

  return cues;
}

/**
 * galley_opinion_is_voiced:
 * @run: what somebody is made to say
 *
 * Returns: %TRUE if it has a judging word or a label, whoever says it
 */
gboolean
galley_opinion_is_voiced (const GalleyText *text, GalleyTokenRun run)
{
  for (guint i = run.first_token; i < run.end_token; i++)
    {
      GalleyOpinionCue cue;

      if (match (text, i, run.end_token, FALSE, NULL, &cue)
          && (cue.group == GALLEY_OPINION_STRONG || cue.group == GALLEY_OPINION_LABEL
              || cue.group == GALLEY_OPINION_ADVERB))
        return TRUE;
    }

  return FALSE;
}

/**
 * galley_opinion_group_type:
 *
 * Returns: the type of opinion, an id of %GALLEY_TERMS_OPINION
 */
const char *
galley_opinion_group_type (GalleyOpinionGroup group)
{
  static const char *const types[GALLEY_N_OPINION_GROUPS] = {
    [GALLEY_OPINION_STRONG] = "evaluation",
    [GALLEY_OPINION_MILD] = "evaluation",
    [GALLEY_OPINION_ADVERB] = "evaluation",
    [GALLEY_OPINION_LABEL] = "loaded-label",
    [GALLEY_OPINION_EDITORIAL] = "editorialising-verb",
    [GALLEY_OPINION_INTERPRET] = "interpretation",
    [GALLEY_OPINION_HEDGE] = "interpretation",
    [GALLEY_OPINION_PRESCRIBE] = "prescription",
    [GALLEY_OPINION_OBLIGE] = "prescription",
    [GALLEY_OPINION_PREDICT] = "prediction",
    [GALLEY_OPINION_CERTAIN] = "certainty",
    [GALLEY_OPINION_SUPER] = "superlative",
    [GALLEY_OPINION_ABSOLUTE] = "superlative",
    [GALLEY_OPINION_MOTIVE] = "motive",
    [GALLEY_OPINION_WEASEL] = "weasel",
    [GALLEY_OPINION_DISTANCE] = "distancing",
    [GALLEY_OPINION_FIRST] = "first-person",
    [GALLEY_OPINION_WE] = "first-person",
    [GALLEY_OPINION_YOU] = "first-person",
    [GALLEY_OPINION_INTENSE] = "certainty",
    [GALLEY_OPINION_TURN] = "interpretation",
    [GALLEY_OPINION_QUESTION] = "rhetorical-question",
    [GALLEY_OPINION_SCARE] = "distancing",
  };

  return types[group];
}

/**
 * galley_opinion_group_is_judging:
 *
 * Returns: %TRUE if the words are loaded in some places and plain in others: "a toxic legacy", "a
 *   toxic gas"
 */
gboolean
galley_opinion_group_is_judging (GalleyOpinionGroup group)
{
  return group == GALLEY_OPINION_STRONG || group == GALLEY_OPINION_MILD
         || group == GALLEY_OPINION_ADVERB || group == GALLEY_OPINION_LABEL
         || group == GALLEY_OPINION_EDITORIAL;
}

/**
 * galley_opinion_group_rank:
 *
 * Returns: the higher, the more a sentence is of that type where it has cues of several
 */
guint
galley_opinion_group_rank (GalleyOpinionGroup group)
{
  static const guint8 ranks[GALLEY_N_OPINION_GROUPS] = {
    [GALLEY_OPINION_STRONG] = 21,    [GALLEY_OPINION_LABEL] = 20,
    [GALLEY_OPINION_PRESCRIBE] = 19, [GALLEY_OPINION_DISTANCE] = 18,
    [GALLEY_OPINION_ADVERB] = 17,    [GALLEY_OPINION_EDITORIAL] = 16,
    [GALLEY_OPINION_MOTIVE] = 15,    [GALLEY_OPINION_SUPER] = 14,
    [GALLEY_OPINION_PREDICT] = 13,   [GALLEY_OPINION_CERTAIN] = 12,
    [GALLEY_OPINION_INTERPRET] = 11, [GALLEY_OPINION_WEASEL] = 10,
    [GALLEY_OPINION_QUESTION] = 9,   [GALLEY_OPINION_OBLIGE] = 8,
    [GALLEY_OPINION_FIRST] = 7,      [GALLEY_OPINION_WE] = 6,
    [GALLEY_OPINION_YOU] = 5,        [GALLEY_OPINION_MILD] = 4,
    [GALLEY_OPINION_ABSOLUTE] = 3,   [GALLEY_OPINION_HEDGE] = 2,
    [GALLEY_OPINION_SCARE] = 1,
  };

  return ranks[group];
}
