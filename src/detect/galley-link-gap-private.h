/* galley-link-gap-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-link-features.h"

G_BEGIN_DECLS

#define FAR_WORDS  60 /* tokens between two marks that are still looked at one by one */
#define NEAR_WORDS 5

/* Windows of candidates, in marks, so that a huge article stays linear. */
#define MARKS_BEFORE 14
#define MARKS_AFTER  12

#define SIDES     2
#define DISTANCES 10
#define PATTERNS  16

/**
 * GalleyLinkGap:
 * @first: token after the mark on the left
 * @end: first token of the mark on the right
 * @side: 0: the other mark stands left of the one in question
 * @sentences: how many lie between, 0 in the same one
 * @paragraphs: the same
 * @n_roles: marks between, by #GalleyRole
 * @distance: tokens between
 *
 * What lies between two marks.
 */
typedef struct
{
  guint first;
  guint end;
  guint side;
  guint sentences;
  guint paragraphs;
  guint n_roles[3];
  guint distance;
} GalleyLinkGap;

static inline const GalleyMark *
mark_at (GArray *marks, guint position)
{
  return &g_array_index (marks, GalleyMark, position);
}

static inline const GalleyToken *
first_token (const GalleyText *text, GArray *marks, guint position)
{
  return galley_text_token (text, mark_at (marks, position)->first_token);
}

static inline const GalleyToken *
last_token (const GalleyText *text, GArray *marks, guint position)
{
  return galley_text_token (text, mark_at (marks, position)->end_token - 1);
}

static inline guint
difference (guint a, guint b)
{
  return a > b ? a - b : b - a;
}

guint _galley_link_total (const guint *sizes, guint n_sizes);
void
_galley_link_add (GalleyLinkFeatures *features, const guint *sizes, guint template, guint value);
guint _galley_link_bucket (guint distance);
void _galley_link_measure_gap (
    const GalleyText *text, GArray *marks, guint here, guint there, GalleyLinkGap *gap);
guint _galley_link_neighbour (const GalleyText *text, GArray *marks, guint here, int step);
guint _galley_link_pattern_around (const GalleyText *text, GArray *marks, guint here);
guint _galley_link_place_in (const GalleyText *text, guint position, const char *const *words);
guint _galley_link_count_between (const GalleyText *text,
                                  const GalleyLinkGap *gap,
                                  const char *const *words);
gboolean _galley_link_has_quote_between (const GalleyText *text, const GalleyLinkGap *gap);

G_END_DECLS
