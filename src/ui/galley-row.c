/* galley-row.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-row.h"

#include <string.h>

struct _GalleyRow
{
  GObject parent_instance;

  GalleyReview *review;
  GalleyAnnotation *annotation;
  GalleyRowRoom room;
  gboolean nested;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (GalleyRow, galley_row, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
galley_row_dispose (GObject *object)
{
  GalleyRow *self = GALLEY_ROW (object);

  g_clear_object (&self->review);
  g_clear_object (&self->annotation);

  G_OBJECT_CLASS (galley_row_parent_class)->dispose (object);
}

static void
galley_row_class_init (GalleyRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = galley_row_dispose;

  /**
   * GalleyRow::changed:
   *
   * What the row shows is no longer what it was.
   */
  signals[CHANGED] = g_signal_new (
      "changed", GALLEY_TYPE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
galley_row_init (GalleyRow *self)
{
}

/**
 * galley_row_new:
 * @annotation: (nullable): what the row shows; %NULL for the heading of quotes without a source
 * @nested: whether it stands beneath another row
 */
GalleyRow *
galley_row_new (GalleyReview *review, GalleyAnnotation *annotation, gboolean nested)
{
  GalleyRow *self = g_object_new (GALLEY_TYPE_ROW, NULL);

  self->review = g_object_ref (review);
  g_set_object (&self->annotation, annotation);
  self->nested = nested;

  return self;
}

GalleyReview *
galley_row_get_review (GalleyRow *self)
{
  return self->review;
}

/**
 * galley_row_get_annotation:
 *
 * Returns: (nullable): what it shows, %NULL for the heading of the quotes without a source
 */
GalleyAnnotation *
galley_row_get_annotation (GalleyRow *self)
{
  return self->annotation;
}

gboolean
galley_row_get_nested (GalleyRow *self)
{
  return self->nested;
}

/**
 * galley_row_get_room:
 *
 * Returns: (transfer none): of a source or of the quotes without one, its room in the article; all
 *   0 for others
 */
const GalleyRowRoom *
galley_row_get_room (GalleyRow *self)
{
  return &self->room;
}

void
galley_row_set_room (GalleyRow *self, const GalleyRowRoom *room)
{
  if (memcmp (&self->room, room, sizeof *room) == 0)
    return;

  self->room = *room;
  galley_row_changed (self);
}

void
galley_row_changed (GalleyRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The present reviewer's verdict where it is the one that counts. */
static GalleyVerdict *
find_own_verdict (GalleyReview *review, GalleyAnnotation *annotation)
{
  guint n_verdicts = galley_annotation_get_n_verdicts (annotation);
  const char *reviewer = galley_review_get_reviewer (review);
  GalleyVerdict *verdict = galley_annotation_find_verdict (annotation, reviewer);

  if (verdict == NULL || verdict != galley_annotation_get_verdict (annotation, n_verdicts - 1))
    return NULL;

  return verdict;
}

static gboolean
is_own_addition (GalleyReview *review, GalleyAnnotation *annotation)
{
  const GalleyOrigin *origin = galley_annotation_get_origin (annotation);

  return origin->person && galley_annotation_get_n_verdicts (annotation) == 0
         && g_strcmp0 (origin->name, galley_review_get_reviewer (review)) == 0;
}

/**
 * galley_row_press_accept:
 *
 * What a press of an accept button means: accept, or take the own acceptance back. A changed one
 * stays so: to take its edits back is what undo is for.
 */
void
galley_row_press_accept (GalleyReview *review, GalleyAnnotation *annotation)
{
  GalleyVerdict *own = find_own_verdict (review, annotation);
  GalleyStatus status = own != NULL ? own->status : GALLEY_STATUS_UNREVIEWED;

  if (status == GALLEY_STATUS_CHANGED || is_own_addition (review, annotation))
    return;

  galley_review_set_verdict (review,
                             annotation,
                             status == GALLEY_STATUS_ACCEPTED ? GALLEY_STATUS_UNREVIEWED
                                                              : GALLEY_STATUS_ACCEPTED,
                             NULL);
}

/**
 * galley_row_press_reject:
 *
 * What a press of a reject button means: reject, or take the own rejection back. What was edited
 * before it was rejected is then changed again, as it was.
 */
void
galley_row_press_reject (GalleyReview *review, GalleyAnnotation *annotation)
{
  GalleyVerdict *own = find_own_verdict (review, annotation);
  GalleyStatus status = GALLEY_STATUS_REJECTED;

  if (own != NULL && own->status == GALLEY_STATUS_REJECTED)
    status = own->revision != NULL ? GALLEY_STATUS_ACCEPTED : GALLEY_STATUS_UNREVIEWED;

  galley_review_set_verdict (review, annotation, status, NULL);
}
