/* galley-opinions.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-opinion-cues.h"

G_BEGIN_DECLS

#define GALLEY_OPINION_DECISION 0.5

/**
 * GalleyOpinion:
 * @run: the tokens of the sentence, or of its part that is the writer's own
 * @strength: 0..1, %GALLEY_OPINION_DECISION the decision
 * @group: of the cue that weighs most
 * @cues: (element-type GalleyOpinionCue): the evidence, heaviest first
 */
typedef struct
{
  GalleyTokenRun run;
  double strength;
  GalleyOpinionGroup group;
  GArray *cues;
} GalleyOpinion;

void galley_opinion_free (GalleyOpinion *self);
GalleyOpinion *
galley_opinion_judge (const GalleyText *text, GalleyTokenRun sentence, const gboolean *said);
gboolean galley_opinion_is_stated (const GalleyOpinion *self);
GPtrArray *galley_opinions_find (const GalleyText *text,
                                 const gboolean *wanted,
                                 gboolean column,
                                 GPtrArray *attributions);

/* For learning the weights: what galley_opinion_judge() adds up. */
enum
{
  GALLEY_OPINION_BIAS,
  GALLEY_OPINION_FIRST_GROUP,
  GALLEY_OPINION_FIRST_SHAPE = GALLEY_OPINION_FIRST_GROUP + 2 * GALLEY_N_OPINION_GROUPS,
  GALLEY_OPINION_ASKS = GALLEY_OPINION_FIRST_SHAPE,
  GALLEY_OPINION_EXCLAIMS,
  GALLEY_OPINION_SHORT,
  GALLEY_OPINION_LONG,
  GALLEY_OPINION_DASHES,
  GALLEY_OPINION_NUMBERS,
  GALLEY_OPINION_NAMES,
  GALLEY_OPINION_REPORTS,
  GALLEY_OPINION_QUOTES,
  GALLEY_OPINION_DATES,
  GALLEY_OPINION_NEGATES,
  GALLEY_OPINION_COMPARES,
  GALLEY_OPINION_DEFINES,
  GALLEY_OPINION_OPENS_WITH_TURN,
  GALLEY_OPINION_OPENS_WITH_THIS,
  GALLEY_OPINION_ADVERBS,
  GALLEY_OPINION_MODALS,
  GALLEY_OPINION_ASIDES,
  GALLEY_OPINION_PRESENT,
  GALLEY_OPINION_PAST,
  GALLEY_N_OPINION_FEATURES,
};

extern const float galley_opinion_weights[GALLEY_N_OPINION_FEATURES];
void galley_opinion_features (const GalleyText *text,
                              GalleyTokenRun sentence,
                              const gboolean *said,
                              GArray *cues,
                              float *features);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyOpinion, galley_opinion_free)

G_END_DECLS
