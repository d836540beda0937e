/* galley-crf.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train/galley-crf.h"

#include <math.h>
#include <string.h>

#include "language/galley-linear-model-writer.h"
#include "language/galley-viterbi.h"
#include "train/galley-train.h"

/* The same for every model: two that look at the same features end in one file. */
#define N_BITS 17

#define N         GALLEY_CRF_MAX_LABELS
#define AHEAD     8     /* features fetched before they are needed */
#define TOO_SMALL 0.002 /* what a place errs by that is not worth an update */

/* The first two rounds only find their way. */
#define FIRST_ROUND_KEPT 3

typedef float Row[N];

/* Of one sequence: the odds of every label at every place, and what forward and backward sum up,
 * scaled so that the product of the two sums to one at every place (Rabiner 1989). */
typedef struct
{
  guint n_places;
  Row *odds;
  Row *forward;
  Row *backward;
  Row transitions[N];
} Lattice;

struct _GalleyCrf
{
  const char *const *labels;
  guint n_labels;
  guint n_features;
  guint n_rounds;
  guint n_kept;
  guint8 *dropped;
  Row *weights;
  Row *squares; /* of all gradients so far */
  Row *sums;    /* of the weights after each round */
  Row transitions[N];
  Row transition_squares[N];
  Row transition_sums[N];
  gboolean may_start[N];
  gboolean may_follow[N][N];
  Lattice lattice;
};

GalleyCrf *
galley_crf_new (const char *const *labels, guint n_labels, guint n_features)
{
  GalleyCrf *self = g_new0 (GalleyCrf, 1);
  GalleyChain chain;

  g_return_val_if_fail (n_labels <= N, NULL);

  memset (&chain, 0, sizeof chain);
  chain.n_labels = n_labels;
  galley_chain_constrain (&chain, labels);
  for (guint before = 0; before < n_labels; before++)
    {
      self->may_start[before] = chain.start[before] > GALLEY_VITERBI_NEVER;
      for (guint after = 0; after < n_labels; after++)
        self->may_follow[before][after] = chain.transitions[before][after] > GALLEY_VITERBI_NEVER;
    }
  self->labels = labels;
  self->n_labels = n_labels;
  self->n_features = n_features;
  self->dropped = g_new0 (guint8, n_features + 1);
  self->weights = g_new0 (Row, n_features + 1);
  self->squares = g_new0 (Row, n_features + 1);
  self->sums = g_new0 (Row, n_features + 1);
  return self;
}

void
galley_crf_free (GalleyCrf *self)
{
  if (self == NULL)
    return;
  g_free (self->dropped);
  g_free (self->weights);
  g_free (self->squares);
  g_free (self->sums);
  g_free (self->lattice.odds);
  g_free (self->lattice.forward);
  g_free (self->lattice.backward);
  g_free (self);
}

static void
make_room (Lattice *self, guint n_places)
{
  if (n_places <= self->n_places)
    return;
  self->n_places = n_places;
  self->odds = g_renew (Row, self->odds, n_places);
  self->forward = g_renew (Row, self->forward, n_places);
  self->backward = g_renew (Row, self->backward, n_places);
}

static guint
start_of (const GalleyCrfSequence *sequence, guint place)
{
  return place > 0 ? sequence->ends[place - 1] : 0;
}

static void
add_up (const GalleyCrf *self, const GalleyCrfSequence *sequence, guint place, Row scores)
{
  guint end = sequence->ends[place];

  memset (scores, 0, sizeof (Row));
  for (guint i = start_of (sequence, place); i < end; i++)
    {
      const float *row = self->weights[sequence->features[i]];

      if (i + AHEAD < end && !self->dropped[sequence->features[i + AHEAD]])
        __builtin_prefetch (self->weights[sequence->features[i + AHEAD]]);
      if (self->dropped[sequence->features[i]])
        continue;
      for (guint label = 0; label < N; label++)
        scores[label] += row[label];
    }
}

static void
fill_odds (GalleyCrf *self, const GalleyCrfSequence *sequence)
{
  for (guint before = 0; before < self->n_labels; before++)
    for (guint after = 0; after < self->n_labels; after++)
      self->lattice.transitions[before][after] =
          self->may_follow[before][after] ? expf (self->transitions[before][after]) : 0;
  for (guint i = 0; i < sequence->n; i++)
    {
      Row scores;
      float best;

      add_up (self, sequence, i, scores);
      best = scores[0];
      for (guint label = 1; label < self->n_labels; label++)
        best = MAX (best, scores[label]);
      for (guint label = 0; label < self->n_labels; label++)
        self->lattice.odds[i][label] = expf (scores[label] - best);
    }
}

