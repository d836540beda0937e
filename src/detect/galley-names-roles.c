/* galley-names-roles.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-names-private.h"

#include <string.h>

#include "language/galley-tagger.h"

#include "detect/galley-words.h"

#define MAX_ROLE_TOKENS 12

static gboolean
goes_on_with_role (const GalleyText *text, guint position)
{
  const GalleyToken *token = galley_text_token (text, position);
  const char *tag = galley_tag_to_string (token->tag);

  if ((token->flags & (GALLEY_TOKEN_OPENS_QUOTE | GALLEY_TOKEN_CLOSES_QUOTE)) != 0)
    return FALSE;
  /* "the then president", not "Then President Lee left" */
  if (galley_word_is (text, position, "then"))
    return (token->flags & GALLEY_TOKEN_SENTENCE_START) == 0;
  if (galley_word_is_one_of (text,
                             position,
                             (const char *const[]){ "of", "'s", "-", "former", NULL }))
    return TRUE;
  if ((token->flags & GALLEY_TOKEN_WORD) == 0 || _galley_name_is_stop_word (text, position))
    return FALSE;
  if (galley_title_token (text, position) || (token->flags & GALLEY_TOKEN_CAPITAL) != 0)
    return TRUE;

  return tag[0] == '\0' || strcmp (tag, "HYPH") == 0 || strcmp (tag, "POS") == 0
         || g_str_has_prefix (tag, "JJ") || g_str_has_prefix (tag, "NN");
}

static guint
walk_role_back (const GalleyText *text, guint end, guint first_token)
{
  guint start = end;

  while (start > first_token && end - start < MAX_ROLE_TOKENS
         && goes_on_with_role (text, start - 1))
    start--;
  while (start < end
         && galley_word_is_one_of (text, start, (const char *const[]){ "of", "'s", "-", NULL }))
    start++;

  return start;
}

static gboolean
is_honorific (const GalleyText *text, guint position)
{
  GalleyWord word;
  const GalleyNoun *noun = galley_noun_find (galley_word_fold (text, position, word), NULL);

  return noun != NULL && (noun->flags & GALLEY_NOUN_HONORIFIC) != 0;
}

/* "the coxswain, Ann Lee, was": between commas any noun says who somebody is. */
static gboolean
is_noun_set_off (const GalleyText *text, GalleyTokenRun name, guint noun)
{
  return strcmp (galley_tag_to_string (galley_text_token (text, noun)->tag), "NN") == 0
         && name.end_token - name.first_token > 1 && name.end_token < text->tokens->len
         && galley_word_is (text, name.end_token, ",");
}

/* "In mitigation, Ann Lee said": what a lawyer opens with says which side is theirs. */
static GalleyTokenRun
role_of_opener (const GalleyText *text, GalleyTokenRun name, guint first_token)
{
  static const char *const openers[] = { "mitigation",  "defending", "mitigating",
                                         "prosecuting", "presiding", NULL };
  guint end = name.first_token;

  if (end < first_token + 2 || !galley_word_is (text, end - 1, ",")
      || !galley_word_is_one_of (text, end - 2, openers) || end - 2 > first_token + 1
      || (end - 2 == first_token + 1 && !galley_word_is (text, first_token, "in")))
    return (GalleyTokenRun){ end, end };

  return (GalleyTokenRun){ first_token, end - 1 };
}

/* "the bursar", "the town's bursar" */
static gboolean
is_determined (const GalleyText *text, GalleyTokenRun role, guint first_token)
{
  static const char *const determiners[] = { "the", "its", "his", "her", "their", NULL };

  for (guint i = role.first_token; i < role.end_token; i++)
    {
      if (galley_word_is (text, i, "'s"))
        return TRUE;
    }

  return role.first_token > first_token
         && galley_word_is_one_of (text, role.first_token - 1, determiners);
}

/* "the chairman | of the | governors, Ann Lee": the office begins before the board it is of. */
static guint
walk_over_office (const GalleyText *text, guint start, guint first_token)
{
  if (start >= first_token + 3 && galley_word_is (text, start - 1, "the")
      && galley_word_is_one_of (text, start - 2, (const char *const[]){ "of", "for", NULL })
      && galley_title_token (text, start - 3))
    return walk_role_back (text, start - 2, first_token);

  return start;
}

/**
 * galley_role_before:
 * @name: a person's name
 * @first_token: where to stop
 *
 * Finds what stands before a name and says who bears it: "Ukrainian President", "the Kremlin
 * spokesman,".
 *
 * Returns: the role without its determiner; empty where there is none
 */
