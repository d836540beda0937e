/* galley-reading.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/galley-text.h"

G_BEGIN_DECLS

typedef enum
{
  GALLEY_ROLE_SOURCE,
  GALLEY_ROLE_CUE,
  GALLEY_ROLE_CONTENT,
} GalleyRole;

/**
 * GalleyMark:
 * @role: source, cue or content
 * @first_token: its first token
 * @end_token: one past its last token
 * @probability: 0..1
 *
 * What a reader marks: flat, contiguous, not yet linked, never overlapping, in the order of the
 * text.
 */
typedef struct
{
  GalleyRole role;
  guint32 first_token;
  guint32 end_token;
  double probability;
} GalleyMark;

#define GALLEY_LEAN_NONE G_MAXUINT32

/**
 * GalleyLean:
 * @first_token: of the mark that leans: a content or a cue
 * @end_token: one past its last
 * @target: a token of what it leans to, or %GALLEY_LEAN_NONE: to nothing near by
 * @share: 0..1, how much of it leans there
 *
 * To which cue the words of a content point, or to which source those of a cue: what linking goes
 * by beside distance and order. Tokens, not marks, for marks still change before they are linked.
 */
typedef struct
{
  guint32 first_token;
  guint32 end_token;
  guint32 target;
  float share;
} GalleyLean;

/**
 * GalleyView:
 * @log_odds: of the token's being part of an opinion, summed over the parts that it was read in
 * @weight: how many they were
 *
 * What a sentence, or a part of one, reads as is the mean over its tokens.
 */
typedef struct
{
  float log_odds;
  float weight;
} GalleyView;

/**
 * GalleyReading:
 * @marks: (element-type GalleyMark)
 * @leans: (nullable) (element-type GalleyLean): in the order of @first_token
 * @views: (nullable) (element-type GalleyView): one for each token
 *
 * All that a reader says of a text. Only @marks does every reader have.
 */
typedef struct
{
  GArray *marks;
  GArray *leans;
  GArray *views;
} GalleyReading;

GalleyReading *galley_reading_new (void);
void galley_reading_free (GalleyReading *self);

double galley_reading_get_lean (const GalleyReading *self, GalleyTokenRun mark, GalleyTokenRun to);
double galley_reading_get_opinion (const GalleyReading *self, GalleyTokenRun run);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyReading, galley_reading_free)

G_END_DECLS
