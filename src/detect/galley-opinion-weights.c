/* galley-opinion-weights.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Generated, not to be edited, by
 *   galley-train-opinions --output=data/models --code=src/detect --test=newssd-eng/test.csv \
 *     newssd-eng/train.csv newssd-eng/val.csv
 */

#include "config.h"

#include "detect/galley-opinions.h"

/* clang-format off */
/* A logistic regression, drawn to weights set by hand and fitted on the training and validation
 * sentences of NewsSD-ENG (CC BY 4.0); the decision at one half is fixed by cross-validation there. */
const float galley_opinion_weights[GALLEY_N_OPINION_FEATURES] = {
  -1.012f, 1.86f, 0.931f, 0.613f, 0.266f, 1.463f, 0.6f, 1.56f, 0.721f, 1.0f, 0.5f, 0.627f, 0.548f,
  0.624f, 0.271f, 1.25f, 0.663f, 0.229f, 0.392f, 0.818f, 0.455f, 0.564f, 0.416f, 1.142f, 0.45f,
  0.922f, 0.266f, 0.873f, 0.45f, 0.603f, 0.35f, 1.453f, 0.75f, 0.519f, 0.289f, 1.166f, 0.389f,
  0.622f, 0.402f, 0.139f, 0.335f, 0.002f, 0.024f, 0.206f, 0.25f, 0.39f, 0.448f, 0.306f, 1.172f,
  -0.051f, -0.223f, 0.315f, -0.644f, -0.427f, -0.967f, -2.068f, -0.406f, 0.135f, 0.191f, 0.351f,
  0.321f, 0.282f, 0.039f, 0.199f, 0.139f, 0.133f, -0.27f,
};
/* clang-format on */
