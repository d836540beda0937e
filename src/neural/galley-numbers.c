/* galley-numbers.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "neural/galley-numbers-private.h"

#include <math.h>
#include <string.h>

/* Loops that a compiler turns into vector instructions, for each kind of processor its own; which
 * of them runs is settled when the program starts. */
#if defined(__x86_64__) && defined(__GLIBC__) && !defined(__clang__) && __GNUC__ >= 12             \
    && !defined(__SANITIZE_ADDRESS__)
#define FOR_EACH_PROCESSOR                                                                         \
  __attribute__ ((target_clones ("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define FOR_EACH_PROCESSOR
#endif

#define NORM_EPSILON 1e-12f

/* To the nearest, ties to even. */
static inline GalleyShortFloat
shorten (float number)
{
  guint32 bits;

  memcpy (&bits, &number, sizeof bits);
  return (GalleyShortFloat) ((bits + 0x7fff + ((bits >> 16) & 1)) >> 16);
}

static inline float
lengthen (GalleyShortFloat shortened)
{
  guint32 bits = (guint32) shortened << 16;
  float number;

  memcpy (&number, &bits, sizeof number);
  return number;
}

/**
 * _galley_numbers_split:
 * @high: (out caller-allocates) (array length=n): the numbers in short
 * @low: (out caller-allocates) (array length=n): what these lack, in short
 *
 * Two short floats hold a float but for some 2⁻¹⁷ of it. Where a processor multiplies short floats
 * several times as fast, that is worth twice as many products.
 */
FOR_EACH_PROCESSOR void
_galley_numbers_split (const float *numbers, gsize n, GalleyShortFloat *high, GalleyShortFloat *low)
{
#pragma omp simd
  for (gsize i = 0; i < n; i++)
    {
      high[i] = shorten (numbers[i]);
      low[i] = shorten (numbers[i] - lengthen (high[i]));
    }
}

static inline void
normalise_row (float *row, guint width, const float *weight, const float *bias)
{
  float sum = 0, squares = 0, mean, scale;

#pragma omp simd reduction(+ : sum)
  for (guint i = 0; i < width; i++)
    sum += row[i];
  mean = sum / (float) width;
#pragma omp simd reduction(+ : squares)
  for (guint i = 0; i < width; i++)
    squares += (row[i] - mean) * (row[i] - mean);
  scale = 1 / sqrtf (squares / (float) width + NORM_EPSILON);
#pragma omp simd
  for (guint i = 0; i < width; i++)
    row[i] = (row[i] - mean) * scale * weight[i] + bias[i];
}

/**
 * _galley_numbers_normalise:
 * @rows: (inout): n_rows × width numbers
 *
 * Layer normalisation (Ba, Kiros and Hinton 2016, arXiv:1607.06450), each row for itself.
 */
FOR_EACH_PROCESSOR void
_galley_numbers_normalise (
    float *rows, guint n_rows, guint width, const float *weight, const float *bias)
{
  for (guint i = 0; i < n_rows; i++)
    normalise_row (rows + (gsize) i * width, width, weight, bias);
}

/* e^x for x ≤ 0, to some 2e-7 of it: 2^k times Taylor's series on ±ln 2 / 2. The sum with 1.5 · 2²³
 * rounds to whole numbers, and leaves them in the low bits. */
static inline float
exp_of_negative (float x)
{
  const float rounder = 12582912.0f;
  float bounded = MAX (x, -87.0f);
  float shifted = bounded * 1.44269504f + rounder;
  float whole = shifted - rounder;
  float rest = (bounded - whole * 0.693145752f) - whole * 1.42860677e-6f;
  float power = 1 / 24.0f + rest * (1 / 120.0f + rest * (1 / 720.0f));
  guint32 bits, exponent;

  power = 1 + rest * (1 + rest * (1 / 2.0f + rest * (1 / 6.0f + rest * power)));
  memcpy (&bits, &power, sizeof bits);
  memcpy (&exponent, &shifted, sizeof exponent);
  bits += exponent << 23;
  memcpy (&power, &bits, sizeof power);
  return power;
}

/**
 * _galley_numbers_softmax:
 * @scores: (inout) (array length=n): become probabilities
 * @n_known: how many of them count; the others become 0
 * @scale: of the scores, positive
 */
FOR_EACH_PROCESSOR void
_galley_numbers_softmax (float *scores, guint n_known, guint n, float scale)
{
  float largest = -INFINITY, sum = 0, share;

#pragma omp simd reduction(max : largest)
  for (guint i = 0; i < n_known; i++)
    largest = MAX (largest, scores[i]);
  for (guint i = 0; i < n_known; i++)
    scores[i] = exp_of_negative ((scores[i] - largest) * scale);
#pragma omp simd reduction(+ : sum)
  for (guint i = 0; i < n_known; i++)
    sum += scores[i];
  share = 1 / sum;
  for (guint i = 0; i < n_known; i++)
    scores[i] *= share;
  for (guint i = n_known; i < n; i++)
    scores[i] = 0;
}

FOR_EACH_PROCESSOR float
_galley_numbers_dot (const float *a, const float *b, guint n)
{
  float sum = 0;

#pragma omp simd reduction(+ : sum)
  for (guint i = 0; i < n; i++)
    sum += a[i] * b[i];
  return sum;
}