GalleyTokenRun
galley_role_before (const GalleyText *text, GalleyTokenRun name, guint first_token)
{
  guint end = name.first_token;
  gboolean comma = FALSE;
  GalleyTokenRun opener;
  guint start;

  while (end > first_token && is_honorific (text, end - 1))
    end--;
  opener = role_of_opener (text, (GalleyTokenRun){ end, name.end_token }, first_token);
  if (opener.first_token < opener.end_token)
    return opener;
  if (end > first_token && galley_word_is (text, end - 1, ","))
    {
      comma = TRUE;
      end--;
    }
  if (end <= first_token
      || !(galley_title_token (text, end - 1)
           || _galley_name_is_portfolio (text, end - 1, first_token)
           || (comma && is_noun_set_off (text, name, end - 1))))
    return (GalleyTokenRun){ end, end };

  start = walk_role_back (text, end, first_token);
  if (comma)
    start = walk_over_office (text, start, first_token);
  /* Before a comma only a whole description counts, else "asked the doctor, Jane Roe left". */
  if (comma && !is_determined (text, (GalleyTokenRun){ start, end }, first_token))
    return (GalleyTokenRun){ end, end };

  return (GalleyTokenRun){ start, end };
}

static guint
skip_age (const GalleyText *text, guint position, guint end_token)
{
  if (position + 1 < end_token && galley_token_has (text, position, GALLEY_TOKEN_NUMBER)
      && galley_word_is (text, position + 1, ","))
    return position + 2;

  return position;
}

/**
 * galley_age_follows:
 * @position: where a name ends
 *
 * Returns: %TRUE if an age stands there, as only people have one: ", 34,"
 */
gboolean
galley_age_follows (const GalleyText *text, guint position)
{
  return position + 2 < text->tokens->len && galley_word_is (text, position, ",")
         && skip_age (text, position + 1, text->tokens->len) > position + 1
         && galley_text_token (text, position + 1)->end
                    - galley_text_token (text, position + 1)->start
                <= 3;
}

static guint
end_of_apposition (const GalleyText *text, guint start, guint end_token)
{
  static const char *const ends[] = { ",", ";",   ":",     ".",     "—",    "–", "(",
                                      ")", "who", "whose", "which", "that", NULL };
  guint i = start;

  while (i < end_token && i - start < MAX_ROLE_TOKENS + 4
         && !galley_token_has (text, i, GALLEY_TOKEN_OPENS_QUOTE | GALLEY_TOKEN_CLOSES_QUOTE)
         && !galley_word_is_one_of (text, i, ends))
    i++;

  return i;
}

/* A description names what somebody is before it says where: "director of the fund". After "a" any
 * noun will do: "a census taker". */
static gboolean
describes_person (const GalleyText *text, guint start, guint end, gboolean indefinite)
{
  for (guint i = start; i < end && i < start + 8; i++)
    {
      const char *tag = galley_tag_to_string (galley_text_token (text, i)->tag);

      if (galley_title_token (text, i) || _galley_name_is_trade (text, i)
          || (indefinite && i + 1 == end && g_str_has_prefix (tag, "NN")))
        return TRUE;
      if (g_str_has_prefix (tag, "VB") && strcmp (tag, "VBN") != 0)
        return FALSE;
      if (galley_word_is_one_of (text,
                                 i,
                                 (const char *const[]){ "of", "at", "for", "in", "to", NULL }))
        return FALSE;
    }

  return FALSE;
}

static gboolean
has_tag (const GalleyText *text, guint position, const char *prefix)
{
  return g_str_has_prefix (galley_tag_to_string (galley_text_token (text, position)->tag), prefix);
}

/* What people do by trade or office. With an object it tells who somebody is: "who keeps sheep",
 * "who tended the light"; not "who kept silent". */
static gboolean
is_occupation (const GalleyText *text, guint verb, guint end_token)
{
  static const char *const doing[] = {
    "build",     "captain", "chair",    "coach",     "command", "conduct", "curate",  "design",
    "direct",    "edit",    "farm",     "found",     "grow",    "head",    "keep",    "lead",
    "manage",    "mine",    "organise", "organize",  "oversee", "own",     "produce", "publish",
    "represent", "run",     "sail",     "sell",      "serve",   "sponsor", "study",   "supervise",
    "teach",     "tend",    "train",    "translate", "work",    NULL,
  };
  static const char *const places[] = { "as", "at", "for", "in", "on", "with", NULL };
  g_autofree char *lemma = NULL;
  GalleyWord word;
  gboolean free;

  if (verb + 1 >= end_token)
    return FALSE;
  galley_word_fold (text, verb, word);
  lemma = galley_lemma (word, galley_text_token (text, verb)->tag);
  if (lemma == NULL || !g_strv_contains (doing, lemma))
    return FALSE;
  free = g_strv_contains ((const char *const[]){ "serve", "study", "teach", "train", "work", NULL },
                          lemma);

  return has_tag (text, verb + 1, "NN") || has_tag (text, verb + 1, "DT")
         || has_tag (text, verb + 1, "PRP$") || has_tag (text, verb + 1, "CD")
         || galley_token_has (text, verb + 1, GALLEY_TOKEN_CAPITAL)
         || (has_tag (text, verb + 1, "JJ") && verb + 2 < end_token
             && has_tag (text, verb + 2, "NN"))
         || (free && galley_word_is_one_of (text, verb + 1, places));
}