static void
fill_forward (GalleyCrf *self, guint n_places)
{
  Lattice *lattice = &self->lattice;

  for (guint i = 0; i < n_places; i++)
    {
      float sum = 0;

      for (guint after = 0; after < self->n_labels; after++)
        {
          float ways = i == 0 ? (float) self->may_start[after] : 0;

          for (guint before = 0; i > 0 && before < self->n_labels; before++)
            ways += lattice->forward[i - 1][before] * lattice->transitions[before][after];
          lattice->forward[i][after] = ways * lattice->odds[i][after];
          sum += lattice->forward[i][after];
        }
      for (guint label = 0; label < self->n_labels; label++)
        {
          lattice->forward[i][label] /= sum;
          lattice->odds[i][label] /= sum;
        }
    }
}

static void
fill_backward (GalleyCrf *self, guint n_places)
{
  Lattice *lattice = &self->lattice;

  for (guint i = n_places; i-- > 0;)
    for (guint before = 0; before < self->n_labels; before++)
      {
        float ways = i + 1 == n_places ? 1 : 0;

        for (guint after = 0; i + 1 < n_places && after < self->n_labels; after++)
          ways += lattice->transitions[before][after] * lattice->odds[i + 1][after]
                  * lattice->backward[i + 1][after];
        lattice->backward[i][before] = ways;
      }
}

static void
update_transitions (GalleyCrf *self, const GalleyCrfSequence *sequence, float step)
{
  const Lattice *lattice = &self->lattice;
  Row errors[N] = { { 0 } };

  for (guint i = 1; i < sequence->n; i++)
    {
      errors[sequence->labels[i - 1]][sequence->labels[i]] += 1;
      for (guint before = 0; before < self->n_labels; before++)
        for (guint after = 0; after < self->n_labels; after++)
          errors[before][after] -= lattice->forward[i - 1][before]
                                   * lattice->transitions[before][after] * lattice->odds[i][after]
                                   * lattice->backward[i][after];
    }
  for (guint before = 0; before < self->n_labels; before++)
    for (guint after = 0; after < self->n_labels; after++)
      {
        float error = self->may_follow[before][after] ? errors[before][after] : 0;

        self->transition_squares[before][after] += error * error;
        self->transitions[before][after] +=
            step * error / (1 + sqrtf (self->transition_squares[before][after]));
      }
}

static float
target_of (const GalleyCrf *self, const GalleyCrfSequence *sequence, guint place, guint label)
{
  if (sequence->beliefs != NULL)
    return (float) sequence->beliefs[place * self->n_labels + label] / 255;

  return sequence->labels[place] == label ? 1 : 0;
}

/* Returns whether the place errs by enough. */
static gboolean
find_errors (const GalleyCrf *self, const GalleyCrfSequence *sequence, guint place, Row errors)
{
  float largest = 0;

  memset (errors, 0, sizeof (Row));
  for (guint label = 0; label < self->n_labels; label++)
    {
      errors[label] = target_of (self, sequence, place, label)
                      - self->lattice.forward[place][label] * self->lattice.backward[place][label];
      largest = MAX (largest, fabsf (errors[label]));
    }
  return largest >= (float) TOO_SMALL;
}

static void
update (GalleyCrf *self, const GalleyCrfSequence *sequence, guint place, float step)
{
  guint end = sequence->ends[place];
  Row errors;

  if (!find_errors (self, sequence, place, errors))
    return;
  for (guint i = start_of (sequence, place); i < end; i++)
    {
      float *weights = self->weights[sequence->features[i]];
      float *squares = self->squares[sequence->features[i]];

      if (i + AHEAD < end && !self->dropped[sequence->features[i + AHEAD]])
        {
          __builtin_prefetch (self->weights[sequence->features[i + AHEAD]]);
          __builtin_prefetch (self->squares[sequence->features[i + AHEAD]]);
        }
      if (self->dropped[sequence->features[i]])
        continue;
      for (guint label = 0; label < N; label++)
        {
          squares[label] += errors[label] * errors[label];
          weights[label] += step * errors[label] / sqrtf (1 + squares[label]);
        }
    }
}

