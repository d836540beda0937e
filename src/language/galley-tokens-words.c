/* galley-tokens-words.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-tokens-private.h"

#include <string.h>

#define HYPHEN          0x2010
#define FIXED_HYPHEN    0x2011
#define LONGEST_DOMAIN  6 /* letters of a top-level domain that is looked for */
#define LONGEST_ELISION 5
#define LONGEST_CLITIC  2
#define LONGEST_MAILBOX 64
#define LONGEST_OPENER  16

/* Copies the ASCII letters at @p in lower case; an empty string where there are more than
 * @longest. */
static gsize
copy_letters (const GalleyScanner *scanner, const char *p, char *letters, gsize longest)
{
  gsize length = 0;

  while (p < scanner->end && g_ascii_isalpha (*p))
    {
      if (length == longest)
        return 0;
      letters[length++] = g_ascii_tolower (*p++);
    }
  letters[length] = '\0';

  return word_at (scanner, p) ? 0 : length;
}

/* The bytes of ’s, ’ll and their like at @p, or 0. */
gsize
_galley_clitic_length (const GalleyScanner *scanner, const char *p)
{
  static const char *const clitics[] = { "s", "d", "m", "ll", "re", "ve" };
  const char *letters = g_utf8_next_char (p);
  char folded[LONGEST_CLITIC + 1];
  gsize length;

  if (!is_apostrophe (peek (scanner, p)))
    return 0;

  length = copy_letters (scanner, letters, folded, LONGEST_CLITIC);
  for (guint i = 0; length > 0 && i < G_N_ELEMENTS (clitics); i++)
    {
      if (strcmp (folded, clitics[i]) == 0)
        return (gsize) (letters - p) + length;
    }

  return 0;
}

/* The bytes of n’t at @p, or 0. */
gsize
_galley_negation_length (const GalleyScanner *scanner, const char *p)
{
  const char *next = p + 1;

  if (p >= scanner->end || g_ascii_tolower (*p) != 'n' || !is_apostrophe (peek (scanner, next)))
    return 0;
  next = g_utf8_next_char (next);
  if (next >= scanner->end || g_ascii_tolower (*next) != 't' || word_at (scanner, next + 1))
    return 0;

  return (gsize) (next + 1 - p);
}

/* The bytes of a word that begins with an apostrophe (’90s, ’08, ’em), or 0. */
gsize
_galley_elision_length (const GalleyScanner *scanner, const char *p)
{
  static const char *const safe[] = { "em", "n", "til", "tis", "twas" };
  static const char *const curly_only[] = { "bout", "cause", "round" };
  gunichar mark = peek (scanner, p);
  const char *word = g_utf8_next_char (p);
  char folded[LONGEST_ELISION + 1];
  gsize length;

  if (!is_apostrophe (mark) && mark != LEFT_SINGLE)
    return 0;

  if (digit_at (scanner, word) && digit_at (scanner, word + 1))
    {
      const char *after = word + 2;

      if (after < scanner->end && *after == 's' && !word_at (scanner, after + 1))
        return (gsize) (after + 1 - p);
      return mark == RIGHT_SINGLE && !word_at (scanner, after) ? (gsize) (after - p) : 0;
    }

  length = copy_letters (scanner, word, folded, LONGEST_ELISION);
  for (guint i = 0; length > 0 && i < G_N_ELEMENTS (safe); i++)
    {
      if (strcmp (folded, safe[i]) == 0)
        {
          const char *after = word + length;

          if (i == 1 && is_apostrophe (peek (scanner, after))) /* rock ’n’ roll */
            after = g_utf8_next_char (after);
          return (gsize) (after - p);
        }
    }
  for (guint i = 0; length > 0 && mark == RIGHT_SINGLE && i < G_N_ELEMENTS (curly_only); i++)
    {
      if (strcmp (folded, curly_only[i]) == 0)
        return (gsize) (word - p) + length;
    }

  return 0;
}

