/* galley-parts-front.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-parts-private.h"

#include <string.h>

#include "detect/galley-words.h"

#define MAX_FRONT_LINES     8 /* how far a byline is looked for */
#define MAX_HEADLINE_WORDS  30
#define MAX_SENTENCE_TITLE  20 /* words of a headline with a period */
#define MAX_KICKER_WORDS    4
#define MAX_DECK_WORDS      60
#define MIN_DECK_WORDS      4
#define MAX_DECK_SENTENCE   15 /* words of a sentence above a byline without "By" */
#define MAX_BYLINE_TOKENS   40
#define MAX_NAME_TOKENS     5
#define MIN_BODY_WORDS      25
#define MAX_AGENCY_TOKENS   4
#define MAX_DATELINE_TOKENS 18
#define MAX_DATELINED       4 /* paragraphs of running text that may have a dateline */
#define MIN_TITLE_CASE      0.6

/* Agencies and outlets as datelines name them. */
static const struct
{
  const char *sign;
  const char *name;
} agencies[] = {
  { "AP", "Associated Press" },
  { "Reuters", "Reuters" },
  { "REUTERS", "Reuters" },
  { "AFP", "Agence France-Presse" },
  { "UPI", "United Press International" },
  { "CNN", "CNN" },
  { "dpa", "dpa" },
  { "DPA", "dpa" },
  { "PA", "PA Media" },
  { "Bloomberg", "Bloomberg" },
  { "BBC", "BBC" },
  { "CBC", "CBC" },
  { "AAP", "AAP" },
  { "ANI", "ANI" },
  { "PTI", "Press Trust of India" },
  { "IANS", "IANS" },
  { "TASS", "TASS" },
  { "Xinhua", "Xinhua" },
  { "ANSA", "ANSA" },
  { "EFE", "EFE" },
  { "Kyodo", "Kyodo News" },
  { "Yonhap", "Yonhap" },
  { "NBC", "NBC" },
  { "CBS", "CBS" },
  { "JTA", "JTA" },
  { "RNS", "Religion News Service" },
  { "Politico", "Politico" },
};

static inline gboolean
is_capital (const GalleyText *text, guint position)
{
  return (galley_text_token (text, position)->flags & GALLEY_TOKEN_CAPITAL) != 0;
}

/**
 * _galley_agency_find:
 * @run: what stands in a dateline's parentheses
 *
 * Returns: (transfer none) (nullable): the name of the agency or outlet
 */
const char *
_galley_agency_find (const GalleyText *text, GalleyTokenRun run)
{
  if (run.end_token != run.first_token + 1)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (agencies); i++)
    {
      if (galley_text_token_is (text, run.first_token, agencies[i].sign))
        return agencies[i].name;
    }

  return NULL;
}

/* What may stand in a dateline: places, dates, commas. */
static gboolean
belongs_to_dateline (const GalleyText *text, guint position)
{
  static const char *const small[] = { ",",  "/",   "of", "the", "de", "du",
                                       "al", "and", "-",  "el",  NULL };
  const GalleyToken *token = galley_text_token (text, position);

  return (token->flags & (GALLEY_TOKEN_CAPITAL | GALLEY_TOKEN_NUMBER)) != 0
         || galley_text_token_is_any (text, position, small);
}

/* A dash that parts, not the hyphen of "Baden-Baden". */
static gboolean
is_dash (const GalleyText *text, guint position)
{
  return galley_word_is_dash (text, position)
         && (!galley_text_token_is (text, position, "-")
             || (galley_text_token (text, position)->flags & GALLEY_TOKEN_SPACE_BEFORE));
}

/* Capitalised words in parentheses, no single letter, which is a party. */
static gboolean
read_agency (const GalleyText *text, guint open, guint limit, GalleyTokenRun *agency)
{
  guint i = open + 1;

  if (!galley_text_token_is (text, open, "("))
    return FALSE;
  while (i < limit && i - open <= MAX_AGENCY_TOKENS && !galley_text_token_is (text, i, ")"))
    i++;
  if (i == open + 1 || i >= limit || !galley_text_token_is (text, i, ")")
      || galley_text_token (text, i)->start - galley_text_token (text, open + 1)->start < 2)
    return FALSE;

  *agency = (GalleyTokenRun){ open + 1, i };
  return TRUE;
}

