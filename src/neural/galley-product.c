/* galley-product.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "neural/galley-compute-private.h"

typedef struct
{
  dnnl_memory_desc_t source;
  dnnl_memory_desc_t weight;
  dnnl_memory_desc_t bias; /* scales look the same */
  dnnl_memory_desc_t target;
  gboolean has_bias;
  gboolean is_scaled;
  gboolean is_added; /* to what is in the target */
  gboolean has_gelu;
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
describe_slices (
    dnnl_memory_desc_t *slices, guint n_heads, guint rows, guint columns, const dnnl_dims_t strides)
{
  const dnnl_dims_t sizes = { n_heads, rows, columns };

  return dnnl_memory_desc_init_by_strides (slices, 3, sizes, dnnl_f32, strides);
}

static void
get_sizes (const GalleyNetwork *network, GalleyProductKind kind, guint *inputs, guint *outputs)
{
  *inputs = kind == GALLEY_PRODUCT_DOWN ? network->inner : network->width;
  *outputs = network->width;
  if (kind == GALLEY_PRODUCT_PROJECT)
    *outputs = 3 * network->width;
  else if (kind == GALLEY_PRODUCT_UP)
    *outputs = network->inner;
  else if (kind == GALLEY_PRODUCT_HEADS)
    *outputs = _galley_heads_get_width (network);
}

/* The first part brings the bias, the last goes through GELU, and what is not first is added. */
static void
set_ends (Shape *shape, GalleyProductKind kind, guint part, guint n_parts)
{
  shape->has_bias = part == 0;
  shape->is_scaled = n_parts > 1;
  shape->is_added = part > 0 || kind == GALLEY_PRODUCT_OUT || kind == GALLEY_PRODUCT_DOWN;
  shape->has_gelu = kind == GALLEY_PRODUCT_UP && part == n_parts - 1;
}

static dnnl_status_t
describe_dense (
    const GalleyCompute *compute, GalleyProductKind kind, guint part, guint rows, Shape *shape)
{
  const dnnl_memory_desc_t *layout = &compute->layouts[kind];
  guint n_parts = _galley_compute_get_n_parts (compute, kind);
  dnnl_data_type_t type = n_parts > 1 ? dnnl_bf16 : dnnl_f32;
  dnnl_status_t status;
  guint inputs, outputs;

  get_sizes (compute->network, kind, &inputs, &outputs);
  set_ends (shape, kind, part, n_parts);
  status = describe_matrix (&shape->source, rows, inputs, type, FALSE);
  if (status == dnnl_success)
    status = describe_matrix (&shape->bias, 1, outputs, dnnl_f32, FALSE);
  if (status == dnnl_success)
    status = describe_matrix (&shape->target, rows, outputs, dnnl_f32, FALSE);
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

  status = describe_slices (&shape->source, n_heads, rows, GALLEY_HEAD_WIDTH, by_row);
  if (status == dnnl_success)
    status = describe_slices (&shape->weight, n_heads, GALLEY_HEAD_WIDTH, rows, by_column);
  if (status == dnnl_success)
    status = describe_slices (&shape->target, n_heads, rows, rows, square);
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

  status = describe_slices (&shape->source, n_heads, rows, rows, square);
  if (status == dnnl_success)
    status = describe_slices (&shape->weight, n_heads, rows, GALLEY_HEAD_WIDTH, by_row);
  if (status == dnnl_success)
    status = describe_slices (&shape->target, n_heads, rows, GALLEY_HEAD_WIDTH, side_by_side);
  return status;
}

static dnnl_status_t
add_ends (const Shape *shape, dnnl_post_ops_t ends)
{
  dnnl_status_t status = dnnl_success;

  if (shape->is_scaled)
    status = dnnl_post_ops_append_binary (ends, dnnl_binary_mul, &shape->bias);
  if (status == dnnl_success && shape->is_added)
    status = dnnl_post_ops_append_sum (ends, 1);
  if (status == dnnl_success && shape->has_gelu)
    status = dnnl_post_ops_append_eltwise (ends, 1, dnnl_eltwise_gelu_erf, 0, 0);
  return status;
}

/* The scratchpad is the caller's: the library's own belongs to the thread that made a primitive. */
static dnnl_status_t
set_attributes (const Shape *shape, dnnl_primitive_attr_t attributes, dnnl_post_ops_t ends)
{
  dnnl_status_t status = add_ends (shape, ends);

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
    status = set_attributes (shape, attributes, ends);
  if (status == dnnl_success)
    status = dnnl_primitive_desc_create (description, &product, attributes, compute->engine, NULL);
  dnnl_post_ops_destroy (ends);
  dnnl_primitive_attr_destroy (attributes);
  return status;
}

/**
 * _galley_product_describe:
 * @part: below _galley_compute_get_n_parts()
 * @rows: pieces of a window, rounded up
 * @description: (out) (transfer full): how the library does it; the layout of dense weights is that
 *   of @compute, or the library's choice while @compute has none
 * @error: a #G_IO_ERROR_FAILED
 *
 * Returns: whether the library can
 */
gboolean
_galley_product_describe (const GalleyCompute *compute,
                          GalleyProductKind kind,
                          guint part,
                          guint rows,
                          dnnl_primitive_desc_t *description,
                          GError **error)
{
  Shape shape = { .has_bias = FALSE };
  dnnl_status_t status;

  if (kind == GALLEY_PRODUCT_ATTEND)
    status = describe_attend (compute, rows, &shape);
  else if (kind == GALLEY_PRODUCT_GATHER)
    status = describe_gather (compute, rows, &shape);
  else
    status = describe_dense (compute, kind, part, rows, &shape);
  if (status == dnnl_success)
    status = describe (compute, &shape, description);
  return _galley_compute_check (status, error);
}
