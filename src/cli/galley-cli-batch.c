/* galley-cli-batch.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/galley-cli-batch.h"

#include <unistd.h>

#include "cli/galley-cli-pool.h"
#include "cli/galley-cli-progress.h"

typedef struct
{
  GalleyOutput *output;
  GalleyBatchLoad load;
  gconstpointer user_data;
  gboolean failed;
} Batch;

/* One input on its way through. */
typedef struct
{
  const GalleyInput *input;
  GString *document; /* to be printed */
  char *note;
  GError *error;
} Passage;

static void
passage_free (Passage *self)
{
  if (self->document != NULL)
    g_string_free (self->document, TRUE);
  g_free (self->note);
  g_clear_error (&self->error);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Passage, passage_free)

static void
work (gpointer item, gpointer user_data)
{
  Passage *passage = item;
  const Batch *batch = user_data;
  g_autoptr (GalleyReview) review = NULL;
  g_autoptr (GString) document = NULL;

  review = batch->load (passage->input, batch->user_data, &passage->note, &passage->error);
  if (review == NULL)
    return;

  document = galley_output_render (batch->output, review, passage->input->name);
  if (batch->output->folder != NULL)
    galley_output_save (batch->output, passage->input, document, &passage->error);
  else
    passage->document = g_steal_pointer (&document);
}

static gboolean
emit (gpointer item, gpointer user_data)
{
  g_autoptr (Passage) passage = item;
  Batch *batch = user_data;
  const char *name = passage->input->name;

  if (batch->output->closed)
    return FALSE;

  if (passage->document != NULL
      && !galley_output_print (batch->output, passage->document, &passage->error))
    name = "stdout";
  if (passage->note != NULL)
    galley_cli_note (name, passage->note);
  if (passage->error != NULL)
    galley_cli_fail (name, passage->error->message);
  batch->failed = batch->failed || passage->error != NULL;
  galley_progress_step ();

  return !batch->output->closed;
}

static gboolean
begin (Batch *batch)
{
  g_autoptr (GError) error = NULL;

  if (galley_output_begin (batch->output, &error))
    return TRUE;
  galley_cli_fail ("stdout", error->message);

  return FALSE;
}

/**
 * galley_batch_run:
 * @n_jobs: threads
 * @load: makes a review of an input
 *
 * Writes the document of every input, in their order; those that fail are named on stderr and the
 * rest is done.
 *
 * Returns: the exit status
 */
int
galley_batch_run (const GalleyInputs *inputs,
                  GalleyOutput *output,
                  guint n_jobs,
                  GalleyBatchLoad load,
                  gconstpointer user_data)
{
  Batch batch = { output, load, user_data, inputs->n_failed > 0 };
  GalleyPool *pool;

  if (!begin (&batch))
    return GALLEY_EXIT_FAILED;

  galley_progress_begin (inputs->list->len, output->folder != NULL || !isatty (STDOUT_FILENO));
  pool = galley_pool_new (n_jobs, work, emit, &batch);
  for (guint i = 0; i < inputs->list->len; i++)
    {
      Passage *passage = g_new0 (Passage, 1);

      passage->input = inputs->list->pdata[i];
      if (!galley_pool_push (pool, passage))
        break;
    }
  galley_pool_finish (pool);
  galley_progress_end ();
  galley_inputs_tell_passed_over (inputs);

  return batch.failed ? GALLEY_EXIT_FAILED : GALLEY_EXIT_DONE;
}
