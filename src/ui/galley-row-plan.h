/* galley-row-plan.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-filter.h"
#include "model/galley-paragraphs.h"
#include "model/galley-voices.h"
#include "ui/galley-row.h"

G_BEGIN_DECLS

/**
 * GalleyRowPlan:
 * @review: (nullable): whose annotations
 * @kind: which of them; for sources, their quotes too
 * @filter: which rows to show
 * @voices: (nullable): the words of the review, for sources
 * @paragraphs: (nullable): the paragraphs of the article, for sources
 * @by_annotation: (element-type GalleyAnnotation GalleyRow): the rows there are, to be used again
 * @unsourced: (nullable): the heading of quotes without a source; there with a review
 *
 * What rows a list is to have. All of it is borrowed.
 */
typedef struct
{
  GalleyReview *review;
  GalleyKind kind;
  const GalleyFilter *filter;
  const GalleyVoices *voices;
  const GalleyParagraphs *paragraphs;
  GHashTable *by_annotation;
  GalleyRow *unsourced;
} GalleyRowPlan;

GPtrArray *galley_row_plan_build (const GalleyRowPlan *self, guint *n_annotations);

G_END_DECLS
