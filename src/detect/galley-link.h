/* galley-link.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-reader.h"

G_BEGIN_DECLS

/**
 * GalleyAttribution:
 * @source: who says it; empty (first and end the same) where nobody is named
 * @cue: the words that attribute it; empty where there are none
 * @contents: (element-type GalleyTokenRun): what is said, sorted; never empty
 * @probability: 0..1, of the least certain mark it is made of
 *
 * What a reader marked, put together. Runs are of tokens.
 */
typedef struct
{
  GalleyTokenRun source;
  GalleyTokenRun cue;
  GArray *contents;
  double probability;
} GalleyAttribution;

void galley_attribution_free (GalleyAttribution *self);
GPtrArray *galley_link_marks (const GalleyText *text,
                              const GalleyReading *reading,
                              const GalleyReaderTraits *traits);

static inline gboolean
galley_run_is_empty (GalleyTokenRun run)
{
  return run.first_token >= run.end_token;
}

G_END_DECLS
