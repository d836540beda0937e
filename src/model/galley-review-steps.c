/* galley-review-steps.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-review-private.h"
#include "model/galley-review.h"

/* Of a step of undo with more changes, listeners are told once. */
#define MAX_TOLD 64

static gint64
get_monotonic_time (gpointer user_data)
{
  return g_get_monotonic_time ();
}

/**
 * galley_review_get_modified:
 *
 * Returns: %TRUE if a person changed something since it was loaded or saved; undoing back to that
 *   point counts as unchanged
 */
gboolean
galley_review_get_modified (GalleyReview *self)
{
  return !_galley_undo_is_saved (self->undo);
}

void
galley_review_mark_saved (GalleyReview *self)
{
  _galley_undo_mark_saved (self->undo);
  g_object_notify (G_OBJECT (self), "modified");
}

void
galley_review_begin_step (GalleyReview *self)
{
  _galley_undo_begin (self->undo);
}

/**
 * galley_review_begin_joined_step:
 * @annotation: what is edited
 * @topic: (not nullable): what of it, such as "edges"
 * @milliseconds: how long after the one before it still belongs to it
 *
 * Begins a step of undo that is added to the last one where that was the same edit of the same
 * annotation a moment ago: people take back what they meant to do, not every key they pressed for
 * it. Nothing is added to what is saved. Ended by galley_review_end_step(); within another step it
 * is a part of that.
 */
void
galley_review_begin_joined_step (GalleyReview *self,
                                 GalleyAnnotation *annotation,
                                 const char *topic,
                                 guint milliseconds)
{
  g_return_if_fail (GALLEY_IS_ANNOTATION (annotation));
  g_return_if_fail (topic != NULL);

  _galley_undo_begin (self->undo);
  _galley_undo_join (self->undo, annotation, topic, milliseconds * G_TIME_SPAN_MILLISECOND);
}

/**
 * galley_review_set_clock:
 * @clock: (nullable): tells the time in place of the system's monotonic clock; for tests
 */
void
galley_review_set_clock (GalleyReview *self, GalleyClock clock, gpointer user_data)
{
  self->clock = clock != NULL ? clock : get_monotonic_time;
  self->clock_data = user_data;
}

void
galley_review_end_step (GalleyReview *self)
{
  if (_galley_undo_end (self->undo, self->clock (self->clock_data)))
    _galley_review_notify_progress (self);
}

/**
 * galley_review_get_n_steps:
 *
 * Returns: how many steps undo could take back
 */
guint
galley_review_get_n_steps (GalleyReview *self)
{
  return _galley_undo_get_n_done (self->undo);
}

gboolean
galley_review_can_undo (GalleyReview *self)
{
  return _galley_undo_can (self->undo, FALSE);
}

gboolean
galley_review_can_redo (GalleyReview *self)
{
  return _galley_undo_can (self->undo, TRUE);
}

/* A step of undo of so many changes that listeners are better told once than of each. */
void
_galley_review_begin_bulk (GalleyReview *self)
{
  galley_review_begin_step (self);
  if (self->bulk++ == 0)
    self->n_before_bulk = self->annotations->len;
}

void
_galley_review_end_bulk (GalleyReview *self)
{
  g_return_if_fail (self->bulk > 0);

  if (--self->bulk == 0)
    g_list_model_items_changed (G_LIST_MODEL (self),
                                0,
                                self->n_before_bulk,
                                self->annotations->len);
  galley_review_end_step (self);
}

static GalleyAnnotation *
step (GalleyReview *self, gboolean forward)
{
  gboolean bulk = _galley_undo_count (self->undo, forward) > MAX_TOLD;
  guint n_before = self->annotations->len;
  GalleyAnnotation *annotation;

  self->bulk += bulk;
  annotation = _galley_undo_step (self->undo, self, forward, _galley_review_apply);
  self->bulk -= bulk;
  if (bulk)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->annotations->len);
  _galley_review_notify_progress (self);

  return annotation;
}

/**
 * galley_review_undo:
 *
 * Takes back the last step.
 *
 * Returns: (transfer none) (nullable): an annotation of that step that is still there
 */
GalleyAnnotation *
galley_review_undo (GalleyReview *self)
{
  return step (self, FALSE);
}

/**
 * galley_review_redo:
 *
 * Does the step again that was taken back last.
 *
 * Returns: (transfer none) (nullable): an annotation of that step that is still there
 */
GalleyAnnotation *
galley_review_redo (GalleyReview *self)
{
  return step (self, TRUE);
}

/* Takes @change, does it and makes it a step, or a part of the open one. */
void
_galley_review_do (GalleyReview *self, GalleyChange *change)
{
  galley_review_begin_step (self);
  _galley_undo_push (self->undo, change);
  _galley_review_apply (self, change, TRUE);
  galley_review_end_step (self);
}
