/* galley-product.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "neural/galley-compute-private.h"

/* What a product does with its result. */
typedef enum
{
  END_STORE,
  END_GELU,
  END_ADD,
} End;

typedef struct
{
  dnnl_memory_desc_t source;
  dnnl_memory_desc_t weight;
  dnnl_memory_desc_t bias;
  dnnl_memory_desc_t target;
  gboolean has_bias;
  End end;
} Shape;

static dnnl_status_t
describe_matrix (dnnl_memory_desc_t *matrix,
                 guint rows,
                 guint columns,
                 dnnl_data_type_t type,
                 gboolean any_layout)
{
  const dnnl_dims_t sizes = { rows, columns };

  return dnnl_memory_desc_init_by_tag (
      matrix, 2, sizes, type, any_layout ? dnnl_format_tag_any : dnnl_ab);
}

/* One matrix a head of attention, which lies within larger rows. */
static dnnl_status_t
describe_slices (dnnl_memory_desc_t *slices,
                 guint n_heads,
                 guint rows,
                 guint columns,
                 const dnnl_dims_t strides,
                 dnnl_data_type_t type)
{
  const dnnl_dims_t sizes = { n_heads, rows, columns };

  return dnnl_memory_desc_init_by_strides (slices, 3, sizes, type, strides);
}

/* Inputs and outputs of a dense product; which of the two types its target has, and its end. */
static void
get_dense (const GalleyCompute *compute,
           GalleyProductKind kind,
           guint *inputs,
           guint *outputs,
           dnnl_data_type_t *target,
           End *end)
{
  const GalleyNetwork *network = compute->network;
  gboolean goes_on = kind == GALLEY_PRODUCT_PROJECT || kind == GALLEY_PRODUCT_UP;

  *inputs = kind == GALLEY_PRODUCT_DOWN ? network->inner : network->width;
  *outputs = network->width;
  *target = goes_on ? compute->type : dnnl_f32;
  *end = END_ADD;
  if (kind == GALLEY_PRODUCT_PROJECT)
    {
      *outputs = 3 * network->width;
      *end = END_STORE;
    }
  else if (kind == GALLEY_PRODUCT_UP)
    {
      *outputs = network->inner;
      *end = END_GELU;
    }
  else if (kind == GALLEY_PRODUCT_HEADS)
    {
      *outputs = _galley_heads_get_width (network);
      *end = END_STORE;
    }
}

/* The heads decide, so they are computed in floats everywhere; they cost next to nothing. */
static dnnl_status_t
describe_dense (const GalleyCompute *compute, GalleyProductKind kind, guint rows, Shape *shape)
{
  const dnnl_memory_desc_t *layout = &compute->layouts[kind];
  dnnl_data_type_t type = kind == GALLEY_PRODUCT_HEADS ? dnnl_f32 : compute->type;
  dnnl_data_type_t target;
  dnnl_status_t status;
  guint inputs, outputs;

  get_dense (compute, kind, &inputs, &outputs, &target, &shape->end);
  shape->has_bias = TRUE;
  status = describe_matrix (&shape->source, rows, inputs, type, FALSE);
  if (status == dnnl_success)
    status = describe_matrix (&shape->bias, 1, outputs, dnnl_f32, FALSE);
  if (status == dnnl_success)
    status = describe_matrix (&shape->target, rows, outputs, target, FALSE);
  if (status == dnnl_success && layout->ndims == 0)
    return describe_matrix (&shape->weight, inputs, outputs, type, TRUE);
  shape->weight = *layout;
  return status;
}

static dnnl_status_t
describe_attend (const GalleyCompute *compute, guint rows, Shape *shape)
{
  guint n_heads = compute->network->n_heads;
  gint64 row = 3 * (gint64) compute->network->width;
  const dnnl_dims_t by_row = { GALLEY_HEAD_WIDTH, row, 1 };
  const dnnl_dims_t by_column = { GALLEY_HEAD_WIDTH, 1, row };
  const dnnl_dims_t square = { (gint64) rows * rows, rows, 1 };
  dnnl_status_t status;

  status =
      describe_slices (&shape->source, n_heads, rows, GALLEY_HEAD_WIDTH, by_row, compute->type);
  if (status == dnnl_success)
    status = describe_slices (
        &shape->weight, n_heads, GALLEY_HEAD_WIDTH, rows, by_column, compute->type);
  if (status == dnnl_success)
    status = describe_slices (&shape->target, n_heads, rows, rows, square, dnnl_f32);
  return status;
}

