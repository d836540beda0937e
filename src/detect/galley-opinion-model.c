/* galley-opinion-model.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-opinion-model.h"

#include <math.h>

#include "base/galley-error.h"
#include "galley-detect-resources.h"
#include "language/galley-linear-model.h"

#define MODEL_PATH "/io/github/galley_app/Galley/models/opinions.galleylm"

struct _GalleyOpinionModel
{
  GalleyLinearModel *linear;
  float parameters[GALLEY_OPINION_N_PARAMETERS];
};

/**
 * galley_opinion_model_new:
 * @bytes: a model file; kept, not copied
 * @error: a #GALLEY_ERROR_MODEL where it is damaged or was learnt for other features
 *
 * Returns: (transfer full) (nullable): a model that threads may share
 */
GalleyOpinionModel *
galley_opinion_model_new (GBytes *bytes, GError **error)
{
  g_autoptr (GalleyLinearModel) linear = galley_linear_model_new (bytes, error);
  GalleyOpinionModel *self;

  if (linear == NULL)
    return NULL;
  if (linear->n_labels != GALLEY_OPINION_N_LABELS
      || linear->n_parameters != GALLEY_OPINION_N_PARAMETERS)
    {
      g_set_error_literal (error,
                           GALLEY_ERROR,
                           GALLEY_ERROR_MODEL,
                           "The model of opinions was learnt for other features.");
      return NULL;
    }
  self = g_new0 (GalleyOpinionModel, 1);
  for (guint i = 0; i < GALLEY_OPINION_N_PARAMETERS; i++)
    self->parameters[i] = galley_linear_model_get_parameter (linear, i);
  self->linear = g_steal_pointer (&linear);
  return self;
}

void
galley_opinion_model_free (GalleyOpinionModel *self)
{
  if (self == NULL)
    return;
  galley_linear_model_free (self->linear);
  g_free (self);
}

static gpointer
load_once (gpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GalleyOpinionModel *model = NULL;

  bytes = g_resource_lookup_data (galley_detect_get_resource (),
                                  MODEL_PATH,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  &error);
  if (bytes != NULL)
    model = galley_opinion_model_new (bytes, &error);
  if (model == NULL)
    g_error ("The model of opinions is unusable: %s", error->message);
  return model;
}

/**
 * galley_opinion_model_get_default:
 *
 * Returns: (transfer none): the model that the program comes with; loaded at the first call
 */
const GalleyOpinionModel *
galley_opinion_model_get_default (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_once, NULL);
}

static double
add_up (const GalleyOpinionModel *self, guint label, const guint32 *features, guint n_features)
{
  gint32 scores[GALLEY_LINEAR_N_SCORES] = { 0 };

  galley_linear_model_add_all (self->linear, features, n_features, scores);
  return (double) self->linear->scale * scores[label];
}

/**
 * galley_opinion_model_strength:
 * @cues: (element-type GalleyOpinionCue): of the sentence
 *
 * Returns: 0..1, how surely the sentence states its writer's view; %GALLEY_OPINION_DECISION is the
 *   decision
 */
double
galley_opinion_model_strength (const GalleyOpinionModel *self,
                               const GalleyOpinionSentence *sentence,
                               const GalleyText *text,
                               const GArray *cues)
{
  float counts[GALLEY_N_OPINION_FEATURES];
  guint32 grams[GALLEY_OPINION_MAX_GRAMS];
  guint n_grams = galley_opinion_grams (sentence, grams);
  double sum = add_up (self, GALLEY_OPINION_LABEL_VIEW, grams, n_grams)
               * galley_opinion_gram_value (n_grams);

  galley_opinion_features (sentence, text, cues, counts);
  for (guint i = 0; i < GALLEY_N_OPINION_FEATURES; i++)
    sum += (double) (counts[i] * self->parameters[i]);

  return 1 / (1 + exp (-sum));
}

/**
 * galley_opinion_model_loaded:
 * @position: a word of the sentence
 * @strength: of the sentence
 *
 * Weighs whether a word judges where it stands: "a toxic legacy", not "a toxic gas".
 *
 * Returns: its score; from 0 on it is called loaded
 */
double
galley_opinion_model_loaded (const GalleyOpinionModel *self,
                             const GalleyOpinionSentence *sentence,
                             guint position,
                             double strength)
{
  guint32 features[GALLEY_OPINION_MAX_LOADED];
  guint n = galley_opinion_loaded_features (sentence, position, strength, features);

  return (double) self->parameters[GALLEY_OPINION_LOADED_BIAS]
         + add_up (self, GALLEY_OPINION_LABEL_LOADED, features, n)
         - (double) self->parameters[GALLEY_OPINION_LOADED_FROM];
}
