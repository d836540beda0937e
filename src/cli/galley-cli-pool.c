/* galley-cli-pool.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/galley-cli-pool.h"

#define AHEAD 4 /* items under way for each thread */

typedef struct
{
  gpointer item;
  gboolean done;
} Slot;

struct _GalleyPool
{
  GalleyPoolWork work;
  GalleyPoolEmit emit;
  gpointer user_data;
  GThreadPool *threads; /* NULL where one thread does it all */
  guint n_ahead;

  GMutex lock;
  GCond moved;
  GQueue slots;      /* of Slot, in the order they came */
  gboolean emitting; /* whether a thread is handing results on */
  gboolean stopped;
};

/* Hands on what is done at the head of the queue. Called with the lock held, and lets go of it
 * while emitting; only one thread at a time does it, and the others' results are found by its loop.
 */
static void
emit_head (GalleyPool *self)
{
  if (self->emitting)
    return;

  self->emitting = TRUE;
  for (;;)
    {
      Slot *slot = g_queue_peek_head (&self->slots);
      gboolean go_on;

      if (slot == NULL || !slot->done)
        break;
      g_mutex_unlock (&self->lock);
      go_on = self->emit (slot->item, self->user_data);
      g_mutex_lock (&self->lock);

      self->stopped = self->stopped || !go_on;
      g_free (g_queue_pop_head (&self->slots));
      g_cond_broadcast (&self->moved);
    }
  self->emitting = FALSE;
}

static void
run_slot (gpointer data, gpointer user_data)
{
  Slot *slot = data;
  GalleyPool *self = user_data;

  self->work (slot->item, self->user_data);

  g_mutex_lock (&self->lock);
  slot->done = TRUE;
  emit_head (self);
  g_mutex_unlock (&self->lock);
}

/**
 * galley_pool_new:
 * @n_jobs: threads; 1 works in the caller's
 *
 * Returns: (transfer full): end it with galley_pool_finish()
 */
GalleyPool *
galley_pool_new (guint n_jobs, GalleyPoolWork work, GalleyPoolEmit emit, gpointer user_data)
{
  GalleyPool *self = g_new0 (GalleyPool, 1);

  self->work = work;
  self->emit = emit;
  self->user_data = user_data;
  self->n_ahead = n_jobs * AHEAD;
  g_mutex_init (&self->lock);
  g_cond_init (&self->moved);
  g_queue_init (&self->slots);
  if (n_jobs > 1)
    self->threads = g_thread_pool_new (run_slot, self, (int) n_jobs, FALSE, NULL);

  return self;
}

/**
 * galley_pool_push:
 * @item: (transfer full): goes to emit in any case
 *
 * Waits while too much is under way.
 *
 * Returns: %FALSE if there is no use in more
 */
gboolean
galley_pool_push (GalleyPool *self, gpointer item)
{
  Slot *slot = g_new0 (Slot, 1);
  gboolean go_on;

  slot->item = item;
  g_mutex_lock (&self->lock);
  g_queue_push_tail (&self->slots, slot);
  while (self->threads != NULL && self->slots.length > self->n_ahead)
    g_cond_wait (&self->moved, &self->lock);
  g_mutex_unlock (&self->lock);

  if (self->threads != NULL)
    g_thread_pool_push (self->threads, slot, NULL);
  else
    run_slot (slot, self);

  g_mutex_lock (&self->lock);
  go_on = !self->stopped;
  g_mutex_unlock (&self->lock);

  return go_on;
}

/**
 * galley_pool_finish:
 *
 * Waits until everything is handed on, and frees the pool.
 */
void
galley_pool_finish (GalleyPool *self)
{
  if (self->threads != NULL)
    g_thread_pool_free (self->threads, FALSE, TRUE);

  g_mutex_clear (&self->lock);
  g_cond_clear (&self->moved);
  g_free (self);
}
