/* galley-review-renew.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-review-private.h"
#include "model/galley-review.h"

#include <string.h>

#include "base/galley-hash.h"
#include "base/galley-str.h"

/* Two marks of one kind are about the same where they share this much of what either covers. */
#define SAME_SHARE 0.5

/* A stranger's file may mark everything a hundred thousand times over. */
#define MOST_COMPARED 4096

typedef struct
{
  GalleyReview *review;
  GPtrArray *suggestions;
  GalleyRenewal *renewal;
  GHashTable *suggested;  /* borrowed id -> suggestion */
  GHashTable *stand_ins;  /* id of a suggestion that stays away -> id of what a person has judged */
  GHashTable *changed;    /* set of what is there already and found again, with other edges */
  GHashTable *wanted_ids; /* set of the ids of sources that what stays refers to */
} Job;

static guint
count_shared (GArray *a, GArray *b)
{
  guint i = 0, j = 0, n = 0;

  while (i < galley_spans_length (a) && j < galley_spans_length (b))
    {
      const GalleySpan *one = galley_spans_get (a, i);
      const GalleySpan *other = galley_spans_get (b, j);
      guint start = MAX (one->start, other->start);
      guint end = MIN (one->end, other->end);

      n += end > start ? end - start : 0;
      if (one->end < other->end)
        i++;
      else
        j++;
    }

  return n;
}

static guint
count_covered (GArray *spans)
{
  guint n = 0;

  for (guint i = 0; i < galley_spans_length (spans); i++)
    n += galley_spans_get (spans, i)->end - galley_spans_get (spans, i)->start;

  return n;
}

/* The Jaccard index of two lists of spans: what both cover, of what either does. */
static double
get_share (GArray *a, GArray *b)
{
  guint n_shared = count_shared (a, b);
  guint n_either = count_covered (a) + count_covered (b) - n_shared;

  return n_either > 0 ? (double) n_shared / n_either : 0;
}

/**
 * galley_review_find_same:
 * @spans: (element-type GalleySpan)
 *
 * Returns: (nullable) (transfer none): what marks the same, or most of it: the closest of its kind
 */
GalleyAnnotation *
galley_review_find_same (GalleyReview *self, GalleyKind kind, GArray *spans)
{
  g_autoptr (GPtrArray) hits = _galley_review_find_some_overlapping (self,
                                                                     galley_spans_start (spans),
                                                                     galley_spans_end (spans),
                                                                     MOST_COMPARED);
  GalleyAnnotation *best = NULL;
  double best_share = SAME_SHARE;

  for (guint i = 0; i < hits->len; i++)
    {
      GalleyAnnotation *hit = hits->pdata[i];
      double share = get_share (spans, galley_annotation_get_details (hit)->spans);

      if (galley_annotation_get_kind (hit) != kind || share < best_share
          || (best != NULL && share == best_share))
        continue;
      best = hit;
      best_share = share;
    }

  return best;
}

static GalleyAnnotation *
find_same (GalleyReview *self, GalleyAnnotation *annotation)
{
  GalleyAnnotation *same = galley_review_lookup (self, galley_annotation_get_id (annotation));

  return same != NULL ? same
                      : galley_review_find_same (self,
                                                 galley_annotation_get_kind (annotation),
                                                 galley_annotation_get_details (annotation)->spans);
}

/* Which suggestions are about what is there already. */
static void
compare (Job *job)
{
  for (guint i = 0; i < job->suggestions->len; i++)
    {
      GalleyAnnotation *suggestion = job->suggestions->pdata[i];
      const char *id = galley_annotation_get_id (suggestion);
      GalleyAnnotation *same = find_same (job->review, suggestion);

      g_hash_table_insert (job->suggested, (char *) id, suggestion);
      if (same == NULL)
        {
          job->renewal->n_new++;
          continue;
        }
      if (g_strcmp0 (galley_annotation_get_id (same), id) != 0
          && !g_hash_table_contains (job->changed, same))
        {
          g_hash_table_add (job->changed, same);
          job->renewal->n_changed++;
        }
      if (galley_annotation_is_touched (same))
        g_hash_table_insert (job->stand_ins, (char *) id, (char *) galley_annotation_get_id (same));
    }
}

static void
want_source (Job *job, const GalleyDetails *details)
{
  if (details->source_id != NULL)
    g_hash_table_add (job->wanted_ids, details->source_id);
}

/* A quote that stays keeps its source. */
static void
find_wanted_sources (Job *job)
{
  GPtrArray *annotations = job->review->annotations;

  for (guint i = 0; i < annotations->len; i++)
    {
      if (!galley_annotation_is_touched (annotations->pdata[i]))
        continue;
      want_source (job, galley_annotation_get_original (annotations->pdata[i]));
      want_source (job, galley_annotation_get_details (annotations->pdata[i]));
    }
}

static void
put (GalleyReview *self, GalleyAnnotation *annotation, gboolean there)
{
  GalleyChange *change = g_new0 (GalleyChange, 1);
  GalleyState *state = _galley_state_ref (_galley_annotation_get_state (annotation));

  change->annotation = g_object_ref (annotation);
  if (there)
    change->after = state;
  else
    change->before = state;
  _galley_review_do (self, change);
}

