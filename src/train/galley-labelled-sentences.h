/* galley-labelled-sentences.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "language/galley-text.h"

G_BEGIN_DECLS

typedef enum
{
  GALLEY_LABELLED_NEWSSD,
  GALLEY_LABELLED_BABE,
} GalleyLabelledCorpus;

/* Where people did not agree. */
#define GALLEY_LABELLED_UNKNOWN (-1.0)

/**
 * GalleyLabelledSentence:
 * @corpus: where it is from
 * @contents: the sentence, runs of white space as one space
 * @text: the same, taken apart and tagged
 * @opinion: how much people say it states its writer's view, 0..1, a half where it states facts as
 *   well; or %GALLEY_LABELLED_UNKNOWN
 * @article: (nullable): what article it stood in, where that is known
 * @loaded: (nullable): of each token, whether people marked it as loaded
 */
typedef struct
{
  GalleyLabelledCorpus corpus;
  char *contents;
  GalleyText *text;
  double opinion;
  char *article;
  gboolean *loaded;
} GalleyLabelledSentence;

GPtrArray *galley_labelled_sentences_parse (const char *table, gsize length, GError **error);
gboolean galley_labelled_sentences_read (const char *path, GPtrArray *sentences, GError **error);
GPtrArray *galley_labelled_sentences_new (void);

G_END_DECLS
