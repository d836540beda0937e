/* galley-details.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-details.h"

#include <string.h>

/**
 * galley_details_new:
 * @type: (nullable): type within the kind; interned here
 * @spans: (transfer full) (element-type GalleySpan): what is marked, at least one span
 *
 * Returns: (transfer full): details to be filled in by the caller
 */
GalleyDetails *
galley_details_new (const char *type, GArray *spans)
{
  GalleyDetails *self = g_atomic_rc_box_new0 (GalleyDetails);

  self->type = g_intern_string (type);
  self->spans = spans;

  return self;
}

/**
 * galley_details_copy:
 *
 * Returns: (transfer full): a copy that may be changed until it is handed on
 */
GalleyDetails *
galley_details_copy (const GalleyDetails *self)
{
  GalleyDetails *copy = galley_details_new (self->type, galley_spans_copy (self->spans));

  copy->cue = galley_spans_copy (self->cue);
  copy->mention = galley_spans_copy (self->mention);
  copy->source_id = g_strdup (self->source_id);
  copy->verb_class = self->verb_class;
  copy->manner = self->manner;
  copy->name = g_strdup (self->name);
  copy->role = g_strdup (self->role);
  copy->ladder = self->ladder;
  copy->affiliation = self->affiliation;
  copy->part = self->part;
  copy->standing = self->standing;
  copy->flags = g_strdupv (self->flags);

  return copy;
}

GalleyDetails *
galley_details_ref (const GalleyDetails *self)
{
  return g_atomic_rc_box_acquire ((GalleyDetails *) self);
}

static void
galley_details_clear (gpointer data)
{
  GalleyDetails *self = data;

  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->cue, g_array_unref);
  g_clear_pointer (&self->mention, g_array_unref);
  g_free (self->source_id);
  g_free (self->name);
  g_free (self->role);
  g_strfreev (self->flags);
}

void
galley_details_unref (const GalleyDetails *self)
{
  g_atomic_rc_box_release_full ((GalleyDetails *) self, galley_details_clear);
}

static gboolean
flags_equal (char **a, char **b)
{
  static char *none[] = { NULL };

  return g_strv_equal ((const char *const *) (a != NULL ? a : none),
                       (const char *const *) (b != NULL ? b : none));
}

gboolean
galley_details_equal (const GalleyDetails *a, const GalleyDetails *b)
{
  return a == b
         || (a->type == b->type && galley_spans_equal (a->spans, b->spans)
             && galley_spans_equal (a->cue, b->cue) && galley_spans_equal (a->mention, b->mention)
             && g_strcmp0 (a->source_id, b->source_id) == 0 && a->verb_class == b->verb_class
             && a->manner == b->manner && g_strcmp0 (a->name, b->name) == 0
             && g_strcmp0 (a->role, b->role) == 0 && a->ladder == b->ladder
             && a->affiliation == b->affiliation && a->part == b->part && a->standing == b->standing
             && flags_equal (a->flags, b->flags));
}

gboolean
galley_details_has_flag (const GalleyDetails *self, const char *flag)
{
  return self->flags != NULL && g_strv_contains ((const char *const *) self->flags, flag);
}

static int
compare_flags (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * galley_details_set_flag:
 * @flag: an id
 * @on: whether it is to be there
 *
 * Adds or removes a flag. Flags stay sorted, so that files do not depend on the order of clicks.
 */
void
galley_details_set_flag (GalleyDetails *self, const char *flag, gboolean on)
{
  g_autoptr (GPtrArray) flags = NULL;

  if (galley_details_has_flag (self, flag) == on)
    return;

  flags = g_ptr_array_new ();
  for (guint i = 0; self->flags != NULL && self->flags[i] != NULL; i++)
    {
      if (strcmp (self->flags[i], flag) == 0)
        g_free (self->flags[i]);
      else
        g_ptr_array_add (flags, self->flags[i]);
    }
  if (on)
    g_ptr_array_add (flags, g_strdup (flag));
  g_ptr_array_sort (flags, compare_flags);
  g_ptr_array_add (flags, NULL);

  g_free (self->flags);
  self->flags = (char **) g_ptr_array_steal (flags, NULL);
}
