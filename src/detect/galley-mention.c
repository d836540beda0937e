/* galley-mention.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-mention.h"

#include <string.h>

#include "language/galley-tagger.h"

#include "detect/galley-names-private.h"
#include "detect/galley-words.h"

#define MAX_BEFORE_NAME 10 /* tokens of a description before the comma and the name */

static gboolean
is_edge (const GalleyText *text, guint position)
{
  return !galley_token_has (text, position, GALLEY_TOKEN_WORD);
}

static GalleyTokenRun
trim (const GalleyText *text, GalleyTokenRun run)
{
  while (run.first_token < run.end_token && is_edge (text, run.first_token))
    run.first_token++;
  while (run.end_token > run.first_token
         && (is_edge (text, run.end_token - 1) || galley_word_is (text, run.end_token - 1, "'s")))
    run.end_token--;

  return run;
}

/* Grammatical person and number of pronouns; 0 where it is none. */
static guint
pronoun_person (const GalleyText *text, guint position, gboolean *plural)
{
  static const struct
  {
    const char *word;
    guint person;
    gboolean plural;
  } pronouns[] = {
    { "he", 3, FALSE },   { "she", 3, FALSE },     { "it", 3, FALSE },      { "they", 3, TRUE },
    { "i", 1, FALSE },    { "we", 1, TRUE },       { "you", 2, FALSE },     { "who", 3, FALSE },
    { "him", 3, FALSE },  { "her", 3, FALSE },     { "them", 3, TRUE },     { "his", 3, FALSE },
    { "its", 3, FALSE },  { "their", 3, TRUE },    { "my", 1, FALSE },      { "our", 1, TRUE },
    { "me", 1, FALSE },   { "us", 1, TRUE },       { "which", 3, FALSE },   { "that", 3, FALSE },
    { "this", 3, FALSE }, { "himself", 3, FALSE }, { "herself", 3, FALSE }, { "whose", 3, FALSE },
    { "your", 2, FALSE },
  };
  GalleyWord word;

  galley_word_fold (text, position, word);
  if (galley_token_has (text, position, GALLEY_TOKEN_ALL_CAPS)
      && g_strv_contains ((const char *const[]){ "it", "us", "who", NULL }, word))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (pronouns); i++)
    {
      if (strcmp (word, pronouns[i].word) == 0)
        {
          *plural = pronouns[i].plural;
          return pronouns[i].person;
        }
    }

  return 0;
}

/* "of" and "for" are part of the noun phrase where they are part of a name or an office. */
static gboolean
goes_on (const GalleyText *text, guint position, guint end_token)
{
  const GalleyNoun *noun;
  GalleyWord word;
  guint next = position + 1;

  if (!galley_word_is_one_of (text, position, (const char *const[]){ "of", "for", "on", NULL }))
    return FALSE;
  if (next < end_token && galley_word_is (text, next, "the"))
    next++;
  if (next >= end_token || !galley_token_has (text, next, GALLEY_TOKEN_CAPITAL))
    return FALSE;
  noun = galley_noun_find (galley_word_fold (text, position - 1, word), NULL);

  return noun != NULL && galley_token_has (text, position - 1, GALLEY_TOKEN_CAPITAL);
}

static gboolean
ends_core (const GalleyText *text, guint position, guint end_token)
{
  static const char *const ends[] = {
    ",",      "who",     "which",   "that",   "whose",      "of",       "for",   "on",
    "in",     "at",      "with",    "from",   "to",         "close",    "by",    "near",
    "among",  "(",       "—",       "–",      ";",          "familiar", "whom",  "who's",
    "as",     "about",   "over",    "into",   "inside",     "under",    "known", "named",
    "who've", "himself", "herself", "itself", "themselves", NULL,
  };
  const char *tag = galley_tag_to_string (galley_text_token (text, position)->tag);

  if (galley_word_is_one_of (text, position, ends))
    return !goes_on (text, position, end_token);

  /* "officials briefed on", "a woman speaking": a participle after the noun */
  return strcmp (tag, "VBN") == 0 || strcmp (tag, "VBG") == 0 || strcmp (tag, "VBD") == 0
             ? galley_noun_find (galley_word_fold (text, position - 1, (GalleyWord){ 0 }), NULL)
                   != NULL
             : FALSE;
}

static GalleyTokenRun
find_core (const GalleyText *text, GalleyTokenRun run)
{
  GalleyTokenRun core = { run.first_token, run.first_token + 1 };

  while (core.end_token < run.end_token && !ends_core (text, core.end_token, run.end_token))
    core.end_token++;
  while (core.end_token > core.first_token + 1
         && _galley_name_is_post_nominal (text, core.end_token - 1))
    core.end_token--;

  return trim (text, core);
}

