/* galley-detect.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-detect.h"

#include <string.h>

#include "language/galley-tagger.h"
#include "model/galley-taxonomy.h"

#include "detect/galley-foreign.h"
#include "detect/galley-mark-guards.h"
#include "detect/galley-parts.h"
#include "detect/galley-reasons.h"
#include "detect/galley-reread.h"
#include "detect/galley-suggest.h"
#include "detect/galley-transcript.h"
#include "detect/galley-words.h"

typedef enum
{
  AFTER_PARTS,
  AFTER_TAGS,
  AFTER_MARKS,
  AFTER_LINKS,
  AFTER_SPEAKERS,
  AFTER_OPINIONS,
  N_STAGES,
} Stage;

/* How far along the work is after each stage, with a fast reader and with a slow one. */
static const double fractions[][N_STAGES] = {
  { 0.1, 0.35, 0.7, 0.75, 0.85, 0.95 },
  { 0.01, 0.03, 0.96, 0.97, 0.98, 0.99 },
};

typedef struct
{
  GalleyArticle *article;
  const GalleyReader *reader;
  GalleyProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;

  GalleyText *text;
  const GalleyLanguage *language; /* nullable: taken for English */
  GalleyMetadata *metadata;
  gboolean *wanted; /* for each paragraph */
  GArray *turns;    /* GalleyTurn */
  GalleyReading *reading;
} Job;

void
galley_findings_free (GalleyFindings *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->metadata, galley_metadata_unref);
  g_clear_pointer (&self->annotations, g_ptr_array_unref);
  g_free (self);
}

static void
job_clear (Job *job)
{
  g_clear_pointer (&job->reading, galley_reading_free);
  g_clear_pointer (&job->turns, g_array_unref);
  g_clear_pointer (&job->wanted, g_free);
  g_clear_pointer (&job->metadata, galley_metadata_unref);
  g_clear_pointer (&job->text, galley_text_free);
}

static void
tell (const Job *job, double fraction)
{
  if (job->progress != NULL)
    job->progress (fraction, job->user_data);
}

static void
tell_reading (double fraction, gpointer user_data)
{
  const Job *job = user_data;
  const double *stages = fractions[job->reader->slow];

  tell (job, stages[AFTER_TAGS] + fraction * (stages[AFTER_MARKS] - stages[AFTER_TAGS]));
}

static gboolean
go_on (const Job *job, Stage stage, GError **error)
{
  tell (job, fractions[job->reader->slow][stage]);

  return !g_cancellable_set_error_if_cancelled (job->cancellable, error);
}

/* What the article's file says goes before what its words tell. */
static void
find_language (Job *job)
{
  job->language = job->metadata->lang != NULL ? galley_language_find (job->metadata->lang)
                                              : galley_language_guess (job->text);
  if (job->metadata->lang == NULL && job->language != NULL)
    job->metadata->lang = g_strdup (job->language->tag);
}

static void
find_parts (Job *job)
{
  job->text = galley_text_new (galley_article_get_text (job->article),
                               galley_article_get_length (job->article));
  job->metadata = galley_metadata_copy (galley_article_get_metadata (job->article));
  find_language (job);
  galley_parts_find (job->article, job->text, job->metadata);
  job->wanted = galley_parts_get_wanted (job->article, job->text, job->metadata);
}

static gboolean
find_marks (Job *job, GError **error)
{
  GArray *marks;

  job->reading =
      job->reader->read (job->text, job->wanted, tell_reading, job, job->cancellable, error);
  if (job->reading == NULL)
    return FALSE;

  marks = job->reading->marks;
  galley_mark_guards_apply (job->text, marks);
  galley_reread_marks (job->text, job->wanted, marks);
  /* No reader learns from transcripts: their labels say who speaks. */
  job->turns = galley_transcript_find (job->text);
  if (job->turns != NULL && job->turns->len > 0)
    galley_transcript_replace_marks (job->text, job->turns, job->wanted, marks);
  galley_parts_clip_marks (job->article, job->text, job->metadata, marks);

  return TRUE;
}

