/* galley-quotations-marks.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-quotations-private.h"

#include <string.h>

/**
 * _galley_text_get_glyph:
 *
 * Returns: which quotation mark a token is, if any
 */
GalleyGlyph
_galley_text_get_glyph (const GalleyText *self, guint position)
{
  const GalleyToken *token = galley_text_token (self, position);
  const char *text = self->text + token->start;
  gsize length = token->end - token->start;

  if (token->flags & GALLEY_TOKEN_WORD)
    return GALLEY_GLYPH_NONE;
  if (length == 1)
    return *text == '"'    ? GALLEY_GLYPH_STRAIGHT_DOUBLE
           : *text == '\'' ? GALLEY_GLYPH_STRAIGHT_SINGLE
                           : GALLEY_GLYPH_NONE;
  if (length == 2 && memcmp (text, "''", 2) == 0)
    return GALLEY_GLYPH_STRAIGHT_DOUBLE;
  if (length == 2 && memcmp (text, "``", 2) == 0)
    return GALLEY_GLYPH_LEFT_DOUBLE;
  if (length != (gsize) g_utf8_skip[(guchar) *text])
    return GALLEY_GLYPH_NONE;

  switch (g_utf8_get_char (text))
    {
    case 0x201c:
    case 0x201f:
      return GALLEY_GLYPH_LEFT_DOUBLE;
    case 0x201d:
      return GALLEY_GLYPH_RIGHT_DOUBLE;
    case 0x201e:
      return GALLEY_GLYPH_LOW_DOUBLE;
    case LEFT_SINGLE:
    case 0x201b:
      return GALLEY_GLYPH_LEFT_SINGLE;
    case RIGHT_SINGLE:
      return GALLEY_GLYPH_RIGHT_SINGLE;
    case 0x201a:
      return GALLEY_GLYPH_LOW_SINGLE;
    case 0xab:
    case 0x2039:
      return GALLEY_GLYPH_LEFT_GUILLEMET;
    case 0xbb:
    case 0x203a:
      return GALLEY_GLYPH_RIGHT_GUILLEMET;
    case 0x300c:
    case 0x300e:
      return GALLEY_GLYPH_LEFT_CORNER;
    case 0x300d:
    case 0x300f:
      return GALLEY_GLYPH_RIGHT_CORNER;
    default:
      return GALLEY_GLYPH_NONE;
    }
}

GalleySort
_galley_glyph_sort (GalleyGlyph glyph)
{
  switch (glyph)
    {
    case GALLEY_GLYPH_LEFT_DOUBLE:
    case GALLEY_GLYPH_RIGHT_DOUBLE:
    case GALLEY_GLYPH_STRAIGHT_DOUBLE:
    case GALLEY_GLYPH_LOW_DOUBLE:
      return GALLEY_SORT_DOUBLE;
    case GALLEY_GLYPH_LEFT_SINGLE:
    case GALLEY_GLYPH_RIGHT_SINGLE:
    case GALLEY_GLYPH_STRAIGHT_SINGLE:
    case GALLEY_GLYPH_LOW_SINGLE:
      return GALLEY_SORT_SINGLE;
    case GALLEY_GLYPH_LEFT_GUILLEMET:
    case GALLEY_GLYPH_RIGHT_GUILLEMET:
      return GALLEY_SORT_GUILLEMET;
    case GALLEY_GLYPH_LEFT_CORNER:
    case GALLEY_GLYPH_RIGHT_CORNER:
      return GALLEY_SORT_CORNER;
    case GALLEY_GLYPH_NONE:
    default:
      return GALLEY_SORT_NONE;
    }
}

static gboolean
is_one_of (const GalleyText *self, guint position, const char *const *literals)
{
  for (; *literals != NULL; literals++)
    {
      if (galley_text_token_is (self, position, *literals))
        return TRUE;
    }

  return FALSE;
}

/* What an opening mark may stand right after. */
static gboolean
is_opening (const GalleyText *self, guint position)
{
  static const char *const openings[] = { "(",   "[", "{", "—", "–", "-", "--",
                                          "---", "/", ":", "―", "¿", "¡", NULL };

  return is_one_of (self, position, openings);
}

/* What a closing mark may stand right before. */
static gboolean
is_closing (const GalleyText *self, guint position)
{
  static const char *const closings[] = { ".", ",",  ";",   ":",  "!",  "?", ")",  "]",
                                          "}", "…",  "...", "—",  "–",  "-", "--", "---",
                                          "/", "’s", "'s",  "’S", "'S", "―", "*",  NULL };

  return is_one_of (self, position, closings);
}

static gboolean
is_ellipsis (const GalleyText *self, guint position)
{
  const GalleyToken *token = galley_text_token (self, position);

  return galley_text_token_is (self, position, "…")
         || (self->text[token->start] == '.' && token->end - token->start > 1);
}

static inline gboolean
has_space (const GalleyText *self, guint position)
{
  return (galley_text_token (self, position)->flags & GALLEY_TOKEN_SPACE_BEFORE) != 0;
}

/* Whether the mark before @position, right next to it, looks like an opening one. */
static gboolean
follows_opening_mark (const GalleyText *self, guint position, GArray *marks)
{
  const GalleyQuoteMark *before;

  if (marks->len == 0)
    return FALSE;

  before = &g_array_index (marks, GalleyQuoteMark, marks->len - 1);
  return before->token + 1 == position && before->can_open && !before->can_close;
}

