/* galley-review-edit.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-review-private.h"
#include "model/galley-review.h"

#include <string.h>

#include "base/galley-str.h"

static char *
format_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format_iso8601 (now);
}

/* Takes @state; an edit that changes nothing is no step. */
static void
change_state (GalleyReview *self, GalleyAnnotation *annotation, GalleyState *state)
{
  g_autoptr (GalleyState) after = state;
  GalleyChange *change;

  if (_galley_state_equal (_galley_annotation_get_state (annotation), after))
    return;

  change = g_new0 (GalleyChange, 1);
  change->annotation = g_object_ref (annotation);
  change->before = _galley_state_ref (_galley_annotation_get_state (annotation));
  change->after = g_steal_pointer (&after);
  _galley_review_do (self, change);
}

static GalleyState *
copy_for_edit (GalleyAnnotation *annotation)
{
  GalleyState *state = _galley_state_copy (_galley_annotation_get_state (annotation));

  g_free (state->modified);
  state->modified = format_now ();

  return state;
}

/* Puts the current reviewer's verdict last, where it counts. It keeps the id it had, so that a
 * change of mind is a small difference between two files. */
static void
put_verdict (GalleyReview *self,
             GalleyState *state,
             GalleyStatus status,
             const char *reason,
             const GalleyDetails *revision)
{
  const char *reviewer = galley_review_get_reviewer (self);
  guint position = _galley_state_find_verdict (state, reviewer);
  g_autofree char *created = format_now ();
  g_autofree char *id = NULL;
  g_autofree char *extra = NULL;

  if (position < state->verdicts->len)
    {
      const GalleyVerdict *old = state->verdicts->pdata[position];

      id = g_strdup (old->id);
      extra = g_strdup (old->extra);
      g_ptr_array_remove_index (state->verdicts, position);
    }
  if (status != GALLEY_STATUS_UNREVIEWED)
    g_ptr_array_add (state->verdicts,
                     galley_verdict_new (id, reviewer, status, reason, revision, created, extra));
}

/* Makes @status with @revision the current reviewer's verdict. */
void
_galley_review_judge (GalleyReview *self,
                      GalleyAnnotation *annotation,
                      GalleyStatus status,
                      const char *reason,
                      const GalleyDetails *revision)
{
  GalleyState *state = _galley_state_copy (_galley_annotation_get_state (annotation));

  put_verdict (self, state, status, reason, revision);
  change_state (self, annotation, state);
}

static const GalleyDetails *
get_revision (GalleyAnnotation *annotation)
{
  const GalleyDetails *details = galley_annotation_get_details (annotation);

  return details != galley_annotation_get_original (annotation) ? details : NULL;
}

static gboolean
is_said_already (GalleyReview *self,
                 GalleyAnnotation *annotation,
                 GalleyStatus status,
                 const char *reason)
{
  const char *reviewer = galley_review_get_reviewer (self);
  const GalleyVerdict *mine = galley_annotation_find_verdict (annotation, reviewer);
  guint n_verdicts = galley_annotation_get_n_verdicts (annotation);

  if (mine == NULL)
    return status == GALLEY_STATUS_UNREVIEWED;

  return mine->status == status && g_strcmp0 (mine->reason, reason) == 0
         && mine == galley_annotation_get_verdict (annotation, n_verdicts - 1);
}

static gboolean
can_sign (GalleyReview *self, GalleyAnnotation *annotation)
{
  return *self->reviewer != '\0' && galley_annotation_find_verdict (annotation, "") != NULL
         && galley_annotation_find_verdict (annotation, self->reviewer) == NULL;
}

/**
 * galley_review_count_unsigned:
 *
 * Returns: how many verdicts without a name the current reviewer could put theirs to
 */
guint
galley_review_count_unsigned (GalleyReview *self)
{
  guint n = 0;

  for (guint i = 0; i < self->annotations->len; i++)
    n += can_sign (self, self->annotations->pdata[i]);

  return n;
}

