/* galley-toast-overlay.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-toast-overlay.h"

#include "ui/galley-accessible.h"

/* Long enough to read the sentence and to reach for its button. */
#define SHOWN_SECONDS 8

struct _GalleyToastOverlay
{
  GtkWidget parent_instance;

  GtkOverlay *overlay;
  GtkRevealer *revealer;
  GtkEventController *pointer;
  GtkEventController *focus;
  GtkLabel *title;
  GtkBox *buttons;

  guint timeout;
};

enum
{
  PROP_0,
  PROP_CHILD,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (GalleyToastOverlay, galley_toast_overlay, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

/* A hidden toast must not catch the clicks of what lies beneath it. */
static void
set_revealed (GalleyToastOverlay *self, gboolean revealed)
{
  gtk_revealer_set_reveal_child (self->revealer, revealed);
  gtk_widget_set_can_target (GTK_WIDGET (self->revealer), revealed);
}

/* What the button does may show another toast: that one stays. */
static void
on_button_clicked_cb (GalleyToastOverlay *self, GtkWidget *button)
{
  if (gtk_widget_get_parent (button) == GTK_WIDGET (self->buttons))
    galley_toast_overlay_dismiss_all (self);
}

static gboolean
on_timeout_cb (gpointer user_data)
{
  GalleyToastOverlay *self = user_data;

  self->timeout = 0;
  set_revealed (self, FALSE);

  return G_SOURCE_REMOVE;
}

static gboolean
is_reached_for (GalleyToastOverlay *self)
{
  return gtk_event_controller_motion_contains_pointer (GTK_EVENT_CONTROLLER_MOTION (self->pointer))
         || gtk_event_controller_focus_contains_focus (GTK_EVENT_CONTROLLER_FOCUS (self->focus));
}

/* What a person points at or has the keyboard in must not go away: the click would hit what lies
 * beneath. The time begins anew when they leave it. */
static void
restart_timeout (GalleyToastOverlay *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (gtk_revealer_get_reveal_child (self->revealer) && !is_reached_for (self))
    self->timeout = g_timeout_add_seconds (SHOWN_SECONDS, on_timeout_cb, self);
}

static void
galley_toast_overlay_dispose (GObject *object)
{
  GalleyToastOverlay *self = GALLEY_TOAST_OVERLAY (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), GALLEY_TYPE_TOAST_OVERLAY);

  G_OBJECT_CLASS (galley_toast_overlay_parent_class)->dispose (object);
}

static void
galley_toast_overlay_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, galley_toast_overlay_get_child (GALLEY_TOAST_OVERLAY (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_toast_overlay_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHILD:
      galley_toast_overlay_set_child (GALLEY_TOAST_OVERLAY (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_toast_overlay_class_init (GalleyToastOverlayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = galley_toast_overlay_dispose;
  object_class->get_property = galley_toast_overlay_get_property;
  object_class->set_property = galley_toast_overlay_set_property;

  properties[PROP_CHILD] =
      g_param_spec_object ("child",
                           NULL,
                           NULL,
                           GTK_TYPE_WIDGET,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-toast-overlay.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyToastOverlay, overlay);
  gtk_widget_class_bind_template_child (widget_class, GalleyToastOverlay, revealer);
  gtk_widget_class_bind_template_child (widget_class, GalleyToastOverlay, pointer);
  gtk_widget_class_bind_template_child (widget_class, GalleyToastOverlay, focus);
  gtk_widget_class_bind_template_child (widget_class, GalleyToastOverlay, title);
  gtk_widget_class_bind_template_child (widget_class, GalleyToastOverlay, buttons);
  gtk_widget_class_bind_template_callback (widget_class, galley_toast_overlay_dismiss_all);
  gtk_widget_class_bind_template_callback (widget_class, restart_timeout);
}

static void
galley_toast_overlay_init (GalleyToastOverlay *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * galley_toast_overlay_new:
 *
 * Returns: a new overlay
 */
GtkWidget *
galley_toast_overlay_new (void)
{
  return g_object_new (GALLEY_TYPE_TOAST_OVERLAY, NULL);
}

/**
 * galley_toast_overlay_get_child:
 *
 * Returns: (transfer none) (nullable): what the toasts appear over
 */
GtkWidget *
galley_toast_overlay_get_child (GalleyToastOverlay *self)
{
  g_return_val_if_fail (GALLEY_IS_TOAST_OVERLAY (self), NULL);

  return self->overlay != NULL ? gtk_overlay_get_child (self->overlay) : NULL;
}

/**
 * galley_toast_overlay_set_child:
 * @child: (nullable): what the toasts appear over
 */
void
galley_toast_overlay_set_child (GalleyToastOverlay *self, GtkWidget *child)
{
  g_return_if_fail (GALLEY_IS_TOAST_OVERLAY (self));

  if (gtk_overlay_get_child (self->overlay) == child)
    return;

  gtk_overlay_set_child (self->overlay, child);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

/* A button in passing does not take the keyboard from where it is. */
static GtkWidget *
new_button (GalleyToastOverlay *self, const GalleyToastButton *button)
{
  GtkWidget *widget = gtk_button_new_with_mnemonic (button->label);

  gtk_widget_set_focus_on_click (widget, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), button->action_name);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (widget), button->target);
  galley_accessible_mend (widget);
  g_signal_connect_object (
      widget, "clicked", G_CALLBACK (on_button_clicked_cb), self, G_CONNECT_SWAPPED);

  return widget;
}

static void
show_buttons (GalleyToastOverlay *self, GalleyToast *toast)
{
  GtkWidget *button;

  while ((button = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))) != NULL)
    gtk_box_remove (self->buttons, button);
  for (guint i = 0; i < galley_toast_get_n_buttons (toast); i++)
    gtk_box_append (self->buttons, new_button (self, galley_toast_get_button (toast, i)));
}

/**
 * galley_toast_overlay_add_toast:
 * @toast: (transfer full): what to show
 *
 * Shows @toast for a while, and as long as the pointer or the keyboard is in it, in place of the
 * one that is shown.
 */
void
galley_toast_overlay_add_toast (GalleyToastOverlay *self, GalleyToast *toast)
{
  g_return_if_fail (GALLEY_IS_TOAST_OVERLAY (self));
  g_return_if_fail (GALLEY_IS_TOAST (toast));

  gtk_label_set_label (self->title, galley_toast_get_title (toast));
  show_buttons (self, toast);
  g_object_unref (toast);

  set_revealed (self, TRUE);
  restart_timeout (self);
}

/**
 * galley_toast_overlay_dismiss_all:
 *
 * Takes away the toast that is shown, if any.
 */
void
galley_toast_overlay_dismiss_all (GalleyToastOverlay *self)
{
  g_return_if_fail (GALLEY_IS_TOAST_OVERLAY (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  set_revealed (self, FALSE);
}

/**
 * galley_toast_overlay_get_shown:
 *
 * Returns: (transfer none) (nullable): the sentence that is shown now
 */
const char *
galley_toast_overlay_get_shown (GalleyToastOverlay *self)
{
  g_return_val_if_fail (GALLEY_IS_TOAST_OVERLAY (self), NULL);

  return gtk_revealer_get_reveal_child (self->revealer) ? gtk_label_get_label (self->title) : NULL;
}
