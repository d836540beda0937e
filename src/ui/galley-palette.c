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
    .dim = RGB (0x5e5952),
    .receding = RGB (0x77726b),
    .hit = RGB (0xffe27a),
    .faint = RGB (0x8f8a82),
    .lines = {
      [GALLEY_KIND_SOURCE] = RGB (0x084fac),
      [GALLEY_KIND_QUOTE] = RGB (0x008557),
      [GALLEY_KIND_OPINION] = RGB (0xb8480a),
      [GALLEY_KIND_NOTE] = RGB (0x4d3a24),
    },
    .tints = { 0.05, 0.10, 0.17 },
  },
  [GALLEY_SCHEME_DARK] = {
    .paper = RGB (0x1e1e20),
    .ink = RGB (0xe6e3dd),
    .dim = RGB (0xb9b5ad),
    .receding = RGB (0x8d8982),
    .hit = RGB (0x544600),
    .faint = RGB (0x7b7872),
    .lines = {
      [GALLEY_KIND_SOURCE] = RGB (0x80a0cb),
      [GALLEY_KIND_QUOTE] = RGB (0x53d69e),
      [GALLEY_KIND_OPINION] = RGB (0xef8d50),
      [GALLEY_KIND_NOTE] = RGB (0xf7ef75),
    },
    .tints = { 0.06, 0.11, 0.18 },
  },
  [GALLEY_SCHEME_HIGH_CONTRAST] = {
    .paper = RGB (0xffffff),
    .ink = RGB (0x000000),
    .dim = RGB (0x3d3d3d),
    .receding = RGB (0x595959),
    .hit = RGB (0xffff66),
    .faint = RGB (0x6a6a6a),
    .lines = {
      [GALLEY_KIND_SOURCE] = RGB (0x0233a9),
      [GALLEY_KIND_QUOTE] = RGB (0x00654a),
      [GALLEY_KIND_OPINION] = RGB (0x942500),
      [GALLEY_KIND_NOTE] = RGB (0x2a1033),
    },
    .tints = { 0, 0.08, 0.18 },
  },
  [GALLEY_SCHEME_HIGH_CONTRAST_DARK] = {
    .paper = RGB (0x000000),
    .ink = RGB (0xffffff),
    .dim = RGB (0xcfcfcf),
    .receding = RGB (0x969696),
    .hit = RGB (0x4a4a00),
    .faint = RGB (0x9a9a9a),
    .lines = {
      [GALLEY_KIND_SOURCE] = RGB (0x86b1e8),
      [GALLEY_KIND_QUOTE] = RGB (0x61f1b6),
      [GALLEY_KIND_OPINION] = RGB (0xf39c62),
      [GALLEY_KIND_NOTE] = RGB (0xfffb6f),
    },
    .tints = { 0, 0.10, 0.20 },
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
 * galley_palette_choose_for:
 * @outside: a widget whose colours are the theme's own
 *
 * Returns: the scheme that goes with the theme @outside is drawn in
 */
GalleyScheme
galley_palette_choose_for (GtkWidget *outside)
{
  g_autofree char *theme = NULL;
  GdkRGBA foreground;

  g_return_val_if_fail (GTK_IS_WIDGET (outside), GALLEY_SCHEME_LIGHT);

  if (g_getenv ("GTK_THEME") != NULL)
    theme = g_strdup (g_getenv ("GTK_THEME"));
  else
    g_object_get (gtk_widget_get_settings (outside), "gtk-theme-name", &theme, NULL);
  gtk_style_context_get_color (gtk_widget_get_style_context (outside), &foreground);

  return galley_palette_choose (&foreground, theme);
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

/**
 * galley_palette_to_css:
 *
 * Returns: (transfer full): a style sheet that names each kind's colour for others:
 * `galley_source`, `galley_quote`, `galley_opinion`, `galley_note`
 */
char *
galley_palette_to_css (const GalleyPalette *self)
{
  GString *css = g_string_new (NULL);

  for (GalleyKind kind = 0; kind < GALLEY_N_KINDS; kind++)
    {
      g_autofree char *colour = gdk_rgba_to_string (&self->lines[kind]);

      g_string_append_printf (css,
                              "@define-color galley_%s %s;\n",
                              galley_kind_to_id (kind),
                              colour);
    }

  return g_string_free (css, FALSE);
}
