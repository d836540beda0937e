/* galley-names.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-mention.h"

#include <string.h>

#include "language/galley-tagger.h"

#include "detect/galley-gazetteer.h"
#include "detect/galley-names-private.h"
#include "detect/galley-words.h"

#define MAX_NAME_TOKENS 8
#define MIN_SHOUTED     4 /* bytes: shorter words in capitals may be initials */

/* clang-format off */
/* Words no name and no role begins or goes on with, sorted. */
static const char *const stop_words[] = {
  "a", "about", "according", "after", "again", "against", "all", "also", "although", "am", "an",
  "and", "another", "any", "are", "as", "at", "be", "because", "been", "before", "being", "but",
  "by", "can", "could", "did", "do", "does", "during", "each", "even", "every", "for", "from",
  "had", "has", "have", "he", "her", "here", "hers", "him", "his", "how", "however", "i", "if",
  "in", "instead", "into", "is", "it", "its", "just", "last", "later", "like", "many", "may",
  "meanwhile", "might", "monday", "more", "most", "must", "my", "neither", "no", "nor", "not",
  "now", "on", "once", "one", "only", "or", "other", "our", "over", "perhaps", "said", "saturday",
  "says", "she", "should", "since", "so", "some", "still", "such", "sunday", "than", "that",
  "the", "their", "them", "then", "there", "these", "they", "this", "those", "though", "through",
  "thursday", "to", "too", "tuesday", "under", "until", "up", "us", "was", "we", "wednesday",
  "were", "what", "when", "where", "whether", "which", "while", "who", "whom", "whose", "why",
  "will", "with", "without", "would", "yes", "yet", "you", "your",
};

static const char *const particles[] = {
  "al", "ben", "bin", "da", "de", "del", "della", "der", "di", "dos", "du", "el", "ibn", "la",
  "le", "of", "ter", "van", "von", "y",
};

/* What stands after "of" in an office: Secretary of State, Chief of Staff. */
static const char *const portfolios[] = {
  "affairs", "agriculture", "commerce", "commons", "defence", "defense", "education", "energy",
  "finance", "health", "intelligence", "interior", "justice", "labor", "labour", "lords",
  "operations", "police", "relations", "representatives", "security", "services", "staff",
  "state", "transport", "transportation", "treasury", "war",
};
/* clang-format on */

static const GalleyNoun *
noun_at (const GalleyText *text, guint position)
{
  GalleyWord word;

  return galley_noun_find (galley_word_fold (text, position, word), NULL);
}

static gboolean
is_given_name (const GalleyText *text, guint position)
{
  GalleyWord word;

  return galley_gazetteer_is_given_name (galley_word_fold (text, position, word));
}

static gboolean
is_initial (const GalleyText *text, guint position)
{
  gsize length;
  const char *bytes = galley_token_text (text, position, &length);

  return length <= 2 && g_ascii_isupper (bytes[0]) && (length == 1 || bytes[1] == '.');
}

gboolean
_galley_name_is_stop_word (const GalleyText *text, guint position)
{
  /* "US" and "IT" in capitals are no pronouns. */
  if (galley_token_has (text, position, GALLEY_TOKEN_ALL_CAPS))
    return FALSE;

  return galley_token_in (text, position, stop_words);
}

/* Whether the token before stands in the same sentence and is a first name, so that "King" after
 * "Stephen" is a surname. */
static gboolean
follows_given_name (const GalleyText *text, guint position)
{
  return position > 0 && galley_token_has (text, position, GALLEY_TOKEN_CAPITAL)
         && !galley_token_has (text, position, GALLEY_TOKEN_SENTENCE_START)
         && galley_token_has (text, position - 1, GALLEY_TOKEN_CAPITAL)
         && (is_given_name (text, position - 1) || is_initial (text, position - 1));
}

/**
 * galley_title_token:
 *
 * Returns: %TRUE if the token says what a person is: "President", "spokesman", "Mr."
 */
