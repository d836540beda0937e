/* galley-words.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-words.h"

#include <string.h>

#include "base/galley-str.h"

#define CURLY_APOSTROPHE "\xe2\x80\x99"

/* As g_ascii_tolower(), but that is a call for each letter of each look-up. */
static inline char
to_lower (char c)
{
  return c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c;
}

/**
 * galley_word_fold:
 * @word: (out): where the folded word is put
 *
 * Folds a token for a look-up: ASCII letters in lower case, a curly apostrophe straight. A token
 * too long for any list folds to "", so that a hostile one costs nothing.
 *
 * Returns: @word
 */
const char *
galley_word_fold (const GalleyText *text, guint position, GalleyWord word)
{
  gsize length;
  const char *bytes = galley_token_text (text, position, &length);
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (n + 1 >= GALLEY_WORD_MAX)
        {
          n = 0;
          break;
        }
      if (length - i >= 3 && memcmp (bytes + i, CURLY_APOSTROPHE, 3) == 0)
        {
          word[n++] = '\'';
          i += 2;
        }
      else
        {
          word[n++] = to_lower (bytes[i]);
        }
    }
  word[n] = '\0';

  return word;
}

/**
 * galley_word_is:
 * @word: a folded word
 *
 * Returns: %TRUE if the token at @position is @word, whatever its case
 */
gboolean
galley_word_is (const GalleyText *text, guint position, const char *word)
{
  GalleyWord buffer;
  gsize length;
  const char *bytes = galley_token_text (text, position, &length);

  /* Most words differ in the first letter, which needs no folding of the others. */
  if (length > 0 && to_lower (bytes[0]) != word[0] && bytes[0] != CURLY_APOSTROPHE[0])
    return FALSE;
  return galley_str_equal (galley_word_fold (text, position, buffer), word);
}

/**
 * galley_word_is_one_of:
 * @words: (array zero-terminated=1): a few folded words, in any order
 */
gboolean
galley_word_is_one_of (const GalleyText *text, guint position, const char *const *words)
{
  GalleyWord buffer;
  const char *folded = galley_word_fold (text, position, buffer);

  for (; *words != NULL; words++)
    if (galley_str_equal (folded, *words))
      return TRUE;

  return FALSE;
}

/**
 * galley_word_is_dash:
 *
 * Returns: %TRUE for a dash of any length, a lone hyphen among them
 */
gboolean
galley_word_is_dash (const GalleyText *text, guint position)
{
  static const char *const dashes[] = { "-", "–", "—", "―", "--", NULL };

  return galley_text_token_is_any (text, position, dashes);
}

/**
 * galley_word_in_table:
 * @word: a folded word
 * @table: (array length=n_words): folded words, sorted by their bytes
 */
gboolean
galley_word_in_table (const char *word, const char *const *table, guint n_words)
{
  guint low = 0, high = n_words;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = strcmp (word, table[middle]);

      if (order == 0)
        return TRUE;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return FALSE;
}

/**
 * galley_token_text:
 * @length: (out): its bytes
 *
 * Returns: (transfer none): the token's bytes as they stand in the text, not ended by a NUL
 */
const char *
galley_token_text (const GalleyText *text, guint position, gsize *length)
{
  const GalleyToken *token = galley_text_token (text, position);

  *length = token->end - token->start;

  return text->text + token->start;
}

/**
 * galley_run_is_quotation:
 * @run: not empty
 *
 * Returns: %TRUE if a run is one quotation, from its opening mark on and not beyond its closing one
 */
gboolean
galley_run_is_quotation (const GalleyText *text, GalleyTokenRun run)
{
  gint32 pair = galley_text_token (text, run.first_token)->quotation;
  const GalleyQuotation *quotation;

  if (pair < 0)
    return FALSE;
  quotation = &g_array_index (text->quotations, GalleyQuotation, pair);

  return quotation->open_token == run.first_token && quotation->closed
         && quotation->close_token + 1 >= run.end_token;
}

/**
 * galley_run_dup:
 *
 * Returns: (transfer full): the text from @first_token up to @end_token as it stands, with every
 * run of white space as one space
 */
char *
galley_run_dup (const GalleyText *text, guint first_token, guint end_token)
{
  GString *string = g_string_new (NULL);

  for (guint i = first_token; i < end_token; i++)
    {
      gsize length;
      const char *bytes = galley_token_text (text, i, &length);

      if (i > first_token && galley_token_has (text, i, GALLEY_TOKEN_SPACE_BEFORE))
        g_string_append_c (string, ' ');
      g_string_append_len (string, bytes, (gssize) length);
    }

  return g_string_free (string, FALSE);
}
