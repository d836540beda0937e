/* galley-network-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "neural/galley-network-file.h"
#include "neural/galley-network.h"

G_BEGIN_DECLS

#define GALLEY_N_PAIR_HEADS 2
#define GALLEY_HEAD_WIDTH   32 /* of attention: a network has as many heads as its width allows */

/* y = W x + b: a row of W an output. */
typedef struct
{
  GalleyTensor weight;
  const float *bias;
} GalleyDense;

typedef struct
{
  const float *weight;
  const float *bias;
} GalleyNorm;

typedef struct
{
  GalleyDense query;
  GalleyDense key;
  GalleyDense value;
  GalleyDense out;
  GalleyNorm norm1;
  GalleyDense up;
  GalleyDense down;
  GalleyNorm norm2;
} GalleyLayer;

typedef struct
{
  GalleyDense query;
  GalleyDense key;
  const float *none; /* the key of “none of them” */
} GalleyPairs;

typedef struct _GalleyCompute GalleyCompute;

struct _GalleyNetwork
{
  GMappedFile *map; /* nullable: where the file lies that is read */
  GalleyNetworkFile *file;
  GalleyWordPieces *word_pieces;
  GPtrArray *floats; /* (element-type float*): what the fields below point to */

  guint width;
  guint inner;
  guint n_heads;
  guint n_layers;
  guint pair_width;
  guint window; /* pieces, at most */

  GalleyTensor word;
  GalleyTensor position;
  GalleyTensor quote;
  GalleyNorm norm;
  GalleyLayer *layers;

  GalleyDense tags;
  const float *tag_start;
  const float *tag_transitions;
  GalleyPairs pairs[GALLEY_N_PAIR_HEADS];
  GalleyDense opinion;

  GMutex lock;            /* over the next */
  GalleyCompute *compute; /* made when it is needed first */
};

void _galley_network_let_go (const GalleyNetwork *self);

G_END_DECLS
