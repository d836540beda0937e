/* galley-logistic.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train/galley-logistic.h"

#include <math.h>

/* Keeps the first step of a weight finite. */
#define LEAST_SQUARE 1e-6

typedef struct
{
  guint first_option;
  guint end_option;
  guint right;
  double truth; /* how much of it is right; the rest is the others' */
} Choice;

struct _GalleyLogistic
{
  guint n_weights;
  GArray *features; /* of all options, one after the other */
  GArray *ends;     /* of each option, where its features end */
  GArray *choices;
  gboolean is_broken; /* the choice that is being added */
};

GalleyLogistic *
galley_logistic_new (guint n_weights)
{
  GalleyLogistic *self = g_new0 (GalleyLogistic, 1);

  self->n_weights = n_weights;
  self->features = g_array_new (FALSE, FALSE, sizeof (GalleyLogisticFeature));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  return self;
}

void
galley_logistic_free (GalleyLogistic *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->features);
  g_array_unref (self->ends);
  g_array_unref (self->choices);
  g_free (self);
}

static guint
first_feature (const GalleyLogistic *self, guint option)
{
  return option > 0 ? g_array_index (self->ends, guint, option - 1) : 0;
}

static guint
first_open_option (const GalleyLogistic *self)
{
  guint n = self->choices->len;

  return n > 0 ? g_array_index (self->choices, Choice, n - 1).end_option : 0;
}

/**
 * galley_logistic_add_option:
 * @features: (array length=n_features) (nullable): copied
 *
 * Adds an option to the choice that galley_logistic_end_choice() will end.
 */
void
galley_logistic_add_option (GalleyLogistic *self,
                            const GalleyLogisticFeature *features,
                            guint n_features)
{
  guint end;

  for (guint i = 0; i < n_features; i++)
    if (features[i].id >= self->n_weights || !isfinite (features[i].value))
      self->is_broken = TRUE;
  if (n_features > 0)
    g_array_append_vals (self->features, features, n_features);
  end = self->features->len;
  g_array_append_val (self->ends, end);
}

static gboolean
end_choice (GalleyLogistic *self, guint right, double truth)
{
  Choice choice = { first_open_option (self), self->ends->len, right, truth };
  guint n_options = choice.end_option - choice.first_option;
  gboolean is_good = !self->is_broken && n_options > 1 && right < n_options;

  self->is_broken = FALSE;
  if (is_good)
    g_array_append_val (self->choices, choice);
  else
    {
      g_array_set_size (self->features, first_feature (self, choice.first_option));
      g_array_set_size (self->ends, choice.first_option);
    }
  return is_good;
}

/**
 * galley_logistic_end_choice:
 * @right: which of the options added since the last choice is right
 *
 * Returns: %FALSE if nothing can be learnt from it and it was dropped: a single option, none of
 *   them right, or features that are unknown or not finite
 */
gboolean
galley_logistic_end_choice (GalleyLogistic *self, guint right)
{
  return end_choice (self, right, 1);
}

/**
 * galley_logistic_add_case:
 * @features: (array length=n_features) (nullable)
 * @truth: 0..1, what weights of its features should say
 *
 * Returns: as galley_logistic_end_choice()
 */
gboolean
galley_logistic_add_case (GalleyLogistic *self,
                          const GalleyLogisticFeature *features,
                          guint n_features,
                          double truth)
{
  galley_logistic_add_option (self, features, n_features);
  galley_logistic_add_option (self, NULL, 0);
  return end_choice (self, 0, truth);
}

guint
galley_logistic_get_n_choices (const GalleyLogistic *self)
{
  return self->choices->len;
}

/**
 * galley_logistic_add_up:
 * @weights: (array): by the ids of features
 * @features: (array length=n_features)
 *
 * Returns: the score of an option
 */
double
galley_logistic_add_up (const double *weights,
                        const GalleyLogisticFeature *features,
                        guint n_features)
{
  double sum = 0;

  for (guint i = 0; i < n_features; i++)
    sum += weights[features[i].id] * (double) features[i].value;
  return sum;
}

