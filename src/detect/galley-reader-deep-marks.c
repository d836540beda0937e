/* galley-reader-deep-marks.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reader-deep-private.h"

#include <string.h>

#include "language/galley-lattice.h"

/* The network's scores in whole numbers: its last digits differ from machine to machine, and the
 * decoder's do not. */
#define SCALE 2048

static gint32
to_score (float value)
{
  return (gint32) (_galley_deep_bound (value) * SCALE);
}

/**
 * _galley_deep_chain_init:
 * @chain: (out): what the network's decoder goes by, in whole numbers
 * @start: (array fixed-size=7): of the first label
 * @transitions: (array fixed-size=49): [before][after]
 */
void
_galley_deep_chain_init (GalleyChain *chain, const float *start, const float *transitions)
{
  memset (chain, 0, sizeof *chain);
  chain->n_labels = GALLEY_READER_N_LABELS;
  for (guint before = 0; before < chain->n_labels; before++)
    {
      chain->start[before] = to_score (start[before]);
      for (guint after = 0; after < chain->n_labels; after++)
        chain->transitions[before][after] =
            to_score (transitions[before * GALLEY_READER_N_LABELS + after]);
    }
  galley_chain_constrain (chain, galley_reader_labels);
}

/* No mark goes on over the end of a paragraph. */
static void
forbid_going_on (gint32 *scores)
{
  for (guint role = GALLEY_ROLE_SOURCE; role <= GALLEY_ROLE_CONTENT; role++)
    scores[galley_reader_goes_on ((GalleyRole) role)] = GALLEY_VITERBI_NEVER;
}

static guint
paragraph_of (const GalleyText *text, const GalleyWindow *window, guint word)
{
  return galley_text_token (text, window->words[word])->paragraph;
}

/**
 * _galley_deep_decode:
 * @tags: (array): of each word of the window what the network gives its labels
 * @eagerness: (array fixed-size=3): see #GalleyReaderTraits
 * @labels: (out)
 */
void
_galley_deep_decode (const GalleyChain *chain,
                     const GalleyText *text,
                     const GalleyWindow *window,
                     const float *tags,
                     const double *eagerness,
                     GalleyDeepLabels *labels)
{
  gint32 bonus[GALLEY_READER_N_LABELS] = { 0 };

  for (guint role = GALLEY_ROLE_SOURCE; role <= GALLEY_ROLE_CONTENT; role++)
    bonus[galley_reader_begins ((GalleyRole) role)] = to_score ((float) eagerness[role]);
  for (guint i = 0; i < window->n_words; i++)
    {
      for (guint label = 0; label < GALLEY_READER_N_LABELS; label++)
        labels->scores[i][label] =
            to_score (tags[i * GALLEY_READER_N_LABELS + label]) + bonus[label];
      if (i > 0 && paragraph_of (text, window, i) != paragraph_of (text, window, i - 1))
        forbid_going_on (labels->scores[i]);
    }
  galley_chain_decode (
      chain, (const GalleyScores *) labels->scores, window->n_words, labels->back, labels->labels);
}

/* Quotation marks belong to the content that they enclose: takes in one that was left just outside.
 */
static void
take_in_quotation_marks (const GalleyText *text,
                         const GalleyWindow *window,
                         const guint8 *labels,
                         GalleyReaderSpan *span)
{
  guint before = span->first - 1, after = span->end;

  if (span->first > 0 && labels[before] == GALLEY_READER_NOTHING
      && paragraph_of (text, window, before) == paragraph_of (text, window, span->first)
      && (galley_text_token (text, window->words[before])->flags & GALLEY_TOKEN_OPENS_QUOTE) != 0)
    span->first--;
  if (after < window->n_words && labels[after] == GALLEY_READER_NOTHING
      && paragraph_of (text, window, after) == paragraph_of (text, window, span->first)
      && (galley_text_token (text, window->words[after])->flags & GALLEY_TOKEN_CLOSES_QUOTE) != 0)
    span->end++;
}

/* Whether a content goes on that was cut where the window before ended: within a sentence or within
 * quotation marks. */
static gboolean
goes_on_from (const GalleyText *text, const GalleyMark *before, const GalleyMark *mark)
{
  const GalleyToken *last = galley_text_token (text, before->end_token - 1);
  const GalleyToken *first = galley_text_token (text, mark->first_token);

  return before->role == GALLEY_ROLE_CONTENT && mark->role == GALLEY_ROLE_CONTENT
         && before->end_token == mark->first_token && last->paragraph == first->paragraph
         && (last->sentence == first->sentence
             || (last->quotation >= 0 && last->quotation == first->quotation));
}

static void
append_mark (const GalleyText *text, GalleyMark mark, gboolean goes_on, GArray *marks)
{
  GalleyMark *before = marks->len > 0 ? &g_array_index (marks, GalleyMark, marks->len - 1) : NULL;

  if (goes_on && before != NULL && goes_on_from (text, before, &mark))
    {
      before->end_token = mark.end_token;
      before->probability = MIN (before->probability, mark.probability);
    }
  else
    {
      g_array_append_val (marks, mark);
    }
}

/**
 * _galley_deep_append_marks:
 * @labels: after _galley_deep_decode()
 * @marks: (element-type GalleyMark): gets what the labels mark
 *
 * A mark's probability is how surely its words are of its role, on average over all ways through
 * the window's labels. That ranks marks better than how surely this very mark is one, which is low
 * for every long content: of the quotes in articles that the network had not learnt from it tells
 * right from wrong in 79 of 100 pairs, not in 72.
 */
void
_galley_deep_append_marks (const GalleyChain *chain,
                           const GalleyText *text,
                           const GalleyWindow *window,
                           const GalleyDeepLabels *labels,
                           GArray *marks)
{
  g_autoptr (GalleyLattice) lattice = NULL;
  GalleyReaderSpan span = { 0 };

  while (galley_reader_next_span (labels->labels, window->n_words, &span))
    {
      GalleyReaderSpan whole = span;
      GalleyMark mark = { .role = span.role };

      if (lattice == NULL)
        lattice = galley_lattice_new (chain,
                                      (const GalleyScores *) labels->scores,
                                      window->n_words,
                                      SCALE);
      mark.probability = galley_lattice_get_mean (lattice,
                                                  span.first,
                                                  span.end,
                                                  galley_reader_begins (span.role),
                                                  galley_reader_goes_on (span.role));
      if (span.role == GALLEY_ROLE_CONTENT)
        take_in_quotation_marks (text, window, labels->labels, &whole);
      mark.first_token = window->words[whole.first];
      mark.end_token = window->words[whole.end - 1] + 1;
      append_mark (text, mark, window->goes_on && span.first == 0, marks);
    }
}
