/* galley-note-store.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/galley-review.h"

G_BEGIN_DECLS

/**
 * GalleyNoteStore:
 *
 * Keeps the private notes of one article's review on this computer: in a file of its own, named
 * after the digest of the article's text, so that they are there again whichever file of that
 * article is opened. Follows the review and writes within a second of a change. Emits `failed`
 * (GError) where that is not possible.
 */
#define GALLEY_TYPE_NOTE_STORE (galley_note_store_get_type ())
G_DECLARE_FINAL_TYPE (GalleyNoteStore, galley_note_store, GALLEY, NOTE_STORE, GObject)

GalleyNoteStore *galley_note_store_new (GFile *folder, GalleyReview *review);
void galley_note_store_flush (GalleyNoteStore *self);

G_END_DECLS
