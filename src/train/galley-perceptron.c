/* galley-perceptron.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train/galley-perceptron.h"

#include <math.h>

#include "language/galley-linear-model-writer.h"

/* Of a hundred thousand weights one may be cut: a finer step for all others is worth more. */
#define CUT_SHARE 0.00001

GalleyPerceptron *
galley_perceptron_new (guint n_labels, guint bits)
{
  GalleyPerceptron *self = g_new0 (GalleyPerceptron, 1);
  gsize n_weights = ((gsize) 1 << bits) * n_labels;

  self->n_labels = n_labels;
  self->bits = bits;
  self->weights = g_new0 (gint32, n_weights);
  self->totals = g_new0 (gint64, n_weights);
  self->transitions = g_new0 (gint32, n_labels * n_labels);
  self->transition_totals = g_new0 (gint64, n_labels * n_labels);
  return self;
}

void
galley_perceptron_free (GalleyPerceptron *self)
{
  if (self == NULL)
    return;
  g_free (self->weights);
  g_free (self->totals);
  g_free (self->transitions);
  g_free (self->transition_totals);
  g_free (self);
}

static gsize
row_of (const GalleyPerceptron *self, guint32 feature)
{
  return (gsize) (feature & ((1u << self->bits) - 1)) * self->n_labels;
}

/**
 * galley_perceptron_add_all:
 * @features: (array length=n_features): hash values
 * @scores: (array): of every label
 */
void
galley_perceptron_add_all (const GalleyPerceptron *self,
                           const guint32 *features,
                           guint n_features,
                           gint32 *scores)
{
  for (guint i = 0; i < n_features; i++)
    __builtin_prefetch (&self->weights[row_of (self, features[i])]);
  for (guint i = 0; i < n_features; i++)
    {
      const gint32 *row = &self->weights[row_of (self, features[i])];

      for (guint label = 0; label < self->n_labels; label++)
        scores[label] += row[label];
    }
}

/**
 * galley_perceptron_update:
 *
 * Moves the label's weight of every feature by @amount.
 */
void
galley_perceptron_update (
    GalleyPerceptron *self, const guint32 *features, guint n_features, guint label, gint32 amount)
{
  for (guint i = 0; i < n_features; i++)
    {
      gsize weight = row_of (self, features[i]) + label;

      self->weights[weight] += amount;
      self->totals[weight] += self->step * amount;
    }
}

void
galley_perceptron_update_transition (GalleyPerceptron *self,
                                     guint before,
                                     guint after,
                                     gint32 amount)
{
  guint pair = before * self->n_labels + after;

  self->transitions[pair] += amount;
  self->transition_totals[pair] += self->step * amount;
}

static int
compare_floats (gconstpointer a, gconstpointer b)
{
  float x = *(const float *) a;
  float y = *(const float *) b;

  return (x > y) - (x < y);
}

static float
find_limit (const float *weights, gsize n_weights)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (float));

  for (gsize i = 0; i < n_weights; i++)
    {
      float size = fabsf (weights[i]);

      if (size > 0)
        g_array_append_val (sizes, size);
    }
  if (sizes->len == 0)
    return 0;
  g_array_sort (sizes, compare_floats);
  return g_array_index (sizes, float, (guint) ((sizes->len - 1) * (1 - CUT_SHARE)));
}

static float
average (gint32 weight, gint64 total, gint64 step)
{
  return (float) (weight - (double) total / (double) MAX (step, 1));
}

/**
 * galley_perceptron_to_model:
 *
 * Returns: (transfer full): a model file of the averages
 */
GBytes *
galley_perceptron_to_model (const GalleyPerceptron *self,
                            const char *version,
                            const char *const *labels,
                            const float *parameters,
                            guint n_parameters)
{
  gsize n_weights = ((gsize) 1 << self->bits) * self->n_labels;
  guint n_pairs = self->n_labels * self->n_labels;
  g_autofree float *weights = g_new (float, n_weights);
  g_autofree float *transitions = g_new (float, n_pairs);
  GalleyLinearWeights learnt = {
    .version = version,
    .labels = labels,
    .n_labels = self->n_labels,
    .bits = self->bits,
    .weights = weights,
    .transitions = transitions,
    .parameters = parameters,
    .n_parameters = n_parameters,
  };

  for (gsize i = 0; i < n_weights; i++)
    weights[i] = average (self->weights[i], self->totals[i], self->step);
  for (guint i = 0; i < n_pairs; i++)
    transitions[i] = average (self->transitions[i], self->transition_totals[i], self->step);
  learnt.limit = find_limit (weights, n_weights);
  return galley_linear_weights_to_bytes (&learnt);
}
