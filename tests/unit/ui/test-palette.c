/* test-palette.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "ui/galley-palette.h"

/* WCAG 2.2: 1.4.11 for lines and shapes, 1.4.3 for text, 1.4.6 for text where people asked for high
 * contrast. */
#define LINE_CONTRAST 3.0
#define TEXT_CONTRAST 4.5
#define HIGH_CONTRAST 7.0

/* By CIEDE2000; about 2 is just noticeable side by side. */
#define APART 15.0

/* What people see who lack one type of cone, on linear RGB: protanopia, deuteranopia, tritanopia.
 * Machado, Oliveira and Fernandes, “A physiologically-based model for simulation of color vision
 * deficiency”, IEEE TVCG 15 (2009), severity 1. */
static const double vision[][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 },
    { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 },
    { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 },
    { -0.078411, 0.930809, 0.147602 },
    { 0.004733, 0.691367, 0.303900 } },
};

static double
to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
lab_f (double t)
{
  return t > 0.008856 ? cbrt (t) : 7.787 * t + 16.0 / 116;
}

static void
to_lab (const GdkRGBA *colour, const double matrix[3][3], double lab[3])
{
  double in[3] = { to_linear (colour->red), to_linear (colour->green), to_linear (colour->blue) };
  double out[3];
  double x, y, z;

  for (guint i = 0; i < 3; i++)
    out[i] = CLAMP (matrix[i][0] * in[0] + matrix[i][1] * in[1] + matrix[i][2] * in[2], 0, 1);
  x = lab_f ((0.4124 * out[0] + 0.3576 * out[1] + 0.1805 * out[2]) / 0.9505);
  y = lab_f (0.2126 * out[0] + 0.7152 * out[1] + 0.0722 * out[2]);
  z = lab_f ((0.0193 * out[0] + 0.1192 * out[1] + 0.9505 * out[2]) / 1.089);
  lab[0] = 116 * y - 16;
  lab[1] = 500 * (x - y);
  lab[2] = 200 * (y - z);
}

static double
to_radians (double degrees)
{
  return degrees * G_PI / 180;
}

static double
get_hue (double a, double b)
{
  double hue = atan2 (b, a) * 180 / G_PI;

  return hue < 0 ? hue + 360 : hue;
}

/* What the formula says of how much a hue weighs: chroma, lightness and blue apart. */
static double
weigh_hue (double hue)
{
  return 1 - 0.17 * cos (to_radians (hue - 30)) + 0.24 * cos (to_radians (2 * hue))
         + 0.32 * cos (to_radians (3 * hue + 6)) - 0.20 * cos (to_radians (4 * hue - 63));
}

static double
get_mean_hue (double first, double second)
{
  if (ABS (first - second) <= 180)
    return (first + second) / 2;

  return first + second < 360 ? (first + second + 360) / 2 : (first + second - 360) / 2;
}

static double
weigh_chroma (double chroma)
{
  return sqrt (pow (chroma, 7) / (pow (chroma, 7) + pow (25, 7)));
}

/* CIEDE2000 as in Sharma, Wu and Dalal, “The CIEDE2000 color-difference formula: implementation
 * notes, supplementary test data, and mathematical observations”, Color Research and Application 30
 * (2005). No grey comes here, whose hue would have to be thought of. */
static double
difference_of_labs (const double p[3], const double q[3])
{
  double stretch = 1.5 - 0.5 * weigh_chroma ((hypot (p[1], p[2]) + hypot (q[1], q[2])) / 2);
  double first_chroma = hypot (stretch * p[1], p[2]);
  double second_chroma = hypot (stretch * q[1], q[2]);
  double first_hue = get_hue (stretch * p[1], p[2]);
  double second_hue = get_hue (stretch * q[1], q[2]);
  double turn = remainder (second_hue - first_hue, 360);
  double lightness = pow ((p[0] + q[0]) / 2 - 50, 2);
  double chroma = (first_chroma + second_chroma) / 2;
  double hue = get_mean_hue (first_hue, second_hue);
  double l = (q[0] - p[0]) / (1 + 0.015 * lightness / sqrt (20 + lightness));
  double c = (second_chroma - first_chroma) / (1 + 0.045 * chroma);
  double h = 2 * sqrt (first_chroma * second_chroma) * sin (to_radians (turn / 2))
             / (1 + 0.015 * chroma * weigh_hue (hue));
  double blue = sin (to_radians (60 * exp (-pow ((hue - 275) / 25, 2))));

  return sqrt (l * l + c * c + h * h - 2 * weigh_chroma (chroma) * blue * c * h);
}

static double
difference (const GdkRGBA *a, const GdkRGBA *b, const double matrix[3][3])
{
  double first[3], second[3];

  to_lab (a, matrix, first);
  to_lab (b, matrix, second);

  return difference_of_labs (first, second);
}

static void
assert_contrast (const GdkRGBA *a, const GdkRGBA *b, double least)
{
  g_assert_cmpfloat (galley_palette_contrast (a, b), >=, least);
}

