/* galley-window-nickname.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-window-private.h"

#include <glib/gi18n-lib.h>

#define NICKNAME_DELAY_MS 1500

/* The nickname of the settings is who gives verdicts from now on. */
void
_galley_window_use_nickname (GalleyWindow *self)
{
  g_autofree char *nickname = g_settings_get_string (self->settings, "nickname");
  GalleyReview *review = galley_window_get_review (self);

  if (review != NULL)
    galley_review_set_reviewer (review, nickname);
}

/* Who takes a name late may want it beside what they decided before. */
static gboolean
on_nickname_settled_cb (gpointer user_data)
{
  GalleyWindow *self = user_data;
  GalleyReview *review = galley_window_get_review (self);
  guint n_unsigned = review != NULL ? galley_review_count_unsigned (review) : 0;
  g_autofree char *title = NULL;

  self->nickname_delay = 0;
  if (n_unsigned == 0 || !_galley_window_is_editable (self))
    return G_SOURCE_REMOVE;

  title = g_strdup_printf (ngettext ("%u verdict was given without a name.",
                                     "%u verdicts were given without a name.",
                                     n_unsigned),
                           n_unsigned);
  _galley_window_toast (self, title, _ ("_Sign Them"), "win.sign");

  return G_SOURCE_REMOVE;
}

/* A name changes with every letter that is typed. */
static void
on_nickname_changed_cb (GalleyWindow *self)
{
  _galley_window_use_nickname (self);
  g_clear_handle_id (&self->nickname_delay, g_source_remove);
  self->nickname_delay = g_timeout_add (NICKNAME_DELAY_MS, on_nickname_settled_cb, self);
}

static void
sign_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  galley_review_sign (galley_window_get_review (GALLEY_WINDOW (widget)));
}

void
_galley_window_class_install_sign_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.sign", NULL, sign_action);
}

void
_galley_window_add_nickname (GalleyWindow *self)
{
  g_signal_connect_object (self->settings,
                           "changed::nickname",
                           G_CALLBACK (on_nickname_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
}
