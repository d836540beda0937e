/* galley-span.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-span.h"

#include <string.h>

GArray *
galley_spans_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (GalleySpan));
}

GArray *
galley_spans_new_one (guint start, guint end)
{
  GArray *spans = galley_spans_new ();

  galley_spans_add (spans, start, end);

  return spans;
}

/**
 * galley_spans_copy:
 * @spans: (nullable)
 *
 * Returns: (transfer full) (nullable): a copy; %NULL of %NULL
 */
GArray *
galley_spans_copy (GArray *spans)
{
  return spans != NULL ? g_array_copy (spans) : NULL;
}

guint
galley_spans_length (GArray *spans)
{
  return spans != NULL ? spans->len : 0;
}

const GalleySpan *
galley_spans_get (GArray *spans, guint position)
{
  g_return_val_if_fail (position < galley_spans_length (spans), NULL);

  return &g_array_index (spans, GalleySpan, position);
}

/**
 * galley_spans_add:
 *
 * Adds a span where it belongs. What overlaps or touches it is joined with it, so that the list
 * stays sorted and disjoint.
 */
void
galley_spans_add (GArray *spans, guint start, guint end)
{
  GalleySpan span = { start, end };
  guint first, last;

  g_return_if_fail (start < end);

  first = start > 0 ? galley_spans_find (spans, start - 1) : 0;
  for (last = first; last < spans->len && galley_spans_get (spans, last)->start <= end; last++)
    {
      span.start = MIN (span.start, galley_spans_get (spans, last)->start);
      span.end = MAX (span.end, galley_spans_get (spans, last)->end);
    }

  if (last > first)
    g_array_remove_range (spans, first, last - first);
  g_array_insert_val (spans, first, span);
}

gboolean
galley_spans_equal (GArray *a, GArray *b)
{
  guint length = galley_spans_length (a);

  return length == galley_spans_length (b)
         && (length == 0 || memcmp (a->data, b->data, length * sizeof (GalleySpan)) == 0);
}

/**
 * galley_spans_start:
 *
 * Returns: the first code point of the hull; 0 of an empty list
 */
guint
galley_spans_start (GArray *spans)
{
  return galley_spans_length (spans) > 0 ? galley_spans_get (spans, 0)->start : 0;
}

/**
 * galley_spans_end:
 *
 * Returns: one past the last code point of the hull; 0 of an empty list
 */
guint
galley_spans_end (GArray *spans)
{
  guint length = galley_spans_length (spans);

  return length > 0 ? galley_spans_get (spans, length - 1)->end : 0;
}

/**
 * galley_spans_find:
 * @spans: (nullable)
 *
 * Returns: the position of the first span that ends behind @offset, or else their number; takes
 *   logarithmic time
 */
guint
galley_spans_find (GArray *spans, guint offset)
{
  guint low = 0;
  guint high = galley_spans_length (spans);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (galley_spans_get (spans, middle)->end <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * galley_spans_overlap:
 * @spans: (nullable)
 * @start: first code point of a stretch
 * @end: one past the last one
 *
 * Returns: %TRUE if one of @spans has a code point of the stretch; takes logarithmic time
 */
gboolean
galley_spans_overlap (GArray *spans, guint start, guint end)
{
  guint position = galley_spans_find (spans, start);

  return start < end && position < galley_spans_length (spans)
         && galley_spans_get (spans, position)->start < end;
}
