/* galley-json-contexts.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-article.h"

G_BEGIN_DECLS

/**
 * GalleyJsonContexts:
 *
 * For every marked stretch of an article, how much of the text around it makes it unmistakable: at
 * least 32 code points on each side, whole grapheme clusters, and as many more as it takes until
 * the same words stand nowhere else. Finds them for all at once, in one pass over the text.
 */
typedef struct _GalleyJsonContexts GalleyJsonContexts;

GalleyJsonContexts *galley_json_contexts_new (GalleyArticle *article);
void galley_json_contexts_free (GalleyJsonContexts *self);
void galley_json_contexts_add (GalleyJsonContexts *self, GArray *spans);
void galley_json_contexts_resolve (GalleyJsonContexts *self);
void galley_json_contexts_get (GalleyJsonContexts *self,
                               const GalleySpan *span,
                               gsize *prefix,
                               gsize *start,
                               gsize *end,
                               gsize *suffix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyJsonContexts, galley_json_contexts_free)

G_END_DECLS
