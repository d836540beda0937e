/* galley-anonymity.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-anonymity.h"

#include <string.h>

#include "language/galley-tagger.h"

#include "detect/galley-gazetteer.h"
#include "detect/galley-words.h"

#define MAX_LEADING  6   /* tokens of the words before "anonymity" that belong to it */
#define MAX_SENTENCE 200 /* tokens of a sentence that are looked at */

/**
 * galley_anonymity_flag_id:
 *
 * Returns: (transfer none): an id of %GALLEY_TERMS_ANONYMITY
 */
const char *
galley_anonymity_flag_id (GalleyAnonymityFlag flag)
{
  static const char *const ids[GALLEY_N_ANONYMITY_FLAGS] = {
    [GALLEY_ANONYMITY_NO_REASON] = "no-reason-given",
    [GALLEY_ANONYMITY_OPINION] = "opinion-or-attack",
    [GALLEY_ANONYMITY_DIRECT] = "direct-quote",
    [GALLEY_ANONYMITY_LEAD] = "in-headline-or-lead",
    [GALLEY_ANONYMITY_ONLY] = "only-source-of-claim",
    [GALLEY_ANONYMITY_PLURAL] = "plural-but-one-shown",
    [GALLEY_ANONYMITY_NO_COMMENT] = "also-declined-to-comment",
  };

  return ids[flag];
}

static const char *
type_of_class (GalleyNounClass noun_class, gboolean plural)
{
  switch (noun_class)
    {
    case GALLEY_NOUN_CLASS_PERSON:
      return plural ? "unnamed-group" : "unnamed-person";
    case GALLEY_NOUN_CLASS_GROUP:
      return "unnamed-group";
    case GALLEY_NOUN_CLASS_OUTLET:
      return "outlet";
    case GALLEY_NOUN_CLASS_DOCUMENT:
      return "document";
    case GALLEY_NOUN_CLASS_DATA:
      return "data";
    case GALLEY_NOUN_CLASS_STATEMENT:
      return "statement";
    case GALLEY_NOUN_CLASS_POST:
      return "post";
    case GALLEY_NOUN_CLASS_ORGANISATION:
    default:
      return plural ? "unnamed-group" : "organisation";
    }
}

static const char *
type_of_name (const GalleyText *text, const GalleyMention *mention)
{
  const GalleyNoun *noun = mention->noun;

  if (mention->name_kind == GALLEY_NAME_PERSON)
    return "person";
  if (noun == NULL || noun->noun_class == GALLEY_NOUN_CLASS_PERSON
      || noun->noun_class == GALLEY_NOUN_CLASS_GROUP)
    return "organisation";

  return type_of_class (noun->noun_class, FALSE);
}

/* Nouns that no list holds: their endings tell what people do. */
static const char *
type_of_unknown (const GalleyText *text, const GalleyMention *mention)
{
  static const char *const endings[] = { "ist",   "er",     "or",  "ian", "man",
                                         "woman", "person", "ant", "eer", NULL };
  const char *tag;
  GalleyWord word;

  if (mention->core.first_token >= mention->core.end_token)
    return "organisation";
  tag = galley_tag_to_string (galley_text_token (text, mention->core.end_token - 1)->tag);
  galley_word_fold (text, mention->core.end_token - 1, word);
  if (mention->plural || strcmp (tag, "NNS") == 0 || strcmp (tag, "NNPS") == 0
      || strcmp (tag, "CD") == 0)
    return "unnamed-group";
  for (guint i = 0; endings[i] != NULL; i++)
    {
      if (g_str_has_suffix (word, endings[i]) && strlen (word) > strlen (endings[i]) + 2)
        return "unnamed-person";
    }

  return mention->definite ? "organisation" : "unnamed-person";
}

/* "this reporter", "a reporter at the scene": the reporter's own eyes */
static gboolean
is_witness (const GalleyText *text, const GalleyMention *mention)
{
  return mention->core.end_token - mention->core.first_token == 2
         && galley_word_is_one_of (text,
                                   mention->core.first_token,
                                   (const char *const[]){ "this", "our", NULL })
         && galley_word_is_one_of (text,
                                   mention->core.end_token - 1,
                                   (const char *const[]){
                                       "reporter", "correspondent", "writer", "columnist", NULL });
}

/* "@ann_lee" */
static gboolean
is_account (const GalleyText *text, const GalleyMention *mention)
{
  return mention->core.first_token < mention->core.end_token
         && text->text[galley_text_token (text, mention->core.first_token)->start] == '@'
         && galley_token_has (text, mention->core.first_token, GALLEY_TOKEN_WORD);
}

/**
 * galley_anonymity_type:
 * @mention: how a source is first named
 *
 * Returns: (transfer none): what kind of source it is, an id of %GALLEY_TERMS_SOURCE
 */
const char *
galley_anonymity_type (const GalleyText *text, const GalleyMention *mention)
{
  if (is_account (text, mention))
    return "post";
  if (mention->form == GALLEY_MENTION_NAME)
    return type_of_name (text, mention);
  if (is_witness (text, mention))
    return "witness";
  if (mention->noun != NULL)
    return type_of_class (mention->noun->noun_class, mention->plural);

  return type_of_unknown (text, mention);
}

