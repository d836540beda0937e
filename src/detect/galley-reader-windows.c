/* galley-reader-windows.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reader-windows.h"

#include "detect/galley-quote-state.h"

/* Training cuts the same way (src/train/deep/corpus.py): what the network sees together is what it
 * has learnt to see together. */

/* Without the opening and the closing piece. */
#define MAX_PIECES (GALLEY_NETWORK_MAX_WINDOW - 2)

static void
enter_paragraph (GalleyWindows *self)
{
  GalleyTokenRun run = g_array_index (self->text->paragraphs, GalleyTokenRun, self->paragraph);

  self->next_token = run.first_token;
  self->next_byte = galley_text_token (self->text, run.first_token)->start;
  self->end_byte = galley_text_token (self->text, run.end_token - 1)->end;
}

/* From @paragraph on to one that is read. */
static void
find_paragraph (GalleyWindows *self, guint paragraph)
{
  const GArray *paragraphs = self->text->paragraphs;

  while (paragraph < paragraphs->len && self->wanted != NULL && !self->wanted[paragraph])
    paragraph++;
  self->paragraph = paragraph;
  if (paragraph < paragraphs->len)
    enter_paragraph (self);
}

/**
 * galley_windows_init:
 * @vocabulary: the network's
 * @wanted: (nullable): for each paragraph, whether it is read
 *
 * All arguments must outlive @self.
 */
void
galley_windows_init (GalleyWindows *self,
                     const GalleyWordPieces *vocabulary,
                     const GalleyText *text,
                     const gboolean *wanted)
{
  *self = (GalleyWindows){ .vocabulary = vocabulary, .text = text, .wanted = wanted };
  self->pieces = g_array_new (FALSE, FALSE, sizeof (GalleyPiece));
  self->tokens = g_array_new (FALSE, FALSE, sizeof (guint32));
  find_paragraph (self, 0);
}

void
galley_windows_clear (GalleyWindows *self)
{
  g_clear_pointer (&self->pieces, g_array_unref);
  g_clear_pointer (&self->tokens, g_array_unref);
}

static guint32
token_of (const GalleyWindows *self, guint piece)
{
  return g_array_index (self->tokens, guint32, piece);
}

static gboolean
is_cut (const GalleyWindows *self)
{
  return self->next_byte >= self->end_byte;
}

static guint
get_end_token (const GalleyWindows *self)
{
  return g_array_index (self->text->paragraphs, GalleyTokenRun, self->paragraph).end_token;
}

/* Finds the tokens of the pieces that have been cut last, and leaves out those that begin in a
 * token that a window ended with: of a word longer than a window its beginning will do. */
static void
name_tokens (GalleyWindows *self)
{
  guint n_named = self->tokens->len, n_kept = n_named;
  guint end = get_end_token (self);
  guint32 token = n_named > 0 ? token_of (self, n_named - 1) : MAX (self->next_token, 1) - 1;

  for (guint i = n_named; i < self->pieces->len; i++)
    {
      GalleyPiece piece = g_array_index (self->pieces, GalleyPiece, i);

      while (token + 1 < end && galley_text_token (self->text, token + 1)->start <= piece.start)
        token++;
      if (token < self->next_token)
        continue;
      g_array_index (self->pieces, GalleyPiece, n_kept++) = piece;
      g_array_append_val (self->tokens, token);
    }
  g_array_set_size (self->pieces, n_kept);
}

/* Cuts until more is there than fits into a window, or the paragraph ends. */
static void
fill (GalleyWindows *self)
{
  while (self->pieces->len <= MAX_PIECES && !is_cut (self))
    {
      self->next_byte = galley_word_pieces_cut (self->vocabulary,
                                                self->text->text,
                                                self->next_byte,
                                                self->end_byte,
                                                MAX_PIECES + 1,
                                                self->pieces);
      name_tokens (self);
    }
}

static gboolean
is_other_sentence (const GalleyText *text, guint32 one, guint32 other)
{
  return galley_text_token (text, one)->sentence != galley_text_token (text, other)->sentence;
}

/* Where to part a paragraph that is too long: at the last end of a sentence that fits, or of a
 * token; a token longer than a window is cut short. */
static guint
find_cut (const GalleyWindows *self)
{
  guint at_token = 0;

  for (guint n = MAX_PIECES; n > 0; n--)
    {
      guint32 before = token_of (self, n - 1), after = token_of (self, n);

      if (is_other_sentence (self->text, before, after))
        return n;
      if (at_token == 0 && before != after)
        at_token = n;
    }

  return at_token > 0 ? at_token : MAX_PIECES;
}

static void
add_piece (GalleyWindow *window, guint32 id, guint8 state, guint32 token)
{
  window->ids[window->n_pieces] = id;
  window->states[window->n_pieces] = state;
  window->tokens[window->n_pieces] = token;
  window->n_pieces++;
}

/* The tokens from the first in no window yet up to @end, whose pieces are the first @n ones and
 * stand in the window from @offset on. */
static void
add_words (const GalleyWindows *self, GalleyWindow *window, guint end, guint n, guint offset)
{
  guint next = 0;

  for (guint32 token = self->next_token; token < end; token++)
    {
      guint first = next;

      while (next < n && token_of (self, next) <= token)
        next++;
      if (next == 0 || window->n_words == GALLEY_WINDOW_MAX_WORDS)
        continue;
      window->words[window->n_words] = token;
      window->word_pieces[window->n_words] = offset + (first < next ? first : next - 1);
      window->n_words++;
    }
}

/* Moves the first @n pieces into the window. */
static void
take (GalleyWindows *self, GalleyWindow *window, guint n)
{
  guint offset = window->n_pieces;
  guint end = get_end_token (self);

  if (n < self->pieces->len)
    end = MAX (token_of (self, n), token_of (self, n - 1) + 1);
  for (guint i = 0; i < n; i++)
    add_piece (window,
               g_array_index (self->pieces, GalleyPiece, i).id,
               galley_quote_state_of (galley_text_token (self->text, token_of (self, i))),
               token_of (self, i));
  add_words (self, window, end, n, offset);
  self->next_token = end;
  while (n < self->tokens->len && token_of (self, n) < end)
    n++;
  g_array_remove_range (self->pieces, 0, n);
  g_array_remove_range (self->tokens, 0, n);
}

/**
 * galley_windows_next:
 * @window: (out caller-allocates): as many whole paragraphs as fit, those that are not wanted left
 *   out; of a paragraph that is too long by itself as many sentences as fit
 *
 * Returns: %FALSE where the text is at its end
 */
gboolean
galley_windows_next (GalleyWindows *self, GalleyWindow *window)
{
  const guint n_paragraphs = self->text->paragraphs->len;

  window->n_pieces = window->n_words = 0;
  add_piece (window, galley_word_pieces_get_opening (self->vocabulary), 0, 0);
  window->goes_on =
      self->paragraph < n_paragraphs
      && self->next_token
             > g_array_index (self->text->paragraphs, GalleyTokenRun, self->paragraph).first_token;
  while (self->paragraph < n_paragraphs)
    {
      gboolean whole;

      fill (self);
      whole = is_cut (self) && window->n_pieces - 1 + self->pieces->len <= MAX_PIECES;
      if (!whole && window->n_pieces > 1)
        break;
      take (self, window, whole ? self->pieces->len : find_cut (self));
      if (!whole)
        break;
      find_paragraph (self, self->paragraph + 1);
    }
  add_piece (window, galley_word_pieces_get_closing (self->vocabulary), 0, 0);

  return window->n_pieces > 2;
}