static void
sign (GalleyReview *self, GalleyAnnotation *annotation)
{
  GalleyState *state = _galley_state_copy (_galley_annotation_get_state (annotation));
  guint position = _galley_state_find_verdict (state, "");
  const GalleyVerdict *old = state->verdicts->pdata[position];
  GalleyVerdict *signed_one = galley_verdict_new (
      old->id, self->reviewer, old->status, old->reason, old->revision, old->created, old->extra);

  g_ptr_array_remove_index (state->verdicts, position);
  g_ptr_array_insert (state->verdicts, (int) position, signed_one);
  change_state (self, annotation, state);
}

/**
 * galley_review_sign:
 *
 * Puts the current reviewer's nickname to the verdicts that were given without one, in one step of
 * undo. They stay what they are and when they were given.
 */
void
galley_review_sign (GalleyReview *self)
{
  g_return_if_fail (GALLEY_IS_REVIEW (self));

  galley_review_begin_step (self);
  for (guint i = 0; i < self->annotations->len; i++)
    {
      if (can_sign (self, self->annotations->pdata[i]))
        sign (self, self->annotations->pdata[i]);
    }
  galley_review_end_step (self);
}

static gboolean
is_merged (GalleyAnnotation *annotation)
{
  return galley_annotation_get_kind (annotation) == GALLEY_KIND_SOURCE
         && galley_annotation_get_details (annotation)->source_id != NULL;
}

/* A source that was merged into another and is rejected again stays merged. */
static gboolean
is_merged_still (GalleyAnnotation *annotation, GalleyStatus status, const char *reason)
{
  return is_merged (annotation) && status == GALLEY_STATUS_REJECTED
         && galley_annotation_get_status (annotation) == GALLEY_STATUS_REJECTED
         && (reason == NULL || strcmp (reason, GALLEY_REASON_DUPLICATE) == 0);
}

/* What a person changed outlives another verdict; that a source is the same as another does not. */
static GalleyDetails *
dup_kept_revision (GalleyAnnotation *annotation, GalleyStatus status, const char *reason)
{
  const GalleyDetails *revision = get_revision (annotation);
  g_autoptr (GalleyDetails) kept = NULL;

  if (revision == NULL)
    return NULL;

  kept = galley_details_copy (revision);
  if (is_merged (annotation) && g_strcmp0 (reason, GALLEY_REASON_DUPLICATE) != 0)
    g_clear_pointer (&kept->source_id, g_free);
  if (galley_details_equal (kept, galley_annotation_get_original (annotation)))
    return NULL;

  return g_steal_pointer (&kept);
}

/**
 * galley_review_set_verdict:
 * @status: accepted or rejected; unreviewed takes the current reviewer's verdict back. What was
 *   changed before is "changed" when it is accepted: the revision is what the reviewer sees
 * @reason: (nullable): why it is rejected, an id of %GALLEY_TERMS_REASON
 */
void
galley_review_set_verdict (GalleyReview *self,
                           GalleyAnnotation *annotation,
                           GalleyStatus status,
                           const char *reason)
{
  g_autoptr (GalleyDetails) revision = dup_kept_revision (annotation, status, reason);

  if (status == GALLEY_STATUS_ACCEPTED && revision != NULL)
    status = GALLEY_STATUS_CHANGED;
  if (is_merged_still (annotation, status, reason)
      || is_said_already (self, annotation, status, reason))
    return;

  _galley_review_judge (self, annotation, status, reason, revision);
}

/**
 * galley_review_reject:
 * @reason: (nullable): why, an id of %GALLEY_TERMS_REASON
 *
 * Rejects @annotation. The reason may be given right after, by another call, and changed: all of it
 * is one step of undo. Without one, what was said before stands.
 */
