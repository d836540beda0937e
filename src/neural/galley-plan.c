/* galley-plan.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "neural/galley-compute-private.h"

#define SCRATCHPAD_ALIGNMENT 64

/* Where a product reads from and writes to; no weight where it is a layer's. */
static void
find_buffers (const GalleyWorkspace *workspace,
              GalleyProductKind kind,
              guint part,
              gpointer *source,
              gpointer *weight,
              gpointer *target)
{
  guint width = workspace->network->width;
  const struct
  {
    gpointer source;
    gpointer weight;
    gpointer target;
  } buffers[GALLEY_N_PRODUCTS] = {
    [GALLEY_PRODUCT_PROJECT] = { workspace->states, NULL, workspace->projected },
    [GALLEY_PRODUCT_OUT] = { workspace->gathered, NULL, workspace->states },
    [GALLEY_PRODUCT_UP] = { workspace->states, NULL, workspace->inner },
    [GALLEY_PRODUCT_DOWN] = { workspace->inner, NULL, workspace->states },
    [GALLEY_PRODUCT_HEADS] = { workspace->states, NULL, workspace->heads },
    [GALLEY_PRODUCT_ATTEND] = { workspace->projected,
                                workspace->projected + width,
                                workspace->scores },
    [GALLEY_PRODUCT_GATHER] = { workspace->scores,
                                workspace->projected + 2 * width,
                                workspace->gathered },
  };

  *source = buffers[kind].source;
  if (_galley_compute_get_n_parts (workspace->compute, kind) > 1)
    *source = workspace->split[part];
  *weight = buffers[kind].weight;
  *target = buffers[kind].target;
}

static dnnl_status_t
create_memory (const_dnnl_primitive_desc_t description,
               dnnl_query_t what,
               dnnl_engine_t engine,
               gpointer buffer,
               dnnl_memory_t *memory)
{
  const dnnl_memory_desc_t *layout = dnnl_primitive_desc_query_md (description, what, 0);

  return dnnl_memory_create (memory, layout, engine, buffer);
}

static dnnl_status_t
create_product (const GalleyWorkspace *workspace,
                GalleyProductKind kind,
                guint part,
                const_dnnl_primitive_desc_t description,
                GalleyProduct *product)
{
  dnnl_engine_t engine = workspace->compute->engine;
  gpointer source, weight, target;
  dnnl_status_t status;

  find_buffers (workspace, kind, part, &source, &weight, &target);
  product->has_bias = weight == NULL && part == 0;
  status = dnnl_primitive_create (&product->primitive, description);
  if (status == dnnl_success)
    status = create_memory (description, dnnl_query_src_md, engine, source, &product->source);
  if (status == dnnl_success && weight != NULL)
    status = create_memory (description, dnnl_query_weights_md, engine, weight, &product->weight);
  if (status == dnnl_success)
    status = create_memory (description, dnnl_query_dst_md, engine, target, &product->target);
  if (status == dnnl_success)
    status = create_memory (
        description, dnnl_query_scratchpad_md, engine, DNNL_MEMORY_NONE, &product->scratchpad);
  return status;
}

/* The products run one after the other, so the largest scratchpad does for all. */
static dnnl_status_t
share_scratchpad (GalleyPlan *self, gsize size)
{
  GalleyProduct *products = &self->products[0][0];
  dnnl_status_t status = dnnl_success;

  if (size == 0)
    return dnnl_success;
  self->scratchpad = g_aligned_alloc (1, size, SCRATCHPAD_ALIGNMENT);
  for (guint i = 0; status == dnnl_success && i < GALLEY_N_PRODUCTS * GALLEY_MAX_PARTS; i++)
    if (products[i].scratchpad != NULL)
      status = dnnl_memory_set_data_handle (products[i].scratchpad, self->scratchpad);
  return status;
}

