/* galley-opinion-score.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train/galley-opinion-score.h"

#include <math.h>

/* Where to decide is looked for in this range of chances, in hundredths. */
#define FIRST_DECISION 20
#define END_DECISION   70

/* A precision of fewer says little. */
#define LEAST_CALLED 30

/**
 * galley_scored_new:
 * @chances: (array): as galley_cases_cross_validate() gives them
 * @n_repeats: how many times over
 * @corpus: which cases are wanted; those on which people did not decide are left out
 *
 * Returns: (transfer full) (element-type GalleyScored)
 */
GArray *
galley_scored_new (const GalleyCases *cases,
                   const double *chances,
                   guint n_repeats,
                   GalleyLabelledCorpus corpus)
{
  GArray *scored = g_array_new (FALSE, FALSE, sizeof (GalleyScored));
  guint n = cases->cases->len;

  for (guint i = 0; i < n_repeats * n; i++)
    {
      const GalleyCase *one = &g_array_index (cases->cases, GalleyCase, i % n);
      GalleyScored score = { chances[i], one->truth >= 1 };

      if (one->corpus == corpus && (one->truth >= 1 || fabs (one->truth) <= 0))
        g_array_append_val (scored, score);
    }
  return scored;
}

/**
 * galley_scored_count:
 * @decision: from this chance on a case is called true
 */
GalleyConfusion
galley_scored_count (const GArray *scored, double decision)
{
  GalleyConfusion found = { 0 };

  for (guint i = 0; i < scored->len; i++)
    {
      const GalleyScored *one = &g_array_index (scored, GalleyScored, i);

      found.n[one->chance >= decision ? 1 : 0][one->is_true ? 1 : 0]++;
    }
  return found;
}

double
galley_confusion_f1 (const GalleyConfusion *self, guint kind)
{
  guint hits = self->n[kind][kind];
  guint both = 2 * hits + self->n[kind][1 - kind] + self->n[1 - kind][kind];

  return both > 0 ? 2.0 * hits / both : 0;
}

double
galley_confusion_macro_f1 (const GalleyConfusion *self)
{
  return (galley_confusion_f1 (self, 0) + galley_confusion_f1 (self, 1)) / 2;
}

double
galley_confusion_precision (const GalleyConfusion *self)
{
  return 1.0 * self->n[1][1] / MAX (self->n[1][0] + self->n[1][1], 1);
}

double
galley_confusion_recall (const GalleyConfusion *self)
{
  return 1.0 * self->n[1][1] / MAX (self->n[0][1] + self->n[1][1], 1);
}

static int
compare_chances (gconstpointer a, gconstpointer b)
{
  const GalleyScored *one = a, *other = b;

  if (one->chance < other->chance)
    return 1;
  if (one->chance > other->chance)
    return -1;
  return other->is_true - one->is_true;
}

static GArray *
sort_by_chance (const GArray *scored)
{
  GArray *sorted = g_array_copy ((GArray *) scored);

  g_array_sort (sorted, compare_chances);
  return sorted;
}

/**
 * galley_scored_area:
 *
 * Returns: the area under the ROC curve: how often a true case gets a higher chance than another;
 *   it needs no decision
 */
double
galley_scored_area (const GArray *scored)
{
  g_autoptr (GArray) sorted = sort_by_chance (scored);
  double n_true = 0, above = 0;

  for (guint i = 0; i < sorted->len; i++)
    if (g_array_index (sorted, GalleyScored, i).is_true)
      n_true++;
    else
      above += n_true;
  return above / MAX (n_true * (sorted->len - n_true), 1);
}

static double
score_decision (const GArray *scored, guint hundredths)
{
  GalleyConfusion found = galley_scored_count (scored, hundredths / 100.0);

  return galley_confusion_macro_f1 (&found);
}

/**
 * galley_scored_find_decision:
 * @other: (nullable): of another corpus, that counts as much
 *
 * Returns: the chance from which on to call cases true for the best macro F1: the best with its
 *   two neighbours, so that no lucky peak wins
 */
double
galley_scored_find_decision (const GArray *scored, const GArray *other)
{
  double scores[END_DECISION + 1] = { 0 };
  double best_sum = -1;
  guint best = FIRST_DECISION + 1;

  for (guint i = FIRST_DECISION; i <= END_DECISION; i++)
    scores[i] = score_decision (scored, i) + (other != NULL ? score_decision (other, i) : 0);
  for (guint i = FIRST_DECISION + 1; i < END_DECISION; i++)
    {
      double sum = scores[i - 1] + scores[i] + scores[i + 1];

      if (sum <= best_sum)
        continue;
      best = i;
      best_sum = sum;
    }
  return best / 100.0;
}

/**
 * galley_scored_find_precise:
 * @precision: 0..1
 *
 * Returns: the lowest chance from which on so many of the cases are true; 1 where there is none
 */
double
galley_scored_find_precise (const GArray *scored, double precision)
{
  g_autoptr (GArray) sorted = sort_by_chance (scored);
  double found = 1;
  guint n_true = 0;

  for (guint i = 0; i < sorted->len; i++)
    {
      const GalleyScored *one = &g_array_index (sorted, GalleyScored, i);

      n_true += one->is_true;
      if (i + 1 >= LEAST_CALLED && n_true >= precision * (i + 1))
        found = one->chance;
    }
  return found;
}

/**
 * galley_scored_move:
 * @decision: the chance that becomes one half
 * @slope: by how much more a step away from it counts
 */
void
galley_scored_move (GArray *scored, double decision, double slope)
{
  double shift = log (decision / (1 - decision));

  for (guint i = 0; i < scored->len; i++)
    {
      GalleyScored *one = &g_array_index (scored, GalleyScored, i);
      double chance = CLAMP (one->chance, 1e-9, 1 - 1e-9);

      one->chance = galley_logistic_chance (slope * (log (chance / (1 - chance)) - shift));
    }
}
