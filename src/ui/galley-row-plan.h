/* galley-row-plan.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/galley-row.h"

G_BEGIN_DECLS

/**
 * GalleyRowStatus:
 *
 * Which rows a list shows. The values from %GALLEY_ROW_STATUS_UNREVIEWED on are those of
 * #GalleyStatus plus one.
 */
typedef enum
{
  GALLEY_ROW_STATUS_ANY,
  GALLEY_ROW_STATUS_UNREVIEWED,
  GALLEY_ROW_STATUS_ACCEPTED,
  GALLEY_ROW_STATUS_CHANGED,
  GALLEY_ROW_STATUS_REJECTED,
} GalleyRowStatus;

/**
 * GalleyRowPlan:
 * @review: (nullable): whose annotations
 * @kind: which of them; for sources, their quotes too
 * @status: verdicts to show
 * @words: (nullable): what a row has to contain, folded by galley_row_line_fold()
 * @by_annotation: (element-type GalleyAnnotation GalleyRow): the rows there are, to be used again
 * @unsourced: (nullable): the heading of quotes without a source; there with a review
 *
 * What rows a list is to have. All of it is borrowed.
 */
typedef struct
{
  GalleyReview *review;
  GalleyKind kind;
  GalleyRowStatus status;
  const char *words;
  GHashTable *by_annotation;
  GalleyRow *unsourced;
} GalleyRowPlan;

GPtrArray *galley_row_plan_build (const GalleyRowPlan *self, guint *n_annotations);

G_END_DECLS
