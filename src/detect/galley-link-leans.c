/* galley-link-leans.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-link-leans.h"

#include <math.h>

#include "detect/galley-link-features.h"

/* What a share of nothing counts as: a reader may be wrong. */
#define FLOOR 0.02

static GalleyTokenRun
run_of (const GalleyReading *reading, gint mark)
{
  const GalleyMark *one;

  if (mark == GALLEY_LINK_NONE)
    return (GalleyTokenRun){ 0, 0 };
  one = &g_array_index (reading->marks, GalleyMark, mark);

  return (GalleyTokenRun){ one->first_token, one->end_token };
}

/* A content that hangs on a source has no cue, as one that stands alone. */
static gint
target_of (const GalleyReading *reading, GalleyRole role, gint candidate)
{
  if (role == GALLEY_ROLE_CONTENT && candidate != GALLEY_LINK_NONE
      && g_array_index (reading->marks, GalleyMark, candidate).role == GALLEY_ROLE_SOURCE)
    return GALLEY_LINK_NONE;

  return candidate;
}

static double
weight_of (const GalleyReaderTraits *traits, GalleyRole role, gint target)
{
  if (role == GALLEY_ROLE_CONTENT)
    return target == GALLEY_LINK_NONE ? traits->lean_alone : traits->lean_to_cue;

  return target == GALLEY_LINK_NONE ? traits->lean_nobody : traits->lean_to_source;
}

/**
 * galley_link_weigh_lean:
 * @mark: a cue or a content of the reading
 * @candidate: which source, or which cue or source, it may belong to, or %GALLEY_LINK_NONE
 *
 * Returns: what the reader's own view of that adds to the candidate's score: 0 where it has none or
 *   is sure that they belong together, below 0 the less it leans there
 */
double
galley_link_weigh_lean (const GalleyReading *reading,
                        const GalleyReaderTraits *traits,
                        guint mark,
                        gint candidate)
{
  GalleyRole role = g_array_index (reading->marks, GalleyMark, mark).role;
  gint target = target_of (reading, role, candidate);
  double share =
      galley_reading_get_lean (reading, run_of (reading, (gint) mark), run_of (reading, target));

  if (share < 0)
    return 0;

  return weight_of (traits, role, target) * log ((share + FLOOR) / (1 + FLOOR));
}
