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

/* "a source in the ministry", "residents of the block"; not "dozens of people", "a member of the
 * public". What stands behind "with" and "who" tells how they know, if anything does. */
static gboolean
tells_where (const GalleyText *text, const GalleyMention *mention, guint position)
{
  static const char *const prepositions[] = { "of",     "in",     "at",  "from",
                                              "inside", "within", "for", NULL };
  static const char *const nowhere[] = { "them",  "us",   "these",    "those", "whom",   "public",
                                         "crowd", "room", "meeting",  "talks", "matter", "case",
                                         "scene", "time", "audience", NULL };
  static const char *const determiners[] = { "the", "a", "an", NULL };
  const GalleyNoun *noun;
  guint next = position + 1;
  GalleyWord word;

  if (!galley_word_is_one_of (text, position, prepositions)
      && (mention->knows
          || !galley_word_is_one_of (text, position, (const char *const[]){ "who", "with", NULL })))
    return FALSE;
  /* "with knowledge of the deal": what they know is not where they are. */
  if (mention->knows && position > mention->core.end_token)
    return FALSE;
  if (next + 1 < mention->run.end_token && galley_word_is_one_of (text, next, determiners))
    next++;
  if (galley_word_is_one_of (text, next, nowhere))
    return FALSE;
  noun = galley_noun_find (galley_word_fold (text, next, word), NULL);

  return noun == NULL || (noun->flags & GALLEY_NOUN_GENERIC) == 0;
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
  for (guint i = mention->core.end_token; i + 1 < mention->run.end_token; i++)
    {
      if (tells_where (text, mention, i))
        return TRUE;
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

static gboolean
is_changed_name (const GalleyText *text, guint position, guint end)
{
  static const char *const withheld[] = { "changed", "withheld", NULL };

  if (galley_word_is (text, position, "pseudonym"))
    return TRUE;
  if (galley_word_is (text, position, "not"))
    return position + 3 < end && galley_word_is (text, position + 2, "real")
           && galley_word_is_one_of (text,
                                     position + 3,
                                     (const char *const[]){ "name", "names", NULL });
  if (!galley_word_is_one_of (text,
                              position,
                              (const char *const[]){ "name", "names", "surname", NULL }))
    return FALSE;
  for (guint i = position + 1; i < MIN (end, position + 5); i++)
    {
      if (galley_word_is_one_of (text, i, withheld))
        return TRUE;
    }

  return FALSE;
}

/* "not her real name", "whose name has been changed", in the sentence of the name or as the next,
 * "Her name has been changed." */
static gboolean
says_name_is_changed (const GalleyText *text, const GalleyMention *mention)
{
  static const char *const about[] = { "his", "her", "their", "names", "name", NULL };
  guint first = mention->name.end_token;
  guint sentence = galley_text_token (text, mention->run.first_token)->sentence;
  guint n = 1;

  if (sentence + 1 < text->sentences->len
      && galley_word_is_one_of (
          text, g_array_index (text->sentences, GalleyTokenRun, sentence + 1).first_token, about))
    n = 2;
  for (guint s = sentence; s < sentence + n; s++)
    {
      GalleyTokenRun run = g_array_index (text->sentences, GalleyTokenRun, s);
      guint end = MIN (run.end_token, run.first_token + MAX_SENTENCE);

      for (guint i = MAX (first, run.first_token); i < end; i++)
        {
          if (is_changed_name (text, i, end))
            return TRUE;
        }
    }

  return FALSE;
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

  return galley_gazetteer_is_given_name (galley_word_fold (text, mention->name.first_token, word))
         || galley_age_follows (text, mention->name.end_token);
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
      if (is_given_name_only (text, mention, name) || says_name_is_changed (text, mention))
        return "N2";
      return role != NULL && *role != '\0' ? "N0" : "N1";
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
follows (const GalleyText *text, guint position, guint first, const char *const *words)
{
  return position > first && galley_word_is_one_of (text, position - 1, words);
}

static gboolean
is_followed (const GalleyText *text, guint position, guint end, const char *const *words)
{
  for (guint i = position + 1; i < MIN (end, position + 4); i++)
    {
      if (galley_word_is_one_of (text, i, words))
        return TRUE;
    }

  return FALSE;
}

/* "anonymity", "to remain anonymous"; not "an anonymous source", which only says that there is no
 * name */
static gboolean
is_sign (const GalleyText *text, guint position, guint first)
{
  static const char *const signs[] = { "anonymity", "anonymously", "pseudonym", NULL };
  static const char *const staying[] = { "be", "remain", "stay", "remained", "stayed", NULL };

  return galley_word_is_one_of (text, position, signs)
         || (galley_word_is (text, position, "anonymous")
             && follows (text, position, first, staying));
}

/* What ends "asked not to be named", "not authorised to speak", "fears reprisals", "forbids staff
 * to speak", after a word that refuses */
static gboolean
is_refused (const GalleyText *text, guint position, GalleyTokenRun sentence)
{
  static const char *const naming[] = { "named", "identified", NULL };
  static const char *const letting[] = { "authorised", "authorized", "allowed",
                                         "permitted",  "cleared",    NULL };
  static const char *const speaking[] = { "speak", "talk", "discuss", "comment", "be", NULL };
  static const char *const harm[] = { "repercussions", "reprisal",    "reprisals", "retaliation",
                                      "retribution",   "persecution", "publicly",  NULL };

  if (galley_word_is_one_of (text, position, naming))
    return follows (text,
                    position,
                    sentence.first_token,
                    (const char *const[]){ "be", "being", "further", "publicly", NULL });
  if (galley_word_is_one_of (text, position, letting))
    return is_followed (text, position, sentence.end_token, speaking);

  return galley_word_is_one_of (text, position, harm);
}

/* "identified only by her first name", "forbids staff to speak" */
static gboolean
is_restriction (const GalleyText *text, guint position, guint end)
{
  static const char *const forbidding[] = { "barred",     "bars",      "banned",
                                            "forbade",    "forbidden", "forbids",
                                            "prohibited", "prohibits", NULL };

  if (galley_word_is (text, position, "identified"))
    return position + 2 < end && galley_word_is (text, position + 1, "only")
           && galley_word_is (text, position + 2, "by");

  return galley_word_is_one_of (text, position, forbidding)
         && is_followed (text,
                         position,
                         end,
                         (const char *const[]){ "speak", "speaking", "talking", NULL });
}

static gboolean
find_reason_in (const GalleyText *text, GalleyTokenRun sentence, GalleyTokenRun *words)
{
  static const char *const refusing[] = { "not",          "n't",    "declined",  "asked",
                                          "unauthorised", "fear",   "fears",     "feared",
                                          "fearing",      "wary",   "requested", "refused",
                                          "unauthorized", "cannot", NULL };
  guint end = MIN (sentence.end_token, sentence.first_token + MAX_SENTENCE);
  guint refused = end;

  for (guint i = sentence.first_token; i < end; i++)
    {
      if (is_sign (text, i, sentence.first_token))
        {
          *words = (GalleyTokenRun){ start_of_reason (text, sentence.first_token, i), i + 1 };
          return TRUE;
        }
      if (is_restriction (text, i, end))
        {
          *words = (GalleyTokenRun){ i, MIN (i + 4, end) };
          return TRUE;
        }
      if (refused < end && is_refused (text, i, sentence))
        {
          *words = (GalleyTokenRun){ refused, i + 1 };
          return TRUE;
        }
      if (refused == end && galley_word_is_one_of (text, i, refusing))
        refused = i;
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
