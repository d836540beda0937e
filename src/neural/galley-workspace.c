/* galley-workspace.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <omp.h>
#include <string.h>

#include "neural/galley-compute-private.h"
#include "neural/galley-numbers-private.h"

#define ALIGNMENT 64

static guint
round_up (guint n_pieces)
{
  return (n_pieces + GALLEY_ROWS_STEP - 1) / GALLEY_ROWS_STEP * GALLEY_ROWS_STEP;
}

/**
 * galley_workspace_new:
 * @network: outlives what is returned
 *
 * Returns: (transfer full): a place to compute; it takes its memory when it is used first
 */
GalleyWorkspace *
galley_workspace_new (const GalleyNetwork *network)
{
  GalleyWorkspace *self = g_new0 (GalleyWorkspace, 1);

  g_return_val_if_fail (network != NULL, NULL);

  self->network = network;
  return self;
}

void
galley_workspace_free (GalleyWorkspace *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < GALLEY_MAX_PLANS; i++)
    g_clear_pointer (&self->plans[i], _galley_plan_free);
  dnnl_stream_destroy (self->stream);
  g_aligned_free (self->states);
  g_aligned_free (self->projected);
  g_aligned_free (self->scores);
  g_aligned_free (self->gathered);
  g_aligned_free (self->inner);
  g_aligned_free (self->heads);
  for (guint i = 0; i < GALLEY_MAX_PARTS; i++)
    g_aligned_free (self->split[i]);
  g_free (self);
}

static gpointer
allocate (gsize rows, gsize columns, gsize size)
{
  return g_aligned_alloc (rows * columns, size, ALIGNMENT);
}

static void
allocate_buffers (GalleyWorkspace *self)
{
  const GalleyNetwork *network = self->network;
  gsize rows = round_up (network->window);

  self->states = allocate (rows, network->width, sizeof *self->states);
  self->projected = allocate (rows, 3 * network->width, sizeof *self->projected);
  self->scores = allocate (rows, network->n_heads * rows, sizeof *self->scores);
  self->gathered = allocate (rows, network->width, sizeof *self->gathered);
  self->inner = allocate (rows, network->inner, sizeof *self->inner);
  self->heads = allocate (rows, _galley_heads_get_width (network), sizeof *self->heads);
  for (guint i = 0; self->compute->is_split && i < GALLEY_MAX_PARTS; i++)
    self->split[i] =
        allocate (rows, MAX (network->width, network->inner), sizeof (GalleyShortFloat));
}

/* What the network keeps ready for all threads; made by the first that asks. */
static const GalleyCompute *
get_compute (const GalleyNetwork *network, GError **error)
{
  GalleyNetwork *shared = (GalleyNetwork *) network;
  const GalleyCompute *compute;

  g_mutex_lock (&shared->lock);
  if (shared->compute == NULL)
    {
      shared->compute = _galley_compute_new (network, error);
      _galley_network_let_go (network);
    }
  compute = shared->compute;
  g_mutex_unlock (&shared->lock);
  return compute;
}

static gboolean
prepare (GalleyWorkspace *self, GError **error)
{
  if (self->stream != NULL)
    return TRUE;
  self->compute = get_compute (self->network, error);
  if (self->compute == NULL
      || !_galley_compute_check (
          dnnl_stream_create (&self->stream, self->compute->engine, dnnl_stream_default_flags),
          error))
    return FALSE;
  allocate_buffers (self);
  return TRUE;
}

static const GalleyPlan *
get_plan (GalleyWorkspace *self, GError **error)
{
  guint rows = round_up (self->n_pieces);
  GalleyPlan **plan = &self->plans[rows / GALLEY_ROWS_STEP - 1];

  if (*plan == NULL)
    *plan = _galley_plan_new (self, rows, error);
  return *plan;
}

static void
normalise (GalleyWorkspace *self, guint rows, const GalleyNorm *norm)
{
  _galley_numbers_normalise (self->states, rows, self->network->width, norm->weight, norm->bias);
}

static void
embed (GalleyWorkspace *self, guint rows, const guint32 *ids, const guint8 *states)
{
  const GalleyNetwork *network = self->network;

  memset (self->states, 0, (gsize) rows * network->width * sizeof (float));
  for (guint i = 0; i < self->n_pieces; i++)
    {
      float *row = self->states + (gsize) i * network->width;

      galley_tensor_add_row (&network->word, ids[i], row);
      galley_tensor_add_row (&network->position, i, row);
      galley_tensor_add_row (&network->quote, states[i], row);
    }
  normalise (self, rows, &network->norm);
}

