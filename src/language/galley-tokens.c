/* galley-tokens.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-tokens-private.h"

#define ZERO_WIDTH_SPACE 0x200b
#define WORD_JOINER      0x2060
#define BYTE_ORDER_MARK  0xfeff
#define FIRST_REGIONAL   0x1f1e6
#define LAST_REGIONAL    0x1f1ff
#define FIRST_SKIN_TONE  0x1f3fb
#define LAST_SKIN_TONE   0x1f3ff
#define FIRST_TAG        0xe0020
#define LAST_TAG         0xe007f

/**
 * galley_text_is_blank:
 * @character: a code point
 *
 * What separates tokens and belongs to none: white space, and the invisible characters that web
 * pages leave between words (zero-width space, byte order mark, marks of direction).
 *
 * Returns: %TRUE for such a character
 */
gboolean
galley_text_is_blank (gunichar character)
{
  if (character < 0x80)
    return character == ' ' || (character >= '\t' && character <= '\r');
  if (character == ZERO_WIDTH_SPACE || character == BYTE_ORDER_MARK || character == WORD_JOINER)
    return TRUE;
  if (character == 0x200e || character == 0x200f || (character >= 0x202a && character <= 0x202e)
      || (character >= 0x2066 && character <= 0x2069))
    return TRUE;

  return character == 0x85 || g_unichar_isspace (character);
}

/* What belongs to the symbol before it: combining marks, skin tones, joined emoji. */
static const char *
skip_modifiers (const GalleyScanner *scanner, gunichar symbol, const char *p)
{
  if (symbol >= FIRST_REGIONAL && symbol <= LAST_REGIONAL)
    {
      gunichar next = peek (scanner, p);

      if (next >= FIRST_REGIONAL && next <= LAST_REGIONAL)
        p = g_utf8_next_char (p);
    }

  while (p < scanner->end)
    {
      gunichar character = g_utf8_get_char (p);

      if (character < 0x80)
        break;
      if (character == JOINER)
        {
          p = g_utf8_next_char (p);
          if (p < scanner->end && !galley_text_is_blank (g_utf8_get_char (p)))
            p = g_utf8_next_char (p);
        }
      else if (g_unichar_ismark (character)
               || (character >= FIRST_SKIN_TONE && character <= LAST_SKIN_TONE)
               || (character >= FIRST_TAG && character <= LAST_TAG))
        p = g_utf8_next_char (p);
      else
        break;
    }

  return p;
}

static const char *
skip_repeated (const GalleyScanner *scanner, const char *p, char character)
{
  while (p < scanner->end && *p == character)
    p++;

  return p;
}

static const char *
scan_symbol (const GalleyScanner *scanner, const char *start)
{
  gunichar symbol = g_utf8_get_char (start);
  const char *next = g_utf8_next_char (start);

  if ((symbol == '@' || symbol == '#') && word_at (scanner, next)
      && !(symbol == '#' && g_ascii_isdigit (*next)))
    {
      while (word_at (scanner, next))
        next = g_utf8_next_char (next);
      return next;
    }
  if (symbol == '.' || symbol == '-')
    return skip_repeated (scanner, next, (char) symbol);
  if ((symbol == '\'' || symbol == '`') && next < scanner->end && *next == (char) symbol)
    return next + 1;

  return skip_modifiers (scanner, symbol, next);
}

static const char *
scan_token (const GalleyScanner *scanner, const char *start)
{
  gunichar first = g_utf8_get_char (start);
  gsize length;

  if (is_apostrophe (first) || first == LEFT_SINGLE)
    {
      length = scanner->space_before ? 0 : _galley_clitic_length (scanner, start);
      if (length > 0)
        return start + length;
      length = _galley_elision_length (scanner, start);
      if (length > 0)
        return start + length;
    }
  if (!is_word_char (first))
    return scan_symbol (scanner, start);

  length = scanner->space_before ? 0 : _galley_negation_length (scanner, start);
  if (length > 0)
    return start + length;

  return _galley_scan_word (scanner, start);
}

static guint16
describe (const char *p, const char *end)
{
  guint n_letters = 0, n_capitals = 0;
  gunichar first = g_utf8_get_char (p);
  gboolean word = FALSE;
  guint16 flags = 0;

  if (g_unichar_isupper (first) || g_unichar_istitle (first))
    flags |= GALLEY_TOKEN_CAPITAL;
  if (g_unichar_isdigit (first))
    flags |= GALLEY_TOKEN_NUMBER;
  for (; p < end; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (g_unichar_isalpha (character))
        {
          n_letters++;
          n_capitals += g_unichar_isupper (character);
          word = TRUE;
        }
      else
        word |= g_unichar_isalnum (character);
    }
  if (word)
    flags |= GALLEY_TOKEN_WORD;
  if (n_letters >= 2 && n_letters == n_capitals)
    flags |= GALLEY_TOKEN_ALL_CAPS;

  return flags;
}

static void
add_token (GalleyScanner *scanner, const char *start, const char *end)
{
  GalleyText *self = scanner->self;
  GalleyToken token = {
    .start = (guint32) (start - self->text),
    .end = (guint32) (end - self->text),
    .paragraph = scanner->paragraph,
    .quotation = -1,
    .flags = describe (start, end),
  };

  if (scanner->space_before)
    token.flags |= GALLEY_TOKEN_SPACE_BEFORE;
  if (scanner->paragraph_start)
    token.flags |= GALLEY_TOKEN_PARAGRAPH_START;
  g_array_append_val (self->tokens, token);
  scanner->space_before = scanner->paragraph_start = FALSE;
}

static void
end_paragraph (GalleyScanner *scanner, guint first_token)
{
  GalleyText *self = scanner->self;
  GalleyTokenRun run = { first_token, self->tokens->len };

  if (run.first_token < run.end_token)
    {
      g_array_append_val (self->paragraphs, run);
      scanner->paragraph++;
    }
  scanner->space_before = scanner->paragraph_start = TRUE;
}

/**
 * _galley_text_find_tokens:
 *
 * Fills the tokens and paragraphs of @self: one pass, look-ahead bounded by a constant.
 */
void
_galley_text_find_tokens (GalleyText *self)
{
  GalleyScanner scanner = { self, self->text + self->length, 0, TRUE, TRUE };
  const char *p = self->text;
  guint first_token = 0;

  while (p < scanner.end)
    {
      gunichar character = g_utf8_get_char (p);

      if (character == '\n')
        {
          end_paragraph (&scanner, first_token);
          first_token = self->tokens->len;
          p++;
        }
      else if (galley_text_is_blank (character))
        {
          scanner.space_before = TRUE;
          p = g_utf8_next_char (p);
        }
      else
        {
          const char *end = scan_token (&scanner, p);

          add_token (&scanner, p, end);
          p = end;
        }
    }
  end_paragraph (&scanner, first_token);
}
