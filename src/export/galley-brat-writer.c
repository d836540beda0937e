/* galley-brat-writer.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "export/galley-exporters-private.h"

/* Spans and attributions are numbered through the whole file. */
typedef struct
{
  GString *out;
  GalleyArticle *article;
  guint n_spans;
  guint n_events;
} Writer;

/* One part of a quote. */
typedef struct
{
  GalleySpan span;
  guint quote;
} Part;

static gboolean
is_written (GalleyAnnotation *annotation)
{
  return galley_annotation_get_status (annotation) != GALLEY_STATUS_REJECTED
         && galley_spans_length (galley_annotation_get_details (annotation)->spans) > 0;
}

/* By place, what is longer first. */
static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const GalleySpan *first = &((const Part *) a)->span, *second = &((const Part *) b)->span;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  if (first->end != second->end)
    return first->end > second->end ? -1 : 1;

  return 0;
}

static GArray *
list_parts (GPtrArray *quotes)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; i < quotes->len; i++)
    {
      GArray *spans = galley_annotation_get_details (quotes->pdata[i])->spans;

      for (guint j = 0; j < galley_spans_length (spans); j++)
        {
          Part part = { *galley_spans_get (spans, j), i };

          g_array_append_val (parts, part);
        }
    }
  g_array_sort (parts, compare_parts);

  return parts;
}

/* What somebody is made to say within somebody else's words is theirs: such a quote has each of its
 * parts in a larger part of another. One pass, since strangers' files may nest any number.
 * Returns an array of as many bytes as there are quotes: whether each is outermost. */
static GByteArray *
find_outermost (GPtrArray *quotes)
{
  GByteArray *outermost = g_byte_array_new ();
  g_autoptr (GArray) parts = list_parts (quotes);
  gboolean covered = FALSE;
  guint reach = 0;

  g_byte_array_set_size (outermost, quotes->len);
  if (quotes->len > 0)
    memset (outermost->data, FALSE, quotes->len);

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      if (i == 0 || compare_parts (part, part - 1) != 0)
        covered = reach >= part->span.end;
      if (!covered)
        outermost->data[part->quote] = TRUE;
      reach = MAX (reach, part->span.end);
    }

  return outermost;
}

/* A T line is one line whatever it covers, and its text as long as its offsets say. */
static void
append_words (GString *out, const char *words, gsize length)
{
  for (const char *p = words; p < words + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean breaks =
          c == '\t' || (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;

      g_string_append_unichar (out, breaks ? ' ' : c);
    }
}

/* Returns the number of the T line, or 0 where there is nothing to write. */
static guint
append_span (Writer *self, const char *type, GArray *spans)
{
  guint n_parts = galley_spans_length (spans);

  if (n_parts == 0)
    return 0;

  self->n_spans++;
  g_string_append_printf (self->out, "T%u\t%s", self->n_spans, type);
  for (guint i = 0; i < n_parts; i++)
    {
      const GalleySpan *part = galley_spans_get (spans, i);

      g_string_append_printf (self->out, "%c%u %u", i == 0 ? ' ' : ';', part->start, part->end);
    }

  for (guint i = 0; i < n_parts; i++)
    {
      const GalleySpan *part = galley_spans_get (spans, i);
      gsize length;
      const char *words =
          galley_article_peek_slice (self->article, part->start, part->end, &length);

      g_string_append_c (self->out, i == 0 ? '\t' : ' ');
      append_words (self->out, words, length);
    }
  g_string_append_c (self->out, '\n');

  return self->n_spans;
}

/* The trigger of an attribution without a cue: the first word of its content. */
static GArray *
dup_first_word (GalleyArticle *article, GArray *spans)
{
  const GalleySpan *first = galley_spans_get (spans, 0);
  gsize length;
  const char *words = galley_article_peek_slice (article, first->start, first->end, &length);
  const char *end = words + length;
  guint start = first->start, stop;

  while (words < end && !g_unichar_isalnum (g_utf8_get_char (words)))
    {
      words = g_utf8_next_char (words);
      start++;
    }
  stop = start;
  while (words < end && g_unichar_isalnum (g_utf8_get_char (words)))
    {
      words = g_utf8_next_char (words);
      stop++;
    }

  return stop > start ? galley_spans_new_one (start, stop)
                      : galley_spans_new_one (first->start, first->end);
}

static void
append_attribution (Writer *self, const GalleyDetails *quote)
{
  guint source = append_span (self, "Source", quote->mention);
  guint cue = append_span (self, "Cue", quote->cue);
  guint content = append_span (self, "Content", quote->spans);
  g_autoptr (GArray) trigger = NULL;
  guint attribution;

  trigger = cue > 0 ? galley_spans_copy (quote->cue) : dup_first_word (self->article, quote->spans);
  attribution = append_span (self, "Attribution", trigger);

  g_string_append_printf (
      self->out, "E%u\tAttribution:T%u Content:T%u", ++self->n_events, attribution, content);
  if (cue > 0)
    g_string_append_printf (self->out, " Cue:T%u", cue);
  if (source > 0)
    g_string_append_printf (self->out, " Source:T%u", source);
  g_string_append_c (self->out, '\n');
}

static GPtrArray *
list_written (GalleyReview *review)
{
  g_autoptr (GPtrArray) quotes = galley_review_list_kind (review, GALLEY_KIND_QUOTE);
  GPtrArray *written = g_ptr_array_new ();

  for (guint i = 0; i < quotes->len; i++)
    {
      if (is_written (quotes->pdata[i]))
        g_ptr_array_add (written, quotes->pdata[i]);
    }

  return written;
}

static GString *
brat_write (GalleyReview *review, const GalleyExportOptions *options)
{
  Writer self = { .out = g_string_new (NULL), .article = galley_review_get_article (review) };
  g_autoptr (GPtrArray) quotes = list_written (review);
  g_autoptr (GByteArray) outermost = find_outermost (quotes);

  for (guint i = 0; i < quotes->len; i++)
    {
      if (outermost->data[i])
        append_attribution (&self, galley_annotation_get_details (quotes->pdata[i]));
    }

  return self.out;
}

const GalleyExporter _galley_brat_exporter = {
  .id = "brat",
  .label = N_ ("Attributions for brat (standoff)"),
  .suffix = ".ann",
  .joins = FALSE,
  .write = brat_write,
};
