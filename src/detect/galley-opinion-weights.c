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
  -1.018f, 1.902f, 0.922f, 0.607f, 0.305f, 1.368f, 0.6f, 1.527f, 0.721f, 1.01f, 0.5f, 0.657f,
  0.545f, 0.605f, 0.266f, 1.309f, 0.697f, 0.307f, 0.368f, 0.664f, 0.454f, 0.595f, 0.411f, 1.085f,
  0.45f, 0.872f, 0.265f, 0.962f, 0.479f, 0.626f, 0.35f, 0.907f, 0.45f, 0.534f, 0.285f, 1.092f,
  0.371f, 0.622f, 0.381f, 0.122f, 0.296f, 0.053f, 0.041f, 0.241f, 0.25f, 0.408f, 0.4f, 0.341f,
  1.13f, -0.052f, -0.192f, 0.271f, -0.622f, -0.419f, -0.957f, -2.054f, -0.41f, 0.119f, 0.137f,
  0.328f, 0.285f, 0.276f, 0.063f, 0.153f, 0.13f, 0.134f, -0.254f,
};
/* clang-format on */
