/* galley-toast.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-toast.h"

struct _GalleyToast
{
  GObject parent_instance;

  char *title;
  GArray *buttons; /* of GalleyToastButton */
};

G_DEFINE_FINAL_TYPE (GalleyToast, galley_toast, G_TYPE_OBJECT)

static void
button_clear (gpointer data)
{
  GalleyToastButton *button = data;

  g_free (button->label);
  g_free (button->action_name);
  g_clear_pointer (&button->target, g_variant_unref);
}

static void
galley_toast_finalize (GObject *object)
{
  GalleyToast *self = GALLEY_TOAST (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->buttons, g_array_unref);

  G_OBJECT_CLASS (galley_toast_parent_class)->finalize (object);
}

static void
galley_toast_class_init (GalleyToastClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_toast_finalize;
}

static void
galley_toast_init (GalleyToast *self)
{
  self->buttons = g_array_new (FALSE, FALSE, sizeof (GalleyToastButton));
  g_array_set_clear_func (self->buttons, button_clear);
}

/**
 * galley_toast_new:
 * @title: a short sentence
 *
 * Returns: (transfer full): a toast without a button
 */
GalleyToast *
galley_toast_new (const char *title)
{
  GalleyToast *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (GALLEY_TYPE_TOAST, NULL);
  self->title = g_strdup (title);

  return self;
}

/**
 * galley_toast_get_title:
 *
 * Returns: (transfer none): the sentence
 */
const char *
galley_toast_get_title (GalleyToast *self)
{
  g_return_val_if_fail (GALLEY_IS_TOAST (self), NULL);

  return self->title;
}

/**
 * galley_toast_add_button:
 * @label: what the button says, with a mnemonic
 * @action_name: the action that it runs, as `win.undo`
 * @target: (nullable): the action's parameter; sunk where it floats
 */
void
galley_toast_add_button (GalleyToast *self,
                         const char *label,
                         const char *action_name,
                         GVariant *target)
{
  GalleyToastButton button = { 0 };

  g_return_if_fail (GALLEY_IS_TOAST (self));

  button.label = g_strdup (label);
  button.action_name = g_strdup (action_name);
  button.target = target != NULL ? g_variant_ref_sink (target) : NULL;
  g_array_append_val (self->buttons, button);
}

guint
galley_toast_get_n_buttons (GalleyToast *self)
{
  g_return_val_if_fail (GALLEY_IS_TOAST (self), 0);

  return self->buttons->len;
}

/**
 * galley_toast_get_button:
 * @position: below galley_toast_get_n_buttons()
 *
 * Returns: (transfer none)
 */
const GalleyToastButton *
galley_toast_get_button (GalleyToast *self, guint position)
{
  g_return_val_if_fail (GALLEY_IS_TOAST (self), NULL);
  g_return_val_if_fail (position < self->buttons->len, NULL);

  return &g_array_index (self->buttons, GalleyToastButton, position);
}
