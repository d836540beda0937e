/* galley-find.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-find.h"

/* Nobody who types a search tells “ from ", a line break from a space, or A from a. */
static gunichar
fold (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isspace ((char) c) ? ' ' : (gunichar) g_ascii_tolower ((char) c);

  switch (c)
    {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x2032:
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x00AB:
    case 0x00BB:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2013:
    case 0x2014:
      return '-';
    default:
      return g_unichar_isspace (c) ? ' ' : g_unichar_tolower (c);
    }
}

static gunichar *
fold_words (const char *words, glong *length)
{
  gunichar *folded = g_utf8_to_ucs4_fast (words, -1, length);

  for (glong i = 0; i < *length; i++)
    folded[i] = fold (folded[i]);

  return folded;
}

static gboolean
matches (const char *at, const char *end, const gunichar *words, glong length)
{
  for (glong i = 0; i < length; i++)
    {
      if (at >= end || fold (g_utf8_get_char (at)) != words[i])
        return FALSE;
      at = g_utf8_next_char (at);
    }

  return TRUE;
}

/* The first match that begins in start..end, or the last one. */
static gboolean
find_between (GalleyArticle *article,
              const gunichar *words,
              glong length,
              guint start,
              guint end,
              gboolean forward,
              GalleySpan *found)
{
  const char *text = galley_article_get_text (article);
  const char *text_end = text + galley_article_get_length (article);
  gsize n_bytes;
  const char *from = galley_article_peek_slice (article, start, end, &n_bytes);
  const char *to = from + n_bytes;
  const char *at = forward ? from : to;
  guint offset = forward ? start : end;

  while (forward ? at < to : at > from)
    {
      if (!forward)
        {
          at = g_utf8_prev_char (at);
          offset--;
        }
      if (matches (at, text_end, words, length))
        {
          *found = (GalleySpan){ offset, offset + (guint) length };
          return TRUE;
        }
      if (forward)
        {
          at = g_utf8_next_char (at);
          offset++;
        }
    }

  return FALSE;
}

/**
 * galley_find:
 * @words: what to look for; letter case and the form of quotation marks, dashes and white space do
 *   not matter
 * @from: code point where to begin: a match found before it, or from it on with @forward
 * @found: (out): the match
 *
 * Looks through the whole text, beginning again at its other end.
 *
 * Returns: whether there is any
 */
gboolean
galley_find (
    GalleyArticle *article, const char *words, guint from, gboolean forward, GalleySpan *found)
{
  g_autofree gunichar *folded = NULL;
  guint n_chars;
  glong length;

  g_return_val_if_fail (GALLEY_IS_ARTICLE (article), FALSE);
  g_return_val_if_fail (words != NULL && found != NULL, FALSE);

  folded = fold_words (words, &length);
  n_chars = galley_article_get_n_chars (article);
  from = MIN (from, n_chars);
  if (length == 0)
    return FALSE;
  if (forward)
    return find_between (article, folded, length, from, n_chars, TRUE, found)
           || find_between (article, folded, length, 0, from, TRUE, found);

  return find_between (article, folded, length, 0, from, FALSE, found)
         || find_between (article, folded, length, from, n_chars, FALSE, found);
}

/**
 * galley_find_all:
 * @words: as for galley_find()
 * @most: how many matches to look for
 *
 * Returns: (transfer full) (element-type GalleySpan): the matches in order, none over another
 */
GArray *
galley_find_all (GalleyArticle *article, const char *words, guint most)
{
  GArray *matches = galley_spans_new ();
  g_autofree gunichar *folded = NULL;
  GalleySpan found = { 0, 0 };
  guint n_chars;
  glong length;

  g_return_val_if_fail (GALLEY_IS_ARTICLE (article), matches);
  g_return_val_if_fail (words != NULL, matches);

  folded = fold_words (words, &length);
  n_chars = galley_article_get_n_chars (article);
  while (length > 0 && matches->len < most
         && find_between (article, folded, length, found.end, n_chars, TRUE, &found))
    g_array_append_val (matches, found);

  return matches;
}
