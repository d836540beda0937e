/* galley-heads.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "neural/galley-compute-private.h"
#include "neural/galley-numbers-private.h"

/* What is computed of every piece side by side: queries and keys of the pairs first, so that they
 * begin where memory is aligned. */
typedef struct
{
  guint queries[GALLEY_N_PAIR_HEADS];
  guint keys[GALLEY_N_PAIR_HEADS];
  guint tags;
  guint opinion;
  guint width;
} Columns;

static Columns
find_columns (const GalleyNetwork *network)
{
  Columns columns = { .width = 0 };

  for (guint i = 0; i < GALLEY_N_PAIR_HEADS; i++)
    {
      columns.queries[i] = 2 * i * network->pair_width;
      columns.keys[i] = (2 * i + 1) * network->pair_width;
    }
  columns.tags = 2 * GALLEY_N_PAIR_HEADS * network->pair_width;
  columns.opinion = columns.tags + GALLEY_NETWORK_N_TAGS;
  columns.width = columns.opinion + 1;
  return columns;
}

guint
_galley_heads_get_width (const GalleyNetwork *network)
{
  return find_columns (network).width;
}

static void
copy_dense (const GalleyDense *dense, guint column, float *weight, float *bias)
{
  const GalleyTensor *tensor = &dense->weight;

  galley_tensor_copy_rows (tensor, 0, tensor->rows, weight + (gsize) column * tensor->columns);
  memcpy (bias + column, dense->bias, tensor->rows * sizeof *bias);
}

/**
 * _galley_heads_copy_weights:
 * @weight: (out caller-allocates): _galley_heads_get_width() rows
 * @bias: (out caller-allocates): as many numbers
 *
 * All heads' weights as those of one product.
 */
void
_galley_heads_copy_weights (const GalleyNetwork *network, float *weight, float *bias)
{
  Columns columns = find_columns (network);

  for (guint i = 0; i < GALLEY_N_PAIR_HEADS; i++)
    {
      copy_dense (&network->pairs[i].query, columns.queries[i], weight, bias);
      copy_dense (&network->pairs[i].key, columns.keys[i], weight, bias);
    }
  copy_dense (&network->tags, columns.tags, weight, bias);
  copy_dense (&network->opinion, columns.opinion, weight, bias);
}

/**
 * galley_network_score_tags:
 * @workspace: of the window that was encoded
 * @words: (array length=n_words): of each word its piece, as an index into the window (the opening
 *   piece is 0)
 * @scores: (out caller-allocates): [n_words][%GALLEY_NETWORK_N_TAGS], as the chain wants them
 */
void
galley_network_score_tags (const GalleyNetwork *self,
                           const GalleyWorkspace *workspace,
                           const guint32 *words,
                           guint n_words,
                           float *scores)
{
  Columns columns = find_columns (self);

  for (guint i = 0; i < n_words; i++)
    {
      const float *row = workspace->heads + (gsize) words[i] * columns.width;

      g_return_if_fail (words[i] < workspace->n_pieces);
      memcpy (scores + (gsize) i * GALLEY_NETWORK_N_TAGS,
              row + columns.tags,
              GALLEY_NETWORK_N_TAGS * sizeof *scores);
    }
}

/**
 * galley_network_score_pairs:
 * @workspace: of the window that was encoded
 * @queries: (array length=n_queries): pieces that ask, as indexes into the window
 * @words: (array length=n_words): pieces that may be the answer
 * @scores: (out caller-allocates): [n_queries][n_words + 1], unnormalised; the last of a row is
 *   “none of them”. A softmax over a row gives probabilities
 */
void
galley_network_score_pairs (const GalleyNetwork *self,
                            const GalleyWorkspace *workspace,
                            GalleyPairHead head,
                            const guint32 *queries,
                            guint n_queries,
                            const guint32 *words,
                            guint n_words,
                            float *scores)
{
  Columns columns = find_columns (self);
  const float *heads = workspace->heads;
  const float scale = 1 / sqrtf ((float) self->pair_width);

  for (guint i = 0; i < n_queries; i++, scores += n_words + 1)
    {
      const float *query = heads + (gsize) queries[i] * columns.width + columns.queries[head];

      g_return_if_fail (queries[i] < workspace->n_pieces);
      for (guint j = 0; j < n_words; j++)
        scores[j] =
            scale
            * _galley_numbers_dot (query,
                                   heads + (gsize) words[j] * columns.width + columns.keys[head],
                                   self->pair_width);
      scores[n_words] =
          scale * _galley_numbers_dot (query, self->pairs[head].none, self->pair_width);
    }
}

/**
 * galley_network_score_opinion:
 * @workspace: of the window that was encoded
 * @first_piece: a sentence's first piece, as an index into the window
 * @end_piece: one past its last
 *
 * A sentence that is spread over windows is the mean of its pieces' scores, each piece by itself.
 *
 * Returns: the log-odds that the sentence is an opinion
 */
float
galley_network_score_opinion (const GalleyNetwork *self,
                              const GalleyWorkspace *workspace,
                              guint first_piece,
                              guint end_piece)
{
  Columns columns = find_columns (self);
  float sum = 0;

  g_return_val_if_fail (first_piece < end_piece && end_piece <= workspace->n_pieces, 0);

  for (guint i = first_piece; i < end_piece; i++)
    sum += workspace->heads[(gsize) i * columns.width + columns.opinion];
  return sum / (float) (end_piece - first_piece);
}
