/* galley-settings.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-settings.h"

#define COMPILED "gschemas.compiled"

static gboolean
has_schema (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APP_ID, TRUE);

  return schema != NULL;
}

/* Where the program runs from its build directory, the schema was compiled into data/ there. */
static char *
find_build_data (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *data = NULL;
  g_autofree char *compiled = NULL;

  if (folder == NULL)
    return NULL;

  data = g_build_filename (folder, "..", "..", "data", NULL);
  compiled = g_build_filename (data, COMPILED, NULL);

  return g_file_test (compiled, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&data) : NULL;
}

/**
 * galley_settings_find_schema:
 *
 * Makes the settings' schema available to a program that was not installed. To be called before
 * anything else uses settings or starts a thread.
 *
 * Returns: whether there is a schema; galley_settings_new() ends the program where there is none
 */
gboolean
galley_settings_find_schema (void)
{
  g_autofree char *data = NULL;

  if (g_getenv ("GSETTINGS_SCHEMA_DIR") == NULL && (data = find_build_data ()) != NULL)
    g_setenv ("GSETTINGS_SCHEMA_DIR", data, FALSE);

  return has_schema ();
}

/**
 * galley_settings_new:
 *
 * Returns: (transfer full): the program's settings
 */
GSettings *
galley_settings_new (void)
{
  return g_settings_new (APP_ID);
}
