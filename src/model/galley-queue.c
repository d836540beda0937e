/* galley-queue.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-queue.h"

#include "base/galley-hash.h"

/* Skipped so often, it is no longer offered. */
#define MAX_SKIPS 2

/* A skip leaves no trace in the review: the number of steps done before it tells whether it or a
 * change came last. */
typedef struct
{
  char *id;
  guint n_steps;
} Skip;

struct _GalleyQueue
{
  GHashTable *n_skips; /* id -> how often skipped */
  GArray *skips;       /* of Skip, the last one last */
  gboolean by_strength;
};

static void
skip_clear (gpointer data)
{
  g_free (((Skip *) data)->id);
}

/**
 * galley_queue_new:
 *
 * Returns: (transfer full): a queue in the order of the text, nothing skipped
 */
GalleyQueue *
galley_queue_new (void)
{
  GalleyQueue *self = g_new0 (GalleyQueue, 1);

  self->n_skips = g_hash_table_new_full (galley_str_hash, g_str_equal, g_free, NULL);
  self->skips = g_array_new (FALSE, FALSE, sizeof (Skip));
  g_array_set_clear_func (self->skips, skip_clear);

  return self;
}

void
galley_queue_free (GalleyQueue *self)
{
  g_hash_table_unref (self->n_skips);
  g_array_unref (self->skips);
  g_free (self);
}

/**
 * galley_queue_reset:
 *
 * Begins anew: nothing was skipped. For another review, and to go through the skipped ones again.
 */
void
galley_queue_reset (GalleyQueue *self)
{
  g_hash_table_remove_all (self->n_skips);
  g_array_set_size (self->skips, 0);
}

/**
 * galley_queue_set_by_strength:
 * @by_strength: whether what is least sure comes first, else the order is the text's
 */
void
galley_queue_set_by_strength (GalleyQueue *self, gboolean by_strength)
{
  self->by_strength = by_strength;
}

/* What a person added has no strength and is the surest. */
static double
get_strength (GalleyAnnotation *annotation)
{
  double strength = galley_annotation_get_strength (annotation);

  return strength < 0 ? 2 : strength;
}

/* The sort is stable: what is equally sure stays in the order of the text. */
static int
compare_strengths (gconstpointer a, gconstpointer b)
{
  double first = get_strength (*(GalleyAnnotation *const *) a);
  double second = get_strength (*(GalleyAnnotation *const *) b);

  return first < second ? -1 : first > second;
}

/* (transfer container): what @filter shows and @current, in the queue's order. */
static GPtrArray *
list_shown (GalleyQueue *self,
            GalleyReview *review,
            const GalleyFilter *filter,
            GalleyAnnotation *current)
{
  GPtrArray *shown = g_ptr_array_new ();
  guint n_annotations = galley_review_get_n_annotations (review);

  for (guint i = 0; i < n_annotations; i++)
    {
      GalleyAnnotation *annotation = galley_review_peek (review, i);

      if (annotation == current || galley_filter_matches (filter, review, annotation))
        g_ptr_array_add (shown, annotation);
    }
  if (self->by_strength)
    g_ptr_array_sort (shown, compare_strengths);

  return shown;
}

static gboolean
needs_review (GalleyReview *review, GalleyAnnotation *annotation)
{
  return galley_review_counts (review, annotation)
         && galley_annotation_get_status (annotation) == GALLEY_STATUS_UNREVIEWED;
}

static guint
get_n_skips (GalleyQueue *self, GalleyAnnotation *annotation)
{
  return GPOINTER_TO_UINT (
      g_hash_table_lookup (self->n_skips, galley_annotation_get_id (annotation)));
}

/**
 * galley_queue_find_next:
 * @filter: what is gone through
 * @current: (nullable): where the person is; never found itself
 *
 * Returns: (transfer none) (nullable): the next that needs a verdict, from @current on and around
 *   the end, and only then what was skipped; %NULL at the end of the queue
 */
