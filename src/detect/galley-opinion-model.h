/* galley-opinion-model.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "detect/galley-opinion-features.h"

G_BEGIN_DECLS

/* Labels of the model: what is learnt of sentences, and of words. */
#define GALLEY_OPINION_LABEL_VIEW   0
#define GALLEY_OPINION_LABEL_LOADED 1
#define GALLEY_OPINION_N_LABELS     2

/* Its parameters: what each count weighs, then the bias of loaded words, and the sum from which on
 * a word is called loaded. */
#define GALLEY_OPINION_LOADED_BIAS  GALLEY_N_OPINION_FEATURES
#define GALLEY_OPINION_LOADED_FROM  (GALLEY_N_OPINION_FEATURES + 1)
#define GALLEY_OPINION_N_PARAMETERS (GALLEY_N_OPINION_FEATURES + 2)

/* How much surer than of a word of our lists one must be of any other word. */
#define GALLEY_OPINION_LOADED_MARGIN 1.2

typedef struct _GalleyOpinionModel GalleyOpinionModel;

GalleyOpinionModel *galley_opinion_model_new (GBytes *bytes, GError **error);
void galley_opinion_model_free (GalleyOpinionModel *self);
const GalleyOpinionModel *galley_opinion_model_get_default (void);

double galley_opinion_model_strength (const GalleyOpinionModel *self,
                                      const GalleyOpinionSentence *sentence,
                                      const GalleyText *text,
                                      const GArray *cues);
double galley_opinion_model_loaded (const GalleyOpinionModel *self,
                                    const GalleyOpinionSentence *sentence,
                                    guint position,
                                    double strength);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyOpinionModel, galley_opinion_model_free)

G_END_DECLS
