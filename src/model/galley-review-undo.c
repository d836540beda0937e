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

/* Returns: TRUE if the outermost step was closed and holds a change. */
gboolean
_galley_undo_end (GalleyUndo *self)
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

  step->serial = ++self->last_serial;
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

gboolean
_galley_undo_can (const GalleyUndo *self, gboolean forward)
{
  return self->depth == 0 && (forward ? self->undone : self->done)->len > 0;
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
  return self->done->len > 0 ? ((Step *) self->done->pdata[self->done->len - 1])->serial : 0;
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
