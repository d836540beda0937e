/* galley-reader.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reader.h"

#include "detect/galley-reader-fast.h"
#include "detect/galley-reader-rules.h"

/* The best first. Each loads what it has learnt when it is asked for, and not before. */
static const struct
{
  const char *id;
  const GalleyReader *(*get) (void);
} readers[] = {
  { "fast", galley_reader_fast_get },
  { "rules", galley_reader_rules_get },
};

/**
 * galley_reader_find:
 * @id: (nullable): as on the command line
 *
 * Returns: (nullable) (transfer none): the reader of that name
 */
const GalleyReader *
galley_reader_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      if (g_strcmp0 (readers[i].id, id) == 0)
        return readers[i].get ();
    }

  return NULL;
}

/**
 * galley_reader_get_default:
 *
 * Returns: (transfer none): the best reader of this build
 */
const GalleyReader *
galley_reader_get_default (void)
{
  return readers[0].get ();
}
