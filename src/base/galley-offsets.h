/* galley-offsets.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyOffsets:
 *
 * Converts between bytes and code points of one text. Files, the model and GtkTextBuffer count code
 * points, the detectors count bytes: this is the one place where the two meet. Built in one pass,
 * each look-up walks at most 256 bytes. Immutable, so that threads may share it.
 */
typedef struct _GalleyOffsets GalleyOffsets;

GalleyOffsets *galley_offsets_new (const char *text, gsize length);
GalleyOffsets *galley_offsets_ref (GalleyOffsets *self);
void galley_offsets_unref (GalleyOffsets *self);

guint galley_offsets_get_n_chars (const GalleyOffsets *self);
guint galley_offsets_to_char (const GalleyOffsets *self, gsize byte);
gsize galley_offsets_to_byte (const GalleyOffsets *self, guint character);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyOffsets, galley_offsets_unref)

G_END_DECLS
