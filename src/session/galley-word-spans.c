/* galley-word-spans.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session/galley-word-spans.h"

#include "language/galley-text.h"

/* A stretch of an article taken apart into tokens. */
typedef struct
{
  const GalleyOffsets *offsets;
  gsize first_byte;
  GalleyText *text;
} Slice;

static void
slice_init (Slice *self, GalleyArticle *article, guint start, guint end)
{
  gsize length;
  const char *slice = galley_article_peek_slice (article, start, end, &length);

  self->offsets = galley_article_get_offsets (article);
  self->first_byte = galley_offsets_to_byte (self->offsets, start);
  self->text = galley_text_new (slice, length);
}

static guint
to_char (const Slice *self, gsize byte)
{
  return galley_offsets_to_char (self->offsets, self->first_byte + byte);
}

static gunichar
character_of (const Slice *self, const GalleyToken *token)
{
  return g_utf8_get_char (self->text->text + token->start);
}

/* What people write without a space as a part of a word: $5, 3%, the workers’. */
static gboolean
clings (const Slice *self, const GalleyToken *token, gboolean before)
{
  gunichar c = character_of (self, token);

  if ((token->flags & (GALLEY_TOKEN_OPENS_QUOTE | GALLEY_TOKEN_CLOSES_QUOTE)) != 0)
    return FALSE;
  if (before)
    return g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;

  return c == '%' || c == 0x2030 || c == '\'' || c == 0x2019
         || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

static gboolean
is_word (const GalleyToken *token)
{
  return (token->flags & GALLEY_TOKEN_WORD) != 0;
}

/* Whether the token at @position goes on where the one before it is: a word in two tokens (“did”
 * and “n’t”), or a sign that clings to one. */
static gboolean
continues_word (const Slice *self, guint position)
{
  const GalleyToken *token = galley_text_token (self->text, position);
  const GalleyToken *before;

  if (position == 0 || (token->flags & GALLEY_TOKEN_SPACE_BEFORE) != 0)
    return FALSE;
  before = galley_text_token (self->text, position - 1);
  if (before->end != token->start)
    return FALSE;
  if (is_word (token))
    return is_word (before) || clings (self, before, TRUE);

  return is_word (before) && clings (self, token, FALSE);
}

/**
 * galley_word_spans_find:
 * @start: first code point to look at
 * @end: one past the last one
 *
 * Tells the fronts, which know nothing of English, where its words are: with their hyphens,
 * apostrophes and endings (“well-known”, “didn’t”, “mayor’s”), without the quotation marks and
 * the punctuation around them. A mark that is no word stands by itself.
 *
 * Returns: (transfer full) (element-type GalleySpan): in code points
 */
GArray *
galley_word_spans_find (GalleyArticle *article, guint start, guint end)
{
  GArray *words = galley_spans_new ();
  Slice slice;

  slice_init (&slice, article, start, end);
  for (guint i = 0; i < slice.text->tokens->len; i++)
    {
      const GalleyToken *token = galley_text_token (slice.text, i);
      GalleySpan span = { to_char (&slice, token->start), to_char (&slice, token->end) };

      if (continues_word (&slice, i))
        g_array_index (words, GalleySpan, words->len - 1).end = span.end;
      else
        g_array_append_val (words, span);
    }
  galley_text_free (slice.text);

  return words;
}

static gboolean
has_space_before (const Slice *self, guint position)
{
  return position >= self->text->tokens->len
         || (galley_text_token (self->text, position)->flags & GALLEY_TOKEN_SPACE_BEFORE) != 0;
}

static gboolean
starts_at (const Slice *self, guint position)
{
  const GalleyToken *token = galley_text_token (self->text, position);

  if (has_space_before (self, position) || (token->flags & GALLEY_TOKEN_OPENS_QUOTE) != 0)
    return TRUE;

  return is_word (token) && !continues_word (self, position);
}

static gboolean
ends_at (const Slice *self, guint position)
{
  const GalleyToken *token = galley_text_token (self->text, position);
  guint next = position + 1;

  if (has_space_before (self, next) || (token->flags & GALLEY_TOKEN_CLOSES_QUOTE) != 0)
    return TRUE;

  return (is_word (token) || continues_word (self, position)) && !continues_word (self, next);
}

/**
 * galley_word_spans_find_edges:
 * @start: first code point to look at
 * @end: one past the last one
 * @starts: whether to find where something may start, else where it may end
 *
 * Where the edge of a mark may come to rest: at a word, and with or without the quotation marks and
 * the punctuation that stand by it.
 *
 * Returns: (transfer full) (element-type guint): code points, sorted
 */
GArray *
galley_word_spans_find_edges (GalleyArticle *article, guint start, guint end, gboolean starts)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (guint));
  Slice slice;

  slice_init (&slice, article, start, end);
  for (guint i = 0; i < slice.text->tokens->len; i++)
    {
      const GalleyToken *token = galley_text_token (slice.text, i);
      guint edge;

      if (!(starts ? starts_at (&slice, i) : ends_at (&slice, i)))
        continue;
      edge = to_char (&slice, starts ? token->start : token->end);
      g_array_append_val (edges, edge);
    }
  galley_text_free (slice.text);

  return edges;
}
