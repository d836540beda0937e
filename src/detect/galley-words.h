/* galley-words.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/galley-text.h"

G_BEGIN_DECLS

/* Longest word, in bytes with its NUL, that any list of ours knows. */
#define GALLEY_WORD_MAX 32

typedef char GalleyWord[GALLEY_WORD_MAX];

const char *galley_word_fold (const GalleyText *text, guint position, GalleyWord word);
gboolean galley_word_is (const GalleyText *text, guint position, const char *word);
gboolean galley_word_is_one_of (const GalleyText *text, guint position, const char *const *words);
gboolean galley_word_is_dash (const GalleyText *text, guint position);
gboolean galley_word_in_table (const char *word, const char *const *table, guint n_words);

/* Whether the token at @position is one of a sorted table of folded words. */
#define galley_token_in(text, position, table)                                                     \
  (galley_word_in_table (galley_word_fold ((text), (position), (GalleyWord){ 0 }),                 \
                         (table),                                                                  \
                         G_N_ELEMENTS (table)))

const char *galley_token_text (const GalleyText *text, guint position, gsize *length);
gboolean galley_run_is_quotation (const GalleyText *text, GalleyTokenRun run);
char *galley_run_dup (const GalleyText *text, guint first_token, guint end_token);

static inline gboolean
galley_token_has (const GalleyText *text, guint position, guint flag)
{
  return (galley_text_token (text, position)->flags & flag) != 0;
}

G_END_DECLS
