/* galley-properties-dialog.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/galley-review.h"

G_BEGIN_DECLS

/**
 * GalleyPropertiesDialog:
 *
 * What is known of the article beside its text, to be corrected: headline, byline, outlet, date and
 * type of work. Applying is one step of undo.
 */
#define GALLEY_TYPE_PROPERTIES_DIALOG (galley_properties_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    GalleyPropertiesDialog, galley_properties_dialog, GALLEY, PROPERTIES_DIALOG, GtkWindow)

GtkWidget *galley_properties_dialog_new (GtkWindow *parent, GalleyReview *review);
void galley_properties_dialog_apply (GalleyPropertiesDialog *self);

G_END_DECLS
