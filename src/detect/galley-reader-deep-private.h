/* galley-reader-deep-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-reader-labels.h"
#include "detect/galley-reader-windows.h"
#include "language/galley-viterbi.h"

G_BEGIN_DECLS

/**
 * GalleyDeepLabels:
 * @scores: of every label of the window's words
 * @back: scratch of the decoder
 * @labels: the best
 *
 * The labels of one window.
 */
typedef struct
{
  GalleyScores scores[GALLEY_WINDOW_MAX_WORDS];
  guint8 back[GALLEY_WINDOW_MAX_WORDS * GALLEY_VITERBI_MAX_LABELS];
  guint8 labels[GALLEY_WINDOW_MAX_WORDS];
} GalleyDeepLabels;

/* No score of a network that is whole comes near. */
#define GALLEY_DEEP_HIGHEST 100.0f

/* What is no number becomes the lowest. */
static inline float
_galley_deep_bound (float score)
{
  return score > -GALLEY_DEEP_HIGHEST ? MIN (score, GALLEY_DEEP_HIGHEST) : -GALLEY_DEEP_HIGHEST;
}

/* galley-reader-deep-marks.c */
void _galley_deep_chain_init (GalleyChain *chain, const float *start, const float *transitions);
void _galley_deep_decode (const GalleyChain *chain,
                          const GalleyText *text,
                          const GalleyWindow *window,
                          const float *tags,
                          const double *eagerness,
                          GalleyDeepLabels *labels);
void _galley_deep_append_marks (const GalleyChain *chain,
                                const GalleyText *text,
                                const GalleyWindow *window,
                                const GalleyDeepLabels *labels,
                                GArray *marks);

/* galley-reader-deep-leans.c */
guint _galley_deep_list_words (const GalleyWindow *window,
                               const guint8 *labels,
                               GalleyRole role,
                               guint32 *pieces);
void _galley_deep_append_leans (const GalleyWindow *window,
                                const guint8 *labels,
                                float *cue_scores,
                                float *source_scores,
                                GArray *leans);

G_END_DECLS
