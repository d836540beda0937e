/* galley-speakers.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-speakers.h"

#include <string.h>

#include "detect/galley-gazetteer.h"
#include "detect/galley-sourceless.h"
#include "detect/galley-words.h"

/* How far back a short form may point. */
#define MAX_EVENTS          10
#define MAX_PARAGRAPHS_BACK 4
#define MAX_SENTENCES_BACK  4
#define MAX_NAME_TOKENS     16

/* A constraint while resolving, from words of the article that say it ("Ms", "spokesman", "she");
 * never stored with the source. */
typedef enum
{
  FORM_UNKNOWN,
  FORM_HE,
  FORM_SHE,
} Form;

typedef struct
{
  gint speaker;
  guint token;
  guint sentence;
  guint paragraph;
} Event;

typedef struct
{
  const GalleyText *text;
  const GalleyPeople *people;
  const char *byline;
  GalleySpeakers *result;
  GHashTable *by_key;  /* what a speaker is called -> its number + 1 */
  GHashTable *by_head; /* head noun and number -> GArray of gint */
  GHashTable *by_run;  /* first token of a source -> speaker + 2: one may serve several cues */
  gint *by_person;     /* index into people -> speaker or -1 */
  GArray *forms;       /* Form for each speaker */
  GArray *events;      /* Event: who spoke, in the order of the text */
} Resolver;

static void
speaker_free (gpointer data)
{
  GalleySpeaker *speaker = data;

  g_free (speaker->name);
  g_free (speaker->role);
  g_array_unref (speaker->mentions);
  g_free (speaker);
}

static GalleySpeaker *
speaker_at (const Resolver *self, gint position)
{
  return g_ptr_array_index (self->result->speakers, (guint) position);
}

static char *
fold_run (const GalleyText *text, GalleyTokenRun run)
{
  GString *folded = g_string_new (NULL);

  for (guint i = run.first_token; i < run.end_token; i++)
    {
      GalleyWord word;

      if (folded->len > 0)
        g_string_append_c (folded, ' ');
      g_string_append (folded, galley_word_fold (text, i, word));
    }

  return g_string_free (folded, FALSE);
}

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

static char *
head_key (const Resolver *self, const GalleyMention *mention)
{
  GalleyWord word;
  const char *head = mention->noun != NULL
                         ? mention->noun->word
                         : galley_word_fold (self->text, mention->core.end_token - 1, word);

  return g_strconcat (head, mention->plural ? "|s" : "|", NULL);
}

static void
remember_head (Resolver *self, const GalleyMention *mention, gint speaker)
{
  g_autofree char *key = head_key (self, mention);
  GArray *list = g_hash_table_lookup (self->by_head, key);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (gint));
      g_hash_table_insert (self->by_head, g_steal_pointer (&key), list);
    }
  g_array_append_val (list, speaker);
}

static Form
form_of_word (const char *word)
{
  static const char *const he[] = { "mr",     "mr.",         "sir",     "lord",    "king",
                                    "prince", "father",      "son",     "brother", "husband",
                                    "uncle",  "grandfather", "widower", "actor",   "man",
                                    "boy",    "congressman", NULL };
  static const char *const she[] = { "mrs",         "mrs.",     "ms",      "ms.",   "miss",
                                     "lady",        "dame",     "madam",   "queen", "princess",
                                     "mother",      "daughter", "sister",  "wife",  "aunt",
                                     "grandmother", "widow",    "actress", "woman", "girl",
                                     NULL };

  if (g_strv_contains (she, word) || g_str_has_suffix (word, "woman"))
    return FORM_SHE;
  if (g_strv_contains (he, word) || g_str_has_suffix (word, "sman")
      || g_str_has_suffix (word, "rman"))
    return FORM_HE;

  return FORM_UNKNOWN;
}

static Form
form_of_runs (const GalleyText *text, const GalleyMention *mention)
{
  guint first =
      MIN (mention->core.first_token,
           mention->role.first_token < mention->role.end_token ? mention->role.first_token
                                                               : mention->core.first_token);
  guint end = MAX (mention->core.end_token, mention->role.end_token);

  for (guint i = first; i < end; i++)
    {
      GalleyWord word;
      Form form = form_of_word (galley_word_fold (text, i, word));

      if (form != FORM_UNKNOWN)
        return form;
    }

  return FORM_UNKNOWN;
}

