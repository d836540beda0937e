/* galley-tagger.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-tagger.h"

#include "galley-language-resources.h"
#include "language/galley-tagger-decode.h"

#define MODEL_PATH "/io/github/galley_app/Galley/models/tagger.galleylm"

/* Words whose own features were summed up before: four of five words come again. */
#define N_KEPT 2048

typedef struct
{
  const GalleyLinearModel *model;
  guint32 exact;
  guint32 shape;
  gint16 scores[GALLEY_LINEAR_N_SCORES];
} KeptWord;

/* A table of them for each thread that tags. */
static GPrivate kept_words = G_PRIVATE_INIT (g_free);

typedef struct
{
  GalleyLinearModel *model;
  GalleyTag tags[GALLEY_LINEAR_MAX_LABELS];
  guint64 verbs;
} Tagger;

static gpointer
load_tagger (gpointer unused)
{
  g_autoptr (GError) error = NULL;
  Tagger *tagger = g_new0 (Tagger, 1);
  const char *names[GALLEY_LINEAR_MAX_LABELS];

  tagger->model =
      galley_linear_model_new_from_resource (galley_language_get_resource (), MODEL_PATH, &error);
  if (tagger->model == NULL)
    g_error ("The tagger's model is unusable: %s", error->message);
  for (guint label = 0; label < tagger->model->n_labels; label++)
    {
      names[label] = galley_linear_model_get_label (tagger->model, label);
      tagger->tags[label] = galley_tag_from_string (names[label]);
    }
  tagger->verbs = galley_tagger_find_verbs (names, tagger->model->n_labels);
  return tagger;
}

static const Tagger *
get_tagger (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_tagger, NULL);
}

static KeptWord *
get_kept_words (void)
{
  KeptWord *kept = g_private_get (&kept_words);

  if (kept == NULL)
    {
      kept = g_new0 (KeptWord, N_KEPT);
      g_private_set (&kept_words, kept);
    }
  return kept;
}

/* What a word says by itself. The sums are small: features times the largest entry. */
static const gint16 *
sum_own (const GalleyLinearModel *model, const GalleyTaggerWord *word, KeptWord *all_kept)
{
  KeptWord *kept = &all_kept[galley_hash_finish (word->facts.exact) % N_KEPT];
  gint32 scores[GALLEY_LINEAR_N_SCORES] = { 0 };
  guint32 features[GALLEY_TAGGER_MAX_FEATURES];

  if (kept->model == model && kept->exact == word->facts.exact && kept->shape == word->facts.shape)
    return kept->scores;
  galley_linear_model_add_all (model,
                               features,
                               galley_tagger_own_features (word, features),
                               scores);
  kept->model = model;
  kept->exact = word->facts.exact;
  kept->shape = word->facts.shape;
  for (guint label = 0; label < GALLEY_LINEAR_N_SCORES; label++)
    kept->scores[label] = (gint16) CLAMP (scores[label], G_MININT16, G_MAXINT16);
  return kept->scores;
}

static guint8
best_label (const GalleyLinearModel *model, const gint32 *scores)
{
  guint best = 0;

  for (guint label = 1; label < model->n_labels; label++)
    if (scores[label] > scores[best])
      best = label;
  return (guint8) best;
}

/**
 * galley_tagger_decode:
 * @words: (array length=n_words): one sentence
 * @verbs: of galley_tagger_find_verbs()
 * @labels: (out caller-allocates) (array length=n_words): gets a label a word
 *
 * Tags from left to right, each word in the light of the tags before it.
 */
void
galley_tagger_decode (const GalleyLinearModel *model,
                      const GalleyTaggerWord *words,
                      guint n_words,
                      guint64 verbs,
                      guint8 *labels)
{
  GalleyTaggerSentence sentence = {
    words, n_words, labels, galley_tagger_count_capitals (words, n_words), verbs,
  };
  KeptWord *kept = get_kept_words ();
  guint32 features[GALLEY_TAGGER_MAX_FEATURES];

  for (guint i = 0; i < n_words; i++)
    {
      const gint16 *own = sum_own (model, &words[i], kept);
      gint32 scores[GALLEY_LINEAR_N_SCORES];
      guint n_features = galley_tagger_place_features (&sentence, i, features);

      for (guint label = 0; label < GALLEY_LINEAR_N_SCORES; label++)
        scores[label] = own[label];
      n_features += galley_tagger_context_features (&sentence, i, features + n_features);
      galley_linear_model_add_all (model, features, n_features, scores);
      labels[i] = best_label (model, scores);
    }
}

static void
tag_run (GalleyText *text, const Tagger *tagger, guint first, guint n_words)
{
  GalleyTaggerWord words[GALLEY_TAGGER_LONGEST];
  guint8 labels[GALLEY_TAGGER_LONGEST];

  for (guint i = 0; i < n_words; i++)
    galley_tagger_word_init (&words[i], text->text, galley_text_token (text, first + i));
  galley_tagger_decode (tagger->model, words, n_words, tagger->verbs, labels);
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
