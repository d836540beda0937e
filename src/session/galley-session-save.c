/* galley-session-save.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session/galley-session-private.h"

#include <glib/gi18n-lib.h>

#include "base/galley-error.h"
#include "export/galley-json-writer.h"

static gboolean
is_same_file (GFile *a, GFile *b)
{
  g_autoptr (GFileInfo) first = NULL;
  g_autoptr (GFileInfo) second = NULL;

  if (g_file_equal (a, b))
    return TRUE;

  first = g_file_query_info (a, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  second = g_file_query_info (b, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return first != NULL && second != NULL
         && g_strcmp0 (g_file_info_get_attribute_string (first, G_FILE_ATTRIBUTE_ID_FILE),
                       g_file_info_get_attribute_string (second, G_FILE_ATTRIBUTE_ID_FILE))
                == 0;
}

static gboolean
check_may_save (GalleySession *self, GFile *target, GError **error)
{
  if (self->review == NULL)
    g_set_error_literal (error,
                         G_IO_ERROR,
                         G_IO_ERROR_NOT_INITIALIZED,
                         _ ("There is nothing to save."));
  else if (self->read_only)
    g_set_error_literal (error,
                         GALLEY_ERROR,
                         GALLEY_ERROR_READ_ONLY,
                         _ ("The text does not match its digest, so that nothing is saved."));
  else if (target == NULL)
    g_set_error_literal (error,
                         G_IO_ERROR,
                         G_IO_ERROR_INVALID_FILENAME,
                         _ ("Pasted text has no place of its own: choose where to save."));
  else if (self->file != NULL && is_same_file (self->file, target))
    g_set_error_literal (error,
                         GALLEY_ERROR,
                         GALLEY_ERROR_READ_ONLY,
                         _ ("That is the article itself, which is never changed."));
  else
    return TRUE;

  return FALSE;
}

/* What is known to be on disk at @target: what was read or written here, else nothing. */
static GalleyFileStamp *
dup_expected (GalleySession *self, GFile *target)
{
  if (self->stamp != NULL && self->annotation_file != NULL
      && g_file_equal (self->annotation_file, target))
    return galley_file_stamp_ref (self->stamp);

  return galley_file_stamp_new_absent ();
}

/* One annotation file on its way to the disk. What it holds is fixed when it is made. */
typedef struct
{
  GalleyReview *review;
  GFile *place;
  GalleyFileStamp *expected; /* NULL replaces whatever is there */
  GString *json;
  GalleyFileStamp *saved;
  gboolean outdated; /* the review has changed meanwhile */
} Saving;

static void
saving_free (Saving *self)
{
  g_object_unref (self->review);
  g_object_unref (self->place);
  g_clear_pointer (&self->expected, galley_file_stamp_unref);
  g_clear_pointer (&self->saved, galley_file_stamp_unref);
  g_string_free (self->json, TRUE);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static Saving *
saving_new (GalleySession *self, GFile *target, gboolean overwrite, GError **error)
{
  g_autoptr (GFile) place = NULL;
  Saving *saving;

  place = target != NULL ? g_object_ref (target) : galley_session_dup_default_target (self);
  if (!check_may_save (self, place, error))
    return NULL;

  _galley_session_label (self);
  saving = g_new0 (Saving, 1);
  saving->review = g_object_ref (self->review);
  saving->json = galley_json_write (self->review, FALSE);
  saving->expected = overwrite ? NULL : dup_expected (self, place);
  saving->place = g_steal_pointer (&place);

  return saving;
}

static gboolean
saving_write (Saving *self, GError **error)
{
  return galley_file_save (
      self->place, self->json->str, self->json->len, self->expected, &self->saved, error);
}

/* Nothing to remember where something else was opened meanwhile. */
static void
remember (GalleySession *self, Saving *saving)
{
  if (saving->review != self->review)
    return;

  g_clear_pointer (&self->stamp, galley_file_stamp_unref);
  self->stamp = g_steal_pointer (&saving->saved);
  if (g_set_object (&self->annotation_file, saving->place))
    _galley_session_notify (self, PROP_ANNOTATION_FILE);
  if (!saving->outdated)
    galley_review_mark_saved (self->review);
}

/**
 * galley_session_save:
 * @target: (nullable): where to; %NULL for the annotation file or the default target
 * @overwrite: whether to replace a file that was changed by somebody else, or never opened here
 * @error: %GALLEY_ERROR_CHANGED, %GALLEY_ERROR_READ_ONLY, %G_IO_ERROR; the file is then what it was
 *
 * Writes the annotation file. An unchanged review gives the same bytes each time.
 *
 * Returns: %TRUE if it is on disk
 */
gboolean
galley_session_save (GalleySession *self, GFile *target, gboolean overwrite, GError **error)
{
  g_autoptr (Saving) saving = NULL;

  g_return_val_if_fail (GALLEY_IS_SESSION (self), FALSE);

  saving = saving_new (self, target, overwrite, error);
  if (saving == NULL || !saving_write (saving, error))
    return FALSE;
  remember (self, saving);

  return TRUE;
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (saving_write (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GalleySession *self = g_task_get_source_object (task);
  Saving *saving = g_task_get_task_data (task);
  GError *error = NULL;

  g_signal_handlers_disconnect_by_data (saving->review, saving);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      remember (self, saving);
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, error);
}

static void
on_changed_meanwhile (Saving *saving)
{
  saving->outdated = TRUE;
}

static void
watch_changes (Saving *saving)
{
  static const char *const signals[] = { "items-changed",
                                         "annotation-changed",
                                         "metadata-changed" };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_swapped (saving->review,
                              signals[i],
                              G_CALLBACK (on_changed_meanwhile),
                              saving);
}

/**
 * galley_session_save_async:
 *
 * Like galley_session_save(), writing in another thread. What is changed after the call is not in
 * the file, and the review then stays modified.
 */
void
galley_session_save_async (GalleySession *self,
                           GFile *target,
                           gboolean overwrite,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) worker = NULL;
  GError *error = NULL;
  Saving *saving;
  GTask *task;

  g_return_if_fail (GALLEY_IS_SESSION (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, galley_session_save_async);
  saving = saving_new (self, target, overwrite, &error);
  if (saving == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  watch_changes (saving);
  /* No source: what a worker's task refers to may be finalized in the worker's thread. */
  worker = g_task_new (NULL, NULL, on_written, task);
  g_task_set_source_tag (worker, galley_session_save_async);
  g_task_set_task_data (worker, saving, NULL);
  g_task_run_in_thread (worker, write_in_thread);
}

/**
 * galley_session_save_finish:
 *
 * Returns: %TRUE if it is on disk
 */
gboolean
galley_session_save_finish (GalleySession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * galley_session_changed_on_disk:
 *
 * Returns: %TRUE if the annotation file is no longer what was read or written here
 */
gboolean
galley_session_changed_on_disk (GalleySession *self)
{
  g_return_val_if_fail (GALLEY_IS_SESSION (self), FALSE);

  return self->annotation_file != NULL && self->stamp != NULL
         && !galley_file_stamp_is_current (self->stamp, self->annotation_file);
}
