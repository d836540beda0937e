/* galley-logistic.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint32 id;
  float value;
} GalleyLogisticFeature;

/**
 * GalleyLogisticSettings:
 * @pull: how strongly weights are drawn to where they start (L2); 0: not at all
 * @n_free: how many of the first weights are not drawn, as that of a bias
 * @rounds: how often all choices are looked at
 * @step: how far a weight may go in a round
 */
typedef struct
{
  double pull;
  guint n_free;
  guint rounds;
  double step;
} GalleyLogisticSettings;

/* Choices among options, of which one is right, to learn weights of features from: the chance of an
 * option is its softmax among those of its choice. A case, true or not or in between, is a choice
 * between its features and nothing: logistic regression. */
typedef struct _GalleyLogistic GalleyLogistic;

GalleyLogistic *galley_logistic_new (guint n_weights);
void galley_logistic_free (GalleyLogistic *self);

void galley_logistic_add_option (GalleyLogistic *self,
                                 const GalleyLogisticFeature *features,
                                 guint n_features);
gboolean galley_logistic_end_choice (GalleyLogistic *self, guint right);
gboolean galley_logistic_add_case (GalleyLogistic *self,
                                   const GalleyLogisticFeature *features,
                                   guint n_features,
                                   double truth);
guint galley_logistic_get_n_choices (const GalleyLogistic *self);

double *galley_logistic_fit (const GalleyLogistic *self,
                             const GalleyLogisticSettings *settings,
                             const double *start);
double galley_logistic_add_up (const double *weights,
                               const GalleyLogisticFeature *features,
                               guint n_features);
double galley_logistic_chance (double sum);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyLogistic, galley_logistic_free)

G_END_DECLS
