/* galley-paragraphs.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-paragraphs.h"

#include <string.h>

struct _GalleyParagraphs
{
  GArray *spans; /* GalleySpan, sorted */
};

static gboolean
is_paragraph (const char *type)
{
  return strcmp (type, "paragraph") == 0 || strcmp (type, "list-item") == 0
         || strcmp (type, "block-quote") == 0;
}

/**
 * galley_paragraphs_new:
 *
 * Returns: (transfer full): the paragraphs that @article has now
 */
GalleyParagraphs *
galley_paragraphs_new (GalleyArticle *article)
{
  GalleyParagraphs *self = g_new0 (GalleyParagraphs, 1);
  GArray *blocks = galley_article_get_metadata (article)->blocks;

  self->spans = g_array_new (FALSE, FALSE, sizeof (GalleySpan));
  for (guint i = 0; i < blocks->len; i++)
    {
      const GalleyBlock *block = &g_array_index (blocks, GalleyBlock, i);
      GalleySpan span = { block->start, block->end };

      if (is_paragraph (block->type))
        g_array_append_val (self->spans, span);
    }

  return self;
}

void
galley_paragraphs_free (GalleyParagraphs *self)
{
  g_array_unref (self->spans);
  g_free (self);
}

/**
 * galley_paragraphs_find:
 * @offset: a place in the article, in code points
 *
 * Returns: which paragraph that is in, from 1; 0 outside of them
 */
guint
galley_paragraphs_find (const GalleyParagraphs *self, guint offset)
{
  guint position = galley_spans_find (self->spans, offset);

  return position < self->spans->len && galley_spans_get (self->spans, position)->start <= offset
             ? position + 1
             : 0;
}

/**
 * galley_paragraphs_find_first:
 * @spans: (element-type GalleySpan): the mentions of a source
 *
 * Returns: the first paragraph in which one of @spans begins, from 1: the headline may name a
 *   source, but an editor looks for the paragraph; 0 where there is none
 */
guint
galley_paragraphs_find_first (const GalleyParagraphs *self, GArray *spans)
{
  for (guint i = 0; i < galley_spans_length (spans); i++)
    {
      guint paragraph = galley_paragraphs_find (self, galley_spans_get (spans, i)->start);

      if (paragraph != 0)
        return paragraph;
    }

  return 0;
}