/* @scratchpad grows to what the product needs. */
static gboolean
make_product (GalleyPlan *self,
              const GalleyWorkspace *workspace,
              GalleyProductKind kind,
              guint part,
              gsize *scratchpad,
              GError **error)
{
  GalleyProduct *product = &self->products[kind][part];
  dnnl_primitive_desc_t description = NULL;
  gboolean made;

  made = _galley_product_describe (workspace->compute, kind, part, self->rows, &description, error)
         && _galley_compute_check (create_product (workspace, kind, part, description, product),
                                   error);
  if (made)
    *scratchpad =
        MAX (*scratchpad,
             dnnl_memory_desc_get_size (
                 dnnl_primitive_desc_query_md (description, dnnl_query_scratchpad_md, 0)));
  dnnl_primitive_desc_destroy (description);
  return made;
}

/**
 * _galley_plan_new:
 * @workspace: whose buffers the products read and write; outlives what is returned
 * @rows: pieces of a window, rounded up
 * @error: a #G_IO_ERROR_FAILED
 *
 * Has the library make its kernels for windows of one size: some milliseconds, once for all
 * threads.
 *
 * Returns: (transfer full) (nullable)
 */
GalleyPlan *
_galley_plan_new (GalleyWorkspace *workspace, guint rows, GError **error)
{
  GalleyPlan *self = g_new0 (GalleyPlan, 1);
  gboolean made = TRUE;
  gsize scratchpad = 0;

  self->rows = rows;
  for (GalleyProductKind kind = 0; made && kind < GALLEY_N_PRODUCTS; kind++)
    for (guint i = 0; made && i < _galley_compute_get_n_parts (workspace->compute, kind); i++)
      made = make_product (self, workspace, kind, i, &scratchpad, error);
  if (made)
    made = _galley_compute_check (share_scratchpad (self, scratchpad), error);
  if (!made)
    g_clear_pointer (&self, _galley_plan_free);
  return self;
}

static void
clear_product (GalleyProduct *product)
{
  dnnl_primitive_destroy (product->primitive);
  dnnl_memory_destroy (product->source);
  dnnl_memory_destroy (product->weight);
  dnnl_memory_destroy (product->target);
  dnnl_memory_destroy (product->scratchpad);
}

void
_galley_plan_free (GalleyPlan *self)
{
  for (guint i = 0; i < GALLEY_N_PRODUCTS; i++)
    for (guint j = 0; j < GALLEY_MAX_PARTS; j++)
      clear_product (&self->products[i][j]);
  g_aligned_free (self->scratchpad);
  g_free (self);
}

static gboolean
run_product (const GalleyProduct *product,
             const GalleyWeights *weights,
             dnnl_stream_t stream,
             GError **error)
{
  dnnl_exec_arg_t arguments[6] = {
    { DNNL_ARG_SRC, product->source },
    { DNNL_ARG_WEIGHTS, weights != NULL ? weights->weight : product->weight },
    { DNNL_ARG_DST, product->target },
    { DNNL_ARG_SCRATCHPAD, product->scratchpad },
  };
  int n_arguments = 4;

  if (product->has_bias)
    arguments[n_arguments++] = (dnnl_exec_arg_t){ DNNL_ARG_BIAS, weights->bias };
  if (weights != NULL && weights->scale != NULL)
    arguments[n_arguments++] =
        (dnnl_exec_arg_t){ DNNL_ARG_ATTR_MULTIPLE_POST_OP (0) | DNNL_ARG_SRC_1, weights->scale };
  return _galley_compute_check (
      dnnl_primitive_execute (product->primitive, stream, n_arguments, arguments), error);
}

/**
 * _galley_plan_run:
 * @weights: (nullable): a layer's; %NULL for a product of attention
 * @error: a #G_IO_ERROR_FAILED
 *
 * Returns: whether all parts of the product were computed
 */
gboolean
_galley_plan_run (const GalleyPlan *self,
                  GalleyProductKind kind,
                  const GalleyWeights *weights,
                  dnnl_stream_t stream,
                  GError **error)
{
  const GalleyProduct *products = self->products[kind];

  for (guint i = 0; i < GALLEY_MAX_PARTS && products[i].primitive != NULL; i++)
    if (!run_product (&products[i], weights, stream, error))
      return FALSE;
  return TRUE;
}
