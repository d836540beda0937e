/* galley-speakers-pronouns.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "language/galley-tagger.h"

#include "detect/galley-speakers-private.h"
#include "detect/galley-words.h"

/* How far back a pronoun may point. */
#define MAX_PARAGRAPHS_BACK 4
#define MAX_SENTENCES_BACK  4

#define MAX_SUBJECT    12 /* tokens of what a sentence begins with */
#define MAX_ANTECEDENT 7  /* tokens of a description before "who" */

/* Whom a pronoun may mean. */
typedef enum
{
  MEANS_PERSON, /* he */
  MEANS_BODY,   /* it */
  MEANS_MANY,   /* they: several, or a body of several */
} Meaning;

gboolean
_galley_resolver_is_one_person (const GalleyResolver *self, gint position)
{
  const GalleySpeaker *speaker = _galley_resolver_get_speaker (self, position);
  const GalleyMention *mention = &speaker->mention;

  if (speaker->sourceless)
    return FALSE;
  if (mention->form == GALLEY_MENTION_NAME)
    return mention->name_kind == GALLEY_NAME_PERSON;
  if (speaker->person >= 0)
    return TRUE;

  return !mention->plural
         && (mention->noun == NULL || mention->noun->noun_class == GALLEY_NOUN_CLASS_PERSON);
}

/* Papers and figures are never "they". */
static gboolean
is_lifeless (const GalleySpeaker *speaker)
{
  const GalleyNoun *noun = speaker->mention.noun;

  return speaker->mention.form == GALLEY_MENTION_DESCRIPTION && noun != NULL
         && (noun->noun_class == GALLEY_NOUN_CLASS_DOCUMENT
             || noun->noun_class == GALLEY_NOUN_CLASS_DATA
             || noun->noun_class == GALLEY_NOUN_CLASS_STATEMENT
             || noun->noun_class == GALLEY_NOUN_CLASS_POST);
}

static gboolean
is_several (const GalleySpeaker *speaker)
{
  const GalleyMention *mention = &speaker->mention;

  return mention->form != GALLEY_MENTION_NAME
         && (mention->plural
             || (mention->noun != NULL && mention->noun->noun_class == GALLEY_NOUN_CLASS_GROUP));
}

static gboolean
takes_pronoun (const GalleyResolver *self, gint speaker, Meaning meaning, GalleyPronounForm form)
{
  GalleyPronounForm known = g_array_index (self->forms, GalleyPronounForm, (guint) speaker);
  const GalleySpeaker *other = _galley_resolver_get_speaker (self, speaker);

  if (other->sourceless
      || _galley_resolver_is_one_person (self, speaker) != (meaning == MEANS_PERSON)
      || (meaning == MEANS_BODY && is_several (other))
      || (meaning == MEANS_MANY && is_lifeless (other)))
    return FALSE;

  return form == GALLEY_FORM_UNKNOWN || known == GALLEY_FORM_UNKNOWN || known == form;
}

static gint
find_last_speaker (const GalleyResolver *self,
                   guint token,
                   Meaning meaning,
                   GalleyPronounForm form,
                   guint *sentence)
{
  guint paragraph = galley_text_token (self->text, token)->paragraph;

  for (guint i = self->events->len, n = 0; i > 0 && n < GALLEY_MAX_EVENTS; i--, n++)
    {
      const GalleySpeechEvent *event = &g_array_index (self->events, GalleySpeechEvent, i - 1);

      if (event->paragraph + MAX_PARAGRAPHS_BACK < paragraph)
        break;
      if (takes_pronoun (self, event->speaker, meaning, form))
        {
          *sentence = event->sentence;
          return event->speaker;
        }
    }

  return -1;
}

/* Who spoke last before @token, at most so many paragraphs back, if that was one person; or -1 */
gint
_galley_resolver_find_last_person (const GalleyResolver *self, guint token, guint max_paragraphs)
{
  guint paragraph = galley_text_token (self->text, token)->paragraph;
  const GalleySpeechEvent *last =
      self->events->len > 0
          ? &g_array_index (self->events, GalleySpeechEvent, self->events->len - 1)
          : NULL;

  if (last == NULL || last->paragraph + max_paragraphs < paragraph
      || !_galley_resolver_is_one_person (self, last->speaker))
    return -1;

  return last->speaker;
}

/* The person that a sentence shortly before begins with is what it is about. */
static gint
find_last_subject (const GalleyResolver *self, guint token, guint *sentence)
{
  const GalleyToken *here = galley_text_token (self->text, token);

  for (guint i = 0; i <= MAX_SENTENCES_BACK && i <= here->sentence; i++)
    {
      guint s = here->sentence - i;
      gint person = galley_people_get_opener (self->people, s);
      GalleyTokenRun run = g_array_index (self->text->sentences, GalleyTokenRun, s);

      if (galley_text_token (self->text, run.first_token)->paragraph + 1 < here->paragraph)
        break;
      if (person >= 0 && run.first_token < token)
        {
          *sentence = s;
          return person;
        }
    }

  return -1;
}

