/* galley-article-handles.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-article-handles.h"

#include <math.h>

#include "ui/galley-article-text-private.h"

/* Half the width in which a pointer takes a handle: 24 pixels, as WCAG 2.2 (2.5.8) asks of a
 * target. */
#define REACH       12
#define KNOB_RADIUS 5
#define KNOB_RING   2
#define STEM_WIDTH  2

/* How much of the kind's colour lies behind what would be marked. */
#define PREVIEW_ALPHA 0.3

struct _GalleyArticleHandles
{
  gboolean shown;
  gboolean hovered;
  GalleyHandle hover;

  /* While an edge is being dragged */
  GArray *spans;
  GalleyHandle taken;
  double grip_x; /* from the edge to where it was taken */
  double grip_y;
};

GalleyArticleHandles *
galley_article_handles_new (void)
{
  return g_new0 (GalleyArticleHandles, 1);
}

void
galley_article_handles_free (GalleyArticleHandles *self)
{
  g_clear_pointer (&self->spans, g_array_unref);
  g_free (self);
}

static GArray *
get_spans (GalleyArticleText *text)
{
  if (text->handles->spans != NULL)
    return text->handles->spans;

  return galley_annotation_get_details (text->selected)->spans;
}

static gboolean
are_shown (GalleyArticleText *text)
{
  return text->handles->shown && text->review != NULL && text->selected != NULL;
}

/* The line at an edge, without width, in buffer coordinates: the leading side of the first
 * character, the trailing one of the last. */
static void
locate (GalleyArticleText *text, guint offset, gboolean start_edge, GdkRectangle *place)
{
  GtkTextIter iter;

  galley_article_text_get_iter (text, start_edge ? offset : offset - 1, &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (text), &iter, place);
  if (!start_edge)
    place->x += place->width;
  place->width = 0;
}

static guint
offset_of (GArray *spans, const GalleyHandle *handle)
{
  const GalleySpan *span = galley_spans_get (spans, handle->part);

  return handle->start_edge ? span->start : span->end;
}

/* The stored code points that are seen, so that a source with a thousand mentions costs no more
 * than one with three. */
static void
get_seen (GalleyArticleText *text, guint *start, guint *end)
{
  GtkTextView *view = GTK_TEXT_VIEW (text);
  GdkRectangle seen;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (view, &seen);
  gtk_text_view_get_line_at_y (view, &iter, seen.y, NULL);
  *start = galley_article_text_get_offset (text, &iter);
  gtk_text_view_get_line_at_y (view, &iter, seen.y + seen.height, NULL);
  gtk_text_iter_forward_to_line_end (&iter);
  *end = galley_article_text_get_offset (text, &iter);
}

typedef void (*HandleFunc) (GalleyArticleText *text,
                            const GalleyHandle *handle,
                            const GdkRectangle *place,
                            gpointer user_data);

static void
for_each_seen (GalleyArticleText *text, HandleFunc func, gpointer user_data)
{
  GArray *spans = get_spans (text);
  guint start, end;

  get_seen (text, &start, &end);
  for (guint i = 0; i < galley_spans_length (spans); i++)
    {
      const GalleySpan *span = galley_spans_get (spans, i);

      if (span->end < start || span->start > end)
        continue;
      for (guint edge = 0; edge < 2; edge++)
        {
          GalleyHandle handle = { i, edge == 0 };
          GdkRectangle place;

          locate (text, offset_of (spans, &handle), handle.start_edge, &place);
          func (text, &handle, &place, user_data);
        }
    }
}

static void
redraw (GalleyArticleText *text)
{
  gtk_widget_queue_draw (GTK_WIDGET (text));
}

/**
 * galley_article_handles_set_shown:
 * @shown: whether edges can be moved at all
 */
void
galley_article_handles_set_shown (GalleyArticleText *text, gboolean shown)
{
  if (text->handles->shown == shown)
    return;

  text->handles->shown = shown;
  redraw (text);
}

typedef struct
{
  int x; /* in buffer coordinates */
  int y;
  double distance;
  GalleyHandle handle;
} Search;

/* Of two handles within reach the nearer one; where a mark is narrow, its start is taken at the top
 * and its end at the foot. */
static void
consider (GalleyArticleText *text,
          const GalleyHandle *handle,
          const GdkRectangle *place,
          gpointer user_data)
{
  Search *search = user_data;
  int top = place->y - (handle->start_edge ? 2 * KNOB_RADIUS : 0);
  int foot = place->y + place->height + (handle->start_edge ? 0 : 2 * KNOB_RADIUS);
  int knob = handle->start_edge ? top : foot;
  double distance;

  if (ABS (search->x - place->x) > REACH || search->y < top || search->y > foot)
    return;
  distance = hypot (search->x - place->x, (search->y - knob) / 4.0);
  if (distance >= search->distance)
    return;

  search->distance = distance;
  search->handle = *handle;
}

