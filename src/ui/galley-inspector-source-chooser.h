/* galley-inspector-source-chooser.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/galley-review.h"

G_BEGIN_DECLS

/**
 * GalleyInspectorSourceChooser:
 *
 * Chooses the source of a quote among those of the article: type a part of a name, press Enter.
 * Emits `picked` (GalleyAnnotation, nullable) and `create` (the name typed; "" where the article
 * names it beside the quote).
 *
 * Properties: `spoken-label` (write-only).
 */
#define GALLEY_TYPE_INSPECTOR_SOURCE_CHOOSER (galley_inspector_source_chooser_get_type ())
G_DECLARE_FINAL_TYPE (GalleyInspectorSourceChooser,
                      galley_inspector_source_chooser,
                      GALLEY,
                      INSPECTOR_SOURCE_CHOOSER,
                      GtkWidget)

void galley_inspector_source_chooser_show (GalleyInspectorSourceChooser *self,
                                           GalleyReview *review,
                                           GalleyAnnotation *annotation);
void galley_inspector_source_chooser_open (GalleyInspectorSourceChooser *self);

G_END_DECLS
