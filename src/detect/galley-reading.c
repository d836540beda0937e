/* galley-reading.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reading.h"

#include <math.h>

/**
 * galley_reading_new:
 *
 * Returns: (transfer full): no marks yet, and neither leans nor views
 */
GalleyReading *
galley_reading_new (void)
{
  GalleyReading *self = g_new0 (GalleyReading, 1);

  self->marks = g_array_new (FALSE, FALSE, sizeof (GalleyMark));

  return self;
}

void
galley_reading_free (GalleyReading *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->marks);
  g_clear_pointer (&self->leans, g_array_unref);
  g_clear_pointer (&self->views, g_array_unref);
  g_free (self);
}

/* The first lean of a mark that ends behind @token. Marks as they were read do not overlap. */
static guint
find_lean (const GArray *leans, guint token)
{
  guint low = 0, high = leans->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (leans, GalleyLean, middle).end_token <= token)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static guint
count_shared (const GalleyLean *lean, GalleyTokenRun run)
{
  guint first = MAX (lean->first_token, run.first_token);
  guint end = MIN (lean->end_token, run.end_token);

  return first < end ? end - first : 0;
}

static gboolean
points_at (const GalleyLean *lean, GalleyTokenRun to)
{
  if (to.first_token >= to.end_token)
    return lean->target == GALLEY_LEAN_NONE;

  return lean->target >= to.first_token && lean->target < to.end_token;
}

/**
 * galley_reading_get_lean:
 * @mark: a content or a cue; it need not be just as it was read
 * @to: what it might belong to; an empty run asks for "nothing near by"
 *
 * Returns: 0..1, how much of the mark leans there, or -1 where nothing is known of it
 */
double
galley_reading_get_lean (const GalleyReading *self, GalleyTokenRun mark, GalleyTokenRun to)
{
  guint n_tokens = 0, last_first = G_MAXUINT;
  double sum = 0;

  if (self->leans == NULL)
    return -1;
  for (guint i = find_lean (self->leans, mark.first_token); i < self->leans->len; i++)
    {
      const GalleyLean *lean = &g_array_index (self->leans, GalleyLean, i);
      guint shared = count_shared (lean, mark);

      if (shared == 0)
        break;
      if (lean->first_token != last_first)
        n_tokens += shared;
      last_first = lean->first_token;
      if (points_at (lean, to))
        sum += shared * (double) lean->share;
    }

  return n_tokens > 0 ? sum / n_tokens : -1;
}

/**
 * galley_reading_get_opinion:
 * @run: tokens of a sentence
 *
 * Returns: 0..1, how surely they state an opinion, or -1 where the reader does not say
 */
double
galley_reading_get_opinion (const GalleyReading *self, GalleyTokenRun run)
{
  double log_odds = 0, weight = 0;

  for (guint i = run.first_token; self->views != NULL && i < run.end_token; i++)
    {
      const GalleyView *view = &g_array_index (self->views, GalleyView, i);

      log_odds += (double) view->log_odds;
      weight += (double) view->weight;
    }

  return weight > 0 ? 1 / (1 + exp (-log_odds / weight)) : -1;
}
