/* galley-speakers.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-speakers.h"

#include <string.h>

#include "base/galley-hash.h"

#include "detect/galley-gazetteer.h"
#include "detect/galley-sourceless.h"
#include "detect/galley-speakers-private.h"
#include "detect/galley-words.h"

static void
speaker_free (gpointer data)
{
  GalleySpeaker *speaker = data;

  g_free (speaker->name);
  g_free (speaker->role);
  g_array_unref (speaker->mentions);
  g_free (speaker);
}

GalleySpeaker *
_galley_resolver_get_speaker (const GalleyResolver *self, gint position)
{
  return g_ptr_array_index (self->result->speakers, (guint) position);
}

char *
_galley_resolver_fold (const GalleyText *text, GalleyTokenRun run)
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

char *
_galley_resolver_head_key (const GalleyResolver *self, const GalleyMention *mention)
{
  GalleyWord word;
  const char *head = mention->noun != NULL
                         ? mention->noun->word
                         : galley_word_fold (self->text, mention->core.end_token - 1, word);

  return g_strconcat (head, mention->plural ? "|s" : "|", NULL);
}

void
_galley_resolver_remember_head (GalleyResolver *self, const GalleyMention *mention, gint speaker)
{
  g_autofree char *key = _galley_resolver_head_key (self, mention);
  GArray *list = g_hash_table_lookup (self->by_head, key);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (gint));
      g_hash_table_insert (self->by_head, g_steal_pointer (&key), list);
    }
  g_array_append_val (list, speaker);
}

static GalleyPronounForm
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
    return GALLEY_FORM_SHE;
  if (g_strv_contains (he, word) || g_str_has_suffix (word, "sman")
      || g_str_has_suffix (word, "rman"))
    return GALLEY_FORM_HE;

  return GALLEY_FORM_UNKNOWN;
}

GalleyPronounForm
_galley_mention_form (const GalleyText *text, const GalleyMention *mention)
{
  guint first =
      MIN (mention->core.first_token,
           mention->role.first_token < mention->role.end_token ? mention->role.first_token
                                                               : mention->core.first_token);
  guint end = MAX (mention->core.end_token, mention->role.end_token);

  for (guint i = first; i < end; i++)
    {
      GalleyWord word;
      GalleyPronounForm form = form_of_word (galley_word_fold (text, i, word));

      /* "the dead man's widow" is no man. */
      if (form != GALLEY_FORM_UNKNOWN
          && !(i + 1 < text->tokens->len && galley_word_is (text, i + 1, "'s")))
        return form;
    }

  return GALLEY_FORM_UNKNOWN;
}

gint
_galley_resolver_add (GalleyResolver *self, const GalleyMention *mention, char *name, char *role)
{
  GalleySpeaker *speaker = g_new0 (GalleySpeaker, 1);
  gint position = (gint) self->result->speakers->len;
  GalleyPronounForm form = _galley_mention_form (self->text, mention);

  speaker->name = name;
  speaker->role = role;
  speaker->mention = *mention;
  speaker->person = -1;
  speaker->mentions = g_array_new (FALSE, FALSE, sizeof (GalleyTokenRun));
  g_ptr_array_add (self->result->speakers, speaker);
  g_array_append_val (self->forms, form);

  return position;
}

gint
_galley_resolver_lookup (const GalleyResolver *self, const char *key)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->by_key, key)) - 1;
}

void
_galley_resolver_set_key (GalleyResolver *self, char *key, gint speaker)
{
  g_hash_table_insert (self->by_key, key, GINT_TO_POINTER (speaker + 1));
}

char *
_galley_resolver_dup_role (const GalleyResolver *self, const GalleyMention *mention)
{
  return mention->role.first_token < mention->role.end_token
             ? galley_run_dup (self->text, mention->role.first_token, mention->role.end_token)
             : NULL;
}

gint
_galley_resolver_find (GalleyResolver *self, GalleyMention *mention)
{
  if (mention->core.first_token >= mention->core.end_token)
    return -1;
  if (mention->form == GALLEY_MENTION_PRONOUN)
    return _galley_resolver_find_pronoun (self, mention);
  if (mention->form == GALLEY_MENTION_NAME)
    return _galley_resolver_find_name (self, mention);

  return _galley_resolver_find_description (self, mention);
}

