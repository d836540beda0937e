/* galley-details.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "model/galley-span.h"
#include "model/galley-types.h"

G_BEGIN_DECLS

/**
 * GalleyDetails:
 * @type: (interned): type within the kind, an id of galley-taxonomy.h; %NULL for a note
 * @spans: (element-type GalleySpan) (not nullable): what is marked; a split quote has several, a
 *   source one a mention
 * @cue: (element-type GalleySpan) (nullable): of a quote, the words that attribute it
 * @mention: (element-type GalleySpan) (nullable): of a quote, its source as named right there
 * @source_id: (nullable): of a quote, the id of the source annotation; of a source that is rejected
 *   as a duplicate, the id of the one it is the same as
 * @verb_class: (interned) (nullable): of a quote, the class of its cue
 * @manner: (interned) (nullable): of a quote
 * @name: (nullable): of a source, its fullest name, or its description where unnamed
 * @role: (nullable): of a source, as the article gives it ("Ukrainian President")
 * @ladder: (interned) (nullable): of a source, the step of the ladder of anonymity
 * @affiliation: (interned) (nullable): of a source, set by a person
 * @part: (interned) (nullable): of a source, its part in the story (`decision-maker`, `witness`,
 * …), set by a person
 * @standing: (interned) (nullable): of a source, `current` or `former`, set by a person
 * @flags: (array zero-terminated=1) (nullable): ids, sorted: anonymity flags of a source, notes of
 *   a quote, ticks
 *
 * All that a person may correct of an annotation. Made by galley_details_new(), filled by its
 * maker, and from the moment it is handed to an annotation shared and never changed again: an edit
 * copies it. That is what makes undo, revisions and threads simple.
 */
struct _GalleyDetails
{
  const char *type;
  GArray *spans;

  GArray *cue;
  GArray *mention;
  char *source_id;
  const char *verb_class;
  const char *manner;

  char *name;
  char *role;
  const char *ladder;
  const char *affiliation;
  const char *part;
  const char *standing;

  char **flags;
};

GalleyDetails *galley_details_new (const char *type, GArray *spans);
GalleyDetails *galley_details_copy (const GalleyDetails *self);
GalleyDetails *galley_details_ref (const GalleyDetails *self);
void galley_details_unref (const GalleyDetails *self);
gboolean galley_details_equal (const GalleyDetails *a, const GalleyDetails *b);
gboolean galley_details_has_flag (const GalleyDetails *self, const char *flag);
void galley_details_set_flag (GalleyDetails *self, const char *flag, gboolean on);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyDetails, galley_details_unref)

G_END_DECLS
