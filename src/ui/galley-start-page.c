/* galley-start-page.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-start-page.h"

#include "ui/galley-recent-list.h"

struct _GalleyStartPage
{
  GtkWidget parent_instance;

  GtkWidget *content; /* bound, so that it goes with the template */
  GtkWidget *open_button;
  GtkWidget *recent_box;
  GalleyRecentList *recent;
};

G_DEFINE_FINAL_TYPE (GalleyStartPage, galley_start_page, GTK_TYPE_WIDGET)

static void
on_recent_changed_cb (GalleyStartPage *self)
{
  gtk_widget_set_visible (self->recent_box, galley_recent_list_get_n_files (self->recent) > 0);
}

static gboolean
galley_start_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GALLEY_START_PAGE (widget)->open_button);
}

static void
galley_start_page_map (GtkWidget *widget)
{
  galley_recent_list_refresh (GALLEY_START_PAGE (widget)->recent);

  GTK_WIDGET_CLASS (galley_start_page_parent_class)->map (widget);
}

static void
galley_start_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_START_PAGE);

  G_OBJECT_CLASS (galley_start_page_parent_class)->dispose (object);
}

static void
galley_start_page_class_init (GalleyStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_start_page_dispose;
  widget_class->grab_focus = galley_start_page_grab_focus;
  widget_class->map = galley_start_page_map;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyStartPage, content);
  gtk_widget_class_bind_template_child (widget_class, GalleyStartPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, GalleyStartPage, recent_box);
  gtk_widget_class_bind_template_child (widget_class, GalleyStartPage, recent);

  g_type_ensure (GALLEY_TYPE_RECENT_LIST);
}

static void
galley_start_page_init (GalleyStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (
      self->recent, "notify::n-files", G_CALLBACK (on_recent_changed_cb), self, G_CONNECT_SWAPPED);
  on_recent_changed_cb (self);
}

/**
 * galley_start_page_new:
 *
 * Returns: a new start page
 */
GtkWidget *
galley_start_page_new (void)
{
  return g_object_new (GALLEY_TYPE_START_PAGE, NULL);
}