/**
 * galley_crf_learn:
 * @step: how far a weight goes at first; the more it has been moved, the less it goes
 *
 * Moves the weights towards the right labels of a sequence.
 */
void
galley_crf_learn (GalleyCrf *self, const GalleyCrfSequence *sequence, float step)
{
  if (sequence->n == 0)
    return;
  make_room (&self->lattice, sequence->n);
  fill_odds (self, sequence);
  fill_forward (self, sequence->n);
  fill_backward (self, sequence->n);
  update_transitions (self, sequence, step);
  for (guint i = 0; i < sequence->n; i++)
    update (self, sequence, i, step);
}

/**
 * galley_crf_end_round:
 *
 * Takes the weights as they are now into the mean; to be called when all sequences were learnt from
 * once more.
 */
void
galley_crf_end_round (GalleyCrf *self)
{
  if (++self->n_rounds < FIRST_ROUND_KEPT)
    return;
  self->n_kept++;
  for (guint i = 0; i < self->n_features; i++)
    for (guint label = 0; label < self->n_labels; label++)
      self->sums[i][label] += self->weights[i][label];
  for (guint before = 0; before < self->n_labels; before++)
    for (guint after = 0; after < self->n_labels; after++)
      self->transition_sums[before][after] += self->transitions[before][after];
}

static void
forget (GalleyCrf *self)
{
  memset (self->weights, 0, self->n_features * sizeof (Row));
  memset (self->squares, 0, self->n_features * sizeof (Row));
  memset (self->sums, 0, self->n_features * sizeof (Row));
  memset (self->transitions, 0, sizeof self->transitions);
  memset (self->transition_squares, 0, sizeof self->transition_squares);
  memset (self->transition_sums, 0, sizeof self->transition_sums);
  self->n_rounds = 0;
  self->n_kept = 0;
}

/**
 * galley_crf_select:
 * @share: of all features
 *
 * Starts learning anew with those features alone whose weights have become the largest: what the
 * others know the rest learns to say, as it does not where they are only left out of the file.
 */
void
galley_crf_select (GalleyCrf *self, float share)
{
  g_autofree float *sizes = g_new0 (float, self->n_features + 1);
  g_autofree float *sorted = g_new (float, self->n_features + 1);
  float least;

  g_return_if_fail (self->n_features > 0);

  for (guint i = 0; i < self->n_features; i++)
    for (guint label = 0; label < self->n_labels; label++)
      sizes[i] = MAX (sizes[i], fabsf (self->weights[i][label]));
  memcpy (sorted, sizes, self->n_features * sizeof *sorted);
  least = galley_train_find_quantile (sorted, self->n_features, 1 - (double) share);
  for (guint i = 0; i < self->n_features; i++)
    self->dropped[i] = sizes[i] < least;
  forget (self);
}

static float *
average (const GalleyCrf *self, const Row *sums, guint n_rows)
{
  float *means = g_new (float, (gsize) n_rows * self->n_labels + 1);

  for (guint i = 0; i < n_rows; i++)
    for (guint label = 0; label < self->n_labels; label++)
      means[(gsize) i * self->n_labels + label] = sums[i][label] / (float) MAX (self->n_kept, 1);
  return means;
}

/**
 * galley_crf_to_model:
 * @features: (array): hash values by number
 * @least: weights below it, in 511ths of the largest, are left out
 *
 * Returns: (transfer full): a model file of the mean weights
 */
GBytes *
galley_crf_to_model (const GalleyCrf *self,
                     const guint32 *features,
                     const char *version,
                     guint least,
                     const float *parameters,
                     guint n_parameters)
{
  g_autofree float *weights = average (self, self->sums, self->n_features);
  g_autofree float *transitions = average (self, self->transition_sums, self->n_labels);
  GalleyLinearWeights learnt = {
    .version = version,
    .labels = self->labels,
    .n_labels = self->n_labels,
    .bits = N_BITS,
    .features = features,
    .weights = weights,
    .n_features = self->n_features,
    .transitions = transitions,
    .parameters = parameters,
    .n_parameters = n_parameters,
  };

  learnt.least = (int) least;
  learnt.limit = galley_train_find_limit (weights, (gsize) self->n_features * self->n_labels);
  return galley_linear_weights_to_bytes (&learnt);
}
