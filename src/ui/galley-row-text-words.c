/* galley-row-text-words.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-row-text.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ui/galley-row-line.h"

#define ELLIPSIS "…"

/* Spans looked at: a split quote has a few, a source as many as it has mentions. */
#define MAX_SPANS 32

/* Whether the words of @span were there in an earlier span: a source mentioned again. */
static gboolean
is_repeated (GalleyArticle *article, GArray *spans, guint position)
{
  const GalleySpan *span = galley_spans_get (spans, position);
  gsize length;
  const char *slice = galley_article_peek_slice (article, span->start, span->end, &length);

  for (guint i = 0; i < position; i++)
    {
      const GalleySpan *before = galley_spans_get (spans, i);
      gsize length_before;
      const char *slice_before;

      if (before->end - before->start != span->end - span->start)
        continue;
      slice_before =
          galley_article_peek_slice (article, before->start, before->end, &length_before);
      if (length_before == length && memcmp (slice_before, slice, length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Enough of the article for @n_graphemes, however long the annotation is, and however many its
 * spans. */
static char *
dup_passage (GalleyReview *review, GalleyAnnotation *annotation, guint n_graphemes)
{
  GalleyArticle *article = galley_review_get_article (review);
  GArray *spans = galley_annotation_get_details (annotation)->spans;
  gboolean mentions = galley_annotation_get_kind (annotation) == GALLEY_KIND_SOURCE;
  guint n_spans = MIN (galley_spans_length (spans), MAX_SPANS);
  guint budget = n_graphemes * GALLEY_ROW_LINE_MAX_CLUSTER + 1;
  GString *passage = g_string_new (NULL);

  for (guint i = 0; i < n_spans && budget > 0; i++)
    {
      const GalleySpan *span = galley_spans_get (spans, i);
      guint end = MIN (span->end, span->start + budget);
      gsize length;
      const char *slice = galley_article_peek_slice (article, span->start, end, &length);

      if (mentions && is_repeated (article, spans, i))
        continue;
      if (i > 0)
        g_string_append (passage, mentions ? GALLEY_ROW_TEXT_SEPARATOR : " " ELLIPSIS " ");
      g_string_append_len (passage, slice, (gssize) length);
      budget -= end - span->start;
    }

  return g_string_free (passage, FALSE);
}

/**
 * galley_row_text_passage:
 *
 * Returns: (transfer full): the words that @annotation marks as one isolated line of at most
 *   @n_graphemes characters: the parts of a split one joined by an ellipsis, the mentions of a
 *   source each once
 */
char *
galley_row_text_passage (GalleyReview *review, GalleyAnnotation *annotation, guint n_graphemes)
{
  g_autofree char *passage = dup_passage (review, annotation, n_graphemes);

  return galley_row_line_isolate_short (passage, n_graphemes);
}

/**
 * galley_row_text_source_name:
 * @source: an annotation of a source
 *
 * Returns: (transfer full): what to call it: its name or description, or else its first mention,
 *   isolated; "" never
 */
char *
galley_row_text_source_name (GalleyReview *review, GalleyAnnotation *source)
{
  const GalleyDetails *details = galley_annotation_get_details (source);
  g_autofree char *name = NULL;

  if (details->name != NULL)
    name = galley_row_line_isolate_short (details->name, GALLEY_ROW_TEXT_NAME_GRAPHEMES);
  else if (galley_spans_length (details->spans) > 0)
    {
      const GalleySpan *span = galley_spans_get (details->spans, 0);
      g_autofree char *mention = galley_article_dup_slice (
          galley_review_get_article (review),
          span->start,
          MIN (span->end,
               span->start + GALLEY_ROW_TEXT_NAME_GRAPHEMES * GALLEY_ROW_LINE_MAX_CLUSTER));

      name = galley_row_line_isolate_short (mention, GALLEY_ROW_TEXT_NAME_GRAPHEMES);
    }
  if (name != NULL && *name != '\0')
    return g_steal_pointer (&name);

  return g_strdup (_ ("Source without a name"));
}

/* A name whose first word has a capital already ("eBay", "al-Qaida") is spelt as it should be. */
static gboolean
has_capital (const char *word)
{
  for (const char *p = word; *p != '\0' && !g_unichar_isspace (g_utf8_get_char (p));
       p = g_utf8_next_char (p))
    if (g_unichar_isupper (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/**
 * galley_row_text_source_title:
 * @source: an annotation of a source
 *
 * Returns: (transfer full): what galley_row_text_source_name() says, where it stands alone in a
 *   line and begins it: with a capital
 */
char *
galley_row_text_source_title (GalleyReview *review, GalleyAnnotation *source)
{
  g_autofree char *name = galley_row_text_source_name (review, source);
  const char *start = name;
  GString *title;

  while (*start != '\0' && !g_unichar_isalnum (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  if (*start == '\0' || has_capital (start))
    return g_steal_pointer (&name);

  title = g_string_new_len (name, start - name);
  g_string_append_unichar (title, g_unichar_totitle (g_utf8_get_char (start)));
  g_string_append (title, g_utf8_next_char (start));

  return g_string_free (title, FALSE);
}
