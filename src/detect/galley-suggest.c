/* galley-suggest.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-suggest.h"

#include <string.h>

#include "base/galley-hash.h"

#include "detect/galley-anonymity.h"
#include "detect/galley-reasons.h"
#include "detect/galley-sole-sources.h"
#include "detect/galley-words.h"

#define MAX_NAME_CHARS      200
#define MIN_QUOTED_WORDS    4 /* of one mouth: fewer may be a term */
#define MAX_QUOTATION_MARKS 8 /* pointed at, of one quote */

/* What the quotes of a speaker say of it. */
typedef struct
{
  guint n_quotes;
  double strength;
  GalleyTokenRun first_cue;
  guint flags;              /* 1 << GalleyAnonymityFlag */
  GalleyTokenRun anonymity; /* the words that say why a source is not named */
} Record;

typedef struct
{
  const GalleySuggestions *found;
  const GalleyOffsets *offsets;
  GalleyQuoteFacts *facts; /* one for each attribution */
  Record *records;         /* one for each speaker */
  gboolean *alone;         /* for each speaker, whether nobody else says what it says */
  char **source_ids;       /* one for each speaker */
  GHashTable *ids;         /* ids in use, so that no two annotations share one */
  GPtrArray *annotations;
} Job;

static guint
start_of (const Job *job, guint token)
{
  return galley_offsets_to_char (job->offsets, galley_text_token (job->found->text, token)->start);
}

static guint
end_of (const Job *job, guint end_token)
{
  return galley_offsets_to_char (job->offsets,
                                 galley_text_token (job->found->text, end_token - 1)->end);
}

static GArray *
spans_of_run (const Job *job, GalleyTokenRun run)
{
  return galley_run_is_empty (run)
             ? NULL
             : galley_spans_new_one (start_of (job, run.first_token), end_of (job, run.end_token));
}

static GArray *
spans_of_runs (const Job *job, GArray *runs)
{
  GArray *spans = galley_spans_new ();

  for (guint i = 0; i < runs->len; i++)
    {
      GalleyTokenRun run = g_array_index (runs, GalleyTokenRun, i);

      galley_spans_add (spans, start_of (job, run.first_token), end_of (job, run.end_token));
    }

  return spans;
}

static void
add_evidence (const Job *job, GalleyAnnotation *annotation, const char *role, GalleyTokenRun run)
{
  if (!galley_run_is_empty (run))
    galley_annotation_add_evidence (annotation,
                                    role,
                                    start_of (job, run.first_token),
                                    end_of (job, run.end_token));
}

/* Takes @annotation, unless there is one with its id. */
static gboolean
keep (Job *job, GalleyAnnotation *annotation)
{
  const char *id = galley_annotation_get_id (annotation);

  if (g_hash_table_contains (job->ids, id))
    {
      g_object_unref (annotation);
      return FALSE;
    }
  g_hash_table_add (job->ids, (gpointer) id);
  g_ptr_array_add (job->annotations, annotation);

  return TRUE;
}

static GalleyAnnotation *
new_suggestion (const Job *job, GalleyKind kind, GalleyDetails *details)
{
  return galley_annotation_new_suggestion (
      job->found->article, kind, details, job->found->reader->id, job->found->reader->model);
}

static double
strength_of (const Job *job, guint position)
{
  const GalleyAttribution *attribution = job->found->attributions->pdata[position];

  return galley_reader_traits_quote_strength (galley_reader_get_traits (job->found->reader),
                                              job->facts[position].type,
                                              attribution->probability);
}

/* The first paragraph counts as the lead; headline and deck stand before it. */
static gboolean
stands_in_lead (const Job *job, guint token)
{
  const GalleyMetadata *metadata = job->found->metadata;
  guint offset = start_of (job, token);

  if (metadata == NULL || metadata->blocks->len == 0)
    return galley_text_token (job->found->text, token)->paragraph == 0;
  for (guint i = 0; i < metadata->blocks->len; i++)
    {
      const GalleyBlock *block = &g_array_index (metadata->blocks, GalleyBlock, i);

      if (offset >= block->start && offset < block->end)
        return strcmp (block->type, "headline") == 0 || strcmp (block->type, "deck") == 0
               || strcmp (block->type, "paragraph") == 0;
      if (strcmp (block->type, "paragraph") == 0)
        return FALSE;
    }

  return FALSE;
}

