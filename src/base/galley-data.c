/* galley-data.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/galley-data.h"

/* From build/tests/unit/LAYER/ up to build/. */
#define MAX_LEVELS 4

static char *
find_in (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path) : NULL;
}

/**
 * galley_data_find_built:
 * @name: of a file in the build directory's data/
 *
 * Finds what a program needs that was not installed and runs from its build directory.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *
galley_data_find_built (const char *name)
{
  g_autofree char *folder = g_file_read_link ("/proc/self/exe", NULL);
  char *found = NULL;

  for (guint level = 0; folder != NULL && found == NULL && level < MAX_LEVELS; level++)
    {
      char *parent = g_path_get_dirname (folder);
      g_autofree char *data = NULL;

      g_free (folder);
      folder = parent;
      data = g_build_filename (folder, "data", NULL);
      found = find_in (data, name);
    }
  return found;
}

/**
 * galley_data_find:
 * @name: of a file that is installed for Galley, or lies in the build directory's data/
 *
 * Returns: (transfer full) (nullable): its path; the build directory's goes first, so that a
 *   program that was built anew does not read what was installed long ago
 */
char *
galley_data_find (const char *name)
{
  char *built = galley_data_find_built (name);

  return built != NULL ? built : find_in (PKGDATADIR, name);
}