/* "I think" in the writer's own voice is an opinion, no quote: the author is no source. */
static gboolean
is_author_thinking (const GalleyText *text, const GalleyAttribution *attribution)
{
  GalleyQuoteFacts facts;
  guint token = attribution->source.first_token;

  if (attribution->source.end_token != token + 1 || !galley_word_is (text, token, "i")
      || galley_token_has (text, token, GALLEY_TOKEN_QUOTED))
    return FALSE;
  galley_quote_judge (text, attribution, &facts);

  return strcmp (facts.manner, "thought") == 0;
}

/* Where a reader is in doubt and the whole sentence reads as a view, it is the writer's view. */
static gboolean
is_outweighed (const Job *job, const GalleyAttribution *attribution)
{
  const GalleyText *text = job->text;
  const GalleyReaderTraits *traits = galley_reader_get_traits (job->reader);
  const GalleyTokenRun *content = &g_array_index (attribution->contents, GalleyTokenRun, 0);
  guint sentence = galley_text_token (text, content->first_token)->sentence;
  g_autoptr (GalleyOpinion) opinion = NULL;

  if (attribution->probability >= traits->doubtful
      || galley_token_has (text, content->first_token, GALLEY_TOKEN_OPENS_QUOTE))
    return FALSE;
  opinion = galley_opinion_judge (
      text, g_array_index (text->sentences, GalleyTokenRun, sentence), NULL, job->reading, traits);

  return galley_opinion_is_stated (opinion) && opinion->strength >= traits->outweighs;
}

static GPtrArray *
link_marks (const Job *job)
{
  g_autoptr (GPtrArray) linked =
      galley_link_marks (job->text, job->reading, galley_reader_get_traits (job->reader));
  GPtrArray *attributions =
      g_ptr_array_new_full (linked->len, (GDestroyNotify) galley_attribution_free);

  for (guint i = 0; i < linked->len; i++)
    {
      if (!is_author_thinking (job->text, linked->pdata[i])
          && !is_outweighed (job, linked->pdata[i]))
        g_ptr_array_add (attributions, g_steal_pointer (&linked->pdata[i]));
    }

  return attributions;
}

/* What an interviewer asks is no opinion of the article. */
static GPtrArray *
find_opinions (const Job *job, GPtrArray *attributions)
{
  g_autofree gboolean *own =
      g_memdup2 (job->wanted, job->text->paragraphs->len * sizeof *job->wanted);

  for (guint i = 0; job->turns != NULL && i < job->turns->len; i++)
    {
      const GalleyTurn *turn = &g_array_index (job->turns, GalleyTurn, i);

      if (turn->question)
        own[turn->paragraph] = FALSE;
    }

  return galley_opinions_find (job->text,
                               own,
                               galley_work_expects_opinion (job->metadata->type_of_work),
                               attributions,
                               job->reading,
                               galley_reader_get_traits (job->reader));
}

/* Returns %NULL with an error where it is cancelled. */
static GPtrArray *
make_suggestions (Job *job, GError **error)
{
  g_autoptr (GPtrArray) attributions = link_marks (job);
  g_autoptr (GalleyPeople) people = NULL;
  g_autoptr (GalleySpeakers) speakers = NULL;
  g_autoptr (GPtrArray) opinions = NULL;
  GalleySuggestions found = { .article = job->article, .text = job->text };

  if (!go_on (job, AFTER_LINKS, error))
    return NULL;
  people = galley_people_new (job->text, job->wanted);
  speakers = galley_speakers_resolve (job->text, attributions, people, job->metadata->byline);
  if (!go_on (job, AFTER_SPEAKERS, error))
    return NULL;
  opinions = find_opinions (job, attributions);
  if (!go_on (job, AFTER_OPINIONS, error))
    return NULL;

  found.metadata = job->metadata;
  found.reader = job->reader;
  found.attributions = attributions;
  found.speakers = speakers;
  found.opinions = opinions;

  return galley_suggest (&found);
}

static gboolean
is_foreign (const Job *job)
{
  return job->language != NULL && !galley_language_is_english (job->language);
}

/* What is known of English helps nothing here: direct quotes alone, by their marks. */
static GPtrArray *
make_foreign_suggestions (Job *job)
{
  g_autoptr (GPtrArray) quotes = galley_foreign_find_quotes (job->text, job->wanted, job->language);
  g_autoptr (GalleyPeople) people = galley_people_new (job->text, job->wanted);
  g_autoptr (GalleySpeakers) speakers =
      galley_speakers_resolve (job->text, quotes, people, job->metadata->byline);
  g_autoptr (GPtrArray) opinions = g_ptr_array_new ();
  GalleySuggestions found = { .article = job->article, .text = job->text, .foreign = TRUE };

  found.metadata = job->metadata;
  found.reader = galley_foreign_get_reader ();
  found.attributions = quotes;
  found.speakers = speakers;
  found.opinions = opinions;

  return galley_suggest (&found);
}

