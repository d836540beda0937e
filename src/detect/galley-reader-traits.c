/* galley-reader-traits.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reader-traits.h"

#include <string.h>

#include "detect/galley-opinions.h"
#include "model/galley-annotation.h"

/* The margins are from PolNeAR train, the limits of clear quotes are from PolNeAR dev. */
const GalleyReaderTraits galley_reader_traits_fast = {
  .min_probability = 0.02,
  .min_without_source = 0.5,
  .min_of_object = 0.5,
  .margin_alone = 1.2,
  .margin_alone_quoted = 2.5,
  .doubtful = 0.1,
  .outweighs = 0.6,
  .clear_direct = 0.34,
  .clear_mixed = 0.57,
  .clear_indirect = 0.72,
  .opinion_decision = GALLEY_OPINION_DECISION,
  .opinion_clear = GALLEY_OPINION_CLEAR,
  .opinion_by_form = G_MAXDOUBLE,
};

/* Eagerness, leans, margins and the limits of clear quotes are from quarters of PolNeAR train that
 * networks had not learnt from: they make right choices likeliest beside the linker's weights. So
 * were the least probabilities, for an earlier network; the one that ships has learnt from softer
 * labels and is less sure, and takes a fifth less of all of them. That is from PolNeAR dev. The
 * limits of opinions are from NewsSD-ENG's validation part. */
const GalleyReaderTraits galley_reader_traits_deep = {
  .eagerness = { 0.5, 1, 0 },
  .min_probability = 0.36,
  .min_without_source = 0.6,
  .min_of_object = 0.4,
  .margin_alone = 1.2,
  .margin_alone_quoted = 2.5,
  .lean_to_cue = 1.1,
  .lean_alone = 0.365,
  .lean_to_source = 1.2,
  .lean_nobody = 0.64,
  .margin_nobody = -0.74,
  .doubtful = 0.48,
  .outweighs = 0.6,
  .clear_direct = 0.6,
  .clear_mixed = 0.86,
  .clear_indirect = 0.93,
  .opinion_decision = GALLEY_OPINION_DECISION,
  .opinion_clear = 0.85,
  .opinion_by_form = GALLEY_OPINION_CLEAR,
};

typedef struct
{
  double given;
  double shown;
} Point;

/* Straight lines from (0, 0) over the points to (1, 1). */
static double
map (double value, const Point *points, guint n_points)
{
  Point before = { 0, 0 }, after = { 1, 1 };

  for (guint i = 0; i < n_points; i++)
    {
      if (points[i].given > value)
        {
          after = points[i];
          break;
        }
      before = points[i];
    }
  if (after.given <= before.given)
    return before.shown;

  return before.shown
         + (value - before.given) * ((after.shown - before.shown) / (after.given - before.given));
}

static double
find_clear_limit (const GalleyReaderTraits *self, const char *type)
{
  if (strcmp (type, "direct") == 0)
    return self->clear_direct;
  if (strcmp (type, "mixed") == 0)
    return self->clear_mixed;
  return self->clear_indirect;
}

/**
 * galley_reader_traits_quote_strength:
 * @type: an id of %GALLEY_TERMS_QUOTE
 * @probability: 0..1, of an attribution
 *
 * Returns: 0..1, the strength that is shown for it
 */
double
galley_reader_traits_quote_strength (const GalleyReaderTraits *self,
                                     const char *type,
                                     double probability)
{
  const Point points[] = { { find_clear_limit (self, type), GALLEY_CLEAR_QUOTE } };

  return map (probability, points, G_N_ELEMENTS (points));
}

/**
 * galley_reader_traits_opinion_strength:
 * @probability: 0..1, what the reader gives a sentence
 *
 * Returns: 0..1, its strength, %GALLEY_OPINION_DECISION the decision
 */
double
galley_reader_traits_opinion_strength (const GalleyReaderTraits *self, double probability)
{
  const Point points[] = { { self->opinion_decision, GALLEY_OPINION_DECISION },
                           { self->opinion_clear, GALLEY_OPINION_CLEAR } };

  return map (probability, points, G_N_ELEMENTS (points));
}
