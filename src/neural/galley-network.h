/* galley-network.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "neural/galley-word-pieces.h"

G_BEGIN_DECLS

/* O, then of each role the first word and the others: 0, 2 × role + 1, 2 × role + 2 for the roles
 * source, cue and content. */
#define GALLEY_NETWORK_N_TAGS 7

/* Pieces of a window, the opening and the closing one counted: what the network was learnt on. */
#define GALLEY_NETWORK_MAX_WINDOW 256

/**
 * GalleyQuoteState:
 * @GALLEY_QUOTE_STATE_OUTSIDE: outside quotation marks; the opening and closing piece too
 * @GALLEY_QUOTE_STATE_OPENS: in a token that opens a quotation
 * @GALLEY_QUOTE_STATE_CLOSES: in a token that closes one
 * @GALLEY_QUOTE_STATE_INSIDE: between quotation marks
 *
 * What the network is told of each piece beside its id and place.
 */
typedef enum
{
  GALLEY_QUOTE_STATE_OUTSIDE,
  GALLEY_QUOTE_STATE_OPENS,
  GALLEY_QUOTE_STATE_CLOSES,
  GALLEY_QUOTE_STATE_INSIDE,
} GalleyQuoteState;

/**
 * GalleyPairHead:
 * @GALLEY_PAIR_HEAD_CUE: which word is the cue of this word of a content
 * @GALLEY_PAIR_HEAD_SOURCE: which word is the source of this word of a cue
 */
typedef enum
{
  GALLEY_PAIR_HEAD_CUE,
  GALLEY_PAIR_HEAD_SOURCE,
} GalleyPairHead;

/**
 * GalleyNetwork:
 *
 * A transformer encoder (Vaswani et al. 2017; BERT, Devlin et al. 2019) with its heads, read from
 * one file that stays mapped. It knows word pieces and nothing of articles. Immutable after it was
 * made, so that threads may share it; what a computation writes is in its #GalleyWorkspace.
 */
typedef struct _GalleyNetwork GalleyNetwork;

/**
 * GalleyWorkspace:
 *
 * Where one thread computes one window after the other; its size is bounded by
 * %GALLEY_NETWORK_MAX_WINDOW and the network's widths (some MB). To be used by one thread at a time
 * and freed before its network.
 */
typedef struct _GalleyWorkspace GalleyWorkspace;

GalleyNetwork *galley_network_new (GBytes *file, GError **error);
GalleyNetwork *galley_network_new_from_path (const char *path, GError **error);
void galley_network_free (GalleyNetwork *self);

const char *galley_network_get_version (const GalleyNetwork *self);
const GalleyWordPieces *galley_network_get_word_pieces (const GalleyNetwork *self);
guint galley_network_get_window (const GalleyNetwork *self);
const float *galley_network_get_tag_start (const GalleyNetwork *self);
const float *galley_network_get_tag_transitions (const GalleyNetwork *self);

GalleyWorkspace *galley_workspace_new (const GalleyNetwork *network);
void galley_workspace_free (GalleyWorkspace *self);

gboolean galley_network_encode (const GalleyNetwork *self,
                                GalleyWorkspace *workspace,
                                const guint32 *ids,
                                const guint8 *states,
                                guint n_pieces,
                                GCancellable *cancellable,
                                GError **error);

void galley_network_score_tags (const GalleyNetwork *self,
                                const GalleyWorkspace *workspace,
                                const guint32 *words,
                                guint n_words,
                                float *scores);

void galley_network_score_pairs (const GalleyNetwork *self,
                                 const GalleyWorkspace *workspace,
                                 GalleyPairHead head,
                                 const guint32 *queries,
                                 guint n_queries,
                                 const guint32 *words,
                                 guint n_words,
                                 float *scores);

float galley_network_score_opinion (const GalleyNetwork *self,
                                    const GalleyWorkspace *workspace,
                                    guint first_piece,
                                    guint end_piece);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyNetwork, galley_network_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyWorkspace, galley_workspace_free)

G_END_DECLS
