/* galley-sidebar-filter.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-sidebar-private.h"

/* Before the next frame is laid out (GTK lays out at +10), after the events that changed things. */
#define UPDATE_PRIORITY (G_PRIORITY_HIGH_IDLE + 5)

/* Counting looks at every annotation: not where nobody sees the outcome. */
void
_galley_sidebar_update_filter (GalleySidebar *self)
{
  gboolean on = !galley_filter_is_empty (self->filter);
  g_autoptr (GalleyFilterCounts) counts = NULL;

  g_clear_handle_id (&self->filter_id, g_source_remove);
  g_clear_pointer (&self->counts, galley_filter_counts_free);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_bar), on && self->review != NULL);
  if (self->review != NULL && (on || gtk_widget_get_mapped (GTK_WIDGET (self->filter_popover))))
    {
      counts = galley_filter_count (self->filter, self->review);
      galley_filter_popover_update (self->filter_popover, self->review, self->filter, counts);
      galley_filter_bar_update (self->filter_bar, self->review, self->filter, counts);
    }
  if (on)
    self->counts = g_steal_pointer (&counts);
  _galley_sidebar_update_tabs (self);
}

static gboolean
on_update_filter_cb (gpointer data)
{
  GalleySidebar *self = data;

  self->filter_id = 0;
  _galley_sidebar_update_filter (self);

  return G_SOURCE_REMOVE;
}

void
_galley_sidebar_queue_update_filter (GalleySidebar *self)
{
  if (self->filter_id == 0)
    self->filter_id = g_idle_add_full (UPDATE_PRIORITY, on_update_filter_cb, self, NULL);
}

static void
on_filter_changed_cb (GalleySidebar *self, const GalleyFilter *filter)
{
  galley_sidebar_set_filter (self, filter);
}

/* Lest the space bar, which skips, open it again. */
static void
on_filter_closed_cb (GalleySidebar *self)
{
  galley_sidebar_focus_list (self);
}

static void
clear_filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  galley_sidebar_set_filter (GALLEY_SIDEBAR (widget), NULL);
}

/**
 * galley_sidebar_get_filter:
 *
 * Returns: (transfer none): what the lists show
 */
const GalleyFilter *
galley_sidebar_get_filter (GalleySidebar *self)
{
  return self->filter;
}

/* A page that has nothing of its kind to show gives way to one that has. */
static void
open_page_with_rows (GalleySidebar *self)
{
  if (self->counts == NULL || self->counts->shown[self->kind] > 0)
    return;

  for (guint kind = 0; kind < GALLEY_N_KINDS; kind++)
    {
      if (self->counts->shown[kind] > 0)
        {
          galley_sidebar_set_page (self, (GalleyKind) kind);
          return;
        }
    }
}

/**
 * galley_sidebar_set_filter:
 * @filter: (nullable): what the lists are to show; %NULL is all
 *
 * Only the open page is filtered at once, since somebody may be typing: the others take the filter
 * over when they are opened.
 */
void
galley_sidebar_set_filter (GalleySidebar *self, const GalleyFilter *filter)
{
  g_autoptr (GalleyFilter) wanted = NULL;

  g_return_if_fail (GALLEY_IS_SIDEBAR (self));

  wanted = filter != NULL ? galley_filter_copy (filter) : galley_filter_new ();
  if (galley_filter_equal (self->filter, wanted))
    return;

  galley_filter_free (self->filter);
  self->filter = g_steal_pointer (&wanted);
  galley_sidebar_page_set_filter (self->page[self->kind], self->filter);
  _galley_sidebar_update_filter (self);
  open_page_with_rows (self);
  _galley_sidebar_notify_filter (self);
}

/**
 * galley_sidebar_focus_filter:
 *
 * Opens the filter and puts the caret into it.
 */
void
galley_sidebar_focus_filter (GalleySidebar *self)
{
  g_return_if_fail (GALLEY_IS_SIDEBAR (self));

  gtk_menu_button_popup (self->filter_button);
  galley_filter_popover_focus_words (self->filter_popover);
}

void
_galley_sidebar_class_bind_filter (GtkWidgetClass *widget_class)
{
  g_type_ensure (GALLEY_TYPE_FILTER_BAR);
  g_type_ensure (GALLEY_TYPE_FILTER_POPOVER);
  gtk_widget_class_bind_template_child (widget_class, GalleySidebar, filter_button);
  gtk_widget_class_bind_template_child (widget_class, GalleySidebar, filter_popover);
  gtk_widget_class_bind_template_child (widget_class, GalleySidebar, filter_bar);
  gtk_widget_class_bind_template_callback_full (widget_class,
                                                "update_filter",
                                                G_CALLBACK (_galley_sidebar_update_filter));
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_closed_cb);
  gtk_widget_class_install_action (widget_class, "sidebar.clear-filter", NULL, clear_filter_action);
}