static double
get_text_contrast (GalleyScheme scheme)
{
  return scheme == GALLEY_SCHEME_HIGH_CONTRAST || scheme == GALLEY_SCHEME_HIGH_CONTRAST_DARK
             ? HIGH_CONTRAST
             : TEXT_CONTRAST;
}

static void
test_palette_lines (void)
{
  for (GalleyScheme scheme = 0; scheme < GALLEY_N_SCHEMES; scheme++)
    {
      const GalleyPalette *palette = galley_palette_get (scheme);

      assert_contrast (&palette->faint, &palette->paper, LINE_CONTRAST);
      for (GalleyKind kind = 0; kind < GALLEY_N_KINDS; kind++)
        {
          GdkRGBA tint = galley_palette_tint (palette, kind, GALLEY_TINT_STRONG);
          GdkRGBA tinted = galley_palette_over (&tint, &palette->paper);

          /* The margin letters are text. */
          assert_contrast (&palette->lines[kind], &palette->paper, get_text_contrast (scheme));
          assert_contrast (&palette->lines[kind], &tinted, LINE_CONTRAST);
        }
    }
}

/* Ink and small print stay readable on every mark's ground, and ink where every kind lies over
 * every other, one of them selected. */
static void
test_palette_text (void)
{
  for (GalleyScheme scheme = 0; scheme < GALLEY_N_SCHEMES; scheme++)
    {
      const GalleyPalette *palette = galley_palette_get (scheme);
      double least = get_text_contrast (scheme);
      GdkRGBA paper = palette->paper;

      assert_contrast (&palette->ink, &paper, HIGH_CONTRAST);
      assert_contrast (&palette->dim, &paper, least);
      assert_contrast (&palette->receding, &paper, least);
      assert_contrast (&palette->ink, &palette->hit, HIGH_CONTRAST);
      for (GalleyKind kind = 0; kind < GALLEY_N_KINDS; kind++)
        {
          GalleyTint tint = kind == 0 ? GALLEY_TINT_STRONG : GALLEY_TINT_PLAIN;
          GdkRGBA above = galley_palette_tint (palette, kind, tint);
          GdkRGBA alone = galley_palette_tint (palette, kind, GALLEY_TINT_STRONG);

          alone = galley_palette_over (&alone, &palette->paper);
          assert_contrast (&palette->ink, &alone, HIGH_CONTRAST);
          assert_contrast (&palette->dim, &alone, least);
          paper = galley_palette_over (&above, &paper);
          assert_contrast (&palette->ink, &paper, least);
        }
    }
}

/* Three pairs of the formula's published test data. */
static void
test_palette_difference (void)
{
  static const double pairs[][7] = {
    { 50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425 },
    { 50, -1.1848, -84.8006, 50, 0, -82.7485, 1.0000 },
    { 50, 2.5, 0, 73, 25, -18, 27.1492 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpfloat_with_epsilon (difference_of_labs (pairs[i], pairs[i] + 3),
                                    pairs[i][6],
                                    0.0001);
}

static void
test_palette_colour_vision (void)
{
  for (GalleyScheme scheme = 0; scheme < GALLEY_N_SCHEMES; scheme++)
    {
      const GalleyPalette *palette = galley_palette_get (scheme);

      for (guint type = 0; type < G_N_ELEMENTS (vision); type++)
        for (GalleyKind a = 0; a < GALLEY_N_KINDS; a++)
          for (GalleyKind b = a + 1; b < GALLEY_N_KINDS; b++)
            g_assert_cmpfloat (difference (&palette->lines[a], &palette->lines[b], vision[type]),
                               >=,
                               APART);
    }
}

static void
test_palette_choose (void)
{
  const GdkRGBA black = { 0.1f, 0.1f, 0.1f, 1 };
  const GdkRGBA white = { 0.95f, 0.95f, 0.95f, 1 };

  g_assert_cmpint (galley_palette_choose (&black, NULL), ==, GALLEY_SCHEME_LIGHT);
  g_assert_cmpint (galley_palette_choose (&white, "Default"), ==, GALLEY_SCHEME_DARK);
  g_assert_cmpint (galley_palette_choose (&black, "Default-hc"), ==, GALLEY_SCHEME_HIGH_CONTRAST);
  g_assert_cmpint (galley_palette_choose (&white, "Default-hc-dark"),
                   ==,
                   GALLEY_SCHEME_HIGH_CONTRAST_DARK);
  g_assert_cmpint (galley_palette_choose (&white, "HighContrastInverse"),
                   ==,
                   GALLEY_SCHEME_HIGH_CONTRAST_DARK);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/palette/lines", test_palette_lines);
  g_test_add_func ("/ui/palette/text", test_palette_text);
  g_test_add_func ("/ui/palette/difference", test_palette_difference);
  g_test_add_func ("/ui/palette/colour-vision", test_palette_colour_vision);
  g_test_add_func ("/ui/palette/choose", test_palette_choose);

  return g_test_run ();
}
