/* galley-labelled-sentences.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "language/galley-text.h"

G_BEGIN_DECLS

/**
 * GalleyLabelledSentence:
 * @contents: the sentence, runs of white space as one space
 * @text: the same, taken apart
 * @is_opinion: whether people say it states its writer's view
 */
typedef struct
{
  char *contents;
  GalleyText *text;
  gboolean is_opinion;
} GalleyLabelledSentence;

GPtrArray *galley_labelled_sentences_parse (const char *table, gsize length, GError **error);
gboolean galley_labelled_sentences_read (const char *path, GPtrArray *sentences, GError **error);
GPtrArray *galley_labelled_sentences_new (void);

G_END_DECLS
