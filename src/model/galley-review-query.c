/* galley-review-query.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-review-private.h"
#include "model/galley-review.h"

#include <string.h>

#include "model/galley-taxonomy.h"

/* Mergers followed from one source to the next. */
#define MAX_MERGERS 64

/* The order of the text: what begins first, then what is longer, so that what holds stands before
 * what is held; kind and id only make the order the same everywhere. */
int
_galley_review_compare (GalleyAnnotation *a, GalleyAnnotation *b)
{
  guint start_a = galley_annotation_get_start (a), start_b = galley_annotation_get_start (b);
  guint end_a = galley_annotation_get_end (a), end_b = galley_annotation_get_end (b);

  if (start_a != start_b)
    return start_a < start_b ? -1 : 1;
  if (end_a != end_b)
    return end_a > end_b ? -1 : 1;
  if (galley_annotation_get_kind (a) != galley_annotation_get_kind (b))
    return galley_annotation_get_kind (a) < galley_annotation_get_kind (b) ? -1 : 1;

  return strcmp (galley_annotation_get_id (a), galley_annotation_get_id (b));
}

int
_galley_review_compare_slots (gconstpointer a, gconstpointer b)
{
  return _galley_review_compare (*(GalleyAnnotation *const *) a, *(GalleyAnnotation *const *) b);
}

guint
galley_review_get_n_annotations (GalleyReview *self)
{
  return self->annotations->len;
}

/**
 * galley_review_peek:
 *
 * Returns: (transfer none): the annotation at @position
 */
GalleyAnnotation *
galley_review_peek (GalleyReview *self, guint position)
{
  g_return_val_if_fail (position < self->annotations->len, NULL);

  return self->annotations->pdata[position];
}

/**
 * galley_review_lookup:
 * @id: (nullable)
 *
 * Returns: (transfer none) (nullable): the annotation of that id
 */
GalleyAnnotation *
galley_review_lookup (GalleyReview *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

static void
drop_repeats (GPtrArray *sorted)
{
  guint kept = 0;

  for (guint i = 0; i < sorted->len; i++)
    {
      if (i == 0 || sorted->pdata[i] != sorted->pdata[kept - 1])
        sorted->pdata[kept++] = sorted->pdata[i];
    }
  g_ptr_array_set_size (sorted, (int) kept);
}

/* As galley_review_find_overlapping(), of more than @most the first. */
GPtrArray *
_galley_review_find_some_overlapping (GalleyReview *self, guint start, guint end, guint most)
{
  GPtrArray *hits = g_ptr_array_new ();

  if (self->index == NULL)
    self->index = _galley_review_index_new (self->annotations);
  _galley_review_index_find (self->index, start, MAX (end, start + 1), most, hits);
  g_ptr_array_sort (hits, _galley_review_compare_slots);
  drop_repeats (hits);

  return hits;
}

/**
 * galley_review_find_overlapping:
 * @start: first code point
 * @end: one past the last code point; the same as @start asks for that one place
 *
 * Returns: (transfer container) (element-type GalleyAnnotation): what marks any of it, in the order
 *   of the text
 */
GPtrArray *
galley_review_find_overlapping (GalleyReview *self, guint start, guint end)
{
  return _galley_review_find_some_overlapping (self, start, end, G_MAXUINT);
}

/**
 * galley_review_list_kind:
 *
 * Returns: (transfer container) (element-type GalleyAnnotation): all of @kind
 */
GPtrArray *
galley_review_list_kind (GalleyReview *self, GalleyKind kind)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->annotations->len; i++)
    {
      if (galley_annotation_get_kind (self->annotations->pdata[i]) == kind)
        g_ptr_array_add (list, self->annotations->pdata[i]);
    }

  return list;
}

/* Times are written in one form by one program: that they may be of another is no harm here. */
static int
compare_times (gconstpointer a, gconstpointer b, gpointer data)
{
  const char *reviewer = data;
  const GalleyVerdict *first =
      galley_annotation_find_verdict (*(GalleyAnnotation *const *) a, reviewer);
  const GalleyVerdict *second =
      galley_annotation_find_verdict (*(GalleyAnnotation *const *) b, reviewer);

  return -g_strcmp0 (first->created, second->created);
}

