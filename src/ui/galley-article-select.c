/* galley-article-select.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-article-text-private.h"
#include "ui/galley-edges.h"

/**
 * _galley_article_text_extend_selection:
 *
 * Two clicks select a word and three a sentence as we know them: with hyphens and apostrophes,
 * without the quotation marks around them. What is dragged after that grows by the same.
 *
 * Returns: whether there is one
 */
gboolean
_galley_article_text_extend_selection (GalleyArticleText *self,
                                       GtkTextExtendSelection granularity,
                                       const GtkTextIter *location,
                                       GtkTextIter *start,
                                       GtkTextIter *end)
{
  GalleyEdgeUnit unit =
      granularity == GTK_TEXT_EXTEND_SELECTION_WORD ? GALLEY_EDGE_WORD : GALLEY_EDGE_SENTENCE;
  GalleySpan span;

  if (self->review == NULL
      || !galley_edges_find_around (galley_review_get_article (self->review),
                                    galley_article_text_get_offset (self, location),
                                    unit,
                                    &span))
    return FALSE;

  galley_article_text_get_iter (self, span.start, start);
  galley_article_text_get_iter (self, span.end, end);

  return TRUE;
}

/**
 * galley_article_text_get_part:
 *
 * Returns: which part of the selected annotation, or mention of the selected source, the caret
 *   stands in; the first where it stands in none
 */
guint
galley_article_text_get_part (GalleyArticleText *self)
{
  guint caret = galley_article_text_get_caret (self);
  GArray *spans;

  if (self->selected == NULL)
    return 0;

  spans = galley_annotation_get_details (self->selected)->spans;
  for (guint i = 0; i < galley_spans_length (spans); i++)
    {
      const GalleySpan *span = galley_spans_get (spans, i);

      if (span->start <= caret && caret <= span->end)
        return i;
    }

  return 0;
}
