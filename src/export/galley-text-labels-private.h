/* galley-text-labels-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/galley-terminal-private.h"
#include "model/galley-review.h"

G_BEGIN_DECLS

/**
 * GalleyLabels:
 *
 * The names that annotations go by in a text for people: S1, Q1, O1, N1 …, in the order of the
 * text. What was rejected has none.
 */
typedef struct
{
  GHashTable *names; /* GalleyAnnotation -> its label */
  guint counts[GALLEY_N_KINDS];
  guint n_rejected[GALLEY_N_KINDS];
} GalleyLabels;

void _galley_labels_init (GalleyLabels *self, GalleyReview *review);
void _galley_labels_clear (GalleyLabels *self);
const char *_galley_labels_get (const GalleyLabels *self, GalleyAnnotation *annotation);

GalleyStyle _galley_kind_style (GalleyKind kind);

G_END_DECLS
