/* galley-parts-work.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-parts-private.h"

#include "detect/galley-transcript.h"

#include <string.h>

#define MIN_FIRST_PERSON       6 /* words of the first person outside quotation marks */
#define MIN_FIRST_PERSON_SHARE 0.012

static const struct
{
  const char *start;
  const char *work;
} cues[] = {
  { "opinion", "opinion" },     { "op-ed", "opinion" },          { "oped", "opinion" },
  { "editorial", "opinion" },   { "commentary", "opinion" },     { "comment", "opinion" },
  { "column", "opinion" },      { "letters", "opinion" },        { "letter", "opinion" },
  { "guest essay", "opinion" }, { "viewpoint", "opinion" },      { "leader", "opinion" },
  { "analysis", "analysis" },   { "news analysis", "analysis" }, { "review", "review" },
  { "book review", "review" },  { "film review", "review" },     { "movie review", "review" },
  { "interview", "interview" }, { "q&a", "interview" },          { "explainer", "explainer" },
  { "explained", "explainer" }, { "fact check", "analysis" },
};

static const char *
guess_by_start (const char *start, gboolean whole)
{
  for (guint i = 0; i < G_N_ELEMENTS (cues); i++)
    {
      gsize length = strlen (cues[i].start);

      if (strncmp (start, cues[i].start, length) != 0)
        continue;
      if (start[length] == '\0' || start[length] == ':' || start[length] == '|'
          || strncmp (start + length, " |", 2) == 0 || strncmp (start + length, " by ", 4) == 0
          || (whole && start[length] == ' '))
        return cues[i].work;
    }

  return NULL;
}

static const char *
guess_by_headline (const char *start)
{
  static const char *const explains[] = { "what to know", "what we know", "things to know",
                                          ": what ",      "explained",    "what is ",
                                          "what are " };

  for (guint i = 0; i < G_N_ELEMENTS (explains); i++)
    {
      const char *place = strstr (start, explains[i]);

      if (place != NULL && (i < 5 || place == start))
        return "explainer";
    }
  if (strstr (start, " review: ") != NULL || g_str_has_suffix (start, " review"))
    return "review";

  return NULL;
}

static const char *
guess_by_lines (const GalleyText *text, GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const GalleyLine *line = _galley_line (lines, i);
      char start[GALLEY_LINE_START];
      const char *work = NULL;

      if (line->part == GALLEY_PART_PARAGRAPH && i > 8)
        break;
      _galley_line_get_start (text, line, start);
      if (line->part == GALLEY_PART_KICKER || line->part == GALLEY_PART_BYLINE)
        work = guess_by_start (start, TRUE);
      else if (line->part == GALLEY_PART_HEADLINE || line->part == GALLEY_PART_DECK)
        work = guess_by_start (start, FALSE);
      if (work == NULL && line->part == GALLEY_PART_HEADLINE)
        work = guess_by_headline (start);
      if (work != NULL)
        return work;
    }

  return NULL;
}

/* Notes such as "Jane Doe is a columnist" and "The views expressed are …". */
static const char *
guess_by_notes (const GalleyText *text, GArray *lines)
{
  static const char *const phrases[] = {
    "columnist", "views expressed", "opinions expressed", "his own and do not", "her own and do not"
  };

  for (guint i = 0; i < lines->len; i++)
    {
      const GalleyLine *line = _galley_line (lines, i);
      const char *bytes;
      gsize length;

      if (line->part != GALLEY_PART_AUTHOR_NOTE)
        continue;
      bytes = galley_text_get_bytes (text, line->run.first_token, line->run.end_token, &length);
      for (guint j = 0; j < G_N_ELEMENTS (phrases); j++)
        {
          if (g_strstr_len (bytes, (gssize) length, phrases[j]) != NULL)
            return "opinion";
        }
    }

  return NULL;
}

static gboolean
speaks_in_first_person (const GalleyText *text, GArray *lines)
{
  static const char *const words[] = { "i", "me", "my", "myself", "mine" };
  guint n_words = 0, n_first = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const GalleyLine *line = _galley_line (lines, i);

      if (line->part != GALLEY_PART_PARAGRAPH)
        continue;
      for (guint j = line->run.first_token; j < line->run.end_token; j++)
        {
          const GalleyToken *token = galley_text_token (text, j);

          if (!(token->flags & GALLEY_TOKEN_WORD) || (token->flags & GALLEY_TOKEN_QUOTED))
            continue;
          n_words++;
          for (guint k = 0; k < G_N_ELEMENTS (words) && token->end - token->start <= 6; k++)
            n_first += galley_text_token_equals (text, j, words[k]);
        }
    }

  return n_first >= MIN_FIRST_PERSON && n_first >= MIN_FIRST_PERSON_SHARE * n_words;
}

/**
 * _galley_work_guess:
 *
 * Returns: (transfer none): an interned id of a type of work; `news` where nothing speaks for
 * another
 */
const char *
_galley_work_guess (const GalleyText *text, GArray *lines)
{
  const char *work = guess_by_lines (text, lines);
  g_autoptr (GArray) turns = NULL;

  if (work == NULL)
    {
      turns = galley_transcript_find (text);
      if (turns->len > 0 && galley_transcript_is_interview (text, turns))
        work = "interview";
    }
  if (work == NULL)
    work = guess_by_notes (text, lines);
  if (work == NULL && (turns == NULL || turns->len == 0) && speaks_in_first_person (text, lines))
    work = "opinion";

  return g_intern_string (work != NULL ? work : "news");
}
