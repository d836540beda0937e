/* galley-train-tagger.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "language/galley-tagger-decode.h"
#include "train/galley-feature-counts.h"
#include "train/galley-perceptron.h"
#include "train/galley-train.h"
#include "train/galley-treebank.h"

#define RUNS       4
#define EPOCHS     8
#define LEAST_SEEN 3
#define MARGIN     8
#define DROPPED    20 /* features of a hundred */

static char *output = NULL;
static char *test_path = NULL;
static char **train_paths = NULL;

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "Folder of the model and its card", "DIR" },
  { "test", 't', 0, G_OPTION_ARG_FILENAME, &test_path, "Treebank to measure on", "FILE" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &train_paths, NULL, "TREEBANK…" },
  G_OPTION_ENTRY_NULL,
};

typedef struct
{
  guint n_words;
  guint n_known;
  guint n_right;
  guint n_known_right;
} Score;

/* The tags of the treebanks, in their order: labels of the model. */
typedef struct
{
  const char *names[GALLEY_LINEAR_MAX_LABELS];
  guint8 label_of[G_MAXUINT8 + 1];
  guint n_labels;
  guint64 verbs;
} Labels;

static void
collect_labels (Labels *self, GPtrArray *sentences)
{
  gboolean seen[G_MAXUINT8 + 1] = { FALSE };

  for (guint i = 0; i < sentences->len; i++)
    {
      const GalleyTreebankSentence *sentence = g_ptr_array_index (sentences, i);

      for (guint k = 0; k < sentence->n_words; k++)
        seen[sentence->tags[k]] = TRUE;
    }
  memset (self, 0, sizeof *self);
  for (guint tag = 1; tag <= G_MAXUINT8; tag++)
    if (seen[tag])
      {
        self->label_of[tag] = (guint8) self->n_labels;
        self->names[self->n_labels++] = galley_tag_to_string ((GalleyTag) tag);
      }
  self->verbs = galley_tagger_find_verbs (self->names, self->n_labels);
}

static GalleyTaggerSentence
begin_sentence (const GalleyTreebankSentence *gold, const Labels *labels, const guint8 *tags)
{
  return (GalleyTaggerSentence){
    gold->words,   gold->n_words, tags, galley_tagger_count_capitals (gold->words, gold->n_words),
    labels->verbs,
  };
}

static guint
write_features (const GalleyTaggerSentence *sentence, guint position, guint32 *features)
{
  guint n_features = galley_tagger_own_features (&sentence->words[position], features);

  n_features += galley_tagger_place_features (sentence, position, features + n_features);
  return n_features + galley_tagger_context_features (sentence, position, features + n_features);
}

static GalleyFeatureCounts *
count_features (GPtrArray *sentences, const Labels *labels)
{
  GalleyFeatureCounts *counts = galley_feature_counts_new ();
  guint32 features[GALLEY_TAGGER_MAX_FEATURES];

  for (guint i = 0; i < sentences->len; i++)
    {
      const GalleyTreebankSentence *gold = g_ptr_array_index (sentences, i);
      g_autofree guint8 *tags = g_new (guint8, gold->n_words + 1);
      GalleyTaggerSentence sentence = begin_sentence (gold, labels, tags);

      for (guint k = 0; k < gold->n_words; k++)
        tags[k] = labels->label_of[gold->tags[k]];
      for (guint k = 0; k < gold->n_words; k++)
        galley_feature_counts_see (counts, features, write_features (&sentence, k, features));
    }
  return counts;
}

static guint
best_label (const gint32 *scores, guint n_labels, guint other_than)
{
  guint best = other_than == 0 ? 1 : 0;

  for (guint label = 0; label < n_labels; label++)
    if (label != other_than && scores[label] > scores[best])
      best = label;
  return best;
}

/* Learns where the right tag does not win by a margin; goes on with what the model would have said,
 * because that is what it will see when it runs. */
static void
learn_sentence (GalleyPerceptron *perceptron,
                const GalleyFeatureCounts *counts,
                const GalleyTreebankSentence *gold,
                const Labels *labels,
                GRand *random,
                guint8 *tags)
{
  GalleyTaggerSentence sentence = begin_sentence (gold, labels, tags);
  guint32 features[GALLEY_TAGGER_MAX_FEATURES];

  for (guint i = 0; i < gold->n_words; i++)
    {
      gint32 scores[GALLEY_LINEAR_N_SCORES] = { 0 };
      guint n_features = write_features (&sentence, i, features);
      guint right = labels->label_of[gold->tags[i]];
      guint rival;

      n_features = galley_feature_counts_prune (counts, LEAST_SEEN, features, n_features);
      n_features = galley_train_drop (random, DROPPED, features, n_features);
      galley_perceptron_add_all (perceptron, features, n_features, scores);
      rival = best_label (scores, labels->n_labels, right);
      tags[i] = (guint8) (scores[rival] > scores[right] ? rival : right);
      perceptron->step++;
      if (gold->tags[i] == GALLEY_TAG_NONE || scores[right] - scores[rival] > MARGIN)
        continue;
      galley_perceptron_update (perceptron, features, n_features, right, 1);
      galley_perceptron_update (perceptron, features, n_features, rival, -1);
    }
}

