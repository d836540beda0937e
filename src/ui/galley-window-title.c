/* galley-window-title.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-window-title.h"

struct _GalleyWindowTitle
{
  GtkWidget parent_instance;

  GtkWidget *content; /* bound, so that it goes with the template */
  GtkLabel *title;
  GtkLabel *subtitle;
};

G_DEFINE_FINAL_TYPE (GalleyWindowTitle, galley_window_title, GTK_TYPE_WIDGET)

static void
galley_window_title_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_WINDOW_TITLE);

  G_OBJECT_CLASS (galley_window_title_parent_class)->dispose (object);
}

static void
galley_window_title_class_init (GalleyWindowTitleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_window_title_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-window-title.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyWindowTitle, content);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindowTitle, title);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindowTitle, subtitle);
}

static void
galley_window_title_init (GalleyWindowTitle *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), FALSE);
}

/**
 * galley_window_title_new:
 *
 * Returns: a title without words
 */
GtkWidget *
galley_window_title_new (void)
{
  return g_object_new (GALLEY_TYPE_WINDOW_TITLE, NULL);
}

/**
 * galley_window_title_get_title:
 *
 * Returns: (transfer none): the title
 */
const char *
galley_window_title_get_title (GalleyWindowTitle *self)
{
  g_return_val_if_fail (GALLEY_IS_WINDOW_TITLE (self), NULL);

  return gtk_label_get_label (self->title);
}

/**
 * galley_window_title_set_title:
 * @title: plain text
 */
void
galley_window_title_set_title (GalleyWindowTitle *self, const char *title)
{
  g_return_if_fail (GALLEY_IS_WINDOW_TITLE (self));

  gtk_label_set_label (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
}

/**
 * galley_window_title_get_subtitle:
 *
 * Returns: (transfer none): the line beneath the title
 */
const char *
galley_window_title_get_subtitle (GalleyWindowTitle *self)
{
  g_return_val_if_fail (GALLEY_IS_WINDOW_TITLE (self), NULL);

  return gtk_label_get_label (self->subtitle);
}

/**
 * galley_window_title_set_subtitle:
 * @subtitle: plain text; where it is empty the line takes no room
 */
void
galley_window_title_set_subtitle (GalleyWindowTitle *self, const char *subtitle)
{
  g_return_if_fail (GALLEY_IS_WINDOW_TITLE (self));

  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle[0] != '\0');
}
