/* galley-languages.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-languages.h"

#include <string.h>

#include "base/galley-hash.h"

#define MAX_LANGUAGES 64  /* a bit each */
#define MAX_LOOKED_AT 800 /* tokens, spread over the text */
#define MAX_WORD      64  /* bytes of a word that is looked up */

/* Function words are two to four in ten of a text; names and figures thin them out. */
#define MIN_HITS  4
#define MIN_SHARE 0.12
/* What English shares with its neighbours does not make a text one of theirs. */
#define MIN_LEAD 1.3
/* Of the words, where the script tells. Japanese mixes its own with Chinese characters. */
#define MIN_SCRIPTED 0.3
#define MIN_KANA     0.1

typedef struct
{
  guint n_words;
  guint n_cjk;                   /* words of Chinese characters or kana */
  guint n_kana, n_han;           /* letters of these */
  guint hits[MAX_LANGUAGES];     /* words of each language */
  double weights[MAX_LANGUAGES]; /* of these, each shared among the languages that have it */
  guint scripted[MAX_LANGUAGES]; /* words in its script, where that tells */
} Counts;

/* Which languages have a word, a bit each. */
static gpointer
make_lexicon (gpointer unused)
{
  GHashTable *lexicon = g_hash_table_new_full (galley_str_hash, g_str_equal, g_free, g_free);
  guint n_languages;
  const GalleyLanguage *languages = galley_languages_get (&n_languages);

  g_assert (n_languages <= MAX_LANGUAGES);
  for (guint i = 0; i < n_languages; i++)
    {
      g_auto (GStrv) words =
          languages[i].words != NULL ? g_strsplit (languages[i].words, " ", -1) : NULL;

      for (guint j = 0; words != NULL && words[j] != NULL; j++)
        {
          guint64 *set = g_hash_table_lookup (lexicon, words[j]);

          if (set == NULL)
            {
              set = g_new0 (guint64, 1);
              g_hash_table_insert (lexicon, g_strdup (words[j]), set);
            }
          *set |= G_GUINT64_CONSTANT (1) << i;
        }
    }

  return lexicon;
}

static guint64
look_up (const GalleyText *text, guint token)
{
  static GOnce once = G_ONCE_INIT;
  GHashTable *lexicon = g_once (&once, make_lexicon, NULL);
  char word[MAX_WORD];
  const guint64 *set;

  galley_text_copy_folded (text, token, word, sizeof word);
  set = g_hash_table_lookup (lexicon, word);

  return set != NULL ? *set : 0;
}

static void
count_word (const GalleyText *text, guint token, Counts *counts)
{
  guint64 set = look_up (text, token);
  int n_languages = __builtin_popcountll (set);

  counts->n_words++;
  for (guint i = 0; set != 0; i++, set >>= 1)
    {
      if ((set & 1) == 0)
        continue;
      counts->hits[i]++;
      counts->weights[i] += 1.0 / n_languages;
    }
}

static const char *
tag_of_script (GUnicodeScript script)
{
  /* clang-format off */
  static const struct { GUnicodeScript script; const char *tag; } scripts[] = {
    { G_UNICODE_SCRIPT_GREEK, "el" },    { G_UNICODE_SCRIPT_HEBREW, "he" },
    { G_UNICODE_SCRIPT_HANGUL, "ko" },   { G_UNICODE_SCRIPT_THAI, "th" },
    { G_UNICODE_SCRIPT_ARMENIAN, "hy" }, { G_UNICODE_SCRIPT_GEORGIAN, "ka" },
    { G_UNICODE_SCRIPT_BENGALI, "bn" },  { G_UNICODE_SCRIPT_DEVANAGARI, "hi" },
  };
  /* clang-format on */

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      if (scripts[i].script == script)
        return scripts[i].tag;
    }

  return NULL;
}

