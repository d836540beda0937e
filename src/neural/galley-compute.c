/* galley-compute.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "neural/galley-compute-private.h"

#include <string.h>

#include "neural/galley-numbers-private.h"

/**
 * _galley_compute_check:
 *
 * Returns: whether the library did what it was asked; @error says so where not
 */
gboolean
_galley_compute_check (dnnl_status_t status, GError **error)
{
  if (status == dnnl_success)
    return TRUE;
  if (status == dnnl_out_of_memory)
    g_set_error_literal (error,
                         G_IO_ERROR,
                         G_IO_ERROR_FAILED,
                         "There is not enough memory for the deep reader.");
  else
    g_set_error (error,
                 G_IO_ERROR,
                 G_IO_ERROR_FAILED,
                 "The deep reader’s library cannot compute on this machine (oneDNN status %d).",
                 (int) status);
  return FALSE;
}

static gboolean
has_whole_weights (const GalleyNetwork *network)
{
  for (guint i = 0; i < network->n_layers; i++)
    {
      const GalleyLayer *layer = &network->layers[i];
      const GalleyDense *denses[] = { &layer->query, &layer->key, &layer->value,
                                      &layer->out,   &layer->up,  &layer->down };

      for (guint j = 0; j < G_N_ELEMENTS (denses); j++)
        if (denses[j]->weight.type != GALLEY_TENSOR_INT8)
          return FALSE;
    }
  return TRUE;
}

/* Whole numbers of 8 bits are short floats without a loss. Where a processor has tiles for these
 * (AMX), it multiplies them so much faster than floats that splitting the other side in two pays,
 * and every machine comes to the same result. Without tiles short floats are no faster than floats.
 */
static gboolean
choose_split (const GalleyNetwork *network)
{
  guint tiles = dnnl_cpu_isa_avx512_core_amx;

  return ((guint) dnnl_get_effective_cpu_isa () & tiles) == tiles && has_whole_weights (network);
}

/**
 * _galley_compute_get_n_parts:
 *
 * Returns: how many products are one of this kind. The heads' weights are no whole numbers, so
 *   theirs are floats everywhere, and so is attention
 */
guint
_galley_compute_get_n_parts (const GalleyCompute *self, GalleyProductKind kind)
{
  return self->is_split && kind < GALLEY_PRODUCT_HEADS ? 2 : 1;
}

/* Where the library likes to have dense weights; the same for every number of rows. */
static gboolean
choose_layouts (GalleyCompute *self, GError **error)
{
  for (GalleyProductKind kind = 0; kind < GALLEY_N_DENSE; kind++)
    {
      dnnl_primitive_desc_t description;

      if (!_galley_product_describe (self, kind, 0, GALLEY_NETWORK_MAX_WINDOW, &description, error))
        return FALSE;
      self->layouts[kind] = *dnnl_primitive_desc_query_md (description, dnnl_query_weights_md, 0);
      dnnl_primitive_desc_destroy (description);
    }
  return TRUE;
}

/* Into the library's own order and type. A row of @weight is an output, so a column of the matrix
 * that the library multiplies with. */
static dnnl_status_t
reorder (const GalleyCompute *self, dnnl_memory_t weight, float *numbers)
{
  dnnl_memory_desc_t plain;
  const dnnl_memory_desc_t *layout;
  dnnl_memory_t source = NULL;
  dnnl_primitive_desc_t description = NULL;
  dnnl_primitive_t primitive = NULL;
  dnnl_stream_t stream = NULL;
  dnnl_status_t status;

  status = dnnl_memory_get_memory_desc (weight, &layout);
  if (status == dnnl_success)
    status = dnnl_memory_desc_init_by_tag (&plain, 2, layout->dims, dnnl_f32, dnnl_ba);
  if (status == dnnl_success)
    status = dnnl_memory_create (&source, &plain, self->engine, numbers);
  if (status == dnnl_success)
    status = dnnl_reorder_primitive_desc_create (
        &description, &plain, self->engine, layout, self->engine, NULL);
  if (status == dnnl_success)
    status = dnnl_primitive_create (&primitive, description);
  if (status == dnnl_success)
    status = dnnl_stream_create (&stream, self->engine, dnnl_stream_default_flags);
  if (status == dnnl_success)
    {
      const dnnl_exec_arg_t arguments[] = { { DNNL_ARG_FROM, source }, { DNNL_ARG_TO, weight } };

      status = dnnl_primitive_execute (primitive, stream, G_N_ELEMENTS (arguments), arguments);
    }
  dnnl_stream_destroy (stream);
  dnnl_primitive_destroy (primitive);
  dnnl_primitive_desc_destroy (description);
  dnnl_memory_destroy (source);
  return status;
}

