/* galley-reader-labels.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reader-labels.h"

const char *const galley_reader_labels[GALLEY_READER_N_LABELS] = {
  "O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"
};

/**
 * galley_reader_next_span:
 * @labels: (array length=n_labels): of the words of a sequence
 * @span: (inout): the span before, all zero at first; then the next one
 *
 * Returns: %FALSE where there is no other
 */
gboolean
galley_reader_next_span (const guint8 *labels, guint n_labels, GalleyReaderSpan *span)
{
  guint first = span->end;

  while (first < n_labels && labels[first] == GALLEY_READER_NOTHING)
    first++;
  if (first >= n_labels)
    return FALSE;
  span->role = galley_reader_role_of (labels[first]);
  span->first = first;
  span->end = first + 1;
  while (span->end < n_labels && labels[span->end] == galley_reader_goes_on (span->role))
    span->end++;
  return TRUE;
}
