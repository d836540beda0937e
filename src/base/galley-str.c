/* galley-str.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/galley-str.h"

/**
 * galley_set_str:
 * @field: (inout): the owned string to replace
 * @value: (nullable): the new value, copied; may point into the old one
 *
 * Does what g_set_str() does from GLib 2.76 on.
 *
 * Returns: %TRUE if the value differs from what was there
 */
gboolean
galley_set_str (char **field, const char *value)
{
  char *copy;

  if (g_strcmp0 (*field, value) == 0)
    return FALSE;

  copy = g_strdup (value);
  g_free (*field);
  *field = copy;

  return TRUE;
}
