/* galley-crf.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A linear-chain conditional random field over hashed features that are numbered from 0 on
 * (Lafferty, McCallum and Pereira 2001), learnt by AdaGrad (Duchi, Hazan and Singer 2011). Its
 * weights are the means of those after each round but the first two, which err less on what was not
 * seen than the last ones do. Floating-point numbers: the same on one machine and compiler, on
 * others all but the same. */
typedef struct _GalleyCrf GalleyCrf;

#define GALLEY_CRF_MAX_LABELS 8

/**
 * GalleyCrfSequence:
 * @features: numbers of features, one place's after the other's
 * @ends: (array length=n): where each place's features end
 * @labels: (array length=n): right labels
 * @beliefs: (nullable): how likely each label of each place is, a row of all labels a place, in
 *   255ths; %NULL where @labels alone are right. Pairs of labels are learnt from @labels
 * @n: places
 *
 * What is learnt from at once; borrowed.
 */
typedef struct
{
  const guint32 *features;
  const guint32 *ends;
  const guint8 *labels;
  const guint8 *beliefs;
  guint n;
} GalleyCrfSequence;

GalleyCrf *galley_crf_new (const char *const *labels, guint n_labels, guint n_features);
void galley_crf_free (GalleyCrf *self);

void galley_crf_learn (GalleyCrf *self, const GalleyCrfSequence *sequence, float step);
void galley_crf_end_round (GalleyCrf *self);
void galley_crf_select (GalleyCrf *self, float share);
GBytes *galley_crf_to_model (const GalleyCrf *self,
                             const guint32 *features,
                             const char *version,
                             guint least,
                             const float *parameters,
                             guint n_parameters);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyCrf, galley_crf_free)

G_END_DECLS
