/* galley-sentences.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-quotations-private.h"

#include <string.h>

/* How far after “…?” a verb of saying is looked for: “Why?” Sen. Ann B. Smith asked. */
#define SPEAKER_WORDS 6

/* What a token may do to a sentence. */
typedef enum
{
  STOP_NONE,
  STOP_PERIOD,
  STOP_QUESTION, /* also an exclamation */
  STOP_ELLIPSIS,
  STOP_ABBREVIATION,
  STOP_TITLE, /* an abbreviation or initial that never ends one */
} Stop;

static inline char
first_byte (const GalleyText *self, guint position)
{
  return self->text[galley_text_token (self, position)->start];
}

static inline guint
length_of (const GalleyText *self, guint position)
{
  const GalleyToken *token = galley_text_token (self, position);

  return token->end - token->start;
}

static inline gboolean
has_flags (const GalleyText *self, guint position, guint flags)
{
  return (galley_text_token (self, position)->flags & flags) != 0;
}

/* Of a word that ends with a period. */
static Stop
abbreviation_stop (const GalleyText *self, guint position)
{
  const GalleyToken *token = galley_text_token (self, position);
  const char *text = self->text + token->start;
  gsize length = token->end - token->start - 1;

  if (length == 1 && g_ascii_isupper (*text))
    return STOP_TITLE;

  switch (_galley_abbreviation_find (text, length))
    {
    case GALLEY_ABBREVIATION_TITLE:
    case GALLEY_ABBREVIATION_BEFORE_NUMBER:
      return STOP_TITLE;
    case GALLEY_ABBREVIATION_OTHER:
    case GALLEY_ABBREVIATION_NONE:
    default:
      return STOP_ABBREVIATION;
    }
}

static Stop
get_stop (const GalleyText *self, guint position)
{
  const GalleyToken *token = galley_text_token (self, position);
  const char *text = self->text + token->start;

  if (token->flags & GALLEY_TOKEN_WORD)
    return self->text[token->end - 1] == '.' ? abbreviation_stop (self, position) : STOP_NONE;
  if (*text == '.')
    return token->end - token->start > 1 ? STOP_ELLIPSIS : STOP_PERIOD;
  if (*text == '?' || *text == '!')
    return STOP_QUESTION;
  if (galley_text_token_is (self, position, "…"))
    return STOP_ELLIPSIS;
  if (galley_text_token_is (self, position, "‽") || galley_text_token_is (self, position, "。"))
    return STOP_QUESTION;

  return STOP_NONE;
}

/* Closing marks and brackets stay with the sentence before them. */
static gboolean
sticks_left (const GalleyText *self, guint position)
{
  GalleyGlyph glyph;

  if (has_flags (self, position, GALLEY_TOKEN_CLOSES_QUOTE))
    return TRUE;
  if (has_flags (self, position, GALLEY_TOKEN_SPACE_BEFORE | GALLEY_TOKEN_OPENS_QUOTE))
    return FALSE;
  if (strchr (")]}", first_byte (self, position)) != NULL || get_stop (self, position) != STOP_NONE)
    return !has_flags (self, position, GALLEY_TOKEN_WORD);

  glyph = _galley_text_get_glyph (self, position);
  return glyph != GALLEY_GLYPH_NONE && glyph != GALLEY_GLYPH_LEFT_DOUBLE
         && glyph != GALLEY_GLYPH_LEFT_SINGLE;
}