static void
read_determiner (const GalleyText *text, GalleyTokenRun core, GalleyMention *mention)
{
  static const char *const definite[] = { "the", "this", "that",  "these", "those", "his",
                                          "her", "its",  "their", "my",    "our",   NULL };
  static const char *const fresh[] = { "a",   "an",    "another", "one",  "some",  "several",
                                       "two", "three", "four",    "many", "other", NULL };
  static const char *const ordinals[] = { "second",    "third",    "fourth", "fifth",
                                          "different", "separate", NULL };
  guint first = core.first_token;

  mention->definite = galley_word_is_one_of (text, first, definite);
  mention->fresh =
      galley_word_is_one_of (text, first, fresh) && core.end_token - core.first_token > 1;
  for (guint i = first; i < core.end_token && i < first + 3; i++)
    mention->fresh |= galley_word_is_one_of (text, i, ordinals);
}

/* The run of capitals a core ends with, titles included: "White House", "Defense Ministry". */
static GalleyTokenRun
capitals_at_end (const GalleyText *text, GalleyTokenRun core)
{
  guint start = core.end_token;

  while (start > core.first_token)
    {
      guint i = start - 1;

      if (!galley_token_has (text, i, GALLEY_TOKEN_CAPITAL)
          && !galley_word_is_one_of (
              text, i, (const char *const[]){ "of", "for", "and", "on", "&", "the", NULL }))
        break;
      if (i == core.first_token
          && galley_word_is_one_of (text, i, (const char *const[]){ "the", "a", "an", NULL }))
        break;
      start = i;
    }
  while (start < core.end_token && !galley_token_has (text, start, GALLEY_TOKEN_CAPITAL))
    start++;

  return (GalleyTokenRun){ start, core.end_token };
}

/* "Lumen Devices" is one body, whatever its last word is: of names only a single word counts as
 * plural. */
static const GalleyNoun *
head_noun (const GalleyText *text, GalleyTokenRun core, gboolean *plural)
{
  GalleyWord word;
  const GalleyNoun *noun;
  const char *tag;
  gboolean one_body;
  guint last;

  *plural = FALSE;
  if (core.first_token >= core.end_token)
    return NULL;
  last = core.end_token - 1;
  tag = galley_tag_to_string (galley_text_token (text, last)->tag);
  noun = galley_noun_find (galley_word_fold (text, last, word), plural);
  one_body = last > core.first_token && galley_token_has (text, last, GALLEY_TOKEN_CAPITAL)
             && galley_token_has (text, last - 1, GALLEY_TOKEN_CAPITAL);
  if (noun == NULL)
    *plural = !one_body && g_str_has_prefix (tag, "NN") && g_str_has_suffix (tag, "S");

  return noun;
}

static void
take_person (const GalleyText *text, GalleyTokenRun name, GalleyMention *mention)
{
  const GalleyToken *token = galley_text_token (text, name.first_token);
  const GalleyTokenRun *sentence =
      &g_array_index (text->sentences, GalleyTokenRun, token->sentence);

  mention->form = GALLEY_MENTION_NAME;
  mention->name = name;
  mention->name_kind = GALLEY_NAME_PERSON;
  mention->role = galley_role_before (text, name, sentence->first_token);
  if (mention->role.first_token >= mention->role.end_token)
    mention->role = galley_role_after (text, name, sentence->end_token);
  mention->plural = FALSE;
}

/* "Jane Doe of the University of Ohio": what she is stands in where nothing else says it. */
static void
take_affiliation (const GalleyText *text, GalleyMention *mention)
{
  guint start = mention->name.end_token, end;

  if (mention->role.first_token < mention->role.end_token || start + 1 >= mention->run.end_token
      || !galley_word_is_one_of (text,
                                 start,
                                 (const char *const[]){ "of", "from", "at", "with", NULL }))
    return;
  start++;
  if (galley_word_is_one_of (text, start, (const char *const[]){ "the", "a", "an", NULL }))
    start++;
  for (end = start; end < mention->run.end_token; end++)
    {
      if (galley_word_is_one_of (text, end, (const char *const[]){ ",", "who", "(", NULL }))
        break;
    }
  mention->role = (GalleyTokenRun){ start, end };
}

static gboolean
has_title_before (const GalleyText *text, GalleyTokenRun name, guint first_token)
{
  return name.first_token > first_token && galley_title_token (text, name.first_token - 1);
}

