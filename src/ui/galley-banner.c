/* galley-banner.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-banner.h"

struct _GalleyBanner
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkImage *icon;
  GtkLabel *title;
  GtkBox *slot;
  GtkButton *close_button;

  GtkWidget *extra; /* borrowed: a child of the slot */
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_ICON_NAME,
  PROP_REVEALED,
  PROP_CLOSABLE,
  PROP_EXTRA,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (GalleyBanner, galley_banner, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static void
set_extra (GalleyBanner *self, GtkWidget *extra)
{
  if (self->extra == extra)
    return;

  if (self->extra != NULL)
    gtk_box_remove (self->slot, self->extra);
  self->extra = extra;
  if (extra != NULL)
    gtk_box_append (self->slot, extra);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXTRA]);
}

static void
set_icon_name (GalleyBanner *self, const char *icon_name)
{
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon_name != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ICON_NAME]);
}

static void
on_close_cb (GalleyBanner *self)
{
  galley_banner_set_revealed (self, FALSE);
}

static void
galley_banner_dispose (GObject *object)
{
  GalleyBanner *self = GALLEY_BANNER (object);

  self->extra = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), GALLEY_TYPE_BANNER);

  G_OBJECT_CLASS (galley_banner_parent_class)->dispose (object);
}

static void
galley_banner_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GalleyBanner *self = GALLEY_BANNER (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, galley_banner_get_title (self));
      break;

    case PROP_ICON_NAME:
      g_value_set_string (value, gtk_image_get_icon_name (self->icon));
      break;

    case PROP_REVEALED:
      g_value_set_boolean (value, galley_banner_get_revealed (self));
      break;

    case PROP_CLOSABLE:
      g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (self->close_button)));
      break;

    case PROP_EXTRA:
      g_value_set_object (value, self->extra);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_banner_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  GalleyBanner *self = GALLEY_BANNER (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      galley_banner_set_title (self, g_value_get_string (value));
      break;

    case PROP_ICON_NAME:
      set_icon_name (self, g_value_get_string (value));
      break;

    case PROP_REVEALED:
      galley_banner_set_revealed (self, g_value_get_boolean (value));
      break;

    case PROP_CLOSABLE:
      gtk_widget_set_visible (GTK_WIDGET (self->close_button), g_value_get_boolean (value));
      break;

    case PROP_EXTRA:
      set_extra (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_REVEALED] = g_param_spec_boolean ("revealed", NULL, NULL, FALSE, flags);
  properties[PROP_CLOSABLE] = g_param_spec_boolean ("closable", NULL, NULL, TRUE, flags);
  properties[PROP_EXTRA] = g_param_spec_object ("extra", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
galley_banner_class_init (GalleyBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = galley_banner_dispose;
  object_class->get_property = galley_banner_get_property;
  object_class->set_property = galley_banner_set_property;
  install_properties (object_class);

  gtk_widget_class_set_css_name (widget_class, "banner");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/galley_app/Galley/ui/galley-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, GalleyBanner, icon);
  gtk_widget_class_bind_template_child (widget_class, GalleyBanner, title);
  gtk_widget_class_bind_template_child (widget_class, GalleyBanner, slot);
  gtk_widget_class_bind_template_child (widget_class, GalleyBanner, close_button);
  gtk_widget_class_bind_template_callback (widget_class, on_close_cb);
}

static void
galley_banner_init (GalleyBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->icon), FALSE);
}

/**
 * galley_banner_new:
 *
 * Returns: a banner that is not revealed
 */
GtkWidget *
galley_banner_new (void)
{
  return g_object_new (GALLEY_TYPE_BANNER, NULL);
}

/**
 * galley_banner_get_title:
 *
 * Returns: (transfer none): the sentence
 */
const char *
galley_banner_get_title (GalleyBanner *self)
{
  g_return_val_if_fail (GALLEY_IS_BANNER (self), NULL);

  return gtk_label_get_label (self->title);
}

/**
 * galley_banner_set_title:
 * @title: the sentence; plain text, no markup
 */
void
galley_banner_set_title (GalleyBanner *self, const char *title)
{
  g_return_if_fail (GALLEY_IS_BANNER (self));

  if (g_strcmp0 (gtk_label_get_label (self->title), title) == 0)
    return;

  gtk_label_set_label (self->title, title != NULL ? title : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * galley_banner_get_revealed:
 *
 * Returns: whether the banner is shown
 */
gboolean
galley_banner_get_revealed (GalleyBanner *self)
{
  g_return_val_if_fail (GALLEY_IS_BANNER (self), FALSE);

  return gtk_revealer_get_reveal_child (self->revealer);
}

/**
 * galley_banner_set_revealed:
 * @revealed: whether to show it
 */
void
galley_banner_set_revealed (GalleyBanner *self, gboolean revealed)
{
  g_return_if_fail (GALLEY_IS_BANNER (self));

  if (gtk_revealer_get_reveal_child (self->revealer) == !!revealed)
    return;

  gtk_revealer_set_reveal_child (self->revealer, revealed);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEALED]);
}
