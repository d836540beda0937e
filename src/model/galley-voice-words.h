/* galley-voice-words.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-review.h"

G_BEGIN_DECLS

/**
 * GalleyVoiceWord:
 * @start: its first code point
 * @end: one past its last
 * @marks: not 0 where it stands between quotation marks
 *
 * One word of an article.
 */
typedef struct
{
  guint start;
  guint end;
  guint marks;
} GalleyVoiceWord;

GArray *galley_voice_words_new (GalleyReview *review);
const char *galley_quote_type_by_marks (GalleyArticle *article, GArray *spans);

G_END_DECLS
