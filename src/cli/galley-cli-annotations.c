/* galley-cli-annotations.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/galley-cli-annotations.h"

#include <unistd.h>

#include "base/galley-file.h"
#include "base/galley-limits.h"
#include "cli/galley-cli-lines.h"
#include "import/galley-importer.h"

/**
 * galley_annotations_recognise:
 *
 * Returns: %TRUE if a file of that name in a folder is taken for an annotation file
 */
gboolean
galley_annotations_recognise (const char *file_name)
{
  return g_str_has_suffix (file_name, ".galley.json")
         || g_str_has_suffix (file_name, GALLEY_LINES_SUFFIX);
}

/**
 * galley_annotations_load:
 * @input: an annotation file, or a line of one; the path `-` is standard input
 * @matches: (out): whether its text matches its digest
 *
 * Returns: (transfer full) (nullable): what it says
 */
GalleyReview *
galley_annotations_load (const GalleyInput *input, gboolean *matches, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (input->path);
  g_autoptr (GBytes) bytes = NULL;

  if (input->bytes != NULL)
    bytes = g_bytes_ref (input->bytes);
  else if (g_str_equal (input->path, "-"))
    bytes = galley_lines_read_all (STDIN_FILENO, GALLEY_LIMIT_FILE, error);
  else
    bytes = galley_file_load (file, NULL, NULL, error);

  return bytes != NULL ? galley_json_read (bytes, matches, error) : NULL;
}