static gboolean
is_domain (const GalleyScanner *scanner, const char *p)
{
  static const char *const domains[] = {
    "au",  "ca", "co", "com", "de",  "edu", "eu",   "fr",  "gov", "ie", "info",
    "int", "io", "ly", "me",  "mil", "net", "news", "org", "tv",  "uk", "us",
  };
  char folded[LONGEST_DOMAIN + 1];

  /* Dot.com is a name, but "end.The" and "St.Louis" are not. */
  if (p >= scanner->end || !g_ascii_islower (*p)
      || copy_letters (scanner, p, folded, LONGEST_DOMAIN) == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      if (strcmp (folded, domains[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether "b@example.org" stands at @p. */
static gboolean
is_mailbox (const GalleyScanner *scanner, const char *p)
{
  const char *limit = p + MIN (scanner->end - p, LONGEST_MAILBOX);

  while (p < limit && (g_ascii_isalnum (*p) || strchr ("._+-", *p) != NULL))
    p++;

  return p < limit && *p == '@' && word_at (scanner, p + 1);
}

/* To the next blank or mark that no address has, without the punctuation of the sentence. */
static const char *
scan_address (const GalleyScanner *scanner, const char *p)
{
  const char *start = p;

  while (p < scanner->end)
    {
      gunichar character = g_utf8_get_char (p);

      if (galley_text_is_blank (character) || strchr ("\"<>", (int) MIN (character, 0x7f)) != NULL
          || (character >= LEFT_SINGLE && character <= 0x201f))
        break;
      p = g_utf8_next_char (p);
    }
  while (p > start && strchr (".,;:!?)]'", p[-1]) != NULL)
    p--;

  return p;
}

static gboolean
is_address (const GalleyScanner *scanner, const char *p)
{
  static const char *const schemes[] = { "http://", "https://", "www." };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      gsize length = strlen (schemes[i]);

      if ((gsize) (scanner->end - p) > length && g_ascii_strncasecmp (p, schemes[i], length) == 0
          && word_at (scanner, p + length))
        return TRUE;
    }

  return FALSE;
}

/* Whether the comma or period at @p, between digits, belongs to the number. */
static gboolean
joins_digits (const GalleyScanner *scanner, const char *p)
{
  if (!digit_at (scanner, p + 1))
    return FALSE;
  if (*p == ',')
    return digit_at (scanner, p + 2) && digit_at (scanner, p + 3) && !digit_at (scanner, p + 4);
  if (*p == ':')
    return digit_at (scanner, p + 2) && !digit_at (scanner, p + 3);

  return *p == '.' || *p == '/';
}

/* Whether the mark at @p, which follows a word character, stands within the word. */
static gboolean
joins_letters (const GalleyScanner *scanner, const char *p, gunichar mark)
{
  const char *next = g_utf8_next_char (p);

  if (!word_at (scanner, next))
    return FALSE;

  switch (mark)
    {
    case '-':
    case HYPHEN:
    case FIXED_HYPHEN:
    case '@':
      return TRUE;
    case '&':
      return g_ascii_isupper (p[-1]) && g_ascii_isupper (*next);
    case '\'':
    case LEFT_SINGLE:
    case RIGHT_SINGLE:
      return !g_ascii_isdigit (p[-1]) && _galley_clitic_length (scanner, p) == 0;
    case '.':
      return is_domain (scanner, next) || is_mailbox (scanner, next);
    default:
      return FALSE;
    }
}

/* A single letter with its period. */
static gboolean
starts_initial (const GalleyScanner *scanner, const char *p)
{
  return p + 1 < scanner->end && g_ascii_isalpha (*p) && p[1] == '.';
}

static gboolean
opener_at (const GalleyScanner *scanner, const char *p)
{
  const char *end = p;

  while (end < scanner->end && g_ascii_isalpha (*end) && end - p < LONGEST_OPENER)
    end++;

  return _galley_word_opens_sentence (p, (gsize) (end - p));
}

/* Whether the period at @p belongs to the single @letter before it: "J. Smith" has an initial,
 * "Plan B. The" a full stop, and so mostly has "I.". */
static gboolean
is_initial_period (const GalleyScanner *scanner, const char *letter, const char *p)
{
  const char *next = p + 1;

  if (word_at (scanner, next))
    return starts_initial (scanner, next);
  if (!g_ascii_isupper (*letter) || *letter == 'I')
    return FALSE;

  while (next < scanner->end && *next == ' ')
    next++;

  return next < scanner->end && g_ascii_isupper (*next) && !opener_at (scanner, next);
}

/* @piece: where the word's part after its last period or hyphen begins. */
static gboolean
keeps_period (const GalleyScanner *scanner, const char *start, const char *piece, const char *p)
{
  gsize length = (gsize) (p - piece);
  const char *next = p + 1;

  gboolean dotted = piece > start && piece[-1] == '.';

  if (length == 1 && g_ascii_isalpha (*piece))
    return dotted || is_initial_period (scanner, piece, p);
  if (dotted)
    return length <= 3 && piece - start <= 3 && g_ascii_isupper (*start); /* W.Va. */
  if (word_at (scanner, next) && !starts_initial (scanner, next))
    return FALSE; /* "Inc.The", but "Ph.D." */

  switch (_galley_abbreviation_find (piece, length))
    {
    case GALLEY_ABBREVIATION_TITLE:
    case GALLEY_ABBREVIATION_OTHER:
      return TRUE;
    case GALLEY_ABBREVIATION_BEFORE_NUMBER:
      while (next < scanner->end && *next == ' ')
        next++;
      return digit_at (scanner, next);
    case GALLEY_ABBREVIATION_NONE:
    default:
      return FALSE;
    }
}

/* Words that Penn's conventions take apart. */
static gsize
split_word (const char *start, gsize length)
{
  static const char *const words[] = { "cannot", "gonna", "gotta", "wanna" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (length == strlen (words[i]) && g_ascii_strncasecmp (start, words[i], length) == 0)
        return 3;
    }

  return length;
}

/**
 * _galley_scan_word:
 * @start: a word character
 *
 * Returns: where the word or address that begins at @start ends
 */
const char *
_galley_scan_word (const GalleyScanner *scanner, const char *start)
{
  const char *p = start;
  const char *piece = start;

  if (is_address (scanner, start))
    return scan_address (scanner, start);

  while (p < scanner->end)
    {
      gunichar character = g_utf8_get_char (p);

      if (is_word_char (character))
        {
          if (p > start && _galley_negation_length (scanner, p) > 0)
            return p;
          p = g_utf8_next_char (p);
        }
      else if (p == start)
        return g_utf8_next_char (p);
      else if (g_ascii_isdigit (p[-1]) && joins_digits (scanner, p))
        p++;
      else if (joins_letters (scanner, p, character))
        piece = p = g_utf8_next_char (p);
      else if (character == '.' && keeps_period (scanner, start, piece, p))
        {
          piece = ++p;
          if (!word_at (scanner, p) && peek (scanner, p) != '-')
            return p;
        }
      else if (character == '/' && memchr (start, '.', MIN ((gsize) (p - start), 64)) != NULL
               && word_at (scanner, p + 1) && !g_ascii_isdigit (*start))
        return scan_address (scanner, p);
      else
        break;
    }

  return start + split_word (start, (gsize) (p - start));
}
