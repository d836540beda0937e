/* galley-toast.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GalleyToastButton:
 * @label: what it says, with a mnemonic
 * @action_name: what it runs, as `win.undo`
 * @target: (nullable): the action's parameter
 */
typedef struct
{
  char *label;
  char *action_name;
  GVariant *target;
} GalleyToastButton;

/**
 * GalleyToast:
 *
 * A sentence that a #GalleyToastOverlay shows for a while, with what one can do about it on
 * buttons. Named after AdwToast.
 */
#define GALLEY_TYPE_TOAST (galley_toast_get_type ())
G_DECLARE_FINAL_TYPE (GalleyToast, galley_toast, GALLEY, TOAST, GObject)

GalleyToast *galley_toast_new (const char *title);
const char *galley_toast_get_title (GalleyToast *self);
void galley_toast_add_button (GalleyToast *self,
                              const char *label,
                              const char *action_name,
                              GVariant *target);
guint galley_toast_get_n_buttons (GalleyToast *self);
const GalleyToastButton *galley_toast_get_button (GalleyToast *self, guint position);

G_END_DECLS
