/* galley-speakers-descriptions.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "language/galley-tagger.h"

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

  if (mention->plural || mention->noun == NULL
      || mention->noun->noun_class != GALLEY_NOUN_CLASS_PERSON)
    return -1;
  galley_word_fold (self->text, mention->core.end_token - 1, head);
  holder = galley_people_find_role (self->people, head, mention->run.first_token);
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

/* "the company" may be any body, "the bank" only one that is called so. */
static gboolean
may_be_called (const GalleySpeaker *speaker, const char *noun)
{
  static const char *const any[] = {
    "agency", "authority",    "business",     "charity",      "company",  "corporation", "firm",
    "group",  "manufacturer", "organisation", "organization", "retailer", NULL
  };

  if (speaker->person >= 0 || speaker->mention.form != GALLEY_MENTION_NAME
      || speaker->mention.name_kind == GALLEY_NAME_PERSON)
    return FALSE;

  return g_strv_contains (any, noun) || contains_folded (speaker->name, noun);
}

static gint
find_last_body (const GalleyResolver *self, const GalleyMention *mention)
{
  if (mention->noun == NULL || mention->plural
      || (mention->noun->noun_class != GALLEY_NOUN_CLASS_ORGANISATION
          && mention->noun->noun_class != GALLEY_NOUN_CLASS_OUTLET)
      || mention->core.end_token - mention->core.first_token > 2)
    return -1;
  for (guint i = self->events->len, n = 0; i > 0 && n < GALLEY_MAX_EVENTS; i--, n++)
    {
      gint speaker = g_array_index (self->events, GalleySpeechEvent, i - 1).speaker;

      if (may_be_called (_galley_resolver_get_speaker (self, speaker), mention->noun->word))
        return speaker;
    }

  return -1;
}

static char *
dup_description (const GalleyResolver *self, const GalleyMention *mention)
{
  guint start = mention->core.first_token, end = start;

  while (end < mention->run.end_token && end - start < MAX_NAME_TOKENS
         && !galley_word_is_one_of (self->text, end, (const char *const[]){ ",", "—", "(", NULL }))
    end++;
  end = MAX (end, mention->core.end_token);
  /* "the farmers’ claim" is the farmers'. */
  while (
      end > start + 1
      && (galley_word_is (self->text, end - 1, "'s") || galley_word_is (self->text, end - 1, "'")))
    end--;

  return galley_run_dup (self->text, start, end);
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
  gint speaker = -1;

  if (the)
    {
      gint described = find_described (self, mention);

      speaker = find_role_holder (self, mention, described);
      if (speaker < 0)
        speaker = described;
      if (speaker < 0)
        speaker = find_last_body (self, mention);
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
