/* galley-pattern-bar.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-pattern-bar.h"

#include <math.h>

#include "ui/galley-palette.h"
#include "ui/galley-voice-pattern.h"

#define STRIPE 4
#define RADIUS 3

struct _GalleyPatternBar
{
  GtkWidget parent_instance;

  GArray *parts; /* GalleyPatternPart */
};

G_DEFINE_FINAL_TYPE (GalleyPatternBar, galley_pattern_bar, GTK_TYPE_WIDGET)

/* What voices look like elsewhere in the window. */
static int
voice_of (GalleyPattern pattern)
{
  switch (pattern)
    {
    case GALLEY_PATTERN_QUOTE:
      return GALLEY_VOICE_DIRECT;

    case GALLEY_PATTERN_QUOTE_STRIPE:
      return GALLEY_VOICE_PARAPHRASE;

    case GALLEY_PATTERN_OPINION:
      return GALLEY_VOICE_OPINION;

    case GALLEY_PATTERN_PLAIN:
      return GALLEY_VOICE_REPORTER;

    case GALLEY_PATTERN_NONE:
    case GALLEY_PATTERN_SOURCE:
    case GALLEY_PATTERN_SOURCE_STRIPE:
    case GALLEY_PATTERN_SOURCE_PALE:
    default:
      return -1;
    }
}

/* How much of the colour lies below the stripes. */
static double
ground_of (GalleyPattern pattern)
{
  switch (pattern)
    {
    case GALLEY_PATTERN_SOURCE:
      return 1;

    case GALLEY_PATTERN_SOURCE_STRIPE:
      return 0.15;

    case GALLEY_PATTERN_SOURCE_PALE:
      return 0.22;

    case GALLEY_PATTERN_NONE:
    case GALLEY_PATTERN_QUOTE:
    case GALLEY_PATTERN_QUOTE_STRIPE:
    case GALLEY_PATTERN_OPINION:
    case GALLEY_PATTERN_PLAIN:
    default:
      return 0;
    }
}

/* Stripes are laid out from the bar's edge, so that parts side by side join. */
static void
draw_stripes (cairo_t *cr, double start, double end, double height)
{
  for (double x = floor ((start - height) / STRIPE) * STRIPE; x < end; x += STRIPE)
    {
      cairo_move_to (cr, x + 0.5, height);
      cairo_line_to (cr, x + 0.5 + height, 0);
    }
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static void
draw_part (cairo_t *cr,
           const GalleyPalette *palette,
           GalleyPattern pattern,
           double start,
           double end,
           double height)
{
  const GdkRectangle area = { (int) start, 0, (int) (end - start), (int) height };
  GdkRGBA colour = palette->lines[GALLEY_KIND_SOURCE];

  if (voice_of (pattern) >= 0)
    {
      galley_voice_pattern_draw (cr, palette, (GalleyVoice) voice_of (pattern), FALSE, &area);
      return;
    }

  cairo_save (cr);
  gdk_cairo_rectangle (cr, &area);
  cairo_clip_preserve (cr);
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, ground_of (pattern));
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, &colour);
  if (pattern == GALLEY_PATTERN_SOURCE_STRIPE)
    draw_stripes (cr, start, end, height);
  cairo_restore (cr);
}

static double
get_total (GalleyPatternBar *self)
{
  double total = 0;

  for (guint i = 0; i < self->parts->len; i++)
    total += g_array_index (self->parts, GalleyPatternPart, i).weight;

  return total;
}

/* What is narrower than a pixel shows if it is the first to fall on it. */
static void
draw_parts (GalleyPatternBar *self, cairo_t *cr, double width, double height)
{
  const GalleyPalette *palette = galley_palette_get (galley_palette_choose_for (GTK_WIDGET (self)));
  double total = get_total (self);
  double sum = 0;
  double start = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const GalleyPatternPart *part = &g_array_index (self->parts, GalleyPatternPart, i);
      double end;

      sum += part->weight;
      end = total > 0 ? round (sum / total * width) : 0;
      if (end <= start)
        continue;
      draw_part (cr, palette, part->pattern, start, end, height);
      start = end;
    }
}

static void
clip_rounded (GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, bounds, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
}

static void
galley_pattern_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GalleyPatternBar *self = GALLEY_PATTERN_BAR (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t *cr;

  if (width <= 0 || height <= 0)
    return;

  clip_rounded (snapshot, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  draw_parts (self, cr, width, height);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
}

static void
galley_pattern_bar_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (galley_pattern_bar_parent_class)->css_changed (widget, change);
  gtk_widget_queue_draw (widget);
}

static void
galley_pattern_bar_finalize (GObject *object)
{
  g_array_unref (GALLEY_PATTERN_BAR (object)->parts);

  G_OBJECT_CLASS (galley_pattern_bar_parent_class)->finalize (object);
}

static void
galley_pattern_bar_class_init (GalleyPatternBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = galley_pattern_bar_finalize;
  widget_class->snapshot = galley_pattern_bar_snapshot;
  widget_class->css_changed = galley_pattern_bar_css_changed;
  gtk_widget_class_set_css_name (widget_class, "pattern-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
galley_pattern_bar_init (GalleyPatternBar *self)
{
  self->parts = g_array_new (FALSE, FALSE, sizeof (GalleyPatternPart));
}

/**
 * galley_pattern_bar_set_parts:
 * @parts: (element-type GalleyPatternPart): what to show, copied
 */
void
galley_pattern_bar_set_parts (GalleyPatternBar *self, GArray *parts)
{
  g_return_if_fail (GALLEY_IS_PATTERN_BAR (self));

  g_array_set_size (self->parts, 0);
  g_array_append_vals (self->parts, parts->data, parts->len);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * galley_pattern_bar_set_share:
 * @share: 0 to 1
 *
 * Fills that much of the bar.
 */
void
galley_pattern_bar_set_share (GalleyPatternBar *self, double share, GalleyPattern pattern)
{
  GalleyPatternPart parts[] = { { share, pattern }, { 1 - share, GALLEY_PATTERN_NONE } };
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof *parts);

  g_array_append_vals (array, parts, G_N_ELEMENTS (parts));
  galley_pattern_bar_set_parts (self, array);
}