/* Whether anything but number and order stands before the noun: "senior", "U.S.", "hospital". */
static gboolean
says_where_from (const GalleyText *text, const GalleyMention *mention)
{
  static const char *const empty[] = {
    "a",         "all",      "an",          "another",      "any",      "at",       "certain",
    "different", "each",     "every",       "few",          "first",    "five",     "four",
    "key",       "least",    "many",        "more",         "most",     "multiple", "no",
    "number",    "numerous", "of",          "one",          "other",    "others",   "own",
    "same",      "second",   "separate",    "several",      "single",   "six",      "some",
    "such",      "that",     "the",         "their",        "these",    "third",    "this",
    "those",     "three",    "two",         "unidentified", "unnamed",  "various",  "anonymous",
    "half",      "dozen",    "independent", "well-placed",  "informed", "reliable", NULL,
  };

  for (guint i = mention->core.first_token; i + 1 < mention->core.end_token; i++)
    {
      if (galley_token_has (text, i, GALLEY_TOKEN_WORD)
          && !galley_token_has (text, i, GALLEY_TOKEN_NUMBER)
          && !galley_word_is_one_of (text, i, empty))
        return TRUE;
    }
  /* "a source in the ministry", "residents of the block"; not "dozens of people" */
  for (guint i = mention->core.end_token; i + 1 < mention->run.end_token; i++)
    {
      const GalleyNoun *noun;
      GalleyWord word;

      if (!galley_word_is_one_of (
              text,
              i,
              (const char *const[]){
                  "of", "in", "at", "from", "inside", "within", "who", "for", "with", NULL }))
        continue;
      noun = galley_noun_find (galley_word_fold (text, i + 1, word), NULL);
      if ((noun == NULL || (noun->flags & GALLEY_NOUN_GENERIC) == 0)
          && !galley_word_is_one_of (
              text, i + 1, (const char *const[]){ "them", "us", "these", "those", "whom", NULL }))
        return !mention->knows;
    }

  return FALSE;
}

static const char *
ladder_of_unnamed (const GalleyText *text, const GalleyMention *mention)
{
  gboolean role = mention->noun == NULL || (mention->noun->flags & GALLEY_NOUN_GENERIC) == 0
                  || says_where_from (text, mention);

  if (role && mention->knows)
    return "A1";

  return role || mention->knows ? "A2" : "A3";
}

/* Nothing but a first name, without "Mr" or a title before it. */
static gboolean
is_given_name_only (const GalleyText *text, const GalleyMention *mention, const char *name)
{
  GalleyWord word;

  if (name != NULL && strchr (name, ' ') != NULL)
    return FALSE;
  if (mention->name.end_token != mention->name.first_token + 1
      || mention->core.first_token < mention->name.first_token)
    return FALSE;

  return galley_gazetteer_is_given_name (galley_word_fold (text, mention->name.first_token, word));
}

/**
 * galley_anonymity_ladder:
 * @type: from galley_anonymity_type()
 * @name: (nullable): the fullest name known
 * @role: (nullable): of a named person
 *
 * How much the reader learns of who a source is. A role or how they know alone is A2, both are A1.
 *
 * Returns: (transfer none) (nullable): an id of %GALLEY_TERMS_LADDER; %NULL for kinds of source
 * that have no such step
 */
const char *
galley_anonymity_ladder (const GalleyText *text,
                         const GalleyMention *mention,
                         const char *type,
                         const char *name,
                         const char *role)
{
  if (strcmp (type, "person") == 0)
    {
      if (role != NULL && *role != '\0')
        return "N0";
      return is_given_name_only (text, mention, name) ? "N2" : "N1";
    }
  if (strcmp (type, "sourceless") == 0)
    return "A4";
  if (!g_str_has_prefix (type, "unnamed-"))
    return NULL;

  return ladder_of_unnamed (text, mention);
}

/* Where the words that lead to the one at @position begin: "on condition of | anonymity". */
static guint
start_of_reason (const GalleyText *text, guint first, guint position)
{
  static const char *const leading[] = { "condition",  "asked",    "request", "requested",
                                         "requesting", "insisted", "spoke",   "speaking",
                                         "remain",     NULL };

  guint start = position;

  for (guint i = position; i > first && position - i < MAX_LEADING; i--)
    {
      if (galley_word_is_one_of (text, i - 1, leading))
        start = i - 1;
    }

  return start;
}

static gboolean
find_reason_in (const GalleyText *text, GalleyTokenRun sentence, GalleyTokenRun *words)
{
  static const char *const signs[] = { "anonymity", "anonymous", "anonymously",
                                       "unnamed",   "pseudonym", NULL };
  static const char *const refusing[] = { "not",   "n't",          "declined",
                                          "asked", "unauthorised", "unauthorized",
                                          "fear",  "requested",    NULL };
  static const char *const allowed[] = { "named",   "identified", "authorised", "authorized",
                                         "allowed", "permitted",  "publicly",   NULL };
  guint end = MIN (sentence.end_token, sentence.first_token + MAX_SENTENCE);
  guint negated = end;

  for (guint i = sentence.first_token; i < end; i++)
    {
      if (galley_word_is_one_of (text, i, signs))
        {
          *words = (GalleyTokenRun){ start_of_reason (text, sentence.first_token, i), i + 1 };
          return TRUE;
        }
      if (negated == end && galley_word_is_one_of (text, i, refusing))
        negated = i;
      if (negated < end && galley_word_is_one_of (text, i, allowed))
        {
          *words = (GalleyTokenRun){ negated, i + 1 };
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * galley_anonymity_find_reason:
 * @sentence: where an unnamed source speaks
 * @words: (out): the words that say why the source is not named
 *
 * Returns: %TRUE if that sentence or the next says so
 */
gboolean
galley_anonymity_find_reason (const GalleyText *text, guint sentence, GalleyTokenRun *words)
{
  guint end = MIN (sentence + 2, text->sentences->len);

  for (guint s = sentence; s < end; s++)
    {
      if (find_reason_in (text, g_array_index (text->sentences, GalleyTokenRun, s), words))
        return TRUE;
    }

  return FALSE;
}
