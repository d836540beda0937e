/* galley-reader-labels.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-reading.h"

G_BEGIN_DECLS

/* Labels: nothing, then begin and inside of each #GalleyRole. */
#define GALLEY_READER_N_LABELS 7
#define GALLEY_READER_NOTHING  0

static inline guint
galley_reader_begins (GalleyRole role)
{
  return 1 + 2 * (guint) role;
}

static inline guint
galley_reader_goes_on (GalleyRole role)
{
  return 2 + 2 * (guint) role;
}

/* Of a label other than GALLEY_READER_NOTHING. */
static inline GalleyRole
galley_reader_role_of (guint label)
{
  return (GalleyRole) ((label - 1) / 2);
}

extern const char *const galley_reader_labels[GALLEY_READER_N_LABELS];

/**
 * GalleyReaderSpan:
 * @role: what it is
 * @first: its first word, a place in the labels
 * @end: one past its last
 */
typedef struct
{
  GalleyRole role;
  guint first;
  guint end;
} GalleyReaderSpan;

gboolean galley_reader_next_span (const guint8 *labels, guint n_labels, GalleyReaderSpan *span);

G_END_DECLS