/**
 * _galley_dateline_scan:
 * @agency: (out): what its parentheses hold, or an empty run
 *
 * Reads a dateline at the beginning of a line: WASHINGTON (AP) —, (Reuters) -, KYIV, Ukraine —
 *
 * Returns: how many tokens, its dash included; 0 where there is none
 */
guint
_galley_dateline_scan (const GalleyText *text, const GalleyLine *line, GalleyTokenRun *agency)
{
  static const char *const labels[] = { "exclusive", "breaking", "update", "watch", "video", "live",
                                        "opinion",   "analysis", "review", "file",  NULL };
  guint first = line->run.first_token;
  guint limit = MIN (line->run.end_token, first + MAX_DATELINE_TOKENS);
  gboolean shouts = (galley_text_token (text, first)->flags & GALLEY_TOKEN_ALL_CAPS) != 0
                    && !galley_text_token_is_any (text, first, labels);

  *agency = (GalleyTokenRun){ 0, 0 };
  for (guint i = first; i + 1 < limit; i++)
    {
      if (agency->end_token == 0 && read_agency (text, i, limit, agency))
        {
          i = agency->end_token;
          if (i + 1 < limit && is_dash (text, i + 1))
            continue;
          /* Washington (CNN) The … */
          return _galley_agency_find (text, *agency) != NULL ? i + 1 - first : 0;
        }
      if (i > first && is_dash (text, i))
        return shouts || _galley_agency_find (text, *agency) != NULL ? i + 1 - first : 0;
      if (!belongs_to_dateline (text, i))
        return 0;
    }

  return 0;
}

/**
 * _galley_name_words:
 *
 * Returns: %TRUE if a stretch reads as names of people: two to some capitalised words, "and"
 * between
 */
gboolean
_galley_name_words (const GalleyText *text, guint first, guint end)
{
  static const char *const small[] = { "and", "&",  ",",   "de", "van", "von",
                                       "der", "al", "bin", "la", NULL };
  guint n_capitals = 0;

  if (first >= end || end - first > 4 * MAX_NAME_TOKENS || !is_capital (text, first))
    return FALSE;
  for (guint i = first; i < end; i++)
    {
      if (is_capital (text, i))
        n_capitals++;
      else if (!galley_text_token_is_any (text, i, small))
        return FALSE;
    }

  return n_capitals >= 2;
}

/* Where the name of a byline ends: before a role, an outlet, a place or a date. */
static guint
find_name_end (const GalleyText *text, guint first, guint end)
{
  static const char *const stops[] = { "|",  "·", "•",    "(",         "for",     "in",
                                       "at", "—", "–",    "-",         "/",       ":",
                                       "of", "@", "with", "published", "updated", NULL };
  gboolean more = FALSE;

  for (guint i = first; i < end; i++)
    {
      GalleyDate date;

      if (galley_text_token_is_any (text, i, stops)
          || text->text[galley_text_token (text, i)->start] == '@'
          || _galley_date_scan (text, i, end, &date) > 1)
        return i;
      if (!galley_text_token_is (text, i, ","))
        continue;
      /* "Ann Poe, Bo Dunn and Cy Lee" goes on, "Ann Poe, Political Editor" does not. */
      for (guint j = i; j < end && !more; j++)
        more = galley_text_token_equals (text, j, "and") && j + 1 < end && is_capital (text, j + 1);
      if (!more)
        return i;
    }

  return end;
}

/* A date that ends the line, after @first. */
static GalleyTokenRun
find_date_end (const GalleyText *text, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      const GalleyToken *token = galley_text_token (text, i);
      GalleyDate date;

      if ((token->flags & GALLEY_TOKEN_WORD) && _galley_date_scan (text, i, end, &date) == end - i)
        return (GalleyTokenRun){ i, end };
    }

  return (GalleyTokenRun){ 0, 0 };
}

