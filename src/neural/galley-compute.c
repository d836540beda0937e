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

/* Short floats pay where there are tiles for them (AMX): four times as fast as floats. Without, the
 * instructions for them are no faster, or slower, than those for floats. */
static dnnl_data_type_t
choose_type (void)
{
  guint tiles = dnnl_cpu_isa_avx512_core_amx;

  return ((guint) dnnl_get_effective_cpu_isa () & tiles) == tiles ? dnnl_bf16 : dnnl_f32;
}

/**
 * _galley_compute_get_size:
 *
 * Returns: bytes of an element of what goes into a product
 */
gsize
_galley_compute_get_size (const GalleyCompute *self)
{
  return self->type == dnnl_f32 ? sizeof (float) : sizeof (GalleyShortFloat);
}

/* Where the library likes to have dense weights; the same for every number of rows. */
static gboolean
choose_layouts (GalleyCompute *self, GError **error)
{
  for (GalleyProductKind kind = 0; kind < GALLEY_N_DENSE; kind++)
    {
      dnnl_primitive_desc_t description;

      if (!_galley_product_describe (self, kind, GALLEY_NETWORK_MAX_WINDOW, &description, error))
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
create_bias (const GalleyCompute *self, guint n, const float *numbers, dnnl_memory_t *bias)
{
  const dnnl_dims_t sizes = { 1, n };
  dnnl_memory_desc_t description;
  dnnl_status_t status;
  void *data;

  status = dnnl_memory_desc_init_by_tag (&description, 2, sizes, dnnl_f32, dnnl_ab);
  if (status == dnnl_success)
    status = dnnl_memory_create (bias, &description, self->engine, DNNL_MEMORY_ALLOCATE);
  if (status == dnnl_success)
    status = dnnl_memory_get_data_handle (*bias, &data);
  if (status == dnnl_success)
    memcpy (data, numbers, n * sizeof (float));
  return status;
}

static gboolean
make_weights (const GalleyCompute *self,
              GalleyProductKind kind,
              float *weight,
              const float *bias,
              GalleyWeights *weights,
              GError **error)
{
  const dnnl_memory_desc_t *layout = &self->layouts[kind];
  dnnl_status_t status;

  status = dnnl_memory_create (&weights->weight, layout, self->engine, DNNL_MEMORY_ALLOCATE);
  if (status == dnnl_success)
    status = reorder (self, weights->weight, weight);
  if (status == dnnl_success)
    status = create_bias (self, (guint) layout->dims[1], bias, &weights->bias);
  return _galley_compute_check (status, error);
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
  guint32 inputs = denses[0]->weight.columns;
  guint32 outputs = denses[0]->weight.rows;
  g_autofree float *weight = g_new (float, (gsize) n_denses *outputs *inputs);
  g_autofree float *bias = g_new (float, (gsize) n_denses *outputs);

  for (guint i = 0; i < n_denses; i++)
    {
      galley_tensor_copy_rows (&denses[i]->weight,
                               0,
                               outputs,
                               weight + (gsize) i * outputs * inputs);
      memcpy (bias + (gsize) i * outputs, denses[i]->bias, outputs * sizeof *bias);
    }
  return make_weights (self, kind, weight, bias, weights, error);
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
  guint width = _galley_heads_get_width (self->network);
  g_autofree float *weight = g_new (float, (gsize) width * self->network->width);
  g_autofree float *bias = g_new (float, width);

  _galley_heads_copy_weights (self->network, weight, bias);
  return make_weights (self, GALLEY_PRODUCT_HEADS, weight, bias, &self->heads, error);
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
  self->type = choose_type ();
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