static dnnl_status_t
describe_gather (const GalleyCompute *compute, guint rows, Shape *shape)
{
  guint n_heads = compute->network->n_heads;
  gint64 width = compute->network->width;
  const dnnl_dims_t square = { (gint64) rows * rows, rows, 1 };
  const dnnl_dims_t by_row = { GALLEY_HEAD_WIDTH, 3 * width, 1 };
  const dnnl_dims_t side_by_side = { GALLEY_HEAD_WIDTH, width, 1 };
  dnnl_status_t status;

  status = describe_slices (&shape->source, n_heads, rows, rows, square, compute->type);
  if (status == dnnl_success)
    status =
        describe_slices (&shape->weight, n_heads, rows, GALLEY_HEAD_WIDTH, by_row, compute->type);
  if (status == dnnl_success)
    status = describe_slices (
        &shape->target, n_heads, rows, GALLEY_HEAD_WIDTH, side_by_side, compute->type);
  return status;
}

static dnnl_status_t
add_end (End end, dnnl_post_ops_t ends)
{
  switch (end)
    {
    case END_GELU:
      return dnnl_post_ops_append_eltwise (ends, 1, dnnl_eltwise_gelu_erf, 0, 0);
    case END_ADD:
      return dnnl_post_ops_append_sum (ends, 1);
    case END_STORE:
    default:
      return dnnl_success;
    }
}

/* The scratchpad is the caller's: the library's own belongs to the thread that made a primitive. */
static dnnl_status_t
set_attributes (End end, dnnl_primitive_attr_t attributes, dnnl_post_ops_t ends)
{
  dnnl_status_t status = add_end (end, ends);

  if (status == dnnl_success)
    status = dnnl_primitive_attr_set_post_ops (attributes, ends);
  if (status == dnnl_success)
    status = dnnl_primitive_attr_set_scratchpad_mode (attributes, dnnl_scratchpad_mode_user);
  return status;
}

static dnnl_status_t
describe (const GalleyCompute *compute, const Shape *shape, dnnl_primitive_desc_t *description)
{
  dnnl_primitive_attr_t attributes = NULL;
  dnnl_post_ops_t ends = NULL;
  dnnl_matmul_desc_t product;
  dnnl_status_t status;

  status = dnnl_matmul_desc_init (&product,
                                  &shape->source,
                                  &shape->weight,
                                  shape->has_bias ? &shape->bias : NULL,
                                  &shape->target);
  if (status == dnnl_success)
    status = dnnl_primitive_attr_create (&attributes);
  if (status == dnnl_success)
    status = dnnl_post_ops_create (&ends);
  if (status == dnnl_success)
    status = set_attributes (shape->end, attributes, ends);
  if (status == dnnl_success)
    status = dnnl_primitive_desc_create (description, &product, attributes, compute->engine, NULL);
  dnnl_post_ops_destroy (ends);
  dnnl_primitive_attr_destroy (attributes);
  return status;
}

/**
 * _galley_product_describe:
 * @rows: pieces of a window, rounded up
 * @description: (out) (transfer full): how the library does it; the layout of dense weights is that
 *   of @compute, or the library's choice while @compute has none
 * @error: a #G_IO_ERROR_FAILED
 */
gboolean
_galley_product_describe (const GalleyCompute *compute,
                          GalleyProductKind kind,
                          guint rows,
                          dnnl_primitive_desc_t *description,
                          GError **error)
{
  Shape shape = { .has_bias = FALSE, .end = END_STORE };
  dnnl_status_t status;

  if (kind == GALLEY_PRODUCT_ATTEND)
    status = describe_attend (compute, rows, &shape);
  else if (kind == GALLEY_PRODUCT_GATHER)
    status = describe_gather (compute, rows, &shape);
  else
    status = describe_dense (compute, kind, rows, &shape);
  if (status == dnnl_success)
    status = describe (compute, &shape, description);
  return _galley_compute_check (status, error);
}
