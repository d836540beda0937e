/* galley-verdict.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-verdict.h"

#include "base/galley-uuid.h"

/**
 * galley_verdict_new:
 * @id: (nullable): its id in a file; %NULL makes a new one
 * @reviewer: (nullable): the nickname
 * @status: accepted, changed or rejected
 * @reason: (nullable): why it was rejected; interned here
 * @revision: (nullable): (transfer none)
 * @created: (nullable): ISO 8601
 * @extra: (nullable): unknown members, a JSON object
 *
 * Returns: (transfer full)
 */
GalleyVerdict *
galley_verdict_new (const char *id,
                    const char *reviewer,
                    GalleyStatus status,
                    const char *reason,
                    const GalleyDetails *revision,
                    const char *created,
                    const char *extra)
{
  GalleyVerdict *self = g_atomic_rc_box_new0 (GalleyVerdict);

  self->id = id != NULL ? g_strdup (id) : galley_urn_random ();
  self->reviewer = g_strdup (reviewer != NULL ? reviewer : "");
  self->status = status;
  self->reason = g_intern_string (reason);
  self->revision = revision != NULL ? galley_details_ref (revision) : NULL;
  self->created = g_strdup (created);
  self->extra = g_strdup (extra);

  return self;
}

GalleyVerdict *
galley_verdict_ref (GalleyVerdict *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
galley_verdict_clear (gpointer data)
{
  GalleyVerdict *self = data;

  g_free (self->id);
  g_free (self->reviewer);
  g_clear_pointer (&self->revision, galley_details_unref);
  g_free (self->created);
  g_free (self->extra);
}

void
galley_verdict_unref (GalleyVerdict *self)
{
  g_atomic_rc_box_release_full (self, galley_verdict_clear);
}
