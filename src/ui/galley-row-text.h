/* galley-row-text.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-review.h"
#include "ui/galley-row.h"

G_BEGIN_DECLS

/* Layout, not language: stands between facts of equal rank. */
#define GALLEY_ROW_TEXT_SEPARATOR " · "

/* How much of a name is written. */
#define GALLEY_ROW_TEXT_NAME_GRAPHEMES 80

/* Words for rows, cards and screen readers. No widget here. What holds words of the article is
 * isolated (FSI … PDI) and freed of direction controls, so that it cannot disturb what stands
 * beside it. */

char *
galley_row_text_passage (GalleyReview *review, GalleyAnnotation *annotation, guint n_graphemes);
char *galley_row_text_source_name (GalleyReview *review, GalleyAnnotation *source);
char *galley_row_text_source_title (GalleyReview *review, GalleyAnnotation *source);
char *galley_row_text_title (GalleyReview *review, GalleyAnnotation *annotation);
char *
galley_row_text_subtitle (GalleyReview *review, GalleyAnnotation *annotation, gboolean grouped);
char *galley_row_text_share (guint percent, guint part);
char *galley_row_text_percent (guint part, guint whole);
char *galley_row_text_trailing (GalleyAnnotation *annotation, const GalleyRowRoom *room);
char *galley_row_text_accessible (GalleyReview *review,
                                  GalleyAnnotation *annotation,
                                  const GalleyRowRoom *room);
char *galley_row_text_verdict (GalleyAnnotation *annotation);
char *galley_row_text_reason (GalleyAnnotation *annotation);
char *galley_row_text_evidence (GalleyReview *review, GalleyAnnotation *annotation);
char *galley_row_text_origin (GalleyAnnotation *annotation);
char *galley_row_text_others (GalleyReview *review, GalleyAnnotation *annotation);

G_END_DECLS
