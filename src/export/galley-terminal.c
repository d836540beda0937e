/* galley-terminal.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/galley-terminal-private.h"

#include <string.h>

/* Only the sixteen colours that every terminal theme keeps legible on its own background. */
static const char *const sequences[] = {
  [GALLEY_STYLE_PLAIN] = "\033[0m",      [GALLEY_STYLE_HEADING] = "\033[0;1m",
  [GALLEY_STYLE_QUIET] = "\033[0;2m",    [GALLEY_STYLE_SOURCE] = "\033[0;1;36m",
  [GALLEY_STYLE_CUE] = "\033[0;36m",     [GALLEY_STYLE_QUOTE] = "\033[0;32m",
  [GALLEY_STYLE_OPINION] = "\033[0;35m", [GALLEY_STYLE_NOTE] = "\033[0;33m",
};

static gboolean
is_bidi_control (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/**
 * _galley_char_safe:
 * @c: a character of an article, a name or a note
 *
 * A terminal obeys control characters: one article could clear the screen, rename the window or
 * type commands. They are shown as their pictures. Bidirectional overrides would go on to the lines
 * after it.
 *
 * Returns: what may be written in its place
 */
gunichar
_galley_char_safe (gunichar c)
{
  if ((c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029)
    return ' ';
  if (c < 0x20)
    return 0x2400 + c;
  if (c == 0x7f)
    return 0x2421;
  if ((c > 0x7f && c < 0xa0) || is_bidi_control (c))
    return 0xfffd;

  return c;
}

/**
 * _galley_char_width:
 * @c: a safe character
 *
 * Returns: how many columns it takes: 0 for what combines with the character before it, 2 for wide
 *   ones, else 1
 */
guint
_galley_char_width (gunichar c)
{
  if (c < 0x300)
    return 1;
  if (g_unichar_iszerowidth (c))
    return 0;

  return g_unichar_iswide (c) ? 2 : 1;
}

/* Lines may break at spaces, and beside wide characters, which are written without them. */
static gboolean
may_break_at (gunichar before, gunichar after)
{
  return before != 0 && _galley_char_width (after) > 0
         && (g_unichar_iswide (before) || g_unichar_iswide (after));
}

static void
skip_spaces (GalleyLine *line, const char *end)
{
  while (line->next < end && _galley_char_safe (g_utf8_get_char (line->next)) == ' ')
    {
      line->next = g_utf8_next_char (line->next);
      line->n_skipped++;
    }
}

/**
 * _galley_line_break:
 * @text: where the line begins
 * @end: one past the paragraph's last byte
 * @width: columns, at least 2
 *
 * Returns: as much as fits into @width; a word that is longer is cut, never inside a character with
 *   its combining marks
 */
GalleyLine
_galley_line_break (const char *text, const char *end, guint width)
{
  GalleyLine line = { text, end, end, 0, 0 }, candidate = { NULL };
  gunichar before = 0;
  guint column = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = _galley_char_safe (g_utf8_get_char (p));
      guint taken = _galley_char_width (c);

      if (c == ' ' && before != ' ')
        candidate = (GalleyLine){ text, p, p, line.n_chars, 0 };
      else if (c != ' ' && before != ' ' && may_break_at (before, c))
        candidate = (GalleyLine){ text, p, p, line.n_chars, 0 };

      if (c != ' ' && column + taken > width && column > 0)
        {
          if (candidate.start == NULL)
            candidate = (GalleyLine){ text, p, p, line.n_chars, 0 };
          skip_spaces (&candidate, end);
          return candidate;
        }

      before = c;
      column += taken;
      line.n_chars++;
    }

  if (before == ' ' && candidate.start != NULL)
    {
      candidate.n_skipped = line.n_chars - candidate.n_chars;
      candidate.next = end;
      return candidate;
    }

  return line;
}

void
_galley_terminal_style (GalleyTerminal *self, GalleyStyle style)
{
  if (self->colour)
    g_string_append (self->out, sequences[style]);
}

/**
 * _galley_terminal_append:
 * @length: of @text in bytes
 *
 * Appends @text as it may be shown, without wrapping it.
 */
void
_galley_terminal_append (GalleyTerminal *self, const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    g_string_append_unichar (self->out, _galley_char_safe (g_utf8_get_char (p)));
}

static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += _galley_char_width (_galley_char_safe (g_utf8_get_char (p)));

  return width;
}

static void
append_margin (GalleyTerminal *self, guint width)
{
  for (guint i = 0; i < width; i++)
    g_string_append_c (self->out, ' ');
}

/**
 * _galley_terminal_wrap:
 * @style: of the label, or of the text where there is no label
 * @indent: columns left free on the left
 * @label: (nullable): stands before the text, whose lines all begin behind it
 * @text: one paragraph; line breaks in it count as spaces
 *
 * Appends a wrapped paragraph and a line break.
 */
void
_galley_terminal_wrap (
    GalleyTerminal *self, GalleyStyle style, guint indent, const char *label, const char *text)
{
  const char *end = text + strlen (text);
  guint hang = indent + (label != NULL ? measure (label) + 1 : 0);
  guint room = self->width > hang + 20 ? self->width - hang : 20;

  append_margin (self, indent);
  _galley_terminal_style (self, style);
  if (label != NULL)
    {
      _galley_terminal_append (self, label, strlen (label));
      _galley_terminal_style (self, GALLEY_STYLE_PLAIN);
      g_string_append_c (self->out, ' ');
    }

  do
    {
      GalleyLine line = _galley_line_break (text, end, room);

      _galley_terminal_append (self, line.start, (gsize) (line.end - line.start));
      text = line.next;
      if (text < end)
        {
          g_string_append_c (self->out, '\n');
          append_margin (self, hang);
        }
    }
  while (text < end);

  if (label == NULL)
    _galley_terminal_style (self, GALLEY_STYLE_PLAIN);
  g_string_append_c (self->out, '\n');
}
