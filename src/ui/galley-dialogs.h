/* galley-dialogs.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GalleyAnswer:
 * @label: the button, with a mnemonic, N_()
 * @css_class: (nullable): `suggested-action` or `destructive-action`
 *
 * One answer to a question. The last one is what Return chooses, the first one what Escape does.
 */
typedef struct
{
  const char *label;
  const char *css_class;
} GalleyAnswer;

/* The only place that knows which dialogs GTK has. Shaped like GtkFileDialog and GtkAlertDialog,
 * which are younger than the GTK that this program needs. A dialog that was closed without an
 * answer finishes with %G_IO_ERROR_CANCELLED. */

void
galley_dialogs_open_async (GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data);
GListModel *galley_dialogs_open_finish (GAsyncResult *result, GError **error);

void galley_dialogs_save_async (GtkWindow *parent,
                                const char *title,
                                GFile *initial_file,
                                const char *initial_name,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GFile *galley_dialogs_save_finish (GAsyncResult *result, GError **error);

void galley_dialogs_ask_async (GtkWindow *parent,
                               const char *question,
                               const char *detail,
                               const GalleyAnswer *answers,
                               guint n_answers,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
guint galley_dialogs_ask_finish (GAsyncResult *result, GError **error);

void galley_dialogs_about (GtkWindow *parent);

G_END_DECLS
