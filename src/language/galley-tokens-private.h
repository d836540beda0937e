/* galley-tokens-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/galley-text-private.h"

G_BEGIN_DECLS

/* Where the tokeniser stands in the text. */
typedef struct
{
  GalleyText *self;
  const char *end;
  guint32 paragraph;
  gboolean space_before;
  gboolean paragraph_start;
} GalleyScanner;

static inline gboolean
is_word_char (gunichar character)
{
  if (character < 0x80)
    return g_ascii_isalnum ((char) character) || character == '_';

  return g_unichar_isalnum (character) || g_unichar_ismark (character)
         || _galley_is_invisible (character);
}

/* The character at @p, or 0 at the end. */
static inline gunichar
peek (const GalleyScanner *scanner, const char *p)
{
  return p < scanner->end ? g_utf8_get_char (p) : 0;
}

static inline gboolean
is_apostrophe (gunichar character)
{
  return character == '\'' || character == RIGHT_SINGLE;
}

static inline gboolean
word_at (const GalleyScanner *scanner, const char *p)
{
  return p < scanner->end && is_word_char (g_utf8_get_char (p));
}

static inline gboolean
digit_at (const GalleyScanner *scanner, const char *p)
{
  return p < scanner->end && g_ascii_isdigit (*p);
}

/* What begins at @p, in bytes; 0 where nothing of the sort does. */
gsize _galley_clitic_length (const GalleyScanner *scanner, const char *p);
gsize _galley_negation_length (const GalleyScanner *scanner, const char *p);
gsize _galley_elision_length (const GalleyScanner *scanner, const char *p);

const char *_galley_scan_word (const GalleyScanner *scanner, const char *start);

G_END_DECLS
