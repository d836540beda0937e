/* galley-json-writer-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/galley-json-contexts.h"
#include "export/galley-json-emitter.h"
#include "model/galley-review.h"

G_BEGIN_DECLS

/**
 * GalleyJsonWriter:
 * @out: the emitter
 * @review: what is written
 * @article: its article
 * @contexts: the words around every target
 * @source: the `ni:` URI of the article's text (RFC 6920)
 * @without_text: whether the article's text is left out
 * @private_notes: whether private notes are written
 *
 * What the parts of the writer share.
 */
typedef struct
{
  GalleyJsonEmitter out;
  GalleyReview *review;
  GalleyArticle *article;
  GalleyJsonContexts *contexts;
  char *source;
  gboolean without_text;
  gboolean private_notes;
} GalleyJsonWriter;

/**
 * GalleyJsonExtraItems:
 *
 * Walks over what is not known of the items of a list, while they are written. Lives on the stack.
 */
typedef struct
{
  GalleyJsonIter iter;
  gboolean more;
  GalleyJsonSlice members;
} GalleyJsonExtraItems;

/* Members that this version does not know, kept as a JSON object (galley-json-extra.c). */
gboolean _galley_json_extra_parse (const char *extra, GalleyJsonSlice *object);
gboolean
_galley_json_extra_find (const GalleyJsonSlice *object, const char *name, GalleyJsonSlice *value);
void _galley_json_emit_extra (GalleyJsonWriter *self,
                              const GalleyJsonSlice *object,
                              const char *const *merged_elsewhere);
void _galley_json_emit_extra_items (GalleyJsonWriter *self, const GalleyJsonSlice *array);
void _galley_json_extra_items_init (GalleyJsonExtraItems *self,
                                    const GalleyJsonSlice *object,
                                    const char *name);
const GalleyJsonSlice *_galley_json_extra_items_next (GalleyJsonExtraItems *self);
gboolean _galley_json_extra_has_type (const GalleyJsonSlice *object, const char *type);

void _galley_json_emit_article (GalleyJsonWriter *self, const GalleyJsonSlice *extra);
void _galley_json_emit_spans (GalleyJsonWriter *self,
                              const char *name,
                              GArray *spans,
                              const GalleyJsonSlice *extra);
void
_galley_json_emit_targets (GalleyJsonWriter *self, GArray *spans, const GalleyJsonSlice *extra);
void _galley_json_emit_details (GalleyJsonWriter *self,
                                const GalleyDetails *details,
                                const GalleyJsonSlice *extra);
void _galley_json_emit_person (GalleyJsonWriter *self,
                               const char *nickname,
                               const GalleyJsonSlice *extra);
void _galley_json_emit_annotation (GalleyJsonWriter *self, GalleyAnnotation *annotation);
void _galley_json_emit_verdict (GalleyJsonWriter *self,
                                GalleyAnnotation *annotation,
                                const GalleyVerdict *verdict);

G_END_DECLS