/**
 * galley_review_list_recent:
 * @n_most: how many at most
 *
 * Returns: (transfer container) (element-type GalleyAnnotation): those on which the current
 *   reviewer gave a verdict, the latest first
 */
GPtrArray *
galley_review_list_recent (GalleyReview *self, guint n_most)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->annotations->len; i++)
    {
      if (galley_annotation_find_verdict (self->annotations->pdata[i], self->reviewer) != NULL)
        g_ptr_array_add (list, self->annotations->pdata[i]);
    }
  g_ptr_array_sort_with_data (list, compare_times, self->reviewer);
  if (list->len > n_most)
    g_ptr_array_set_size (list, (int) n_most);

  return list;
}

/**
 * galley_review_list_quotes_of:
 * @source: (nullable): a source; %NULL asks for the quotes without one
 *
 * Returns: (transfer container) (element-type GalleyAnnotation): its quotes
 */
GPtrArray *
galley_review_list_quotes_of (GalleyReview *self, GalleyAnnotation *source)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->annotations->len; i++)
    {
      GalleyAnnotation *quote = self->annotations->pdata[i];

      if (galley_annotation_get_kind (quote) == GALLEY_KIND_QUOTE
          && galley_review_get_source_of (self, quote) == source)
        g_ptr_array_add (list, quote);
    }

  return list;
}

static GalleyAnnotation *
lookup_source (GalleyReview *self, const char *id)
{
  GalleyAnnotation *source = galley_review_lookup (self, id);

  return source != NULL && galley_annotation_get_kind (source) == GALLEY_KIND_SOURCE ? source
                                                                                     : NULL;
}

/**
 * galley_review_get_merged_into:
 *
 * Returns: (transfer none) (nullable): the source that @source was said to be the same as and that
 *   counts in its place, by galley_review_merge_sources()
 */
GalleyAnnotation *
galley_review_get_merged_into (GalleyReview *self, GalleyAnnotation *source)
{
  GalleyAnnotation *last = source;

  /* A file may lead in a circle. */
  for (guint i = 0; i < MAX_MERGERS; i++)
    {
      GalleyAnnotation *next = NULL;

      if (galley_annotation_get_status (last) == GALLEY_STATUS_REJECTED)
        next = lookup_source (self, galley_annotation_get_details (last)->source_id);
      if (next == NULL)
        break;
      last = next;
    }

  return last != source ? last : NULL;
}

/**
 * galley_review_get_source_of:
 *
 * Returns: (transfer none) (nullable): the source of @quote; where that was merged into another,
 *   the other
 */
GalleyAnnotation *
galley_review_get_source_of (GalleyReview *self, GalleyAnnotation *quote)
{
  GalleyAnnotation *source = lookup_source (self, galley_annotation_get_details (quote)->source_id);
  GalleyAnnotation *other = source != NULL ? galley_review_get_merged_into (self, source) : NULL;

  return other != NULL ? other : source;
}

/**
 * galley_review_counts:
 *
 * Returns: %TRUE if @annotation is something to review: all but opinions in a work in which the
 *   writer's views are expected
 */
gboolean
galley_review_counts (GalleyReview *self, GalleyAnnotation *annotation)
{
  return galley_annotation_get_kind (annotation) != GALLEY_KIND_OPINION
         || !galley_work_expects_opinion (
             galley_article_get_metadata (self->article)->type_of_work);
}

static guint
count (GalleyReview *self, gboolean only_reviewed)
{
  guint n = 0;

  for (guint i = 0; i < self->annotations->len; i++)
    {
      GalleyAnnotation *annotation = self->annotations->pdata[i];

      if (galley_review_counts (self, annotation)
          && (!only_reviewed
              || galley_annotation_get_status (annotation) != GALLEY_STATUS_UNREVIEWED))
        n++;
    }

  return n;
}

guint
galley_review_get_n_reviewed (GalleyReview *self)
{
  return count (self, TRUE);
}

guint
galley_review_get_n_total (GalleyReview *self)
{
  return count (self, FALSE);
}
