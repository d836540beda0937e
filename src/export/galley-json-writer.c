/* galley-json-writer.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/galley-json-writer.h"
#include "export/galley-json-writer-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/galley-digest.h"
#include "base/galley-uuid.h"
#include "export/galley-exporters-private.h"

#define CONTEXT   "http://www.w3.org/ns/anno.jsonld"
#define NAMESPACE "https://galley-app.github.io/ns#"
#define FORMAT    1

static guint
count_items (GalleyReview *review)
{
  guint n_annotations = galley_review_get_n_annotations (review);
  guint n_items = n_annotations;

  for (guint i = 0; i < n_annotations; i++)
    n_items += galley_annotation_get_n_verdicts (galley_review_peek (review, i));

  return n_items;
}

static GalleyJsonContexts *
make_contexts (GalleyReview *review)
{
  g_autoptr (GalleyJsonContexts) contexts =
      galley_json_contexts_new (galley_review_get_article (review));

  for (guint i = 0; i < galley_review_get_n_annotations (review); i++)
    {
      GalleyAnnotation *annotation = galley_review_peek (review, i);

      galley_json_contexts_add (contexts, galley_annotation_get_original (annotation)->spans);
      for (guint j = 0; j < galley_annotation_get_n_verdicts (annotation); j++)
        {
          const GalleyVerdict *verdict = galley_annotation_get_verdict (annotation, j);

          if (verdict->revision != NULL)
            galley_json_contexts_add (contexts, verdict->revision->spans);
        }
    }
  galley_json_contexts_resolve (contexts);

  return g_steal_pointer (&contexts);
}

static void
emit_context (GalleyJsonWriter *self, const GalleyJsonSlice *extra)
{
  GalleyJsonEmitter *out = &self->out;
  GalleyJsonSlice context;

  galley_json_emit_name (out, "@context");
  /* Somebody else's members mean nothing without their context. */
  if (_galley_json_extra_find (extra, "@context", &context))
    {
      galley_json_emit_slice (out, &context);
      return;
    }

  galley_json_emit_open (out, '[', TRUE);
  galley_json_emit_short (out, CONTEXT);
  galley_json_emit_open (out, '{', TRUE);
  galley_json_emit_string_member (out, "galley", NAMESPACE);
  galley_json_emit_close (out, '}');
  galley_json_emit_close (out, ']');
}

static void
emit_page (GalleyJsonWriter *self, const GalleyJsonSlice *extra)
{
  GalleyJsonEmitter *out = &self->out;
  g_autofree char *name = g_strconcat (galley_review_get_id (self->review), "/first", NULL);
  g_autofree char *id = galley_urn_from_name (name, strlen (name));

  galley_json_emit_name (out, "first");
  galley_json_emit_open (out, '{', FALSE);
  galley_json_emit_string_member (out, "id", id);
  galley_json_emit_string_member (out, "type", "AnnotationPage");
  galley_json_emit_uint_member (out, "startIndex", 0);
  galley_json_emit_name (out, "items");
  galley_json_emit_open (out, '[', FALSE);
  for (guint i = 0; i < galley_review_get_n_annotations (self->review); i++)
    {
      GalleyAnnotation *annotation = galley_review_peek (self->review, i);

      _galley_json_emit_annotation (self, annotation);
      for (guint j = 0; j < galley_annotation_get_n_verdicts (annotation); j++)
        _galley_json_emit_verdict (self, annotation, galley_annotation_get_verdict (annotation, j));
    }
  galley_json_emit_close (out, ']');
  _galley_json_emit_extra (self, extra, NULL);
  galley_json_emit_close (out, '}');
}

static void
emit_collection (GalleyJsonWriter *self)
{
  static const char *const merged[] = { "@context", "galley:article", "first", NULL };
  GalleyJsonEmitter *out = &self->out;
  guint n_items = count_items (self->review);
  GalleyJsonSlice found, article, page;
  const GalleyJsonSlice *extra = NULL;

  if (_galley_json_extra_parse (galley_review_get_extra (self->review), &found))
    extra = &found;

  galley_json_emit_open (out, '{', FALSE);
  emit_context (self, extra);
  galley_json_emit_string_member (out, "id", galley_review_get_id (self->review));
  galley_json_emit_string_member (out, "type", "AnnotationCollection");
  galley_json_emit_string_member (out, "label", galley_review_get_label (self->review));
  galley_json_emit_uint_member (out, "total", n_items);
  galley_json_emit_uint_member (out, "galley:format", FORMAT);
  _galley_json_emit_article (self,
                             _galley_json_extra_find (extra, "galley:article", &article) ? &article
                                                                                         : NULL);
  if (n_items > 0)
    emit_page (self, _galley_json_extra_find (extra, "first", &page) ? &page : NULL);
  _galley_json_emit_extra (self, extra, merged);
  galley_json_emit_close (out, '}');
  g_string_append_c (out->out, '\n');
}

static GString *
write_review (GalleyReview *review, const GalleyExportOptions *options, gboolean compact)
{
  GalleyArticle *article = galley_review_get_article (review);
  GalleyJsonWriter self = { .out = { .out = g_string_new (NULL), .compact = compact },
                            .review = review,
                            .article = article,
                            .contexts = make_contexts (review),
                            .source = galley_digest_to_uri (galley_article_get_sha256 (article)),
                            .without_text = options->without_text,
                            .private_notes = options->private_notes };

  emit_collection (&self);
  galley_json_contexts_free (self.contexts);
  g_free (self.source);

  return self.out.out;
}

/**
 * galley_json_write:
 * @review: what is to be written
 * @without_text: leave the article's text out; the words of the annotations and some around them
 *   stay. Such a file cannot be opened again
 *
 * The annotation file: a W3C AnnotationCollection in JSON-LD. The same review always gives the same
 * bytes. A quote's link to a source that is not in the review is left out.
 *
 * Returns: (transfer full): UTF-8, with a line feed at the end
 */
GString *
galley_json_write (GalleyReview *review, gboolean without_text)
{
  const GalleyExportOptions options = { .without_text = without_text };

  g_return_val_if_fail (GALLEY_IS_REVIEW (review), NULL);

  return write_review (review, &options, FALSE);
}

/**
 * galley_json_write_line:
 *
 * The annotation file as a line of JSON Lines: the same members, no line break but the last.
 *
 * Returns: (transfer full): UTF-8, with a line feed at the end
 */
GString *
galley_json_write_line (GalleyReview *review, gboolean without_text)
{
  const GalleyExportOptions options = { .without_text = without_text };

  g_return_val_if_fail (GALLEY_IS_REVIEW (review), NULL);

  return write_review (review, &options, TRUE);
}

static GString *
write_json (GalleyReview *review, const GalleyExportOptions *options)
{
  return write_review (review, options, FALSE);
}

static GString *
write_jsonl (GalleyReview *review, const GalleyExportOptions *options)
{
  return write_review (review, options, TRUE);
}

const GalleyExporter _galley_json_exporter = {
  .id = "json",
  .label = N_ ("Annotation file"),
  .suffix = ".galley.json",
  .joins = FALSE,
  .write = write_json,
};

const GalleyExporter _galley_jsonl_exporter = {
  .id = "jsonl",
  .label = N_ ("JSON Lines"),
  .suffix = ".jsonl",
  .joins = TRUE,
  .write = write_jsonl,
};