static gint
resolve_sourceless (GalleyResolver *self, const GalleyAttribution *attribution)
{
  GalleyMention mention = { .run = attribution->cue, .core = attribution->cue };
  gint speaker = _galley_resolver_lookup (self, "sourceless");

  if (!galley_cue_is_sourceless (self->text, attribution->cue))
    return -1;
  if (speaker < 0)
    {
      mention.form = GALLEY_MENTION_DESCRIPTION;
      speaker = _galley_resolver_add (self,
                                      &mention,
                                      galley_run_dup (self->text,
                                                      mention.run.first_token,
                                                      mention.run.end_token),
                                      NULL);
      _galley_resolver_get_speaker (self, speaker)->sourceless = TRUE;
      _galley_resolver_set_key (self, g_strdup ("sourceless"), speaker);
    }
  g_array_append_val (_galley_resolver_get_speaker (self, speaker)->mentions, attribution->cue);

  return speaker;
}

/* "A:" in an interview */
static gboolean
is_answer (const GalleyText *text, const GalleyAttribution *attribution)
{
  guint token = attribution->source.first_token;

  return attribution->source.end_token == token + 1
         && galley_word_is_one_of (text, token, (const char *const[]){ "a", "answer", NULL })
         && attribution->cue.end_token == attribution->cue.first_token + 1
         && galley_word_is_one_of (text,
                                   attribution->cue.first_token,
                                   (const char *const[]){ ":", ".", NULL });
}

static gint
resolve_attribution (GalleyResolver *self, const GalleyAttribution *attribution)
{
  const GalleyToken *token;
  GalleyMention mention;
  GalleySpeechEvent event;
  gint known;

  if (galley_run_is_empty (attribution->source))
    return galley_run_is_empty (attribution->cue) ? -1 : resolve_sourceless (self, attribution);

  known = GPOINTER_TO_INT (
      g_hash_table_lookup (self->by_run, GUINT_TO_POINTER (attribution->source.first_token)));
  if (known != 0)
    return known - 2;
  galley_mention_parse (self->text, attribution->source, &mention);
  event.speaker = is_answer (self->text, attribution)
                      ? _galley_resolver_find_interviewee (self, &mention)
                      : _galley_resolver_find (self, &mention);
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
  g_array_append_val (_galley_resolver_get_speaker (self, event.speaker)->mentions,
                      attribution->source);

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
collect_mentions (GalleyResolver *self, GPtrArray *attributions)
{
  g_autofree gboolean *said = mark_contents (self->text, attributions);

  for (guint i = 0; i < self->result->speakers->len; i++)
    {
      GalleySpeaker *speaker = _galley_resolver_get_speaker (self, (gint) i);

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
resolver_init (GalleyResolver *self,
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
  self->by_key = g_hash_table_new_full (galley_str_hash, g_str_equal, g_free, NULL);
  self->by_head =
      g_hash_table_new_full (galley_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->by_run = g_hash_table_new (NULL, NULL);
  self->by_person = g_new (gint, n_people + 1);
  for (guint i = 0; i < n_people; i++)
    self->by_person[i] = -1;
  self->forms = g_array_new (FALSE, FALSE, sizeof (GalleyPronounForm));
  self->events = g_array_new (FALSE, FALSE, sizeof (GalleySpeechEvent));
}

static void
resolver_clear (GalleyResolver *self)
{
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->by_head);
  g_hash_table_unref (self->by_run);
  g_free (self->by_person);
  g_array_unref (self->forms);
  g_array_unref (self->events);
}

/* Two words in capitals may name a firm as well as a person, where nothing says that they are
 * somebody: no first name that we know, no role, no "he" or "she". */
gboolean
_galley_resolver_may_be_body (const GalleyResolver *self, gint position)
{
  const GalleySpeaker *speaker = _galley_resolver_get_speaker (self, position);
  const GalleyMention *mention = &speaker->mention;
  GalleyWord word;

  return mention->form == GALLEY_MENTION_NAME && mention->name_kind != GALLEY_NAME_BODY
         && mention->name.end_token - mention->name.first_token > 1 && speaker->role == NULL
         && g_array_index (self->forms, GalleyPronounForm, (guint) position) == GALLEY_FORM_UNKNOWN
         && !galley_gazetteer_is_given_name (
             galley_word_fold (self->text, mention->name.first_token, word));
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
  GalleyResolver self;

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
