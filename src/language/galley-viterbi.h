/* galley-viterbi.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GALLEY_VITERBI_MAX_LABELS 8

/* A score that no path survives, far from overflow over any sequence that is decoded at once. */
#define GALLEY_VITERBI_NEVER (-(1 << 28))

/**
 * GalleyChain:
 * @n_labels: at most %GALLEY_VITERBI_MAX_LABELS
 * @start: of a label in the first place
 * @transitions: [before][after]
 *
 * What a linear chain says of labels that follow each other; %GALLEY_VITERBI_NEVER forbids.
 */
typedef struct
{
  guint n_labels;
  gint32 start[GALLEY_VITERBI_MAX_LABELS];
  gint32 transitions[GALLEY_VITERBI_MAX_LABELS][GALLEY_VITERBI_MAX_LABELS];
} GalleyChain;

typedef gint32 GalleyScores[GALLEY_VITERBI_MAX_LABELS];

void galley_chain_constrain (GalleyChain *self, const char *const *names);
void galley_chain_decode (
    const GalleyChain *self, const GalleyScores *scores, guint n, guint8 *back, guint8 *labels);

G_END_DECLS
