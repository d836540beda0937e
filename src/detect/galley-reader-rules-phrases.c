/* galley-reader-rules-phrases.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reader-rules-private.h"

#include <string.h>

#define LONGEST_WORD   32
#define MAX_GROUP      8  /* tokens of a verb group before its verb */
#define MAX_NOUN       16 /* tokens of a noun phrase */
#define MAX_APPOSITION 14

static const struct
{
  const char *tag;
  guint32 set;
} tag_sets[] = {
  { "NN", GALLEY_SET_NOUN },
  { "NNS", GALLEY_SET_NOUN },
  { "NNP", GALLEY_SET_NOUN | GALLEY_SET_NAME },
  { "NNPS", GALLEY_SET_NOUN | GALLEY_SET_NAME },
  { "PRP", GALLEY_SET_PRONOUN },
  { "WP", GALLEY_SET_PRONOUN | GALLEY_SET_WH },
  { "WDT", GALLEY_SET_PRONOUN | GALLEY_SET_WH },
  { "EX", GALLEY_SET_OTHER },
  { "DT", GALLEY_SET_DETERMINER },
  { "PDT", GALLEY_SET_DETERMINER },
  { "PRP$", GALLEY_SET_DETERMINER },
  { "JJ", GALLEY_SET_ADJECTIVE },
  { "JJR", GALLEY_SET_ADJECTIVE },
  { "JJS", GALLEY_SET_ADJECTIVE },
  { "CD", GALLEY_SET_NUMBER },
  { "$", GALLEY_SET_NUMBER },
  { "POS", GALLEY_SET_POSSESSIVE },
  { "VBD", GALLEY_SET_FINITE },
  { "VBZ", GALLEY_SET_FINITE },
  { "VBP", GALLEY_SET_FINITE },
  { "MD", GALLEY_SET_MODAL },
  { "VB", GALLEY_SET_BASE },
  { "VBN", GALLEY_SET_PARTICIPLE },
  { "VBG", GALLEY_SET_ING },
  { "RB", GALLEY_SET_ADVERB },
  { "RBR", GALLEY_SET_ADVERB },
  { "RBS", GALLEY_SET_ADVERB },
  { "IN", GALLEY_SET_PREPOSITION },
  { "TO", GALLEY_SET_TO },
  { "RP", GALLEY_SET_PARTICLE },
  { "WRB", GALLEY_SET_WH },
  { "CC", GALLEY_SET_AND },
};

/**
 * _galley_rules_get_set:
 *
 * Returns: the sets that the tag of a token belongs to
 */
guint32
_galley_rules_get_set (const GalleyText *text, guint position)
{
  const GalleyToken *token = galley_text_token (text, position);
  const char *tag = galley_tag_to_string (token->tag);

  /* No tagger knows what an account is called. */
  if (text->text[token->start] == '@' && (token->flags & GALLEY_TOKEN_WORD) != 0)
    return GALLEY_SET_NOUN | GALLEY_SET_NAME;
  for (guint i = 0; i < G_N_ELEMENTS (tag_sets); i++)
    {
      if (strcmp (tag_sets[i].tag, tag) == 0)
        return tag_sets[i].set;
    }

  return GALLEY_SET_OTHER;
}

static gboolean
is_auxiliary (const GalleyRules *rules, guint position)
{
  static const char *const words[] = { "have", "has", "had",  "having", "is",  "are", "was",
                                       "were", "be",  "been", "being",  "am",  "do",  "does",
                                       "did",  "'s",  "'ve",  "'d",     "'re", "'m",  NULL };

  return _galley_rules_is (rules, position, GALLEY_SET_MODAL)
         || (_galley_rules_is (rules, position, GALLEY_SET_VERB)
             && galley_text_token_is_any (rules->text, position, words));
}

/* "went on to say": what stands before the verb but reports nothing. */
static guint
widen_over_infinitive (const GalleyRules *rules, guint start, guint first)
{
  guint i = start;

  if (i <= first || !_galley_rules_is (rules, i - 1, GALLEY_SET_TO))
    return start;
  i--;
  while (i > first && _galley_rules_is (rules, i - 1, GALLEY_SET_PARTICLE | GALLEY_SET_ADVERB))
    i--;
  if (i > first && _galley_rules_is (rules, i - 1, GALLEY_SET_VERB)
      && !_galley_rules_flag (rules, i - 1, GALLEY_TOKEN_QUOTED))
    return i - 1;

  return start;
}

static guint
widen_left (const GalleyRules *rules, guint start, guint first)
{
  guint limit = start > first + MAX_GROUP ? start - MAX_GROUP : first;

  while (start > limit)
    {
      if (_galley_rules_flag (rules, start - 1, GALLEY_TOKEN_QUOTED)
          || !(is_auxiliary (rules, start - 1)
               || _galley_rules_is (rules, start - 1, GALLEY_SET_ADVERB)))
        break;
      start--;
    }

  return start;
}

