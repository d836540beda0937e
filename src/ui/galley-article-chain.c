/* galley-article-chain.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-article-text-private.h"

#include <math.h>

#define BAR_WIDTH 3
#define BAR_GAP   9
#define TICK      5

/* Of a connector: how far it rises above the words, how round it turns, half its arrow head. */
#define RISE       5
#define TURN       3
#define ARROW      3.5
#define LINE_WIDTH 1.25

/* How far a connector reaches into what a source says, and two of them stand apart on a cue. */
#define REACH 7
#define APART 4

/* The form says what it is: what names the source is a box, what attributes the words a pill. */
static void
frame (GalleyPainter *self, const GalleyPiece *piece, float radius)
{
  const GdkRGBA *colour = &self->palette->lines[piece->spot->kind];
  const float widths[4] = { 1, 1, 1, 1 };
  const GdkRGBA colours[4] = { *colour, *colour, *colour, *colour };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (
      &outline,
      &GRAPHENE_RECT_INIT (piece->x - 2, self->top + piece->y, piece->width + 4, piece->height + 1),
      radius);
  gtk_snapshot_append_border (self->snapshot, &outline, widths, colours);
}

/* What belongs to the selected one. */
void
_galley_painter_draw_link (GalleyPainter *self, const GalleyPiece *piece)
{
  gboolean is_pill = piece->spot->kind == GALLEY_KIND_QUOTE;

  if (piece->spot->role == GALLEY_ROLE_CUE)
    frame (self, piece, is_pill ? (piece->height + 1) / 2 : 3);
  else if (piece->spot->role == GALLEY_ROLE_MENTION)
    frame (self, piece, 3);
}

static float
get_bar_x (GalleyPainter *self)
{
  return (float) (gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self->text)) - BAR_GAP);
}

/* A bar along all lines of what is selected; the pieces of one spot follow each other. */
void
_galley_painter_draw_bar (GalleyPainter *self, guint first)
{
  GArray *pieces = self->paragraph->pieces;
  const GalleyPiece *top = &g_array_index (pieces, GalleyPiece, first);
  const GalleyPiece *bottom = top;

  if (first > 0 && g_array_index (pieces, GalleyPiece, first - 1).spot == top->spot)
    return;

  for (guint i = first + 1; i < pieces->len; i++)
    {
      const GalleyPiece *piece = &g_array_index (pieces, GalleyPiece, i);

      if (piece->spot != top->spot)
        break;
      if (piece->y > bottom->y)
        bottom = piece;
    }
  _galley_painter_fill (self,
                        &self->palette->lines[top->spot->kind],
                        get_bar_x (self),
                        top->y - GALLEY_TINT_OVERHANG,
                        BAR_WIDTH,
                        bottom->y + bottom->height - top->y + 2 * GALLEY_TINT_OVERHANG);
}

/* A thin line in the margin from the first link to the last, where they stand in several lines: it
 * crosses no words. A tick leads to each line with a link. */
static void
draw_rail (GalleyPainter *self)
{
  const GalleyRail *rail = &self->paragraph->rail;
  const GdkRGBA *colour = &self->palette->lines[GALLEY_KIND_QUOTE];
  float x = get_bar_x (self) + 1;
  GArray *pieces = self->paragraph->pieces;

  if (!rail->drawn)
    return;

  _galley_painter_fill (self, colour, x, rail->top, 1, rail->bottom - rail->top);
  for (guint i = 0; i < pieces->len; i++)
    {
      const GalleyPiece *piece = &g_array_index (pieces, GalleyPiece, i);

      if (piece->spot->role == GALLEY_ROLE_MENTION || piece->spot->role == GALLEY_ROLE_CUE)
        _galley_painter_fill (self,
                              &self->palette->lines[piece->spot->kind],
                              x,
                              piece->y + piece->height / 2,
                              TICK,
                              1);
    }
}

static gboolean
is_source_end (const GalleySpot *spot)
{
  return spot->role == GALLEY_ROLE_MENTION
         || (spot->role == GALLEY_ROLE_SELECTED && spot->kind == GALLEY_KIND_SOURCE);
}