/**
 * galley_article_handles_find:
 * @x: in the widget's coordinates
 * @y: in the widget's coordinates
 * @handle: (out): the one there
 *
 * Returns: whether there is one
 */
gboolean
galley_article_handles_find (GalleyArticleText *text, double x, double y, GalleyHandle *handle)
{
  Search search = { .distance = G_MAXDOUBLE };

  if (!are_shown (text))
    return FALSE;

  gtk_text_view_window_to_buffer_coords (
      GTK_TEXT_VIEW (text), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &search.x, &search.y);
  for_each_seen (text, consider, &search);
  *handle = search.handle;

  return search.distance < G_MAXDOUBLE;
}

/**
 * galley_article_handles_hover:
 * @handle: (nullable): the one under the pointer
 */
void
galley_article_handles_hover (GalleyArticleText *text, const GalleyHandle *handle)
{
  GalleyArticleHandles *self = text->handles;
  gboolean hovered = handle != NULL;

  if (hovered == self->hovered
      && (!hovered
          || (handle->part == self->hover.part && handle->start_edge == self->hover.start_edge)))
    return;

  self->hovered = hovered;
  if (hovered)
    self->hover = *handle;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (text), hovered ? "col-resize" : "text");
  redraw (text);
}

/**
 * galley_article_handles_locate:
 * @place: (out): the line at the edge, in the widget's coordinates
 *
 * Returns: %FALSE where there is no such handle
 */
gboolean
galley_article_handles_locate (GalleyArticleText *text,
                               const GalleyHandle *handle,
                               GdkRectangle *place)
{
  GArray *spans;

  if (!are_shown (text))
    return FALSE;
  spans = get_spans (text);
  if (handle->part >= galley_spans_length (spans))
    return FALSE;

  locate (text, offset_of (spans, handle), handle->start_edge, place);
  gtk_text_view_buffer_to_window_coords (
      GTK_TEXT_VIEW (text), GTK_TEXT_WINDOW_WIDGET, place->x, place->y, &place->x, &place->y);

  return TRUE;
}

/**
 * galley_article_handles_take:
 * @x: where the pointer took it, in the widget's coordinates
 *
 * Begins to drag an edge. Nothing changes before galley_article_handles_release().
 */
void
galley_article_handles_take (GalleyArticleText *text,
                             const GalleyHandle *handle,
                             double x,
                             double y)
{
  GalleyArticleHandles *self = text->handles;
  GdkRectangle place;

  if (!galley_article_handles_locate (text, handle, &place))
    return;

  self->taken = *handle;
  self->grip_x = x - place.x;
  self->grip_y = y - (place.y + place.height / 2);
  self->spans = galley_spans_copy (get_spans (text));
  redraw (text);
}

gboolean
galley_article_handles_is_dragging (GalleyArticleText *text)
{
  return text->handles->spans != NULL;
}

static guint
get_offset_at (GalleyArticleText *text, double x, double y)
{
  GtkTextView *view = GTK_TEXT_VIEW (text);
  GtkTextIter iter;
  int buffer_x, buffer_y, trailing;

  gtk_text_view_window_to_buffer_coords (
      view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_position (view, &iter, &trailing, buffer_x, buffer_y);
  gtk_text_iter_forward_chars (&iter, trailing);

  return galley_article_text_get_offset (text, &iter);
}

/* A drag to the border of the page goes on beyond it. */
static void
scroll_along (GalleyArticleText *text)
{
  GtkTextIter iter;

  galley_article_text_get_iter (text,
                                offset_of (text->handles->spans, &text->handles->taken),
                                &iter);
  gtk_text_view_scroll_to_iter (GTK_TEXT_VIEW (text), &iter, 0.02, FALSE, 0, 0);
}

/**
 * galley_article_handles_drag:
 * @x: where the pointer is now, in the widget's coordinates
 * @unit: between which stops the edge snaps
 *
 * Shows what would be marked.
 */
void
galley_article_handles_drag (GalleyArticleText *text, double x, double y, GalleyEdgeUnit unit)
{
  GalleyArticleHandles *self = text->handles;
  guint offset;

  if (self->spans == NULL)
    return;

  offset = get_offset_at (text, x - self->grip_x, y - self->grip_y);
  if (!galley_edges_place_part (galley_review_get_article (text->review),
                                self->spans,
                                self->taken.part,
                                self->taken.start_edge,
                                offset,
                                unit))
    return;

  scroll_along (text);
  redraw (text);
}

/**
 * galley_article_handles_release:
 *
 * Ends the drag.
 *
 * Returns: (transfer full) (nullable) (element-type GalleySpan): what was marked in the end
 */
GArray *
galley_article_handles_release (GalleyArticleText *text)
{
  redraw (text);

  return g_steal_pointer (&text->handles->spans);
}

typedef struct
{
  GtkSnapshot *snapshot;
  GdkRGBA paper;
  GdkRGBA colour;
  guint part; /* the one the keys move */
} Brush;

static void
draw_disc (Brush *self, float x, float y, float radius, const GdkRGBA *colour)
{
  graphene_rect_t box = GRAPHENE_RECT_INIT (x - radius, y - radius, 2 * radius, 2 * radius);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &box, radius);
  gtk_snapshot_push_rounded_clip (self->snapshot, &outline);
  gtk_snapshot_append_color (self->snapshot, colour, &box);
  gtk_snapshot_pop (self->snapshot);
}

