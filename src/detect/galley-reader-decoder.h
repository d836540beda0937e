/* galley-reader-decoder.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-reader-features.h"
#include "language/galley-linear-model.h"
#include "language/galley-viterbi.h"

G_BEGIN_DECLS

/* Of the second pass's model. */
#define GALLEY_READER_N_PARAMETERS 4

/**
 * GalleyReaderDecoder:
 * @sequence: what is read
 * @gist: what the first pass found in it
 * @first_scores: of the first pass
 * @scores: of the last pass
 * @labels: of the last pass
 *
 * The room that reading takes, some 400 KiB, allocated once a text.
 */
typedef struct
{
  GalleyReaderSequence sequence;
  GalleyReaderGist gist;
  GalleyScores scores[GALLEY_READER_LONGEST];
  GalleyScores first_scores[GALLEY_READER_LONGEST];
  guint8 back[GALLEY_READER_LONGEST * GALLEY_VITERBI_MAX_LABELS];
  guint8 first_labels[GALLEY_READER_LONGEST];
  guint8 labels[GALLEY_READER_LONGEST];
} GalleyReaderDecoder;

/**
 * GalleyReaderModel:
 * @linear: both passes in one, for they look at the same features: labels of the first, then those
 *   of the second; its parameters are the temperature of the second's probabilities and the
 *   eagerness for each #GalleyRole, in the unit that its weights were learnt in
 * @chains: of the two
 * @temperature: scores divided by it are log odds
 * @eagerness: what is added to the score of a role's beginning: a sure reader marks too little
 */
typedef struct
{
  GalleyLinearModel *linear;
  GalleyChain chains[2];
  double temperature;
  gint32 eagerness[3];
} GalleyReaderModel;

GalleyReaderModel *galley_reader_model_new (GalleyLinearModel *linear, GError **error);
void galley_reader_model_free (GalleyReaderModel *self);

void galley_reader_guard (const GalleyReaderSequence *sequence, GalleyScores *scores);
void galley_reader_decode_first (const GalleyReaderModel *model, GalleyReaderDecoder *decoder);
void galley_reader_decode_second (const GalleyReaderModel *model, GalleyReaderDecoder *decoder);
void galley_reader_decode (const GalleyReaderModel *model, GalleyReaderDecoder *decoder);
void galley_reader_append_marks (const GalleyReaderModel *model,
                                 const GalleyReaderDecoder *decoder,
                                 GArray *marks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyReaderModel, galley_reader_model_free)

G_END_DECLS