static GBytes *
learn (GPtrArray *sentences, const Labels *labels, const char *version)
{
  g_autoptr (GalleyPerceptron) perceptron = galley_perceptron_new (labels->n_labels);
  g_autoptr (GalleyFeatureCounts) counts = count_features (sentences, labels);
  g_autoptr (GRand) random = g_rand_new_with_seed (GALLEY_TRAIN_SEED);
  g_autofree guint *order = galley_train_order_new (sentences->len);

  for (guint epoch = 0; epoch < RUNS * EPOCHS; epoch++)
    {
      if (epoch > 0 && epoch % EPOCHS == 0)
        galley_perceptron_begin_again (perceptron);
      galley_train_shuffle (random, order, sentences->len);
      for (guint i = 0; i < sentences->len; i++)
        {
          const GalleyTreebankSentence *gold = g_ptr_array_index (sentences, order[i]);
          g_autofree guint8 *tags = g_new (guint8, gold->n_words + 1);

          learn_sentence (perceptron, counts, gold, labels, random, tags);
        }
      g_printerr ("epoch %u of %u\n", epoch + 1, RUNS * EPOCHS);
    }
  return galley_perceptron_to_model (perceptron, version, labels->names, NULL, 0);
}

static GHashTable *
collect_words (GPtrArray *sentences)
{
  GHashTable *words = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < sentences->len; i++)
    {
      const GalleyTreebankSentence *sentence = g_ptr_array_index (sentences, i);

      for (guint k = 0; k < sentence->n_words; k++)
        g_hash_table_add (words, GUINT_TO_POINTER (sentence->words[k].facts.folded));
    }
  return words;
}

static Score
measure (const GalleyLinearModel *model,
         const Labels *labels,
         GPtrArray *sentences,
         GHashTable *words)
{
  Score score = { 0 };

  for (guint i = 0; i < sentences->len; i++)
    {
      const GalleyTreebankSentence *gold = g_ptr_array_index (sentences, i);
      g_autofree guint8 *tags = g_new (guint8, gold->n_words + 1);

      galley_tagger_decode (model, gold->words, gold->n_words, labels->verbs, tags);
      for (guint k = 0; k < gold->n_words; k++)
        {
          guint32 word = gold->words[k].facts.folded;
          gboolean known = g_hash_table_contains (words, GUINT_TO_POINTER (word));
          const char *name = galley_linear_model_get_label (model, tags[k]);
          gboolean right = strcmp (name, galley_tag_to_string (gold->tags[k])) == 0;

          score.n_words++;
          score.n_known += known;
          score.n_right += right;
          score.n_known_right += known && right;
        }
    }
  return score;
}

static char *
write_card (const char *version,
            const Labels *labels,
            guint n_sentences,
            guint n_words,
            const Score *score,
            const char *command)
{
  guint n_new = score->n_words - score->n_known;

  return g_strdup_printf (
      "# tagger.galleylm (%s)\n\n"
      "Part-of-speech tags of the Penn Treebank for English: an averaged perceptron that tags "
      "from\n"
      "left to right.\n\n"
      "| | |\n| --- | --- |\n"
      "| Learnt from | %u sentences, %u words (those with hyphened words twice, whole and apart) "
      "|\n"
      "| Data | UD English EWT 2, training and development parts (CC BY-SA 4.0); GUM, biographies, "
      "interviews, news "
      "and travel (annotations CC BY 4.0; texts of Wikinews, Wikivoyage and Wikipedia, CC BY and "
      "CC BY-SA) |\n"
      "| Licence of this file | CC BY-SA 4.0, as separate data |\n"
      "| Labels | %u |\n"
      "| Accuracy, EWT test, words as given there | %.2f %% of %u |\n"
      "| of known words | %.2f %% of %u |\n"
      "| of words not seen in learning | %.2f %% of %u |\n"
      "| Holds | weights of hashed features, no text |\n\n"
      "Learnt anew, to the same bytes on the same day (or with SOURCE_DATE_EPOCH), by\n\n"
      "    %s\n",
      version,
      n_sentences,
      n_words,
      labels->n_labels,
      100.0 * score->n_right / MAX (score->n_words, 1),
      score->n_words,
      100.0 * score->n_known_right / MAX (score->n_known, 1),
      score->n_known,
      100.0 * (score->n_right - score->n_known_right) / MAX (n_new, 1),
      n_new,
      command);
}

static guint
count_words (GPtrArray *sentences)
{
  guint n_words = 0;

  for (guint i = 0; i < sentences->len; i++)
    n_words += ((GalleyTreebankSentence *) g_ptr_array_index (sentences, i))->n_words;
  return n_words;
}

static gboolean
run (const char *command, GError **error)
{
  g_autoptr (GPtrArray) sentences = NULL;
  g_autoptr (GPtrArray) tests = NULL;
  g_autoptr (GHashTable) words = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GalleyLinearModel) model = NULL;
  g_autofree char *version = galley_train_version ("tagger");
  g_autofree char *card = NULL;
  Labels labels;
  Score score;

  sentences = galley_treebank_read_all ((const char *const *) train_paths, error);
  tests = sentences != NULL ? galley_treebank_read (test_path, error) : NULL;
  if (tests == NULL)
    return FALSE;
  galley_treebank_add_joined (sentences);
  collect_labels (&labels, sentences);
  bytes = learn (sentences, &labels, version);
  model = galley_linear_model_new (bytes, error);
  if (model == NULL)
    return FALSE;
  words = collect_words (sentences);
  score = measure (model, &labels, tests, words);
  card = write_card (version, &labels, sentences->len, count_words (sentences), &score, command);
  g_print ("%s", card);
  return galley_train_save (output, "tagger.galleylm", bytes, error)
         && galley_train_save_text (output, "tagger.md", card, error);
}

static const char *
find_missing (void)
{
  if (output == NULL || test_path == NULL || train_paths == NULL)
    return "--output, --test and treebanks to learn from are needed";
  return NULL;
}

int
main (int argc, char **argv)
{
  return galley_train_main (argc, argv, options, find_missing, run);
}
