/* galley-parts-end.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-parts-private.h"

#include <string.h>

#define MAX_END_LINES    4 /* how far from the end an author's note may stand */
#define MAX_NOTE_WORDS   80
#define MAX_PULL_WORDS   45
#define MIN_PULL_WORDS   6
#define MAX_TRADE_TOKENS 12 /* from is to columnist */
#define MAX_ABOUT_LINES  6
#define MAX_PULL_QUOTES  50 /* that are looked for in one article */

/* Whether two tokens are the same word, but for capitals. */
static gboolean
same_word (const GalleyText *text, guint a, guint b)
{
  char first[64], second[64];

  galley_text_copy_folded (text, a, first, sizeof first);
  galley_text_copy_folded (text, b, second, sizeof second);

  return strcmp (first, second) == 0;
}

/* Begins with the byline's name, or its surname after a first name or title. */
static gboolean
begins_with_author (const GalleyText *text, const GalleyLine *line, const GalleyTokenRun *name)
{
  guint n_name = name->end_token - name->first_token;

  if (n_name == 0 || line->run.end_token - line->run.first_token <= n_name)
    return FALSE;
  for (guint i = 0; i < MIN (n_name, 2u); i++)
    {
      if (!same_word (text, line->run.first_token + i, name->first_token + i))
        return FALSE;
    }

  return TRUE;
}

/* Jane Doe is a columnist … */
static gboolean
describes_writer (const GalleyText *text, const GalleyLine *line)
{
  static const char *const trades[] = { "columnist",  "reporter",  "correspondent", "professor",
                                        "editor",     "author",    "writer",        "fellow",
                                        "journalist", "lecturer",  "historian",     "economist",
                                        "novelist",   "freelance", "contributor",   "critic",
                                        "bureau",     NULL };
  guint i = line->run.first_token;
  guint end = line->run.end_token;

  while (i < end && i < line->run.first_token + 5
         && (galley_text_token (text, i)->flags & GALLEY_TOKEN_CAPITAL))
    i++;
  if (i < line->run.first_token + 2 || i >= end || !galley_text_token_equals (text, i, "is"))
    return FALSE;
  for (end = MIN (end, i + MAX_TRADE_TOKENS); i < end; i++)
    {
      if (galley_text_token_is_any (text, i, trades))
        return TRUE;
    }

  return FALSE;
}

static gboolean
credits_others (const GalleyText *text, const GalleyLine *line)
{
  static const char *const phrases[] = {
    "contributed to this", "contributed reporting", "contributed from",
    "can be reached at",   "reported from",         "; editing by",
    "; Editing by",        "The views expressed",   "The opinions expressed",
    "the views expressed", "Views expressed",       "Opinions expressed",
    "his own and do not",  "her own and do not",    "their own and do not",
  };

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      if (_galley_line_contains (text, line, phrases[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_quoted (const GalleyText *text, const GalleyLine *line)
{
  return (galley_text_token (text, line->run.first_token)->flags & GALLEY_TOKEN_OPENS_QUOTE)
         && (galley_text_token (text, line->run.end_token - 1)->flags & GALLEY_TOKEN_CLOSES_QUOTE)
         && galley_text_token (text, line->run.first_token)->quotation
                == galley_text_token (text, line->run.end_token - 1)->quotation;
}

/* Whether the words between the line's quotation marks stand in another place, too. */
static gboolean
is_repeated (const GalleyText *text, const GalleyLine *line)
{
  gsize length, before;
  const char *words =
      galley_text_get_bytes (text, line->run.first_token + 1, line->run.end_token - 1, &length);
  g_autofree char *needle = NULL;

  while (length > 0 && strchr (".,!?", words[length - 1]) != NULL)
    length--;
  /* It begins with a capital here, and may not there. */
  if (length > 0 && g_ascii_isupper (*words))
    {
      words++;
      length--;
    }
  needle = g_strndup (words, length);
  before = (gsize) (words - text->text);

  return g_strstr_len (text->text, (gssize) before, needle) != NULL
         || g_strstr_len (words + length, (gssize) (text->length - before - length), needle)
                != NULL;
}

static void
find_pull_quotes (const GalleyText *text, GArray *lines)
{
  guint n_left = MAX_PULL_QUOTES;

  for (guint i = 0; i < lines->len && n_left > 0; i++)
    {
      GalleyLine *line = _galley_line (lines, i);

      if (line->part != GALLEY_PART_PARAGRAPH || line->n_words > MAX_PULL_WORDS
          || line->n_words < MIN_PULL_WORDS || !is_quoted (text, line))
        continue;
      n_left--;
      if (is_repeated (text, line))
        line->part = GALLEY_PART_PULL_QUOTE;
    }
}

/* Write to Jane Doe at jane@outlet.example */
static gboolean
gives_address (const GalleyText *text, const GalleyLine *line)
{
  return galley_text_token_is_any (text,
                                   line->run.first_token,
                                   (const char *const[]){ "write", "email", "contact", NULL })
         && _galley_line_contains (text, line, "@");
}

/* "About Brightwater Trains" near the end of a press release, and what follows it */
static void
find_about (const GalleyText *text, GArray *lines)
{
  guint first = lines->len > MAX_ABOUT_LINES ? lines->len - MAX_ABOUT_LINES : 1;

  for (guint i = first; i < lines->len; i++)
    {
      const GalleyLine *line = _galley_line (lines, i);

      if (line->part != GALLEY_PART_PARAGRAPH || line->n_words < 2 || line->n_words > 6
          || !galley_text_token_equals (text, line->run.first_token, "about")
          || !(galley_text_token (text, line->run.end_token - 1)->flags & GALLEY_TOKEN_CAPITAL)
          || _galley_line_ends_sentence (text, line))
        continue;
      for (; i < lines->len; i++)
        {
          if (_galley_line (lines, i)->part == GALLEY_PART_PARAGRAPH)
            _galley_line (lines, i)->part = GALLEY_PART_BOILERPLATE;
        }
    }
}

static GalleyTokenRun
get_author (GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      if (_galley_line (lines, i)->part == GALLEY_PART_BYLINE)
        return _galley_line (lines, i)->name;
    }

  return (GalleyTokenRun){ 0, 0 };
}

/**
 * _galley_lines_find_end:
 *
 * Finds what follows the running text, notes on the author above all, and pull quotes within it.
 */
void
_galley_lines_find_end (const GalleyText *text, GArray *lines)
{
  GalleyTokenRun author = get_author (lines);
  guint n_seen = 0;

  for (guint i = lines->len; i-- > 1 && n_seen < MAX_END_LINES;)
    {
      GalleyLine *line = _galley_line (lines, i);

      if (line->part != GALLEY_PART_PARAGRAPH)
        continue;
      n_seen++;
      if (line->n_words <= MAX_NOTE_WORDS
          && (begins_with_author (text, line, &author) || describes_writer (text, line)
              || credits_others (text, line) || gives_address (text, line)))
        line->part = GALLEY_PART_AUTHOR_NOTE;
    }
  find_about (text, lines);
  find_pull_quotes (text, lines);
}
