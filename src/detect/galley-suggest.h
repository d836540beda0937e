/* galley-suggest.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-annotation.h"
#include "model/galley-article.h"

#include "detect/galley-opinions.h"
#include "detect/galley-quotes.h"
#include "detect/galley-reader.h"
#include "detect/galley-speakers.h"

G_BEGIN_DECLS

/**
 * GalleySuggestions:
 * @article: the article
 * @text: its text, taken apart
 * @metadata: (nullable): its parts
 * @reader: who marked it
 * @attributions: (element-type GalleyAttribution): in the order of the text
 * @speakers: whose they are
 * @opinions: (element-type GalleyOpinion): in the order of the text
 * @foreign: whether the article is in a language of which only the quotation marks are known
 *
 * All that was found in an article, before it becomes annotations.
 */
typedef struct
{
  GalleyArticle *article;
  const GalleyText *text;
  const GalleyMetadata *metadata;
  const GalleyReader *reader;
  GPtrArray *attributions;
  const GalleySpeakers *speakers;
  GPtrArray *opinions;
  gboolean foreign;
} GalleySuggestions;

GPtrArray *galley_suggest (const GalleySuggestions *found);

G_END_DECLS
