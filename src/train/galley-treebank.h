/* galley-treebank.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "language/galley-tagger-features.h"
#include "language/galley-tagger.h"

G_BEGIN_DECLS

/**
 * GalleyTreebankSentence:
 * @words: (array length=n_words): as the tagger sees them
 * @tags: (array length=n_words): their XPOS
 * @forms: (array length=n_words): as they stand
 * @lemmas: (array length=n_words)
 */
typedef struct
{
  GalleyTaggerWord *words;
  GalleyTag *tags;
  char **forms;
  char **lemmas;
  guint n_words;
} GalleyTreebankSentence;

GPtrArray *galley_treebank_read (const char *path, GError **error);
GPtrArray *galley_treebank_read_all (const char *const *paths, GError **error);
void galley_treebank_add_joined (GPtrArray *sentences);

G_END_DECLS
