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
  -1.026f, 1.902f, 0.922f, 0.606f, 0.303f, 1.369f, 0.6f, 1.518f, 0.721f, 0.999f, 0.5f, 0.656f,
  0.545f, 0.603f, 0.266f, 1.307f, 0.696f, 0.304f, 0.367f, 0.665f, 0.454f, 0.592f, 0.411f, 1.087f,
  0.45f, 0.864f, 0.265f, 0.876f, 0.45f, 0.626f, 0.35f, 1.466f, 0.75f, 0.534f, 0.285f, 1.09f,
  0.369f, 0.623f, 0.38f, 0.147f, 0.311f, 0.056f, 0.037f, 0.242f, 0.25f, 0.401f, 0.402f, 0.342f,
  1.129f, -0.048f, -0.19f, 0.269f, -0.623f, -0.419f, -0.958f, -2.052f, -0.409f, 0.133f, 0.137f,
  0.333f, 0.28f, 0.283f, 0.065f, 0.146f, 0.133f, 0.133f, -0.265f,
};
/* clang-format on */
