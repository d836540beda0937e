/* galley-settings.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-settings.h"

#include "base/galley-data.h"

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
  g_autofree char *compiled = galley_data_find_built (COMPILED);
  g_autofree char *folder = compiled != NULL ? g_path_get_dirname (compiled) : NULL;

  if (g_getenv ("GSETTINGS_SCHEMA_DIR") == NULL && folder != NULL)
    g_setenv ("GSETTINGS_SCHEMA_DIR", folder, FALSE);

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
