/* galley-review-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-annotation-private.h"
#include "model/galley-review.h"

G_BEGIN_DECLS

/* galley-review-index.c: which annotations touch a stretch of text, in O(log n + hits). */
typedef struct _GalleyReviewIndex GalleyReviewIndex;

GalleyReviewIndex *_galley_review_index_new (GPtrArray *annotations);
void _galley_review_index_free (GalleyReviewIndex *self);
void _galley_review_index_find (
    const GalleyReviewIndex *self, guint start, guint end, guint most, GPtrArray *hits);

/* galley-review-undo.c: the two stacks. */
typedef struct
{
  GalleyAnnotation *annotation; /* NULL: the metadata changed */
  GalleyState *before;          /* NULL: was not there */
  GalleyState *after;           /* NULL: is gone */
  const GalleyMetadata *metadata_before;
  const GalleyMetadata *metadata_after;
} GalleyChange;

typedef void (*GalleyApplyFunc) (GalleyReview *review,
                                 const GalleyChange *change,
                                 gboolean forward);

typedef struct _GalleyUndo GalleyUndo;

GalleyUndo *_galley_undo_new (void);
void _galley_undo_free (GalleyUndo *self);
void _galley_undo_begin (GalleyUndo *self);
void _galley_undo_join (GalleyUndo *self, gpointer subject, const char *topic, gint64 window);
gboolean _galley_undo_end (GalleyUndo *self, gint64 now);
void _galley_undo_push (GalleyUndo *self, GalleyChange *change);
guint _galley_undo_get_n_done (const GalleyUndo *self);
guint _galley_undo_count (const GalleyUndo *self, gboolean forward);
gboolean _galley_undo_can (const GalleyUndo *self, gboolean forward);
GalleyAnnotation *
_galley_undo_step (GalleyUndo *self, GalleyReview *review, gboolean forward, GalleyApplyFunc apply);
void _galley_undo_mark_saved (GalleyUndo *self);
gboolean _galley_undo_is_saved (const GalleyUndo *self);

/* galley-review.c, with galley-review-query.c and galley-review-edit.c beside it. */
struct _GalleyReview
{
  GObject parent_instance;

  GalleyArticle *article;
  char *id;
  char *label;
  char *extra;
  char *reviewer;

  GPtrArray *annotations;   /* GalleyAnnotation, by place */
  GHashTable *by_id;        /* borrowed id -> borrowed annotation */
  GalleyReviewIndex *index; /* NULL where it must be made anew */
  GalleyUndo *undo;
  GalleyClock clock;
  gpointer clock_data;
  guint bulk;          /* while above 0, listeners are told at the end, and once */
  guint n_before_bulk; /* annotations */
};

GPtrArray *
_galley_review_find_some_overlapping (GalleyReview *self, guint start, guint end, guint most);
void _galley_review_apply (GalleyReview *self, const GalleyChange *change, gboolean forward);
void _galley_review_notify_progress (GalleyReview *self);
void _galley_review_begin_bulk (GalleyReview *self);
void _galley_review_end_bulk (GalleyReview *self);
int _galley_review_compare (GalleyAnnotation *a, GalleyAnnotation *b);
int _galley_review_compare_slots (gconstpointer a, gconstpointer b);
void _galley_review_do (GalleyReview *self, GalleyChange *change);
void _galley_review_judge (GalleyReview *self,
                           GalleyAnnotation *annotation,
                           GalleyStatus status,
                           const char *reason,
                           const GalleyDetails *revision);

G_END_DECLS