static dnnl_status_t
create_vector (const GalleyCompute *self, guint n, const float *numbers, dnnl_memory_t *vector)
{
  const dnnl_dims_t sizes = { 1, n };
  dnnl_memory_desc_t description;
  dnnl_status_t status;
  void *data;

  status = dnnl_memory_desc_init_by_tag (&description, 2, sizes, dnnl_f32, dnnl_ab);
  if (status == dnnl_success)
    status = dnnl_memory_create (vector, &description, self->engine, DNNL_MEMORY_ALLOCATE);
  if (status == dnnl_success)
    status = dnnl_memory_get_data_handle (*vector, &data);
  if (status == dnnl_success)
    memcpy (data, numbers, n * sizeof (float));
  return status;
}

/* Weights of a dense product, as they are made ready. */
typedef struct
{
  guint inputs;
  guint outputs;
  float *weight; /* a row an output */
  float *scale;  /* nullable */
  float *bias;
} Numbers;

static void
numbers_init (Numbers *self, guint inputs, guint outputs, gboolean has_scale)
{
  self->inputs = inputs;
  self->outputs = outputs;
  self->weight = g_new (float, (gsize) inputs *outputs);
  self->scale = has_scale ? g_new (float, outputs) : NULL;
  self->bias = g_new (float, outputs);
}

static void
numbers_clear (Numbers *self)
{
  g_free (self->weight);
  g_free (self->scale);
  g_free (self->bias);
}

static dnnl_status_t
create_weights (const GalleyCompute *self,
                GalleyProductKind kind,
                const Numbers *numbers,
                GalleyWeights *weights)
{
  const dnnl_memory_desc_t *layout = &self->layouts[kind];
  dnnl_status_t status;

  status = dnnl_memory_create (&weights->weight, layout, self->engine, DNNL_MEMORY_ALLOCATE);
  if (status == dnnl_success)
    status = reorder (self, weights->weight, numbers->weight);
  if (status == dnnl_success)
    status = create_vector (self, numbers->outputs, numbers->bias, &weights->bias);
  if (status == dnnl_success && numbers->scale != NULL)
    status = create_vector (self, numbers->outputs, numbers->scale, &weights->scale);
  return status;
}

static void
copy_dense (const GalleyDense *dense, guint first, const Numbers *numbers)
{
  const GalleyTensor *tensor = &dense->weight;

  galley_tensor_copy_rows (tensor,
                           0,
                           tensor->rows,
                           numbers->weight + (gsize) first * numbers->inputs);
  memcpy (numbers->bias + first, dense->bias, tensor->rows * sizeof *dense->bias);
}

/* The bias comes before the scale, and a row whose scale is 0 is one of zeros. */
static void
copy_whole (const GalleyDense *dense, guint first, const Numbers *numbers)
{
  guint32 columns = dense->weight.columns;
  float *weight = numbers->weight + (gsize) first * columns;
  float *scale = numbers->scale + first;

  galley_tensor_copy_whole (&dense->weight, weight, scale);
  for (guint32 row = 0; row < dense->weight.rows; row++)
    {
      if (scale[row] == 0)
        {
          memset (weight + (gsize) row * columns, 0, columns * sizeof *weight);
          scale[row] = 1;
        }
      numbers->bias[first + row] = dense->bias[row] / scale[row];
    }
}

