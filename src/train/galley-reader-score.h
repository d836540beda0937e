/* galley-reader-score.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-reader-features.h"

G_BEGIN_DECLS

/* Counts of one role: [0] tokens, [1] spans with both edges right. Punctuation does not count. */
typedef struct
{
  guint hits[2];
  guint found[2];
  guint gold[2];
} GalleyReaderScore;

void galley_reader_score_add (GalleyReaderScore scores[3],
                              const GalleyReaderSequence *sequence,
                              const guint8 *gold,
                              const guint8 *found);
double galley_reader_score_f1 (const GalleyReaderScore *score, guint unit);

G_END_DECLS
