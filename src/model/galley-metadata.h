/* galley-metadata.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "model/galley-types.h"

G_BEGIN_DECLS

/**
 * GalleyBlock:
 * @type: (interned): an id of %GALLEY_TERMS_BLOCK
 * @start: first code point
 * @end: one past the last code point
 *
 * A part of the article: headline, byline, paragraph …
 */
typedef struct
{
  const char *type;
  guint start;
  guint end;
} GalleyBlock;

/**
 * GalleyMetadata:
 * @title: (nullable): the headline
 * @byline: (nullable): who wrote it, without "By"
 * @site_name: (nullable): the outlet
 * @published_time: (nullable): ISO 8601, as much as is known ("2025-12-15")
 * @lang: (nullable): BCP 47 ("en")
 * @type_of_work: (interned): an id of %GALLEY_TERMS_WORK; `news` unless known better
 * @uri: (nullable): where the article came from
 * @blocks: (element-type GalleyBlock): sorted by start, without overlaps
 *
 * What is known about an article beside its text, as far as a person may correct it. Shared and
 * never changed once it is handed to an article, like #GalleyDetails.
 */
struct _GalleyMetadata
{
  char *title;
  char *byline;
  char *site_name;
  char *published_time;
  char *lang;
  const char *type_of_work;
  char *uri;
  GArray *blocks;
};

GalleyMetadata *galley_metadata_new (void);
GalleyMetadata *galley_metadata_copy (const GalleyMetadata *self);
GalleyMetadata *galley_metadata_ref (const GalleyMetadata *self);
void galley_metadata_unref (const GalleyMetadata *self);
gboolean galley_metadata_equal (const GalleyMetadata *a, const GalleyMetadata *b);
void galley_metadata_add_block (GalleyMetadata *self, const char *type, guint start, guint end);
gboolean galley_metadata_is_english (const GalleyMetadata *self);
const GalleyBlock *galley_metadata_get_block_at (const GalleyMetadata *self, guint offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyMetadata, galley_metadata_unref)

G_END_DECLS
