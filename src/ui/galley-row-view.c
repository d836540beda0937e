/* galley-row-view.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-row-view.h"

#include <glib/gi18n-lib.h>

#include "ui/galley-change-text.h"
#include "ui/galley-row-mark.h"
#include "ui/galley-row-text.h"

struct _GalleyRowView
{
  GtkWidget parent_instance;

  GtkWidget *body;
  GalleyRowMark *mark;
  GtkLabel *title;
  GtkLabel *place;
  GtkLabel *subtitle;
  GtkWidget *flag;
  GtkLabel *trailing;
  GtkWidget *buttons;
  GtkToggleButton *accept;
  GtkToggleButton *reject;

  GalleyRow *row;
  gulong changed_id;
};

G_DEFINE_FINAL_TYPE (GalleyRowView, galley_row_view, GTK_TYPE_WIDGET)

static void
set_class (GtkWidget *widget, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* The list's own row is what a screen reader stops at. */
static void
set_accessible_label (GalleyRowView *self, const char *label)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    label,
                                    -1);
}

/* Where a source is named first. */
static void
show_place (GalleyRowView *self, guint paragraph)
{
  /* translators: which paragraph of the article something stands in */
  g_autofree char *place = paragraph > 0 ? g_strdup_printf (_ ("¶ %u"), paragraph) : NULL;

  gtk_label_set_label (self->place, place != NULL ? place : "");
}

static void
show_heading (GalleyRowView *self)
{
  guint n_quotes = galley_row_get_room (self->row)->n_quotes;
  g_autofree char *count = g_strdup_printf (ngettext ("%u quote", "%u quotes", n_quotes), n_quotes);
  g_autofree char *spoken = g_strdup_printf (ngettext ("No source found for %u quote",
                                                       "No source found for %u quotes",
                                                       n_quotes),
                                             n_quotes);

  gtk_label_set_label (self->title, _ ("No source found"));
  gtk_label_set_label (self->subtitle, _ ("Quotes whose source is not known"));
  gtk_label_set_label (self->trailing, count);
  show_place (self, 0);
  gtk_widget_hide (self->flag);
  set_accessible_label (self, spoken);
}

static void
show_verdict (GalleyRowView *self, GalleyAnnotation *annotation)
{
  GalleyStatus status = galley_annotation_get_status (annotation);

  galley_row_mark_set_status (self->mark, status);
  gtk_toggle_button_set_active (self->accept,
                                status == GALLEY_STATUS_ACCEPTED
                                    || status == GALLEY_STATUS_CHANGED);
  gtk_toggle_button_set_active (self->reject, status == GALLEY_STATUS_REJECTED);
  set_class (GTK_WIDGET (self), "rejected", status == GALLEY_STATUS_REJECTED);
}

static void
show_annotation (GalleyRowView *self, GalleyAnnotation *annotation)
{
  GalleyReview *review = galley_row_get_review (self->row);
  const GalleyRowRoom *room = galley_row_get_room (self->row);
  gboolean nested = galley_row_get_nested (self->row);
  g_autofree char *title = galley_row_text_title (review, annotation);
  g_autofree char *subtitle = galley_row_text_subtitle (review, annotation, nested);
  g_autofree char *trailing = galley_row_text_trailing (annotation, room);
  g_autofree char *spoken = galley_row_text_accessible (review, annotation, room);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_label_set_label (self->trailing, trailing);
  gtk_widget_set_visible (self->flag, galley_annotation_is_flagged (annotation));
  show_place (self, room->paragraph);
  set_class (GTK_WIDGET (self->trailing),
             "check",
             galley_annotation_get_kind (annotation) != GALLEY_KIND_SOURCE
                 && !galley_annotation_is_clear (annotation));
  set_accessible_label (self, spoken);
  show_verdict (self, annotation);
}

