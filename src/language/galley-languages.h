/* galley-languages.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/galley-text.h"

G_BEGIN_DECLS

/**
 * GalleyLanguage:
 * @tag: BCP 47 ("de")
 * @marks: pairs of its quotation marks, opening before closing, as in "„“‚‘". The first two pairs
 *   are the delimiters of the Unicode CLDR, release 42; what follows is what its newspapers use
 *   beside them
 * @words: its commonest function words, separated by spaces; %NULL where its script tells
 *
 * A language that an article may be written in.
 */
typedef struct
{
  const char *tag;
  const char *marks;
  const char *words;
} GalleyLanguage;

const GalleyLanguage *galley_languages_get (guint *n_languages);
const GalleyLanguage *galley_language_find (const char *tag);
const GalleyLanguage *galley_language_guess (const GalleyText *text);
gboolean galley_language_is_english (const GalleyLanguage *self);
gboolean
galley_language_quotes (const GalleyLanguage *self, const GalleyText *text, guint quotation);

G_END_DECLS
