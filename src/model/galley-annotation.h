/* galley-annotation.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "model/galley-article.h"
#include "model/galley-details.h"
#include "model/galley-reason.h"
#include "model/galley-verdict.h"

G_BEGIN_DECLS

/* From this strength on a suggestion is called "clear", below it "check". In articles that no model
 * has seen, nine in ten of the quotes called clear share half of their words with a person's, and
 * four in five of the opinions are one to a person. */
#define GALLEY_CLEAR_QUOTE   0.5
#define GALLEY_CLEAR_OPINION 0.65

/**
 * GalleyOrigin:
 * @person: whether a person made it; else a reader did
 * @name: the person's nickname ("" where none), or the program ("Galley")
 * @reader: (nullable): of a suggestion, the reader ("fast", "rules")
 * @model: (nullable): of a suggestion, the version of its model
 * @created: (nullable): ISO 8601, UTC; suggestions carry no time
 * @modified: (nullable): ISO 8601, UTC
 */
typedef struct
{
  gboolean person;
  char *name;
  char *reader;
  char *model;
  char *created;
  char *modified;
} GalleyOrigin;

/* The tag that says: look at this again. A tag, so that any reader of annotations shows it; the
 * interface shows a flag instead, and galley_review_set_flag() puts it. */
#define GALLEY_TAG_FLAG "flagged"

#define GALLEY_TYPE_ANNOTATION (galley_annotation_get_type ())
G_DECLARE_FINAL_TYPE (GalleyAnnotation, galley_annotation, GALLEY, ANNOTATION, GObject)

/* Making one: by a detector, a reader of files or GalleyReview. The setters are for its maker,
 * before it is added to a review; from then on only the review changes it (galley-review.h). */
GalleyAnnotation *galley_annotation_new_suggestion (GalleyArticle *article,
                                                    GalleyKind kind,
                                                    GalleyDetails *details,
                                                    const char *reader,
                                                    const char *model);
GalleyAnnotation *
galley_annotation_new_by_person (GalleyKind kind, GalleyDetails *details, const char *nickname);
GalleyAnnotation *galley_annotation_new_from_file (const char *id,
                                                   GalleyKind kind,
                                                   GalleyDetails *details,
                                                   const GalleyOrigin *origin);
void galley_annotation_take_reason (GalleyAnnotation *self, GalleyReason *reason);
void galley_annotation_set_strength (GalleyAnnotation *self, double strength);
void
galley_annotation_add_evidence (GalleyAnnotation *self, const char *role, guint start, guint end);
void galley_annotation_load_verdict (GalleyAnnotation *self, GalleyVerdict *verdict);
void galley_annotation_load_note (GalleyAnnotation *self, const char *note);
void galley_annotation_load_private_note (GalleyAnnotation *self, const char *note);
void galley_annotation_load_tags (GalleyAnnotation *self, const char *const *tags);
void galley_annotation_set_extra (GalleyAnnotation *self, const char *extra);

const char *galley_annotation_get_id (GalleyAnnotation *self);
GalleyKind galley_annotation_get_kind (GalleyAnnotation *self);
const GalleyDetails *galley_annotation_get_details (GalleyAnnotation *self);
const GalleyDetails *galley_annotation_get_original (GalleyAnnotation *self);
guint galley_annotation_get_start (GalleyAnnotation *self);
guint galley_annotation_get_end (GalleyAnnotation *self);
const GalleyOrigin *galley_annotation_get_origin (GalleyAnnotation *self);
const GalleyReason *galley_annotation_get_reason (GalleyAnnotation *self);
GArray *galley_annotation_get_evidence (GalleyAnnotation *self);
double galley_annotation_get_strength (GalleyAnnotation *self);
gboolean galley_annotation_is_clear (GalleyAnnotation *self);
GalleyStatus galley_annotation_get_status (GalleyAnnotation *self);
guint galley_annotation_get_n_verdicts (GalleyAnnotation *self);
GalleyVerdict *galley_annotation_get_verdict (GalleyAnnotation *self, guint position);
GalleyVerdict *galley_annotation_find_verdict (GalleyAnnotation *self, const char *reviewer);
const char *galley_annotation_get_note (GalleyAnnotation *self);
const char *galley_annotation_get_private_note (GalleyAnnotation *self);
const char *const *galley_annotation_get_tags (GalleyAnnotation *self);
gboolean galley_annotation_is_flagged (GalleyAnnotation *self);
gboolean galley_annotation_is_touched (GalleyAnnotation *self);
const char *galley_annotation_get_extra (GalleyAnnotation *self);

G_END_DECLS