/* The comma after a description, where it stands soon: "the chairman of the board,". */
static guint
find_comma (const GalleyText *text, const GalleyMention *mention)
{
  guint end = MIN (mention->run.end_token, mention->core.end_token + MAX_BEFORE_NAME);

  for (guint i = mention->core.end_token; i < end; i++)
    {
      const char *tag = galley_tag_to_string (galley_text_token (text, i)->tag);

      if (galley_word_is (text, i, ","))
        return i;
      if (g_str_has_prefix (tag, "V") || g_str_has_prefix (tag, "W"))
        break;
    }

  return mention->run.end_token;
}

/* What stands between commas where it is a name: "Dmitry Peskov", "the hydrologist Ann Lee", "Save
 * Our Elm" of a body. */
static GalleyTokenRun
name_set_off (const GalleyText *text, GalleyTokenRun run, guint start, gboolean body)
{
  GalleyTokenRun name = { start, start };
  gboolean capitals = TRUE;
  guint end;

  for (end = start; end < run.end_token && galley_token_has (text, end, GALLEY_TOKEN_WORD); end++)
    capitals = capitals && galley_token_has (text, end, GALLEY_TOKEN_CAPITAL);
  if (body && capitals)
    return (GalleyTokenRun){ start, end };
  while (end > start && _galley_name_is_post_nominal (text, end - 1))
    end--;
  name = galley_name_before (text, start, end);
  while (!body && end > start && name.first_token >= name.end_token)
    name = galley_name_before (text, start, --end);
  for (guint i = start; i < name.first_token; i++)
    {
      if (!galley_title_token (text, i)
          && !galley_word_is_one_of (text, i, (const char *const[]){ "the", "a", "an", NULL }))
        return (GalleyTokenRun){ start, start };
    }

  return name;
}

/* "the Kremlin spokesman, Dmitry Peskov": the name follows the description. */
static gboolean
take_name_after (const GalleyText *text, GalleyMention *mention)
{
  gboolean body = mention->noun != NULL && mention->noun->noun_class != GALLEY_NOUN_CLASS_PERSON
                  && mention->noun->noun_class != GALLEY_NOUN_CLASS_GROUP;
  guint comma = find_comma (text, mention);
  GalleyTokenRun name;

  if (mention->plural || comma + 1 >= mention->run.end_token)
    return FALSE;
  name = name_set_off (text, mention->run, comma + 1, body);
  if (name.first_token >= name.end_token
      || (!body && galley_name_kind (text, name) == GALLEY_NAME_BODY))
    return FALSE;

  mention->form = GALLEY_MENTION_NAME;
  mention->name = name;
  mention->name_kind = body ? GALLEY_NAME_BODY : GALLEY_NAME_PERSON;
  mention->role = mention->core;
  if (galley_word_is_one_of (text,
                             mention->role.first_token,
                             (const char *const[]){
                                 "the", "a", "an", "its", "his", "her", "their", NULL }))
    mention->role.first_token++;
  if (body)
    {
      mention->core = name;
      mention->role = (GalleyTokenRun){ name.end_token, name.end_token };
    }

  return TRUE;
}

static void
take_body (const GalleyText *text, GalleyTokenRun name, GalleyNameKind kind, GalleyMention *mention)
{
  mention->form = GALLEY_MENTION_NAME;
  mention->name = name;
  mention->name_kind = kind;
}

/* Plural capitals name a party or a people, not one body: "Democrats", "the Russians". */
static gboolean
is_plural_name (const GalleyText *text, GalleyTokenRun name, const GalleyMention *mention)
{
  const char *tag = galley_tag_to_string (galley_text_token (text, name.end_token - 1)->tag);

  if (mention->noun != NULL && mention->noun->noun_class != GALLEY_NOUN_CLASS_GROUP
      && mention->noun->noun_class != GALLEY_NOUN_CLASS_PERSON)
    return FALSE;

  return mention->plural || (strcmp (tag, "NNPS") == 0 && name.end_token - name.first_token == 1);
}

/* "Police" at the start of a sentence is a common noun all the same. */
static gboolean
is_common_opener (const GalleyText *text, const GalleyMention *mention)
{
  return mention->noun != NULL && mention->core.end_token == mention->core.first_token + 1
         && galley_token_has (text, mention->core.first_token, GALLEY_TOKEN_SENTENCE_START)
         && !galley_token_has (text, mention->core.first_token, GALLEY_TOKEN_ALL_CAPS);
}

