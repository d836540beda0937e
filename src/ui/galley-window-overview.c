/* galley-window-overview.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-window-private.h"

/* A line of the overview was followed: to its passage in the article. F9 leads back to the line. */
static void
on_overview_activated_cb (GalleyWindow *self, GalleyAnnotation *annotation, guint start, guint end)
{
  _galley_window_show_overview (self, FALSE);
  if (annotation == NULL)
    {
      galley_article_view_select_range (self->article, start, end);
      return;
    }

  galley_window_set_selected (self, annotation);
  galley_article_view_scroll_to (self->article, annotation);
}

void
_galley_window_class_bind_overview (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, overview);
  gtk_widget_class_bind_template_callback (widget_class, on_overview_activated_cb);
  gtk_widget_class_install_property_action (widget_class, "win.overview", "overview");
}

/* Shows the overview in place of the article, or the article again. */
void
_galley_window_show_overview (GalleyWindow *self, gboolean shown)
{
  if (self->overview_shown == shown)
    return;

  galley_inspector_flush (self->inspector);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  self->overview_shown = shown;
  _galley_window_update (self);
  gtk_widget_grab_focus (shown ? GTK_WIDGET (self->overview) : GTK_WIDGET (self->article));
  g_object_notify (G_OBJECT (self), "overview");
}
