/* galley-encoding.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/galley-encoding.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/galley-error.h"

#define REPLACEMENT "\xef\xbf\xbd"
#define CHUNK       65536

/* How many bytes of a broken UTF-8 sequence one U+FFFD stands for: as many as could have begun a
 * character, as the Unicode standard recommends (3.9, "maximal subpart"). */
static gsize
broken_length (const char *data, gsize length)
{
  guchar lead = (guchar) data[0];
  guchar low = 0x80, high = 0xbf;
  gsize wanted = lead >= 0xc2 && lead <= 0xdf   ? 2
                 : lead >= 0xe0 && lead <= 0xef ? 3
                 : lead >= 0xf0 && lead <= 0xf4 ? 4
                                                : 1;
  gsize found = 1;

  if (lead == 0xe0)
    low = 0xa0;
  else if (lead == 0xed)
    high = 0x9f;
  else if (lead == 0xf0)
    low = 0x90;
  else if (lead == 0xf4)
    high = 0x8f;

  while (found < wanted && found < length && (guchar) data[found] >= low
         && (guchar) data[found] <= high)
    {
      low = 0x80;
      high = 0xbf;
      found++;
    }

  return found;
}

static gboolean
check_limit (const GString *text, gsize limit, GError **error)
{
  if (text->len <= limit)
    return TRUE;

  g_set_error (error,
               GALLEY_ERROR,
               GALLEY_ERROR_LIMIT,
               _ ("The text is longer than %" G_GSIZE_FORMAT " MiB."),
               limit / 1024 / 1024);

  return FALSE;
}

static GString *
decode_utf8 (const char *data, gsize length, gsize limit, guint *n_replaced, GError **error)
{
  g_autoptr (GString) text = g_string_sized_new (MIN (length, limit) + 1);
  const char *end = data + length;

  while (data < end)
    {
      const char *invalid;
      gboolean valid = g_utf8_validate_len (data, (gsize) (end - data), &invalid);

      g_string_append_len (text, data, invalid - data);
      data = invalid;
      if (!valid && *data == '\0')
        {
          /* Sound UTF-8 all the same; what to make of it is for the caller. */
          g_string_append_c (text, *data++);
        }
      else if (!valid)
        {
          g_string_append (text, REPLACEMENT);
          (*n_replaced)++;
          data += broken_length (data, (gsize) (end - data));
        }
      if (!check_limit (text, limit, error))
        return NULL;
    }

  return g_steal_pointer (&text);
}

static gsize
unit_of (const char *charset)
{
  if (g_ascii_strncasecmp (charset, "UTF-16", 6) == 0)
    return 2;

  return g_ascii_strncasecmp (charset, "UTF-32", 6) == 0 ? 4 : 1;
}

static GString *
decode_with (GIConv converter,
             const char *data,
             gsize length,
             gsize unit,
             gsize limit,
             guint *n_replaced,
             GError **error)
{
  g_autoptr (GString) text = g_string_sized_new (MIN (length, limit) + 1);
  g_autofree char *buffer = g_malloc (CHUNK);
  char *in = (char *) data;
  gboolean flushed = FALSE;

  while (!flushed)
    {
      char *out = buffer;
      gsize room = CHUNK;
      gsize result;
      int problem;

      flushed = length == 0;
      result = flushed ? g_iconv (converter, NULL, NULL, &out, &room)
                       : g_iconv (converter, &in, &length, &out, &room);
      problem = errno;
      g_string_append_len (text, buffer, out - buffer);
      if (result == (gsize) -1 && problem != E2BIG)
        {
          gsize skipped = MIN (unit, length);

          g_string_append (text, REPLACEMENT);
          (*n_replaced)++;
          in += skipped;
          length -= skipped;
        }
      if (!check_limit (text, limit, error))
        return NULL;
    }

  return g_steal_pointer (&text);
}

/**
 * galley_encoding_decode:
 * @data: (array length=length): bytes
 * @charset: a name that iconv knows
 * @limit: how many bytes the result may have
 * @n_replaced: (inout): grows by one for each place that became U+FFFD
 * @error: %GALLEY_ERROR_UNSUPPORTED where the system does not know @charset,
 *   %GALLEY_ERROR_LIMIT where the result is too long
 *
 * Returns: (transfer full) (nullable): valid UTF-8, which may hold NULs and begin with U+FEFF
 */
GString *
galley_encoding_decode (const char *data,
                        gsize length,
                        const char *charset,
                        gsize limit,
                        guint *n_replaced,
                        GError **error)
{
  GIConv converter;
  GString *text;

  if (g_ascii_strcasecmp (charset, "UTF-8") == 0)
    return decode_utf8 (data, length, limit, n_replaced, error);

  converter = g_iconv_open ("UTF-8", charset);
  if (converter == (GIConv) -1)
    {
      g_set_error (error,
                   GALLEY_ERROR,
                   GALLEY_ERROR_UNSUPPORTED,
                   _ ("There is no encoding “%s” on this system."),
                   charset);
      return NULL;
    }

  text = decode_with (converter, data, length, unit_of (charset), limit, n_replaced, error);
  g_iconv_close (converter);

  return text;
}