/* Dense products of the same input make one, their outputs side by side. */
static gboolean
make_dense (const GalleyCompute *self,
            GalleyProductKind kind,
            const GalleyDense *const *denses,
            guint n_denses,
            GalleyWeights *weights,
            GError **error)
{
  guint outputs = denses[0]->weight.rows;
  dnnl_status_t status;
  Numbers numbers;

  numbers_init (&numbers, denses[0]->weight.columns, n_denses * outputs, self->is_split);
  for (guint i = 0; i < n_denses; i++)
    if (self->is_split)
      copy_whole (denses[i], i * outputs, &numbers);
    else
      copy_dense (denses[i], i * outputs, &numbers);
  status = create_weights (self, kind, &numbers, weights);
  numbers_clear (&numbers);
  return _galley_compute_check (status, error);
}

static gboolean
make_layer (const GalleyCompute *self,
            const GalleyLayer *layer,
            GalleyWeights *weights,
            GError **error)
{
  const struct
  {
    const GalleyDense *denses[3];
    guint n_denses;
  } products[] = {
    [GALLEY_PRODUCT_PROJECT] = { { &layer->query, &layer->key, &layer->value }, 3 },
    [GALLEY_PRODUCT_OUT] = { { &layer->out }, 1 },
    [GALLEY_PRODUCT_UP] = { { &layer->up }, 1 },
    [GALLEY_PRODUCT_DOWN] = { { &layer->down }, 1 },
  };

  for (GalleyProductKind kind = 0; kind < G_N_ELEMENTS (products); kind++)
    if (!make_dense (
            self, kind, products[kind].denses, products[kind].n_denses, &weights[kind], error))
      return FALSE;
  return TRUE;
}

static gboolean
make_heads (GalleyCompute *self, GError **error)
{
  dnnl_status_t status;
  Numbers numbers;

  numbers_init (&numbers, self->network->width, _galley_heads_get_width (self->network), FALSE);
  _galley_heads_copy_weights (self->network, numbers.weight, numbers.bias);
  status = create_weights (self, GALLEY_PRODUCT_HEADS, &numbers, &self->heads);
  numbers_clear (&numbers);
  return _galley_compute_check (status, error);
}

/**
 * _galley_compute_new:
 * @network: outlives what is returned
 * @error: a #G_IO_ERROR_FAILED
 *
 * Makes a network's weights ready to compute with: out of the file's int8 into floats, or into
 * short ones on a machine that has tiles for them, in the order that the library likes.
 *
 * Returns: (transfer full) (nullable)
 */
GalleyCompute *
_galley_compute_new (const GalleyNetwork *network, GError **error)
{
  GalleyCompute *self = g_new0 (GalleyCompute, 1);
  gboolean made;

  self->network = network;
  self->is_split = choose_split (network);
  self->layers = g_malloc0_n (network->n_layers, sizeof *self->layers);
  made = _galley_compute_check (dnnl_engine_create (&self->engine, dnnl_cpu, 0), error)
         && choose_layouts (self, error) && make_heads (self, error);
  for (guint i = 0; made && i < network->n_layers; i++)
    made = make_layer (self, &network->layers[i], self->layers[i], error);
  if (!made)
    g_clear_pointer (&self, _galley_compute_free);
  return self;
}

static void
clear_weights (GalleyWeights *weights)
{
  dnnl_memory_destroy (weights->weight);
  dnnl_memory_destroy (weights->scale);
  dnnl_memory_destroy (weights->bias);
}

void
_galley_compute_free (GalleyCompute *self)
{
  for (guint i = 0; i < self->network->n_layers; i++)
    for (guint kind = 0; kind < G_N_ELEMENTS (self->layers[i]); kind++)
      clear_weights (&self->layers[i][kind]);
  clear_weights (&self->heads);
  g_free (self->layers);
  dnnl_engine_destroy (self->engine);
  g_free (self);
}