void
galley_review_reject (GalleyReview *self, GalleyAnnotation *annotation, const char *reason)
{
  const GalleyVerdict *mine =
      galley_annotation_find_verdict (annotation, galley_review_get_reviewer (self));

  if (reason == NULL && mine != NULL && mine->status == GALLEY_STATUS_REJECTED)
    reason = mine->reason;

  galley_review_begin_joined_step (self, annotation, "reject", G_MAXUINT);
  galley_review_set_verdict (self, annotation, GALLEY_STATUS_REJECTED, reason);
  galley_review_end_step (self);
}

/**
 * galley_review_set_verdicts:
 * @annotations: (element-type GalleyAnnotation) (transfer none)
 * @status: accepted or rejected
 *
 * The same verdict on all of @annotations that have none yet, as one step of undo.
 *
 * Returns: how many got it
 */
guint
galley_review_set_verdicts (GalleyReview *self, GPtrArray *annotations, GalleyStatus status)
{
  guint n = 0;

  galley_review_begin_step (self);
  for (guint i = 0; i < annotations->len; i++)
    {
      if (galley_annotation_get_status (annotations->pdata[i]) != GALLEY_STATUS_UNREVIEWED)
        continue;
      galley_review_set_verdict (self, annotations->pdata[i], status, NULL);
      n++;
    }
  galley_review_end_step (self);

  return n;
}

/**
 * galley_review_add:
 * @kind: what a person found
 * @details: (transfer full)
 *
 * Returns: (transfer none): the new annotation of the current reviewer
 */
GalleyAnnotation *
galley_review_add (GalleyReview *self, GalleyKind kind, GalleyDetails *details)
{
  g_autoptr (GalleyAnnotation) annotation = NULL;
  GalleyChange *change = g_new0 (GalleyChange, 1);

  annotation = galley_annotation_new_by_person (kind, details, galley_review_get_reviewer (self));
  change->annotation = g_object_ref (annotation);
  change->after = _galley_state_ref (_galley_annotation_get_state (annotation));
  _galley_review_do (self, change);

  return annotation;
}

/* Quotes that were given the source that goes: back to the source the suggestion had, or none. */
static void
release_quotes (GalleyReview *self, GalleyAnnotation *source)
{
  g_autoptr (GPtrArray) quotes = galley_review_list_quotes_of (self, source);

  for (guint i = 0; i < quotes->len; i++)
    {
      GalleyAnnotation *quote = quotes->pdata[i];
      const GalleyDetails *original = galley_annotation_get_original (quote);
      GalleyDetails *details = galley_details_copy (galley_annotation_get_details (quote));
      const char *source_id = original->source_id;

      if (g_strcmp0 (source_id, galley_annotation_get_id (source)) == 0)
        source_id = NULL;
      galley_set_str (&details->source_id, source_id);
      galley_review_revise (self, quote, details);
    }
}

/**
 * galley_review_remove:
 *
 * Deletes what a person added. A suggestion is rejected instead: what the machine said is kept.
 *
 * Returns: %TRUE if it was a person's and is gone
 */
gboolean
galley_review_remove (GalleyReview *self, GalleyAnnotation *annotation)
{
  GalleyChange *change;

  if (!galley_annotation_get_origin (annotation)->person)
    return FALSE;

  galley_review_begin_step (self);
  if (galley_annotation_get_kind (annotation) == GALLEY_KIND_SOURCE)
    release_quotes (self, annotation);
  change = g_new0 (GalleyChange, 1);
  change->annotation = g_object_ref (annotation);
  change->before = _galley_state_ref (_galley_annotation_get_state (annotation));
  _galley_review_do (self, change);
  galley_review_end_step (self);

  return TRUE;
}

static gboolean
is_own (GalleyReview *self, GalleyAnnotation *annotation)
{
  const GalleyOrigin *origin = galley_annotation_get_origin (annotation);

  return origin->person && g_strcmp0 (origin->name, galley_review_get_reviewer (self)) == 0;
}

/**
 * galley_review_revise:
 * @details: (transfer full): what it is to say
 *
 * Corrects an annotation. One's own is changed in place; a suggestion, or what somebody else added,
 * keeps its words, and the current reviewer's verdict "changed" carries the new ones.
 */
