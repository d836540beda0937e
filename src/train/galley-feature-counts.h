/* galley-feature-counts.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How often each feature was seen, up to 255, by its high bits. Features seen once or twice teach a
 * model the sentence they stood in and take buckets from others. */
typedef struct _GalleyFeatureCounts GalleyFeatureCounts;

GalleyFeatureCounts *galley_feature_counts_new (void);
void galley_feature_counts_free (GalleyFeatureCounts *self);
void
galley_feature_counts_see (GalleyFeatureCounts *self, const guint32 *features, guint n_features);
guint galley_feature_counts_prune (const GalleyFeatureCounts *self,
                                   guint least,
                                   guint32 *features,
                                   guint n_features);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyFeatureCounts, galley_feature_counts_free)

G_END_DECLS