static GPtrArray *
make_english_suggestions (Job *job, GError **error)
{
  galley_text_tag (job->text);
  if (!go_on (job, AFTER_TAGS, error))
    return NULL;
  if (!find_marks (job, error) || !go_on (job, AFTER_MARKS, error))
    return NULL;

  return make_suggestions (job, error);
}

static GalleyFindings *
run (Job *job, GError **error)
{
  GalleyFindings *findings;
  GPtrArray *annotations;

  find_parts (job);
  if (!go_on (job, AFTER_PARTS, error))
    return NULL;
  annotations =
      is_foreign (job) ? make_foreign_suggestions (job) : make_english_suggestions (job, error);
  if (annotations == NULL)
    return NULL;
  findings = g_new0 (GalleyFindings, 1);
  findings->annotations = annotations;
  findings->metadata = g_steal_pointer (&job->metadata);
  tell (job, 1);
  if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
    g_clear_pointer (&findings, galley_findings_free);

  return findings;
}

/**
 * galley_detect:
 * @article: the article; not changed
 * @reader: (nullable): who reads it; %NULL for the default
 * @progress: (nullable) (scope call): told how far the work is
 * @user_data: for @progress
 * @cancellable: (nullable)
 *
 * Finds sources, quotes and opinions in an article, and its parts. Deterministic, in time linear in
 * the article's length, and safe to run in any thread.
 *
 * Returns: (transfer full): what was found, or %NULL with an error: cancelled, or a damaged model
 */
GalleyFindings *
galley_detect (GalleyArticle *article,
               const GalleyReader *reader,
               GalleyProgressFunc progress,
               gpointer user_data,
               GCancellable *cancellable,
               GError **error)
{
  Job job = {
    .article = article,
    .reader = reader != NULL ? reader : galley_reader_get_default (),
    .progress = progress,
    .user_data = user_data,
    .cancellable = cancellable,
  };
  GalleyFindings *findings;

  g_return_val_if_fail (GALLEY_IS_ARTICLE (article), NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  findings = run (&job, error);
  job_clear (&job);

  return findings;
}

void
galley_opinion_score_clear (GalleyOpinionScore *self)
{
  g_clear_pointer (&self->reason, galley_reason_free);
  self->type = NULL;
}

/**
 * galley_detect_score_sentence:
 * @sentence: one sentence, valid UTF-8
 * @length: its bytes
 * @reader: (nullable): who reads it; %NULL for the default
 * @score: (out): strength, and from 0.5 on type and reason; clear it with
 *   galley_opinion_score_clear()
 * @error: a damaged model
 *
 * Weighs how surely a sentence by itself states its writer's view.
 *
 * Returns: %TRUE if it was read
 */
gboolean
galley_detect_score_sentence (const char *sentence,
                              gsize length,
                              const GalleyReader *reader,
                              GalleyOpinionScore *score,
                              GError **error)
{
  g_autoptr (GalleyText) text = galley_text_new (sentence, length);
  g_autoptr (GalleyReading) reading = NULL;
  g_autoptr (GalleyOpinion) opinion = NULL;

  *score = (GalleyOpinionScore){ 0, NULL, NULL };
  if (reader == NULL)
    reader = galley_reader_get_default ();
  if (text->tokens->len == 0)
    return TRUE;

  galley_text_tag (text);
  if (reader->views)
    {
      reading = reader->read (text, NULL, NULL, NULL, NULL, error);
      if (reading == NULL)
        return FALSE;
    }
  opinion = galley_opinion_judge (text,
                                  (GalleyTokenRun){ 0, text->tokens->len },
                                  NULL,
                                  reading,
                                  galley_reader_get_traits (reader));
  score->strength = opinion->strength;
  if (opinion->strength >= GALLEY_OPINION_DECISION)
    {
      score->type = g_intern_string (galley_opinion_get_type (opinion));
      score->reason = galley_reason_for_opinion (text, opinion);
    }

  return TRUE;
}
