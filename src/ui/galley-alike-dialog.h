/* galley-alike-dialog.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/galley-review.h"

G_BEGIN_DECLS

/**
 * GalleyAlikeDialog:
 *
 * Shows the other places with the same words before they are marked: each with a tick and the words
 * around it. Signal: `marked` (GalleyAnnotation) when it was done.
 */
#define GALLEY_TYPE_ALIKE_DIALOG (galley_alike_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GalleyAlikeDialog, galley_alike_dialog, GALLEY, ALIKE_DIALOG, GtkWindow)

GtkWidget *galley_alike_dialog_new (GtkWindow *parent,
                                    GalleyReview *review,
                                    GalleyAnnotation *like,
                                    const GalleySpan *words);
void galley_alike_dialog_apply (GalleyAlikeDialog *self);

G_END_DECLS
