/* galley-reader-marks.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reader-decoder.h"

#include "language/galley-lattice.h"

/* From the best labels to marks with probabilities. A perceptron has no probabilities of its own:
 * its scores over a temperature, found on articles that it had not learnt from, are taken for log
 * odds, and the share of all ways through the paragraph that have just this mark is its
 * probability. */

/* Quotation marks belong to the content that they enclose: takes in one that was left just outside.
 */
static void
take_in_quotation_marks (const GalleyReaderDecoder *decoder, guint *first, guint *end)
{
  const GalleyReaderSequence *sequence = &decoder->sequence;

  if (*first > 0 && sequence->words[*first - 1].place == GALLEY_PLACE_OPENING
      && decoder->labels[*first - 1] == GALLEY_READER_NOTHING)
    --*first;
  if (*end < sequence->n_words && sequence->words[*end].place == GALLEY_PLACE_CLOSING
      && decoder->labels[*end] == GALLEY_READER_NOTHING)
    ++*end;
}

static void
append_mark (const GalleyReaderDecoder *decoder,
             const GalleyLattice *lattice,
             const GalleyReaderSpan *span,
             GArray *marks)
{
  guint first = span->first, end = span->end;
  GalleyMark mark = { .role = span->role };

  mark.probability = galley_lattice_get_span (
      lattice, first, end, galley_reader_begins (span->role), galley_reader_goes_on (span->role));
  if (span->role == GALLEY_ROLE_CONTENT)
    take_in_quotation_marks (decoder, &first, &end);
  mark.first_token = decoder->sequence.first_token + first;
  mark.end_token = decoder->sequence.first_token + end;
  g_array_append_val (marks, mark);
}

/**
 * galley_reader_append_marks:
 * @decoder: after galley_reader_decode()
 * @marks: (element-type GalleyMark): gets what the labels mark
 */
void
galley_reader_append_marks (const GalleyReaderModel *model,
                            const GalleyReaderDecoder *decoder,
                            GArray *marks)
{
  guint n_words = decoder->sequence.n_words;
  g_autoptr (GalleyLattice) lattice = NULL;
  GalleyReaderSpan span = { 0 };

  while (galley_reader_next_span (decoder->labels, n_words, &span))
    {
      if (lattice == NULL)
        lattice = galley_lattice_new (&model->chains[1],
                                      (const GalleyScores *) decoder->scores,
                                      n_words,
                                      model->temperature);
      append_mark (decoder, lattice, &span, marks);
    }
}
