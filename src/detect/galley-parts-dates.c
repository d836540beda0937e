/* galley-parts-dates.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-parts-private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_DATE_TOKENS 32 /* "Published Monday, May 4, 2024 at 10:32 a.m. GMT | Updated …" */
#define LONGEST_WORD    24
#define FIRST_YEAR      1600
#define LAST_YEAR       2199

static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun",
                                      "jul", "aug", "sep", "oct", "nov", "dec" };
static const char *const month_names[] = { "january",   "february", "march",    "april",
                                           "may",       "june",     "july",     "august",
                                           "september", "october",  "november", "december" };
static const char *const weekdays[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
static const char *const weekday_names[] = { "monday", "tuesday",  "wednesday", "thursday",
                                             "friday", "saturday", "sunday" };
static const char *const beside_dates[] = {
  "published", "updated", "posted",  "last", "modified", "first", "issued",  "at",    "on", "of",
  "date",      "dated",   "created", ",",    "|",        "·",     "•",       ":",     "–",  "-",
  "—",         "(",       ")",       "/",    "local",    "time",  "edition", "print",
};
static const char *const clock_words[] = {
  "am",  "pm",  "a.m.", "p.m.", "est", "edt", "et", "gmt",  "bst", "utc",
  "cst", "cdt", "pst",  "pdt",  "pt",  "cet", "ct", "cest", "mst", "ist",
};

static gboolean
is_in (const char *word, const char *const *list, guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    {
      if (strcmp (word, list[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

/* 1..12, or 0; "Sept." and "Jan" as well as "January". */
static guint
parse_month (const char *word)
{
  gsize length = strlen (word);

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      if (strcmp (word, month_names[i]) == 0)
        return i + 1;
      if (strncmp (word, months[i], 3) == 0
          && (length == 3 || (length == 4 && word[3] == '.') || strcmp (word, "sept.") == 0
              || strcmp (word, "sept") == 0))
        return i + 1;
    }

  return 0;
}

static gboolean
is_weekday (const char *word)
{
  gsize length = strlen (word);

  if (is_in (word, weekday_names, G_N_ELEMENTS (weekday_names)))
    return TRUE;
  if (length < 3 || length > 5)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    {
      if (strncmp (word, weekdays[i], 3) == 0 && (length == 3 || word[length - 1] == '.'))
        return TRUE;
    }

  return FALSE;
}

/* The number that @word begins with, and whether only "th" and its like follow. */
static gboolean
parse_number (const char *word, guint *number)
{
  char *end;
  gulong value;

  if (!g_ascii_isdigit (*word))
    return FALSE;
  value = strtoul (word, &end, 10);
  if (*end != '\0' && strcmp (end, "st") != 0 && strcmp (end, "nd") != 0 && strcmp (end, "rd") != 0
      && strcmp (end, "th") != 0)
    return FALSE;

  *number = (guint) MIN (value, G_MAXINT);
  return TRUE;
}

/* 2025-12-15, also with a time after it; 15/12/2025 and 12/15/2025, where the numbers tell. */
static gboolean
parse_numeric (const char *word, GalleyDate *date)
{
  guint a, b, c;
  char mark;

  if (sscanf (word, "%4u%c%2u-%2u", &a, &mark, &b, &c) == 4 && mark == '-' && a >= FIRST_YEAR)
    {
      *date = (GalleyDate){ a, b, c, date->time };
      return b >= 1 && b <= 12 && c >= 1 && c <= 31;
    }
  if (sscanf (word, "%2u%c%2u/%4u", &a, &mark, &b, &c) == 4 && (mark == '/') && c >= FIRST_YEAR)
    {
      if (a > 12)
        *date = (GalleyDate){ c, b, a, date->time };
      else if (b > 12)
        *date = (GalleyDate){ c, a, b, date->time };
      else
        *date = (GalleyDate){ c, 0, 0, date->time }; /* could be either */
      return TRUE;
    }

  return FALSE;
}

/* "10:42", "10:42am", "10.42am"; "18.04" only where a date stands before it. */
static gboolean
is_clock (const char *word, const GalleyDate *date)
{
  guint hour, minute;
  char mark, extra[3] = "";
  gint n_read = sscanf (word, "%2u%c%2u%2s", &hour, &mark, &minute, extra);
  gboolean half = strcmp (extra, "am") == 0 || strcmp (extra, "pm") == 0;

  if (n_read >= 3 && (n_read == 3 || half) && (mark == ':' || mark == '.')
      && (mark == ':' || half || date->month > 0) && hour < 25 && minute < 60)
    return TRUE;
  if (is_in (word, clock_words, G_N_ELEMENTS (clock_words)))
    return TRUE;

  return g_ascii_isdigit (*word) && (g_str_has_suffix (word, "am") || g_str_has_suffix (word, "pm"))
         && strlen (word) <= 4;
}

static gboolean
take_number (const char *word, GalleyDate *date)
{
  guint number;

  if (!parse_number (word, &number))
    return FALSE;
  if (number >= FIRST_YEAR && number <= LAST_YEAR && date->year == 0)
    date->year = number;
  else if (number >= 1 && number <= 31 && date->day == 0)
    date->day = number;
  else
    return date->day > 0 && number < 24; /* the hour of "10 a.m." */

  return TRUE;
}

static gboolean
take_word (const char *word, GalleyDate *date)
{
  guint month = parse_month (word);

  if (month > 0 && date->month == 0)
    {
      date->month = month;
      return TRUE;
    }
  if (is_clock (word, date))
    {
      date->time = TRUE;
      return TRUE;
    }

  return is_weekday (word) || is_in (word, beside_dates, G_N_ELEMENTS (beside_dates))
         || parse_numeric (word, date) || take_number (word, date);
}

/**
 * _galley_line_is_age:
 *
 * Returns: %TRUE if the line says how long ago an article appeared: "6 hours ago"
 */
gboolean
_galley_line_is_age (const GalleyText *text, const GalleyLine *line)
{
  static const char *const units[] = { "minute", "minutes", "min",  "mins",  "hour", "hours",
                                       "day",    "days",    "week", "weeks", NULL };
  guint first = line->run.first_token;

  return line->run.end_token == first + 3 && galley_text_token_is_any (text, first + 1, units)
         && galley_text_token_equals (text, first + 2, "ago")
         && (galley_text_token (text, first)->flags & GALLEY_TOKEN_NUMBER) != 0;
}

/**
 * _galley_date_scan:
 * @first: where to begin
 * @end: one past the last token to look at
 * @date: (out): what it says
 *
 * Reads as many tokens as make a date or a time of day, with the words around it ("Published on").
 *
 * Returns: how many tokens; 0 where there is no date
 */
guint
_galley_date_scan (const GalleyText *text, guint first, guint end, GalleyDate *date)
{
  char word[LONGEST_WORD + 8];
  guint i = first;

  memset (date, 0, sizeof *date);
  end = MIN (end, first + MAX_DATE_TOKENS);
  while (i < end && galley_text_copy_folded (text, i, word, sizeof word) <= LONGEST_WORD
         && take_word (word, date))
    i++;

  if (!date->time && !(date->month > 0 && (date->day > 0 || date->year > 0)) && date->year == 0)
    return 0;
  if (!date->time && date->month == 0 && i - first > 1)
    return 0; /* a bare year says too little: "In 2016" */

  return i - first;
}
