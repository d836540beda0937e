/* galley-reader-rules.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reader-rules.h"

#include "detect/galley-reader-rules-private.h"

#define CANCEL_STEP 256 /* sentences between two looks at the cancellable */

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  guint32 first = ((const GalleyMark *) a)->first_token;
  guint32 second = ((const GalleyMark *) b)->first_token;

  return first < second ? -1 : first > second;
}

static gboolean
read_sentences (GalleyRules *rules,
                const gboolean *wanted,
                GCancellable *cancellable,
                GError **error)
{
  for (guint i = 0; i < rules->text->sentences->len; i++)
    {
      const GalleyTokenRun *sentence = &g_array_index (rules->text->sentences, GalleyTokenRun, i);

      if (i % CANCEL_STEP == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (wanted == NULL
          || wanted[galley_text_token (rules->text, sentence->first_token)->paragraph])
        _galley_rules_read_sentence (rules, sentence);
    }

  return TRUE;
}

static GalleyReading *
read_by_rules (const GalleyText *text,
               const gboolean *wanted,
               GalleyProgressFunc progress,
               gpointer user_data,
               GCancellable *cancellable,
               GError **error)
{
  g_autofree guint32 *sets = g_new (guint32, text->tokens->len + 1);
  g_autofree gboolean *taken = g_new0 (gboolean, text->tokens->len + 1);
  g_autoptr (GalleyReading) reading = galley_reading_new ();
  GalleyRules rules = { text, sets, taken, reading->marks };

  for (guint i = 0; i < text->tokens->len; i++)
    sets[i] = _galley_rules_get_set (text, i);
  if (!read_sentences (&rules, wanted, cancellable, error))
    return NULL;
  _galley_rules_find_quotes (&rules, wanted);
  g_array_sort (reading->marks, compare_marks);

  return g_steal_pointer (&reading);
}

/**
 * galley_reader_rules_get:
 *
 * The reader that has learnt nothing: a lexicon of cues, and the orders in which source, cue and
 * content stand. It needs a tagged text and no model of its own, so it is there in every build.
 *
 * Returns: (transfer none): the reader `rules`
 */
const GalleyReader *
galley_reader_rules_get (void)
{
  static const GalleyReader reader = { .id = "rules", .model = "1", .read = read_by_rules };

  return &reader;
}
