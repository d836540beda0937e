/* galley-article.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "base/galley-offsets.h"
#include "model/galley-metadata.h"
#include "model/galley-span.h"
#include "model/galley-types.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_ARTICLE (galley_article_get_type ())
G_DECLARE_FINAL_TYPE (GalleyArticle, galley_article, GALLEY, ARTICLE, GObject)

GalleyArticle *galley_article_new (GBytes *text, const char *importer);

const char *galley_article_get_text (GalleyArticle *self);
gsize galley_article_get_length (GalleyArticle *self);
guint galley_article_get_n_chars (GalleyArticle *self);
const GalleyOffsets *galley_article_get_offsets (GalleyArticle *self);
const char *galley_article_get_sha256 (GalleyArticle *self);
const char *galley_article_get_importer (GalleyArticle *self);
char *galley_article_dup_slice (GalleyArticle *self, guint start, guint end);
char *galley_article_dup_spans (GalleyArticle *self, GArray *spans);
const char *galley_article_peek_slice (GalleyArticle *self, guint start, guint end, gsize *length);

const GalleyMetadata *galley_article_get_metadata (GalleyArticle *self);
void galley_article_take_metadata (GalleyArticle *self, GalleyMetadata *metadata);

G_END_DECLS