static gint
resolve_he_or_she (GalleyResolver *self, const GalleyMention *mention, GalleyPronounForm form)
{
  guint token = mention->run.first_token;
  guint spoke = 0, acted = 0;
  gint speaker = find_last_speaker (self, token, MEANS_PERSON, form, &spoke);
  gint subject = find_last_subject (self, token, &acted);

  if (subject >= 0 && (speaker < 0 || acted > spoke))
    {
      gint known = self->by_person[subject];

      if (known < 0 || takes_pronoun (self, known, MEANS_PERSON, form))
        {
          GalleyMention named = *mention;
          const GalleyPerson *person = galley_people_get (self->people, (guint) subject);

          named.name = g_array_index (person->mentions, GalleyTokenRun, 0);
          named.form = GALLEY_MENTION_NAME;
          named.name_kind = GALLEY_NAME_PERSON;
          speaker = _galley_resolver_find_person (self, &named, subject);
        }
    }
  if (speaker >= 0
      && g_array_index (self->forms, GalleyPronounForm, (guint) speaker) == GALLEY_FORM_UNKNOWN)
    g_array_index (self->forms, GalleyPronounForm, (guint) speaker) = form;

  return speaker;
}

static gboolean
is_verb (const GalleyText *text, guint position)
{
  const char *tag = galley_tag_to_string (galley_text_token (text, position)->tag);

  return g_strv_contains ((const char *const[]){ "VBZ", "VBD", "VBP", "MD", NULL }, tag);
}

/* Past "On Monday," and "After the vote," where they open a sentence. */
static guint
skip_adverbial (const GalleyText *text, GalleyTokenRun sentence)
{
  const GalleyToken *token = galley_text_token (text, sentence.first_token);
  guint end = MIN (sentence.end_token, sentence.first_token + MAX_SUBJECT);

  if (!g_str_equal (galley_tag_to_string (token->tag), "IN"))
    return sentence.first_token;
  for (guint i = sentence.first_token; i < end; i++)
    {
      if (galley_word_is (text, i, ","))
        return i + 1;
    }

  return sentence.end_token;
}

/* What a sentence begins with, up to its verb or an apposition; empty where that is no phrase by
 * itself. */
static GalleyTokenRun
opening_phrase (const GalleyText *text, GalleyTokenRun sentence)
{
  guint start = skip_adverbial (text, sentence);
  GalleyTokenRun run = { start, start };

  while (run.end_token < sentence.end_token && run.end_token - start < MAX_SUBJECT)
    {
      guint i = run.end_token;

      if (is_verb (text, i) || galley_word_is (text, i, ","))
        return run;
      if (!galley_token_has (text, i, GALLEY_TOKEN_WORD)
          || galley_token_has (text, i, GALLEY_TOKEN_QUOTED))
        break;
      run.end_token++;
    }
  run.end_token = start;

  return run;
}

/* Whether a mention is of one body, document or the like that speaks as "it". */
static gboolean
is_one_body (const GalleyMention *mention)
{
  if (mention->form == GALLEY_MENTION_NAME)
    return mention->name_kind == GALLEY_NAME_BODY;

  return mention->form == GALLEY_MENTION_DESCRIPTION && mention->noun != NULL && !mention->plural
         && mention->noun->noun_class != GALLEY_NOUN_CLASS_PERSON
         && mention->noun->noun_class != GALLEY_NOUN_CLASS_GROUP;
}

/* Whether a mention is of people who speak as "they". */
static gboolean
is_many_people (const GalleyMention *mention)
{
  return mention->form == GALLEY_MENTION_DESCRIPTION && mention->noun != NULL
         && (mention->noun->noun_class == GALLEY_NOUN_CLASS_GROUP
             || (mention->noun->noun_class == GALLEY_NOUN_CLASS_PERSON && mention->plural));
}

/* Where somebody is named whom a pronoun takes up, that is a mention of the source too. */
static gint
add_mention (const GalleyResolver *self, gint speaker, GalleyTokenRun run)
{
  if (speaker >= 0)
    g_array_append_val (_galley_resolver_get_speaker (self, speaker)->mentions, run);

  return speaker;
}

/* "The Met Office has raised its warning. Gusts will reach 90mph, it said": the body, or the
 * people, that a sentence of the paragraph begins with, later than @spoke where that is not -1 */
static gint
find_subject_noun (GalleyResolver *self, guint token, Meaning meaning, gint spoke)
{
  const GalleyToken *here = galley_text_token (self->text, token);

  for (guint i = 0; i <= MAX_SENTENCES_BACK && i <= here->sentence; i++)
    {
      guint s = here->sentence - i;
      GalleyTokenRun run = g_array_index (self->text->sentences, GalleyTokenRun, s);
      GalleyMention mention;

      if (galley_text_token (self->text, run.first_token)->paragraph != here->paragraph
          || (gint) s <= spoke)
        break;
      run = opening_phrase (self->text, run);
      if (run.first_token >= run.end_token || run.end_token > token)
        continue;
      galley_mention_parse (self->text, run, &mention);
      if (meaning == MEANS_BODY ? is_one_body (&mention) : is_many_people (&mention))
        return add_mention (self, _galley_resolver_find (self, &mention), run);
    }

  return -1;
}