/* "By Herald | staff" */
static gboolean
is_collective (const GalleyText *text, guint position, guint first, guint end)
{
  return position + 1 == end && position > first
         && galley_text_token_is_any (
             text,
             position,
             (const char *const[]){
                 "agencies", "newsroom", "reporter", "reporters", "staff", "writers", NULL });
}

/* "Ann Poe | Education correspondent": where nothing parts them, a name has two words. */
static guint
find_name_before_role (const GalleyText *text, guint first, guint end)
{
  static const char *const roles[] = { "columnist", "correspondent", "editor",
                                       "reporter",  "writer",        NULL };

  if (end < first + 3 || end > first + 6 || !galley_text_token_is_any (text, end - 1, roles)
      || !_galley_name_words (text, first, first + 2))
    return end;

  return first + 2;
}

static gboolean
find_byline (const GalleyText *text, GalleyLine *line)
{
  static const char *const before[] = { "words",     "story",     "text",   "written",
                                        "report",    "analysis",  "review", "opinion",
                                        "interview", "exclusive", NULL };
  guint first = line->run.first_token, end = line->run.end_token;
  guint name_end;

  if (end - first > MAX_BYLINE_TOKENS)
    return FALSE;
  if (galley_text_token_is_any (text, first, before))
    first++;
  if (first + 1 >= end
      || !(galley_text_token_equals (text, first, "by")
           || (galley_text_token_is (text, first, ":")
               && galley_text_token_is_any (
                   text, line->run.first_token, (const char *const[]){ "text", "words", NULL })))
      || !is_capital (text, first + 1)
      || (first == line->run.first_token && !is_capital (text, first)))
    return FALSE;

  first++;
  name_end = find_name_end (text, first, end);
  line->date = find_date_end (text, name_end, end);
  /* "By Monday, the talks had failed." is running text. */
  if (name_end == first || name_end - first > 4 * MAX_NAME_TOKENS
      || (_galley_line_ends_sentence (text, line) && line->date.end_token == 0
          && line->n_words > 2 * MAX_NAME_TOKENS))
    return FALSE;
  for (guint i = first; i < name_end; i++)
    {
      if (!is_capital (text, i) && !is_collective (text, i, first, name_end)
          && !_galley_name_words (text, first, name_end))
        return FALSE;
    }

  line->name = (GalleyTokenRun){ first, name_end };
  line->part = GALLEY_PART_BYLINE;
  return TRUE;
}

/* A byline without "By", which only its place tells: a name, perhaps with a role or a place. */
static gboolean
find_bare_byline (const GalleyText *text, GalleyLine *line)
{
  guint first = line->run.first_token, end = line->run.end_token;
  guint name_end;

  if (end - first > MAX_BYLINE_TOKENS)
    return FALSE;
  name_end = find_name_end (text, first, end);
  if (name_end == end)
    name_end = find_name_before_role (text, first, end);
  if (line->n_words > 2 * MAX_NAME_TOKENS + 6 || _galley_line_ends_sentence (text, line)
      || name_end - first > MAX_NAME_TOKENS * 2 || !_galley_name_words (text, first, name_end))
    return FALSE;
  if (name_end == end && end - first > MAX_NAME_TOKENS)
    return FALSE;

  line->name = (GalleyTokenRun){ first, name_end };
  line->date = find_date_end (text, name_end, end);
  line->part = GALLEY_PART_BYLINE;
  return TRUE;
}

static double
title_case_share (const GalleyText *text, const GalleyLine *line)
{
  guint n_long = 0, n_capitals = 0;

  for (guint i = line->run.first_token; i < line->run.end_token; i++)
    {
      const GalleyToken *token = galley_text_token (text, i);

      if (!(token->flags & GALLEY_TOKEN_WORD) || token->end - token->start < 4)
        continue;
      n_long++;
      n_capitals += (token->flags & GALLEY_TOKEN_CAPITAL) != 0;
    }

  return n_long > 0 ? (double) n_capitals / n_long : 0;
}

/* The Latest: Board votes to close market */
static gboolean
has_label (const GalleyText *text, const GalleyLine *line)
{
  return line->n_words > 4 && galley_text_token_is (text, line->run.first_token + 2, ":");
}