/**
 * galley_logistic_chance:
 * @sum: the score of a case
 *
 * Returns: 0..1, how likely it is true
 */
double
galley_logistic_chance (double sum)
{
  return 1 / (1 + exp (-sum));
}

static const GalleyLogisticFeature *
peek_option (const GalleyLogistic *self, guint option, guint *n_features)
{
  guint first = first_feature (self, option);

  *n_features = g_array_index (self->ends, guint, option) - first;
  return (const GalleyLogisticFeature *) (gpointer) self->features->data + first;
}

/* The softmax of the options; taking the largest score off keeps it finite. */
static void
weigh_options (const GalleyLogistic *self,
               const Choice *choice,
               const double *weights,
               double *chances)
{
  guint n_options = choice->end_option - choice->first_option;
  double largest = -G_MAXDOUBLE;
  double total = 0;

  for (guint i = 0; i < n_options; i++)
    {
      guint n;
      const GalleyLogisticFeature *features = peek_option (self, choice->first_option + i, &n);

      chances[i] = galley_logistic_add_up (weights, features, n);
      largest = MAX (largest, chances[i]);
    }
  for (guint i = 0; i < n_options; i++)
    total += chances[i] = exp (chances[i] - largest);
  for (guint i = 0; i < n_options; i++)
    chances[i] /= total;
}

static void
add_slope_of_choice (const GalleyLogistic *self,
                     const Choice *choice,
                     const double *weights,
                     double *chances,
                     double *slope)
{
  double share = (1 - choice->truth) / (choice->end_option - choice->first_option - 1);

  weigh_options (self, choice, weights, chances);
  for (guint option = choice->first_option; option < choice->end_option; option++)
    {
      guint place = option - choice->first_option;
      double amount = chances[place] - (place == choice->right ? choice->truth : share);
      guint n;
      const GalleyLogisticFeature *features = peek_option (self, option, &n);

      for (guint i = 0; i < n; i++)
        slope[features[i].id] += amount * (double) features[i].value;
    }
}

static guint
count_most_options (const GalleyLogistic *self)
{
  guint most = 0;

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);

      most = MAX (most, choice->end_option - choice->first_option);
    }
  return most;
}

/**
 * galley_logistic_fit:
 * @start: (array) (nullable): where weights start and what they are drawn to; %NULL: 0
 *
 * Descends from @start, each weight by steps that shrink with what it has seen (AdaGrad). Every
 * round looks at all choices: their order is nothing that has to be drawn by lot.
 *
 * Returns: (transfer full) (array): the weights, as many as the object was made for
 */
double *
galley_logistic_fit (const GalleyLogistic *self,
                     const GalleyLogisticSettings *settings,
                     const double *start)
{
  double *weights = g_new0 (double, self->n_weights + 1);
  g_autofree double *slope = g_new (double, self->n_weights + 1);
  g_autofree double *squares = g_new (double, self->n_weights + 1);
  g_autofree double *chances = g_new (double, count_most_options (self) + 1);

  for (guint k = 0; k < self->n_weights; k++)
    {
      weights[k] = start != NULL ? start[k] : 0;
      squares[k] = LEAST_SQUARE;
    }
  for (guint round = 0; round < settings->rounds; round++)
    {
      for (guint k = 0; k < self->n_weights; k++)
        slope[k] = k < settings->n_free
                       ? 0
                       : settings->pull * (weights[k] - (start != NULL ? start[k] : 0));
      for (guint i = 0; i < self->choices->len; i++)
        add_slope_of_choice (
            self, &g_array_index (self->choices, Choice, i), weights, chances, slope);
      for (guint k = 0; k < self->n_weights; k++)
        {
          squares[k] += slope[k] * slope[k];
          weights[k] -= settings->step * slope[k] / sqrt (squares[k]);
        }
    }
  return weights;
}