/* Rows that only round a window up are attended by nobody. */
static void
weigh (GalleyWorkspace *self, guint rows)
{
  const float scale = 1 / sqrtf (GALLEY_HEAD_WIDTH);
  gsize n_rows = (gsize) self->network->n_heads * rows;

  for (gsize i = 0; i < n_rows; i++)
    _galley_numbers_softmax (self->scores + i * rows, self->n_pieces, rows, scale);
}

/* A product of a layer with its weights; @source is what it reads, @width wide. */
static gboolean
run_dense (GalleyWorkspace *self,
           const GalleyPlan *plan,
           GalleyProductKind kind,
           const float *source,
           guint width,
           const GalleyWeights *weights,
           GError **error)
{
  if (self->compute->is_split)
    _galley_numbers_split (source, (gsize) plan->rows * width, self->split[0], self->split[1]);
  return _galley_plan_run (plan, kind, &weights[kind], self->stream, error);
}

static gboolean
attend (GalleyWorkspace *self, const GalleyPlan *plan, GError **error)
{
  if (!_galley_plan_run (plan, GALLEY_PRODUCT_ATTEND, NULL, self->stream, error))
    return FALSE;
  weigh (self, plan->rows);
  return _galley_plan_run (plan, GALLEY_PRODUCT_GATHER, NULL, self->stream, error);
}

static gboolean
run_layer (GalleyWorkspace *self, const GalleyPlan *plan, guint index, GError **error)
{
  const GalleyLayer *layer = &self->network->layers[index];
  const GalleyWeights *weights = self->compute->layers[index];
  guint width = self->network->width;
  guint inner = self->network->inner;

  if (!run_dense (self, plan, GALLEY_PRODUCT_PROJECT, self->states, width, weights, error)
      || !attend (self, plan, error)
      || !run_dense (self, plan, GALLEY_PRODUCT_OUT, self->gathered, width, weights, error))
    return FALSE;
  normalise (self, plan->rows, &layer->norm1);
  if (!run_dense (self, plan, GALLEY_PRODUCT_UP, self->states, width, weights, error)
      || !run_dense (self, plan, GALLEY_PRODUCT_DOWN, self->inner, inner, weights, error))
    return FALSE;
  normalise (self, plan->rows, &layer->norm2);
  return TRUE;
}

static gboolean
encode (GalleyWorkspace *self,
        const guint32 *ids,
        const guint8 *states,
        GCancellable *cancellable,
        GError **error)
{
  const GalleyPlan *plan = prepare (self, error) ? get_plan (self, error) : NULL;

  if (plan == NULL)
    return FALSE;
  embed (self, plan->rows, ids, states);
  for (guint i = 0; i < self->network->n_layers; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !run_layer (self, plan, i, error))
      return FALSE;
  return _galley_plan_run (plan, GALLEY_PRODUCT_HEADS, &self->compute->heads, self->stream, error);
}

/* The library's threads are OpenMP's. Articles are read side by side already, so it gets one; for
 * this thread alone, and as long as it takes. */
static int
take_threads (int n_threads)
{
  int before = omp_get_max_threads ();

  omp_set_num_threads (n_threads);
  return before;
}

/**
 * galley_network_encode:
 * @workspace: one of @self; keeps the result for the heads until its next use
 * @ids: (array length=n_pieces): the opening piece, a window's pieces, the closing piece
 * @states: (array length=n_pieces): of each its #GalleyQuoteState
 * @n_pieces: 1 … galley_network_get_window()
 * @cancellable: (nullable): looked at between layers
 * @error: a #G_IO_ERROR_CANCELLED, or a #G_IO_ERROR_FAILED where the library cannot
 *
 * Computes the last layer's state of every piece and what the heads make of it. The first call of
 * all makes the weights ready: some ten milliseconds and twenty to forty MB, once for all threads.
 *
 * Returns: whether it could; where not, the workspace has nothing for the heads
 */
gboolean
galley_network_encode (const GalleyNetwork *self,
                       GalleyWorkspace *workspace,
                       const guint32 *ids,
                       const guint8 *states,
                       guint n_pieces,
                       GCancellable *cancellable,
                       GError **error)
{
  gboolean done;
  int threads;

  g_return_val_if_fail (workspace->network == self, FALSE);
  g_return_val_if_fail (n_pieces > 0 && n_pieces <= self->window, FALSE);

  workspace->n_pieces = n_pieces;
  threads = take_threads (1);
  done = encode (workspace, ids, states, cancellable, error);
  take_threads (threads);
  return done;
}
