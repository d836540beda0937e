/* galley-window-find.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-window-private.h"

static void
find (GalleyWindow *self, gboolean forward)
{
  const char *text = gtk_editable_get_text (self->search_entry);
  gboolean found;

  if (galley_window_get_review (self) == NULL)
    return;

  found = text[0] == '\0' || galley_article_view_find (self->article, text, forward);
  if (found)
    gtk_widget_remove_css_class (GTK_WIDGET (self->search_entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->search_entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->search_entry),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               found ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  gtk_widget_set_visible (self->search_nothing, !found);
}

static void
on_search_changed_cb (GalleyWindow *self)
{
  find (self, TRUE);
}

static void
on_search_next_cb (GalleyWindow *self)
{
  find (self, TRUE);
}

static void
on_search_previous_cb (GalleyWindow *self)
{
  find (self, FALSE);
}

/* The keys go on working in the article, at what was found. */
static void
on_search_mode_cb (GalleyWindow *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar) && galley_window_get_review (self) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->article));
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
_galley_window_class_bind_find (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_previous_cb);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
}

void
_galley_window_add_find (GalleyWindow *self)
{
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  g_signal_connect_object (self->search_bar,
                           "notify::search-mode-enabled",
                           G_CALLBACK (on_search_mode_cb),
                           self,
                           G_CONNECT_SWAPPED);
}
