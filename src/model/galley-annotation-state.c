/* galley-annotation-state.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-annotation-private.h"

#include <string.h>

GalleyState *
_galley_state_copy (const GalleyState *self)
{
  GalleyState *copy = g_atomic_rc_box_new0 (GalleyState);

  copy->verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_verdict_unref);
  if (self == NULL)
    return copy;

  copy->details = galley_details_ref (self->details);
  for (guint i = 0; i < self->verdicts->len; i++)
    g_ptr_array_add (copy->verdicts, galley_verdict_ref (self->verdicts->pdata[i]));
  copy->note = g_strdup (self->note);
  copy->private_note = g_strdup (self->private_note);
  copy->tags = g_strdupv (self->tags);
  copy->modified = g_strdup (self->modified);

  return copy;
}

GalleyState *
_galley_state_ref (GalleyState *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
state_clear (gpointer data)
{
  GalleyState *self = data;

  g_clear_pointer (&self->details, galley_details_unref);
  g_ptr_array_unref (self->verdicts);
  g_free (self->note);
  g_free (self->private_note);
  g_strfreev (self->tags);
  g_free (self->modified);
}

void
_galley_state_unref (GalleyState *self)
{
  g_atomic_rc_box_release_full (self, state_clear);
}

static gboolean
verdicts_equal (GPtrArray *a, GPtrArray *b)
{
  return a->len == b->len
         && (a->len == 0 || memcmp (a->pdata, b->pdata, a->len * sizeof (gpointer)) == 0);
}

static gboolean
tags_equal (char **a, char **b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

/* Leaves out when it was modified: an edit that changes nothing else is none. */
gboolean
_galley_state_equal (const GalleyState *a, const GalleyState *b)
{
  return galley_details_equal (a->details, b->details) && verdicts_equal (a->verdicts, b->verdicts)
         && g_strcmp0 (a->note, b->note) == 0 && g_strcmp0 (a->private_note, b->private_note) == 0
         && tags_equal (a->tags, b->tags);
}

/* The position of @reviewer's verdict, or the number of verdicts where there is none. */
guint
_galley_state_find_verdict (const GalleyState *self, const char *reviewer)
{
  guint i;

  for (i = 0; i < self->verdicts->len; i++)
    {
      const GalleyVerdict *verdict = self->verdicts->pdata[i];

      if (strcmp (verdict->reviewer, reviewer) == 0)
        break;
    }

  return i;
}
