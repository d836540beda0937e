/* galley-filter-facet.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-filter-facet.h"

#include <glib/gi18n-lib.h>

#include "ui/galley-filter-text.h"

/* A list longer than this is no longer read; words shorten it. */
#define MAX_VALUES 50
#define VALUE_KEY  "galley-value"

struct _GalleyFilterFacet
{
  GtkWidget parent_instance;

  GtkWidget *expander;
  GtkWidget *box; /* of a GtkCheckButton a value */

  GalleyFacet facet;
  gboolean updating;
};

enum
{
  TOGGLED,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (GalleyFilterFacet, galley_filter_facet, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static void
on_toggled_cb (GalleyFilterFacet *self, GtkCheckButton *button)
{
  if (!self->updating)
    g_signal_emit (self,
                   signals[TOGGLED],
                   0,
                   g_object_get_data (G_OBJECT (button), VALUE_KEY),
                   gtk_check_button_get_active (button));
}

static void
galley_filter_facet_dispose (GObject *object)
{
  GalleyFilterFacet *self = GALLEY_FILTER_FACET (object);

  g_clear_pointer (&self->expander, gtk_widget_unparent);
  self->box = NULL;

  G_OBJECT_CLASS (galley_filter_facet_parent_class)->dispose (object);
}

static void
galley_filter_facet_class_init (GalleyFilterFacetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_filter_facet_dispose;

  signals[TOGGLED] = g_signal_new ("toggled",
                                   GALLEY_TYPE_FILTER_FACET,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   2,
                                   G_TYPE_STRING,
                                   G_TYPE_BOOLEAN);

  gtk_widget_class_set_css_name (widget_class, "filter-facet");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
galley_filter_facet_init (GalleyFilterFacet *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->expander = gtk_expander_new (NULL);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), self->box);
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
}

/**
 * galley_filter_facet_new:
 * @facet: whose values it shows; those with few are open from the start
 */
GtkWidget *
galley_filter_facet_new (GalleyFacet facet)
{
  GalleyFilterFacet *self = g_object_new (GALLEY_TYPE_FILTER_FACET, NULL);

  self->facet = facet;
  gtk_expander_set_label (GTK_EXPANDER (self->expander), galley_filter_text_facet (facet));
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), facet <= GALLEY_FACET_STRENGTH);

  return GTK_WIDGET (self);
}

GalleyFacet
galley_filter_facet_get_facet (GalleyFilterFacet *self)
{
  return self->facet;
}

static GtkWidget *
new_button (GalleyFilterFacet *self, const char *value)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "count");
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), count);
  gtk_widget_set_hexpand (line, TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), line);
  g_object_set_data_full (G_OBJECT (button), VALUE_KEY, g_strdup (value), g_free);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
show_value (GtkWidget *button,
            GalleyReview *review,
            GalleyFacet facet,
            const GalleyFilterValue *value)
{
  GtkWidget *line = gtk_check_button_get_child (GTK_CHECK_BUTTON (button));
  g_autofree char *label = galley_filter_text_value (review, facet, value->value);
  g_autofree char *count = g_strdup_printf ("%u", value->n);
  /* translators: a value of a filter and how many marks have it, as a screen reader says it */
  g_autofree char *spoken = g_strdup_printf (_ ("%1$s, %2$u"), label, value->n);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (line)), label);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (line)), count);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), value->chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken,
                                  -1);
}

/* Whether the buttons are those of @values, so that only what they say has to change: the one with
 * the keyboard stays. */
static gboolean
has_values (GalleyFilterFacet *self, GPtrArray *values, guint n_values)
{
  GtkWidget *button = gtk_widget_get_first_child (self->box);

  for (guint i = 0; i < n_values; i++, button = gtk_widget_get_next_sibling (button))
    {
      const GalleyFilterValue *value = values->pdata[i];

      if (button == NULL
          || g_strcmp0 (g_object_get_data (G_OBJECT (button), VALUE_KEY), value->value) != 0)
        return FALSE;
    }

  return button == NULL;
}

static void
rebuild (GalleyFilterFacet *self, GPtrArray *values, guint n_values)
{
  GtkWidget *button;

  while ((button = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), button);
  for (guint i = 0; i < n_values; i++)
    {
      const GalleyFilterValue *value = values->pdata[i];

      gtk_box_append (GTK_BOX (self->box), new_button (self, value->value));
    }
}

/**
 * galley_filter_facet_update:
 * @values: (element-type GalleyFilterValue): what there is to choose
 */
void
galley_filter_facet_update (GalleyFilterFacet *self, GalleyReview *review, GPtrArray *values)
{
  guint n_values = MIN (values->len, MAX_VALUES);
  GtkWidget *button;

  self->updating = TRUE;
  if (!has_values (self, values, n_values))
    rebuild (self, values, n_values);
  button = gtk_widget_get_first_child (self->box);
  for (guint i = 0; i < n_values; i++, button = gtk_widget_get_next_sibling (button))
    {
      const GalleyFilterValue *value = values->pdata[i];

      show_value (button, review, self->facet, value);
      if (value->chosen)
        gtk_expander_set_expanded (GTK_EXPANDER (self->expander), TRUE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n_values > 0);
  self->updating = FALSE;
}