void
galley_review_revise (GalleyReview *self, GalleyAnnotation *annotation, GalleyDetails *details)
{
  g_autoptr (GalleyDetails) revision = details;
  GalleyState *state;

  if (galley_details_equal (galley_annotation_get_details (annotation), revision))
    return;

  if (is_own (self, annotation) && get_revision (annotation) == NULL)
    {
      state = copy_for_edit (annotation);
      galley_details_unref (state->details);
      state->details = g_steal_pointer (&revision);
    }
  else
    {
      gboolean back = galley_details_equal (galley_annotation_get_original (annotation), revision);

      _galley_review_judge (self,
                            annotation,
                            back ? GALLEY_STATUS_ACCEPTED : GALLEY_STATUS_CHANGED,
                            NULL,
                            back ? NULL : revision);
      return;
    }
  change_state (self, annotation, state);
}

/**
 * galley_review_set_note:
 * @note: (nullable): free text; "" is none. A note is no verdict
 */
void
galley_review_set_note (GalleyReview *self, GalleyAnnotation *annotation, const char *note)
{
  GalleyState *state = copy_for_edit (annotation);

  galley_set_str (&state->note, note != NULL && *note != '\0' ? note : NULL);
  change_state (self, annotation, state);
}

/**
 * galley_review_set_private_note:
 * @note: (nullable): free text; "" is none
 *
 * Nothing of it shows in a file, not even when it was written.
 */
void
galley_review_set_private_note (GalleyReview *self, GalleyAnnotation *annotation, const char *note)
{
  GalleyState *state = _galley_state_copy (_galley_annotation_get_state (annotation));

  galley_set_str (&state->private_note, note != NULL && *note != '\0' ? note : NULL);
  change_state (self, annotation, state);
}

/* The flag stands before the others. */
static void
put_tags (GalleyReview *self,
          GalleyAnnotation *annotation,
          const char *const *tags,
          gboolean flagged)
{
  GalleyState *state = copy_for_edit (annotation);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);

  if (flagged)
    g_ptr_array_add (list, g_strdup (GALLEY_TAG_FLAG));
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      if (!g_str_equal (tags[i], GALLEY_TAG_FLAG))
        g_ptr_array_add (list, g_strdup (tags[i]));
    }

  g_strfreev (state->tags);
  state->tags = NULL;
  if (list->len > 0)
    {
      g_ptr_array_add (list, NULL);
      state->tags = (char **) g_ptr_array_steal (list, NULL);
    }
  change_state (self, annotation, state);
}

/**
 * galley_review_set_tags:
 * @tags: (array zero-terminated=1) (nullable): all but the flag, which stays as it is
 */
void
galley_review_set_tags (GalleyReview *self, GalleyAnnotation *annotation, const char *const *tags)
{
  put_tags (self, annotation, tags, galley_annotation_is_flagged (annotation));
}

/**
 * galley_review_set_flag:
 * @flagged: whether somebody has to look at @annotation again. A flag is no verdict
 */
void
galley_review_set_flag (GalleyReview *self, GalleyAnnotation *annotation, gboolean flagged)
{
  put_tags (self, annotation, galley_annotation_get_tags (annotation), flagged);
}

/**
 * galley_review_set_metadata:
 * @metadata: (transfer full): what a person says of title, byline, type of work and blocks
 */
void
galley_review_set_metadata (GalleyReview *self, GalleyMetadata *metadata)
{
  g_autoptr (GalleyMetadata) after = metadata;
  GalleyArticle *article = galley_review_get_article (self);
  const GalleyMetadata *before = galley_article_get_metadata (article);
  GalleyChange *change;

  if (galley_metadata_equal (before, after))
    return;

  change = g_new0 (GalleyChange, 1);
  change->metadata_before = galley_metadata_ref (before);
  change->metadata_after = g_steal_pointer (&after);
  _galley_review_do (self, change);
}