gboolean
galley_title_token (const GalleyText *text, guint position)
{
  const GalleyNoun *noun = noun_at (text, position);

  if (noun == NULL)
    return _galley_name_is_trade_before_name (text, position);

  return noun->noun_class == GALLEY_NOUN_CLASS_PERSON && !follows_given_name (text, position);
}

/**
 * galley_name_token:
 *
 * Returns: %TRUE if the token may be part of a name
 */
gboolean
galley_name_token (const GalleyText *text, guint position)
{
  return galley_token_has (text, position, GALLEY_TOKEN_CAPITAL)
         && galley_token_has (text, position, GALLEY_TOKEN_WORD)
         && !_galley_name_is_stop_word (text, position) && !galley_title_token (text, position)
         && !_galley_name_is_post_nominal (text, position);
}

gboolean
_galley_name_is_portfolio (const GalleyText *text, guint position, guint first_token)
{
  if (position < first_token + 2 || !galley_token_in (text, position, portfolios))
    return FALSE;
  for (guint i = position - 1; i + 1 > first_token && i + 6 > position; i--)
    {
      if (galley_word_is (text, i, "of"))
        return TRUE;
      if (!galley_token_has (text, i, GALLEY_TOKEN_CAPITAL) && !galley_word_is (text, i, "and"))
        return FALSE;
      if (i == 0)
        break;
    }

  return FALSE;
}

/* "of" goes on with the name of a body only: Bank of England. */
static gboolean
is_particle (const GalleyText *text, guint position, guint first_token)
{
  if (position <= first_token || !galley_token_in (text, position, particles)
      || galley_token_has (text, position, GALLEY_TOKEN_CAPITAL))
    return FALSE;
  if (galley_word_is (text, position, "of"))
    {
      const GalleyNoun *noun = noun_at (text, position - 1);

      return noun != NULL && noun->noun_class != GALLEY_NOUN_CLASS_PERSON
             && galley_token_has (text, position - 1, GALLEY_TOKEN_CAPITAL);
    }

  return galley_name_token (text, position - 1)
         || is_particle (text, position - 1, MAX (first_token, position > 3 ? position - 3 : 0));
}

/**
 * galley_name_before:
 * @first_token: where to stop
 * @end_token: one past the name's last token
 *
 * Returns: the longest name that ends at @end_token; empty where there is none
 */
GalleyTokenRun
galley_name_before (const GalleyText *text, guint first_token, guint end_token)
{
  guint start = end_token;

  while (start > first_token && end_token - start < MAX_NAME_TOKENS)
    {
      guint i = start - 1;

      if (galley_name_token (text, i))
        {
          if (_galley_name_is_portfolio (text, i, first_token))
            break;
        }
      else if (start == end_token || !is_particle (text, i, first_token))
        {
          break;
        }
      start = i;
    }

  return (GalleyTokenRun){ start, end_token };
}

static void
append_in_small_letters (GString *string, const char *bytes, gsize length)
{
  const char *second = g_utf8_next_char (bytes);
  g_autofree char *rest = g_utf8_strdown (second, (gssize) length - (second - bytes));

  g_string_append_len (string, bytes, second - bytes);
  g_string_append (string, rest);
}

/**
 * galley_name_dup:
 * @name: a person's name
 *
 * Returns: (transfer full): the name, with words in capitals (as in transcripts) made readable
 */
char *
galley_name_dup (const GalleyText *text, GalleyTokenRun name)
{
  GString *string = g_string_new (NULL);

  for (guint i = name.first_token; i < name.end_token; i++)
    {
      gsize length;
      const char *bytes = galley_token_text (text, i, &length);

      if (i > name.first_token && galley_token_has (text, i, GALLEY_TOKEN_SPACE_BEFORE))
        g_string_append_c (string, ' ');
      if (length >= MIN_SHOUTED && galley_token_has (text, i, GALLEY_TOKEN_ALL_CAPS)
          && memchr (bytes, '.', length) == NULL)
        append_in_small_letters (string, bytes, length);
      else
        g_string_append_len (string, bytes, (gssize) length);
    }

  return g_string_free (string, FALSE);
}

