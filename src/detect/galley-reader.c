/* galley-reader.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reader.h"

#ifdef HAVE_DEEP_READER
#include "detect/galley-reader-deep.h"
#endif
#include "detect/galley-reader-fast.h"
#include "detect/galley-reader-rules.h"

/* The best first. Each loads what it has learnt when it is asked for, and not before; one that is
 * %NULL lacks something that it needs. */
static const struct
{
  const char *id;
  const GalleyReader *(*get) (void);
} readers[] = {
#ifdef HAVE_DEEP_READER
  { "deep", galley_reader_deep_get },
#endif
  { "fast", galley_reader_fast_get },
  { "rules", galley_reader_rules_get },
};

/**
 * galley_reader_find:
 * @id: (nullable): as on the command line
 *
 * Returns: (nullable) (transfer none): the reader of that name, if it is in this build and its
 *   model is there
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
 * Returns: (transfer none): the best reader that there is
 */
const GalleyReader *
galley_reader_get_default (void)
{
  const GalleyReader *reader = NULL;

  for (guint i = 0; reader == NULL && i < G_N_ELEMENTS (readers); i++)
    reader = readers[i].get ();

  return reader;
}

/**
 * galley_reader_dup_ids:
 *
 * Returns: (transfer full): the names of the readers that there are, the best first, with commas
 *   between
 */
char *
galley_reader_dup_ids (void)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      if (readers[i].get () != NULL)
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? ", " : "", readers[i].id);
    }

  return g_string_free (ids, FALSE);
}

/**
 * galley_reader_load:
 * @error: a #GALLEY_ERROR_MODEL or a #GFileError
 *
 * Loads what the reader has learnt, once; reading does so too. To be asked by who wants to know
 * beforehand whether it can read.
 *
 * Returns: %TRUE if it can
 */
gboolean
galley_reader_load (const GalleyReader *self, GError **error)
{
  return self->load == NULL || self->load (error);
}

/**
 * galley_reader_get_traits:
 *
 * Returns: (transfer none): how it errs
 */
const GalleyReaderTraits *
galley_reader_get_traits (const GalleyReader *self)
{
  return self->traits != NULL ? self->traits : &galley_reader_traits_fast;
}
