/* galley-word-pieces.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GalleyPiece:
 * @id: its line in the vocabulary
 * @start: its first byte in the text
 * @end: one past its last byte; never inside a character
 *
 * A piece of a word. Two pieces of one character (a Hangul syllable that is cut in two) have the
 * same bytes; marks and controls that the vocabulary does not know of belong to no piece.
 */
typedef struct
{
  guint32 id;
  guint32 start;
  guint32 end;
} GalleyPiece;

/**
 * GalleyWordPieces:
 *
 * The vocabulary of a network and how a text is cut into it: WordPiece as BERT's uncased models
 * have it (Wu et al. 2016, arXiv:1609.08144; Devlin et al. 2019). A text is cleaned of controls,
 * decomposed, stripped of its non-spacing marks and lowered; words end at white space, punctuation
 * and Chinese characters; of each word the longest known beginning is taken, then the longest known
 * continuation (“##…”) and so on. A word that does not come out even, or is longer than 100
 * characters, is one unknown piece.
 *
 * Immutable, so that threads may share it.
 */
typedef struct _GalleyWordPieces GalleyWordPieces;

/**
 * galley_word_pieces_new:
 * @vocabulary: one piece a line, UTF-8; kept, not copied
 * @error: a #GALLEY_ERROR_MODEL
 *
 * Returns: (transfer full) (nullable)
 */
GalleyWordPieces *galley_word_pieces_new (GBytes *vocabulary, GError **error);
void galley_word_pieces_free (GalleyWordPieces *self);

guint galley_word_pieces_get_n_pieces (const GalleyWordPieces *self);

/**
 * galley_word_pieces_get_opening:
 *
 * Returns: the id of the piece that stands first in every window, [CLS]; the closing one is [SEP]
 */
guint32 galley_word_pieces_get_opening (const GalleyWordPieces *self);
guint32 galley_word_pieces_get_closing (const GalleyWordPieces *self);

/**
 * galley_word_pieces_cut:
 * @text: valid UTF-8
 * @start: where to begin, in bytes: the start of a line or of a paragraph, or what an earlier call
 *   returned
 * @end: where to stop, in bytes
 * @max_pieces: stop after the word with which @pieces has at least so many pieces in it; 0 for all
 * @pieces: (element-type GalleyPiece): appended to
 *
 * Allocates nothing but the array's growth, so that a text of any length can be cut bit by bit.
 * Text that looks like a special piece, as “[SEP]”, is text like any other.
 *
 * Returns: the byte to go on from; @end where all is cut
 */
gsize galley_word_pieces_cut (const GalleyWordPieces *self,
                              const char *text,
                              gsize start,
                              gsize end,
                              guint max_pieces,
                              GArray *pieces);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyWordPieces, galley_word_pieces_free)

G_END_DECLS