static void
remove_untouched (Job *job)
{
  g_autoptr (GPtrArray) annotations =
      g_ptr_array_copy (job->review->annotations, (GCopyFunc) g_object_ref, NULL);

  g_ptr_array_set_free_func (annotations, g_object_unref);
  for (guint i = 0; i < annotations->len; i++)
    {
      GalleyAnnotation *annotation = annotations->pdata[i];
      const char *id = galley_annotation_get_id (annotation);
      gboolean found = g_hash_table_contains (job->suggested, id);
      gboolean touched = galley_annotation_is_touched (annotation);

      if (!found && !galley_annotation_get_origin (annotation)->person
          && !g_hash_table_contains (job->changed, annotation))
        {
          job->renewal->n_gone += !touched;
          job->renewal->n_kept += touched;
        }
      if (!touched && (found || !g_hash_table_contains (job->wanted_ids, id)))
        put (job->review, annotation, FALSE);
    }
}

/* A quote whose source a person has judged under another id belongs to that one. */
static void
redirect_source (Job *job, GalleyAnnotation *suggestion)
{
  const GalleyDetails *details = galley_annotation_get_original (suggestion);
  const char *stand_in =
      details->source_id != NULL ? g_hash_table_lookup (job->stand_ins, details->source_id) : NULL;
  g_autoptr (GalleyState) state = NULL;
  GalleyDetails *copy;

  if (stand_in == NULL || g_str_equal (stand_in, details->source_id))
    return;

  copy = galley_details_copy (details);
  galley_set_str (&copy->source_id, stand_in);
  state = _galley_state_copy (_galley_annotation_get_state (suggestion));
  galley_details_unref (state->details);
  state->details = copy;
  _galley_annotation_set_state (suggestion, state);
}

static void
add_suggestions (Job *job)
{
  for (guint i = 0; i < job->suggestions->len; i++)
    {
      GalleyAnnotation *suggestion = job->suggestions->pdata[i];
      const char *id = galley_annotation_get_id (suggestion);

      if (g_hash_table_contains (job->stand_ins, id)
          || galley_review_lookup (job->review, id) != NULL)
        continue;
      redirect_source (job, suggestion);
      put (job->review, suggestion, TRUE);
    }
}

/**
 * galley_review_renew:
 * @suggestions: (element-type GalleyAnnotation) (transfer none): what a reader finds now in the
 * same text, not yet part of a review
 * @renewal: (out caller-allocates): what that changed
 *
 * Puts what a reader finds now in the place of what one found before, in one step of undo. All that
 * a person made, judged, noted or tagged stays as it is, with its source; a suggestion about the
 * same (at least half of what either marks) is not made again beside it.
 */
void
galley_review_renew (GalleyReview *self, GPtrArray *suggestions, GalleyRenewal *renewal)
{
  Job job = { self, suggestions, renewal, NULL, NULL, NULL, NULL };

  memset (renewal, 0, sizeof *renewal);
  job.suggested = g_hash_table_new (galley_str_hash, g_str_equal);
  job.stand_ins = g_hash_table_new (galley_str_hash, g_str_equal);
  job.changed = g_hash_table_new (NULL, NULL);
  job.wanted_ids = g_hash_table_new (galley_str_hash, g_str_equal);

  compare (&job);
  find_wanted_sources (&job);
  _galley_review_begin_bulk (self);
  remove_untouched (&job);
  add_suggestions (&job);
  _galley_review_end_bulk (self);

  g_hash_table_unref (job.suggested);
  g_hash_table_unref (job.stand_ins);
  g_hash_table_unref (job.changed);
  g_hash_table_unref (job.wanted_ids);
}

/* The state of @annotation under what the machine says in @same. */
static void
move_state (GalleyReview *self, GalleyAnnotation *annotation, GalleyAnnotation *same)
{
  GalleyState *before = _galley_annotation_get_state (same);
  GalleyState *after = _galley_state_copy (_galley_annotation_get_state (annotation));
  GalleyChange *change = g_new0 (GalleyChange, 1);

  galley_details_unref (after->details);
  after->details = galley_details_ref (before->details);
  change->annotation = g_object_ref (same);
  change->before = _galley_state_ref (before);
  change->after = after;
  _galley_review_do (self, change);
}

/**
 * galley_review_adopt:
 * @annotations: (element-type GalleyAnnotation) (transfer none): what people made or judged in
 *   another reading of the article, with places in this one's text; not part of a review
 *
 * Brings people's work over, in one step of undo: verdicts, notes and tags to the suggestion that
 * marks exactly the same, all else as it is.
 */
void
galley_review_adopt (GalleyReview *self, GPtrArray *annotations)
{
  /* All of them are looked for before the first changes anything. */
  g_autofree GalleyAnnotation **found = g_new0 (GalleyAnnotation *, annotations->len + 1);

  for (guint i = 0; i < annotations->len; i++)
    found[i] = find_same (self, annotations->pdata[i]);

  _galley_review_begin_bulk (self);
  for (guint i = 0; i < annotations->len; i++)
    {
      GalleyAnnotation *annotation = annotations->pdata[i];
      GalleyAnnotation *same = found[i];

      if (same != NULL && !galley_annotation_is_touched (same)
          && !galley_annotation_get_origin (annotation)->person
          && galley_spans_equal (galley_annotation_get_original (same)->spans,
                                 galley_annotation_get_original (annotation)->spans))
        move_state (self, annotation, same);
      else if (same == NULL
               || g_strcmp0 (galley_annotation_get_id (same), galley_annotation_get_id (annotation))
                      != 0)
        put (self, annotation, TRUE);
    }
  _galley_review_end_bulk (self);
}
