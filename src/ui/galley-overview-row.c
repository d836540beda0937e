/* galley-overview-row.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-overview-row.h"

#include <glib/gi18n-lib.h>

#include "ui/galley-row-mark.h"

struct _GalleyOverviewRow
{
  GtkListBoxRow parent_instance;

  GalleyPatternBar *swatch;
  GalleyRowMark *mark;
  GtkLabel *title;
  GtkLabel *subtitle;
  GalleyPatternBar *bar;
  GtkLabel *trailing;
  GtkLabel *paragraph;

  GalleyAnnotation *annotation;
  GalleySpan place;
};

G_DEFINE_FINAL_TYPE (GalleyOverviewRow, galley_overview_row, GTK_TYPE_LIST_BOX_ROW)

static void
galley_overview_row_dispose (GObject *object)
{
  g_clear_object (&GALLEY_OVERVIEW_ROW (object)->annotation);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_OVERVIEW_ROW);

  G_OBJECT_CLASS (galley_overview_row_parent_class)->dispose (object);
}

static void
galley_overview_row_class_init (GalleyOverviewRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_overview_row_dispose;

  g_type_ensure (GALLEY_TYPE_PATTERN_BAR);
  g_type_ensure (GALLEY_TYPE_ROW_MARK);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-overview-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyOverviewRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, GalleyOverviewRow, mark);
  gtk_widget_class_bind_template_child (widget_class, GalleyOverviewRow, title);
  gtk_widget_class_bind_template_child (widget_class, GalleyOverviewRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, GalleyOverviewRow, bar);
  gtk_widget_class_bind_template_child (widget_class, GalleyOverviewRow, trailing);
  gtk_widget_class_bind_template_child (widget_class, GalleyOverviewRow, paragraph);
}

static void
galley_overview_row_init (GalleyOverviewRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
galley_overview_row_new (void)
{
  return g_object_new (GALLEY_TYPE_OVERVIEW_ROW, NULL);
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_status (GalleyOverviewRow *self, const GalleyOverviewLine *line)
{
  gtk_widget_set_visible (GTK_WIDGET (self->mark), line->judged);
  if (line->judged)
    galley_row_mark_set_status (self->mark, galley_annotation_get_status (line->annotation));
}

static void
show_bars (GalleyOverviewRow *self, const GalleyOverviewLine *line)
{
  gtk_widget_set_visible (GTK_WIDGET (self->swatch), line->swatch);
  if (line->swatch)
    galley_pattern_bar_set_share (self->swatch, 1, line->pattern);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), line->share >= 0);
  if (line->share >= 0)
    galley_pattern_bar_set_share (self->bar, line->share, line->pattern);
}

/**
 * galley_overview_row_show_line:
 * @line: what to show from now on, copied
 */
void
galley_overview_row_show_line (GalleyOverviewRow *self, const GalleyOverviewLine *line)
{
  gboolean leads = line->annotation != NULL || line->place.end > line->place.start;
  /* translators: which paragraph of the article something stands in */
  g_autofree char *paragraph =
      line->paragraph > 0 ? g_strdup_printf (_ ("¶ %u"), line->paragraph) : NULL;
  g_autofree char *spoken = galley_overview_line_speak (line);

  g_return_if_fail (GALLEY_IS_OVERVIEW_ROW (self));

  g_set_object (&self->annotation, line->annotation);
  self->place = line->place;
  gtk_label_set_label (self->title, line->title);
  show_text (self->subtitle, line->subtitle);
  show_text (self->trailing, line->trailing);
  gtk_label_set_label (self->paragraph, paragraph != NULL ? paragraph : "");
  show_status (self, line);
  show_bars (self, line);
  if (line->nested)
    gtk_widget_add_css_class (GTK_WIDGET (self), "nested");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "nested");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), leads);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/**
 * galley_overview_row_get_annotation:
 *
 * Returns: (nullable) (transfer none): where the line leads
 */
GalleyAnnotation *
galley_overview_row_get_annotation (GalleyOverviewRow *self)
{
  return self->annotation;
}

/**
 * galley_overview_row_get_place:
 *
 * Returns: where it leads if to no annotation, in code points; empty if nowhere
 */
GalleySpan
galley_overview_row_get_place (GalleyOverviewRow *self)
{
  return self->place;
}
