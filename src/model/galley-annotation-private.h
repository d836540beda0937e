/* galley-annotation-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-annotation.h"

G_BEGIN_DECLS

/**
 * GalleyState:
 * @details: what the annotation says by itself: the machine's original, or a person's own words
 * @verdicts: (element-type GalleyVerdict): in the order given; the last one counts
 * @note: (nullable)
 * @private_note: (nullable): stays on this computer
 * @tags: (nullable)
 * @modified: (nullable): when a person last edited it
 *
 * All of an annotation that can change, in one immutable value: a step of undo is two of these.
 */
typedef struct
{
  const GalleyDetails *details;
  GPtrArray *verdicts;
  char *note;
  char *private_note;
  char **tags;
  char *modified;
} GalleyState;

GalleyState *_galley_state_copy (const GalleyState *self);
GalleyState *_galley_state_ref (GalleyState *self);
void _galley_state_unref (GalleyState *self);
gboolean _galley_state_equal (const GalleyState *a, const GalleyState *b);
guint _galley_state_find_verdict (const GalleyState *self, const char *reviewer);

GalleyState *_galley_annotation_get_state (GalleyAnnotation *self);
void _galley_annotation_set_state (GalleyAnnotation *self, GalleyState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyState, _galley_state_unref)

G_END_DECLS