/**
 * _galley_rules_find_group:
 * @verb: a token
 * @group: (out): the verb group
 *
 * Returns: %TRUE if the token is a verb that reports and stands outside quotation marks
 */
gboolean
_galley_rules_find_group (const GalleyRules *rules,
                          guint verb,
                          const GalleyTokenRun *sentence,
                          GalleyVerbGroup *group)
{
  char word[LONGEST_WORD], phrase[2 * LONGEST_WORD];
  guint wide;

  if (!_galley_rules_is (rules, verb, GALLEY_SET_VERB)
      || _galley_rules_flag (rules, verb, GALLEY_TOKEN_QUOTED))
    return FALSE;
  galley_text_copy_folded (rules->text, verb, word, sizeof word);
  group->cue = galley_cue_find_verb (word, &group->forms);
  group->verb = verb;
  group->run.end_token = verb + 1;

  /* "pointed out", "hit back": the particle makes another verb. */
  if (verb + 1 < sentence->end_token
      && _galley_rules_is (rules, verb + 1, GALLEY_SET_PARTICLE | GALLEY_SET_ADVERB))
    {
      g_autofree char *lemma = galley_lemma (word, galley_text_token (rules->text, verb)->tag);
      const GalleyCue *cue;

      galley_text_copy_folded (rules->text, verb + 1, word, sizeof word);
      g_snprintf (phrase, sizeof phrase, "%s %s", lemma != NULL ? lemma : "", word);
      cue = galley_cue_find (phrase);
      if (cue != NULL)
        {
          group->cue = cue;
          group->run.end_token = verb + 2;
        }
    }
  if (group->cue == NULL)
    return FALSE;

  group->run.first_token = widen_left (rules, verb, sentence->first_token);
  wide = widen_over_infinitive (rules, group->run.first_token, sentence->first_token);
  if (wide < group->run.first_token)
    group->run.first_token = widen_left (rules, wide, sentence->first_token);

  return TRUE;
}

/**
 * _galley_rules_has_finite:
 *
 * Returns: %TRUE if a finite verb stands in a stretch, as far as %GALLEY_RULES_WINDOW reaches
 */
gboolean
_galley_rules_has_finite (const GalleyRules *rules, guint start, guint end)
{
  for (guint i = start; i < MIN (end, start + GALLEY_RULES_WINDOW); i++)
    {
      if (_galley_rules_is (rules, i, GALLEY_SET_FINITE | GALLEY_SET_MODAL))
        return TRUE;
    }

  return FALSE;
}

#define NOUN_PARTS                                                                                 \
  (GALLEY_SET_NOUN | GALLEY_SET_ADJECTIVE | GALLEY_SET_NUMBER | GALLEY_SET_POSSESSIVE              \
   | GALLEY_SET_DETERMINER | GALLEY_SET_PARTICIPLE)

static gboolean
links_nouns (const GalleyRules *rules, guint position)
{
  static const char *const words[] = { "of", "for", "at", "in", "with", "from",
                                       "to", "and", "&",  "on", NULL };

  return galley_text_token_is_any (rules->text, position, words);
}

/* "sources close | to the board", "people familiar | with the plans", "two people briefed | on it"
 */
static gboolean
follows_closeness (const GalleyRules *rules, guint position, guint limit)
{
  static const char *const words[] = { "close",    "near",       "familiar",    "briefed",
                                       "involved", "acquainted", "privy",       "linked",
                                       "opposed",  "loyal",      "sympathetic", NULL };

  return position >= limit + 2 && galley_text_token_is_any (rules->text, position - 1, words)
         && _galley_rules_is (rules, position - 2, GALLEY_SET_NOUN);
}

/* The noun phrase that ends at @end, without apposition. */
static guint
plain_noun_before (const GalleyRules *rules, guint end, guint first)
{
  guint i = end;
  guint limit = end > first + MAX_NOUN ? end - MAX_NOUN : first;

  if (i > limit && _galley_rules_is (rules, i - 1, GALLEY_SET_PRONOUN))
    return i - 1;
  if (i <= limit
      || !_galley_rules_is (rules,
                            i - 1,
                            GALLEY_SET_NOUN | GALLEY_SET_NUMBER | GALLEY_SET_DETERMINER
                                | GALLEY_SET_ADJECTIVE))
    return end;

  while (i > limit)
    {
      if (_galley_rules_flag (rules, i - 1, GALLEY_TOKEN_QUOTED))
        break;
      if (_galley_rules_is (rules, i - 1, NOUN_PARTS)
          || galley_text_token_is (rules->text, i - 1, "-"))
        i--;
      else if (i - 1 > limit && links_nouns (rules, i - 1)
               && (_galley_rules_is (rules, i - 2, GALLEY_SET_NOUN | GALLEY_SET_NUMBER)
                   || follows_closeness (rules, i - 1, limit)))
        i--;
      else
        break;
    }
  while (i < end && _galley_rules_is (rules, i, GALLEY_SET_POSSESSIVE | GALLEY_SET_PARTICIPLE))
    i++;

  return i;
}

