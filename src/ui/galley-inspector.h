/* galley-inspector.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/galley-review.h"

G_BEGIN_DECLS

/**
 * GalleyInspector:
 *
 * All there is to know and to correct of the selected annotation. Its buttons use the window's
 * actions `win.use-selection` and `win.delete`.
 *
 * Properties: `review` (nullable), `selected` (GalleyAnnotation, nullable), `editable`, `part`
 * (uint: which of its parts the edges are of).
 */
#define GALLEY_TYPE_INSPECTOR (galley_inspector_get_type ())
G_DECLARE_FINAL_TYPE (GalleyInspector, galley_inspector, GALLEY, INSPECTOR, GtkWidget)

GtkWidget *galley_inspector_new (void);

GalleyReview *galley_inspector_get_review (GalleyInspector *self);
void galley_inspector_set_review (GalleyInspector *self, GalleyReview *review);
GalleyAnnotation *galley_inspector_get_selected (GalleyInspector *self);
void galley_inspector_set_selected (GalleyInspector *self, GalleyAnnotation *annotation);
gboolean galley_inspector_get_editable (GalleyInspector *self);
void galley_inspector_set_editable (GalleyInspector *self, gboolean editable);
void galley_inspector_set_part (GalleyInspector *self, guint part);
void galley_inspector_flush (GalleyInspector *self);
void galley_inspector_focus_type (GalleyInspector *self);
void galley_inspector_focus_note (GalleyInspector *self);
void galley_inspector_focus_source (GalleyInspector *self);
void galley_inspector_focus_source_button (GalleyInspector *self);
void galley_inspector_focus_merge (GalleyInspector *self);

G_END_DECLS
