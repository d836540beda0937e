/* galley-text.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-text.h"

#include "language/galley-text-private.h"

#include <string.h>

#define BYTES_PER_TOKEN    5
#define BYTES_PER_SENTENCE 120

/**
 * galley_text_new:
 * @text: valid UTF-8 without NUL, whose lines end in LF; borrowed, must outlive the result
 * @length: bytes of @text
 *
 * Takes @text apart in time linear in @length. Any valid UTF-8 will do.
 *
 * Returns: (transfer full): tokens, sentences, paragraphs and quotation marks; parts of speech come
 *   with galley_text_tag()
 */
GalleyText *
galley_text_new (const char *text, gsize length)
{
  GalleyText *self;

  g_return_val_if_fail (text != NULL && length < G_MAXUINT32, NULL);

  self = g_new0 (GalleyText, 1);
  self->text = text;
  self->length = length;
  self->tokens = g_array_sized_new (FALSE,
                                    FALSE,
                                    sizeof (GalleyToken),
                                    (guint) (length / BYTES_PER_TOKEN + 1));
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (GalleyTokenRun));
  self->sentences = g_array_sized_new (FALSE,
                                       FALSE,
                                       sizeof (GalleyTokenRun),
                                       (guint) (length / BYTES_PER_SENTENCE + 1));
  self->quotations = g_array_new (FALSE, FALSE, sizeof (GalleyQuotation));

  _galley_text_find_tokens (self);
  _galley_text_find_quotations (self);
  _galley_text_find_sentences (self);

  return self;
}

void
galley_text_free (GalleyText *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->tokens);
  g_array_unref (self->paragraphs);
  g_array_unref (self->sentences);
  g_array_unref (self->quotations);
  g_free (self);
}

static inline gunichar
fold (gunichar character)
{
  if (character == RIGHT_SINGLE)
    return '\'';
  if (character < 0x80)
    return (gunichar) g_ascii_tolower ((char) character);

  return g_unichar_tolower (character);
}

/**
 * galley_text_token_is:
 * @literal: what to compare with, byte for byte
 *
 * Returns: %TRUE if the token is exactly @literal
 */
gboolean
galley_text_token_is (const GalleyText *self, guint position, const char *literal)
{
  const GalleyToken *token = galley_text_token (self, position);
  const char *text = self->text + token->start;
  gsize length = token->end - token->start;

  for (gsize i = 0; i < length; i++)
    {
      if (literal[i] == '\0' || literal[i] != text[i])
        return FALSE;
    }

  return literal[length] == '\0';
}

/**
 * galley_text_token_equals:
 * @position: a token
 * @word: what to compare with, in lower case and with straight apostrophes
 *
 * Compares without regard to capitals, the form of apostrophes and soft hyphens, and without
 * allocating.
 *
 * Returns: %TRUE if they are the same word
 */
gboolean
galley_text_token_equals (const GalleyText *self, guint position, const char *word)
{
  const GalleyToken *token = galley_text_token (self, position);
  const char *end = self->text + token->end;

  for (const char *p = self->text + token->start; p < end; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (_galley_is_invisible (character))
        continue;
      if (*word == '\0' || fold (character) != g_utf8_get_char (word))
        return FALSE;
      word = g_utf8_next_char (word);
    }

  return *word == '\0';
}

/**
 * galley_text_token_is_any:
 * @words: (array zero-terminated=1): as galley_text_token_equals() takes them
 *
 * Returns: %TRUE if the token is one of @words
 */
gboolean
galley_text_token_is_any (const GalleyText *self, guint position, const char *const *words)
{
  for (; *words != NULL; words++)
    {
      if (galley_text_token_equals (self, position, *words))
        return TRUE;
    }

  return FALSE;
}

/**
 * galley_text_copy_folded:
 * @position: a token
 * @buffer: (out caller-allocates): where the word goes, ended by NUL
 * @size: bytes of @buffer, at least 1; what does not fit is left out, by whole characters
 *
 * Copies a token in lower case, with straight apostrophes and without soft hyphens: the form in
 * which words are looked up.
 *
 * Returns: the bytes written, NUL not counted
 */
gsize
galley_text_copy_folded (const GalleyText *self, guint position, char *buffer, gsize size)
{
  const GalleyToken *token = galley_text_token (self, position);
  const char *end = self->text + token->end;
  gsize length = 0;

  for (const char *p = self->text + token->start; p < end; p = g_utf8_next_char (p))
    {
      gunichar character = fold (g_utf8_get_char (p));
      char bytes[6];
      gsize n_bytes;

      if (_galley_is_invisible (character))
        continue;
      n_bytes = (gsize) g_unichar_to_utf8 (character, bytes);
      if (length + n_bytes >= size)
        break;
      memcpy (buffer + length, bytes, n_bytes);
      length += n_bytes;
    }
  buffer[length] = '\0';

  return length;
}

/**
 * galley_text_dup_folded:
 *
 * Returns: (transfer full): the token as galley_text_copy_folded() writes it, whatever its length
 */
char *
galley_text_dup_folded (const GalleyText *self, guint position)
{
  const GalleyToken *token = galley_text_token (self, position);
  gsize size = (gsize) (token->end - token->start) * 3 + 1; /* lower case may need more bytes */
  char *word = g_malloc (size);

  galley_text_copy_folded (self, position, word, size);

  return word;
}

/**
 * galley_text_first_token_at_byte:
 * @byte: an offset into the text in bytes
 *
 * Returns: the token that contains @byte, or else the first after it; the number of tokens where
 *   there is none
 */
guint
galley_text_first_token_at_byte (const GalleyText *self, gsize byte)
{
  guint low = 0, high = self->tokens->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (galley_text_token (self, middle)->end <= byte)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * galley_text_get_bytes:
 * @first_token: the first token of a stretch
 * @end_token: one past its last token
 * @length: (out): its bytes
 *
 * Returns: (transfer none): where the stretch begins; not ended by NUL. An empty stretch has no
 *   bytes
 */
const char *
galley_text_get_bytes (const GalleyText *self, guint first_token, guint end_token, gsize *length)
{
  guint32 start;

  *length = 0;
  if (first_token >= end_token)
    return self->text;

  start = galley_text_token (self, first_token)->start;
  *length = galley_text_token (self, end_token - 1)->end - start;

  return self->text + start;
}
