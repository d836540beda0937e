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

GalleyWordPieces *galley_word_pieces_new (GBytes *vocabulary, GError **error);
void galley_word_pieces_free (GalleyWordPieces *self);

guint galley_word_pieces_get_n_pieces (const GalleyWordPieces *self);
guint32 galley_word_pieces_get_opening (const GalleyWordPieces *self);
guint32 galley_word_pieces_get_closing (const GalleyWordPieces *self);
gsize galley_word_pieces_cut (const GalleyWordPieces *self,
                              const char *text,
                              gsize start,
                              gsize end,
                              guint max_pieces,
                              GArray *pieces);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyWordPieces, galley_word_pieces_free)

G_END_DECLS
