/* galley-types.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-types.h"

static const char *const kind_ids[GALLEY_N_KINDS] = { "source", "quote", "opinion", "note" };
static const char *const status_ids[] = { "unreviewed", "accepted", "changed", "rejected" };

static gboolean
find (const char *const *ids, guint n_ids, const char *id, guint *position)
{
  for (guint i = 0; i < n_ids; i++)
    {
      if (g_strcmp0 (ids[i], id) == 0)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * galley_kind_to_id:
 *
 * Returns: the stable id of TAXONOMY, never translated
 */
const char *
galley_kind_to_id (GalleyKind kind)
{
  return kind_ids[kind];
}

/**
 * galley_kind_from_id:
 * @id: (nullable): an id from a file
 * @kind: (out): set only on success
 *
 * Returns: %TRUE if @id names a kind
 */
gboolean
galley_kind_from_id (const char *id, GalleyKind *kind)
{
  guint position;

  if (!find (kind_ids, G_N_ELEMENTS (kind_ids), id, &position))
    return FALSE;

  *kind = (GalleyKind) position;
  return TRUE;
}

/**
 * galley_status_to_id:
 *
 * Returns: the stable id, never translated
 */
const char *
galley_status_to_id (GalleyStatus status)
{
  return status_ids[status];
}

/**
 * galley_status_from_id:
 * @id: (nullable): an id from a file
 * @status: (out): set only on success
 *
 * Returns: %TRUE if @id names a status
 */
gboolean
galley_status_from_id (const char *id, GalleyStatus *status)
{
  guint position;

  if (!find (status_ids, G_N_ELEMENTS (status_ids), id, &position))
    return FALSE;

  *status = (GalleyStatus) position;
  return TRUE;
}
