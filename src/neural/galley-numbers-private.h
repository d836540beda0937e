/* galley-numbers-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The upper half of a float (bfloat16): its sign, its exponent and seven bits. */
typedef guint16 GalleyShortFloat;

void _galley_numbers_split (const float *numbers,
                            gsize n,
                            GalleyShortFloat *high,
                            GalleyShortFloat *low);
void _galley_numbers_normalise (
    float *rows, guint n_rows, guint width, const float *weight, const float *bias);
void _galley_numbers_softmax (float *scores, guint n_known, guint n, float scale);
float _galley_numbers_dot (const float *a, const float *b, guint n);

G_END_DECLS
