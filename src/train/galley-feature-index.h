/* galley-feature-index.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GALLEY_FEATURE_INDEX_NONE G_MAXUINT32

/**
 * GalleyFeatureIndex:
 * @keys: hash table of the features that have a number; 0 where there is none
 * @rows: of each key, its number
 * @n_keys: size of the table, a power of two
 * @features: (element-type guint32): the features by number
 *
 * Numbers hashed features in the order in which they come, so that weights can lie side by side.
 */
typedef struct
{
  guint32 *keys;
  guint32 *rows;
  guint32 n_keys;
  GArray *features;
} GalleyFeatureIndex;

GalleyFeatureIndex *galley_feature_index_new (void);
void galley_feature_index_free (GalleyFeatureIndex *self);
guint32 galley_feature_index_find (const GalleyFeatureIndex *self, guint32 feature);
guint32 galley_feature_index_ensure (GalleyFeatureIndex *self, guint32 feature);

/* 0 means an empty place, so the one feature of that value is taken for another. */
static inline guint32
galley_feature_index_key (guint32 feature)
{
  return feature != 0 ? feature : 1;
}

/* Fetches a feature's place ahead of looking for it. */
static inline void
galley_feature_index_prefetch (const GalleyFeatureIndex *self, guint32 feature)
{
  __builtin_prefetch (&self->keys[galley_feature_index_key (feature) & (self->n_keys - 1)]);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyFeatureIndex, galley_feature_index_free)

G_END_DECLS