static gint
resolve_it (GalleyResolver *self, const GalleyMention *mention)
{
  guint token = mention->run.first_token, spoke = 0;
  gint speaker = find_last_speaker (self, token, MEANS_BODY, GALLEY_FORM_UNKNOWN, &spoke);
  gint subject = find_subject_noun (self, token, MEANS_BODY, speaker >= 0 ? (gint) spoke : -1);

  if (subject >= 0 || speaker >= 0)
    return subject >= 0 ? subject : speaker;
  speaker = _galley_resolver_find_last_person (self, token, 1);
  if (speaker < 0 || !_galley_resolver_may_be_body (self, speaker))
    return -1;
  _galley_resolver_get_speaker (self, speaker)->mention.name_kind = GALLEY_NAME_BODY;

  return speaker;
}

/* A word that a description begins with */
static gboolean
is_determiner (const GalleyText *text, guint position)
{
  static const char *const determiners[] = { "the",   "a",       "an",    "one",   "two",
                                             "three", "some",    "many",  "those", "several",
                                             "both",  "another", "other", "his",   "her",
                                             "its",   "their",   NULL };

  return galley_word_is_one_of (text, position, determiners);
}

static gint
resolve_antecedent (GalleyResolver *self, GalleyTokenRun run)
{
  gpointer key = GUINT_TO_POINTER (run.first_token);
  gint known = GPOINTER_TO_INT (g_hash_table_lookup (self->by_run, key));
  GalleyMention antecedent;

  /* "An official, who was there, said": the reader may have marked both. */
  if (known != 0)
    return known - 2;
  galley_mention_parse (self->text, run, &antecedent);
  if (antecedent.form == GALLEY_MENTION_PRONOUN
      || (antecedent.form == GALLEY_MENTION_DESCRIPTION && antecedent.noun == NULL
          && !is_determiner (self->text, run.first_token)))
    return -1;

  known = add_mention (self, _galley_resolver_find (self, &antecedent), run);
  if (known >= 0)
    g_hash_table_insert (self->by_run, key, GINT_TO_POINTER (known + 2));

  return known;
}

/* "the minister, who said": whoever is named right before */
static gint
resolve_relative (GalleyResolver *self, const GalleyMention *mention)
{
  guint end = mention->run.first_token;
  guint sentence = galley_text_token (self->text, end)->sentence;
  guint first = g_array_index (self->text->sentences, GalleyTokenRun, sentence).first_token;
  guint start;
  GalleyTokenRun name;

  if (end > first && galley_word_is (self->text, end - 1, ","))
    end--;
  name = galley_name_before (self->text, first, end);
  start = name.first_token;
  if (start < end)
    {
      GalleyTokenRun role = galley_role_before (self->text, name, first);

      if (role.first_token < role.end_token)
        start = role.first_token;
      else if (start > first && galley_word_is (self->text, start - 1, "the"))
        start--;
    }
  else
    {
      while (start > first && end - start < MAX_ANTECEDENT
             && galley_token_has (self->text, start - 1, GALLEY_TOKEN_WORD)
             && !is_determiner (self->text, start))
        start--;
      /* Without a determiner only the noun itself is sure. */
      if (start < end && !is_determiner (self->text, start))
        start = end - 1;
    }
  if (start >= end)
    return -1;

  return resolve_antecedent (self, (GalleyTokenRun){ start, end });
}

static gint
resolve_they (GalleyResolver *self, const GalleyMention *mention)
{
  guint token = mention->run.first_token, spoke = 0;
  gint speaker = find_last_speaker (self, token, MEANS_MANY, GALLEY_FORM_UNKNOWN, &spoke);
  gint subject = find_subject_noun (self, token, MEANS_MANY, speaker >= 0 ? (gint) spoke : -1);

  return subject >= 0 ? subject : speaker;
}

gint
_galley_resolver_find_pronoun (GalleyResolver *self, const GalleyMention *mention)
{
  GalleyWord word;
  guint token = mention->run.first_token;

  galley_word_fold (self->text, token, word);
  if (mention->person != 3)
    return -1;
  if (g_strv_contains ((const char *const[]){ "he", "him", "his", "himself", NULL }, word))
    return resolve_he_or_she (self, mention, GALLEY_FORM_HE);
  if (g_strv_contains ((const char *const[]){ "she", "her", "herself", NULL }, word))
    return resolve_he_or_she (self, mention, GALLEY_FORM_SHE);
  if (g_strv_contains ((const char *const[]){ "who", "which", "that", "whose", NULL }, word))
    return resolve_relative (self, mention);
  if (strcmp (word, "this") == 0)
    return -1;
  if (strcmp (word, "it") == 0 || strcmp (word, "its") == 0)
    return resolve_it (self, mention);

  return resolve_they (self, mention);
}
