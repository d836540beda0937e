/* galley-perceptron.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "train/galley-feature-index.h"

G_BEGIN_DECLS

/**
 * GalleyPerceptron:
 * @index: numbers the features that have weights
 * @weights: [number * n_labels + label]
 * @totals: the same, weighted by the step of each update
 * @transitions: [before * n_labels + after]
 * @averages: of the runs before this one, [number * n_labels + label]
 * @transition_averages: the same
 * @step: how many examples were seen
 *
 * An averaged perceptron over hashed features. Weights are whole numbers, so that learning gives
 * the same result on every machine.
 */
typedef struct
{
  GalleyFeatureIndex *index;
  GArray *weights;
  GArray *totals;
  gint32 *transitions;
  gint64 *transition_totals;
  GArray *averages;
  float *transition_averages;
  guint n_labels;
  gint64 step;
} GalleyPerceptron;

GalleyPerceptron *galley_perceptron_new (guint n_labels);
void galley_perceptron_free (GalleyPerceptron *self);

void galley_perceptron_add_all (const GalleyPerceptron *self,
                                const guint32 *features,
                                guint n_features,
                                gint32 *scores);
void galley_perceptron_update (
    GalleyPerceptron *self, const guint32 *features, guint n_features, guint label, gint32 amount);
void galley_perceptron_update_transition (GalleyPerceptron *self,
                                          guint before,
                                          guint after,
                                          gint32 amount);
void galley_perceptron_begin_again (GalleyPerceptron *self);
GBytes *galley_perceptron_to_model (const GalleyPerceptron *self,
                                    const char *version,
                                    const char *const *labels,
                                    const float *parameters,
                                    guint n_parameters);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyPerceptron, galley_perceptron_free)

G_END_DECLS
