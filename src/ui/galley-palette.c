/* galley-palette.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-palette.h"

#include <math.h>
#include <string.h>

#define RGB(hex)                                                                                   \
  {                                                                                                \
    (float) (((hex) >> 16 & 0xff) / 255.0), (float) (((hex) >> 8 & 0xff) / 255.0),                 \
        (float) (((hex) &0xff) / 255.0), 1                                                         \
  }

static const GalleyPalette palettes[GALLEY_N_SCHEMES] = {
  [GALLEY_SCHEME_LIGHT] = {
    .paper = RGB (0xfdfcf9),
    .ink = RGB (0x23211e),
    .dim = RGB (0x6b665e),
    .faint = RGB (0x8f8a82),
    .lines = {
      [GALLEY_KIND_SOURCE] = RGB (0x1a5fb4),
      [GALLEY_KIND_QUOTE] = RGB (0x1b8553),
      [GALLEY_KIND_OPINION] = RGB (0xb8480a),
      [GALLEY_KIND_NOTE] = RGB (0x4d3a24),
    },
    .tints = { 0.05, 0.10, 0.17 },
  },
  [GALLEY_SCHEME_DARK] = {
    .paper = RGB (0x1e1e20),
    .ink = RGB (0xe6e3dd),
    .dim = RGB (0xa29e96),
    .faint = RGB (0x7b7872),
    .lines = {
      [GALLEY_KIND_SOURCE] = RGB (0x78aeed),
      [GALLEY_KIND_QUOTE] = RGB (0x57d39a),
      [GALLEY_KIND_OPINION] = RGB (0xf28f52),
      [GALLEY_KIND_NOTE] = RGB (0xe3dc7a),
    },
    .tints = { 0.06, 0.11, 0.19 },
  },
  [GALLEY_SCHEME_HIGH_CONTRAST] = {
    .paper = RGB (0xffffff),
    .ink = RGB (0x000000),
    .dim = RGB (0x3d3d3d),
    .faint = RGB (0x6a6a6a),
    .lines = {
      [GALLEY_KIND_SOURCE] = RGB (0x003fa8),
      [GALLEY_KIND_QUOTE] = RGB (0x00703c),
      [GALLEY_KIND_OPINION] = RGB (0xa83800),
      [GALLEY_KIND_NOTE] = RGB (0x2a1033),
    },
    .tints = { 0, 0.08, 0.18 },
  },
  [GALLEY_SCHEME_HIGH_CONTRAST_DARK] = {
    .paper = RGB (0x000000),
    .ink = RGB (0xffffff),
    .dim = RGB (0xcfcfcf),
    .faint = RGB (0x9a9a9a),
    .lines = {
      [GALLEY_KIND_SOURCE] = RGB (0x86bdff),
      [GALLEY_KIND_QUOTE] = RGB (0x62f0ae),
      [GALLEY_KIND_OPINION] = RGB (0xffa263),
      [GALLEY_KIND_NOTE] = RGB (0xf0ea70),
    },
    .tints = { 0, 0.12, 0.24 },
  },
};

static double
to_linear (float channel)
{
  return channel <= 0.04045f ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const GdkRGBA *colour)
{
  return 0.2126 * to_linear (colour->red) + 0.7152 * to_linear (colour->green)
         + 0.0722 * to_linear (colour->blue);
}

/**
 * galley_palette_get:
 *
 * Returns: (transfer none): the colours for @scheme
 */
const GalleyPalette *
galley_palette_get (GalleyScheme scheme)
{
  g_return_val_if_fail (scheme < GALLEY_N_SCHEMES, &palettes[GALLEY_SCHEME_LIGHT]);

  return &palettes[scheme];
}

/**
 * galley_palette_choose:
 * @foreground: the colour in which the theme writes
 * @theme: (nullable): the theme's name as GTK's setting or the variable GTK_THEME have it; high
 *   contrast is Default-hc, Default:hc or HighContrast
 *
 * Returns: the scheme that goes with the theme
 */
GalleyScheme
galley_palette_choose (const GdkRGBA *foreground, const char *theme)
{
  gboolean dark = get_luminance (foreground) > 0.4;
  gboolean high =
      theme != NULL && (strstr (theme, "-hc") != NULL || g_str_has_prefix (theme, "HighContrast"));

  if (high)
    return dark ? GALLEY_SCHEME_HIGH_CONTRAST_DARK : GALLEY_SCHEME_HIGH_CONTRAST;

  return dark ? GALLEY_SCHEME_DARK : GALLEY_SCHEME_LIGHT;
}

/**
 * galley_palette_tint:
 *
 * Returns: @kind's colour, translucent, so that tints that lie over each other add up
 */
GdkRGBA
galley_palette_tint (const GalleyPalette *self, GalleyKind kind, GalleyTint tint)
{
  GdkRGBA colour = self->lines[kind];

  colour.alpha = (float) self->tints[tint];

  return colour;
}

/**
 * galley_palette_over:
 * @below: opaque
 *
 * Returns: what is seen where @above lies over @below
 */
GdkRGBA
galley_palette_over (const GdkRGBA *above, const GdkRGBA *below)
{
  float alpha = above->alpha;

  return (GdkRGBA){
    above->red * alpha + below->red * (1 - alpha),
    above->green * alpha + below->green * (1 - alpha),
    above->blue * alpha + below->blue * (1 - alpha),
    1,
  };
}

/**
 * galley_palette_contrast:
 * @a: opaque
 * @b: opaque
 *
 * Returns: WCAG's contrast ratio, 1 to 21
 */
double
galley_palette_contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double first = get_luminance (a);
  double second = get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}
