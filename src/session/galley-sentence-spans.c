/* galley-sentence-spans.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session/galley-sentence-spans.h"

#include "language/galley-text.h"

/**
 * galley_sentence_spans_find:
 * @start: first code point to look at
 * @end: one past the last one
 *
 * Tells the fronts, which know nothing of English, where its sentences are. One that is cut by
 * @start or @end counts as far as it is seen.
 *
 * Returns: (transfer full) (element-type GalleySpan): in code points, without white space around
 *   them
 */
GArray *
galley_sentence_spans_find (GalleyArticle *article, guint start, guint end)
{
  const GalleyOffsets *offsets = galley_article_get_offsets (article);
  gsize first_byte = galley_offsets_to_byte (offsets, start);
  gsize length;
  const char *slice = galley_article_peek_slice (article, start, end, &length);
  g_autoptr (GalleyText) text = galley_text_new (slice, length);
  GArray *sentences = galley_spans_new ();

  for (guint i = 0; i < text->sentences->len; i++)
    {
      const GalleyTokenRun *run = &g_array_index (text->sentences, GalleyTokenRun, i);
      GalleySpan span;

      if (run->first_token >= run->end_token)
        continue;
      span.start =
          galley_offsets_to_char (offsets,
                                  first_byte + galley_text_token (text, run->first_token)->start);
      span.end =
          galley_offsets_to_char (offsets,
                                  first_byte + galley_text_token (text, run->end_token - 1)->end);
      g_array_append_val (sentences, span);
    }

  return sentences;
}
