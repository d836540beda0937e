/* galley-pattern-bar.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GalleyPattern:
 *
 * A filling of a bar: colour and texture, so that it reads without colour.
 */
typedef enum
{
  GALLEY_PATTERN_NONE,
  GALLEY_PATTERN_QUOTE,        /* solid */
  GALLEY_PATTERN_QUOTE_STRIPE, /* stripes */
  GALLEY_PATTERN_OPINION,      /* waves */
  GALLEY_PATTERN_PLAIN,        /* pale */
  GALLEY_PATTERN_SOURCE,       /* solid */
  GALLEY_PATTERN_SOURCE_STRIPE,
  GALLEY_PATTERN_SOURCE_PALE,
} GalleyPattern;

/**
 * GalleyPatternPart:
 * @weight: how long it is against the others; what has %GALLEY_PATTERN_NONE is left empty
 */
typedef struct
{
  double weight;
  GalleyPattern pattern;
} GalleyPatternPart;

/**
 * GalleyPatternBar:
 *
 * A bar of parts one after the other. What it shows is to be said in words beside it: to a screen
 * reader it is not there.
 */
#define GALLEY_TYPE_PATTERN_BAR (galley_pattern_bar_get_type ())
G_DECLARE_FINAL_TYPE (GalleyPatternBar, galley_pattern_bar, GALLEY, PATTERN_BAR, GtkWidget)

void galley_pattern_bar_set_parts (GalleyPatternBar *self, GArray *parts);
void galley_pattern_bar_set_share (GalleyPatternBar *self, double share, GalleyPattern pattern);

G_END_DECLS