static void
parse_noun_phrase (const GalleyText *text, GalleyMention *mention)
{
  GalleyTokenRun core = mention->core;
  GalleyTokenRun name = galley_name_before (text, core.first_token, core.end_token);
  GalleyTokenRun capitals = capitals_at_end (text, core);
  gboolean person_noun =
      mention->noun != NULL && mention->noun->noun_class == GALLEY_NOUN_CLASS_PERSON;
  GalleyNameKind kind;

  if (name.first_token >= name.end_token)
    {
      if (person_noun || is_common_opener (text, mention)
          || capitals.first_token >= capitals.end_token || capitals.end_token != core.end_token
          || mention->noun == NULL)
        {
          take_name_after (text, mention);
          return;
        }
      take_body (text, capitals, GALLEY_NAME_BODY, mention);
      return;
    }
  if (is_plural_name (text, name, mention))
    return;

  kind = galley_name_kind (text, name);
  if ((kind != GALLEY_NAME_BODY || name.end_token == name.first_token + 1)
      && has_title_before (text, name, core.first_token))
    take_person (text, name, mention);
  else if (kind != GALLEY_NAME_BODY
           && galley_word_is_one_of (text,
                                     core.first_token,
                                     (const char *const[]){ "the", "its", "their", NULL })
           && core.first_token + 1 == name.first_token)
    take_body (text, name, GALLEY_NAME_BODY, mention);
  else if (kind == GALLEY_NAME_BODY)
    take_body (text, capitals, GALLEY_NAME_BODY, mention);
  else if (kind == GALLEY_NAME_PERSON)
    take_person (text, name, mention);
  else
    take_body (text, name, GALLEY_NAME_UNSURE, mention);
}

/* "Its own legal advice, a four-page memo,": the apposition tells what a head noun that no list
 * holds does not. */
static const GalleyNoun *
noun_in_apposition (const GalleyText *text, const GalleyMention *mention, gboolean *plural)
{
  GalleyTokenRun apposition = { mention->core.end_token + 1, mention->core.end_token + 1 };

  if (apposition.first_token >= mention->run.end_token
      || !galley_word_is (text, mention->core.end_token, ",")
      || !galley_word_is_one_of (text,
                                 apposition.first_token,
                                 (const char *const[]){ "a", "an", "the", NULL }))
    return NULL;
  apposition.end_token = mention->run.end_token;

  return head_noun (text, find_core (text, apposition), plural);
}

static gboolean
says_how_it_is_known (const GalleyText *text, GalleyTokenRun run)
{
  static const char *const known[] = {
    "familiar",      "briefed",    "knowledge", "involved",     "present", "told",
    "took",          "attended",   "witnessed", "participated", "aware",   "seen",
    "reviewed",      "acquainted", "informed",  "worked",       "works",   "overheard",
    "firsthand",     "saw",        "heard",     "read",         "insight", "access",
    "knowledgeable", "attendance", NULL,
  };

  for (guint i = run.first_token; i < run.end_token; i++)
    {
      if (galley_word_is_one_of (text, i, known))
        return TRUE;
      if (i + 1 < run.end_token && galley_word_is (text, i, "close")
          && galley_word_is (text, i + 1, "to"))
        return TRUE;
      if (i + 2 < run.end_token && galley_word_is (text, i, "in")
          && galley_word_is (text, i + 1, "the")
          && galley_word_is_one_of (text,
                                    i + 2,
                                    (const char *const[]){ "room", "meeting", "meetings", NULL }))
        return TRUE;
    }

  return FALSE;
}

/**
 * galley_mention_parse:
 * @run: the tokens a reader marked as a source
 * @mention: (out)
 *
 * Takes a mention apart: its name, role, head noun, number and person.
 */
void
galley_mention_parse (const GalleyText *text, GalleyTokenRun run, GalleyMention *mention)
{
  memset (mention, 0, sizeof *mention);
  mention->run = run;
  mention->form = GALLEY_MENTION_DESCRIPTION;
  run = trim (text, run);
  mention->core = run;
  if (run.first_token >= run.end_token)
    return;

  /* A relative clause means whoever stands before it: "which owns the rock". */
  if (run.end_token - run.first_token == 1
      || galley_word_is_one_of (text,
                                run.first_token,
                                (const char *const[]){ "who", "which", NULL }))
    {
      mention->person = pronoun_person (text, run.first_token, &mention->plural);
      if (mention->person > 0)
        {
          mention->form = GALLEY_MENTION_PRONOUN;
          return;
        }
    }

  mention->core = find_core (text, run);
  mention->noun = head_noun (text, mention->core, &mention->plural);
  read_determiner (text, mention->core, mention);
  mention->knows = says_how_it_is_known (text, run);
  parse_noun_phrase (text, mention);
  if (mention->form == GALLEY_MENTION_DESCRIPTION && mention->noun == NULL)
    mention->noun = noun_in_apposition (text, mention, &mention->plural);
  if (mention->form == GALLEY_MENTION_NAME && mention->name_kind == GALLEY_NAME_PERSON)
    take_affiliation (text, mention);
}
