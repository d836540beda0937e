/* galley-toast.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-toast.h"

#include "base/galley-str.h"

struct _GalleyToast
{
  GObject parent_instance;

  char *title;
  char *button_label;
  char *action_name;
};

G_DEFINE_FINAL_TYPE (GalleyToast, galley_toast, G_TYPE_OBJECT)

static void
galley_toast_finalize (GObject *object)
{
  GalleyToast *self = GALLEY_TOAST (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->button_label, g_free);
  g_clear_pointer (&self->action_name, g_free);

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
 * galley_toast_get_button_label:
 *
 * Returns: (transfer none) (nullable): what the button says; %NULL where there is none
 */
const char *
galley_toast_get_button_label (GalleyToast *self)
{
  g_return_val_if_fail (GALLEY_IS_TOAST (self), NULL);

  return self->button_label;
}

/**
 * galley_toast_set_button_label:
 * @button_label: (nullable): what the button says; %NULL for no button
 */
void
galley_toast_set_button_label (GalleyToast *self, const char *button_label)
{
  g_return_if_fail (GALLEY_IS_TOAST (self));

  galley_set_str (&self->button_label, button_label);
}

/**
 * galley_toast_get_action_name:
 *
 * Returns: (transfer none) (nullable): the action that the button runs
 */
const char *
galley_toast_get_action_name (GalleyToast *self)
{
  g_return_val_if_fail (GALLEY_IS_TOAST (self), NULL);

  return self->action_name;
}

/**
 * galley_toast_set_action_name:
 * @action_name: (nullable): the action that the button runs, as `win.undo`
 */
void
galley_toast_set_action_name (GalleyToast *self, const char *action_name)
{
  g_return_if_fail (GALLEY_IS_TOAST (self));

  galley_set_str (&self->action_name, action_name);
}
