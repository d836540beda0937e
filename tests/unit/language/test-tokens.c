/* test-tokens.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-text.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *tokens; /* joined by spaces */
} TokenCase;

static const TokenCase token_cases[] = {
  { "plain", "The vote was close.", "The vote was close ." },
  { "empty", "", "" },
  { "blank", " \t\n \n", "" },
  { "possessive-curly", "Trump’s claim", "Trump ’s claim" },
  { "possessive-straight", "Trump's claim", "Trump 's claim" },
  { "possessive-capitals", "TRUMP’S CLAIM", "TRUMP ’S CLAIM" },
  { "possessive-plural", "the voters’ choice", "the voters ’ choice" },
  { "possessive-abbreviation", "the U.S.’s role", "the U.S. ’s role" },
  { "possessive-quoted", "“Hair”’s run", "“ Hair ” ’s run" },
  { "not", "I don’t, can't and WON’T", "I do n’t , ca n't and WO N’T" },
  { "clitics", "we’ll I'm they’ve she'd you’re", "we ’ll I 'm they ’ve she 'd you ’re" },
  { "clitics-two", "I’d’ve gone", "I ’d ’ve gone" },
  { "cannot", "It cannot be gonna", "It can not be gon na" },
  { "name-apostrophe", "O’Brien and d'Arcy", "O’Brien and d'Arcy" },
  { "oclock", "at five o’clock", "at five o’clock" },
  { "decade", "the ’90s and '80s", "the ’90s and '80s" },
  { "year", "class of ’08.", "class of ’08 ." },
  { "elision", "’Tis time, get ’em", "’Tis time , get ’em" },
  { "rock", "rock ’n’ roll", "rock ’n’ roll" },
  { "em-dash", "peace—so he said—now", "peace — so he said — now" },
  { "double-hyphen", "peace--now", "peace -- now" },
  { "en-dash", "2010–2015", "2010 – 2015" },
  { "hyphen", "a long-term, son-in-law", "a long-term , son-in-law" },
  { "hyphen-edge", "pre- and post-war", "pre - and post-war" },
  { "acronym", "the U.S. and U.N.", "the U.S. and U.N." },
  { "acronym-long", "the U.S.S.R. fell", "the U.S.S.R. fell" },
  { "acronym-hyphen", "a U.S.-led force", "a U.S.-led force" },
  { "time-of-day", "at 10:32 a.m. today", "at 10:32 a.m. today" },
  { "latin", "i.e. this, e.g. that", "i.e. this , e.g. that" },
  { "titles", "Mr. and Mrs. Poe met Sen. Dunn", "Mr. and Mrs. Poe met Sen. Dunn" },
  { "degree", "Jo Lee, Ph.D., spoke", "Jo Lee , Ph.D. , spoke" },
  { "month", "on Jan. 4", "on Jan. 4" },
  { "march", "on Mar. 4 we mar. 4", "on Mar. 4 we mar . 4" },
  { "party", "Ann Poe, D-Calif., left", "Ann Poe , D-Calif. , left" },
  { "initials", "J. K. Poe and J.P. Dunn", "J. K. Poe and J.P. Dunn" },
  { "plan-b", "It was Plan B. The end.", "It was Plan B . The end ." },
  { "and-i", "He and I. Then", "He and I . Then" },
  { "number-no", "Room No. 7. No. Never.", "Room No. 7 . No . Never ." },
  { "numbers", "1,000,000 or 3.5 or .5", "1,000,000 or 3.5 or . 5" },
  { "number-list", "in 2016,2017", "in 2016 , 2017" },
  { "money", "$5 million, £3.20, 4%", "$ 5 million , £ 3.20 , 4 %" },
  { "date", "on 9/11, 12/15/2025", "on 9/11 , 12/15/2025" },
  { "ordinal", "the 21st, 5pm", "the 21st , 5pm" },
  { "ampersand", "AT&T Q&A this&that", "AT&T Q&A this & that" },
  { "url", "See https://example.org/a?b=c,d. Now", "See https://example.org/a?b=c,d . Now" },
  { "url-www", "(www.example.co.uk/x)", "( www.example.co.uk/x )" },
  { "url-quoted", "“www.example.org”", "“ www.example.org ”" },
  { "domain", "at Example.com/news, example.org.", "at Example.com/news , example.org ." },
  { "handle", "@jane_doe: #vote2024 now", "@jane_doe : #vote2024 now" },
  { "handle-possessive", "@jane’s view", "@jane ’s view" },
  { "number-sign", "the #1 hit", "the # 1 hit" },
  { "mail", "Write to a.b-c@example.org.", "Write to a.b-c@example.org ." },
  { "ellipsis", "well... yes … no....", "well ... yes … no ...." },
  { "marks", "What?! (Really)", "What ? ! ( Really )" },
  { "quotes", "“‘Yes,’ he said”", "“ ‘ Yes , ’ he said ”" },
  { "latex", "``Yes,'' he said", "`` Yes , '' he said" },
  { "no-space", "It ended.Then it began", "It ended . Then it began" },
  { "feet", "is 6'2\" tall", "is 6 ' 2 \" tall" },
  { "nbsp", "50\u00a0000 votes", "50 000 votes" },
  { "zero-width", "one\u200btwo\ufeff", "one two" },
  { "soft-hyphen", "pub\u00adlish", "pub\u00adlish" },
  { "combining", "cafe\u0301 e\u0301te\u0301", "cafe\u0301 e\u0301te\u0301" },
  { "family", "ok 👨‍👩‍👧 👍🏽!", "ok 👨‍👩‍👧 👍🏽 !" },
  { "flags", "🇺🇦🇺🇸", "🇺🇦 🇺🇸" },
  { "arabic", "قال الوزير.", "قال الوزير ." },
  { "chinese", "他说:好", "他说 : 好" },
  { "paragraphs", "One\n\n\nTwo", "One Two" },
};

