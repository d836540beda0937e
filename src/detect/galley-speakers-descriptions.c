/* galley-speakers-descriptions.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "language/galley-tagger.h"

#include "detect/galley-names-private.h"
#include "detect/galley-speakers-private.h"
#include "detect/galley-words.h"

#define MAX_NAME_TOKENS 16

static gboolean
contains_folded (const char *haystack, const char *word)
{
  g_autofree char *folded = haystack != NULL ? g_ascii_strdown (haystack, -1) : NULL;

  return folded != NULL && strstr (folded, word) != NULL;
}

static gboolean
names_no_place (const char *role)
{
  const char *space = role != NULL ? strchr (role, ' ') : NULL;

  return space == NULL;
}

/* "the Russian president" is not the Ukrainian one: every capitalised word must be in the role. A
 * role that is a bare title fits any place ("the Ohio senator"), but no other nation. */
static gboolean
fits_role (const GalleyResolver *self, const GalleyMention *mention, const GalleyPerson *person)
{
  gboolean bare = names_no_place (person->role);

  for (guint i = mention->core.first_token; i + 1 < mention->core.end_token; i++)
    {
      GalleyWord word;

      if (!galley_token_has (self->text, i, GALLEY_TOKEN_CAPITAL)
          || galley_word_is (self->text, i, "the"))
        continue;
      if (bare && galley_tag_is_proper_noun (galley_text_token (self->text, i)->tag))
        continue;
      if (!contains_folded (person->role, galley_word_fold (self->text, i, word)))
        return FALSE;
    }

  return TRUE;
}

static const char *
ordinal_of (const GalleyText *text, GalleyTokenRun core)
{
  static const char *const ordinals[] = { "first", "second", "third", "fourth", "other", NULL };

  for (guint i = core.first_token; i < core.end_token && i < core.first_token + 3; i++)
    {
      for (guint j = 0; ordinals[j] != NULL; j++)
        {
          if (galley_word_is (text, i, ordinals[j]))
            return ordinals[j];
        }
    }

  return NULL;
}

static guint
last_spoke (const GalleyResolver *self, gint speaker)
{
  for (guint i = self->events->len, n = 0; i > 0 && n < GALLEY_MAX_EVENTS * 4; i--, n++)
    {
      const GalleySpeechEvent *event = &g_array_index (self->events, GalleySpeechEvent, i - 1);

      if (event->speaker == speaker)
        return event->token;
    }

  return 0;
}

/* "the official", "the second official": one of those described so before */
static gint
find_described (const GalleyResolver *self, const GalleyMention *mention)
{
  g_autofree char *key = _galley_resolver_head_key (self, mention);
  GArray *list = g_hash_table_lookup (self->by_head, key);
  const char *ordinal = ordinal_of (self->text, mention->core);

  if (list == NULL)
    return -1;
  if (ordinal == NULL)
    return g_array_index (list, gint, list->len - 1);
  for (guint i = list->len, n = 0; i > 0 && n < GALLEY_MAX_EVENTS; i--, n++)
    {
      gint speaker = g_array_index (list, gint, i - 1);

      if (contains_folded (_galley_resolver_get_speaker (self, speaker)->name, ordinal))
        return speaker;
    }

  return strcmp (ordinal, "first") == 0 ? g_array_index (list, gint, 0) : -1;
}

static gint
find_role_holder (GalleyResolver *self, const GalleyMention *mention, gint described)
{
  GalleyWord head;
  const GalleyPerson *person;
  gint holder;

  if (mention->plural
      || (mention->noun == NULL && !_galley_name_is_trade (self->text, mention->core.end_token - 1))
      || (mention->noun != NULL && mention->noun->noun_class != GALLEY_NOUN_CLASS_PERSON))
    return -1;
  galley_word_fold (self->text, mention->core.end_token - 1, head);
  holder = galley_people_find_role (self->people, head, mention->run.first_token);
  /* In Britain a secretary of state is a minister. */
  if (holder < 0 && g_str_equal (head, "minister"))
    holder = galley_people_find_role (self->people, "secretary", mention->run.first_token);
  if (holder < 0)
    return -1;
  person = galley_people_get (self->people, (guint) holder);
  if (!fits_role (self, mention, person) || ordinal_of (self->text, mention->core) != NULL)
    return -1;
  if (described >= 0 && _galley_resolver_get_speaker (self, described)->person < 0
      && last_spoke (self, described)
             > g_array_index (person->mentions, GalleyTokenRun, person->mentions->len - 1)
                   .first_token)
    return -1;

  return _galley_resolver_find_person (self, mention, holder);
}

