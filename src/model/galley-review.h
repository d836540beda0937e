/* galley-review.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/galley-annotation.h"
#include "model/galley-article.h"

G_BEGIN_DECLS

/**
 * GalleyReview:
 *
 * The annotations of one article, sorted by place, with their verdicts and undo: a #GListModel of
 * #GalleyAnnotation. Every change a person makes goes through here and is one step of undo; nothing
 * here touches the article's text.
 *
 * Properties: `article`, `reviewer`, `n-reviewed`, `n-total` (both without opinions where the type
 * of work expects them), `can-undo`, `can-redo`, `modified`. Signals: `annotation-changed`
 * (GalleyAnnotation) when one changed in place, `metadata-changed`.
 */
#define GALLEY_TYPE_REVIEW (galley_review_get_type ())
G_DECLARE_FINAL_TYPE (GalleyReview, galley_review, GALLEY, REVIEW, GObject)

/* Why a source is rejected that was merged into another, of %GALLEY_TERMS_REASON. */
#define GALLEY_REASON_DUPLICATE "duplicate"

/* For galley_review_begin_joined_step(): edits that follow each other quickly, and typing, in which
 * people pause to think. */
#define GALLEY_JOIN_QUICK  1000
#define GALLEY_JOIN_TYPING 15000

/**
 * GalleyClock:
 *
 * Returns: microseconds since some moment, never going back
 */
typedef gint64 (*GalleyClock) (gpointer user_data);

GalleyReview *galley_review_new (GalleyArticle *article);

GalleyArticle *galley_review_get_article (GalleyReview *self);
const char *galley_review_get_id (GalleyReview *self);
void galley_review_set_id (GalleyReview *self, const char *id);
const char *galley_review_get_label (GalleyReview *self);
void galley_review_set_label (GalleyReview *self, const char *label);
const char *galley_review_get_extra (GalleyReview *self);
void galley_review_set_extra (GalleyReview *self, const char *extra);
const char *galley_review_get_reviewer (GalleyReview *self);
void galley_review_set_reviewer (GalleyReview *self, const char *nickname);

/* What was there before a person came: no undo, not "modified". */
void galley_review_load (GalleyReview *self, GPtrArray *annotations);

/* Look-ups. Arrays are (transfer container), in the order of the text. */
guint galley_review_get_n_annotations (GalleyReview *self);
GalleyAnnotation *galley_review_peek (GalleyReview *self, guint position);
GalleyAnnotation *galley_review_lookup (GalleyReview *self, const char *id);
GPtrArray *galley_review_find_overlapping (GalleyReview *self, guint start, guint end);
GPtrArray *galley_review_list_kind (GalleyReview *self, GalleyKind kind);
GPtrArray *galley_review_list_recent (GalleyReview *self, guint n_most);
GPtrArray *galley_review_list_quotes_of (GalleyReview *self, GalleyAnnotation *source);
GalleyAnnotation *galley_review_get_source_of (GalleyReview *self, GalleyAnnotation *quote);

/* Progress */
guint galley_review_get_n_reviewed (GalleyReview *self);
guint galley_review_get_n_total (GalleyReview *self);
gboolean galley_review_counts (GalleyReview *self, GalleyAnnotation *annotation);
gboolean galley_review_get_modified (GalleyReview *self);
void galley_review_mark_saved (GalleyReview *self);

/* What a person does: each a step of undo, unless it changes nothing. */
void galley_review_set_verdict (GalleyReview *self,
                                GalleyAnnotation *annotation,
                                GalleyStatus status,
                                const char *reason);
void galley_review_reject (GalleyReview *self, GalleyAnnotation *annotation, const char *reason);
guint galley_review_set_verdicts (GalleyReview *self, GPtrArray *annotations, GalleyStatus status);
GalleyAnnotation *galley_review_add (GalleyReview *self, GalleyKind kind, GalleyDetails *details);
gboolean galley_review_remove (GalleyReview *self, GalleyAnnotation *annotation);
void
galley_review_revise (GalleyReview *self, GalleyAnnotation *annotation, GalleyDetails *details);
guint galley_review_count_unsigned (GalleyReview *self);
void galley_review_sign (GalleyReview *self);
void galley_review_set_note (GalleyReview *self, GalleyAnnotation *annotation, const char *note);
void
galley_review_set_private_note (GalleyReview *self, GalleyAnnotation *annotation, const char *note);
void
galley_review_set_tags (GalleyReview *self, GalleyAnnotation *annotation, const char *const *tags);
void galley_review_set_flag (GalleyReview *self, GalleyAnnotation *annotation, gboolean flagged);
void galley_review_set_metadata (GalleyReview *self, GalleyMetadata *metadata);

/* Sources that are one and the same, or two. */
gboolean
galley_review_merge_sources (GalleyReview *self, GalleyAnnotation *source, GalleyAnnotation *into);
GalleyAnnotation *galley_review_get_merged_into (GalleyReview *self, GalleyAnnotation *source);
GalleyAnnotation *
galley_review_split_source (GalleyReview *self, GalleyAnnotation *source, guint mention);

/**
 * GalleyRenewal:
 * @n_new: suggestions about what was not marked before
 * @n_gone: suggestions that nobody had touched and that are not found any more
 * @n_changed: marks that are found again with other edges or another type; what a person has judged
 *   of them stays
 * @n_kept: marks that are not found any more and stay because a person has judged them
 *
 * What another reading of the same article changed.
 */
typedef struct
{
  guint n_new;
  guint n_gone;
  guint n_changed;
  guint n_kept;
} GalleyRenewal;

GalleyAnnotation *galley_review_find_same (GalleyReview *self, GalleyKind kind, GArray *spans);
void galley_review_renew (GalleyReview *self, GPtrArray *suggestions, GalleyRenewal *renewal);
void galley_review_adopt (GalleyReview *self, GPtrArray *annotations);

/* Undo. Several changes between begin and end are one step; both may be nested. */
void galley_review_begin_step (GalleyReview *self);
void galley_review_begin_joined_step (GalleyReview *self,
                                      GalleyAnnotation *annotation,
                                      const char *topic,
                                      guint milliseconds);
void galley_review_end_step (GalleyReview *self);
guint galley_review_get_n_steps (GalleyReview *self);
gboolean galley_review_can_undo (GalleyReview *self);
gboolean galley_review_can_redo (GalleyReview *self);
GalleyAnnotation *galley_review_undo (GalleyReview *self);
GalleyAnnotation *galley_review_redo (GalleyReview *self);
void galley_review_set_clock (GalleyReview *self, GalleyClock clock, gpointer user_data);

G_END_DECLS
