/* galley-quotations-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/galley-text-private.h"

G_BEGIN_DECLS

/* The forms of quotation marks. */
typedef enum
{
  GALLEY_GLYPH_NONE,
  GALLEY_GLYPH_LEFT_DOUBLE,     /* “, also `` */
  GALLEY_GLYPH_RIGHT_DOUBLE,    /* ” */
  GALLEY_GLYPH_STRAIGHT_DOUBLE, /* ", also '' */
  GALLEY_GLYPH_LOW_DOUBLE,      /* „ */
  GALLEY_GLYPH_LEFT_SINGLE,     /* ‘ */
  GALLEY_GLYPH_RIGHT_SINGLE,    /* ’ */
  GALLEY_GLYPH_STRAIGHT_SINGLE, /* ' */
  GALLEY_GLYPH_LOW_SINGLE,      /* ‚ */
  GALLEY_GLYPH_LEFT_GUILLEMET,  /* «, also ‹ */
  GALLEY_GLYPH_RIGHT_GUILLEMET, /* », also › */
  GALLEY_GLYPH_LEFT_CORNER,     /* 「, also 『 */
  GALLEY_GLYPH_RIGHT_CORNER,    /* 」, also 』 */
} GalleyGlyph;

/* Marks of one sort pair with each other. */
typedef enum
{
  GALLEY_SORT_NONE,
  GALLEY_SORT_DOUBLE,
  GALLEY_SORT_SINGLE,
  GALLEY_SORT_GUILLEMET,
  GALLEY_SORT_CORNER,
  GALLEY_N_SORTS,
} GalleySort;

/**
 * GalleyQuoteMark:
 * @token: the mark
 * @glyph: its form
 * @can_open: what stands around it lets it open a quotation
 * @can_close: … or close one
 * @after_number: stands right after digits, as the signs of feet and inches do
 * @possessive: reads as the apostrophe of a plural (the voters’ choice)
 * @next_opens: the next straight double mark can only open
 *
 * A token that may be a quotation mark.
 */
typedef struct
{
  guint token;
  GalleyGlyph glyph;
  gboolean can_open : 1;
  gboolean can_close : 1;
  gboolean after_number : 1;
  gboolean possessive : 1;
  gboolean next_opens : 1;
} GalleyQuoteMark;

GalleyGlyph _galley_text_get_glyph (const GalleyText *self, guint position);
GalleySort _galley_glyph_sort (GalleyGlyph glyph);
void
_galley_quote_marks_find (const GalleyText *self, const GalleyTokenRun *paragraph, GArray *marks);

G_END_DECLS
