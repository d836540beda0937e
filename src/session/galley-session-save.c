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

static void
remember (GalleySession *self, GFile *target, GalleyFileStamp *saved)
{
  g_clear_pointer (&self->stamp, galley_file_stamp_unref);
  self->stamp = saved;
  if (g_set_object (&self->annotation_file, target))
    _galley_session_notify (self, PROP_ANNOTATION_FILE);
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
  g_autoptr (GFile) place = NULL;
  g_autoptr (GalleyFileStamp) expected = NULL;
  g_autoptr (GString) json = NULL;
  GalleyFileStamp *saved = NULL;

  g_return_val_if_fail (GALLEY_IS_SESSION (self), FALSE);

  place = target != NULL ? g_object_ref (target) : galley_session_dup_default_target (self);
  if (!check_may_save (self, place, error))
    return FALSE;

  _galley_session_label (self);
  json = galley_json_write (self->review, FALSE);
  expected = overwrite ? NULL : dup_expected (self, place);
  if (!galley_file_save (place, json->str, json->len, expected, &saved, error))
    return FALSE;
  remember (self, place, saved);

  return TRUE;
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
