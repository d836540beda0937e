/* galley-terminal-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How something looks where colours may be used; the form (marks, labels) says the same without. */
typedef enum
{
  GALLEY_STYLE_PLAIN,
  GALLEY_STYLE_HEADING,
  GALLEY_STYLE_QUIET,
  GALLEY_STYLE_SOURCE,
  GALLEY_STYLE_CUE,
  GALLEY_STYLE_QUOTE,
  GALLEY_STYLE_OPINION,
  GALLEY_STYLE_NOTE,
} GalleyStyle;

/**
 * GalleyTerminal:
 * @out: what has been written; borrowed
 * @width: columns
 * @colour: whether styles may be written
 *
 * Text for people on a terminal: wrapped by the width that characters have there, and without any
 * character that the terminal would obey.
 */
typedef struct
{
  GString *out;
  guint width;
  gboolean colour;
} GalleyTerminal;

/**
 * GalleyLine:
 * @start: first byte
 * @end: one past the last byte; white space at the line's end is left out
 * @next: where the next line begins
 * @n_chars: code points from @start to @end
 * @n_skipped: code points from @end to @next
 */
typedef struct
{
  const char *start;
  const char *end;
  const char *next;
  guint n_chars;
  guint n_skipped;
} GalleyLine;

gunichar _galley_char_safe (gunichar c);
guint _galley_char_width (gunichar c);
GalleyLine _galley_line_break (const char *text, const char *end, guint width);

void _galley_terminal_style (GalleyTerminal *self, GalleyStyle style);
void _galley_terminal_append (GalleyTerminal *self, const char *text, gsize length);
void _galley_terminal_wrap (
    GalleyTerminal *self, GalleyStyle style, guint indent, const char *label, const char *text);

G_END_DECLS