static gboolean
is_business_noun (const char *noun)
{
  static const char *const business[] = {
    "airline",      "bank",        "brewery",     "business", "co",       "company",
    "conglomerate", "corp",        "corporation", "employer", "firm",     "giant",
    "inc",          "insurer",     "llc",         "ltd",      "maker",    "manufacturer",
    "operator",     "plc",         "restaurant",  "retailer", "start-up", "startup",
    "store",        "supermarket", "supplier",    "utility",  NULL
  };

  return g_strv_contains (business, noun) || g_str_has_suffix (noun, "maker");
}

/* "the company" may be any body but a ministry or union, "the bank" only one that is called so. */
static gboolean
may_be_called (const GalleyResolver *self, gint position, const char *noun)
{
  static const char *const any[] = { "agency",       "authority",    "charity", "club", "group",
                                     "organisation", "organization", "side",    "team", NULL };
  const GalleySpeaker *speaker = _galley_resolver_get_speaker (self, position);
  const GalleyNoun *own = speaker->mention.noun;

  if (_galley_resolver_may_be_body (self, position))
    return is_business_noun (noun);
  if (speaker->mention.form != GALLEY_MENTION_NAME
      || speaker->mention.name_kind == GALLEY_NAME_PERSON)
    return FALSE;
  if (contains_folded (speaker->name, noun))
    return TRUE;
  if (g_str_equal (noun, "bank"))
    return FALSE;
  if (is_business_noun (noun))
    return own == NULL || is_business_noun (own->word);

  return g_strv_contains (any, noun);
}

/* "the chipmaker" is no person, whatever its ending. */
static const char *
find_body_noun (const GalleyResolver *self, const GalleyMention *mention, GalleyWord word)
{
  if (mention->plural || mention->core.end_token - mention->core.first_token > 2)
    return NULL;
  galley_word_fold (self->text, mention->core.end_token - 1, word);
  if (mention->noun == NULL)
    return is_business_noun (word) ? word : NULL;

  return mention->noun->noun_class == GALLEY_NOUN_CLASS_ORGANISATION
                 || mention->noun->noun_class == GALLEY_NOUN_CLASS_OUTLET
             ? mention->noun->word
             : NULL;
}

/* A body whose name has that noun, and which the article named without making it a source yet */
static gint
find_named_body (GalleyResolver *self, const GalleyMention *mention, const char *noun)
{
  GalleyMention named = { .form = GALLEY_MENTION_NAME, .name_kind = GALLEY_NAME_BODY };
  gint speaker;

  if (!galley_people_find_body (self->people, noun, mention->run.first_token, &named.name))
    return -1;
  named.run = named.core = named.name;
  named.noun = galley_noun_find (noun, NULL);
  speaker = _galley_resolver_find_body (self, &named);
  g_array_append_val (_galley_resolver_get_speaker (self, speaker)->mentions, named.name);

  return speaker;
}

static gint
find_last_body (GalleyResolver *self, const GalleyMention *mention)
{
  GalleyWord word;
  const char *noun = find_body_noun (self, mention, word);

  if (noun == NULL)
    return -1;
  for (guint i = self->events->len, n = 0; i > 0 && n < GALLEY_MAX_EVENTS; i--, n++)
    {
      gint speaker = g_array_index (self->events, GalleySpeechEvent, i - 1).speaker;

      if (may_be_called (self, speaker, noun))
        {
          _galley_resolver_get_speaker (self, speaker)->mention.name_kind = GALLEY_NAME_BODY;
          return speaker;
        }
    }

  return find_named_body (self, mention, noun);
}