static gboolean
is_content_end (const GalleySpot *spot, const GalleySpot *cue)
{
  return spot->annotation == cue->annotation
         && (spot->role == GALLEY_ROLE_VOICE
             || (spot->role == GALLEY_ROLE_SELECTED && spot->kind == GALLEY_KIND_QUOTE));
}

static float
get_gap (const GalleyPiece *a, const GalleyPiece *b)
{
  return a->x < b->x ? b->x - a->x - a->width : a->x - b->x - b->width;
}

/* The nearest one in the line of @cue, or NULL. */
static const GalleyPiece *
find_near (GalleyPainter *self, const GalleyPiece *cue, gboolean source)
{
  GArray *pieces = self->paragraph->pieces;
  const GalleyPiece *nearest = NULL;

  for (guint i = 0; i < pieces->len; i++)
    {
      const GalleyPiece *piece = &g_array_index (pieces, GalleyPiece, i);

      if (piece->y != cue->y
          || !(source ? is_source_end (piece->spot) : is_content_end (piece->spot, cue->spot)))
        continue;
      if (nearest == NULL || get_gap (piece, cue) < get_gap (nearest, cue))
        nearest = piece;
    }

  return nearest;
}

static void
trace_arrow (cairo_t *cr, double x, double foot)
{
  cairo_move_to (cr, x - ARROW, foot - ARROW - 1);
  cairo_line_to (cr, x, foot);
  cairo_line_to (cr, x + ARROW, foot - ARROW - 1);
}

/* Rises over the words between @from and @to, in the gap between two lines of text. */
static void
draw_arc (GalleyPainter *self, float from, float to, float y, gboolean arrow)
{
  double foot = floor (self->top + y) + 0.5;
  double head = foot - RISE;
  double turn = from < to ? TURN : -TURN;
  graphene_rect_t area = GRAPHENE_RECT_INIT (MIN (from, to) - 2 * ARROW,
                                             (float) head - 2,
                                             ABS (to - from) + 4 * ARROW,
                                             RISE + 4);
  cairo_t *cr;

  if (ABS (to - from) < 3 * TURN)
    return;

  cr = gtk_snapshot_append_cairo (self->snapshot, &area);
  gdk_cairo_set_source_rgba (cr, &self->palette->lines[GALLEY_KIND_QUOTE]);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  from = floorf (from) + 0.5f;
  to = floorf (to) + 0.5f;
  cairo_move_to (cr, from, foot);
  cairo_curve_to (cr, from, head, from, head, from + turn, head);
  cairo_line_to (cr, to - turn, head);
  cairo_curve_to (cr, to, head, to, head, to, foot);
  if (arrow)
    trace_arrow (cr, to, foot);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static float
get_middle (const GalleyPiece *piece)
{
  return piece->x + piece->width / 2;
}

static float
step_towards (float x, const GalleyPiece *piece)
{
  return get_middle (piece) < x ? x - APART : x + APART;
}

/* Where a connector from @cue meets what is said: near its closer end. */
static float
get_landing (const GalleyPiece *content, const GalleyPiece *cue)
{
  float reach = MIN (REACH, content->width / 2);

  if (get_middle (content) > get_middle (cue))
    return MAX (content->x, cue->x + cue->width) + reach;

  return MIN (content->x + content->width, cue->x) - reach;
}

/* From what attributes it to the source, and to what is said, where they share a line. */
static void
draw_arcs (GalleyPainter *self, const GalleyPiece *cue)
{
  const GalleyPiece *source = find_near (self, cue, TRUE);
  const GalleyPiece *content = find_near (self, cue, FALSE);
  float x = get_middle (cue);

  if (source != NULL)
    draw_arc (self, step_towards (x, source), get_middle (source), cue->y, TRUE);
  if (content != NULL)
    draw_arc (self, step_towards (x, content), get_landing (content, cue), cue->y, FALSE);
}

/* Joins what belongs to the selected one: source ← cue → content. */
void
_galley_painter_draw_chain (GalleyPainter *self)
{
  GArray *pieces = self->paragraph->pieces;

  draw_rail (self);
  for (guint i = 0; i < pieces->len; i++)
    {
      const GalleyPiece *piece = &g_array_index (pieces, GalleyPiece, i);

      if (piece->spot->role == GALLEY_ROLE_CUE && piece->spot->kind == GALLEY_KIND_QUOTE)
        draw_arcs (self, piece);
    }
}
