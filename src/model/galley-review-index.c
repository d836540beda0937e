/* galley-review-index.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-review-private.h"

/* An interval tree without pointers: the entries sorted by start are a balanced tree whose root is
 * the middle one, and each knows how far the entries of its subtree reach. */
typedef struct
{
  guint start;
  guint end;
  guint reach;
  GalleyAnnotation *annotation; /* borrowed */
} Entry;

struct _GalleyReviewIndex
{
  GArray *entries;
};

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a;
  const Entry *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;

  return x->end < y->end ? -1 : x->end > y->end;
}

static guint
measure (GArray *entries, guint low, guint high)
{
  guint middle = low + (high - low) / 2;
  guint before;
  guint behind;
  Entry *entry;

  if (low >= high)
    return 0;

  /* Not within MAX(): it would take each branch twice, and each of those twice again. */
  before = measure (entries, low, middle);
  behind = measure (entries, middle + 1, high);
  entry = &g_array_index (entries, Entry, middle);
  entry->reach = MAX (entry->end, MAX (before, behind));

  return entry->reach;
}

GalleyReviewIndex *
_galley_review_index_new (GPtrArray *annotations)
{
  GalleyReviewIndex *self = g_new0 (GalleyReviewIndex, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (guint i = 0; i < annotations->len; i++)
    {
      GArray *spans = galley_annotation_get_details (annotations->pdata[i])->spans;

      for (guint j = 0; j < galley_spans_length (spans); j++)
        {
          const GalleySpan *span = galley_spans_get (spans, j);
          Entry entry = { span->start, span->end, 0, annotations->pdata[i] };

          g_array_append_val (self->entries, entry);
        }
    }
  g_array_sort (self->entries, compare_entries);
  measure (self->entries, 0, self->entries->len);

  return self;
}

void
_galley_review_index_free (GalleyReviewIndex *self)
{
  g_array_unref (self->entries);
  g_free (self);
}

static void
find (GArray *entries, guint low, guint high, guint start, guint end, guint most, GPtrArray *hits)
{
  guint middle = low + (high - low) / 2;
  const Entry *entry;

  if (low >= high || hits->len >= most)
    return;

  entry = &g_array_index (entries, Entry, middle);
  if (entry->reach <= start)
    return;

  find (entries, low, middle, start, end, most, hits);
  if (entry->start < end)
    {
      if (entry->end > start && hits->len < most)
        g_ptr_array_add (hits, entry->annotation);
      find (entries, middle + 1, high, start, end, most, hits);
    }
}

/* Adds every annotation with a span that overlaps start..end, once a span; of more than @most, the
 * first. */
void
_galley_review_index_find (
    const GalleyReviewIndex *self, guint start, guint end, guint most, GPtrArray *hits)
{
  find (self->entries, 0, self->entries->len, start, end, most, hits);
}