/* "The girl", "the man": of whom nothing is said but what "she" or "he" says, too: who spoke last
 * and has no name */
static gint
find_last_unnamed (const GalleyResolver *self, const GalleyMention *mention)
{
  GalleyPronounForm form = _galley_mention_form (self->text, mention);
  guint paragraph = galley_text_token (self->text, mention->run.first_token)->paragraph;

  if (mention->plural || form == GALLEY_FORM_UNKNOWN || mention->noun == NULL
      || (mention->noun->flags & GALLEY_NOUN_GENERIC) == 0
      || mention->core.end_token - mention->core.first_token > 2)
    return -1;
  for (guint i = self->events->len, n = 0; i > 0 && n < GALLEY_MAX_EVENTS; i--, n++)
    {
      const GalleySpeechEvent *event = &g_array_index (self->events, GalleySpeechEvent, i - 1);
      GalleyPronounForm known =
          g_array_index (self->forms, GalleyPronounForm, (guint) event->speaker);

      if (event->paragraph + 1 < paragraph)
        break;
      if (_galley_resolver_is_one_person (self, event->speaker)
          && _galley_resolver_get_speaker (self, event->speaker)->mention.form
                 == GALLEY_MENTION_DESCRIPTION
          && (known == GALLEY_FORM_UNKNOWN || known == form))
        return event->speaker;
    }

  return -1;
}

static char *
dup_description (const GalleyResolver *self, const GalleyMention *mention)
{
  static const char *const attached[] = { "'s", "'", "who", "which", "that", NULL };
  guint start = mention->core.first_token, end = start;

  while (end < mention->run.end_token && end - start < MAX_NAME_TOKENS
         && !galley_word_is_one_of (self->text, end, (const char *const[]){ ",", "—", "(", NULL }))
    end++;
  end = MAX (end, mention->core.end_token);
  /* "the farmers’ claim" is the farmers', "a council that promised" a council. */
  while (end > start + 1 && galley_word_is_one_of (self->text, end - 1, attached))
    end--;

  return galley_run_dup (self->text, start, end);
}

/* "Waters said": a surname that looks like a plural */
static gint
find_surname (GalleyResolver *self, const GalleyMention *mention)
{
  gint person;

  if (mention->core.end_token != mention->core.first_token + 1
      || !galley_token_has (self->text, mention->core.first_token, GALLEY_TOKEN_CAPITAL))
    return -1;
  person = galley_people_find (self->people, self->text, mention->core);

  return person >= 0 ? _galley_resolver_find_person (self, mention, person) : -1;
}

gint
_galley_resolver_find_description (GalleyResolver *self, const GalleyMention *mention)
{
  gboolean the = mention->definite
                 && galley_word_is_one_of (self->text,
                                           mention->core.first_token,
                                           (const char *const[]){ "the", "this", "that", NULL });
  g_autofree char *folded = _galley_resolver_fold (self->text, mention->core);
  g_autofree char *key = g_strconcat ("description ", folded, NULL);
  gint speaker = find_surname (self, mention);

  if (speaker >= 0)
    return speaker;
  if (the)
    {
      gint described = find_described (self, mention);

      speaker = find_role_holder (self, mention, described);
      if (speaker < 0)
        speaker = described;
      if (speaker < 0)
        speaker = find_last_body (self, mention);
      if (speaker < 0)
        speaker = find_last_unnamed (self, mention);
    }
  if (speaker < 0 && !mention->fresh)
    speaker = _galley_resolver_lookup (self, key);
  if (speaker < 0)
    {
      speaker = _galley_resolver_add (self, mention, dup_description (self, mention), NULL);
      if (!mention->fresh)
        _galley_resolver_set_key (self, g_steal_pointer (&key), speaker);
      _galley_resolver_remember_head (self, mention, speaker);
    }

  return speaker;
}