static guint
count_quoted_words (const Job *job, GArray *contents)
{
  guint n = 0;

  for (guint i = 0; i < contents->len; i++)
    {
      GalleyTokenRun run = g_array_index (contents, GalleyTokenRun, i);

      for (guint j = run.first_token; j < run.end_token; j++)
        n += galley_token_has (job->found->text, j, GALLEY_TOKEN_WORD)
             && galley_token_has (job->found->text, j, GALLEY_TOKEN_QUOTED);
    }

  return n;
}

static gboolean
voices_opinion (const Job *job, GArray *contents)
{
  for (guint i = 0; i < contents->len; i++)
    {
      if (galley_opinion_is_voiced (job->found->text, g_array_index (contents, GalleyTokenRun, i)))
        return TRUE;
    }

  return FALSE;
}

static void
record_quote (Job *job, guint position)
{
  const GalleyText *text = job->found->text;
  const GalleyAttribution *attribution = job->found->attributions->pdata[position];
  const GalleyQuoteFacts *facts = &job->facts[position];
  gint speaker = galley_speakers_get_of (job->found->speakers, position);
  guint token = g_array_index (attribution->contents, GalleyTokenRun, 0).first_token;
  GalleyTokenRun reason;
  Record *record;

  if (speaker < 0)
    return;
  record = &job->records[speaker];
  if (record->n_quotes++ == 0)
    record->first_cue = attribution->cue;
  record->strength = MAX (record->strength, strength_of (job, position));
  if (count_quoted_words (job, attribution->contents) >= MIN_QUOTED_WORDS)
    record->flags |= 1 << GALLEY_ANONYMITY_DIRECT;
  if (strcmp (facts->type, "no-comment") == 0)
    record->flags |= 1 << GALLEY_ANONYMITY_NO_COMMENT;
  if (stands_in_lead (job, token))
    record->flags |= 1 << GALLEY_ANONYMITY_LEAD;
  if (voices_opinion (job, attribution->contents))
    record->flags |= 1 << GALLEY_ANONYMITY_OPINION;
  if (!galley_run_is_empty (attribution->source))
    token = attribution->source.first_token;
  if (galley_run_is_empty (record->anonymity)
      && galley_anonymity_find_reason (text, galley_text_token (text, token)->sentence, &reason))
    record->anonymity = reason;
}

static void
set_anonymity_flags (const Job *job, guint speaker, GalleyDetails *details)
{
  const Record *record = &job->records[speaker];
  guint flags = record->flags;
  gboolean plural = strcmp (details->type, "unnamed-group") == 0;

  if (details->ladder == NULL || details->ladder[0] != 'A')
    return;
  /* Nobody was granted anything where no source is hinted at but by "reportedly". */
  if (galley_run_is_empty (record->anonymity) && strcmp (details->ladder, "A4") != 0)
    flags |= 1 << GALLEY_ANONYMITY_NO_REASON;
  if (plural && (flags & (1 << GALLEY_ANONYMITY_DIRECT)) != 0)
    flags |= 1 << GALLEY_ANONYMITY_PLURAL;
  if (job->alone[speaker])
    flags |= 1 << GALLEY_ANONYMITY_ONLY;
  for (guint i = 0; i < GALLEY_N_ANONYMITY_FLAGS; i++)
    {
      if ((flags & (1u << i)) != 0)
        galley_details_set_flag (details, galley_anonymity_flag_id (i), TRUE);
    }
}

static char *
clip_name (const char *name)
{
  return g_utf8_strlen (name, -1) > MAX_NAME_CHARS ? g_utf8_substring (name, 0, MAX_NAME_CHARS)
                                                   : g_strdup (name);
}