static gboolean
is_place (const GalleyText *text, GalleyTokenRun name)
{
  GString *folded = g_string_new (NULL);
  gboolean found;

  for (guint i = name.first_token; i < name.end_token; i++)
    {
      GalleyWord word;

      if (folded->len > 0)
        g_string_append_c (folded, ' ');
      g_string_append (folded, galley_word_fold (text, i, word));
    }
  found = galley_gazetteer_is_place (folded->str);
  g_string_free (folded, TRUE);

  return found;
}

/* "Leroy Banks, a warden": a surname that looks like the plural of a body's kind */
static gboolean
is_plural_surname (const GalleyText *text, GalleyTokenRun name)
{
  guint last = name.end_token - 1;
  gboolean plural = FALSE;
  GalleyTokenRun role;
  GalleyWord word;

  if (name.end_token - name.first_token != 2
      || galley_noun_find (galley_word_fold (text, last, word), &plural) == NULL || !plural)
    return FALSE;
  role = galley_role_after (text, name, text->tokens->len);

  return role.first_token < role.end_token;
}

static gboolean
names_body (const GalleyText *text, GalleyTokenRun name)
{
  static const char *const marks[] = { "of", "&", "for", "and", NULL };

  for (guint i = name.first_token; i < name.end_token; i++)
    {
      const GalleyNoun *noun = noun_at (text, i);

      if (galley_word_is_one_of (text, i, marks))
        return TRUE;
      if (noun != NULL && noun->noun_class != GALLEY_NOUN_CLASS_PERSON
          && !follows_given_name (text, i))
        return TRUE;
    }

  return FALSE;
}

/* A capital within a word, as in the names of firms and sites; not in McKay, DeVos, O'Neill. */
static gboolean
has_inner_capital (const GalleyText *text, guint position)
{
  static const char *const prefixes[] = { "Mc", "Mac", "De",   "Di", "Du", "Jo", "La",
                                          "Le", "Van", "Fitz", "Al", "El", "St", NULL };
  gsize length;
  const char *bytes = galley_token_text (text, position, &length);

  for (guint i = 0; prefixes[i] != NULL; i++)
    {
      if (length > strlen (prefixes[i]) && strncmp (bytes, prefixes[i], strlen (prefixes[i])) == 0)
        return FALSE;
    }
  for (gsize i = 1; i < length; i++)
    {
      if (g_ascii_isupper (bytes[i]) && g_ascii_islower (bytes[i - 1]))
        return TRUE;
    }

  return FALSE;
}

/**
 * galley_name_kind:
 *
 * Tells a person's name from that of a body by its words alone.
 *
 * Returns: the kind; unsure about single words
 */
GalleyNameKind
galley_name_kind (const GalleyText *text, GalleyTokenRun name)
{
  guint length = name.end_token - name.first_token;

  if (is_place (text, name) || (names_body (text, name) && !is_plural_surname (text, name))
      || (length > 1 && has_inner_capital (text, name.first_token)))
    return GALLEY_NAME_BODY;
  if (length == 1)
    {
      if (galley_token_has (text, name.first_token, GALLEY_TOKEN_ALL_CAPS)
          && galley_text_token (text, name.first_token)->end
                     - galley_text_token (text, name.first_token)->start
                 <= 6)
        return GALLEY_NAME_BODY;
      return has_inner_capital (text, name.first_token) ? GALLEY_NAME_BODY : GALLEY_NAME_UNSURE;
    }
  if (length > 5)
    return GALLEY_NAME_BODY;

  return GALLEY_NAME_PERSON;
}