static gint
add_speaker (Resolver *self, const GalleyMention *mention, char *name, char *role)
{
  GalleySpeaker *speaker = g_new0 (GalleySpeaker, 1);
  gint position = (gint) self->result->speakers->len;
  Form form = form_of_runs (self->text, mention);

  speaker->name = name;
  speaker->role = role;
  speaker->mention = *mention;
  speaker->person = -1;
  speaker->mentions = g_array_new (FALSE, FALSE, sizeof (GalleyTokenRun));
  g_ptr_array_add (self->result->speakers, speaker);
  g_array_append_val (self->forms, form);

  return position;
}

static gint
lookup_key (const Resolver *self, const char *key)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->by_key, key)) - 1;
}

static void
set_key (Resolver *self, char *key, gint speaker)
{
  g_hash_table_insert (self->by_key, key, GINT_TO_POINTER (speaker + 1));
}

static char *
dup_role (const Resolver *self, const GalleyMention *mention)
{
  return mention->role.first_token < mention->role.end_token
             ? galley_run_dup (self->text, mention->role.first_token, mention->role.end_token)
             : NULL;
}

static gboolean
is_author (const Resolver *self, const char *name)
{
  g_autofree char *byline = NULL, *folded = NULL;

  if (self->byline == NULL || name == NULL)
    return FALSE;
  byline = g_utf8_casefold (self->byline, -1);
  folded = g_utf8_casefold (name, -1);

  return strstr (byline, folded) != NULL;
}