static gboolean
is_boundary_before (const GalleyText *self,
                    const GalleyTokenRun *paragraph,
                    guint position,
                    GArray *marks)
{
  return position == paragraph->first_token || has_space (self, position)
         || is_opening (self, position - 1) || is_ellipsis (self, position - 1)
         || follows_opening_mark (self, position, marks);
}

static gboolean
is_boundary_after (const GalleyText *self, const GalleyTokenRun *paragraph, guint position)
{
  guint next = position + 1;

  return next == paragraph->end_token || has_space (self, next) || is_closing (self, next)
         || _galley_text_get_glyph (self, next) != GALLEY_GLYPH_NONE;
}

static gboolean
is_number_before (const GalleyText *self, const GalleyTokenRun *paragraph, guint position)
{
  const GalleyToken *before;
  char last;

  if (position == paragraph->first_token || has_space (self, position))
    return FALSE;

  before = galley_text_token (self, position - 1);
  last = self->text[before->end - 1];

  return (before->flags & GALLEY_TOKEN_NUMBER) && g_ascii_isdigit (last);
}

/* Words that do not follow a possessive. */
static gboolean
is_function_word (const GalleyText *self, guint position)
{
  static const char *const words[] = {
    "a",     "after", "an",   "and",  "are",  "as",    "at",   "because", "before", "but",
    "by",    "for",   "from", "had",  "has",  "have",  "he",   "if",      "in",     "is",
    "it",    "not",   "of",   "on",   "or",   "said",  "says", "she",     "so",     "than",
    "that",  "the",   "they", "this", "to",   "told",  "was",  "we",      "were",   "when",
    "which", "while", "who",  "will", "with", "would", "you",  "i",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (galley_text_token_equals (self, position, words[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
reads_as_possessive (const GalleyText *self, const GalleyTokenRun *paragraph, guint position)
{
  const GalleyToken *before, *after;
  char last;

  if (position == paragraph->first_token || position + 1 >= paragraph->end_token
      || has_space (self, position) || !has_space (self, position + 1))
    return FALSE;

  before = galley_text_token (self, position - 1);
  after = galley_text_token (self, position + 1);
  if (!(before->flags & GALLEY_TOKEN_WORD)
      || !((after->flags & GALLEY_TOKEN_WORD)
           || _galley_text_get_glyph (self, position + 1) == GALLEY_GLYPH_LEFT_DOUBLE))
    return FALSE;

  last = g_ascii_tolower (self->text[before->end - 1]);
  if (last == 'n') /* goin’ home */
    return before->end - before->start > 3 && self->text[before->end - 2] == 'i'
           && !is_function_word (self, position + 1);

  return (last == 's' || last == 'z' || last == 'x') && !is_function_word (self, position + 1);
}

static void
add_mark (const GalleyText *self,
          const GalleyTokenRun *paragraph,
          guint position,
          GalleyGlyph glyph,
          GArray *marks)
{
  GalleyQuoteMark mark = { .token = position, .glyph = glyph };
  guint next = position + 1;
  gboolean stands_off = next < paragraph->end_token && has_space (self, next);

  mark.after_number = is_number_before (self, paragraph, position);
  mark.can_open = next < paragraph->end_token && !stands_off
                  && is_boundary_before (self, paragraph, position, marks)
                  && (!is_closing (self, next) || is_ellipsis (self, next));
  mark.can_close = position > paragraph->first_token && !has_space (self, position)
                   && is_boundary_after (self, paragraph, position)
                   && !follows_opening_mark (self, position, marks);
  if (_galley_glyph_sort (glyph) == GALLEY_SORT_SINGLE)
    {
      mark.possessive = mark.can_close && reads_as_possessive (self, paragraph, position);
      if (glyph == GALLEY_GLYPH_STRAIGHT_SINGLE && mark.after_number)
        mark.possessive = TRUE; /* feet */
    }
  g_array_append_val (marks, mark);
}

/* What a mark is depends on the marks after it: a plural's apostrophe closes if nothing else can.
 */
static void
look_ahead (GArray *marks)
{
  gboolean single_closes = FALSE, straight_opens = FALSE;

  for (guint i = marks->len; i-- > 0;)
    {
      GalleyQuoteMark *mark = &g_array_index (marks, GalleyQuoteMark, i);

      if (_galley_glyph_sort (mark->glyph) == GALLEY_SORT_SINGLE)
        {
          mark->possessive &= single_closes;
          single_closes =
              mark->can_close && !mark->can_open && mark->glyph != GALLEY_GLYPH_LEFT_SINGLE;
        }
      else if (mark->glyph == GALLEY_GLYPH_STRAIGHT_DOUBLE)
        {
          mark->next_opens = straight_opens;
          straight_opens = mark->can_open && !mark->can_close;
        }
    }
}

/**
 * _galley_quote_marks_find:
 * @marks: (element-type GalleyQuoteMark): emptied, then filled with those of @paragraph
 */
void
_galley_quote_marks_find (const GalleyText *self, const GalleyTokenRun *paragraph, GArray *marks)
{
  g_array_set_size (marks, 0);
  for (guint i = paragraph->first_token; i < paragraph->end_token; i++)
    {
      GalleyGlyph glyph = _galley_text_get_glyph (self, i);

      if (glyph != GALLEY_GLYPH_NONE)
        add_mark (self, paragraph, i, glyph, marks);
    }
  look_ahead (marks);
}