static gboolean
is_headline (const GalleyText *text, GArray *lines, guint position)
{
  static const char *const articles[] = { "the", "a",   "an",    "it",   "this",  "i",     "we",
                                          "on",  "in",  "by",    "at",   "after", "when",  "but",
                                          "and", "he",  "she",   "they", "there", "these", "those",
                                          "his", "her", "while", NULL };
  const GalleyLine *line = _galley_line (lines, position);
  const GalleyLine *next = position + 1 < lines->len ? _galley_line (lines, position + 1) : NULL;
  GalleyTokenRun agency;

  if (line->part != GALLEY_PART_PARAGRAPH || line->n_words == 0 || next == NULL
      || line->n_words > MAX_HEADLINE_WORDS || _galley_dateline_scan (text, line, &agency) > 0)
    return FALSE;
  if (!_galley_line_ends_sentence (text, line))
    return TRUE;
  if (line->n_words > MAX_SENTENCE_TITLE)
    return FALSE;
  if (title_case_share (text, line) >= MIN_TITLE_CASE)
    return TRUE;

  /* A short sentence before longer ones, without the words that running text begins with. */
  return galley_text_token (text, line->run.first_token)->sentence
             == galley_text_token (text, line->run.end_token - 1)->sentence
         && next->n_words > line->n_words
         && (!galley_text_token_is_any (text, line->run.first_token, articles)
             || has_label (text, line));
}

static gboolean
is_kicker (const GalleyText *text, const GalleyLine *line)
{
  static const char *const sections[] = {
    "opinion",   "comment",     "commentary", "analysis", "review",        "editorial",  "column",
    "interview", "explainer",   "politics",   "world",    "business",      "sport",      "sports",
    "news",      "europe",      "science",    "health",   "culture",       "technology", "tech",
    "arts",      "books",       "travel",     "letters",  "breaking",      "exclusive",  "live",
    "feature",   "features",    "local",      "national", "international", "money",      "weather",
    "education", "environment", "media",      "law",      "food",          "style",      "climate",
    "live blog", "profile",     "obituary",   NULL
  };
  static const char *const kinds[] = { "analysis", "comment", "explainer", "interview", "obituary",
                                       "opinion",  "profile", "review",    NULL };
  const GalleyToken *first = galley_text_token (text, line->run.first_token);

  return line->part == GALLEY_PART_PARAGRAPH && line->n_words > 0
         && line->n_words <= MAX_KICKER_WORDS && !_galley_line_ends_sentence (text, line)
         && ((first->flags & GALLEY_TOKEN_ALL_CAPS)
             || galley_text_token_is_any (text, line->run.first_token, sections)
             || galley_text_token_is_any (text, line->run.end_token - 1, kinds));
}

static gboolean
is_body (const GalleyText *text, const GalleyLine *line)
{
  return line->part == GALLEY_PART_PARAGRAPH
         && (line->n_words >= MIN_BODY_WORDS || line->dateline.end_token > 0)
         && _galley_line_ends_sentence (text, line);
}

/* A time alone belongs to a live blog's entry. */
static gboolean
is_full_date (const GalleyText *text, const GalleyLine *line)
{
  GalleyDate date;

  return _galley_date_scan (text, line->run.first_token, line->run.end_token, &date) > 0
         && (date.year > 0 || date.month > 0);
}

/* Finds the bylines and dates at the top; returns one past the last such line, or 0. */
static guint
find_bylines (const GalleyText *text, GArray *lines)
{
  guint front_end = 0;

  for (guint i = 0; i < MIN (lines->len, MAX_FRONT_LINES); i++)
    {
      GalleyLine *line = _galley_line (lines, i);

      if (is_body (text, line))
        break;
      if ((line->part == GALLEY_PART_DATE && is_full_date (text, line))
          || (line->part == GALLEY_PART_PARAGRAPH && find_byline (text, line)))
        front_end = i + 1;
    }

  return front_end;
}

