/* galley-names-trades.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-names-private.h"

#include <string.h>

#include "language/galley-tagger.h"

#include "detect/galley-gazetteer.h"
#include "detect/galley-words.h"

#define MIN_TRADE 5 /* bytes */

/* clang-format off */
/* Nouns with the ending of a trade that are none, sorted. */
static const char *const no_trades[] = {
  "after", "altar", "alter", "anger", "another", "answer", "banner", "barrier", "beer",
  "better", "bitter", "border", "bumper", "butter", "centre", "chamber", "chapter", "charter",
  "cider", "clamor", "clever", "cluster", "coffee", "collar", "colour", "committee", "computer",
  "container", "copper", "corner", "counter", "cover", "december", "degree", "differ", "dinner",
  "disaster", "disorder", "dollar", "easter", "either", "elder", "error", "ever", "factor",
  "favor", "fever", "filter", "finger", "flavor", "floor", "flower", "former", "further",
  "gender", "guarantee", "hammer", "harbor", "helicopter", "higher", "honor", "horror",
  "however", "humor", "hunger", "inner", "jubilee", "junior", "labor", "ladder", "larger",
  "later", "latter", "layer", "letter", "lever", "liquor", "litter", "lower", "major", "manner",
  "master", "matter", "meter", "minister", "minor", "mirror", "monitor", "motor", "murder",
  "neither", "never", "newsletter", "november", "number", "october", "offer", "older", "order",
  "other", "outdoor", "outer", "over", "paper", "pepper", "per", "poster", "powder", "power",
  "prior", "proper", "quarter", "rather", "rear", "refer", "register", "remainder", "river",
  "rocker", "rubber", "rumor", "scooter", "sector", "semester", "senior", "september", "server",
  "shelter", "shoulder", "shower", "silver", "skyscraper", "sober", "softer", "sooner",
  "specter", "steer", "stronger", "subcommittee", "sugar", "summer", "super", "supper",
  "surrender", "tender", "terror", "theater", "timber", "together", "tower", "tractor",
  "trailer", "transfer", "tumor", "under", "upper", "vapor", "vector", "water", "weather",
  "whether", "winter", "wonder", "younger",
};

/* Letters after a name. */
static const char *const post_nominals[] = {
  "cbe", "esq", "kbe", "kc", "mbe", "md", "mep", "msp", "obe", "phd", "qc", "rn", "td",
};
/* clang-format on */

/**
 * _galley_name_is_trade:
 *
 * Returns: %TRUE if the word has the ending of what somebody does: "midfielder", "pianist"
 */
gboolean
_galley_name_is_trade (const GalleyText *text, guint position)
{
  static const char *const endings[] = {
    "er", "or", "ist", "eer", "ee", "ian", "man", "woman", NULL
  };
  GalleyWord word;

  galley_word_fold (text, position, word);
  if (strlen (word) < MIN_TRADE || galley_token_in (text, position, no_trades)
      || galley_gazetteer_is_given_name (word))
    return FALSE;
  for (guint i = 0; endings[i] != NULL; i++)
    {
      if (g_str_has_suffix (word, endings[i]))
        return TRUE;
    }

  return FALSE;
}

/* Small letters; the tagger has often not seen the word, and takes it for a verb. */
static gboolean
is_common_noun (const GalleyText *text, guint position)
{
  const GalleyToken *token = galley_text_token (text, position);
  const char *tag = galley_tag_to_string (token->tag);
  GalleyWord word;

  if ((token->flags & GALLEY_TOKEN_CAPITAL) != 0)
    return FALSE;

  return g_str_has_prefix (tag, "NN") || g_str_has_prefix (tag, "JJ")
         || g_str_has_suffix (galley_word_fold (text, position, word), "ist");
}

/* Two words in capitals, none of them the kind of a body: "Yuki Amano", not "Electric Company" */
static gboolean
is_whole_name (const GalleyText *text, guint position)
{
  GalleyWord word;

  for (guint i = position; i < position + 2; i++)
    {
      if (galley_noun_find (galley_word_fold (text, i, word), NULL) != NULL
          || galley_token_has (text, i, GALLEY_TOKEN_ALL_CAPS))
        return FALSE;
    }

  return position + 2 >= text->tokens->len
         || !galley_token_has (text, position + 2, GALLEY_TOKEN_CAPITAL);
}

/**
 * _galley_name_is_trade_before_name:
 *
 * Returns: %TRUE if the word tells what the person named right after it does: "striker Ann Lee"
 */
gboolean
_galley_name_is_trade_before_name (const GalleyText *text, guint position)
{
  gboolean opens = galley_token_has (text, position, GALLEY_TOKEN_SENTENCE_START);
  GalleyWord next;

  if (position + 2 >= text->tokens->len
      || !galley_token_has (text, position + 1, GALLEY_TOKEN_CAPITAL)
      || !galley_token_has (text, position + 2, GALLEY_TOKEN_CAPITAL)
      || (!opens && !is_common_noun (text, position)))
    return FALSE;
  galley_word_fold (text, position + 1, next);
  if (opens && !galley_gazetteer_is_given_name (next) && !is_whole_name (text, position + 1))
    return FALSE;

  return _galley_name_is_trade (text, position);
}

/**
 * _galley_name_is_post_nominal:
 *
 * Returns: %TRUE for letters that stand after a name and are no part of it: "KC", "OBE"
 */
gboolean
_galley_name_is_post_nominal (const GalleyText *text, guint position)
{
  return position > 0 && galley_token_has (text, position - 1, GALLEY_TOKEN_CAPITAL)
         && galley_token_has (text, position, GALLEY_TOKEN_CAPITAL)
         && galley_token_in (text, position, post_nominals);
}
