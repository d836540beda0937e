/* galley-carry-places.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-span.h"

G_BEGIN_DECLS

/**
 * GalleyCarryPlaces:
 *
 * Where stretches of a text are in another that was read from the same bytes in another encoding.
 * Add all of them, then find, then ask.
 */
typedef struct _GalleyCarryPlaces GalleyCarryPlaces;

GalleyCarryPlaces *galley_carry_places_new (void);
void galley_carry_places_free (GalleyCarryPlaces *self);
void galley_carry_places_add (GalleyCarryPlaces *self, GArray *spans);
void galley_carry_places_add_one (GalleyCarryPlaces *self, GalleySpan span);
void galley_carry_places_find (
    GalleyCarryPlaces *self, const char *from, gsize from_length, const char *to, gsize to_length);
gboolean
galley_carry_places_get (const GalleyCarryPlaces *self, GalleySpan span, GalleySpan *place);

G_END_DECLS
