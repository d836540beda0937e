/* galley-display-map.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Longer ones are broken for display: Pango needs quadratic time in the length of a paragraph. */
#define GALLEY_DISPLAY_MAX_PARAGRAPH 5000
#define GALLEY_DISPLAY_MAX_RUN       1000
#define GALLEY_DISPLAY_MAX_MARKS     32

/**
 * GalleyDisplayMap:
 *
 * The text as it is shown: the stored text with breaks put in where a text view could not cope.
 * Nothing is left out or changed, so every stored code point has its place in the displayed text.
 * Offsets are code points on both sides. Immutable.
 */
typedef struct _GalleyDisplayMap GalleyDisplayMap;

GalleyDisplayMap *galley_display_map_new (const char *text, gsize length);
void galley_display_map_free (GalleyDisplayMap *self);

const char *galley_display_map_get_text (const GalleyDisplayMap *self, gsize *length);
guint galley_display_map_get_n_chars (const GalleyDisplayMap *self);
guint galley_display_map_get_n_breaks (const GalleyDisplayMap *self);
guint galley_display_map_start_to_display (const GalleyDisplayMap *self, guint stored);
guint galley_display_map_end_to_display (const GalleyDisplayMap *self, guint stored);
guint galley_display_map_to_stored (const GalleyDisplayMap *self, guint display);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyDisplayMap, galley_display_map_free)

G_END_DECLS
