/* galley-line-forms.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/galley-types.h"
#include "ui/galley-palette.h"

G_BEGIN_DECLS

/* Pixels a line takes up at size 1, from the top of a wave to its foot. */
#define GALLEY_LINE_HEIGHT 5

typedef enum
{
  GALLEY_WEIGHT_THIN,
  GALLEY_WEIGHT_PLAIN,
  GALLEY_WEIGHT_STRONG,
  GALLEY_N_WEIGHTS,
} GalleyWeight;

/**
 * GalleyLineForms:
 *
 * The lines below marked words, each kind in a form of its own, so that they read without colour: a
 * source's is solid, a quote's dotted, an opinion's a wave, a note's dashed. Drawn once into strips
 * that are then laid out as often as needed, which costs next to nothing.
 */
typedef struct _GalleyLineForms GalleyLineForms;

GalleyLineForms *galley_line_forms_new (void);
void galley_line_forms_free (GalleyLineForms *self);
void galley_line_forms_set_palette (GalleyLineForms *self,
                                    const GalleyPalette *palette,
                                    int scale,
                                    double size);
void galley_line_forms_draw (GalleyLineForms *self,
                             GtkSnapshot *snapshot,
                             GalleyKind kind,
                             GalleyWeight weight,
                             gboolean faint,
                             const graphene_point_t *at,
                             float width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyLineForms, galley_line_forms_free)

G_END_DECLS
