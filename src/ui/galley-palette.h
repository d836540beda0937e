/* galley-palette.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/galley-types.h"

G_BEGIN_DECLS

typedef enum
{
  GALLEY_SCHEME_LIGHT,
  GALLEY_SCHEME_DARK,
  GALLEY_SCHEME_HIGH_CONTRAST,
  GALLEY_SCHEME_HIGH_CONTRAST_DARK,
  GALLEY_N_SCHEMES,
} GalleyScheme;

/**
 * GalleyTint:
 * @GALLEY_TINT_WHISPER: behind what nobody has reviewed yet
 * @GALLEY_TINT_PLAIN: behind what was accepted or changed
 * @GALLEY_TINT_STRONG: behind what is selected
 *
 * How much of a kind's colour lies behind the words.
 */
typedef enum
{
  GALLEY_TINT_WHISPER,
  GALLEY_TINT_PLAIN,
  GALLEY_TINT_STRONG,
  GALLEY_N_TINTS,
} GalleyTint;

/**
 * GalleyPalette:
 * @paper: what the article stands on
 * @ink: its text
 * @dim: byline, date and other small print
 * @receding: text of other voices than the one a person listens to
 * @hit: behind what a search found
 * @faint: the line of what was rejected
 * @lines: each kind's line and margin letter
 * @tints: the share of that colour in each #GalleyTint
 *
 * The colours of the article view. Tests hold them to WCAG 2.2's contrasts, and to being told apart
 * by people who lack one type of cone (protanopia, deuteranopia, tritanopia) as well: at least 15
 * by CIEDE2000 between any two kinds, simulated as in Machado, Oliveira and Fernandes, “A
 * physiologically-based model for simulation of color vision deficiency”, IEEE Transactions on
 * Visualization and Computer Graphics 15 (2009), severity 1.
 */
typedef struct
{
  GdkRGBA paper;
  GdkRGBA ink;
  GdkRGBA dim;
  GdkRGBA receding;
  GdkRGBA hit;
  GdkRGBA faint;
  GdkRGBA lines[GALLEY_N_KINDS];
  double tints[GALLEY_N_TINTS];
} GalleyPalette;

const GalleyPalette *galley_palette_get (GalleyScheme scheme);
GalleyScheme galley_palette_choose (const GdkRGBA *foreground, const char *theme);
GalleyScheme galley_palette_choose_for (GtkWidget *outside);
GdkRGBA galley_palette_tint (const GalleyPalette *self, GalleyKind kind, GalleyTint tint);
GdkRGBA galley_palette_over (const GdkRGBA *above, const GdkRGBA *below);
double galley_palette_contrast (const GdkRGBA *a, const GdkRGBA *b);
char *galley_palette_to_css (const GalleyPalette *self);

G_END_DECLS