static void
suggest_source (Job *job, guint position)
{
  const GalleyText *text = job->found->text;
  const GalleySpeaker *speaker = job->found->speakers->speakers->pdata[position];
  const Record *record = &job->records[position];
  const char *type =
      speaker->sourceless ? "sourceless" : galley_anonymity_type (text, &speaker->mention);
  const char *ladder =
      galley_anonymity_ladder (text, &speaker->mention, type, speaker->name, speaker->role);
  GalleyDetails *details;
  GalleyAnnotation *annotation;

  if (speaker->mentions->len == 0 || record->n_quotes == 0)
    return;
  details = galley_details_new (g_intern_string (type), spans_of_runs (job, speaker->mentions));
  details->name = clip_name (speaker->name);
  details->role = speaker->role != NULL ? clip_name (speaker->role) : NULL;
  details->ladder = g_intern_string (ladder);
  set_anonymity_flags (job, position, details);

  annotation = new_suggestion (job, GALLEY_KIND_SOURCE, details);
  galley_annotation_set_strength (annotation, record->strength);
  galley_annotation_take_reason (
      annotation, galley_reason_for_source (text, speaker, type, ladder, record->first_cue));
  add_evidence (job, annotation, "cue", record->first_cue);
  add_evidence (job, annotation, "role", speaker->mention.role);
  if (g_str_has_prefix (type, "unnamed-"))
    add_evidence (job, annotation, "anonymity", record->anonymity);
  job->source_ids[position] = g_strdup (galley_annotation_get_id (annotation));
  keep (job, annotation);
}

static void
add_quotation_marks (const Job *job, GalleyAnnotation *annotation, GArray *contents)
{
  guint n = 0;

  for (guint i = 0; i < contents->len; i++)
    {
      GalleyTokenRun run = g_array_index (contents, GalleyTokenRun, i);

      for (guint j = run.first_token; j < run.end_token && n < MAX_QUOTATION_MARKS; j++)
        {
          if (!galley_token_has (job->found->text,
                                 j,
                                 GALLEY_TOKEN_OPENS_QUOTE | GALLEY_TOKEN_CLOSES_QUOTE))
            continue;
          add_evidence (job, annotation, "quotation-mark", (GalleyTokenRun){ j, j + 1 });
          n++;
        }
    }
}

static GalleyDetails *
details_of_quote (const Job *job, guint position)
{
  const GalleyAttribution *attribution = job->found->attributions->pdata[position];
  const GalleyQuoteFacts *facts = &job->facts[position];
  gint speaker = galley_speakers_get_of (job->found->speakers, position);
  GalleyDetails *details =
      galley_details_new (facts->type, spans_of_runs (job, attribution->contents));

  details->cue = spans_of_run (job, attribution->cue);
  details->mention = spans_of_run (job, attribution->source);
  details->manner = facts->manner;
  details->verb_class = facts->verb_class;
  if (speaker >= 0)
    details->source_id = g_strdup (job->source_ids[speaker]);
  for (guint i = 0; i < GALLEY_N_QUOTE_NOTES; i++)
    {
      /* Who says it was not looked for. */
      if ((facts->notes & (1u << i)) != 0
          && !(job->found->foreign && i == GALLEY_QUOTE_UNATTRIBUTED))
        galley_details_set_flag (details, galley_quote_note_id (i), TRUE);
    }

  return details;
}

static void
suggest_quote (Job *job, guint position)
{
  const GalleyText *text = job->found->text;
  const GalleyAttribution *attribution = job->found->attributions->pdata[position];
  const GalleyQuoteFacts *facts = &job->facts[position];
  gint speaker = galley_speakers_get_of (job->found->speakers, position);
  GalleyAnnotation *annotation =
      new_suggestion (job, GALLEY_KIND_QUOTE, details_of_quote (job, position));

  galley_annotation_set_strength (annotation, strength_of (job, position));
  galley_annotation_take_reason (
      annotation,
      job->found->foreign
          ? galley_reason_new ("quotation-marks-only", NULL)
          : galley_reason_for_quote (text,
                                     attribution,
                                     facts,
                                     speaker >= 0 ? job->found->speakers->speakers->pdata[speaker]
                                                  : NULL));
  add_evidence (job, annotation, "cue", attribution->cue);
  add_evidence (job, annotation, "name", attribution->source);
  add_quotation_marks (job, annotation, attribution->contents);
  keep (job, annotation);
}

