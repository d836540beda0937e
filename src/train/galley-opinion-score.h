/* galley-opinion-score.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "train/galley-opinion-cases.h"

G_BEGIN_DECLS

/* [said][is]: 1 is an opinion. */
typedef struct
{
  guint n[2][2];
} GalleyConfusion;

/**
 * GalleyScored:
 * @chance: 0..1, what a model says of it
 * @is_true: what people say
 */
typedef struct
{
  double chance;
  gboolean is_true;
} GalleyScored;

GArray *galley_scored_new (const GalleyCases *cases,
                           const double *chances,
                           guint n_repeats,
                           GalleyLabelledCorpus corpus);
GalleyConfusion galley_scored_count (const GArray *scored, double decision);
double galley_scored_area (const GArray *scored);
double galley_scored_find_decision (const GArray *scored, const GArray *other);
double galley_scored_find_precise (const GArray *scored, double precision);
void galley_scored_move (GArray *scored, double decision, double slope);

double galley_confusion_macro_f1 (const GalleyConfusion *self);
double galley_confusion_f1 (const GalleyConfusion *self, guint kind);
double galley_confusion_precision (const GalleyConfusion *self);
double galley_confusion_recall (const GalleyConfusion *self);

G_END_DECLS
