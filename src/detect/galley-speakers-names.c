/* galley-speakers-names.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "detect/galley-gazetteer.h"
#include "detect/galley-speakers-private.h"
#include "detect/galley-words.h"

#define GALLEY_MAX_NAMESAKES 12

static GalleyTokenRun
without_determiner (const GalleyText *text, GalleyTokenRun run)
{
  if (run.first_token + 1 < run.end_token
      && galley_word_is_one_of (text,
                                run.first_token,
                                (const char *const[]){ "the", "a", "an", NULL }))
    run.first_token++;

  return run;
}

static gboolean
is_author (const GalleyResolver *self, const char *name)
{
  g_autofree char *byline = NULL, *folded = NULL;

  if (self->byline == NULL || name == NULL)
    return FALSE;
  byline = g_utf8_casefold (self->byline, -1);
  folded = g_utf8_casefold (name, -1);

  return strstr (byline, folded) != NULL;
}

gint
_galley_resolver_find_person (GalleyResolver *self, const GalleyMention *mention, gint person)
{
  const GalleyPerson *known = galley_people_get (self->people, (guint) person);
  gint speaker = self->by_person[person];

  if (is_author (self, known->name))
    return -1;
  if (speaker < 0)
    {
      GalleyMention named = *mention;
      char *role = _galley_resolver_dup_role (self, mention);

      named.form = GALLEY_MENTION_NAME;
      named.name_kind = GALLEY_NAME_PERSON;
      speaker = _galley_resolver_add (self, &named, g_strdup (known->name), role);
      _galley_resolver_get_speaker (self, speaker)->person = person;
      self->by_person[person] = speaker;
    }
  /* What the article says where it introduces somebody counts before what it says later. */
  if (known->role != NULL)
    {
      g_free (_galley_resolver_get_speaker (self, speaker)->role);
      _galley_resolver_get_speaker (self, speaker)->role = g_strdup (known->role);
    }

  return speaker;
}

/* Whether "he" or "she" takes up a name that could be anything: a single word, never in full. */
static gboolean
is_taken_up_by_pronoun (const GalleyText *text, guint position)
{
  const GalleyToken *token = galley_text_token (text, position);
  guint end = MIN (text->tokens->len, position + 60);

  for (guint i = position + 1; i < end; i++)
    {
      const GalleyToken *other = galley_text_token (text, i);

      if (other->paragraph > token->paragraph + 1)
        break;
      if ((other->flags & GALLEY_TOKEN_QUOTED) == 0
          && galley_word_is_one_of (
              text, i, (const char *const[]){ "he", "she", "his", "her", "him", NULL }))
        return TRUE;
    }

  return FALSE;
}

static gboolean
names_person (const GalleyResolver *self, const GalleyMention *mention)
{
  GalleyWord word;

  if (mention->name_kind != GALLEY_NAME_UNSURE)
    return mention->name_kind == GALLEY_NAME_PERSON;
  galley_word_fold (self->text, mention->name.first_token, word);

  return galley_gazetteer_is_given_name (word)
         || galley_age_follows (self->text, mention->name.end_token)
         || is_taken_up_by_pronoun (self->text, mention->name.end_token - 1);
}

/* "Railway operator CentralLine": what it is is no part of the name. */
static gboolean
is_described (const GalleyText *text, const GalleyMention *mention)
{
  guint before = mention->name.first_token;
  GalleyWord word;
  const GalleyNoun *noun;

  if (before <= mention->core.first_token || mention->name.end_token > mention->core.end_token
      || galley_token_has (text, before - 1, GALLEY_TOKEN_CAPITAL))
    return FALSE;
  noun = galley_noun_find (galley_word_fold (text, before - 1, word), NULL);

  return noun != NULL
         && (noun->noun_class == GALLEY_NOUN_CLASS_ORGANISATION
             || noun->noun_class == GALLEY_NOUN_CLASS_OUTLET);
}

gint
_galley_resolver_find_body (GalleyResolver *self, const GalleyMention *mention)
{
  g_autofree char *folded =
      _galley_resolver_fold (self->text, without_determiner (self->text, mention->name));
  g_autofree char *key = NULL;
  gint speaker;

  if (mention->name.end_token - mention->name.first_token == 1)
    {
      g_autofree char *initials =
          galley_run_dup (self->text, mention->name.first_token, mention->name.end_token);
      const char *full = galley_people_expand (self->people, initials);

      if (full != NULL)
        {
          g_free (folded);
          folded = g_strdup (full);
        }
    }
  key = g_strconcat ("body ", folded, NULL);
  speaker = _galley_resolver_lookup (self, key);
  if (speaker < 0)
    {
      GalleyTokenRun shown = is_described (self->text, mention) ? mention->name : mention->core;

      speaker = _galley_resolver_add (
          self, mention, galley_run_dup (self->text, shown.first_token, shown.end_token), NULL);
      _galley_resolver_set_key (self, g_steal_pointer (&key), speaker);
      _galley_resolver_remember_head (self, mention, speaker);
    }

  return speaker;
}

