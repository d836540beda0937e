/* galley-reader-rules-marks.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reader-rules-private.h"

#define MIN_QUOTE_WORDS   4 /* fewer are a term, a title or a scare quote */
#define SURE_QUOTE_WORDS  7
#define MAX_TITLE_SHARE   0.7
#define QUOTE_PROBABILITY 0.8
#define SHORT_PROBABILITY 0.6

/**
 * _galley_rules_add:
 *
 * Adds a mark. Where another holds some of its tokens already it gets what is left, in parts.
 */
void
_galley_rules_add (GalleyRules *rules, GalleyRole role, guint first, guint end, double probability)
{
  guint i = first;

  while (i < end)
    {
      GalleyMark mark = { role, i, i, probability };

      while (i < end && !rules->taken[i])
        rules->taken[i++] = TRUE;
      mark.end_token = i;
      /* A comma alone is nobody's content. */
      while (mark.first_token < mark.end_token && role == GALLEY_ROLE_CONTENT
             && galley_text_token_is (rules->text, mark.first_token, ","))
        mark.first_token++;
      if (mark.first_token < mark.end_token)
        g_array_append_val (rules->marks, mark);
      while (i < end && rules->taken[i])
        i++;
    }
}

/**
 * _galley_rules_widen_start:
 * @start: where a content begins within its sentence
 *
 * Returns: where it really begins: with the quotation, if that opened in a sentence before
 */
guint
_galley_rules_widen_start (const GalleyRules *rules, guint start)
{
  gint32 position = galley_text_token (rules->text, start)->quotation;

  for (guint depth = 0; position >= 0 && depth < GALLEY_RULES_DEPTH; depth++)
    {
      const GalleyQuotation *quotation =
          &g_array_index (rules->text->quotations, GalleyQuotation, position);

      start = MIN (start, quotation->open_token);
      position = quotation->parent;
    }
  while (rules->taken[start])
    start++;

  return start;
}

/**
 * _galley_rules_content_end:
 * @start: where a content begins
 * @end: where its sentence ends
 *
 * Returns: where the content ends: with the closing mark of its last quotation, even sentences
 * later; else before the period
 */
guint
_galley_rules_content_end (const GalleyRules *rules, guint start, guint end)
{
  const GalleyToken *last;

  if (end <= start)
    return end;

  last = galley_text_token (rules->text, end - 1);
  if (last->quotation >= 0)
    {
      gint32 position = last->quotation;

      for (guint depth = 0; position >= 0 && depth < GALLEY_RULES_DEPTH; depth++)
        {
          const GalleyQuotation *quotation =
              &g_array_index (rules->text->quotations, GalleyQuotation, position);

          if (quotation->open_token < start)
            break;
          end = MAX (end, quotation->close_token + 1);
          position = quotation->parent;
        }
      if (position != last->quotation)
        return end;
    }
  while (end > start + 1 && !_galley_rules_flag (rules, end - 1, GALLEY_TOKEN_WORD)
         && !_galley_rules_flag (rules, end - 1, GALLEY_TOKEN_CLOSES_QUOTE)
         && (galley_text_token_is (rules->text, end - 1, ".")
             || galley_text_token_is (rules->text, end - 1, ";")
             || galley_text_token_is (rules->text, end - 1, ":")
             || galley_text_token_is (rules->text, end - 1, ",")))
    end--;

  return end;
}

/* Whether a quotation is a title or a name: Most of Its Words Are Like This. */
static gboolean
is_title (const GalleyRules *rules, const GalleyQuotation *quotation, guint n_words)
{
  guint n_capitals = 0;

  for (guint i = quotation->open_token + 1; i < quotation->close_token; i++)
    n_capitals += _galley_rules_flag (rules, i, GALLEY_TOKEN_CAPITAL);

  return n_words < SURE_QUOTE_WORDS && n_capitals > MAX_TITLE_SHARE * n_words;
}

/**
 * _galley_rules_find_quotes:
 *
 * What stands in quotation marks and was found by no other rule is content, if it is long enough.
 */
void
_galley_rules_find_quotes (GalleyRules *rules, const gboolean *wanted)
{
  for (guint i = 0; i < rules->text->quotations->len; i++)
    {
      const GalleyQuotation *quotation =
          &g_array_index (rules->text->quotations, GalleyQuotation, i);
      guint n_words = 0;

      if (quotation->parent >= 0
          || (wanted != NULL
              && !wanted[galley_text_token (rules->text, quotation->open_token)->paragraph])
          || rules->taken[quotation->open_token])
        continue;
      for (guint j = quotation->open_token; j <= quotation->close_token; j++)
        n_words += _galley_rules_flag (rules, j, GALLEY_TOKEN_WORD);
      if (n_words < MIN_QUOTE_WORDS || is_title (rules, quotation, n_words))
        continue;
      _galley_rules_add (rules,
                         GALLEY_ROLE_CONTENT,
                         quotation->open_token,
                         quotation->close_token + 1,
                         n_words < SURE_QUOTE_WORDS ? SHORT_PROBABILITY : QUOTE_PROBABILITY);
    }
}
