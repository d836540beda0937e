/* galley-link-features.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-reader.h"

G_BEGIN_DECLS

/* What speaks for a source or a content belonging to a cue, as numbers of a dense table of weights.
 * Learning and linking both take them from here. */
#define GALLEY_LINK_MAX_FEATURES   32
#define GALLEY_LINK_MAX_CANDIDATES 12
#define GALLEY_LINK_NONE           (-1)

typedef struct
{
  guint16 ids[GALLEY_LINK_MAX_FEATURES];
  guint n_ids;
} GalleyLinkFeatures;

guint galley_link_n_source_features (void);
guint galley_link_n_content_features (void);

guint
galley_link_source_candidates (const GalleyText *text, GArray *marks, guint cue, gint *candidates);
guint galley_link_content_candidates (const GalleyText *text,
                                      GArray *marks,
                                      guint content,
                                      gint *candidates);
void galley_link_source_features (
    const GalleyText *text, GArray *marks, guint cue, gint source, GalleyLinkFeatures *features);
void galley_link_content_features (const GalleyText *text,
                                   GArray *marks,
                                   guint content,
                                   gint anchor,
                                   GalleyLinkFeatures *features);

/* galley-link-weights.c, written by the program that learns them */
extern const float galley_link_source_weights[];
extern const guint galley_link_n_source_weights;
extern const float galley_link_content_weights[];
extern const guint galley_link_n_content_weights;

G_END_DECLS
