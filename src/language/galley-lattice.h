/* galley-lattice.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/galley-viterbi.h"

G_BEGIN_DECLS

/**
 * GalleyLattice:
 *
 * All ways through the labels of a sequence with their probabilities, by the forward-backward
 * algorithm (Rabiner 1989) over the same scores that galley_chain_decode() takes the best way of.
 */
typedef struct _GalleyLattice GalleyLattice;

GalleyLattice *galley_lattice_new (const GalleyChain *chain,
                                   const GalleyScores *scores,
                                   guint n,
                                   double temperature);
void galley_lattice_free (GalleyLattice *self);

double galley_lattice_get_span (
    const GalleyLattice *self, guint first, guint end, guint begins, guint goes_on);
double galley_lattice_get_mean (
    const GalleyLattice *self, guint first, guint end, guint begins, guint goes_on);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyLattice, galley_lattice_free)

G_END_DECLS
