/* galley-filter-popover.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-filter-popover.h"

#include "ui/galley-filter-facet.h"
#include "ui/galley-filter-text.h"

struct _GalleyFilterPopover
{
  GtkPopover parent_instance;

  GtkEditable *words;
  GtkLabel *count;
  GtkWidget *clear;
  GtkBox *facets; /* of a GalleyFilterFacet each */

  GalleyFilter *filter;
  gboolean updating;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (GalleyFilterPopover, galley_filter_popover, GTK_TYPE_POPOVER)

static guint signals[N_SIGNALS];

/* Takes @filter. */
static void
ask_for (GalleyFilterPopover *self, GalleyFilter *filter)
{
  if (!galley_filter_equal (filter, self->filter))
    g_signal_emit (self, signals[CHANGED], 0, filter);
  galley_filter_free (filter);
}

static void
on_words_changed_cb (GalleyFilterPopover *self)
{
  GalleyFilter *filter;

  if (self->updating)
    return;

  filter = galley_filter_copy (self->filter);
  galley_filter_set_words (filter, gtk_editable_get_text (self->words));
  ask_for (self, filter);
}

static void
on_toggled_cb (GalleyFilterPopover *self,
               const char *value,
               gboolean active,
               GalleyFilterFacet *facet)
{
  GalleyFilter *filter = galley_filter_copy (self->filter);

  galley_filter_set (filter, galley_filter_facet_get_facet (facet), value, active);
  ask_for (self, filter);
}

static void
on_stop_search_cb (GalleyFilterPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
galley_filter_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_FILTER_POPOVER);

  G_OBJECT_CLASS (galley_filter_popover_parent_class)->dispose (object);
}

static void
galley_filter_popover_finalize (GObject *object)
{
  galley_filter_free (GALLEY_FILTER_POPOVER (object)->filter);

  G_OBJECT_CLASS (galley_filter_popover_parent_class)->finalize (object);
}

static void
galley_filter_popover_class_init (GalleyFilterPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = galley_filter_popover_dispose;
  object_class->finalize = galley_filter_popover_finalize;

  signals[CHANGED] = g_signal_new ("changed",
                                   GALLEY_TYPE_FILTER_POPOVER,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   GALLEY_TYPE_FILTER);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyFilterPopover, words);
  gtk_widget_class_bind_template_child (widget_class, GalleyFilterPopover, count);
  gtk_widget_class_bind_template_child (widget_class, GalleyFilterPopover, clear);
  gtk_widget_class_bind_template_child (widget_class, GalleyFilterPopover, facets);
  gtk_widget_class_bind_template_callback (widget_class, on_words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
}

static void
galley_filter_popover_init (GalleyFilterPopover *self)
{
  self->filter = galley_filter_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < GALLEY_N_FACETS; i++)
    {
      GtkWidget *facet = galley_filter_facet_new ((GalleyFacet) i);

      gtk_widget_hide (facet);
      gtk_box_append (self->facets, facet);
      g_signal_connect_object (
          facet, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);
    }
}

/* Typing must not be disturbed by its own effect. */
static void
show_words (GalleyFilterPopover *self, const char *words)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->words)));

  if (!g_str_equal (typed, words != NULL ? words : ""))
    gtk_editable_set_text (self->words, words != NULL ? words : "");
}

/**
 * galley_filter_popover_update:
 * @filter: what is asked for now
 * @counts: of @filter in @review
 */
void
galley_filter_popover_update (GalleyFilterPopover *self,
                              GalleyReview *review,
                              const GalleyFilter *filter,
                              const GalleyFilterCounts *counts)
{
  GalleyFilter *before = self->filter;
  g_autofree char *count = galley_filter_text_count (counts);

  self->filter = galley_filter_copy (filter);
  galley_filter_free (before);

  self->updating = TRUE;
  show_words (self, galley_filter_get_words (filter));
  gtk_label_set_label (self->count, count);
  gtk_widget_set_sensitive (self->clear, !galley_filter_is_empty (filter));
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->facets)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GalleyFilterFacet *facet = GALLEY_FILTER_FACET (child);

      galley_filter_facet_update (facet,
                                  review,
                                  counts->values[galley_filter_facet_get_facet (facet)]);
    }
  self->updating = FALSE;
}

void
galley_filter_popover_focus_words (GalleyFilterPopover *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}