static void
refresh (GalleyRowView *self)
{
  GalleyAnnotation *annotation = galley_row_get_annotation (self->row);
  gboolean heading = annotation == NULL;
  gboolean source = !heading && galley_annotation_get_kind (annotation) == GALLEY_KIND_SOURCE;

  set_class (GTK_WIDGET (self), "heading-row", heading || source);
  set_class (GTK_WIDGET (self), "nested", galley_row_get_nested (self->row));
  gtk_widget_set_opacity (GTK_WIDGET (self->mark), heading ? 0 : 1);
  gtk_widget_set_visible (self->buttons, !heading);
  if (heading)
    show_heading (self);
  else
    show_annotation (self, annotation);
}

static gboolean
on_query_tooltip_cb (GalleyRowView *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  GalleyAnnotation *annotation = self->row != NULL ? galley_row_get_annotation (self->row) : NULL;
  g_autofree char *reason =
      annotation != NULL ? galley_change_text_reason (galley_row_get_review (self->row), annotation)
                         : NULL;

  gtk_tooltip_set_text (tooltip, reason);

  return reason != NULL;
}

static void
on_accept_clicked_cb (GalleyRowView *self)
{
  GalleyAnnotation *annotation = galley_row_get_annotation (self->row);

  galley_row_press_accept (galley_row_get_review (self->row), annotation);
  show_verdict (self, annotation);
}

static void
on_reject_clicked_cb (GalleyRowView *self)
{
  GalleyAnnotation *annotation = galley_row_get_annotation (self->row);

  galley_row_press_reject (galley_row_get_review (self->row), annotation);
  show_verdict (self, annotation);
  gtk_widget_activate_action (GTK_WIDGET (self),
                              "win.ask-why",
                              "s",
                              galley_annotation_get_id (annotation));
}

static void
galley_row_view_dispose (GObject *object)
{
  GalleyRowView *self = GALLEY_ROW_VIEW (object);

  galley_row_view_set_row (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), GALLEY_TYPE_ROW_VIEW);

  G_OBJECT_CLASS (galley_row_view_parent_class)->dispose (object);
}

static void
galley_row_view_class_init (GalleyRowViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_row_view_dispose;

  g_type_ensure (GALLEY_TYPE_ROW_MARK);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-row-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyRowView, body);
  gtk_widget_class_bind_template_child (widget_class, GalleyRowView, mark);
  gtk_widget_class_bind_template_child (widget_class, GalleyRowView, title);
  gtk_widget_class_bind_template_child (widget_class, GalleyRowView, place);
  gtk_widget_class_bind_template_child (widget_class, GalleyRowView, subtitle);
  gtk_widget_class_bind_template_child (widget_class, GalleyRowView, flag);
  gtk_widget_class_bind_template_child (widget_class, GalleyRowView, trailing);
  gtk_widget_class_bind_template_child (widget_class, GalleyRowView, buttons);
  gtk_widget_class_bind_template_child (widget_class, GalleyRowView, accept);
  gtk_widget_class_bind_template_child (widget_class, GalleyRowView, reject);
  gtk_widget_class_bind_template_callback (widget_class, on_query_tooltip_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_accept_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reject_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "galley-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
galley_row_view_init (GalleyRowView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
galley_row_view_new (void)
{
  return g_object_new (GALLEY_TYPE_ROW_VIEW, NULL);
}

/**
 * galley_row_view_get_row:
 *
 * Returns: (nullable) (transfer none): what it shows
 */
GalleyRow *
galley_row_view_get_row (GalleyRowView *self)
{
  return self->row;
}

/**
 * galley_row_view_set_row:
 * @row: (nullable): what to show and follow
 */
void
galley_row_view_set_row (GalleyRowView *self, GalleyRow *row)
{
  g_return_if_fail (GALLEY_IS_ROW_VIEW (self));

  if (self->row != NULL)
    g_clear_signal_handler (&self->changed_id, self->row);
  g_set_object (&self->row, row);
  if (row == NULL)
    return;

  self->changed_id = g_signal_connect_swapped (row, "changed", G_CALLBACK (refresh), self);
  refresh (self);
}

/**
 * galley_row_view_set_editable:
 * @editable: whether verdicts can be given
 */
void
galley_row_view_set_editable (GalleyRowView *self, gboolean editable)
{
  gtk_widget_set_sensitive (self->buttons, editable);
}