static GalleyPronounForm
form_of_person (const GalleyResolver *self, gint person)
{
  gint speaker = self->by_person[person];

  return speaker >= 0 ? g_array_index (self->forms, GalleyPronounForm, (guint) speaker)
                      : GALLEY_FORM_UNKNOWN;
}

/* "Ms Finch" is none of whom the article calls "he". */
static gint
find_person (const GalleyResolver *self, const GalleyMention *mention)
{
  GalleyPronounForm form = _galley_mention_form (self->text, mention);
  gint person = galley_people_find (self->people, self->text, mention->name);
  gint namesakes[GALLEY_MAX_NAMESAKES];
  guint n = 0;

  if (person < 0 || form == GALLEY_FORM_UNKNOWN || form_of_person (self, person) == form
      || mention->name.end_token - mention->name.first_token > 1)
    return person;
  n = galley_people_find_namesakes (
      self->people, self->text, mention->name, namesakes, G_N_ELEMENTS (namesakes));
  for (guint i = 0; i < n; i++)
    {
      if (form_of_person (self, namesakes[i]) == form)
        return namesakes[i];
    }
  for (guint i = 0; i < n && form_of_person (self, person) != GALLEY_FORM_UNKNOWN; i++)
    {
      if (form_of_person (self, namesakes[i]) == GALLEY_FORM_UNKNOWN)
        return namesakes[i];
    }

  return person;
}

/* "The Italian" in a paragraph about somebody is that person, not a body of that name. */
static gint
find_by_nation (const GalleyResolver *self, const GalleyMention *mention)
{
  static const char *const endings[] = { "ian", "ean", "ese", "ish", NULL };
  guint last = mention->core.end_token - 1;
  GalleyWord word;

  if (mention->noun != NULL || last != mention->core.first_token + 1
      || !galley_word_is (self->text, mention->core.first_token, "the"))
    return -1;
  galley_word_fold (self->text, last, word);
  for (guint i = 0; endings[i] != NULL; i++)
    {
      if (g_str_has_suffix (word, endings[i]))
        return _galley_resolver_find_last_person (self, last, 1);
    }

  return -1;
}

gint
_galley_resolver_find_name (GalleyResolver *self, GalleyMention *mention)
{
  gint person = mention->name_kind != GALLEY_NAME_BODY ? find_person (self, mention) : -1;
  g_autofree char *name = NULL;
  g_autofree char *key = NULL;
  gint speaker;

  if (person >= 0)
    return _galley_resolver_find_person (self, mention, person);
  if (!names_person (self, mention))
    {
      speaker = find_by_nation (self, mention);
      return speaker >= 0 ? speaker : _galley_resolver_find_body (self, mention);
    }

  mention->name_kind = GALLEY_NAME_PERSON;
  name = galley_name_dup (self->text, mention->name);
  if (is_author (self, name))
    return -1;
  key = g_utf8_casefold (name, -1);
  speaker = _galley_resolver_lookup (self, key);
  if (speaker < 0)
    {
      speaker = _galley_resolver_add (self,
                                      mention,
                                      g_steal_pointer (&name),
                                      _galley_resolver_dup_role (self, mention));
      _galley_resolver_set_key (self, g_steal_pointer (&key), speaker);
    }

  return speaker;
}

/* Who answers is whom the text names first, beside its author. */
gint
_galley_resolver_find_interviewee (GalleyResolver *self, const GalleyMention *mention)
{
  guint n_people = galley_people_get_n_people (self->people);
  GalleyMention answer = *mention;

  for (guint i = 0; i < n_people; i++)
    {
      const GalleyPerson *person = galley_people_get (self->people, i);

      if (person->mentions->len == 0 || is_author (self, person->name))
        continue;
      answer.name = g_array_index (person->mentions, GalleyTokenRun, 0);

      return _galley_resolver_find_person (self, &answer, (gint) i);
    }

  return _galley_resolver_find (self, &answer);
}
