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

/* Smaller weights, in 511ths of the largest, are half of all and decide nothing. */
#define LEAST_WEIGHT 12

#define FIRST_N_KEYS (1u << 20)

GalleyPerceptron *
galley_perceptron_new (guint n_labels)
{
  GalleyPerceptron *self = g_new0 (GalleyPerceptron, 1);

  self->n_labels = n_labels;
  self->n_keys = FIRST_N_KEYS;
  self->keys = g_new0 (guint32, self->n_keys);
  self->rows = g_new0 (guint32, self->n_keys);
  self->features = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->weights = g_array_new (FALSE, TRUE, sizeof (gint32));
  self->totals = g_array_new (FALSE, TRUE, sizeof (gint64));
  self->transitions = g_new0 (gint32, n_labels * n_labels);
  self->transition_totals = g_new0 (gint64, n_labels * n_labels);
  return self;
}

void
galley_perceptron_free (GalleyPerceptron *self)
{
  if (self == NULL)
    return;
  g_free (self->keys);
  g_free (self->rows);
  g_array_unref (self->features);
  g_array_unref (self->weights);
  g_array_unref (self->totals);
  g_free (self->transitions);
  g_free (self->transition_totals);
  g_free (self);
}

/* 0 means an empty place, so the one feature of that value is taken for another. */
static guint32
key_of (guint32 feature)
{
  return feature != 0 ? feature : 1;
}

static guint32
find_place (const GalleyPerceptron *self, guint32 key)
{
  guint32 place = key & (self->n_keys - 1);

  while (self->keys[place] != 0 && self->keys[place] != key)
    place = (place + 1) & (self->n_keys - 1);
  return place;
}

static void
put_key (GalleyPerceptron *self, guint32 key, guint32 row)
{
  guint32 place = find_place (self, key);

  self->keys[place] = key;
  self->rows[place] = row;
}

static void
grow (GalleyPerceptron *self)
{
  self->n_keys *= 2;
  g_free (self->keys);
  g_free (self->rows);
  self->keys = g_new0 (guint32, self->n_keys);
  self->rows = g_new0 (guint32, self->n_keys);
  for (guint row = 0; row < self->features->len; row++)
    put_key (self, g_array_index (self->features, guint32, row), row);
}

/* The feature's number, a new one where it has none yet. */
static guint32
ensure_row (GalleyPerceptron *self, guint32 feature)
{
  guint32 key = key_of (feature);
  guint32 place = find_place (self, key);
  guint32 row = self->features->len;

  if (self->keys[place] == key)
    return self->rows[place];
  if (2 * row >= self->n_keys)
    grow (self);
  put_key (self, key, row);
  g_array_append_val (self->features, key);
  g_array_set_size (self->weights, self->features->len * self->n_labels);
  g_array_set_size (self->totals, self->features->len * self->n_labels);
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
    __builtin_prefetch (&self->keys[key_of (features[i]) & (self->n_keys - 1)]);
  for (guint i = 0; i < n_features; i++)
    {
      guint32 place = find_place (self, key_of (features[i]));
      const gint32 *row;

      if (self->keys[place] == 0)
        continue;
      row = &g_array_index (self->weights, gint32, (gsize) self->rows[place] * self->n_labels);
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

/* Three or so features a bucket: fewer cost room, more time. */
static guint
bits_for (guint n_features)
{
  guint bits = 1;

  while (bits < 17 && (3u << bits) < n_features)
    bits++;
  return bits;
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
  g_autofree float *weights = g_new (float, n_weights + 1);
  g_autofree float *transitions = g_new (float, n_pairs);
  GalleyLinearWeights learnt = {
    .version = version,
    .labels = labels,
    .n_labels = self->n_labels,
    .bits = bits_for (self->features->len),
    .features = (const guint32 *) self->features->data,
    .weights = weights,
    .n_features = self->features->len,
    .transitions = transitions,
    .parameters = parameters,
    .n_parameters = n_parameters,
  };

  for (gsize i = 0; i < n_weights; i++)
    weights[i] = average (g_array_index (self->weights, gint32, i),
                          g_array_index (self->totals, gint64, i),
                          self->step);
  for (guint i = 0; i < n_pairs; i++)
    transitions[i] = average (self->transitions[i], self->transition_totals[i], self->step);
  learnt.least = LEAST_WEIGHT;
  learnt.limit = find_limit (weights, n_weights);
  return galley_linear_weights_to_bytes (&learnt);
}
