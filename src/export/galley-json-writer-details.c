/* galley-json-writer-details.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/galley-json-writer-private.h"

#include "base/galley-limits.h"

static void
emit_slice_member (GalleyJsonWriter *self, const char *name, gsize from, gsize to)
{
  galley_json_emit_name (&self->out, name);
  galley_json_emit_string (&self->out, galley_article_get_text (self->article) + from, to - from);
}

static void
emit_position_selector (GalleyJsonWriter *self, const GalleySpan *span)
{
  GalleyJsonEmitter *out = &self->out;

  galley_json_emit_open (out, '{', TRUE);
  galley_json_emit_string_member (out, "type", "TextPositionSelector");
  galley_json_emit_uint_member (out, "start", span->start);
  galley_json_emit_uint_member (out, "end", span->end);
  galley_json_emit_close (out, '}');
}

static void
emit_quote_selector (GalleyJsonWriter *self, const GalleySpan *span)
{
  GalleyJsonEmitter *out = &self->out;
  gsize prefix, start, end, suffix;

  galley_json_contexts_get (self->contexts, span, &prefix, &start, &end, &suffix);
  /* No reader takes a longer string, ours included; the position still says where. */
  if (end - start > GALLEY_LIMIT_STRING)
    return;

  galley_json_emit_open (out, '{', TRUE);
  galley_json_emit_string_member (out, "type", "TextQuoteSelector");
  emit_slice_member (self, "exact", start, end);
  emit_slice_member (self, "prefix", prefix, start);
  emit_slice_member (self, "suffix", end, suffix);
  galley_json_emit_close (out, '}');
}

static void
emit_target (GalleyJsonWriter *self, const GalleySpan *span, const GalleyJsonSlice *extra)
{
  static const char *const merged[] = { "selector", NULL };
  GalleyJsonEmitter *out = &self->out;
  GalleyJsonSlice selectors;

  galley_json_emit_open (out, '{', FALSE);
  galley_json_emit_string_member (out, "type", "SpecificResource");
  galley_json_emit_string_member (out, "source", self->source);
  galley_json_emit_name (out, "selector");
  galley_json_emit_open (out, '[', FALSE);
  emit_position_selector (self, span);
  emit_quote_selector (self, span);
  if (_galley_json_extra_find (extra, "selector", &selectors))
    _galley_json_emit_extra_items (self, &selectors);
  galley_json_emit_close (out, ']');
  _galley_json_emit_extra (self, extra, merged);
  galley_json_emit_close (out, '}');
}

/**
 * _galley_json_emit_targets:
 * @spans: (element-type GalleySpan): one target each
 * @extra: (nullable): an array of the unknown members of each target
 *
 * Writes the member `target`.
 */
void
_galley_json_emit_targets (GalleyJsonWriter *self, GArray *spans, const GalleyJsonSlice *extra)
{
  GalleyJsonEmitter *out = &self->out;
  GalleyJsonIter iter;
  GalleyJsonSlice members;
  gboolean more = extra != NULL && galley_json_slice_get_type (extra) == GALLEY_JSON_ARRAY;

  if (more)
    galley_json_iter_init (&iter, extra);
  galley_json_emit_name (out, "target");
  galley_json_emit_open (out, '[', FALSE);
  for (guint i = 0; i < galley_spans_length (spans); i++)
    {
      more = more && galley_json_iter_next (&iter, NULL, &members);
      emit_target (self, galley_spans_get (spans, i), more ? &members : NULL);
    }
  galley_json_emit_close (out, ']');
}

/**
 * _galley_json_emit_spans:
 * @spans: (element-type GalleySpan) (nullable): an empty list writes nothing
 */
void
_galley_json_emit_spans (GalleyJsonWriter *self, const char *name, GArray *spans)
{
  GalleyJsonEmitter *out = &self->out;

  if (galley_spans_length (spans) == 0)
    return;

  galley_json_emit_name (out, name);
  galley_json_emit_open (out, '[', TRUE);
  for (guint i = 0; i < spans->len; i++)
    {
      const GalleySpan *span = galley_spans_get (spans, i);

      galley_json_emit_open (out, '{', TRUE);
      galley_json_emit_uint_member (out, "start", span->start);
      galley_json_emit_uint_member (out, "end", span->end);
      galley_json_emit_close (out, '}');
    }
  galley_json_emit_close (out, ']');
}

static void
emit_flags (GalleyJsonWriter *self, char **flags)
{
  if (flags == NULL || flags[0] == NULL)
    return;

  galley_json_emit_name (&self->out, "galley:flags");
  galley_json_emit_open (&self->out, '[', TRUE);
  for (guint i = 0; flags[i] != NULL; i++)
    galley_json_emit_short (&self->out, flags[i]);
  galley_json_emit_close (&self->out, ']');
}

/* A quote whose source somebody removed says nothing rather than point nowhere. */
static const char *
known_source (GalleyJsonWriter *self, const GalleyDetails *details)
{
  GalleyAnnotation *source;

  if (details->source_id == NULL)
    return NULL;

  source = galley_review_lookup (self->review, details->source_id);

  return source != NULL && galley_annotation_get_kind (source) == GALLEY_KIND_SOURCE
             ? details->source_id
             : NULL;
}

/**
 * _galley_json_emit_details:
 *
 * Writes what is known beside the targets: of an item, or of the revision in a verdict.
 */
void
_galley_json_emit_details (GalleyJsonWriter *self, const GalleyDetails *details)
{
  GalleyJsonEmitter *out = &self->out;

  galley_json_emit_string_member (out, "galley:type", details->type);
  galley_json_emit_string_member (out, "galley:manner", details->manner);
  galley_json_emit_string_member (out, "galley:verbClass", details->verb_class);
  _galley_json_emit_spans (self, "galley:cue", details->cue);
  _galley_json_emit_spans (self, "galley:mention", details->mention);
  galley_json_emit_string_member (out, "galley:source", known_source (self, details));
  galley_json_emit_string_member (out, "galley:name", details->name);
  galley_json_emit_string_member (out, "galley:role", details->role);
  galley_json_emit_string_member (out, "galley:ladder", details->ladder);
  galley_json_emit_string_member (out, "galley:affiliation", details->affiliation);
  galley_json_emit_string_member (out, "galley:part", details->part);
  galley_json_emit_string_member (out, "galley:standing", details->standing);
  emit_flags (self, details->flags);
}
