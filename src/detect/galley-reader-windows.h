/* galley-reader-windows.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/galley-text.h"
#include "neural/galley-network.h"

G_BEGIN_DECLS

/* Tokens may share a piece ("gonna"), so that there may be more words than pieces. */
#define GALLEY_WINDOW_MAX_WORDS (2 * GALLEY_NETWORK_MAX_WINDOW)

/**
 * GalleyWindow:
 * @n_pieces: the opening and the closing one counted
 * @ids: of the pieces
 * @states: of each its #GalleyQuoteState
 * @tokens: of each the token that it begins in; of the opening and the closing one nothing
 * @n_words: tokens that have a piece here
 * @words: the tokens, in order
 * @word_pieces: of each its piece: the first that begins in it, or else the last that begins before
 *   its end
 * @goes_on: whether it begins within a paragraph
 *
 * What the network looks at at once: whole paragraphs, or a part of a long one.
 */
typedef struct
{
  guint n_pieces;
  guint32 ids[GALLEY_NETWORK_MAX_WINDOW];
  guint8 states[GALLEY_NETWORK_MAX_WINDOW];
  guint32 tokens[GALLEY_NETWORK_MAX_WINDOW];
  guint n_words;
  guint32 words[GALLEY_WINDOW_MAX_WORDS];
  guint32 word_pieces[GALLEY_WINDOW_MAX_WORDS];
  gboolean goes_on;
} GalleyWindow;

/**
 * GalleyWindows:
 *
 * Goes through a text window by window; of a paragraph however long it keeps little more than one
 * window's pieces.
 */
typedef struct
{
  const GalleyWordPieces *vocabulary;
  const GalleyText *text;
  const gboolean *wanted;
  guint paragraph;
  guint next_token; /* the first of the paragraph that is in no window yet */
  gsize next_byte;  /* where cutting it goes on */
  gsize end_byte;
  GArray *pieces; /* GalleyPiece: cut, and in no window yet */
  GArray *tokens; /* guint32: of each the token that it begins in */
} GalleyWindows;

void galley_windows_init (GalleyWindows *self,
                          const GalleyWordPieces *vocabulary,
                          const GalleyText *text,
                          const gboolean *wanted);
void galley_windows_clear (GalleyWindows *self);
gboolean galley_windows_next (GalleyWindows *self, GalleyWindow *window);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GalleyWindows, galley_windows_clear)

G_END_DECLS
