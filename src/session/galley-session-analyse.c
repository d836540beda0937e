/* galley-session-analyse.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session/galley-session-private.h"

#include <glib/gi18n-lib.h>

/* What the worker needs, frozen before it starts: it never looks at what the person may change. */
typedef struct
{
  GalleySession *session;
  GalleyArticle *article; /* of its own, over the same text */
  const GalleyReader *reader;
  GMainContext *context; /* where progress is told; NULL tells it at once */
  guint generation;
} Job;

static GalleyArticle *
snapshot_new (GalleyArticle *article)
{
  g_autoptr (GBytes) text = g_bytes_new_with_free_func (galley_article_get_text (article),
                                                        galley_article_get_length (article),
                                                        g_object_unref,
                                                        g_object_ref (article));
  GalleyArticle *snapshot = galley_article_new (text, galley_article_get_importer (article));

  galley_article_take_metadata (snapshot,
                                galley_metadata_ref (galley_article_get_metadata (article)));

  return snapshot;
}

static Job *
job_new (GalleySession *session, const GalleyReader *reader, GMainContext *context)
{
  Job *job = g_new0 (Job, 1);

  job->session = g_object_ref (session);
  job->article = snapshot_new (galley_review_get_article (session->review));
  job->reader = reader != NULL ? reader : galley_reader_get_default ();
  job->context = context != NULL ? g_main_context_ref (context) : NULL;
  job->generation = session->generation;

  return job;
}

static void
job_free (Job *self)
{
  g_clear_object (&self->session);
  g_object_unref (self->article);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static gboolean
on_progress_idle (gpointer user_data)
{
  GalleySession *self = user_data;

  g_mutex_lock (&self->lock);
  self->notifies_progress = FALSE;
  g_mutex_unlock (&self->lock);
  _galley_session_notify (self, PROP_PROGRESS);

  return G_SOURCE_REMOVE;
}

/* One idle source for however many steps the worker makes until it runs. */
static void
tell_progress_later (GalleySession *self, GMainContext *context)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT_IDLE);
  g_source_set_callback (source, on_progress_idle, g_object_ref (self), g_object_unref);
  g_source_attach (source, context);
}

static void
on_progress (double fraction, gpointer user_data)
{
  const Job *job = user_data;
  GalleySession *self = job->session;
  gboolean tell;

  g_mutex_lock (&self->lock);
  self->progress = CLAMP (fraction, 0, 1);
  tell = !self->notifies_progress;
  self->notifies_progress = self->notifies_progress || job->context != NULL;
  g_mutex_unlock (&self->lock);

  if (job->context == NULL)
    _galley_session_notify (self, PROP_PROGRESS);
  else if (tell)
    tell_progress_later (self, job->context);
}

static void
reset_progress (GalleySession *self)
{
  g_mutex_lock (&self->lock);
  self->progress = 0;
  g_mutex_unlock (&self->lock);
  _galley_session_notify (self, PROP_PROGRESS);
}

/* Runs in any thread. */
static GalleyFindings *
run (const Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GalleyFindings) findings =
      galley_detect (job->article, job->reader, on_progress, (gpointer) job, cancellable, error);

  if (findings == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&findings);
}

/* What a person has corrected while the detector ran stays; the article's parts are still new. */
static void
apply_metadata (GalleySession *self, const Job *job, GalleyMetadata *found)
{
  GalleyArticle *article = galley_review_get_article (self->review);
  const GalleyMetadata *now = galley_article_get_metadata (article);
  const GalleyMetadata *then = galley_article_get_metadata (job->article);
  GalleyMetadata *merged;

  if (now == then)
    merged = galley_metadata_ref (found);
  else
    {
      merged = galley_metadata_copy (now);
      if (merged->blocks->len == then->blocks->len)
        {
          g_array_unref (merged->blocks);
          merged->blocks = g_array_copy (found->blocks);
        }
    }

  galley_article_take_metadata (article, merged);
  g_signal_emit_by_name (self->review, "metadata-changed");
}

static void
apply (GalleySession *self, const Job *job, GalleyFindings *findings)
{
  apply_metadata (self, job, findings->metadata);
  self->renewed = self->analysed;
  self->analysed = TRUE;
  if (self->renewed)
    galley_review_renew (self->review, findings->annotations, &self->renewal);
  else
    galley_review_load (self->review, findings->annotations);
  _galley_session_label (self);
}

static gboolean
check_may_analyse (GalleySession *self, GError **error)
{
  const char *problem = NULL;

  if (self->review == NULL)
    problem = _ ("There is no article to analyse.");
  else if (self->read_only)
    problem = _ ("The text is not the one that was reviewed; nothing in it can be changed.");
  else if (self->analysis != NULL)
    problem = _ ("The article is being analysed.");
  if (problem == NULL)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PENDING, problem);

  return FALSE;
}

