/* galley-voice-pattern.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-voice-pattern.h"

#define HATCH_PERIOD 6
#define WAVE_PERIOD  8
#define WAVE_HEIGHT  2.0
#define GROUND       0.14
#define RECEDING     0.35

static void
trace_hatch (cairo_t *cr, const GdkRectangle *area)
{
  for (int x = area->x - area->height; x < area->x + area->width; x += HATCH_PERIOD)
    {
      cairo_move_to (cr, x, area->y + area->height);
      cairo_rel_line_to (cr, area->height, -area->height);
    }
}

static void
trace_waves (cairo_t *cr, const GdkRectangle *area)
{
  const double half = WAVE_PERIOD / 2.0;

  for (double y = area->y + 2.5; y < area->y + area->height; y += 2 * WAVE_HEIGHT + 1)
    {
      cairo_move_to (cr, area->x - half, y);
      for (int x = area->x; x < area->x + area->width + WAVE_PERIOD; x += WAVE_PERIOD)
        {
          cairo_rel_curve_to (cr, half / 2, -WAVE_HEIGHT, half / 2, -WAVE_HEIGHT, half, 0);
          cairo_rel_curve_to (cr, half / 2, WAVE_HEIGHT, half / 2, WAVE_HEIGHT, half, 0);
        }
    }
}

static void
fill_area (cairo_t *cr, GdkRGBA colour, double alpha, const GdkRectangle *area)
{
  colour.alpha *= (float) alpha;
  gdk_cairo_set_source_rgba (cr, &colour);
  gdk_cairo_rectangle (cr, area);
  cairo_fill (cr);
}

static void
outline (cairo_t *cr, const GdkRGBA *colour, const GdkRectangle *area)
{
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, area->x + 0.5, area->y + 0.5, area->width - 1, area->height - 1);
  cairo_stroke (cr);
}

/* A thin pattern on a tint of its own colour, framed: it reads without the colour. */
static void
draw_texture (cairo_t *cr,
              const GdkRGBA *colour,
              void (*trace) (cairo_t *, const GdkRectangle *),
              const GdkRectangle *area)
{
  fill_area (cr, *colour, GROUND, area);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, 1.4);
  trace (cr, area);
  cairo_stroke (cr);
  outline (cr, colour, area);
}

/**
 * galley_voice_pattern_draw:
 * @receding: whether another voice was chosen
 * @area: where
 *
 * Fills @area with the form of @voice: a source's own words are solid, paraphrase is hatched,
 * opinion waves as its marks do, and the reporter's own voice is plain.
 */
void
galley_voice_pattern_draw (cairo_t *cr,
                           const GalleyPalette *palette,
                           GalleyVoice voice,
                           gboolean receding,
                           const GdkRectangle *area)
{
  const GdkRGBA *quote = &palette->lines[GALLEY_KIND_QUOTE];

  if (area->width < 1)
    return;

  cairo_save (cr);
  gdk_cairo_rectangle (cr, area);
  cairo_clip (cr);
  if (receding)
    cairo_push_group (cr);
  switch (voice)
    {
    case GALLEY_VOICE_DIRECT:
      fill_area (cr, *quote, 1, area);
      break;
    case GALLEY_VOICE_PARAPHRASE:
      draw_texture (cr, quote, trace_hatch, area);
      break;
    case GALLEY_VOICE_OPINION:
      draw_texture (cr, &palette->lines[GALLEY_KIND_OPINION], trace_waves, area);
      break;
    case GALLEY_VOICE_REPORTER:
    default:
      fill_area (cr, palette->faint, GROUND, area);
      outline (cr, &palette->faint, area);
      break;
    }
  if (receding)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, RECEDING);
    }
  cairo_restore (cr);
}
