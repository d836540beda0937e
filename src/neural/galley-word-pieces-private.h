/* galley-word-pieces-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GALLEY_MAX_NORMAL G_UNICHAR_MAX_DECOMPOSITION_LENGTH

/**
 * GalleyNormalKind:
 * @GALLEY_NORMAL_LETTER: continues a word
 * @GALLEY_NORMAL_ALONE: a word of its own: punctuation, or a Chinese character
 * @GALLEY_NORMAL_SPACE: white space
 */
typedef enum
{
  GALLEY_NORMAL_LETTER,
  GALLEY_NORMAL_ALONE,
  GALLEY_NORMAL_SPACE,
} GalleyNormalKind;

typedef struct
{
  gunichar character;
  GalleyNormalKind kind;
} GalleyNormal;

guint _galley_word_pieces_normalise (gunichar character, GalleyNormal *normals);

G_END_DECLS
