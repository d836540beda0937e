/* galley-corpus.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "language/galley-text.h"

G_BEGIN_DECLS

#define GALLEY_CORPUS_N_ROLES 3

/**
 * GalleyCorpusEvent:
 * @runs: (element-type GalleyTokenRun): by #GalleyRole, what belongs to it; may be empty
 * @first_token: of all of them
 * @end_token: one past the last token of all of them
 *
 * An attribution that a person marked.
 */
typedef struct
{
  GArray *runs[GALLEY_CORPUS_N_ROLES];
  guint first_token;
  guint end_token;
} GalleyCorpusEvent;

/**
 * GalleyCorpusArticle:
 * @contents: the text
 * @text: taken apart and tagged
 * @labels: (array): one a token, as in galley-reader-features.h
 * @beliefs: (nullable): how likely each label of each token is, a row of all labels a token, in
 * 255ths
 * @events: (element-type GalleyCorpusEvent): the longest first, those inside others included
 *
 * An article with the sources, cues and contents that a person marked in it.
 */
typedef struct
{
  char *name;
  char *contents;
  GalleyText *text;
  guint8 *labels;
  guint8 *beliefs;
  GPtrArray *events;
} GalleyCorpusArticle;

GPtrArray *galley_corpus_read (const char *folder, GError **error);
GPtrArray *galley_corpus_read_every (const char *folder, GError **error);

G_END_DECLS