static void
find_datelines (const GalleyText *text, GArray *lines)
{
  guint n_body = 0;

  for (guint i = 0; i < lines->len && n_body < MAX_DATELINED; i++)
    {
      GalleyLine *line = _galley_line (lines, i);
      GalleyTokenRun agency;
      guint n_tokens;

      if (line->part != GALLEY_PART_PARAGRAPH)
        continue;
      n_tokens = _galley_dateline_scan (text, line, &agency);
      if (n_tokens > 0 && line->run.first_token + n_tokens < line->run.end_token)
        line->dateline =
            (GalleyTokenRun){ line->run.first_token, line->run.first_token + n_tokens };
      n_body += line->n_words >= MIN_BODY_WORDS;
    }
}

/* A name right below the headline, above running text or a date. */
static guint
find_bare_bylines (const GalleyText *text, GArray *lines, guint title, guint front_end)
{
  guint limit = MIN (lines->len, MIN (title + 4, MAX_FRONT_LINES));

  for (guint i = 0; i < front_end; i++)
    {
      if (_galley_line (lines, i)->part == GALLEY_PART_BYLINE)
        return front_end;
    }
  for (guint i = title + 1; i + 1 < limit; i++)
    {
      GalleyLine *line = _galley_line (lines, i);

      if (is_body (text, line)
          || (line->n_words > MAX_DECK_SENTENCE && _galley_line_ends_sentence (text, line)))
        break;
      if (line->part == GALLEY_PART_PARAGRAPH && !is_kicker (text, line)
          && find_bare_byline (text, line))
        return MAX (front_end, i + 1);
    }

  return front_end;
}

static void
find_deck (const GalleyText *text, GArray *lines, guint title, guint front_end)
{
  for (guint i = title + 1; i < MIN (lines->len, MAX (front_end, title + 2)); i++)
    {
      GalleyLine *line = _galley_line (lines, i);
      gboolean in_front = i < front_end;

      if (is_kicker (text, line))
        {
          line->part = GALLEY_PART_KICKER;
          continue;
        }
      if (line->part != GALLEY_PART_PARAGRAPH || line->dateline.end_token > 0
          || line->n_words > MAX_DECK_WORDS || line->n_words < MIN_DECK_WORDS)
        continue;
      if (in_front
          || (i + 1 < lines->len && !_galley_line_ends_sentence (text, line)
              && line->n_words <= MAX_HEADLINE_WORDS))
        line->part = GALLEY_PART_DECK;
    }
}

/* jane@outlet.example below her name */
static void
find_addresses (const GalleyText *text, GArray *lines)
{
  for (guint i = 0; i + 1 < MIN (lines->len, MAX_FRONT_LINES); i++)
    {
      GalleyLine *next = _galley_line (lines, i + 1);

      if (_galley_line (lines, i)->part == GALLEY_PART_BYLINE && next->part == GALLEY_PART_PARAGRAPH
          && _galley_line_contains (text, next, "@") && !_galley_line_contains (text, next, " "))
        next->part = GALLEY_PART_BYLINE;
    }
}

/**
 * _galley_lines_find_front:
 *
 * Finds what stands above the running text: kicker, headline, deck, byline and date, and datelines.
 */
void
_galley_lines_find_front (const GalleyText *text, GArray *lines)
{
  guint front_end, title = 0;

  find_datelines (text, lines);
  front_end = find_bylines (text, lines);

  while (title + 1 < lines->len && title < MAX_FRONT_LINES
         && (_galley_line (lines, title)->part != GALLEY_PART_PARAGRAPH
             || (is_kicker (text, _galley_line (lines, title))
                 && is_headline (text, lines, title + 1))))
    {
      if (_galley_line (lines, title)->part == GALLEY_PART_PARAGRAPH)
        _galley_line (lines, title)->part = GALLEY_PART_KICKER;
      title++;
    }
  if (title >= lines->len)
    return;

  /* Below a byline only what cannot be running text is a headline. */
  if (is_headline (text, lines, title)
      && (front_end == 0 || title < front_end
          || !_galley_line_ends_sentence (text, _galley_line (lines, title))))
    {
      _galley_line (lines, title)->part = GALLEY_PART_HEADLINE;
      front_end = find_bare_bylines (text, lines, title, front_end);
      find_deck (text, lines, title, front_end);
    }
  find_addresses (text, lines);
}
