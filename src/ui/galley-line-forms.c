/* galley-line-forms.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-line-forms.h"

#include <math.h>

/* A multiple of every form's period, so that strips join without a seam. */
#define STRIP_WIDTH 960

#define DOT_PERIOD  4
#define WAVE_PERIOD 12
#define DASH_PERIOD 10
#define DASH_LENGTH 6

struct _GalleyLineForms
{
  const GalleyPalette *palette;
  int scale;
  double size;
  GdkTexture *strips[GALLEY_N_KINDS][GALLEY_N_WEIGHTS][2];
};

static const double widths[GALLEY_N_WEIGHTS] = { 1, 1.5, 2.25 };

static void
trace_wave (cairo_t *cr, double middle, double height)
{
  const double half = WAVE_PERIOD / 2.0;

  cairo_move_to (cr, -half, middle);
  for (int x = -WAVE_PERIOD / 2; x < STRIP_WIDTH + WAVE_PERIOD; x += WAVE_PERIOD)
    {
      cairo_rel_curve_to (cr, half / 2, -height, half / 2, -height, half, 0);
      cairo_rel_curve_to (cr, half / 2, height, half / 2, height, half, 0);
    }
}

static void
trace_form (cairo_t *cr, GalleyKind kind, double width)
{
  const double middle = GALLEY_LINE_HEIGHT / 2.0;
  const double dots[] = { 0, DOT_PERIOD };
  const double dashes[] = { DASH_LENGTH, DASH_PERIOD - DASH_LENGTH };

  cairo_set_line_width (cr, width);
  switch (kind)
    {
    case GALLEY_KIND_QUOTE:
      cairo_set_line_width (cr, width + 0.4);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (cr, dots, 2, 0);
      cairo_move_to (cr, DOT_PERIOD / 2.0, middle);
      cairo_line_to (cr, STRIP_WIDTH, middle);
      break;
    case GALLEY_KIND_OPINION:
      cairo_set_line_width (cr, MIN (width, 2) - 0.2);
      trace_wave (cr, middle, 2.2);
      break;
    case GALLEY_KIND_NOTE:
      cairo_set_dash (cr, dashes, 2, 0);
      cairo_move_to (cr, 0, middle);
      cairo_line_to (cr, STRIP_WIDTH, middle);
      break;
    case GALLEY_KIND_SOURCE:
    default:
      cairo_move_to (cr, 0, middle);
      cairo_line_to (cr, STRIP_WIDTH, middle);
      break;
    }
  cairo_stroke (cr);
}

static GdkTexture *
draw_strip (GalleyLineForms *self, GalleyKind kind, GalleyWeight weight, gboolean faint)
{
  double scale = self->scale * self->size;
  int width = (int) (STRIP_WIDTH * scale);
  int height = (int) ceil (GALLEY_LINE_HEIGHT * scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_scale (cr, scale, scale);
  gdk_cairo_set_source_rgba (cr, faint ? &self->palette->faint : &self->palette->lines[kind]);
  trace_form (cr, kind, widths[weight]);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) height);
  cairo_surface_destroy (surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
clear_strips (GalleyLineForms *self)
{
  for (GalleyKind kind = 0; kind < GALLEY_N_KINDS; kind++)
    for (GalleyWeight weight = 0; weight < GALLEY_N_WEIGHTS; weight++)
      for (guint faint = 0; faint < 2; faint++)
        g_clear_object (&self->strips[kind][weight][faint]);
}

GalleyLineForms *
galley_line_forms_new (void)
{
  GalleyLineForms *self = g_new0 (GalleyLineForms, 1);

  self->palette = galley_palette_get (GALLEY_SCHEME_LIGHT);
  self->scale = 1;
  self->size = 1;

  return self;
}

void
galley_line_forms_free (GalleyLineForms *self)
{
  clear_strips (self);
  g_free (self);
}

/**
 * galley_line_forms_set_palette:
 * @scale: device pixels a pixel
 * @size: of the lines, against their normal weight and height
 */
void
galley_line_forms_set_palette (GalleyLineForms *self,
                               const GalleyPalette *palette,
                               int scale,
                               double size)
{
  if (self->palette == palette && self->scale == scale && self->size == size)
    return;

  self->palette = palette;
  self->scale = scale;
  self->size = size;
  clear_strips (self);
}

/**
 * galley_line_forms_draw:
 * @faint: whether in the palette's faint grey instead of the kind's colour
 * @at: its left upper corner
 * @width: in pixels
 */
void
galley_line_forms_draw (GalleyLineForms *self,
                        GtkSnapshot *snapshot,
                        GalleyKind kind,
                        GalleyWeight weight,
                        gboolean faint,
                        const graphene_point_t *at,
                        float width)
{
  GdkTexture **strip = &self->strips[kind][weight][faint ? 1 : 0];
  float strip_width;
  float strip_height;

  if (*strip == NULL)
    *strip = draw_strip (self, kind, weight, faint);
  strip_width = (float) gdk_texture_get_width (*strip) / (float) self->scale;
  strip_height = (float) gdk_texture_get_height (*strip) / (float) self->scale;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (at->x, at->y, width, strip_height));
  for (float x = 0; x < width; x += strip_width)
    gtk_snapshot_append_texture (snapshot,
                                 *strip,
                                 &GRAPHENE_RECT_INIT (at->x + x, at->y, strip_width, strip_height));
  gtk_snapshot_pop (snapshot);
}
