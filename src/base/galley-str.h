/* galley-str.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <string.h>

#include <glib.h>

G_BEGIN_DECLS

gboolean galley_set_str (char **field, const char *value);
char *galley_str_fold (const char *text);

/**
 * galley_str_equal:
 *
 * As g_str_equal(), for lists that are searched word by word: most words differ in their first
 * byte, and seeing that takes no call.
 */
static inline gboolean
galley_str_equal (const char *one, const char *other)
{
  return one[0] == other[0] && strcmp (one, other) == 0;
}

G_END_DECLS
