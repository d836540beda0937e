/* galley-types.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _GalleyArticle GalleyArticle;
typedef struct _GalleyAnnotation GalleyAnnotation;
typedef struct _GalleyDetails GalleyDetails;
typedef struct _GalleyMetadata GalleyMetadata;
typedef struct _GalleyReview GalleyReview;

/**
 * GalleyKind:
 *
 * What an annotation marks; its ids in files are those of galley_kind_to_id().
 */
typedef enum
{
  GALLEY_KIND_SOURCE,
  GALLEY_KIND_QUOTE,
  GALLEY_KIND_OPINION,
  GALLEY_KIND_NOTE,
} GalleyKind;
#define GALLEY_N_KINDS 4

/**
 * GalleyStatus:
 *
 * What people have said of an annotation. Looking is not deciding: %GALLEY_STATUS_UNREVIEWED stays
 * until somebody gives a verdict.
 */
typedef enum
{
  GALLEY_STATUS_UNREVIEWED,
  GALLEY_STATUS_ACCEPTED,
  GALLEY_STATUS_CHANGED,
  GALLEY_STATUS_REJECTED,
} GalleyStatus;

const char *galley_kind_to_id (GalleyKind kind);
gboolean galley_kind_from_id (const char *id, GalleyKind *kind);
const char *galley_status_to_id (GalleyStatus status);
gboolean galley_status_from_id (const char *id, GalleyStatus *status);

G_END_DECLS