static const char *
evidence_role (GalleyOpinionGroup group)
{
  if (group == GALLEY_OPINION_STRONG || group == GALLEY_OPINION_LABEL
      || group == GALLEY_OPINION_ADVERB || group == GALLEY_OPINION_EDITORIAL)
    return "loaded-word";

  return "cue";
}

static void
suggest_opinion (Job *job, const GalleyOpinion *opinion)
{
  const char *type = g_intern_string (galley_opinion_get_type (opinion));
  GalleyAnnotation *annotation =
      new_suggestion (job,
                      GALLEY_KIND_OPINION,
                      galley_details_new (type, spans_of_run (job, opinion->run)));

  galley_annotation_set_strength (annotation, opinion->strength);
  galley_annotation_take_reason (annotation, galley_reason_for_opinion (job->found->text, opinion));
  for (guint i = 0; i < opinion->cues->len; i++)
    {
      const GalleyOpinionCue *cue = &g_array_index (opinion->cues, GalleyOpinionCue, i);

      if (cue->telling)
        add_evidence (job, annotation, evidence_role (cue->group), cue->run);
    }
  keep (job, annotation);
}

static int
compare_annotations (gconstpointer a, gconstpointer b)
{
  GalleyAnnotation *one = *(GalleyAnnotation *const *) a;
  GalleyAnnotation *other = *(GalleyAnnotation *const *) b;
  guint start = galley_annotation_get_start (one),
        other_start = galley_annotation_get_start (other);
  guint end = galley_annotation_get_end (one), other_end = galley_annotation_get_end (other);

  if (start != other_start)
    return start < other_start ? -1 : 1;
  if (end != other_end)
    return end > other_end ? -1 : 1;
  if (galley_annotation_get_kind (one) != galley_annotation_get_kind (other))
    return galley_annotation_get_kind (one) < galley_annotation_get_kind (other) ? -1 : 1;

  return strcmp (galley_annotation_get_id (one), galley_annotation_get_id (other));
}

static void
judge_quotes (Job *job)
{
  GPtrArray *attributions = job->found->attributions;

  for (guint i = 0; i < attributions->len; i++)
    galley_quote_judge (job->found->text, attributions->pdata[i], &job->facts[i]);
  galley_quotes_note_speaker_changes (job->found->text,
                                      attributions,
                                      job->found->speakers,
                                      job->facts);
  for (guint i = 0; i < attributions->len; i++)
    record_quote (job, i);
  job->alone =
      galley_sole_sources_find (job->found->text, attributions, job->facts, job->found->speakers);
}

/**
 * galley_suggest:
 * @found: what was found in an article
 *
 * Makes annotations of it, each with its reason and the places that the reason points at. The same
 * findings give the same annotations, ids included.
 *
 * Returns: (transfer full) (element-type GalleyAnnotation): suggestions in the order of the text
 */
GPtrArray *
galley_suggest (const GalleySuggestions *found)
{
  guint n_speakers = found->speakers->speakers->len;
  g_autofree GalleyQuoteFacts *facts = g_new0 (GalleyQuoteFacts, found->attributions->len + 1);
  g_autofree Record *records = g_new0 (Record, n_speakers + 1);
  g_autoptr (GHashTable) ids = g_hash_table_new (galley_str_hash, g_str_equal);
  Job job = { .found = found, .offsets = galley_article_get_offsets (found->article) };

  job.facts = facts;
  job.records = records;
  job.source_ids = g_new0 (char *, n_speakers + 1);
  job.ids = ids;
  job.annotations = g_ptr_array_new_with_free_func (g_object_unref);

  judge_quotes (&job);
  for (guint i = 0; i < n_speakers; i++)
    suggest_source (&job, i);
  for (guint i = 0; i < found->attributions->len; i++)
    suggest_quote (&job, i);
  for (guint i = 0; i < found->opinions->len; i++)
    suggest_opinion (&job, found->opinions->pdata[i]);
  for (guint i = 0; i < n_speakers; i++)
    g_free (job.source_ids[i]);
  g_free (job.source_ids);
  g_free (job.alone);

  g_ptr_array_sort (job.annotations, compare_annotations);

  return job.annotations;
}
