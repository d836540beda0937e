/* galley-viterbi.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-viterbi.h"

#include <string.h>

/* "I-cue" goes on where "B-cue" or "I-cue" was. */
static gboolean
may_follow (const char *before, const char *after)
{
  if (strncmp (after, "I-", 2) != 0)
    return TRUE;
  return before != NULL && strlen (before) > 2 && strcmp (before + 2, after + 2) == 0;
}

/**
 * galley_chain_constrain:
 * @names: (array): of the labels: “O”, “B-…” and “I-…”
 *
 * Forbids a span to go on that did not begin.
 */
void
galley_chain_constrain (GalleyChain *self, const char *const *names)
{
  for (guint after = 0; after < self->n_labels; after++)
    {
      if (!may_follow (NULL, names[after]))
        self->start[after] = GALLEY_VITERBI_NEVER;
      for (guint before = 0; before < self->n_labels; before++)
        if (!may_follow (names[before], names[after]))
          self->transitions[before][after] = GALLEY_VITERBI_NEVER;
    }
}

static gint32
limit (gint64 score)
{
  return (gint32) MAX (score, GALLEY_VITERBI_NEVER);
}

/* Fills one column: the best way into every label, and where it came from. */
static void
step (const GalleyChain *self,
      const gint32 *before,
      const gint32 *scores,
      gint32 *after,
      guint8 *back)
{
  for (guint label = 0; label < self->n_labels; label++)
    {
      gint32 best = before[0] + self->transitions[0][label];
      guint from = 0;

      for (guint other = 1; other < self->n_labels; other++)
        {
          gint32 way = before[other] + self->transitions[other][label];

          from = way > best ? other : from;
          best = MAX (way, best);
        }
      after[label] = limit ((gint64) best + scores[label]);
      back[label] = (guint8) from;
    }
}

/**
 * galley_chain_decode:
 * @scores: (array length=n): of every label at every place
 * @n: places
 * @back: (array): scratch, n × %GALLEY_VITERBI_MAX_LABELS
 * @labels: (out caller-allocates) (array length=n): the best sequence
 *
 * Viterbi's algorithm; of equal ways the one by lower labels is taken.
 */
void
galley_chain_decode (
    const GalleyChain *self, const GalleyScores *scores, guint n, guint8 *back, guint8 *labels)
{
  GalleyScores columns[2];
  const gint32 *last = columns[0];
  guint best = 0;

  if (n == 0)
    return;

  for (guint label = 0; label < self->n_labels; label++)
    columns[0][label] = limit ((gint64) self->start[label] + scores[0][label]);
  for (guint i = 1; i < n; i++)
    {
      last = columns[i % 2];
      step (self,
            columns[(i + 1) % 2],
            scores[i],
            columns[i % 2],
            back + i * GALLEY_VITERBI_MAX_LABELS);
    }
  for (guint label = 1; label < self->n_labels; label++)
    if (last[label] > last[best])
      best = label;
  for (guint i = n; i-- > 0; best = back[i * GALLEY_VITERBI_MAX_LABELS + best])
    labels[i] = (guint8) best;
}