static void
count_letters (const GalleyText *text, guint token, Counts *counts)
{
  const GalleyToken *word = galley_text_token (text, token);
  const char *start = text->text + word->start;
  const char *end = text->text + MIN (word->end, word->start + MAX_WORD);
  const char *tag = tag_of_script (g_unichar_get_script (g_utf8_get_char (start)));
  guint n_before = counts->n_han + counts->n_kana;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (p));

      counts->n_han += script == G_UNICODE_SCRIPT_HAN;
      counts->n_kana += script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA;
    }
  counts->n_cjk += counts->n_han + counts->n_kana > n_before;
  if (tag != NULL)
    {
      guint n_languages;

      counts->scripted[galley_language_find (tag) - galley_languages_get (&n_languages)]++;
    }
}

static void
count (const GalleyText *text, Counts *counts)
{
  guint step = text->tokens->len / MAX_LOOKED_AT + 1;

  for (guint i = 0; i < text->tokens->len; i += step)
    {
      const GalleyToken *token = galley_text_token (text, i);

      if (!(token->flags & GALLEY_TOKEN_WORD))
        continue;
      count_word (text, i, counts);
      if (!g_ascii_isalnum (text->text[token->start]))
        count_letters (text, i, counts);
    }
}

static const GalleyLanguage *
guess_by_script (const Counts *counts)
{
  guint n_languages;
  const GalleyLanguage *languages = galley_languages_get (&n_languages);
  double needed = MIN_SCRIPTED * counts->n_words;

  if (counts->n_cjk > needed)
    return galley_language_find (
        counts->n_kana > MIN_KANA * (counts->n_han + counts->n_kana) ? "ja" : "zh");
  for (guint i = 0; i < n_languages; i++)
    {
      if (counts->scripted[i] > needed)
        return &languages[i];
    }

  return NULL;
}

static const GalleyLanguage *
guess_by_words (const Counts *counts)
{
  guint n_languages, best = 0;
  const GalleyLanguage *languages = galley_languages_get (&n_languages);

  for (guint i = 1; i < n_languages; i++)
    {
      if (counts->weights[i] > counts->weights[best])
        best = i;
    }
  if (counts->hits[best] < MIN_HITS || counts->hits[best] < MIN_SHARE * counts->n_words)
    return NULL;
  if (best != 0 && counts->hits[best] < MIN_LEAD * counts->hits[0])
    return NULL;

  return &languages[best];
}

/**
 * galley_language_guess:
 * @text: a text, taken apart
 *
 * Tells a text's language from its script or, where several share one, from its function words:
 * the language with most of them, if they are as many as a text has. Only some hundred words,
 * spread over the text, are looked at. A text of a few words has no language that could be told.
 *
 * Returns: (nullable) (transfer none): the language; %NULL where it cannot be told
 */
const GalleyLanguage *
galley_language_guess (const GalleyText *text)
{
  Counts counts = { 0 };
  const GalleyLanguage *language;

  count (text, &counts);
  if (counts.n_words == 0)
    return NULL;
  language = guess_by_script (&counts);

  return language != NULL ? language : guess_by_words (&counts);
}

static gunichar
get_character (const GalleyText *text, guint token)
{
  return g_utf8_get_char (text->text + galley_text_token (text, token)->start);
}

/**
 * galley_language_quotes:
 * @text: a text in that language
 * @quotation: one of its pairs of quotation marks
 *
 * Returns: %TRUE if quotes stand between such marks in that language. Straight double ones are
 *   typed in every language.
 */
gboolean
galley_language_quotes (const GalleyLanguage *self, const GalleyText *text, guint quotation)
{
  const GalleyQuotation *pair = &g_array_index (text->quotations, GalleyQuotation, quotation);
  gunichar opening = get_character (text, pair->open_token);

  if (opening == '"')
    return TRUE;
  for (const char *p = self->marks; *p != '\0';)
    {
      gunichar start = g_utf8_get_char (p);
      gunichar end;

      p = g_utf8_next_char (p);
      end = g_utf8_get_char (p);
      p = g_utf8_next_char (p);
      if (start == opening && (!pair->closed || get_character (text, pair->close_token) == end))
        return TRUE;
    }

  return FALSE;
}
