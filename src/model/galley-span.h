/* galley-span.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleySpan:
 * @start: the first code point
 * @end: one past the last code point
 *
 * A stretch of an article's text, in Unicode code points. Lists of spans are #GArray of GalleySpan,
 * sorted by start and without overlaps; a %NULL array is an empty list.
 */
typedef struct
{
  guint start;
  guint end;
} GalleySpan;

/**
 * GalleyEvidence:
 * @span: where it stands in the text
 * @role: (interned): what it shows: `cue`, `quotation-mark`, `loaded-word`, `name`, `role`,
 *   `anonymity`, …
 *
 * A place in the text that a reason points at.
 */
typedef struct
{
  GalleySpan span;
  const char *role;
} GalleyEvidence;

GArray *galley_spans_new (void);
GArray *galley_spans_new_one (guint start, guint end);
GArray *galley_spans_copy (GArray *spans);
guint galley_spans_length (GArray *spans);
const GalleySpan *galley_spans_get (GArray *spans, guint position);
void galley_spans_add (GArray *spans, guint start, guint end);
gboolean galley_spans_equal (GArray *a, GArray *b);
guint galley_spans_start (GArray *spans);
guint galley_spans_end (GArray *spans);
gboolean galley_spans_overlap (GArray *spans, guint start, guint end);
guint galley_spans_find (GArray *spans, guint offset);

G_END_DECLS