/* A stem at the edge with a knob, above the start and below the end; set off by a ring of paper.
 * Hollow where the keys move another part. */
static void
draw_handle (GalleyArticleText *text,
             const GalleyHandle *handle,
             const GdkRectangle *place,
             gpointer user_data)
{
  GalleyArticleHandles *self = text->handles;
  Brush *brush = user_data;
  gboolean held = self->spans != NULL ? handle->part == self->taken.part
                                            && handle->start_edge == self->taken.start_edge
                                      : self->hovered && handle->part == self->hover.part
                                            && handle->start_edge == self->hover.start_edge;
  float radius = held ? KNOB_RADIUS + 1.5f : KNOB_RADIUS;
  float x = (float) place->x;
  float top = (float) place->y;
  float foot = top + (float) place->height;
  float knob = handle->start_edge ? top - 2 : foot + 2;

  gtk_snapshot_append_color (
      brush->snapshot,
      &brush->colour,
      &GRAPHENE_RECT_INIT (x - STEM_WIDTH / 2.0f, top, STEM_WIDTH, foot - top));
  draw_disc (brush, x, knob, radius + KNOB_RING, &brush->paper);
  draw_disc (brush, x, knob, radius, &brush->colour);
  if (!held && handle->part != brush->part)
    draw_disc (brush, x, knob, radius - KNOB_RING, &brush->paper);
}

/* Colours the lines of text between two offsets. */
static void
wash (GalleyArticleText *text, GtkSnapshot *snapshot, const GalleySpan *span, const GdkRGBA *colour)
{
  GtkTextView *view = GTK_TEXT_VIEW (text);
  GtkTextIter iter;
  GtkTextIter end;

  galley_article_text_get_iter (text, span->start, &iter);
  galley_article_text_get_iter (text, span->end, &end);
  while (gtk_text_iter_compare (&iter, &end) < 0)
    {
      GtkTextIter stop = iter;
      GdkRectangle first, last;

      gtk_text_view_forward_display_line_end (view, &stop);
      if (gtk_text_iter_compare (&stop, &end) > 0 || gtk_text_iter_equal (&stop, &iter))
        stop = end;
      gtk_text_view_get_iter_location (view, &iter, &first);
      gtk_text_iter_backward_char (&stop);
      gtk_text_view_get_iter_location (view, &stop, &last);
      gtk_snapshot_append_color (snapshot,
                                 colour,
                                 &GRAPHENE_RECT_INIT ((float) MIN (first.x, last.x + last.width),
                                                      (float) first.y,
                                                      (float) ABS (last.x + last.width - first.x),
                                                      (float) first.height));
      gtk_text_iter_forward_char (&stop);
      iter = stop;
      while (gtk_text_iter_compare (&iter, &end) < 0
             && g_unichar_isspace (gtk_text_iter_get_char (&iter)))
        gtk_text_iter_forward_char (&iter);
    }
}

static const GdkRGBA *
get_colour (GalleyArticleText *text)
{
  return &galley_palette_get (text->scheme)->lines[galley_annotation_get_kind (text->selected)];
}

/* Draws behind the text, in buffer coordinates. */
void
_galley_article_handles_draw_preview (GalleyArticleText *text, GtkSnapshot *snapshot)
{
  GalleyArticleHandles *self = text->handles;
  GdkRGBA colour;

  if (self->spans == NULL)
    return;

  colour = *get_colour (text);
  colour.alpha *= PREVIEW_ALPHA;
  wash (text, snapshot, galley_spans_get (self->spans, self->taken.part), &colour);
}

/* Draws above the text, in buffer coordinates. */
void
_galley_article_handles_draw (GalleyArticleText *text, GtkSnapshot *snapshot)
{
  GalleyArticleHandles *self = text->handles;
  Brush brush = { .snapshot = snapshot, .paper = galley_palette_get (text->scheme)->paper };

  if (!are_shown (text))
    return;

  brush.colour = *get_colour (text);
  brush.part = self->spans != NULL ? self->taken.part : galley_article_text_get_part (text);
  for_each_seen (text, draw_handle, &brush);
}
