/* galley-abbreviations.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-text-private.h"

#include <stdlib.h>
#include <string.h>

/* Words whose period belongs to them, without it and in the case in which they are written. Each
 * list is sorted by strcmp(). */
static const char *const titles[] = {
  "Adj",  "Adm",  "Amb", "Asst", "Atty", "Brig", "Capt",  "Cdr",  "Cmdr", "Col",  "Comm",
  "Cpl",  "Det",  "Dr",  "Drs",  "Fr",   "Ft",   "Gen",   "Gens", "Gov",  "Govs", "Hon",
  "Insp", "Lt",   "Maj", "Mgr",  "Mlle", "Mme",  "Mr",    "Mrs",  "Ms",   "Msgr", "Mt",
  "Pfc",  "Prof", "Pte", "Pvt",  "Rep",  "Reps", "Rev",   "Revd", "Sec",  "Sen",  "Sens",
  "Sgt",  "Spc",  "St",  "Sta",  "Ste",  "Supt", "Treas",
};
static const char *const before_numbers[] = {
  "Art", "Ch",  "Fig", "Figs", "Fri", "Jul", "Jun", "Mar", "Mon", "No", "Nos", "Op",
  "Sat", "Sun", "Vol", "art",  "ch",  "fig", "no",  "nos", "p",   "pp", "vol",
};
static const char *const others[] = {
  "Ala",  "Apr",   "Ariz", "Ark",    "Assn",  "Assoc", "Aug",  "Ave",  "Bhd",  "Bldg", "Blvd",
  "Bros", "Calif", "Co",   "Colo",   "Conn",  "Corp",  "Cos",  "Ct",   "Dec",  "Del",  "Dept",
  "Dist", "Div",   "Esq",  "Est",    "Feb",   "Fla",   "Ga",   "Govt", "Hwy",  "Ill",  "Inc",
  "Ind",  "Inst",  "Jan",  "Jr",     "Kan",   "Ky",    "La",   "Ltd",  "Mass", "Md",   "Mfg",
  "Mich", "Minn",  "Miss", "Mo",     "Mont",  "Natl",  "Neb",  "Nev",  "Nov",  "Oct",  "Okla",
  "Ont",  "Ore",   "Pa",   "Penn",   "Ph",    "Pkwy",  "Que",  "Rd",   "Sask", "Sep",  "Sept",
  "Sq",   "Sr",    "Tenn", "Tex",    "Thurs", "Tues",  "Univ", "Va",   "Vt",   "Wash", "Wed",
  "Wis",  "Wyo",   "al",   "approx", "ave",   "ca",    "cf",   "dept", "est",  "etc",  "incl",
  "seq",  "viz",   "vs",
};

/* Capitalised words that begin a sentence more often than they follow an abbreviation. */
static const char *const openers[] = {
  "A",       "According", "After",   "All",       "Also",    "Although", "An",      "And",
  "Another", "Any",       "As",      "At",        "Because", "Before",   "Both",    "But",
  "By",      "Despite",   "Did",     "Do",        "Does",    "During",   "Each",    "Earlier",
  "Even",    "Every",     "Few",     "For",       "From",    "Had",      "Has",     "Have",
  "He",      "Her",       "Here",    "His",       "How",     "However",  "I",       "If",
  "In",      "Indeed",    "Instead", "Is",        "It",      "Its",      "Just",    "Last",
  "Later",   "Like",      "Many",    "Meanwhile", "Most",    "My",       "Neither", "No",
  "Nor",     "Not",       "Nothing", "Now",       "On",      "Once",     "One",     "Only",
  "Or",      "Other",     "Others",  "Our",       "Over",    "Perhaps",  "She",     "Since",
  "So",      "Some",      "Still",   "Such",      "That",    "The",      "Their",   "Then",
  "There",   "These",     "They",    "This",      "Those",   "Though",   "Thus",    "To",
  "Today",   "Under",     "Unlike",  "Until",     "Was",     "We",       "Were",    "What",
  "When",    "Where",     "Whether", "Which",     "While",   "Who",      "Why",     "Will",
  "With",    "Without",   "Yet",     "You",       "Your",
};

#define LONGEST 12

static int
compare_words (gconstpointer key, gconstpointer item)
{
  return strcmp (key, *(const char *const *) item);
}

static gboolean
has_word (const char *const *list, gsize n_words, const char *word, gsize length)
{
  char key[LONGEST + 1];

  if (length > LONGEST)
    return FALSE;

  memcpy (key, word, length);
  key[length] = '\0';

  return bsearch (key, list, n_words, sizeof *list, compare_words) != NULL;
}

/**
 * _galley_abbreviation_find:
 * @word: a word without its period
 * @length: its bytes
 *
 * Returns: which sort of abbreviation @word with a period would be
 */
GalleyAbbreviation
_galley_abbreviation_find (const char *word, gsize length)
{
  if (has_word (titles, G_N_ELEMENTS (titles), word, length))
    return GALLEY_ABBREVIATION_TITLE;
  if (has_word (before_numbers, G_N_ELEMENTS (before_numbers), word, length))
    return GALLEY_ABBREVIATION_BEFORE_NUMBER;
  if (has_word (others, G_N_ELEMENTS (others), word, length))
    return GALLEY_ABBREVIATION_OTHER;

  return GALLEY_ABBREVIATION_NONE;
}

/**
 * _galley_word_opens_sentence:
 *
 * Returns: %TRUE for a capitalised word that, after an abbreviation, says that a sentence begins
 */
gboolean
_galley_word_opens_sentence (const char *word, gsize length)
{
  return has_word (openers, G_N_ELEMENTS (openers), word, length);
}
