/* galley-session-open.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session/galley-session-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/galley-error.h"

/* What the worker needs to know, frozen before it starts. */
typedef struct
{
  GFile *file;
  char *charset;
  guint ticket;
} Order;

static void
order_free (Order *self)
{
  g_object_unref (self->file);
  g_free (self->charset);
  g_free (self);
}

/* Formats that are text to look at and would be taken for an article with all their markup. */
static gboolean
refuse_other_format (GBytes *bytes, GError **error)
{
  static const char *const beginnings[] = { "%PDF-", "{\\rtf", "<!doctype", "<html", "<?xml" };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      gsize size = strlen (beginnings[i]);

      if (length >= size && g_ascii_strncasecmp (data, beginnings[i], size) == 0)
        {
          g_set_error_literal (
              error,
              GALLEY_ERROR,
              GALLEY_ERROR_UNSUPPORTED,
              _ ("This kind of document cannot be read yet; save it as plain text."));
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
read_annotations (GalleyOpened *opened, GBytes *bytes, GError **error)
{
  gboolean matches = TRUE;

  opened->review = galley_json_read (bytes, &matches, error);
  opened->read_only = !matches;

  return opened->review != NULL;
}

static gboolean
read_article (GalleyOpened *opened, GBytes *bytes, const char *charset, GError **error)
{
  g_autoptr (GalleyArticle) article = NULL;

  if (refuse_other_format (bytes, error))
    return FALSE;
  article = galley_import_text (bytes, charset, &opened->info, error);
  if (article == NULL)
    return FALSE;

  opened->review = galley_review_new (article);

  return TRUE;
}

/* An encoding that was chosen by hand says that it is an article; a name may say that it is none.
 */
static gboolean
read_bytes (
    GalleyOpened *opened, GBytes *bytes, const char *name, const char *charset, GError **error)
{
  gboolean named = name != NULL && g_str_has_suffix (name, GALLEY_ANNOTATION_SUFFIX);

  if (charset == NULL && (named || galley_json_sniff (bytes)))
    return read_annotations (opened, bytes, error);

  return read_article (opened, bytes, charset, error);
}

/* Runs in any thread and touches no session. */
static GalleyOpened *
load (GFile *file, const char *charset, GCancellable *cancellable, GError **error)
{
  g_autoptr (GalleyOpened) opened = g_new0 (GalleyOpened, 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_file_get_basename (file);
  gboolean is_article;

  bytes = galley_file_load (file, &opened->stamp, cancellable, error);
  if (bytes == NULL || !read_bytes (opened, bytes, name, charset, error))
    return NULL;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  is_article = opened->info.charset != NULL;
  g_set_object (is_article ? &opened->file : &opened->annotation_file, file);
  if (is_article)
    g_clear_pointer (&opened->stamp, galley_file_stamp_unref);

  return g_steal_pointer (&opened);
}

/**
 * galley_session_open:
 * @file: an article or an annotation file
 * @charset: (nullable): the article's encoding, or %NULL to guess it
 * @error: %GALLEY_ERROR, %G_IO_ERROR; the session is then what it was
 *
 * Returns: %TRUE if @file is now what the session is about
 */
gboolean
galley_session_open (GalleySession *self,
                     GFile *file,
                     const char *charset,
                     GCancellable *cancellable,
                     GError **error)
{
  GalleyOpened *opened;

  g_return_val_if_fail (GALLEY_IS_SESSION (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  self->n_openings++;
  opened = load (file, charset, cancellable, error);
  if (opened == NULL)
    return FALSE;
  _galley_session_take (self, opened);

  return TRUE;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Order *order = task_data;
  GError *error = NULL;
  GalleyOpened *opened = load (order->file, order->charset, cancellable, &error);

  if (opened != NULL)
    g_task_return_pointer (task, opened, (GDestroyNotify) _galley_opened_free);
  else
    g_task_return_error (task, error);
}

/* Whoever opened something else in the meantime does not want this any more. */
static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GalleySession *self = g_task_get_source_object (task);
  const Order *order = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyOpened) opened = g_task_propagate_pointer (G_TASK (result), &error);

  if (opened == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (order->ticket != self->n_openings)
    g_task_return_new_error (task,
                             G_IO_ERROR,
                             G_IO_ERROR_CANCELLED,
                             "%s",
                             _ ("Something else was opened in the meantime."));
  else
    {
      _galley_session_take (self, g_steal_pointer (&opened));
      g_task_return_boolean (task, TRUE);
    }
}

static Order *
order_new (GFile *file, const char *charset, guint ticket)
{
  Order *order = g_new0 (Order, 1);

  order->file = g_object_ref (file);
  order->charset = g_strdup (charset);
  order->ticket = ticket;

  return order;
}

/**
 * galley_session_open_async:
 *
 * Like galley_session_open(), reading in another thread. Opening again makes the one before end
 * with %G_IO_ERROR_CANCELLED.
 */
void
galley_session_open_async (GalleySession *self,
                           GFile *file,
                           const char *charset,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) worker = NULL;
  GTask *task;

  g_return_if_fail (GALLEY_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (file));

  self->n_openings++;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, galley_session_open_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task,
                        order_new (file, charset, self->n_openings),
                        (GDestroyNotify) order_free);

  /* No source: what a worker's task refers to may be finalized in the worker's thread. */
  worker = g_task_new (NULL, cancellable, on_loaded, task);
  g_task_set_source_tag (worker, galley_session_open_async);
  g_task_set_task_data (worker, order_new (file, charset, 0), (GDestroyNotify) order_free);
  g_task_run_in_thread (worker, load_in_thread);
}

gboolean
galley_session_open_finish (GalleySession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * galley_session_open_bytes:
 * @bytes: pasted text, or a file's content that is not on disk
 * @name: (nullable): what it is called
 * @charset: (nullable): its encoding, or %NULL to guess it
 *
 * Returns: %TRUE if it is now what the session is about
 */
gboolean
galley_session_open_bytes (
    GalleySession *self, GBytes *bytes, const char *name, const char *charset, GError **error)
{
  g_autoptr (GalleyOpened) opened = g_new0 (GalleyOpened, 1);

  g_return_val_if_fail (GALLEY_IS_SESSION (self), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  self->n_openings++;
  if (!read_bytes (opened, bytes, name, charset, error))
    return FALSE;
  opened->name = g_strdup (name);
  _galley_session_take (self, g_steal_pointer (&opened));

  return TRUE;
}
