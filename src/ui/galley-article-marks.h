/* galley-article-marks.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "model/galley-review.h"

G_BEGIN_DECLS

/* Lines below each other; what overlaps deeper than that shares the lowest. */
#define GALLEY_N_LANES 3

/**
 * GalleyLook:
 *
 * How a mark shows what people have said of it. %GALLEY_LOOK_INFORMATION is an opinion in a type of
 * work that is expected to have them. In the order in which one stands for several.
 */
typedef enum
{
  GALLEY_LOOK_UNREVIEWED,
  GALLEY_LOOK_CHANGED,
  GALLEY_LOOK_ACCEPTED,
  GALLEY_LOOK_INFORMATION,
  GALLEY_LOOK_REJECTED,
} GalleyLook;

/**
 * GalleyRole:
 * @GALLEY_ROLE_MARK: what an annotation marks
 * @GALLEY_ROLE_SELECTED: the same of the selected one
 * @GALLEY_ROLE_VOICE: what the selected source says
 * @GALLEY_ROLE_MENTION: the source of the selected quote, as named there
 * @GALLEY_ROLE_CUE: the words that attribute the selected quote or a quote of the selected source,
 *   or show the selected opinion
 * @GALLEY_ROLE_HIT: what a search found; no annotation
 * @GALLEY_ROLE_THREAD: from the first to the last link of the selected chain
 */
typedef enum
{
  GALLEY_ROLE_MARK,
  GALLEY_ROLE_SELECTED,
  GALLEY_ROLE_VOICE,
  GALLEY_ROLE_MENTION,
  GALLEY_ROLE_CUE,
  GALLEY_ROLE_HIT,
  GALLEY_ROLE_THREAD,
} GalleyRole;

/**
 * GalleySpot:
 * @start: in code points of the stored text
 * @annotation: (nullable): borrowed
 * @lane: 0 is next to the words
 * @begins: whether the annotation's span begins here, and not in the paragraph before
 * @ends: whether it ends here, and not in a paragraph behind
 *
 * A marked stretch of one paragraph.
 */
typedef struct
{
  guint start;
  guint end;
  GalleyAnnotation *annotation;
  guint8 kind;
  guint8 look;
  guint8 role;
  guint8 lane;
  gboolean begins;
  gboolean ends;
} GalleySpot;

GalleyLook galley_look_of (GalleyReview *review, GalleyAnnotation *annotation);
GArray *
galley_spots_collect (GalleyReview *review, GalleyAnnotation *selected, guint start, guint end);
void galley_spots_add_hits (GArray *spots, GArray *hits, guint start, guint end);
GPtrArray *galley_marks_at (GalleyReview *review, guint offset);

G_END_DECLS
