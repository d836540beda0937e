/* galley-foreign.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-foreign.h"

/* Fewer words between quotation marks are mostly terms, titles and irony. Where words are not
 * separated, letters count: about two a word. */
#define MIN_WORDS         4
#define LETTERS_IN_A_WORD 2

/* How many strings in quotation marks of so many words are quotes, as counted on PolNeAR, the
 * training part: English, but the habit is no matter of language. */
#define SURE_FROM   13
#define SURE        0.99
#define LIKELY_FROM 7
#define LIKELY      0.98
#define PROBABLE    0.94

static GalleyReading *
read_nothing (const GalleyText *text,
              const gboolean *wanted,
              GalleyProgressFunc progress,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  return galley_reading_new ();
}

/**
 * galley_foreign_get_reader:
 *
 * Returns: (transfer none): whom quotes in other languages are said to come from. It marks nothing
 *   in English
 */
const GalleyReader *
galley_foreign_get_reader (void)
{
  static const GalleyReader reader = { .id = "quotation-marks",
                                       .model = "1",
                                       .read = read_nothing };

  return &reader;
}

static guint
count_words (const GalleyText *text, GalleyTokenRun run)
{
  guint n = 0;

  for (guint i = run.first_token; i < run.end_token; i++)
    {
      const GalleyToken *token = galley_text_token (text, i);
      const char *word = text->text + token->start;
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (word));

      if (!(token->flags & GALLEY_TOKEN_WORD))
        continue;
      if (script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA
          || script == G_UNICODE_SCRIPT_KATAKANA || script == G_UNICODE_SCRIPT_THAI)
        n += (guint) g_utf8_strlen (word, token->end - token->start) / LETTERS_IN_A_WORD;
      else
        n++;
    }

  return n;
}

static double
probability_of (guint n_words)
{
  return n_words >= SURE_FROM ? SURE : n_words >= LIKELY_FROM ? LIKELY : PROBABLE;
}

static GalleyAttribution *
attribution_new (void)
{
  GalleyAttribution *self = g_new0 (GalleyAttribution, 1);

  self->contents = g_array_new (FALSE, FALSE, sizeof (GalleyTokenRun));

  return self;
}

/**
 * galley_foreign_find_quotes:
 * @wanted: for each paragraph whether to look into it
 * @language: what the text is written in
 *
 * Finds direct quotes by the quotation marks of a language of which no more is known. A quotation
 * that goes on over several paragraphs is one.
 *
 * Returns: (transfer full) (element-type GalleyAttribution): in the order of the text, with neither
 *   sources nor cues
 */
GPtrArray *
galley_foreign_find_quotes (const GalleyText *text,
                            const gboolean *wanted,
                            const GalleyLanguage *language)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_attribution_free);
  guint n_quotations = text->quotations->len;
  g_autofree GalleyAttribution **of = g_new0 (GalleyAttribution *, n_quotations + 1);

  for (guint i = 0; i < n_quotations; i++)
    {
      const GalleyQuotation *pair = &g_array_index (text->quotations, GalleyQuotation, i);
      GalleyTokenRun run = { pair->open_token, pair->close_token + 1 };
      GalleyAttribution *before = pair->continues >= 0 ? of[pair->continues] : NULL;
      guint n_words;

      if (pair->parent >= 0 || !wanted[galley_text_token (text, pair->open_token)->paragraph]
          || !galley_language_quotes (language, text, i))
        continue;
      n_words = count_words (text, run);
      if (before == NULL && n_words < MIN_WORDS)
        continue;
      if (before == NULL)
        g_ptr_array_add (found, before = attribution_new ());
      of[i] = before;
      g_array_append_val (before->contents, run);
      before->probability = MAX (before->probability, probability_of (n_words));
    }

  return found;
}
