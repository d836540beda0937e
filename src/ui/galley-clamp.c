/* galley-clamp.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-clamp.h"

struct _GalleyClamp
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int maximum_size;
};

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_MAXIMUM_SIZE,
  N_PROPS,
};

G_DEFINE_FINAL_TYPE (GalleyClamp, galley_clamp, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static GtkSizeRequestMode
galley_clamp_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
galley_clamp_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  GalleyClamp *self = GALLEY_CLAMP (widget);

  *minimum = *natural = 0;
  if (self->child == NULL)
    return;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size > self->maximum_size)
    for_size = self->maximum_size;
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, MIN (*natural, self->maximum_size));
}

static void
galley_clamp_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GalleyClamp *self = GALLEY_CLAMP (widget);
  int child_width = MIN (width, self->maximum_size);
  GtkAllocation allocation = { (width - child_width) / 2, 0, child_width, height };

  if (self->child != NULL)
    gtk_widget_size_allocate (self->child, &allocation, baseline);
}

static void
galley_clamp_dispose (GObject *object)
{
  g_clear_pointer (&GALLEY_CLAMP (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (galley_clamp_parent_class)->dispose (object);
}

static void
galley_clamp_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GalleyClamp *self = GALLEY_CLAMP (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_MAXIMUM_SIZE:
      g_value_set_int (value, self->maximum_size);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_clamp_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  GalleyClamp *self = GALLEY_CLAMP (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      galley_clamp_set_child (self, g_value_get_object (value));
      break;
    case PROP_MAXIMUM_SIZE:
      self->maximum_size = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_clamp_class_init (GalleyClampClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = galley_clamp_dispose;
  object_class->get_property = galley_clamp_get_property;
  object_class->set_property = galley_clamp_set_property;
  widget_class->get_request_mode = galley_clamp_get_request_mode;
  widget_class->measure = galley_clamp_measure;
  widget_class->size_allocate = galley_clamp_size_allocate;

  properties[PROP_CHILD] = g_param_spec_object (
      "child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MAXIMUM_SIZE] = g_param_spec_int (
      "maximum-size", NULL, NULL, 1, G_MAXINT, 600, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
galley_clamp_init (GalleyClamp *self)
{
  self->maximum_size = 600;
}

/**
 * galley_clamp_set_child:
 * @child: (nullable): what to keep narrow
 */
void
galley_clamp_set_child (GalleyClamp *self, GtkWidget *child)
{
  g_return_if_fail (GALLEY_IS_CLAMP (self));

  if (self->child == child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}
