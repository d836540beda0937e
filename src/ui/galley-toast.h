/* galley-toast.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GalleyToast:
 *
 * A sentence that a #GalleyToastOverlay shows for a while, with an optional button. Named after
 * AdwToast.
 *
 * Properties: `title`, `button-label` (nullable), `action-name` (nullable).
 */
#define GALLEY_TYPE_TOAST (galley_toast_get_type ())
G_DECLARE_FINAL_TYPE (GalleyToast, galley_toast, GALLEY, TOAST, GObject)

GalleyToast *galley_toast_new (const char *title);
const char *galley_toast_get_title (GalleyToast *self);
const char *galley_toast_get_button_label (GalleyToast *self);
void galley_toast_set_button_label (GalleyToast *self, const char *button_label);
const char *galley_toast_get_action_name (GalleyToast *self);
void galley_toast_set_action_name (GalleyToast *self, const char *action_name);

G_END_DECLS
