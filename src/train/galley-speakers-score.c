/* galley-speakers-score.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train/galley-speakers-score.h"

#include "detect/galley-speakers.h"
#include "detect/galley-words.h"

const char *
galley_refers_to_string (GalleyRefers refers)
{
  static const char *const names[GALLEY_N_REFERS] = {
    [GALLEY_REFERS_HE_SHE] = "he, she",   [GALLEY_REFERS_IT] = "it",
    [GALLEY_REFERS_THEY] = "they",        [GALLEY_REFERS_RELATIVE] = "who, which",
    [GALLEY_REFERS_NAME] = "names again", [GALLEY_REFERS_DESCRIPTION] = "descriptions",
  };

  return names[refers];
}

/* Returns -1 for what is not measured: first and second person, which speak in quotes. */
static gint
refers_how (const GalleyText *text, const GalleyMention *mention)
{
  guint token = mention->run.first_token;

  if (mention->form == GALLEY_MENTION_NAME)
    return GALLEY_REFERS_NAME;
  if (mention->form == GALLEY_MENTION_DESCRIPTION)
    return GALLEY_REFERS_DESCRIPTION;
  if (galley_word_is_one_of (text, token, (const char *const[]){ "he", "she", NULL }))
    return GALLEY_REFERS_HE_SHE;
  if (galley_word_is_one_of (text, token, (const char *const[]){ "who", "which", "that", NULL }))
    return GALLEY_REFERS_RELATIVE;
  if (galley_word_is_one_of (text, token, (const char *const[]){ "it", "this", NULL }))
    return GALLEY_REFERS_IT;

  return mention->person == 3 ? GALLEY_REFERS_THEY : -1;
}

/* The contents are not looked at while resolving: the verb stands for them. */
static GPtrArray *
make_attributions (const GalleyCoreference *article)
{
  GPtrArray *attributions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_attribution_free);

  for (guint i = 0; i < article->subjects->len; i++)
    {
      const GalleyCoreferenceSubject *subject =
          &g_array_index (article->subjects, GalleyCoreferenceSubject, i);
      GalleyAttribution *attribution = g_new0 (GalleyAttribution, 1);

      attribution->source = subject->run;
      attribution->cue = subject->cue;
      attribution->contents = g_array_new (FALSE, FALSE, sizeof (GalleyTokenRun));
      g_array_append_val (attribution->contents, subject->cue);
      attribution->probability = 1;
      g_ptr_array_add (attributions, attribution);
    }

  return attributions;
}

/* Whom the speaker's first mention elsewhere means; -1 where it has none before @run. */
static gint
entity_of_speaker (const GalleyCoreference *article,
                   const GalleySpeaker *speaker,
                   GalleyTokenRun run)
{
  for (guint i = 0; i < speaker->mentions->len; i++)
    {
      GalleyTokenRun mention = g_array_index (speaker->mentions, GalleyTokenRun, i);
      gint entity;

      if (mention.first_token >= run.first_token)
        break;
      entity = galley_coreference_find_entity (article, mention);
      if (entity >= 0)
        return entity;
    }

  return galley_coreference_find_name (article, speaker->name, run.first_token);
}

static void
note_miss (GString *misses,
           const GalleyCoreference *article,
           const GalleyCoreferenceSubject *subject,
           const GalleySpeaker *speaker,
           const char *what)
{
  guint start = subject->run.first_token > 40 ? subject->run.first_token - 40 : 0;
  g_autofree char *words =
      galley_run_dup (article->text, subject->run.first_token, subject->run.end_token);
  g_autofree char *before = galley_run_dup (article->text, start, subject->run.first_token);

  g_string_append_printf (
      misses, "%s\t%s\t%s\t…%s\n", what, words, speaker != NULL ? speaker->name : "-", before);
}

static void
score_subject (const GalleyCoreference *article,
               const GalleyCoreferenceSubject *subject,
               const GalleySpeaker *speaker,
               GalleySpeakersScore *score,
               GString *misses)
{
  gint entity = speaker != NULL ? entity_of_speaker (article, speaker, subject->run) : -1;

  if (!subject->known)
    {
      score->n_new++;
      score->n_new_right += entity < 0;
      if (entity >= 0 && misses != NULL)
        note_miss (misses, article, subject, speaker, "not known");
      return;
    }
  score->n_known++;
  score->n_right += entity == (gint) subject->entity;
  score->n_wrong += entity >= 0 && entity != (gint) subject->entity;
  if (entity != (gint) subject->entity && misses != NULL)
    note_miss (misses, article, subject, speaker, entity < 0 ? "missed" : "wrong");
}

/**
 * galley_speakers_score_add:
 * @scores: (inout): by how the subject refers
 * @misses: (nullable): a line for each that is not right
 *
 * Lets the sieve resolve the subjects of an article's reporting verbs and compares with what people
 * said they mean. What stays open counts as missed, not as wrong.
 */
void
galley_speakers_score_add (const GalleyCoreference *article,
                           GalleySpeakersScore scores[GALLEY_N_REFERS],
                           GString *misses)
{
  g_autoptr (GPtrArray) attributions = make_attributions (article);
  g_autofree gboolean *wanted = g_new (gboolean, article->text->paragraphs->len + 1);
  g_autoptr (GalleyPeople) people = NULL;
  g_autoptr (GalleySpeakers) speakers = NULL;

  for (guint i = 0; i <= article->text->paragraphs->len; i++)
    wanted[i] = TRUE;
  people = galley_people_new (article->text, wanted);
  speakers = galley_speakers_resolve (article->text, attributions, people, NULL);
  for (guint i = 0; i < attributions->len; i++)
    {
      const GalleyCoreferenceSubject *subject =
          &g_array_index (article->subjects, GalleyCoreferenceSubject, i);
      gint speaker = galley_speakers_get_of (speakers, i);
      GalleyMention mention;
      gint refers;

      galley_mention_parse (article->text, subject->run, &mention);
      refers = refers_how (article->text, &mention);
      if (refers >= 0)
        score_subject (article,
                       subject,
                       speaker >= 0 ? speakers->speakers->pdata[speaker] : NULL,
                       &scores[refers],
                       misses);
    }
}
