/* galley-window-notes.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/galley-window-private.h"

static void
on_failed_cb (GalleyWindow *self, const GError *error)
{
  /* translators: %s is the system's reason */
  g_autofree char *sentence =
      g_strdup_printf (_ ("Private notes could not be kept: %s"), error->message);

  if (self->toasts != NULL)
    _galley_window_show_error (self, sentence);
}

/* Private notes are kept among the application's data, not in the review's file. */
void
_galley_window_keep_notes (GalleyWindow *self, GalleyReview *review)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "galley", "notes", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  g_clear_object (&self->notes);
  self->notes = galley_note_store_new (folder, review);
  g_signal_connect_object (
      self->notes, "failed", G_CALLBACK (on_failed_cb), self, G_CONNECT_SWAPPED);
}
