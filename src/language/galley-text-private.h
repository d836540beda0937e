/* galley-text-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/galley-text.h"

G_BEGIN_DECLS

#define SOFT_HYPHEN  0x00ad
#define NON_JOINER   0x200c
#define JOINER       0x200d
#define LEFT_SINGLE  0x2018
#define RIGHT_SINGLE 0x2019

/* What a reader does not see within a word. */
static inline gboolean
_galley_is_invisible (gunichar character)
{
  return character == SOFT_HYPHEN || character == NON_JOINER || character == JOINER;
}

/* What galley_text_new() is made of, in this order: each step reads what the one before it wrote.
 */
void _galley_text_find_tokens (GalleyText *self);
void _galley_text_find_quotations (GalleyText *self);
void _galley_text_find_sentences (GalleyText *self);

/**
 * GalleyAbbreviation:
 * @GALLEY_ABBREVIATION_NONE: not known
 * @GALLEY_ABBREVIATION_TITLE: stands before a name and never ends a sentence (Mr.)
 * @GALLEY_ABBREVIATION_BEFORE_NUMBER: one only where a number follows (No. 10, Mar. 4)
 * @GALLEY_ABBREVIATION_OTHER: may end a sentence (Inc., Calif., etc.)
 */
typedef enum
{
  GALLEY_ABBREVIATION_NONE,
  GALLEY_ABBREVIATION_TITLE,
  GALLEY_ABBREVIATION_BEFORE_NUMBER,
  GALLEY_ABBREVIATION_OTHER,
} GalleyAbbreviation;

GalleyAbbreviation _galley_abbreviation_find (const char *word, gsize length);

gboolean _galley_word_opens_sentence (const char *word, gsize length);

G_END_DECLS
