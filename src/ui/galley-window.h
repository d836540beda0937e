/* galley-window.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "export/galley-exporter.h"
#include "session/galley-session.h"

G_BEGIN_DECLS

/**
 * GalleyWindow:
 *
 * One article on the desk: the article, the lists beside it and what can be done with them; or the
 * start page. Everything that a person does is one of its `win.` actions, so that menus, keys,
 * buttons and tests go the same way.
 *
 * Properties: `selected` (GalleyAnnotation, nullable).
 */
#define GALLEY_TYPE_WINDOW (galley_window_get_type ())
G_DECLARE_FINAL_TYPE (GalleyWindow, galley_window, GALLEY, WINDOW, GtkApplicationWindow)

GalleyWindow *galley_window_new (GtkApplication *application);

GalleySession *galley_window_get_session (GalleyWindow *self);
GalleyReview *galley_window_get_review (GalleyWindow *self);
GalleyAnnotation *galley_window_get_selected (GalleyWindow *self);
void galley_window_set_selected (GalleyWindow *self, GalleyAnnotation *annotation);
gboolean galley_window_get_busy (GalleyWindow *self);
gboolean galley_window_has_file (GalleyWindow *self, GFile *file);

void galley_window_open (GalleyWindow *self, GFile *file);
void galley_window_open_text (GalleyWindow *self, const char *text);

void galley_window_save_async (GalleyWindow *self,
                               gboolean elsewhere,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean galley_window_save_finish (GalleyWindow *self, GAsyncResult *result, GError **error);
void galley_window_export (GalleyWindow *self, const GalleyExporter *exporter, GFile *file);

G_END_DECLS
