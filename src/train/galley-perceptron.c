/* galley-perceptron.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train/galley-perceptron.h"

#include <string.h>

#include "language/galley-linear-model-writer.h"
#include "train/galley-train.h"

/* Smaller weights, in 511ths of the largest, are half of all and decide nothing. */
#define LEAST_WEIGHT 12

GalleyPerceptron *
galley_perceptron_new (guint n_labels)
{
  GalleyPerceptron *self = g_new0 (GalleyPerceptron, 1);

  self->n_labels = n_labels;
  self->index = galley_feature_index_new ();
  self->weights = g_array_new (FALSE, TRUE, sizeof (gint32));
  self->totals = g_array_new (FALSE, TRUE, sizeof (gint64));
  self->averages = g_array_new (FALSE, TRUE, sizeof (float));
  self->transition_averages = g_new0 (float, n_labels *n_labels);
  self->transitions = g_new0 (gint32, n_labels * n_labels);
  self->transition_totals = g_new0 (gint64, n_labels * n_labels);
  return self;
}

void
galley_perceptron_free (GalleyPerceptron *self)
{
  if (self == NULL)
    return;
  galley_feature_index_free (self->index);
  g_array_unref (self->weights);
  g_array_unref (self->totals);
  g_array_unref (self->averages);
  g_free (self->transition_averages);
  g_free (self->transitions);
  g_free (self->transition_totals);
  g_free (self);
}

/* The feature's number, a new one, with weights of 0, where it has none yet. */
static guint32
ensure_row (GalleyPerceptron *self, guint32 feature)
{
  guint32 row = galley_feature_index_ensure (self->index, feature);
  guint n_weights = self->index->features->len * self->n_labels;

  if (n_weights > self->weights->len)
    {
      g_array_set_size (self->weights, n_weights);
      g_array_set_size (self->totals, n_weights);
      g_array_set_size (self->averages, n_weights);
    }
  return row;
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
    galley_feature_index_prefetch (self->index, features[i]);
  for (guint i = 0; i < n_features; i++)
    {
      guint32 number = galley_feature_index_find (self->index, features[i]);
      const gint32 *row;

      if (number == GALLEY_FEATURE_INDEX_NONE)
        continue;
      row = &g_array_index (self->weights, gint32, (gsize) number * self->n_labels);
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
      gsize weight = (gsize) ensure_row (self, features[i]) * self->n_labels + label;

      g_array_index (self->weights, gint32, weight) += amount;
      g_array_index (self->totals, gint64, weight) += self->step * amount;
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

static float
average (gint32 weight, gint64 total, gint64 step)
{
  return (float) (weight - (double) total / (double) MAX (step, 1));
}

static void
add_averages (const GalleyPerceptron *self, float *weights, float *transitions)
{
  const gint32 *now = (const gint32 *) self->weights->data;
  const gint64 *totals = (const gint64 *) self->totals->data;

  for (gsize i = 0; i < self->weights->len; i++)
    weights[i] += average (now[i], totals[i], self->step);
  for (guint i = 0; i < self->n_labels * self->n_labels; i++)
    transitions[i] += average (self->transitions[i], self->transition_totals[i], self->step);
}

/**
 * galley_perceptron_begin_again:
 *
 * Keeps the averages and learns from nothing once more. Runs that see the examples in different
 * orders err in different places: their sum is better than each.
 */
void
galley_perceptron_begin_again (GalleyPerceptron *self)
{
  guint n_pairs = self->n_labels * self->n_labels;

  add_averages (self, (float *) self->averages->data, self->transition_averages);
  memset (self->weights->data, 0, self->weights->len * sizeof (gint32));
  memset (self->totals->data, 0, self->totals->len * sizeof (gint64));
  memset (self->transitions, 0, n_pairs * sizeof (gint32));
  memset (self->transition_totals, 0, n_pairs * sizeof (gint64));
  self->step = 0;
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
  gsize n_weights = self->weights->len;
  guint n_pairs = self->n_labels * self->n_labels;
  g_autofree float *weights = g_memdup2 (self->averages->data, n_weights * sizeof (float));
  g_autofree float *transitions = g_memdup2 (self->transition_averages, n_pairs * sizeof (float));
  GalleyLinearWeights learnt = {
    .version = version,
    .labels = labels,
    .n_labels = self->n_labels,
    .bits = galley_train_find_bits (self->index->features->len),
    .features = (const guint32 *) self->index->features->data,
    .weights = weights,
    .n_features = self->index->features->len,
    .transitions = transitions,
    .parameters = parameters,
    .n_parameters = n_parameters,
  };

  add_averages (self, weights, transitions);
  learnt.least = LEAST_WEIGHT;
  learnt.limit = galley_train_find_limit (weights, n_weights);
  return galley_linear_weights_to_bytes (&learnt);
}
