/* galley-reader-score.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train/galley-reader-score.h"

/* The first and last word of a span; an edge of punctuation decides nothing. */
typedef struct
{
  GalleyRole role;
  gint first;
  gint last;
} Edges;

static gboolean
is_word (const GalleyReaderSequence *sequence, guint position)
{
  const GalleyWordFacts *facts = &sequence->words[position].facts;

  return facts->has_letter || facts->has_digit;
}

static GArray *
list_spans (const GalleyReaderSequence *sequence, const guint8 *labels)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Edges));
  Edges *open = NULL;

  for (guint i = 0; i < sequence->n_words; i++)
    {
      guint label = labels[i];
      gboolean begins = label != GALLEY_READER_NOTHING
                        && label == galley_reader_begins (galley_reader_role_of (label));

      if (label == GALLEY_READER_NOTHING)
        open = NULL;
      else if (begins || open == NULL || open->role != galley_reader_role_of (label))
        {
          Edges fresh = { galley_reader_role_of (label), -1, -1 };

          g_array_append_val (spans, fresh);
          open = &g_array_index (spans, Edges, spans->len - 1);
        }
      if (open == NULL || !is_word (sequence, i))
        continue;
      open->first = open->first < 0 ? (gint) i : open->first;
      open->last = (gint) i;
    }
  return spans;
}

static void
count_spans (GalleyReaderScore scores[3], const GArray *gold, const GArray *found)
{
  for (guint i = 0; i < gold->len; i++)
    {
      const Edges *right = &g_array_index (gold, Edges, i);

      scores[right->role].gold[1] += right->first >= 0;
      for (guint k = 0; k < found->len; k++)
        {
          const Edges *other = &g_array_index (found, Edges, k);

          if (right->first >= 0 && right->role == other->role && right->first == other->first
              && right->last == other->last)
            scores[right->role].hits[1]++;
        }
    }
  for (guint k = 0; k < found->len; k++)
    {
      const Edges *span = &g_array_index (found, Edges, k);

      scores[span->role].found[1] += span->first >= 0;
    }
}

/**
 * galley_reader_score_add:
 * @scores: (inout): by role
 */
void
galley_reader_score_add (GalleyReaderScore scores[3],
                         const GalleyReaderSequence *sequence,
                         const guint8 *gold,
                         const guint8 *found)
{
  g_autoptr (GArray) gold_spans = list_spans (sequence, gold);
  g_autoptr (GArray) found_spans = list_spans (sequence, found);

  for (guint i = 0; i < sequence->n_words; i++)
    {
      gint right = gold[i] != GALLEY_READER_NOTHING ? (gint) galley_reader_role_of (gold[i]) : -1;
      gint said = found[i] != GALLEY_READER_NOTHING ? (gint) galley_reader_role_of (found[i]) : -1;

      if (!is_word (sequence, i))
        continue;
      if (right >= 0)
        scores[right].gold[0]++;
      if (said >= 0)
        scores[said].found[0]++;
      if (right >= 0 && right == said)
        scores[right].hits[0]++;
    }
  count_spans (scores, gold_spans, found_spans);
}

double
galley_reader_score_f1 (const GalleyReaderScore *score, guint unit)
{
  guint both = score->found[unit] + score->gold[unit];

  return both > 0 ? 2.0 * score->hits[unit] / both : 0;
}
