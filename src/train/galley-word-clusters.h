/* galley-word-clusters.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyWordUse:
 * @folded: the word, as #GalleyWordFacts has it
 * @n: how often it was seen
 * @n_capital: how often with a capital letter where no sentence begins
 * @n_inside: how often where no sentence begins
 *
 * A word of running text.
 */
typedef struct
{
  guint32 folded;
  guint32 n;
  guint32 n_capital;
  guint32 n_inside;
} GalleyWordUse;

/* Sorts words by the company they keep. */
typedef struct _GalleyWordClusters GalleyWordClusters;

GalleyWordClusters *galley_word_clusters_new (void);
void galley_word_clusters_free (GalleyWordClusters *self);

void galley_word_clusters_add (GalleyWordClusters *self, const char *word, gsize length);
void galley_word_clusters_end_sentence (GalleyWordClusters *self);
const GalleyWordUse *galley_word_clusters_get_words (const GalleyWordClusters *self,
                                                     guint *n_words);
guint16 *galley_word_clusters_learn (const GalleyWordClusters *self,
                                     guint n_classes,
                                     guint least_seen,
                                     guint n_rounds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyWordClusters, galley_word_clusters_free)

G_END_DECLS
