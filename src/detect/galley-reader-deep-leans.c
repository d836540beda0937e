/* galley-reader-deep-leans.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reader-deep-private.h"

#include <math.h>
#include <string.h>

/* What leans less to a word, or a mark, is not kept. */
#define MIN_SHARE 0.02f

/**
 * _galley_deep_list_words:
 * @labels: of the window's words
 * @pieces: (out): of each word of all marks of @role its piece, in order
 *
 * Returns: how many they are
 */
guint
_galley_deep_list_words (const GalleyWindow *window,
                         const guint8 *labels,
                         GalleyRole role,
                         guint32 *pieces)
{
  guint n = 0;

  for (guint i = 0; i < window->n_words; i++)
    if (labels[i] == galley_reader_begins (role) || labels[i] == galley_reader_goes_on (role))
      pieces[n++] = window->word_pieces[i];

  return n;
}

/* Makes probabilities of scores, as Bridle (1990) does. */
static void
apply_softmax (float *row, guint n)
{
  float best = row[0], sum = 0;

  for (guint i = 1; i < n; i++)
    best = MAX (best, row[i]);
  for (guint i = 0; i < n; i++)
    sum += row[i] = expf (row[i] - best);
  for (guint i = 0; i < n; i++)
    row[i] /= sum;
}

/* The mean of a span's rows, in the first of them. */
static float *
average (float *rows, guint n_rows, guint n)
{
  for (guint i = 0; i < n_rows; i++)
    apply_softmax (rows + (gsize) i * n, n);
  for (guint i = 1; i < n_rows; i++)
    for (guint k = 0; k < n; k++)
      rows[k] += rows[(gsize) i * n + k];
  for (guint k = 0; k < n; k++)
    rows[k] /= (float) n_rows;

  return rows;
}

static void
append (GArray *leans, GalleyLean lean, guint32 target, float share)
{
  lean.target = target;
  lean.share = share;
  if (share >= MIN_SHARE)
    g_array_append_val (leans, lean);
}

/* The words of a mark of the role that may be pointed at count together, for the one of them that
 * is pointed at most; each other word by itself, for it may still become one. */
static void
append_targets (const GalleyWindow *window,
                const guint8 *labels,
                GalleyRole role,
                GalleyLean lean,
                const float *shares,
                GArray *leans)
{
  for (guint i = 0; i < window->n_words;)
    {
      guint best = i, end = i + 1;
      float sum = shares[i];

      if (labels[i] == galley_reader_begins (role))
        for (; end < window->n_words && labels[end] == galley_reader_goes_on (role); end++)
          {
            sum += shares[end];
            best = shares[end] > shares[best] ? end : best;
          }
      append (leans, lean, window->words[best], sum);
      i = end;
    }
  append (leans, lean, GALLEY_LEAN_NONE, shares[window->n_words]);
}

/**
 * _galley_deep_append_leans:
 * @labels: of the window's words
 * @cue_scores: (array) (inout): for each word of a content how much it points at each of the
 *   window's words, and at none; written over
 * @source_scores: (array) (inout): for each word of a cue
 * @leans: (element-type GalleyLean): gets what the marks lean to
 */
void
_galley_deep_append_leans (const GalleyWindow *window,
                           const guint8 *labels,
                           float *cue_scores,
                           float *source_scores,
                           GArray *leans)
{
  guint n = window->n_words + 1;
  GalleyReaderSpan span = { 0 };

  while (galley_reader_next_span (labels, window->n_words, &span))
    {
      float **scores = span.role == GALLEY_ROLE_CONTENT ? &cue_scores : &source_scores;
      GalleyLean lean = { window->words[span.first], window->words[span.end - 1] + 1, 0, 0 };

      if (span.role == GALLEY_ROLE_SOURCE)
        continue;
      append_targets (window,
                      labels,
                      span.role == GALLEY_ROLE_CONTENT ? GALLEY_ROLE_CUE : GALLEY_ROLE_SOURCE,
                      lean,
                      average (*scores, span.end - span.first, n),
                      leans);
      *scores += (gsize) (span.end - span.first) * n;
    }
}
