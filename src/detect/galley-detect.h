/* galley-detect.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "detect/galley-reader.h"
#include "model/galley-annotation.h"
#include "model/galley-article.h"

G_BEGIN_DECLS

/**
 * GalleyFindings:
 * @metadata: the article's parts, byline, date and type of work; what the article knew already is
 *   kept
 * @annotations: (element-type GalleyAnnotation): suggestions in the order of the text
 */
typedef struct
{
  GalleyMetadata *metadata;
  GPtrArray *annotations;
} GalleyFindings;

void galley_findings_free (GalleyFindings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyFindings, galley_findings_free)

GalleyFindings *galley_detect (GalleyArticle *article,
                               const GalleyReader *reader,
                               GalleyProgressFunc progress,
                               gpointer user_data,
                               GCancellable *cancellable,
                               GError **error);

/**
 * GalleyOpinionScore:
 * @strength: 0..1, 0.5 the decision
 * @type: (interned) (nullable): an id of %GALLEY_TERMS_OPINION
 * @reason: (nullable)
 */
typedef struct
{
  double strength;
  const char *type;
  GalleyReason *reason;
} GalleyOpinionScore;

void galley_opinion_score_clear (GalleyOpinionScore *self);
gboolean galley_detect_score_sentence (const char *sentence,
                                       gsize length,
                                       const GalleyReader *reader,
                                       GalleyOpinionScore *score,
                                       GError **error);

G_END_DECLS
