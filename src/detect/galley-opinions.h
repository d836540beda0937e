/* galley-opinions.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-opinion-cues.h"
#include "detect/galley-reader-traits.h"
#include "detect/galley-reading.h"
#include "model/galley-annotation.h"

G_BEGIN_DECLS

#define GALLEY_OPINION_DECISION 0.5
#define GALLEY_OPINION_CLEAR    GALLEY_CLEAR_OPINION

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
GalleyOpinion *galley_opinion_judge (const GalleyText *text,
                                     GalleyTokenRun sentence,
                                     const gboolean *said,
                                     const GalleyReading *reading,
                                     const GalleyReaderTraits *traits);
const char *galley_opinion_get_type (const GalleyOpinion *self);
gboolean galley_opinion_is_stated (const GalleyOpinion *self);
GPtrArray *galley_opinions_find (const GalleyText *text,
                                 const gboolean *wanted,
                                 gboolean column,
                                 GPtrArray *attributions,
                                 const GalleyReading *reading,
                                 const GalleyReaderTraits *traits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyOpinion, galley_opinion_free)

G_END_DECLS
