/* galley-json-emitter.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/galley-json-emitter.h"

#include <string.h>

#include "base/galley-limits.h"

/* Comma, line break and indentation before a value or a name. */
static void
separate (GalleyJsonEmitter *self)
{
  if (self->named)
    {
      self->named = FALSE;
      return;
    }

  if (!self->empty)
    g_string_append_c (self->out, ',');
  if (!self->compact && self->depth > 0)
    {
      if (self->inline_depth == 0)
        g_string_append_printf (self->out, "\n%*s", (int) self->depth * 2, "");
      else if (!self->empty)
        g_string_append_c (self->out, ' ');
    }
  self->empty = FALSE;
}

/**
 * galley_json_emit_open:
 * @bracket: `{` or `[`
 * @on_one_line: whether the container and all in it stand on one line
 */
void
galley_json_emit_open (GalleyJsonEmitter *self, char bracket, gboolean on_one_line)
{
  if (self->depth == 0)
    self->empty = TRUE;
  separate (self);
  g_string_append_c (self->out, bracket);
  self->depth++;
  if (on_one_line || self->inline_depth > 0)
    self->inline_depth++;
  self->empty = TRUE;
}

/**
 * galley_json_emit_close:
 * @bracket: `}` or `]`
 */
void
galley_json_emit_close (GalleyJsonEmitter *self, char bracket)
{
  gboolean on_one_line = self->inline_depth > 0;

  self->depth--;
  if (on_one_line)
    self->inline_depth--;
  if (!self->empty && !on_one_line && !self->compact)
    g_string_append_printf (self->out, "\n%*s", (int) self->depth * 2, "");
  g_string_append_c (self->out, bracket);
  self->empty = FALSE;
}

static void
append_escaped (GString *out, guchar c)
{
  static const char shorts[] = "\b\f\n\r\t\"\\", names[] = "bfnrt\"\\";
  const char *found = strchr (shorts, c);

  g_string_append_c (out, '\\');
  if (found != NULL)
    g_string_append_c (out, names[found - shorts]);
  else
    g_string_append_printf (out, "u%04x", c);
}

/* U+2028 and U+2029 end a line for JavaScript and for some readers of JSON Lines. */
static gboolean
is_line_separator (const char *p, const char *end)
{
  return end - p >= 3 && p[0] == '\xe2' && p[1] == '\x80' && (p[2] == '\xa8' || p[2] == '\xa9');
}

static void
append_string (GString *out, const char *string, gsize length)
{
  const char *end = string + length, *first = string;

  g_string_append_c (out, '"');
  for (const char *p = string; p < end; p++)
    {
      guchar c = (guchar) *p;
      gboolean separator = is_line_separator (p, end);

      if (c >= 0x20 && c != '"' && c != '\\' && !separator)
        continue;

      g_string_append_len (out, first, p - first);
      if (separator)
        {
          g_string_append (out, p[2] == '\xa8' ? "\\u2028" : "\\u2029");
          p += 2;
        }
      else
        {
          append_escaped (out, c);
        }
      first = p + 1;
    }
  g_string_append_len (out, first, end - first);
  g_string_append_c (out, '"');
}

void
galley_json_emit_name (GalleyJsonEmitter *self, const char *name)
{
  separate (self);
  append_string (self->out, name, strlen (name));
  g_string_append (self->out, self->compact ? ":" : ": ");
  self->named = TRUE;
}

/**
 * galley_json_emit_string:
 * @string: (array length=length): valid UTF-8 without NUL
 * @length: bytes
 */
void
galley_json_emit_string (GalleyJsonEmitter *self, const char *string, gsize length)
{
  separate (self);
  append_string (self->out, string, length);
}

void
galley_json_emit_uint (GalleyJsonEmitter *self, guint number)
{
  separate (self);
  g_string_append_printf (self->out, "%u", number);
}

/**
 * galley_json_emit_fraction:
 * @number: written with at most three decimals, so that what another machine computes a little
 *   differently gives the same file
 */
void
galley_json_emit_fraction (GalleyJsonEmitter *self, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  separate (self);
  g_ascii_formatd (text, sizeof text, "%.3f", number);
  length = strlen (text);
  while (text[length - 1] == '0')
    length--;
  if (text[length - 1] == '.')
    length--;
  g_string_append_len (self->out, text, (gssize) length);
}

/**
 * galley_json_emit_slice:
 *
 * Writes a value of another file as it came, without the space in it.
 */
void
galley_json_emit_slice (GalleyJsonEmitter *self, const GalleyJsonSlice *value)
{
  separate (self);
  galley_json_slice_append_compact (value, self->out);
}

/**
 * galley_json_emit_short:
 * @string: valid UTF-8
 *
 * Writes a string of which no more is written than %GALLEY_LIMIT_STRING: a file with a longer one
 * could not be read again.
 */
void
galley_json_emit_short (GalleyJsonEmitter *self, const char *string)
{
  gsize length = strlen (string);

  if (length > GALLEY_LIMIT_STRING)
    {
      const char *cut = string + GALLEY_LIMIT_STRING;

      while (((guchar) *cut & 0xc0) == 0x80)
        cut--;
      length = (gsize) (cut - string);
    }
  galley_json_emit_string (self, string, length);
}

/**
 * galley_json_emit_string_member:
 * @value: (nullable): %NULL writes nothing; cut as by galley_json_emit_short()
 */
void
galley_json_emit_string_member (GalleyJsonEmitter *self, const char *name, const char *value)
{
  if (value == NULL)
    return;

  galley_json_emit_name (self, name);
  galley_json_emit_short (self, value);
}

void
galley_json_emit_uint_member (GalleyJsonEmitter *self, const char *name, guint value)
{
  galley_json_emit_name (self, name);
  galley_json_emit_uint (self, value);
}