/* "whose family has kept": past whom the clause names, and past "has" */
static guint
find_clause_verb (const GalleyText *text, guint who, guint end_token)
{
  guint i = who + 1;

  if (galley_word_is (text, who, "whose"))
    {
      while (i < end_token && i < who + 4 && (has_tag (text, i, "NN") || has_tag (text, i, "JJ")))
        i++;
    }
  while (i < end_token
         && galley_word_is_one_of (text, i, (const char *const[]){ "has", "have", "had", NULL }))
    i++;

  return i;
}

/* "who leads the union": what somebody does stands for what they are */
static GalleyTokenRun
role_in_clause (const GalleyText *text, guint who, guint end_token)
{
  guint verb = find_clause_verb (text, who, end_token);

  if (!is_occupation (text, verb, end_token))
    return (GalleyTokenRun){ who, who };

  return (GalleyTokenRun){ galley_word_is (text, who, "whose") ? who : verb,
                           end_of_apposition (text, verb + 1, end_token) };
}

/* ", for the defence," ", for Brightwater," says on whose side somebody speaks. */
static GalleyTokenRun
role_of_side (const GalleyText *text, guint start, guint end_token)
{
  static const char *const sides[] = {
    "applicant",  "appellant",   "claimant",    "claimants",  "council", "crown",      "defence",
    "defendant",  "defendants",  "defense",     "estate",     "family",  "government", "plaintiff",
    "plaintiffs", "prosecution", "prosecutors", "respondent", "state",   "union",      NULL,
  };
  const GalleyTokenRun none = { start, start };
  guint end;

  if (start + 1 >= end_token || !galley_word_is (text, start, "for"))
    return none;
  end = end_of_apposition (text, start + 1, end_token);
  if (end == start + 1 || end >= end_token || !galley_word_is (text, end, ","))
    return none;
  if (!galley_word_is_one_of (text, end - 1, sides)
      && !(galley_token_has (text, end - 1, GALLEY_TOKEN_CAPITAL)
           && has_tag (text, end - 1, "NNP")))
    return none;

  return (GalleyTokenRun){ start, end };
}

/**
 * galley_role_after:
 * @name: a person's name
 * @end_token: where to stop
 *
 * Finds what stands after a name and says who bears it: ", 45, a teacher from Ohio,".
 *
 * Returns: the role without its determiner; empty where there is none
 */
GalleyTokenRun
galley_role_after (const GalleyText *text, GalleyTokenRun name, guint end_token)
{
  static const char *const determiners[] = { "a", "an", "the", "its", "his", "her", "their", NULL };
  const GalleyTokenRun none = { name.end_token, name.end_token };
  guint start = name.end_token, end;
  gboolean indefinite;

  while (start < end_token && _galley_name_is_post_nominal (text, start))
    start++;
  if (start >= end_token || !galley_word_is (text, start, ","))
    return none;
  start = skip_age (text, start + 1, end_token);
  if (start < end_token
      && galley_word_is_one_of (text, start, (const char *const[]){ "who", "whose", NULL }))
    return role_in_clause (text, start, end_token);
  if (start < end_token && galley_word_is (text, start, "for"))
    return role_of_side (text, start, end_token);
  if (start + 1 < end_token && galley_word_is (text, start + 1, ",")
      && galley_word_is_one_of (
          text, start, (const char *const[]){ "defending", "prosecuting", "presiding", NULL }))
    return (GalleyTokenRun){ start, start + 1 };
  indefinite = start < end_token
               && galley_word_is_one_of (text, start, (const char *const[]){ "a", "an", NULL });
  if (start < end_token && galley_word_is_one_of (text, start, determiners))
    start++;
  if (start >= end_token
      || (_galley_name_is_stop_word (text, start) && !galley_word_is (text, start, "one")))
    return none;
  end = end_of_apposition (text, start, end_token);
  if (end == start || !describes_person (text, start, end, indefinite))
    return none;

  return (GalleyTokenRun){ start, end };
}
