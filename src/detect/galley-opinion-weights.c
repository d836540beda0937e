/* galley-opinion-weights.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-opinions.h"

/* clang-format off */
/* A logistic regression, drawn to weights set by hand and fitted on the training and validation
 * sentences of NewsSD-ENG (CC BY 4.0); the decision at one half is fixed by cross-validation there. */
const float galley_opinion_weights[GALLEY_N_OPINION_FEATURES] = {
  -0.988f, 1.908f, 0.921f, 0.621f, 0.3f, 1.385f, 0.6f, 1.52f, 0.72f, 0.998f, 0.5f, 0.668f, 0.537f,
  0.6f, 0.266f, 1.306f, 0.696f, 0.288f, 0.366f, 0.847f, 0.453f, 0.582f, 0.411f, 1.088f, 0.45f,
  0.864f, 0.263f, 0.876f, 0.45f, 0.62f, 0.35f, 1.465f, 0.75f, 0.527f, 0.287f, 1.084f, 0.375f,
  0.618f, 0.378f, 0.158f, 0.3f, 0.041f, 0.047f, 0.236f, 0.25f, 0.405f, 0.399f, 0.336f, 1.129f,
  -0.048f, -0.208f, 0.265f, -0.614f, -0.418f, -0.949f, -2.055f, -0.411f, 0.131f, 0.154f, 0.348f,
  0.277f, 0.264f, 0.063f, 0.188f, 0.128f, 0.142f, -0.25f,
};
/* clang-format on */
