/* galley-row-line.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-row-line.h"

#include <string.h>

#include <pango/pango.h>

#define FIRST_STRONG_ISOLATE    "\u2068"
#define POP_DIRECTIONAL_ISOLATE "\u2069"
#define ELLIPSIS                "…"

static gboolean
is_direction_control (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* One line: white space runs become one space, what would disturb its surroundings goes. */
static GString *
flatten (const char *text, gsize n_chars)
{
  GString *line = g_string_new (NULL);
  gboolean space = FALSE;

  for (; *text != '\0' && n_chars > 0; text = g_utf8_next_char (text), n_chars--)
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_isspace (c) || c == 0x2028 || c == 0x2029)
        {
          space = line->len > 0;
          continue;
        }
      if (is_direction_control (c) || g_unichar_iscntrl (c))
        continue;
      if (space)
        g_string_append_c (line, ' ');
      space = FALSE;
      g_string_append_unichar (line, c);
    }

  return line;
}

/* The byte at which @line is cut so that at most @n_graphemes remain, or its length. */
static gsize
find_cut (GString *line, guint n_graphemes)
{
  glong n_chars = g_utf8_strlen (line->str, (gssize) line->len);
  g_autofree PangoLogAttr *attrs = NULL;
  const char *p = line->str;
  const char *last_space = NULL;
  guint n_seen = 0;

  /* There are never more graphemes than code points, and looking for them takes its time. */
  if ((gsize) n_chars <= n_graphemes)
    return line->len;

  attrs = g_new0 (PangoLogAttr, n_chars + 1);
  pango_get_log_attrs (line->str, (int) line->len, -1, NULL, attrs, (int) n_chars + 1);
  for (glong i = 0; i < n_chars; i++, p = g_utf8_next_char (p))
    {
      if (attrs[i].is_cursor_position && n_seen++ == n_graphemes)
        break;
      if (*p == ' ')
        last_space = p;
    }
  if (*p == '\0')
    return line->len;
  /* Rather between words, unless that would cost a third of the line. */
  if (last_space != NULL && (last_space - line->str) * 3 > (p - line->str) * 2)
    p = last_space;

  return (gsize) (p - line->str);
}

/* An ellipsis takes the place of another one, as between the parts of a split quote. */
static void
append_ellipsis (GString *line)
{
  while (line->len > 0
         && (g_str_has_suffix (line->str, " ") || g_str_has_suffix (line->str, ELLIPSIS)))
    g_string_truncate (line, (gsize) (g_utf8_prev_char (line->str + line->len) - line->str));
  g_string_append (line, ELLIPSIS);
}

/**
 * galley_row_line_shorten:
 * @text: UTF-8 of any length
 * @n_graphemes: how many characters, as people count them, may remain
 *
 * Makes one line of @text: white space is joined, direction controls and control characters are
 * dropped, and what does not fit is replaced by an ellipsis, never within a character.
 *
 * Returns: (transfer full): the line, not isolated
 */
char *
galley_row_line_shorten (const char *text, guint n_graphemes)
{
  gsize max_chars = (gsize) n_graphemes * GALLEY_ROW_LINE_MAX_CLUSTER;
  GString *line = flatten (text, max_chars);
  gboolean cut_short = *text != '\0' && (gsize) g_utf8_strlen (text, -1) > max_chars;
  gsize cut = find_cut (line, n_graphemes);

  if (cut < line->len || cut_short)
    {
      g_string_truncate (line, cut);
      append_ellipsis (line);
    }

  return g_string_free (line, FALSE);
}

/**
 * galley_row_line_isolate:
 *
 * Returns: (transfer full): @text between FSI and PDI, without direction controls of its own
 */
char *
galley_row_line_isolate (const char *text)
{
  GString *line = flatten (text, G_MAXSIZE);

  if (line->len > 0)
    {
      g_string_prepend (line, FIRST_STRONG_ISOLATE);
      g_string_append (line, POP_DIRECTIONAL_ISOLATE);
    }

  return g_string_free (line, FALSE);
}

/**
 * galley_row_line_isolate_short:
 *
 * Returns: (transfer full): both of the above
 */
char *
galley_row_line_isolate_short (const char *text, guint n_graphemes)
{
  g_autofree char *line = galley_row_line_shorten (text, n_graphemes);

  return galley_row_line_isolate (line);
}