static gint
resolve_known_person (Resolver *self, const GalleyMention *mention, gint person)
{
  const GalleyPerson *known = galley_people_get (self->people, (guint) person);
  gint speaker = self->by_person[person];

  if (is_author (self, known->name))
    return -1;
  if (speaker < 0)
    {
      GalleyMention named = *mention;
      char *role = dup_role (self, mention);

      named.form = GALLEY_MENTION_NAME;
      named.name_kind = GALLEY_NAME_PERSON;
      speaker = add_speaker (self, &named, g_strdup (known->name), role);
      speaker_at (self, speaker)->person = person;
      self->by_person[person] = speaker;
    }
  /* What the article says where it introduces somebody counts before what it says later. */
  if (known->role != NULL)
    {
      g_free (speaker_at (self, speaker)->role);
      speaker_at (self, speaker)->role = g_strdup (known->role);
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
names_person (const Resolver *self, const GalleyMention *mention)
{
  GalleyWord word;

  if (mention->name_kind != GALLEY_NAME_UNSURE)
    return mention->name_kind == GALLEY_NAME_PERSON;
  galley_word_fold (self->text, mention->name.first_token, word);

  return galley_gazetteer_is_given_name (word)
         || is_taken_up_by_pronoun (self->text, mention->name.end_token - 1);
}

static gint
resolve_body (Resolver *self, const GalleyMention *mention)
{
  g_autofree char *folded = fold_run (self->text, without_determiner (self->text, mention->name));
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
  speaker = lookup_key (self, key);
  if (speaker < 0)
    {
      speaker = add_speaker (self,
                             mention,
                             galley_run_dup (self->text,
                                             mention->core.first_token,
                                             mention->core.end_token),
                             NULL);
      set_key (self, g_steal_pointer (&key), speaker);
      remember_head (self, mention, speaker);
    }

  return speaker;
}

static gint
resolve_name (Resolver *self, GalleyMention *mention)
{
  gint person = mention->name_kind != GALLEY_NAME_BODY
                    ? galley_people_find (self->people, self->text, mention->name)
                    : -1;
  g_autofree char *name = NULL;
  g_autofree char *key = NULL;
  gint speaker;

  if (person >= 0)
    return resolve_known_person (self, mention, person);
  if (!names_person (self, mention))
    return resolve_body (self, mention);

  mention->name_kind = GALLEY_NAME_PERSON;
  name = galley_run_dup (self->text, mention->name.first_token, mention->name.end_token);
  if (is_author (self, name))
    return -1;
  key = g_utf8_casefold (name, -1);
  speaker = lookup_key (self, key);
  if (speaker < 0)
    {
      speaker = add_speaker (self, mention, g_steal_pointer (&name), dup_role (self, mention));
      set_key (self, g_steal_pointer (&key), speaker);
    }

  return speaker;
}

static gboolean
contains_folded (const char *haystack, const char *word)
{
  g_autofree char *folded = haystack != NULL ? g_ascii_strdown (haystack, -1) : NULL;

  return folded != NULL && strstr (folded, word) != NULL;
}

/* "the Russian president" is not the Ukrainian one: every capitalised word must be in the role. */
static gboolean
fits_role (const Resolver *self, const GalleyMention *mention, const GalleyPerson *person)
{
  for (guint i = mention->core.first_token; i + 1 < mention->core.end_token; i++)
    {
      GalleyWord word;

      if (!galley_token_has (self->text, i, GALLEY_TOKEN_CAPITAL)
          || galley_word_is (self->text, i, "the"))
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
last_spoke (const Resolver *self, gint speaker)
{
  for (guint i = self->events->len, n = 0; i > 0 && n < MAX_EVENTS * 4; i--, n++)
    {
      const Event *event = &g_array_index (self->events, Event, i - 1);

      if (event->speaker == speaker)
        return event->token;
    }

  return 0;
}

/* "the official", "the second official": one of those described so before */
static gint
find_described (const Resolver *self, const GalleyMention *mention)
{
  g_autofree char *key = head_key (self, mention);
  GArray *list = g_hash_table_lookup (self->by_head, key);
  const char *ordinal = ordinal_of (self->text, mention->core);

  if (list == NULL)
    return -1;
  if (ordinal == NULL)
    return g_array_index (list, gint, list->len - 1);
  for (guint i = list->len, n = 0; i > 0 && n < MAX_EVENTS; i--, n++)
    {
      gint speaker = g_array_index (list, gint, i - 1);

      if (contains_folded (speaker_at (self, speaker)->name, ordinal))
        return speaker;
    }

  return strcmp (ordinal, "first") == 0 ? g_array_index (list, gint, 0) : -1;
}

static gint
find_role_holder (Resolver *self, const GalleyMention *mention, gint described)
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
  if (described >= 0 && speaker_at (self, described)->person < 0
      && last_spoke (self, described)
             > g_array_index (person->mentions, GalleyTokenRun, person->mentions->len - 1)
                   .first_token)
    return -1;

  return resolve_known_person (self, mention, holder);
}

/* "the company": the body that spoke last */
static gint
find_last_body (const Resolver *self, const GalleyMention *mention)
{
  static const char *const bodies[] = { "agency",      "airline",   "authority",    "bank",
                                        "broadcaster", "charity",   "club",         "college",
                                        "company",     "council",   "department",   "firm",
                                        "group",       "magazine",  "manufacturer", "ministry",
                                        "network",     "newspaper", "organisation", "organization",
                                        "paper",       "party",     "retailer",     "union",
                                        "university",  NULL };

  if (mention->noun == NULL || mention->plural || !g_strv_contains (bodies, mention->noun->word)
      || mention->core.end_token - mention->core.first_token > 2)
    return -1;
  for (guint i = self->events->len, n = 0; i > 0 && n < MAX_EVENTS; i--, n++)
    {
      gint speaker = g_array_index (self->events, Event, i - 1).speaker;
      const GalleyMention *other = &speaker_at (self, speaker)->mention;

      if (other->form == GALLEY_MENTION_NAME && speaker_at (self, speaker)->person < 0
          && other->name_kind != GALLEY_NAME_PERSON)
        return speaker;
    }

  return -1;
}

static char *
dup_description (const Resolver *self, const GalleyMention *mention)
{
  guint start = mention->core.first_token, end = start;

  while (end < mention->run.end_token && end - start < MAX_NAME_TOKENS
         && !galley_word_is_one_of (self->text, end, (const char *const[]){ ",", "—", "(", NULL }))
    end++;

  return galley_run_dup (self->text, start, MAX (end, mention->core.end_token));
}

static gint
resolve_description (Resolver *self, const GalleyMention *mention)
{
  gboolean the = mention->definite
                 && galley_word_is_one_of (self->text,
                                           mention->core.first_token,
                                           (const char *const[]){ "the", "this", "that", NULL });
  g_autofree char *folded = fold_run (self->text, mention->core);
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
    speaker = lookup_key (self, key);
  if (speaker < 0)
    {
      speaker = add_speaker (self, mention, dup_description (self, mention), NULL);
      if (!mention->fresh)
        set_key (self, g_steal_pointer (&key), speaker);
      remember_head (self, mention, speaker);
    }

  return speaker;
}

static gboolean
is_one_person (const Resolver *self, gint position)
{
  const GalleySpeaker *speaker = speaker_at (self, position);
  const GalleyMention *mention = &speaker->mention;

  if (speaker->sourceless)
    return FALSE;
  if (speaker->person >= 0)
    return TRUE;
  if (mention->form == GALLEY_MENTION_NAME)
    return mention->name_kind == GALLEY_NAME_PERSON;

  return !mention->plural
         && (mention->noun == NULL || mention->noun->noun_class == GALLEY_NOUN_CLASS_PERSON);
}

static gboolean
takes_pronoun (const Resolver *self, gint speaker, gboolean one_person, Form form)
{
  Form known = g_array_index (self->forms, Form, (guint) speaker);

  if (speaker_at (self, speaker)->sourceless || is_one_person (self, speaker) != one_person)
    return FALSE;

  return form == FORM_UNKNOWN || known == FORM_UNKNOWN || known == form;
}

static gint
find_last_speaker (
    const Resolver *self, guint token, gboolean one_person, Form form, guint *sentence)
{
  guint paragraph = galley_text_token (self->text, token)->paragraph;

  for (guint i = self->events->len, n = 0; i > 0 && n < MAX_EVENTS; i--, n++)
    {
      const Event *event = &g_array_index (self->events, Event, i - 1);

      if (event->paragraph + MAX_PARAGRAPHS_BACK < paragraph)
        break;
      if (takes_pronoun (self, event->speaker, one_person, form))
        {
          *sentence = event->sentence;
          return event->speaker;
        }
    }

  return -1;
}

/* The person that a sentence shortly before begins with is what it is about. */
static gint
find_last_subject (const Resolver *self, guint token, guint *sentence)
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
resolve_he_or_she (Resolver *self, const GalleyMention *mention, Form form)
{
  guint token = mention->run.first_token;
  guint spoke = 0, acted = 0;
  gint speaker = find_last_speaker (self, token, TRUE, form, &spoke);
  gint subject = find_last_subject (self, token, &acted);

  if (subject >= 0 && (speaker < 0 || acted > spoke))
    {
      gint known = self->by_person[subject];

      if (known < 0 || takes_pronoun (self, known, TRUE, form))
        {
          GalleyMention named = *mention;
          const GalleyPerson *person = galley_people_get (self->people, (guint) subject);

          named.name = g_array_index (person->mentions, GalleyTokenRun, 0);
          named.form = GALLEY_MENTION_NAME;
          named.name_kind = GALLEY_NAME_PERSON;
          speaker = resolve_known_person (self, &named, subject);
        }
    }
  if (speaker >= 0 && g_array_index (self->forms, Form, (guint) speaker) == FORM_UNKNOWN)
    g_array_index (self->forms, Form, (guint) speaker) = form;

  return speaker;
}

static gint resolve_mention (Resolver *self, GalleyMention *mention);

/* "the minister, who said": whoever is named right before */
static gint
resolve_relative (Resolver *self, const GalleyMention *mention)
{
  guint end = mention->run.first_token;
  guint sentence = galley_text_token (self->text, end)->sentence;
  guint first = g_array_index (self->text->sentences, GalleyTokenRun, sentence).first_token;
  guint start;
  GalleyTokenRun name;
  GalleyMention antecedent;

  if (end > first && galley_word_is (self->text, end - 1, ","))
    end--;
  name = galley_name_before (self->text, first, end);
  start = name.first_token;
  if (start < end)
    {
      GalleyTokenRun role = galley_role_before (self->text, name, first);

      if (role.first_token < role.end_token)
        start = role.first_token;
    }
  else
    {
      while (start > first && end - start < 6
             && galley_token_has (self->text, start - 1, GALLEY_TOKEN_WORD))
        {
          start--;
          if (galley_word_is_one_of (self->text,
                                     start,
                                     (const char *const[]){ "the",
                                                            "a",
                                                            "an",
                                                            "some",
                                                            "many",
                                                            "those",
                                                            "his",
                                                            "her",
                                                            "its",
                                                            "their",
                                                            NULL }))
            break;
        }
      /* Without a determiner only the noun itself is sure. */
      if (start < end
          && !galley_word_is_one_of (
              self->text,
              start,
              (const char *const[]){
                  "the", "a", "an", "some", "many", "those", "his", "her", "its", "their", NULL }))
        start = end - 1;
    }
  if (start >= end)
    return -1;

  galley_mention_parse (self->text, (GalleyTokenRun){ start, end }, &antecedent);
  if (antecedent.form == GALLEY_MENTION_PRONOUN
      || (antecedent.form == GALLEY_MENTION_DESCRIPTION && antecedent.noun == NULL))
    return -1;

  return resolve_mention (self, &antecedent);
}

static gint
resolve_pronoun (Resolver *self, const GalleyMention *mention)
{
  GalleyWord word;
  guint token = mention->run.first_token, sentence;

  galley_word_fold (self->text, token, word);
  if (mention->person != 3)
    return -1;
  if (g_strv_contains ((const char *const[]){ "he", "him", "his", "himself", NULL }, word))
    return resolve_he_or_she (self, mention, FORM_HE);
  if (g_strv_contains ((const char *const[]){ "she", "her", "herself", NULL }, word))
    return resolve_he_or_she (self, mention, FORM_SHE);
  if (g_strv_contains ((const char *const[]){ "who", "which", "that", "whose", NULL }, word))
    return resolve_relative (self, mention);
  if (strcmp (word, "this") == 0)
    return -1;

  return find_last_speaker (self, token, FALSE, FORM_UNKNOWN, &sentence);
}

static gint
resolve_mention (Resolver *self, GalleyMention *mention)
{
  if (mention->core.first_token >= mention->core.end_token)
    return -1;
  if (mention->form == GALLEY_MENTION_PRONOUN)
    return resolve_pronoun (self, mention);
  if (mention->form == GALLEY_MENTION_NAME)
    return resolve_name (self, mention);

  return resolve_description (self, mention);
}

static gint
resolve_sourceless (Resolver *self, const GalleyAttribution *attribution)
{
  GalleyMention mention = { .run = attribution->cue, .core = attribution->cue };
  gint speaker = lookup_key (self, "sourceless");

  if (!galley_cue_is_sourceless (self->text, attribution->cue))
    return -1;
  if (speaker < 0)
    {
      mention.form = GALLEY_MENTION_DESCRIPTION;
      speaker =
          add_speaker (self,
                       &mention,
                       galley_run_dup (self->text, mention.run.first_token, mention.run.end_token),
                       NULL);
      speaker_at (self, speaker)->sourceless = TRUE;
      set_key (self, g_strdup ("sourceless"), speaker);
    }
  g_array_append_val (speaker_at (self, speaker)->mentions, attribution->cue);

  return speaker;
}

static gint
resolve_attribution (Resolver *self, const GalleyAttribution *attribution)
{
  const GalleyToken *token;
  GalleyMention mention;
  Event event;
  gint known;

  if (galley_run_is_empty (attribution->source))
    return galley_run_is_empty (attribution->cue) ? -1 : resolve_sourceless (self, attribution);

  known = GPOINTER_TO_INT (
      g_hash_table_lookup (self->by_run, GUINT_TO_POINTER (attribution->source.first_token)));
  if (known != 0)
    return known - 2;
  galley_mention_parse (self->text, attribution->source, &mention);
  event.speaker = resolve_mention (self, &mention);
  g_hash_table_insert (self->by_run,
                       GUINT_TO_POINTER (attribution->source.first_token),
                       GINT_TO_POINTER (event.speaker + 2));
  if (event.speaker < 0)
    return -1;

  token = galley_text_token (self->text, attribution->source.first_token);
  event.token = attribution->source.first_token;
  event.sentence = token->sentence;
  event.paragraph = token->paragraph;
  g_array_append_val (self->events, event);
  g_array_append_val (speaker_at (self, event.speaker)->mentions, attribution->source);

  return event.speaker;
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const GalleyTokenRun *one = a, *other = b;

  if (one->first_token != other->first_token)
    return one->first_token < other->first_token ? -1 : 1;
  if (one->end_token != other->end_token)
    return one->end_token > other->end_token ? -1 : 1;

  return 0;
}

static void
drop_overlaps (GArray *runs)
{
  guint kept = 0;

  g_array_sort (runs, compare_runs);
  for (guint i = 0; i < runs->len; i++)
    {
      GalleyTokenRun run = g_array_index (runs, GalleyTokenRun, i);

      if (kept > 0 && run.first_token < g_array_index (runs, GalleyTokenRun, kept - 1).end_token)
        continue;
      g_array_index (runs, GalleyTokenRun, kept++) = run;
    }
  g_array_set_size (runs, kept);
}

static gboolean *
mark_contents (const GalleyText *text, GPtrArray *attributions)
{
  gboolean *said = g_new0 (gboolean, text->tokens->len + 1);

  for (guint i = 0; i < attributions->len; i++)
    {
      GArray *contents = ((GalleyAttribution *) attributions->pdata[i])->contents;

      for (guint j = 0; j < contents->len; j++)
        {
          GalleyTokenRun run = g_array_index (contents, GalleyTokenRun, j);

          for (guint k = run.first_token; k < run.end_token; k++)
            said[k] = TRUE;
        }
    }

  return said;
}

/* A person is also marked where the writer names them; what others say of them is theirs. */
static void
collect_mentions (Resolver *self, GPtrArray *attributions)
{
  g_autofree gboolean *said = mark_contents (self->text, attributions);

  for (guint i = 0; i < self->result->speakers->len; i++)
    {
      GalleySpeaker *speaker = speaker_at (self, (gint) i);

      if (speaker->person >= 0)
        {
          GArray *named = galley_people_get (self->people, (guint) speaker->person)->mentions;

          for (guint j = 0; j < named->len; j++)
            {
              GalleyTokenRun run = g_array_index (named, GalleyTokenRun, j);

              if (!said[run.first_token])
                g_array_append_val (speaker->mentions, run);
            }
        }
      drop_overlaps (speaker->mentions);
    }
}

static void
resolver_init (Resolver *self,
               const GalleyText *text,
               const GalleyPeople *people,
               const char *byline)
{
  guint n_people = galley_people_get_n_people (people);

  self->text = text;
  self->people = people;
  self->byline = byline;
  self->result = g_new0 (GalleySpeakers, 1);
  self->result->speakers = g_ptr_array_new_with_free_func (speaker_free);
  self->result->of_attribution = g_array_new (FALSE, FALSE, sizeof (gint));
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_head =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->by_run = g_hash_table_new (NULL, NULL);
  self->by_person = g_new (gint, n_people + 1);
  for (guint i = 0; i < n_people; i++)
    self->by_person[i] = -1;
  self->forms = g_array_new (FALSE, FALSE, sizeof (Form));
  self->events = g_array_new (FALSE, FALSE, sizeof (Event));
}

static void
resolver_clear (Resolver *self)
{
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->by_head);
  g_hash_table_unref (self->by_run);
  g_free (self->by_person);
  g_array_unref (self->forms);
  g_array_unref (self->events);
}

/**
 * galley_speakers_resolve:
 * @attributions: (element-type GalleyAttribution): in the order of the text
 * @people: whom the text names in full
 * @byline: (nullable): the author, who is no source
 *
 * Finds who speaks: a sieve, the surest first — the exact name, the surname, title and surname, the
 * role or description, and last the pronoun, by number and person, back to the last that fits. What
 * stays open is left open.
 *
 * Returns: (transfer full): the sources over all their mentions
 */
GalleySpeakers *
galley_speakers_resolve (const GalleyText *text,
                         GPtrArray *attributions,
                         const GalleyPeople *people,
                         const char *byline)
{
  Resolver self;

  resolver_init (&self, text, people, byline);
  for (guint i = 0; i < attributions->len; i++)
    {
      gint speaker = resolve_attribution (&self, attributions->pdata[i]);

      g_array_append_val (self.result->of_attribution, speaker);
    }
  collect_mentions (&self, attributions);
  resolver_clear (&self);

  return self.result;
}

void
galley_speakers_free (GalleySpeakers *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->speakers);
  g_array_unref (self->of_attribution);
  g_free (self);
}

/**
 * galley_speakers_get_of:
 *
 * Returns: the speaker of an attribution, an index into @speakers, or -1
 */
gint
galley_speakers_get_of (const GalleySpeakers *self, guint attribution)
{
  return g_array_index (self->of_attribution, gint, attribution);
}
