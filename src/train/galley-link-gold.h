/* galley-link-gold.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-link-features.h"
#include "train/galley-corpus.h"

G_BEGIN_DECLS

/**
 * GalleyLinkOptions:
 * @n_options: 0 for a mark that chooses nothing
 * @right: the first option that a person linked too; -1: none of them
 * @features: of every option
 *
 * What a cue may choose its source from, or a content its cue.
 */
typedef struct
{
  guint n_options;
  gint right;
  GalleyLinkFeatures features[GALLEY_LINK_MAX_CANDIDATES];
} GalleyLinkOptions;

/**
 * GalleyLinkGold:
 * @marks: (element-type GalleyMark): what a person marked, as a reader that errs nowhere would
 * @owners: (element-type GArray): of each mark, the attributions it is part of, as #guint
 *
 * An article to learn linking from.
 */
typedef struct
{
  const GalleyCorpusArticle *article;
  GArray *marks;
  GPtrArray *owners;
} GalleyLinkGold;

GalleyLinkGold *galley_link_gold_new (const GalleyCorpusArticle *article);
GalleyLinkGold *galley_link_gold_new_read (const GalleyCorpusArticle *article, GArray *marks);
void galley_link_gold_free (GalleyLinkGold *self);
void
galley_link_gold_get_options (const GalleyLinkGold *self, guint mark, GalleyLinkOptions *options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyLinkGold, galley_link_gold_free)

G_END_DECLS
