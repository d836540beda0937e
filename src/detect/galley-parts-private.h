/* galley-parts-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/galley-text.h"
#include "model/galley-metadata.h"

G_BEGIN_DECLS

/* What a line of an article is; names as in the taxonomy. */
typedef enum
{
  GALLEY_PART_PARAGRAPH,
  GALLEY_PART_HEADLINE,
  GALLEY_PART_DECK,
  GALLEY_PART_KICKER,
  GALLEY_PART_BYLINE,
  GALLEY_PART_DATE,
  GALLEY_PART_LIST_ITEM,
  GALLEY_PART_BLOCK_QUOTE,
  GALLEY_PART_CAPTION,
  GALLEY_PART_PULL_QUOTE,
  GALLEY_PART_AUTHOR_NOTE,
  GALLEY_PART_CORRECTION,
  GALLEY_PART_BOILERPLATE,
  GALLEY_PART_DATELINE,
  GALLEY_N_PARTS,
} GalleyPart;

/**
 * GalleyLine:
 * @run: its tokens
 * @n_words: how many of them are words
 * @part: what it is
 * @name: of a byline, the name
 * @date: (where not empty): a date that ends the line
 * @dateline: (where not empty): the dateline that begins it
 *
 * A paragraph, while its part is being found out. Runs are of tokens.
 */
typedef struct
{
  GalleyTokenRun run;
  guint n_words;
  GalleyPart part;
  GalleyTokenRun name;
  GalleyTokenRun date;
  GalleyTokenRun dateline;
} GalleyLine;

/* A date; 0 where the article does not say. */
typedef struct
{
  guint year;
  guint month;
  guint day;
  gboolean time;
} GalleyDate;

#define GALLEY_LINE_START 96 /* bytes of a line's beginning that are looked at, with NUL */

/* The lines (GalleyLine) of a text; those that follow fill them in, in this order. */
GArray *_galley_lines_new (const GalleyText *text);
void _galley_lines_find_marked (const GalleyText *text, GArray *lines);
void _galley_lines_find_front (const GalleyText *text, GArray *lines);
void _galley_lines_find_end (const GalleyText *text, GArray *lines);

static inline GalleyLine *
_galley_line (GArray *lines, guint position)
{
  return &g_array_index (lines, GalleyLine, position);
}

void _galley_line_get_start (const GalleyText *text, const GalleyLine *line, char *start);
gboolean _galley_line_ends_sentence (const GalleyText *text, const GalleyLine *line);

gboolean _galley_line_is_age (const GalleyText *text, const GalleyLine *line);
gboolean _galley_line_contains (const GalleyText *text, const GalleyLine *line, const char *words);
guint _galley_date_scan (const GalleyText *text, guint first, guint end, GalleyDate *date);
guint
_galley_dateline_scan (const GalleyText *text, const GalleyLine *line, GalleyTokenRun *agency);
const char *_galley_agency_find (const GalleyText *text, GalleyTokenRun run);
gboolean _galley_name_words (const GalleyText *text, guint first, guint end);

const char *_galley_work_guess (const GalleyText *text, GArray *lines);

G_END_DECLS
