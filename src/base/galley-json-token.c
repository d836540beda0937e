/* galley-json-token.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/galley-json-token.h"

#include <errno.h>
#include <math.h>
#include <string.h>

/* Longer than any number that a program writes on purpose; keeps strtod away from bombs. */
#define NUMBER_MAX 128

/* Each function gets *place at the first byte of a token and moves it behind the token, or to the
 * byte at fault. The bytes are known to be valid UTF-8. */

static gboolean
read_hex4 (const char *p, const char *end, gunichar *unit)
{
  *unit = 0;
  if (end - p < 4)
    return FALSE;

  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return FALSE;
      *unit = *unit << 4 | (gunichar) g_ascii_xdigit_value (p[i]);
    }

  return TRUE;
}

/* *place is behind "\u" */
static GalleyJsonFault
skip_unicode_escape (const char **place, const char *end, gunichar *character)
{
  gunichar unit, low;

  if (!read_hex4 (*place, end, &unit))
    return GALLEY_JSON_FAULT_ESCAPE;
  if (unit == 0)
    return GALLEY_JSON_FAULT_NUL;
  if (unit >= 0xdc00 && unit <= 0xdfff)
    return GALLEY_JSON_FAULT_SURROGATE;

  *place += 4;
  *character = unit;
  if (unit < 0xd800 || unit > 0xdbff)
    return GALLEY_JSON_FAULT_NONE;

  if (end - *place < 6 || (*place)[0] != '\\' || (*place)[1] != 'u'
      || !read_hex4 (*place + 2, end, &low) || low < 0xdc00 || low > 0xdfff)
    return GALLEY_JSON_FAULT_SURROGATE;

  *place += 6;
  *character = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);

  return GALLEY_JSON_FAULT_NONE;
}

/* *place is behind the backslash */
static GalleyJsonFault
skip_escape (const char **place, const char *end, gunichar *character)
{
  static const char names[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  const char *found;

  if (*place == end)
    return GALLEY_JSON_FAULT_ENDS_EARLY;

  if (**place == 'u')
    {
      (*place)++;
      return skip_unicode_escape (place, end, character);
    }

  found = memchr (names, **place, strlen (names));
  if (found == NULL)
    return GALLEY_JSON_FAULT_ESCAPE;
  *character = (guchar) meanings[found - names];
  (*place)++;

  return GALLEY_JSON_FAULT_NONE;
}

/**
 * galley_json_skip_string:
 * @place: (inout): the opening quotation mark
 * @end: the end of the text
 * @limit: how many bytes the string may hold, escapes resolved
 * @decoded: (nullable): gets the string without quotation marks, escapes resolved
 */
GalleyJsonFault
galley_json_skip_string (const char **place, const char *end, gsize limit, GString *decoded)
{
  gsize length = 0;

  (*place)++;

  while (*place < end && **place != '"')
    {
      gunichar character = (guchar) * *place;
      GalleyJsonFault fault;

      if (length >= limit)
        return GALLEY_JSON_FAULT_STRING_LIMIT;
      if (character < 0x20)
        return GALLEY_JSON_FAULT_CONTROL;

      (*place)++;
      if (character != '\\')
        {
          length++;
          if (decoded != NULL)
            g_string_append_c (decoded, (char) character);
          continue;
        }
      fault = skip_escape (place, end, &character);
      if (fault != GALLEY_JSON_FAULT_NONE)
        return fault;
      length += (gsize) g_unichar_to_utf8 (character, NULL);
      if (decoded != NULL)
        g_string_append_unichar (decoded, character);
    }

  if (length > limit)
    return GALLEY_JSON_FAULT_STRING_LIMIT;
  if (*place == end)
    return GALLEY_JSON_FAULT_ENDS_EARLY;
  (*place)++;

  return GALLEY_JSON_FAULT_NONE;
}

static gboolean
skip_digits (const char **place, const char *end)
{
  const char *first = *place;

  while (*place < end && g_ascii_isdigit (**place))
    (*place)++;

  return *place > first;
}

static GalleyJsonFault
skip_number_grammar (const char **place, const char *end, gboolean *is_integer)
{
  *is_integer = TRUE;

  if (**place == '-')
    (*place)++;
  if (*place < end && **place == '0')
    (*place)++;
  else if (!skip_digits (place, end))
    return GALLEY_JSON_FAULT_NUMBER;

  if (*place < end && **place == '.')
    {
      *is_integer = FALSE;
      (*place)++;
      if (!skip_digits (place, end))
        return GALLEY_JSON_FAULT_NUMBER;
    }
  if (*place < end && (**place == 'e' || **place == 'E'))
    {
      *is_integer = FALSE;
      (*place)++;
      if (*place < end && (**place == '+' || **place == '-'))
        (*place)++;
      if (!skip_digits (place, end))
        return GALLEY_JSON_FAULT_NUMBER;
    }
  if (*place < end && (g_ascii_isalnum (**place) || strchr (".+-", **place) != NULL))
    return GALLEY_JSON_FAULT_NUMBER;

  return GALLEY_JSON_FAULT_NONE;
}

static gboolean
is_in_range (const char *number, gsize length, gboolean is_integer)
{
  char copy[NUMBER_MAX + 1];
  gint64 integer;

  if (length > NUMBER_MAX)
    return FALSE;

  memcpy (copy, number, length);
  copy[length] = '\0';

  if (!is_integer)
    return isfinite (g_ascii_strtod (copy, NULL));

  /* Not g_ascii_string_to_signed(): where another thread makes its locale meanwhile, it takes the
   * wait's error for the number's. */
  errno = 0;
  integer = g_ascii_strtoll (copy, NULL, 10);

  return errno != ERANGE && integer >= -G_MAXINT64;
}

/**
 * galley_json_skip_number:
 *
 * Integers have to fit 64 bits with sign, other numbers a double.
 */
GalleyJsonFault
galley_json_skip_number (const char **place, const char *end)
{
  const char *first = *place;
  gboolean is_integer;
  GalleyJsonFault fault = skip_number_grammar (place, end, &is_integer);

  if (fault != GALLEY_JSON_FAULT_NONE)
    return *place == end ? GALLEY_JSON_FAULT_ENDS_EARLY : fault;

  if (!is_in_range (first, (gsize) (*place - first), is_integer))
    {
      *place = first;
      return GALLEY_JSON_FAULT_NUMBER_RANGE;
    }

  return GALLEY_JSON_FAULT_NONE;
}

/**
 * galley_json_skip_literal:
 *
 * One of `true`, `false` and `null`.
 */
GalleyJsonFault
galley_json_skip_literal (const char **place, const char *end)
{
  static const char *const literals[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (literals); i++)
    {
      gsize length = strlen (literals[i]);

      if ((gsize) (end - *place) >= length && memcmp (*place, literals[i], length) == 0)
        {
          *place += length;
          return *place < end && g_ascii_isalnum (**place) ? GALLEY_JSON_FAULT_VALUE
                                                           : GALLEY_JSON_FAULT_NONE;
        }
    }

  return GALLEY_JSON_FAULT_VALUE;
}
