/* galley-review-undo.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-review-private.h"

typedef struct
{
  guint64 serial; /* tells steps apart; 0 is "before the first" */
  GPtrArray *changes;
  gpointer subject;  /* borrowed; NULL where nothing joins it */
  const char *topic; /* interned */
  gint64 window;     /* microseconds */
  gint64 ended;
} Step;

struct _GalleyUndo
{
  GPtrArray *done;
  GPtrArray *undone;
  Step *open;
  guint depth;
  guint64 last_serial;
  guint64 saved_serial;
};

static void
change_free (gpointer data)
{
  GalleyChange *change = data;

  g_clear_object (&change->annotation);
  g_clear_pointer (&change->before, _galley_state_unref);
  g_clear_pointer (&change->after, _galley_state_unref);
  g_clear_pointer (&change->metadata_before, galley_metadata_unref);
  g_clear_pointer (&change->metadata_after, galley_metadata_unref);
  g_free (change);
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_ptr_array_unref (step->changes);
  g_free (step);
}

GalleyUndo *
_galley_undo_new (void)
{
  GalleyUndo *self = g_new0 (GalleyUndo, 1);

  self->done = g_ptr_array_new_with_free_func (step_free);
  self->undone = g_ptr_array_new_with_free_func (step_free);

  return self;
}

void
_galley_undo_free (GalleyUndo *self)
{
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_clear_pointer (&self->open, step_free);
  g_free (self);
}

void
_galley_undo_begin (GalleyUndo *self)
{
  if (self->depth++ > 0)
    return;

  self->open = g_new0 (Step, 1);
  self->open->changes = g_ptr_array_new_with_free_func (change_free);
}

/* The outermost step that is open joins the last one where that was the same edit of the same
 * thing less than @window microseconds ago. */
void
_galley_undo_join (GalleyUndo *self, gpointer subject, const char *topic, gint64 window)
{
  if (self->depth != 1 || self->open->changes->len > 0)
    return;

  self->open->subject = subject;
  self->open->topic = g_intern_string (topic);
  self->open->window = window;
}

static Step *
last_step (const GalleyUndo *self)
{
  return self->done->len > 0 ? self->done->pdata[self->done->len - 1] : NULL;
}

/* What was saved stays a step to come back to. */
static gboolean
can_join (const GalleyUndo *self, const Step *step, gint64 now)
{
  const Step *last = last_step (self);

  return step->subject != NULL && last != NULL && last->subject == step->subject
         && last->topic == step->topic && now - last->ended <= step->window
         && last->serial != self->saved_serial && self->undone->len == 0;
}

/* Two changes of one annotation are one. */
static void
join_changes (Step *last, Step *step)
{
  GalleyChange *change = last->changes->pdata[0];
  const GalleyChange *next = step->changes->pdata[0];

  if (last->changes->len == 1 && step->changes->len == 1 && change->annotation == next->annotation
      && change->after != NULL && next->after != NULL)
    {
      _galley_state_unref (change->after);
      change->after = _galley_state_ref (next->after);
    }
  else
    {
      g_ptr_array_extend_and_steal (last->changes, g_steal_pointer (&step->changes));
      step->changes = g_ptr_array_new ();
    }
}

static gboolean
changes_nothing (const Step *step)
{
  const GalleyChange *change = step->changes->pdata[0];

  return step->changes->len == 1 && change->before != NULL && change->after != NULL
         && _galley_state_equal (change->before, change->after);
}

/* Takes @step; an edit that came back to where it began is none. */
static void
join (GalleyUndo *self, Step *step, gint64 now)
{
  Step *last = last_step (self);

  join_changes (last, step);
  step_free (step);
  if (changes_nothing (last))
    {
      g_ptr_array_set_size (self->done, (int) self->done->len - 1);
      return;
    }
  last->serial = ++self->last_serial;
  last->ended = now;
}

/* Returns: TRUE if the outermost step was closed and holds a change. */
gboolean
_galley_undo_end (GalleyUndo *self, gint64 now)
{
  Step *step;

  g_return_val_if_fail (self->depth > 0, FALSE);

  if (--self->depth > 0)
    return FALSE;

  step = g_steal_pointer (&self->open);
  if (step->changes->len == 0)
    {
      step_free (step);
      return FALSE;
    }

  if (can_join (self, step, now))
    {
      join (self, step, now);
      return TRUE;
    }

  step->serial = ++self->last_serial;
  step->ended = now;
  g_ptr_array_add (self->done, step);
  g_ptr_array_set_size (self->undone, 0);

  return TRUE;
}

/* Takes @change; only between begin and end. */
void
_galley_undo_push (GalleyUndo *self, GalleyChange *change)
{
  g_ptr_array_add (self->open->changes, change);
}

guint
_galley_undo_get_n_done (const GalleyUndo *self)
{
  return self->done->len;
}

gboolean
_galley_undo_can (const GalleyUndo *self, gboolean forward)
{
  return self->depth == 0 && (forward ? self->undone : self->done)->len > 0;
}

/* How many changes the next step has. */
guint
_galley_undo_count (const GalleyUndo *self, gboolean forward)
{
  GPtrArray *steps = forward ? self->undone : self->done;
  const Step *step = steps->len > 0 ? steps->pdata[steps->len - 1] : NULL;

  return step != NULL ? step->changes->len : 0;
}

/* Returns: (nullable): the annotation the step is about, as far as one can be shown. */
GalleyAnnotation *
_galley_undo_step (GalleyUndo *self, GalleyReview *review, gboolean forward, GalleyApplyFunc apply)
{
  GPtrArray *from = forward ? self->undone : self->done;
  GPtrArray *to = forward ? self->done : self->undone;
  GalleyAnnotation *annotation = NULL;
  Step *step;

  if (!_galley_undo_can (self, forward))
    return NULL;

  step = g_ptr_array_steal_index (from, from->len - 1);
  for (guint i = 0; i < step->changes->len; i++)
    {
      guint position = forward ? i : step->changes->len - 1 - i;
      const GalleyChange *change = step->changes->pdata[position];

      apply (review, change, forward);
      if ((forward ? change->after : change->before) != NULL)
        annotation = change->annotation;
    }
  g_ptr_array_add (to, step);

  return annotation;
}

static guint64
current_serial (const GalleyUndo *self)
{
  const Step *last = last_step (self);

  return last != NULL ? last->serial : 0;
}

void
_galley_undo_mark_saved (GalleyUndo *self)
{
  self->saved_serial = current_serial (self);
}

gboolean
_galley_undo_is_saved (const GalleyUndo *self)
{
  return self->saved_serial == current_serial (self);
}
