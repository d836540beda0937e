/* galley-compute-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <oneapi/dnnl/dnnl.h>

#include "neural/galley-network-private.h"
#include "neural/galley-numbers-private.h"

G_BEGIN_DECLS

/* Windows are rounded up to so many rows, so that few kernels have to be made. */
#define GALLEY_ROWS_STEP 32
#define GALLEY_MAX_PLANS (GALLEY_NETWORK_MAX_WINDOW / GALLEY_ROWS_STEP)

/**
 * GalleyProductKind:
 * @GALLEY_PRODUCT_PROJECT: states to queries, keys and values
 * @GALLEY_PRODUCT_OUT: what the heads of attention gathered, added to the states
 * @GALLEY_PRODUCT_UP: states to the inner layer, through GELU
 * @GALLEY_PRODUCT_DOWN: the inner layer, added to the states
 * @GALLEY_PRODUCT_HEADS: the last states to all scores and vectors of the network's own heads
 * @GALLEY_PRODUCT_ATTEND: queries × keys
 * @GALLEY_PRODUCT_GATHER: attention × values
 *
 * The matrix products of a forward pass: first those with learnt weights, then the others.
 */
typedef enum
{
  GALLEY_PRODUCT_PROJECT,
  GALLEY_PRODUCT_OUT,
  GALLEY_PRODUCT_UP,
  GALLEY_PRODUCT_DOWN,
  GALLEY_PRODUCT_HEADS,
  GALLEY_PRODUCT_ATTEND,
  GALLEY_PRODUCT_GATHER,
} GalleyProductKind;

/* A product of a layer is two where its input is split: of the numbers in short, then of what these
 * lack, which is added to the first. */
#define GALLEY_MAX_PARTS 2

#define GALLEY_N_DENSE    (GALLEY_PRODUCT_HEADS + 1)
#define GALLEY_N_PRODUCTS (GALLEY_PRODUCT_GATHER + 1)

typedef struct
{
  dnnl_memory_t weight;
  dnnl_memory_t scale; /* of each output; NULL where @weight has them in it */
  dnnl_memory_t bias;
} GalleyWeights;

/* The network's weights as this machine computes with them. Immutable, shared by threads. */
struct _GalleyCompute
{
  const GalleyNetwork *network;
  dnnl_engine_t engine;
  gboolean is_split; /* layers multiply whole numbers with floats that are split in two */
  dnnl_memory_desc_t layouts[GALLEY_N_DENSE];       /* of weights */
  GalleyWeights (*layers)[GALLEY_PRODUCT_DOWN + 1]; /* of each layer its dense products */
  GalleyWeights heads;
};

/* A product for one number of rows, over the buffers of one workspace. */
typedef struct
{
  dnnl_primitive_t primitive;
  dnnl_memory_t source;
  dnnl_memory_t weight; /* NULL: those of a layer */
  dnnl_memory_t target;
  dnnl_memory_t scratchpad;
  gboolean has_bias;
} GalleyProduct;

typedef struct
{
  guint rows;
  GalleyProduct products[GALLEY_N_PRODUCTS][GALLEY_MAX_PARTS];
  gpointer scratchpad;
} GalleyPlan;

/* What a window's computation is written to. */
struct _GalleyWorkspace
{
  const GalleyNetwork *network;
  const GalleyCompute *compute;
  dnnl_stream_t stream;
  guint n_pieces;
  float *states;    /* rows × width */
  float *projected; /* rows × (queries, keys, values) */
  float *scores;    /* heads × rows × rows; then attention */
  float *gathered;  /* rows × width */
  float *inner;     /* rows × inner */
  float *heads;     /* rows × outputs of the heads */
  GalleyShortFloat
      *split[GALLEY_MAX_PARTS]; /* nullable: a product's input, rows × width or inner */
  GalleyPlan *plans[GALLEY_MAX_PLANS];
};

gboolean _galley_compute_check (dnnl_status_t status, GError **error);
guint _galley_compute_get_n_parts (const GalleyCompute *self, GalleyProductKind kind);
GalleyCompute *_galley_compute_new (const GalleyNetwork *network, GError **error);
void _galley_compute_free (GalleyCompute *self);

gboolean _galley_product_describe (const GalleyCompute *compute,
                                   GalleyProductKind kind,
                                   guint part,
                                   guint rows,
                                   dnnl_primitive_desc_t *description,
                                   GError **error);

GalleyPlan *_galley_plan_new (GalleyWorkspace *workspace, guint rows, GError **error);
void _galley_plan_free (GalleyPlan *self);
gboolean _galley_plan_run (const GalleyPlan *self,
                           GalleyProductKind kind,
                           const GalleyWeights *weights,
                           dnnl_stream_t stream,
                           GError **error);

guint _galley_heads_get_width (const GalleyNetwork *network);
void _galley_heads_copy_weights (const GalleyNetwork *network, float *weight, float *bias);

G_END_DECLS
