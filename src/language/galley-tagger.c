/* galley-tagger.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-tagger.h"

#include "galley-language-resources.h"
#include "language/galley-tagger-private.h"

#define MODEL_PATH "/io/github/galley_app/Galley/models/tagger.galleylm"

typedef struct
{
  GalleyLinearModel *model;
  GalleyTag tags[GALLEY_LINEAR_MAX_LABELS];
} Tagger;

static gpointer
load_tagger (gpointer unused)
{
  g_autoptr (GError) error = NULL;
  Tagger *tagger = g_new0 (Tagger, 1);

  tagger->model =
      galley_linear_model_new_from_resource (galley_language_get_resource (), MODEL_PATH, &error);
  if (tagger->model == NULL)
    g_error ("The tagger's model is unusable: %s", error->message);
  for (guint label = 0; label < tagger->model->n_labels; label++)
    tagger->tags[label] =
        galley_tag_from_string (galley_linear_model_get_label (tagger->model, label));
  return tagger;
}

static const Tagger *
get_tagger (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_tagger, NULL);
}

/**
 * galley_tagger_decode:
 * @words: (array length=n_words): one sentence
 * @labels: (out caller-allocates) (array length=n_words): gets a label a word
 *
 * Tags from left to right, each word in the light of the tags before it.
 */
void
galley_tagger_decode (const GalleyLinearModel *model,
                      const GalleyTaggerWord *words,
                      guint n_words,
                      guint8 *labels)
{
  GalleyTaggerSentence sentence = { .words = words, .n_words = n_words, .before = labels };
  guint32 features[GALLEY_TAGGER_MAX_FEATURES];

  for (guint i = 0; i < n_words; i++)
    {
      gint32 scores[GALLEY_LINEAR_N_SCORES] = { 0 };
      guint n_features = galley_tagger_word_features (&sentence, i, features);
      guint best = 0;

      n_features += galley_tagger_context_features (&sentence, i, features + n_features);
      galley_linear_model_add_all (model, features, n_features, scores);
      for (guint label = 1; label < model->n_labels; label++)
        if (scores[label] > scores[best])
          best = label;
      labels[i] = (guint8) best;
    }
}

static void
tag_run (GalleyText *text, const Tagger *tagger, guint first, guint n_words)
{
  GalleyTaggerWord words[GALLEY_TAGGER_LONGEST];
  guint8 labels[GALLEY_TAGGER_LONGEST];

  for (guint i = 0; i < n_words; i++)
    galley_tagger_word_init (&words[i], text->text, galley_text_token (text, first + i));
  galley_tagger_decode (tagger->model, words, n_words, labels);
  for (guint i = 0; i < n_words; i++)
    galley_text_token (text, first + i)->tag = tagger->tags[labels[i]];
}

/* Which way a quotation mark faces is known from its pair, better than from its neighbours. */
static void
tag_quotation_marks (GalleyText *text)
{
  GalleyTag opening = galley_tag_from_string ("``");
  GalleyTag closing = galley_tag_from_string ("''");

  for (guint i = 0; i < text->tokens->len; i++)
    {
      GalleyToken *token = galley_text_token (text, i);

      if ((token->flags & GALLEY_TOKEN_OPENS_QUOTE) != 0)
        token->tag = opening;
      else if ((token->flags & GALLEY_TOKEN_CLOSES_QUOTE) != 0)
        token->tag = closing;
    }
}

/**
 * galley_text_tag:
 * @text: a text, whose tokens get their @tag
 *
 * Gives every token its part of speech. Thread-safe for different texts. The model is loaded at the
 * first call.
 */
void
galley_text_tag (GalleyText *text)
{
  const Tagger *tagger = get_tagger ();

  g_return_if_fail (text != NULL);

  for (guint i = 0; i < text->sentences->len; i++)
    {
      GalleyTokenRun run = g_array_index (text->sentences, GalleyTokenRun, i);

      /* A "sentence" of thousands of words is a table or an attack: pieces of it will do. */
      for (guint first = run.first_token; first < run.end_token; first += GALLEY_TAGGER_LONGEST)
        tag_run (text, tagger, first, MIN (run.end_token - first, GALLEY_TAGGER_LONGEST));
    }
  tag_quotation_marks (text);
}