static void
test_tokens (gconstpointer data)
{
  const TokenCase *item = data;
  g_autoptr (GalleyText) text = galley_text_new (item->text, strlen (item->text));
  g_autoptr (GString) tokens = g_string_new (NULL);

  for (guint i = 0; i < text->tokens->len; i++)
    {
      const GalleyToken *token = galley_text_token (text, i);

      if (i > 0)
        g_string_append_c (tokens, ' ');
      g_string_append_len (tokens, item->text + token->start, token->end - token->start);
    }

  g_assert_cmpstr (tokens->str, ==, item->tokens);
}

typedef struct
{
  const char *word;
  guint flags;
} FlagCase;

#define WORD    GALLEY_TOKEN_WORD
#define CAPITAL (GALLEY_TOKEN_WORD | GALLEY_TOKEN_CAPITAL)

static const FlagCase flag_cases[] = {
  { "vote", WORD },
  { "Vote", CAPITAL },
  { "VOTE", CAPITAL | GALLEY_TOKEN_ALL_CAPS },
  { "U.S.", CAPITAL | GALLEY_TOKEN_ALL_CAPS },
  { "A", CAPITAL },
  { "Élan", CAPITAL },
  { "1st", WORD | GALLEY_TOKEN_NUMBER },
  { "@Jane", WORD },
  { "—", 0 },
  { "😀", 0 },
};

static void
test_flags (gconstpointer data)
{
  const FlagCase *item = data;
  g_autoptr (GalleyText) text = galley_text_new (item->word, strlen (item->word));
  guint always =
      GALLEY_TOKEN_SPACE_BEFORE | GALLEY_TOKEN_PARAGRAPH_START | GALLEY_TOKEN_SENTENCE_START;

  g_assert_cmpuint (text->tokens->len, ==, 1);
  g_assert_cmphex (galley_text_token (text, 0)->flags, ==, item->flags | always);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (token_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/tokens/%s", token_cases[i].name);

      g_test_add_data_func (path, &token_cases[i], test_tokens);
    }
  for (guint i = 0; i < G_N_ELEMENTS (flag_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/tokens/flags/%u", i);

      g_test_add_data_func (path, &flag_cases[i], test_flags);
    }

  return g_test_run ();
}
