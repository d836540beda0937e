/* galley-csv-writer.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "export/galley-exporters-private.h"

#define COLUMNS                                                                                    \
  "article,id,kind,type,start,end,text,source,source_kind,ladder,cue,verb_class,manner,verdict,"   \
  "origin,reason,note\n"

/* RFC 4180. A spreadsheet takes a cell that begins with one of these for a formula, also behind the
 * line break or tab that it skips: an apostrophe makes it text. */
static void
append_cell (GString *out, const char *value, char end)
{
  gboolean formula = value != NULL && *value != '\0' && strchr ("=+-@\t\r\n", *value) != NULL;

  if (value == NULL)
    value = "";

  if (strpbrk (value, ",\"\r\n") == NULL)
    {
      if (formula)
        g_string_append_c (out, '\'');
      g_string_append (out, value);
      g_string_append_c (out, end);
      return;
    }

  g_string_append (out, formula ? "\"'" : "\"");
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
  g_string_append_c (out, end);
}

static void
append_number (GString *out, guint number)
{
  g_string_append_printf (out, "%u,", number);
}

/* Who made it: "person" or "person:NICKNAME", and of a suggestion "READER:MODEL". */
static char *
describe_origin (GalleyAnnotation *annotation)
{
  const GalleyOrigin *origin = galley_annotation_get_origin (annotation);

  if (origin->person)
    return origin->name != NULL && *origin->name != '\0'
               ? g_strconcat ("person:", origin->name, NULL)
               : g_strdup ("person");
  if (origin->reader == NULL)
    return g_strdup (origin->name);

  return origin->model != NULL ? g_strconcat (origin->reader, ":", origin->model, NULL)
                               : g_strdup (origin->reader);
}

static char *
dup_source_name (GalleyArticle *article, const GalleyDetails *source)
{
  const GalleySpan *mention;

  if (source->name != NULL && *source->name != '\0')
    return g_strdup (source->name);
  if (galley_spans_length (source->spans) == 0)
    return g_strdup ("");

  mention = galley_spans_get (source->spans, 0);

  return galley_article_dup_slice (article, mention->start, mention->end);
}

/* start, end and text: of a source its first mention, of everything else the hull and the parts. */
static void
append_place (GString *out, GalleyArticle *article, GalleyKind kind, const GalleyDetails *details)
{
  g_autoptr (GArray) first = NULL;
  g_autofree char *text = NULL;
  GArray *spans = details->spans;

  if (kind == GALLEY_KIND_SOURCE && galley_spans_length (spans) > 1)
    {
      const GalleySpan *mention = galley_spans_get (spans, 0);

      spans = first = galley_spans_new_one (mention->start, mention->end);
    }

  text = galley_article_dup_spans (article, spans);
  append_number (out, galley_spans_start (spans));
  append_number (out, galley_spans_end (spans));
  append_cell (out, text, ',');
}

static void
append_source (GString *out, GalleyReview *review, GalleyAnnotation *annotation)
{
  GalleyArticle *article = galley_review_get_article (review);
  GalleyAnnotation *source = NULL;
  g_autofree char *name = NULL;
  const GalleyDetails *details = NULL;

  if (galley_annotation_get_kind (annotation) == GALLEY_KIND_SOURCE)
    source = annotation;
  else if (galley_annotation_get_kind (annotation) == GALLEY_KIND_QUOTE)
    source = galley_review_get_source_of (review, annotation);

  if (source != NULL)
    {
      details = galley_annotation_get_details (source);
      name = dup_source_name (article, details);
    }

  append_cell (out, name, ',');
  append_cell (out, details != NULL ? details->type : NULL, ',');
  append_cell (out, details != NULL ? details->ladder : NULL, ',');
}

static void
append_row (GString *out, GalleyReview *review, GalleyAnnotation *annotation, const char *name)
{
  GalleyArticle *article = galley_review_get_article (review);
  GalleyKind kind = galley_annotation_get_kind (annotation);
  const GalleyDetails *details = galley_annotation_get_details (annotation);
  const GalleyReason *reason = galley_annotation_get_reason (annotation);
  g_autofree char *cue = galley_article_dup_spans (article, details->cue);
  g_autofree char *origin = describe_origin (annotation);
  g_autofree char *why = reason != NULL ? galley_reason_to_english (reason) : NULL;

  append_cell (out, name, ',');
  append_cell (out, galley_annotation_get_id (annotation), ',');
  append_cell (out, galley_kind_to_id (kind), ',');
  append_cell (out, details->type, ',');
  append_place (out, article, kind, details);
  append_source (out, review, annotation);
  append_cell (out, cue, ',');
  append_cell (out, details->verb_class, ',');
  append_cell (out, details->manner, ',');
  append_cell (out, galley_status_to_id (galley_annotation_get_status (annotation)), ',');
  append_cell (out, origin, ',');
  append_cell (out, why, ',');
  append_cell (out, galley_annotation_get_note (annotation), '\n');
}

static GString *
csv_write (GalleyReview *review, const GalleyExportOptions *options)
{
  GString *out = g_string_new (options->header ? COLUMNS : NULL);
  guint n_annotations = galley_review_get_n_annotations (review);

  for (guint i = 0; i < n_annotations; i++)
    append_row (out, review, galley_review_peek (review, i), options->name);

  return out;
}

const GalleyExporter _galley_csv_exporter = {
  .id = "csv",
  .label = N_ ("Table (CSV)"),
  .suffix = ".csv",
  .joins = TRUE,
  .write = csv_write,
};
