/* galley-corpus.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "language/galley-text.h"

G_BEGIN_DECLS

/**
 * GalleyCorpusArticle:
 * @contents: the text
 * @text: taken apart and tagged
 * @labels: (array): one a token, as in galley-reader-features.h
 *
 * An article with the sources, cues and contents that a person marked in it.
 */
typedef struct
{
  char *name;
  char *contents;
  GalleyText *text;
  guint8 *labels;
} GalleyCorpusArticle;

GPtrArray *galley_corpus_read (const char *folder, GError **error);

G_END_DECLS
