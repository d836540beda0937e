/* galley-filter-bar.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-filter-bar.h"

#include "ui/galley-filter-text.h"

struct _GalleyFilterBar
{
  GtkWidget parent_instance;

  GtkWidget *layout;
  GtkLabel *count;
  GtkLabel *description;
};

G_DEFINE_FINAL_TYPE (GalleyFilterBar, galley_filter_bar, GTK_TYPE_WIDGET)

static void
galley_filter_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_FILTER_BAR);

  G_OBJECT_CLASS (galley_filter_bar_parent_class)->dispose (object);
}

static void
galley_filter_bar_class_init (GalleyFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_filter_bar_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyFilterBar, layout);
  gtk_widget_class_bind_template_child (widget_class, GalleyFilterBar, count);
  gtk_widget_class_bind_template_child (widget_class, GalleyFilterBar, description);
  gtk_widget_class_set_css_name (widget_class, "filter-bar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
galley_filter_bar_init (GalleyFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * galley_filter_bar_update:
 * @filter: what is asked for now
 * @counts: of @filter in @review
 */
void
galley_filter_bar_update (GalleyFilterBar *self,
                          GalleyReview *review,
                          const GalleyFilter *filter,
                          const GalleyFilterCounts *counts)
{
  g_autofree char *count = galley_filter_text_count (counts);
  g_autofree char *description = galley_filter_text_describe (review, filter);

  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->description, description);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->description), description);
}

/**
 * galley_filter_bar_get_count:
 *
 * Returns: (transfer none): how many are shown, as the bar says it
 */
const char *
galley_filter_bar_get_count (GalleyFilterBar *self)
{
  return gtk_label_get_label (self->count);
}