GalleyAnnotation *
galley_queue_find_next (GalleyQueue *self,
                        GalleyReview *review,
                        const GalleyFilter *filter,
                        GalleyAnnotation *current)
{
  g_autoptr (GPtrArray) shown = list_shown (self, review, filter, current);
  GalleyAnnotation *found = NULL;
  guint fewest = MAX_SKIPS;
  guint first = 0;

  if (current != NULL && g_ptr_array_find (shown, current, &first))
    first++;
  for (guint i = 0; i < shown->len && fewest > 0; i++)
    {
      GalleyAnnotation *annotation = shown->pdata[(first + i) % shown->len];

      if (annotation == current || !needs_review (review, annotation)
          || get_n_skips (self, annotation) >= fewest)
        continue;
      found = annotation;
      fewest = get_n_skips (self, annotation);
    }

  return found;
}

/**
 * galley_queue_find_neighbour:
 * @current: (nullable): where the person is
 * @forward: whether to go on or back
 *
 * Returns: (transfer none) (nullable): what stands beside @current, reviewed or not, around the
 *   ends; %NULL where nothing is shown
 */
GalleyAnnotation *
galley_queue_find_neighbour (GalleyQueue *self,
                             GalleyReview *review,
                             const GalleyFilter *filter,
                             GalleyAnnotation *current,
                             gboolean forward)
{
  g_autoptr (GPtrArray) shown = list_shown (self, review, filter, current);
  guint position;

  if (shown->len == 0)
    return NULL;
  if (current == NULL || !g_ptr_array_find (shown, current, &position))
    return shown->pdata[forward ? 0 : shown->len - 1];

  return shown->pdata[(position + (forward ? 1 : shown->len - 1)) % shown->len];
}

/**
 * galley_queue_skip:
 * @annotation: what the person passes over; what has a verdict is not skipped by that
 */
void
galley_queue_skip (GalleyQueue *self, GalleyReview *review, GalleyAnnotation *annotation)
{
  const char *id = galley_annotation_get_id (annotation);
  Skip skip = { NULL, galley_review_get_n_steps (review) };

  if (!needs_review (review, annotation))
    return;

  skip.id = g_strdup (id);
  g_array_append_val (self->skips, skip);
  g_hash_table_insert (self->n_skips,
                       g_strdup (id),
                       GUINT_TO_POINTER (get_n_skips (self, annotation) + 1));
}

/**
 * galley_queue_can_go_back:
 *
 * Returns: %TRUE if something was skipped
 */
gboolean
galley_queue_can_go_back (GalleyQueue *self)
{
  return self->skips->len > 0;
}

/**
 * galley_queue_go_back:
 *
 * Takes the last skip back, if nothing was changed since.
 *
 * Returns: (transfer none) (nullable): what was skipped; %NULL where the last thing done was no
 *   skip, which is what undo is for
 */
GalleyAnnotation *
galley_queue_go_back (GalleyQueue *self, GalleyReview *review)
{
  while (self->skips->len > 0)
    {
      const Skip *skip = &g_array_index (self->skips, Skip, self->skips->len - 1);
      GalleyAnnotation *annotation = galley_review_lookup (review, skip->id);
      guint n_skips = annotation != NULL ? get_n_skips (self, annotation) : 0;

      if (skip->n_steps < galley_review_get_n_steps (review))
        return NULL;
      if (n_skips > 0)
        g_hash_table_insert (self->n_skips, g_strdup (skip->id), GUINT_TO_POINTER (n_skips - 1));
      g_array_set_size (self->skips, self->skips->len - 1);
      if (annotation != NULL)
        return annotation;
    }

  return NULL;
}

/**
 * galley_queue_count_rest:
 *
 * Returns: what is left to do
 */
GalleyQueueRest
galley_queue_count_rest (GalleyQueue *self, GalleyReview *review, const GalleyFilter *filter)
{
  GalleyQueueRest rest = { 0 };
  guint n_annotations = galley_review_get_n_annotations (review);

  for (guint i = 0; i < n_annotations; i++)
    {
      GalleyAnnotation *annotation = galley_review_peek (review, i);

      if (galley_annotation_is_flagged (annotation))
        rest.n_flagged++;
      if (!needs_review (review, annotation))
        continue;
      if (galley_filter_matches (filter, review, annotation))
        rest.n_unreviewed++;
      else
        rest.n_hidden++;
    }

  return rest;
}
