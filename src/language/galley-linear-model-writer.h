/* galley-linear-model-writer.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/galley-linear-model.h"

G_BEGIN_DECLS

/**
 * GalleyLinearWeights:
 * @version: what the model calls itself, at most 31 bytes
 * @labels: (array length=n_labels): names, at most 11 bytes each
 * @n_labels: how many
 * @bits: there are 2^bits buckets
 * @features: (array length=n_features): hash values
 * @weights: (array): [feature * n_labels + label]
 * @n_features: how many
 * @transitions: (array) (nullable): [before * n_labels + after]
 * @parameters: (array length=n_parameters) (nullable): stored as they are
 * @n_parameters: how many
 * @limit: weights larger than this are cut to it; 0: the largest decides
 * @least: weights smaller than this many 511ths of the limit are left out
 *
 * What a trainer has learnt, for galley_linear_weights_to_bytes().
 */
typedef struct
{
  const char *version;
  const char *const *labels;
  guint n_labels;
  guint bits;
  const guint32 *features;
  const float *weights;
  guint n_features;
  const float *transitions;
  const float *parameters;
  guint n_parameters;
  float limit;
  int least;
} GalleyLinearWeights;

GBytes *galley_linear_weights_to_bytes (const GalleyLinearWeights *self);
GBytes *galley_linear_model_join (const GalleyLinearModel *one, const GalleyLinearModel *two);

G_END_DECLS
