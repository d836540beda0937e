/* galley-cli-reader.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/galley-cli-reader.h"

#include <glib/gi18n-lib.h>

/**
 * galley_cli_find_reader:
 * @id: (nullable): as on the command line; %NULL for the best there is
 * @reader: (out) (transfer none): the reader, loaded
 *
 * Returns: %GALLEY_EXIT_NONE, or the exit status where there is no such reader or what it has
 * learnt cannot be used, which has been said
 */
int
galley_cli_find_reader (const GalleyCommand *command, const char *id, const GalleyReader **reader)
{
  g_autoptr (GError) error = NULL;

  *reader = id != NULL ? galley_reader_find (id) : galley_reader_get_default ();
  if (*reader == NULL)
    {
      g_autofree char *ids = galley_reader_dup_ids ();

      return galley_cli_misuse (
          command,
          /* translators: the second %s are the names that there are, with commas between */
          _ ("There is no reader “%s” in this build; there are: %s."),
          id,
          ids);
    }
  if (galley_reader_load (*reader, &error))
    return GALLEY_EXIT_NONE;

  galley_cli_fail (NULL, error->message);

  return GALLEY_EXIT_FAILED;
}