/* The comma that opens the apposition or clause which the comma before @end closes. */
static guint
find_opening_comma (const GalleyRules *rules, guint close, guint first)
{
  for (guint i = close; i-- > first && close - i <= MAX_APPOSITION;)
    {
      if (galley_text_token_is (rules->text, i, ",") && i > first
          && _galley_rules_is (rules, i - 1, GALLEY_SET_NOUN))
        return i;
      if (_galley_rules_flag (rules, i, GALLEY_TOKEN_QUOTED | GALLEY_TOKEN_CLOSES_QUOTE))
        break;
    }

  return close;
}

/**
 * _galley_rules_noun_before:
 * @end: where the noun phrase ends
 * @first: how far it may reach
 *
 * Returns: where the noun phrase before @end begins, its apposition included; @end where there is
 *   none
 */
guint
_galley_rules_noun_before (const GalleyRules *rules, guint end, guint first)
{
  guint comma, start;

  if (end <= first)
    return end;

  /* A short stretch from the sentence's beginning without a verb is a phrase as it stands: "A
   * person close to the talks". */
  if (end - first <= MAX_NOUN && !_galley_rules_has_finite (rules, first, end)
      && _galley_rules_is (rules, first, NOUN_PARTS)
      && _galley_rules_is (rules, end - 1, GALLEY_SET_NOUN)
      && !_galley_rules_flag (rules, end - 1, GALLEY_TOKEN_QUOTED))
    {
      gboolean plain = TRUE;

      for (guint i = first; i < end && plain; i++)
        plain = !galley_text_token_is (rules->text, i, ",")
                && !_galley_rules_flag (rules, i, GALLEY_TOKEN_QUOTED);
      if (plain)
        return first;
    }
  if (!galley_text_token_is (rules->text, end - 1, ","))
    return plain_noun_before (rules, end, first);

  comma = find_opening_comma (rules, end - 1, first);
  if (comma == end - 1)
    return end;
  if (_galley_rules_has_finite (rules, comma, end)
      && !_galley_rules_is (rules, comma + 1, GALLEY_SET_PRONOUN))
    return end;
  start = plain_noun_before (rules, comma, first);

  return start < comma ? start : end;
}

/* The apposition after a name: , the mayor of Hull */
static guint
apposition_after (const GalleyRules *rules, guint start, guint end)
{
  guint i = start + 1;

  if (i >= end || !galley_text_token_is (rules->text, start, ",")
      || !_galley_rules_is (rules,
                            i,
                            GALLEY_SET_DETERMINER | GALLEY_SET_NOUN | GALLEY_SET_ADJECTIVE))
    return start;
  while (i < end && i - start <= MAX_APPOSITION && !galley_text_token_is (rules->text, i, ",")
         && !galley_text_token_is (rules->text, i, "."))
    {
      if (_galley_rules_is (rules, i, GALLEY_SET_FINITE | GALLEY_SET_MODAL)
          || _galley_rules_flag (rules, i, GALLEY_TOKEN_OPENS_QUOTE))
        return start;
      i++;
    }
  if (i - start > MAX_APPOSITION)
    return start;

  return i;
}

/**
 * _galley_rules_noun_after:
 *
 * Returns: where the noun phrase that begins at @start ends, its apposition included; @start where
 *   there is none
 */
guint
_galley_rules_noun_after (const GalleyRules *rules, guint start, guint end)
{
  guint i = start;
  gboolean named = FALSE, has_noun = FALSE;

  if (start >= end || _galley_rules_flag (rules, start, GALLEY_TOKEN_QUOTED))
    return start;
  if (_galley_rules_is (rules, start, GALLEY_SET_PRONOUN))
    return start + 1;

  while (i < end && i - start < MAX_NOUN)
    {
      if (_galley_rules_flag (rules, i, GALLEY_TOKEN_OPENS_QUOTE))
        break;
      if (_galley_rules_is (rules, i, NOUN_PARTS))
        {
          has_noun |= _galley_rules_is (rules, i, GALLEY_SET_NOUN);
          named = _galley_rules_is (rules, i, GALLEY_SET_NAME);
          i++;
        }
      else if (has_noun && i + 1 < end && links_nouns (rules, i)
               && _galley_rules_is (rules, i + 1, NOUN_PARTS)
               && (!named || galley_text_token_equals (rules->text, i, "of")
                   || (galley_text_token_equals (rules->text, i, "and")
                       && _galley_rules_is (rules, i + 1, GALLEY_SET_NAME))))
        i++;
      else
        break;
    }
  if (!has_noun)
    return start;

  return named ? apposition_after (rules, i, end) : i;
}
