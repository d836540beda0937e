/* galley-toast-overlay.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/galley-toast.h"

G_BEGIN_DECLS

/**
 * GalleyToastOverlay:
 *
 * A widget over which toasts appear, one at a time: the newest takes the place of the one before.
 * Named after AdwToastOverlay.
 *
 * Properties: `child`.
 */
#define GALLEY_TYPE_TOAST_OVERLAY (galley_toast_overlay_get_type ())
G_DECLARE_FINAL_TYPE (GalleyToastOverlay, galley_toast_overlay, GALLEY, TOAST_OVERLAY, GtkWidget)

GtkWidget *galley_toast_overlay_new (void);
GtkWidget *galley_toast_overlay_get_child (GalleyToastOverlay *self);
void galley_toast_overlay_set_child (GalleyToastOverlay *self, GtkWidget *child);
void galley_toast_overlay_add_toast (GalleyToastOverlay *self, GalleyToast *toast);
void galley_toast_overlay_dismiss_all (GalleyToastOverlay *self);
const char *galley_toast_overlay_get_shown (GalleyToastOverlay *self);

G_END_DECLS
