/* galley-json-writer-details.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/galley-json-writer-private.h"

#include "base/galley-limits.h"

#define POSITION_TYPE "TextPositionSelector"
#define QUOTE_TYPE    "TextQuoteSelector"

static void
emit_slice_member (GalleyJsonWriter *self, const char *name, gsize from, gsize to)
{
  galley_json_emit_name (&self->out, name);
  galley_json_emit_string (&self->out, galley_article_get_text (self->article) + from, to - from);
}

/* What is not known of one of our own selectors stands among those of others, told by its type. */
static void
emit_selector_extra (GalleyJsonWriter *self, const GalleyJsonSlice *selectors, const char *type)
{
  static const char *const known[] = { "type", NULL };
  GalleyJsonSlice selector;
  GalleyJsonIter iter;

  if (selectors == NULL)
    return;

  galley_json_iter_init (&iter, selectors);
  while (galley_json_iter_next (&iter, NULL, &selector))
    {
      if (!_galley_json_extra_has_type (&selector, type))
        continue;
      _galley_json_emit_extra (self, &selector, known);
      return;
    }
}

static void
emit_other_selectors (GalleyJsonWriter *self, const GalleyJsonSlice *selectors)
{
  GalleyJsonSlice selector;
  GalleyJsonIter iter;

  if (selectors == NULL)
    return;

  galley_json_iter_init (&iter, selectors);
  while (galley_json_iter_next (&iter, NULL, &selector))
    {
      if (!_galley_json_extra_has_type (&selector, POSITION_TYPE)
          && !_galley_json_extra_has_type (&selector, QUOTE_TYPE))
        galley_json_emit_slice (&self->out, &selector);
    }
}

static void
emit_position_selector (GalleyJsonWriter *self,
                        const GalleySpan *span,
                        const GalleyJsonSlice *selectors)
{
  GalleyJsonEmitter *out = &self->out;

  galley_json_emit_open (out, '{', TRUE);
  galley_json_emit_string_member (out, "type", POSITION_TYPE);
  galley_json_emit_uint_member (out, "start", span->start);
  galley_json_emit_uint_member (out, "end", span->end);
  emit_selector_extra (self, selectors, POSITION_TYPE);
  galley_json_emit_close (out, '}');
}

static void
emit_quote_selector (GalleyJsonWriter *self,
                     const GalleySpan *span,
                     const GalleyJsonSlice *selectors)
{
  GalleyJsonEmitter *out = &self->out;
  gsize prefix, start, end, suffix;

  galley_json_contexts_get (self->contexts, span, &prefix, &start, &end, &suffix);
  /* No reader takes a longer string, ours included; the position still says where. */
  if (end - start > GALLEY_LIMIT_STRING)
    return;

  galley_json_emit_open (out, '{', TRUE);
  galley_json_emit_string_member (out, "type", QUOTE_TYPE);
  emit_slice_member (self, "exact", start, end);
  emit_slice_member (self, "prefix", prefix, start);
  emit_slice_member (self, "suffix", end, suffix);
  emit_selector_extra (self, selectors, QUOTE_TYPE);
  galley_json_emit_close (out, '}');
}

static void
emit_target (GalleyJsonWriter *self, const GalleySpan *span, const GalleyJsonSlice *extra)
{
  static const char *const merged[] = { "selector", NULL };
  GalleyJsonEmitter *out = &self->out;
  GalleyJsonSlice found;
  const GalleyJsonSlice *selectors = NULL;

  if (_galley_json_extra_find (extra, "selector", &found)
      && galley_json_slice_get_type (&found) == GALLEY_JSON_ARRAY)
    selectors = &found;

  galley_json_emit_open (out, '{', FALSE);
  galley_json_emit_string_member (out, "type", "SpecificResource");
  galley_json_emit_string_member (out, "source", self->source);
  galley_json_emit_name (out, "selector");
  galley_json_emit_open (out, '[', FALSE);
  emit_position_selector (self, span, selectors);
  emit_quote_selector (self, span, selectors);
  emit_other_selectors (self, selectors);
  galley_json_emit_close (out, ']');
  _galley_json_emit_extra (self, extra, merged);
  galley_json_emit_close (out, '}');
}

/**
 * _galley_json_emit_targets:
 * @spans: (element-type GalleySpan): one target each
 * @extra: (nullable): unknown members of what holds them, with those of each target
 *
 * Writes the member `target`.
 */
void
_galley_json_emit_targets (GalleyJsonWriter *self, GArray *spans, const GalleyJsonSlice *extra)
{
  GalleyJsonEmitter *out = &self->out;
  GalleyJsonExtraItems unknown;

  _galley_json_extra_items_init (&unknown, extra, "target");
  galley_json_emit_name (out, "target");
  galley_json_emit_open (out, '[', FALSE);
  for (guint i = 0; i < galley_spans_length (spans); i++)
    emit_target (self, galley_spans_get (spans, i), _galley_json_extra_items_next (&unknown));
  galley_json_emit_close (out, ']');
}

/**
 * _galley_json_emit_spans:
 * @spans: (element-type GalleySpan) (nullable): an empty list writes nothing
 * @extra: (nullable): unknown members of what holds them, with those of each span
 */
void
_galley_json_emit_spans (GalleyJsonWriter *self,
                         const char *name,
                         GArray *spans,
                         const GalleyJsonSlice *extra)
{
  GalleyJsonEmitter *out = &self->out;
  GalleyJsonExtraItems unknown;

  if (galley_spans_length (spans) == 0)
    return;

  _galley_json_extra_items_init (&unknown, extra, name);
  galley_json_emit_name (out, name);
  galley_json_emit_open (out, '[', TRUE);
  for (guint i = 0; i < spans->len; i++)
    {
      const GalleySpan *span = galley_spans_get (spans, i);

      galley_json_emit_open (out, '{', TRUE);
      galley_json_emit_uint_member (out, "start", span->start);
      galley_json_emit_uint_member (out, "end", span->end);
      _galley_json_emit_extra (self, _galley_json_extra_items_next (&unknown), NULL);
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
 * @extra: (nullable): unknown members of what holds them, with those of cue and mention
 *
 * Writes what is known beside the targets: of an item, or of the revision in a verdict.
 */
void
_galley_json_emit_details (GalleyJsonWriter *self,
                           const GalleyDetails *details,
                           const GalleyJsonSlice *extra)
{
  GalleyJsonEmitter *out = &self->out;

  galley_json_emit_string_member (out, "galley:type", details->type);
  galley_json_emit_string_member (out, "galley:manner", details->manner);
  galley_json_emit_string_member (out, "galley:verbClass", details->verb_class);
  _galley_json_emit_spans (self, "galley:cue", details->cue, extra);
  _galley_json_emit_spans (self, "galley:mention", details->mention, extra);
  galley_json_emit_string_member (out, "galley:source", known_source (self, details));
  galley_json_emit_string_member (out, "galley:name", details->name);
  galley_json_emit_string_member (out, "galley:role", details->role);
  galley_json_emit_string_member (out, "galley:ladder", details->ladder);
  galley_json_emit_string_member (out, "galley:affiliation", details->affiliation);
  galley_json_emit_string_member (out, "galley:part", details->part);
  galley_json_emit_string_member (out, "galley:standing", details->standing);
  emit_flags (self, details->flags);
}