/* Names that end with a mark of exclamation. */
static gboolean
is_exclaimed_name (const GalleyText *self, guint position)
{
  static const char *const names[] = { "yahoo", "jeb", "jeopardy", "oklahoma", "yum", "chips" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (galley_text_token_equals (self, position, names[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_saying (const GalleyText *self, guint position)
{
  static const char *const verbs[] = {
    "said",     "says",    "asked",    "asks",      "told",     "added",  "wrote",
    "replied",  "tweeted", "shouted",  "exclaimed", "wondered", "joked",  "responded",
    "answered", "writes",  "demanded", "continued", "cried",    "yelled",
  };

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (galley_text_token_equals (self, position, verbs[i]))
        return TRUE;
    }

  return FALSE;
}

/* Whether “…?” goes on with who said it. */
static gboolean
goes_on_with_speaker (const GalleyText *self, guint position, guint end)
{
  for (guint i = position; i < MIN (end, position + SPEAKER_WORDS); i++)
    {
      if (is_saying (self, i))
        return TRUE;
      if (!has_flags (self, i, GALLEY_TOKEN_CAPITAL))
        return FALSE;
    }

  return FALSE;
}

/* iPhone, eBay: a small letter that says nothing. */
static gboolean
has_inner_capital (const GalleyText *self, guint position)
{
  const GalleyToken *token = galley_text_token (self, position);

  return token->end - token->start > 2
         && (g_ascii_isupper (self->text[token->start + 1])
             || g_ascii_isupper (self->text[token->start + 2]));
}

static gboolean
is_small (const GalleyText *self, guint position)
{
  return has_flags (self, position, GALLEY_TOKEN_WORD)
         && !has_flags (self, position, GALLEY_TOKEN_CAPITAL | GALLEY_TOKEN_NUMBER)
         && g_ascii_islower (first_byte (self, position)) && !has_inner_capital (self, position);
}

static gboolean
opens_sentence (const GalleyText *self, guint position)
{
  return _galley_word_opens_sentence (self->text + galley_text_token (self, position)->start,
                                      length_of (self, position));
}

static gboolean
is_opening_mark (const GalleyText *self, guint position)
{
  GalleyGlyph glyph = _galley_text_get_glyph (self, position);

  return has_flags (self, position, GALLEY_TOKEN_OPENS_QUOTE) || glyph == GALLEY_GLYPH_LEFT_DOUBLE
         || glyph == GALLEY_GLYPH_LEFT_SINGLE;
}

/* The number of a list ("1. Win"), which would else be a sentence. */
static gboolean
is_list_number (const GalleyText *self, guint start, guint period)
{
  return period == start + 1 && length_of (self, start) <= 3
         && has_flags (self, start, GALLEY_TOKEN_NUMBER)
         && has_flags (self, start, GALLEY_TOKEN_PARAGRAPH_START);
}

static gboolean
period_ends (const GalleyText *self, guint start, guint period, guint next)
{
  gboolean closed = next > period + 1;

  if (is_list_number (self, start, period))
    return FALSE;
  if (!has_flags (self, next, GALLEY_TOKEN_SPACE_BEFORE) && !closed)
    return (has_flags (self, next, GALLEY_TOKEN_CAPITAL) && period > start
            && length_of (self, period - 1) > 1)
           || is_opening_mark (self, next);
  if (!is_small (self, next))
    return TRUE;

  /* Small letters follow a period after an abbreviation that is not known or within “….” he said,
   * and in careless text, where a common word stands before it. */
  return !closed && period > start && is_small (self, period - 1)
         && length_of (self, period - 1) > 3;
}

/* @stop: where it stands; @next: the first token after it that does not stick to it. */
static gboolean
ends_sentence (const GalleyText *self, guint start, guint position, guint next, guint end)
{
  switch (get_stop (self, position))
    {
    case STOP_PERIOD:
      return period_ends (self, start, position, next);
    case STOP_QUESTION:
      if (is_small (self, next))
        return FALSE;
      if (position > start && next == position + 1 && is_exclaimed_name (self, position - 1))
        return opens_sentence (self, next);
      return next == position + 1 || !goes_on_with_speaker (self, next, end);
    case STOP_ELLIPSIS:
      return has_flags (self, next, GALLEY_TOKEN_CAPITAL)
                 ? !galley_text_token_equals (self, next, "i")
                       && has_flags (self, next, GALLEY_TOKEN_SPACE_BEFORE)
                 : is_opening_mark (self, next);
    case STOP_ABBREVIATION:
      return opens_sentence (self, next)
             || (is_opening_mark (self, next) && next + 1 < end
                 && has_flags (self, next + 1, GALLEY_TOKEN_CAPITAL));
    case STOP_TITLE:
    case STOP_NONE:
    default:
      return FALSE;
    }
}

static void
add_sentence (GalleyText *self, guint first_token, guint end_token)
{
  GalleyTokenRun run = { first_token, end_token };

  for (guint i = first_token; i < end_token; i++)
    galley_text_token (self, i)->sentence = self->sentences->len;
  galley_text_token (self, first_token)->flags |= GALLEY_TOKEN_SENTENCE_START;
  g_array_append_val (self->sentences, run);
}

static void
split_paragraph (GalleyText *self, const GalleyTokenRun *paragraph)
{
  guint start = paragraph->first_token;
  guint i = start;

  while (i < paragraph->end_token)
    {
      guint stop = i++;

      if (get_stop (self, stop) == STOP_NONE)
        continue;
      /* Of "?!" and "...." the last one decides. */
      while (i < paragraph->end_token && sticks_left (self, i))
        {
          if (get_stop (self, i) != STOP_NONE)
            stop = i;
          i++;
        }
      if (i < paragraph->end_token && ends_sentence (self, start, stop, i, paragraph->end_token))
        {
          add_sentence (self, start, i);
          start = i;
        }
    }
  add_sentence (self, start, paragraph->end_token);
}

/**
 * _galley_text_find_sentences:
 *
 * Splits the paragraphs of @self into sentences. Needs its quotation marks.
 */
void
_galley_text_find_sentences (GalleyText *self)
{
  for (guint i = 0; i < self->paragraphs->len; i++)
    split_paragraph (self, &g_array_index (self->paragraphs, GalleyTokenRun, i));
}
