/* galley-window-find.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-window-private.h"

#include <glib/gi18n-lib.h>

static char *
dup_count (GalleyWindow *self)
{
  guint n_matches;
  guint position = galley_article_view_get_search_position (self->article, &n_matches);

  if (n_matches == 0)
    return g_strdup (_ ("Not found"));
  if (position == 0)
    return g_strdup_printf (ngettext ("%u match", "%u matches", n_matches), n_matches);
  if (n_matches == GALLEY_MOST_MATCHES)
    /* translators: which match of a search is selected, of how many that were counted */
    return g_strdup_printf (_ ("%1$u of %2$u or more"), position, n_matches);

  /* translators: which match of a search is selected, of how many */
  return g_strdup_printf (_ ("%1$u of %2$u"), position, n_matches);
}

static void
show_count (GalleyWindow *self, gboolean searched, gboolean found)
{
  g_autofree char *line = searched ? dup_count (self) : g_strdup ("");

  if (found)
    gtk_widget_remove_css_class (GTK_WIDGET (self->search_entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->search_entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->search_entry),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               found ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  gtk_label_set_label (self->search_count, line);
}

static void
find (GalleyWindow *self, gboolean forward)
{
  const char *text = gtk_editable_get_text (self->search_entry);
  gboolean searched = text[0] != '\0';

  if (galley_window_get_review (self) == NULL)
    return;

  galley_article_view_set_search (self->article, text);
  show_count (self, searched, !searched || galley_article_view_find (self->article, text, forward));
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
  if (gtk_search_bar_get_search_mode (self->search_bar) || galley_window_get_review (self) == NULL)
    return;

  galley_article_view_set_search (self->article, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->article));
}

/* What was looked for last is offered again, selected, so that typing replaces it. */
static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);
  const char *text = gtk_editable_get_text (self->search_entry);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  galley_article_view_set_search (self->article, text);
  show_count (self, text[0] != '\0', TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* Looks on for what was looked for last; asks for it where that was nothing. */
static void
find_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);

  if (gtk_editable_get_text (self->search_entry)[0] == '\0')
    gtk_widget_activate_action (widget, "win.find", NULL);
  else
    {
      gtk_search_bar_set_search_mode (self->search_bar, TRUE);
      find (self, g_str_equal (name, "win.find-next"));
    }
}

void
_galley_window_class_bind_find (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_previous_cb);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.find-next", NULL, find_again_action);
  gtk_widget_class_install_action (widget_class, "win.find-previous", NULL, find_again_action);
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
