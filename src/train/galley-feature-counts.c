/* galley-feature-counts.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train/galley-feature-counts.h"

#define BITS 26

struct _GalleyFeatureCounts
{
  guint8 *counts;
};

GalleyFeatureCounts *
galley_feature_counts_new (void)
{
  GalleyFeatureCounts *self = g_new0 (GalleyFeatureCounts, 1);

  self->counts = g_new0 (guint8, (gsize) 1 << BITS);
  return self;
}

void
galley_feature_counts_free (GalleyFeatureCounts *self)
{
  if (self == NULL)
    return;
  g_free (self->counts);
  g_free (self);
}

void
galley_feature_counts_see (GalleyFeatureCounts *self, const guint32 *features, guint n_features)
{
  for (guint i = 0; i < n_features; i++)
    {
      guint8 *count = &self->counts[features[i] >> (32 - BITS)];

      if (*count < G_MAXUINT8)
        (*count)++;
    }
}

/**
 * galley_feature_counts_prune:
 * @least: how often a feature must have been seen
 * @features: (inout) (array length=n_features): what stays moves to the front
 *
 * Returns: how many features stay
 */
guint
galley_feature_counts_prune (const GalleyFeatureCounts *self,
                             guint least,
                             guint32 *features,
                             guint n_features)
{
  guint kept = 0;

  for (guint i = 0; i < n_features; i++)
    if (self->counts[features[i] >> (32 - BITS)] >= least)
      features[kept++] = features[i];
  return kept;
}