static void
begin (GalleySession *self, GCancellable *analysis)
{
  g_set_object (&self->analysis, analysis);
  reset_progress (self);
  _galley_session_notify (self, PROP_ANALYSING);
}

/* An article opened in between has ended this analysis already. */
static void
end (GalleySession *self, GCancellable *analysis)
{
  if (self->analysis != analysis)
    return;

  g_clear_object (&self->analysis);
  _galley_session_notify (self, PROP_ANALYSING);
}

/**
 * galley_session_get_renewal:
 *
 * Returns: (nullable): what the last analysis changed in a review that had been analysed before;
 *   %NULL after the first one
 */
const GalleyRenewal *
galley_session_get_renewal (GalleySession *self)
{
  g_return_val_if_fail (GALLEY_IS_SESSION (self), NULL);

  return self->renewed ? &self->renewal : NULL;
}

/**
 * galley_session_analyse:
 * @reader: (nullable): who reads it; %NULL for the best reader in this build
 * @error: cancelled, pending where another analysis runs, or a damaged model; the review is then
 *   what it was
 *
 * Adds suggestions and the article's parts to the review, or renews the suggestions that are there:
 * see galley_review_renew() and galley_session_get_renewal().
 *
 * Returns: %TRUE if it was read to its end
 */
gboolean
galley_session_analyse (GalleySession *self,
                        const GalleyReader *reader,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GCancellable) analysis = g_cancellable_new ();
  g_autoptr (GalleyFindings) findings = NULL;
  g_autoptr (Job) job = NULL;

  g_return_val_if_fail (GALLEY_IS_SESSION (self), FALSE);

  if (!check_may_analyse (self, error))
    return FALSE;

  job = job_new (self, reader, NULL);
  begin (self, analysis);
  findings = run (job, cancellable, error);
  if (findings != NULL)
    apply (self, job, findings);
  end (self, analysis);

  return findings != NULL;
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  GalleyFindings *findings = run (task_data, cancellable, &error);

  if (findings != NULL)
    g_task_return_pointer (task, findings, (GDestroyNotify) galley_findings_free);
  else
    g_task_return_error (task, error);
}

static void
on_caller_cancelled (GCancellable *cancellable, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
on_analysed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GalleySession *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (G_TASK (result));
  GCancellable *analysis = g_task_get_cancellable (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyFindings) findings = g_task_propagate_pointer (G_TASK (result), &error);

  g_cancellable_disconnect (g_task_get_cancellable (task),
                            GPOINTER_TO_SIZE (g_task_get_task_data (task)));
  if (findings != NULL && job->generation == self->generation)
    apply (self, job, findings);
  else if (error == NULL)
    error = g_error_new_literal (G_IO_ERROR,
                                 G_IO_ERROR_CANCELLED,
                                 _ ("Another article was opened in the meantime."));
  end (self, analysis);
  g_clear_object (&job->session); /* here, not where the worker ends */

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
start_worker (GalleySession *self, GTask *task, const GalleyReader *reader)
{
  GCancellable *caller = g_task_get_cancellable (task);
  g_autoptr (GCancellable) analysis = g_cancellable_new ();
  /* No source: what a worker's task refers to may be finalized in the worker's thread. */
  g_autoptr (GTask) worker = g_task_new (NULL, analysis, on_analysed, task);

  g_task_set_source_tag (worker, galley_session_analyse_async);
  g_task_set_task_data (worker,
                        job_new (self, reader, g_task_get_context (task)),
                        (GDestroyNotify) job_free);
  begin (self, analysis);
  if (caller != NULL)
    g_task_set_task_data (task,
                          GSIZE_TO_POINTER (g_cancellable_connect (caller,
                                                                   G_CALLBACK (on_caller_cancelled),
                                                                   g_object_ref (analysis),
                                                                   g_object_unref)),
                          NULL);
  g_task_run_in_thread (worker, run_in_thread);
}

/**
 * galley_session_analyse_async:
 *
 * Like galley_session_analyse() in another thread. What a person does to the review meanwhile
 * stays; when another article is opened, it ends with %G_IO_ERROR_CANCELLED.
 */
void
galley_session_analyse_async (GalleySession *self,
                              const GalleyReader *reader,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GError *error = NULL;
  GTask *task;

  g_return_if_fail (GALLEY_IS_SESSION (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, galley_session_analyse_async);
  g_task_set_check_cancellable (task, FALSE);

  if (check_may_analyse (self, &error))
    {
      start_worker (self, task, reader);
    }
  else
    {
      g_task_return_error (task, error);
      g_object_unref (task);
    }
}

gboolean
galley_session_analyse_finish (GalleySession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
