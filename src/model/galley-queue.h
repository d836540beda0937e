/* galley-queue.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-filter.h"
#include "model/galley-review.h"

G_BEGIN_DECLS

/**
 * GalleyQueueRest:
 * @n_unreviewed: how many of what the filter shows have no verdict
 * @n_hidden: how many without one it does not show
 * @n_flagged: how many are to be looked at again, shown or not
 */
typedef struct
{
  guint n_unreviewed;
  guint n_hidden;
  guint n_flagged;
} GalleyQueueRest;

/**
 * GalleyQueue:
 *
 * The order in which a person goes through a review. What is skipped comes back once, after the
 * others.
 */
typedef struct _GalleyQueue GalleyQueue;

GalleyQueue *galley_queue_new (void);
void galley_queue_free (GalleyQueue *self);
void galley_queue_reset (GalleyQueue *self);
void galley_queue_set_by_strength (GalleyQueue *self, gboolean by_strength);

GalleyAnnotation *galley_queue_find_next (GalleyQueue *self,
                                          GalleyReview *review,
                                          const GalleyFilter *filter,
                                          GalleyAnnotation *current);
GalleyAnnotation *galley_queue_find_neighbour (GalleyQueue *self,
                                               GalleyReview *review,
                                               const GalleyFilter *filter,
                                               GalleyAnnotation *current,
                                               gboolean forward);
void galley_queue_skip (GalleyQueue *self, GalleyReview *review, GalleyAnnotation *annotation);
gboolean galley_queue_can_go_back (GalleyQueue *self);
GalleyAnnotation *galley_queue_go_back (GalleyQueue *self, GalleyReview *review);
GalleyQueueRest
galley_queue_count_rest (GalleyQueue *self, GalleyReview *review, const GalleyFilter *filter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyQueue, galley_queue_free)

G_END_DECLS
