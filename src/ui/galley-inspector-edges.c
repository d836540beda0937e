/* galley-inspector-edges.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-inspector-edges.h"

#include "ui/galley-edges.h"

/* Where a part of an annotation starts and ends: moved by steps, or taken from what is selected in
 * the text. */
struct _GalleyInspectorEdges
{
  GalleyInspectorSection parent_instance;

  GtkWidget *steps;
  GtkDropDown *unit;
  guint part;
};

G_DEFINE_FINAL_TYPE (GalleyInspectorEdges, galley_inspector_edges, GALLEY_TYPE_INSPECTOR_SECTION)

static void
move (GalleyInspectorSection *section, gboolean start_edge, int steps)
{
  GalleyInspectorEdges *self = GALLEY_INSPECTOR_EDGES (section);
  GalleyReview *review = galley_inspector_section_get_review (section);
  GalleyDetails *details = galley_inspector_section_edit (section);

  if (self->part < galley_spans_length (details->spans)
      && galley_edges_move_part (galley_review_get_article (review),
                                 details->spans,
                                 self->part,
                                 start_edge,
                                 steps,
                                 (GalleyEdgeUnit) gtk_drop_down_get_selected (self->unit)))
    galley_inspector_section_commit_joined (section, details, "edges", GALLEY_JOIN_QUICK);
  else
    galley_details_unref (details);
}

static void
on_start_back_cb (GalleyInspectorSection *section)
{
  move (section, TRUE, -1);
}

static void
on_start_forward_cb (GalleyInspectorSection *section)
{
  move (section, TRUE, 1);
}

static void
on_end_back_cb (GalleyInspectorSection *section)
{
  move (section, FALSE, -1);
}

static void
on_end_forward_cb (GalleyInspectorSection *section)
{
  move (section, FALSE, 1);
}

static void
galley_inspector_edges_refresh (GalleyInspectorSection *section,
                                GalleyReview *review,
                                GalleyAnnotation *annotation)
{
  GalleyInspectorEdges *self = GALLEY_INSPECTOR_EDGES (section);
  GArray *spans = galley_annotation_get_details (annotation)->spans;

  gtk_widget_set_visible (self->steps, galley_spans_length (spans) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->unit), galley_spans_length (spans) > 0);
}

static void
galley_inspector_edges_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_INSPECTOR_EDGES);

  G_OBJECT_CLASS (galley_inspector_edges_parent_class)->dispose (object);
}

static void
galley_inspector_edges_class_init (GalleyInspectorEdgesClass *klass)
{
  GalleyInspectorSectionClass *section_class = GALLEY_INSPECTOR_SECTION_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_inspector_edges_dispose;
  section_class->refresh = galley_inspector_edges_refresh;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-inspector-edges.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorEdges, steps);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorEdges, unit);
  gtk_widget_class_bind_template_callback (widget_class, on_start_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_start_forward_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_end_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_end_forward_cb);
}

static void
galley_inspector_edges_init (GalleyInspectorEdges *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_selected (self->unit, GALLEY_EDGE_WORD);
}

/**
 * galley_inspector_edges_set_part:
 * @part: the one whose edges are moved
 */
void
galley_inspector_edges_set_part (GalleyInspectorEdges *self, guint part)
{
  self->part = part;
}
