/* galley-row-mark.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-row-mark.h"

#define SIZE 16

struct _GalleyRowMark
{
  GtkWidget parent_instance;

  GalleyStatus status;
};

G_DEFINE_FINAL_TYPE (GalleyRowMark, galley_row_mark, GTK_TYPE_WIDGET)

static void
draw_tick (cairo_t *cr)
{
  cairo_move_to (cr, 4.8, 8.3);
  cairo_line_to (cr, 7.1, 10.6);
  cairo_line_to (cr, 11.2, 5.6);
}

static void
draw_cross (cairo_t *cr)
{
  cairo_move_to (cr, 5.4, 5.4);
  cairo_line_to (cr, 10.6, 10.6);
  cairo_move_to (cr, 10.6, 5.4);
  cairo_line_to (cr, 5.4, 10.6);
}

static void
draw_pencil (cairo_t *cr)
{
  cairo_move_to (cr, 4.9, 11.1);
  cairo_line_to (cr, 5.5, 8.8);
  cairo_line_to (cr, 9.6, 4.7);
  cairo_line_to (cr, 11.3, 6.4);
  cairo_line_to (cr, 7.2, 10.5);
  cairo_close_path (cr);
}

/* A disc with the sign cut out of it, so that it reads on any background. */
static void
draw_disc (cairo_t *cr, const GdkRGBA *colour, void (*draw_sign) (cairo_t *cr))
{
  cairo_push_group (cr);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_arc (cr, SIZE / 2.0, SIZE / 2.0, 7, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_OUT);
  cairo_set_source_rgba (cr, 0, 0, 0, 1);
  draw_sign (cr);
  cairo_stroke (cr);
  cairo_pop_group_to_source (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  cairo_paint (cr);
}

static void
draw_ring (cairo_t *cr, const GdkRGBA *colour, void (*draw_sign) (cairo_t *cr))
{
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_arc (cr, SIZE / 2.0, SIZE / 2.0, 6.25, 0, 2 * G_PI);
  cairo_stroke (cr);
  if (draw_sign == NULL)
    return;
  draw_sign (cr);
  cairo_stroke (cr);
}

static void
galley_row_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GalleyRowMark *self = GALLEY_ROW_MARK (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, SIZE, SIZE);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  switch (self->status)
    {
    case GALLEY_STATUS_ACCEPTED:
      draw_disc (cr, &colour, draw_tick);
      break;
    case GALLEY_STATUS_CHANGED:
      draw_disc (cr, &colour, draw_pencil);
      break;
    case GALLEY_STATUS_REJECTED:
      draw_ring (cr, &colour, draw_cross);
      break;
    case GALLEY_STATUS_UNREVIEWED:
    default:
      draw_ring (cr, &colour, NULL);
      break;
    }
  cairo_destroy (cr);
}

static void
galley_row_mark_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
galley_row_mark_class_init (GalleyRowMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = galley_row_mark_snapshot;
  widget_class->measure = galley_row_mark_measure;
  gtk_widget_class_set_css_name (widget_class, "mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
galley_row_mark_init (GalleyRowMark *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), galley_status_to_id (self->status));
}

void
galley_row_mark_set_status (GalleyRowMark *self, GalleyStatus status)
{
  g_return_if_fail (GALLEY_IS_ROW_MARK (self));

  if (self->status == status)
    return;

  gtk_widget_remove_css_class (GTK_WIDGET (self), galley_status_to_id (self->status));
  self->status = status;
  gtk_widget_add_css_class (GTK_WIDGET (self), galley_status_to_id (status));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
