/* galley-train-words.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "language/galley-linear-model-writer.h"
#include "train/galley-corpus.h"
#include "train/galley-train.h"
#include "train/galley-treebank.h"
#include "train/galley-word-clusters.h"

#define N_FINE     508
#define N_COARSE   64
#define LEAST_SEEN 2
#define N_ROUNDS   12

static char *output = NULL;
static char **corpora = NULL;

static const GOptionEntry options[] = {
  { "output",
    'o',
    0,
    G_OPTION_ARG_FILENAME,
    &output,
    "Folder of the classes and their card",
    "DIR" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &corpora, NULL, "CORPUS…" },
  G_OPTION_ENTRY_NULL,
};

enum
{
  LABEL_FINE,
  LABEL_COARSE,
  LABEL_HABIT,
  N_LABELS,
};

static const char *const label_names[N_LABELS] = { "fine", "coarse", "habit" };

static void
add_treebank (GalleyWordClusters *clusters, GPtrArray *sentences)
{
  for (guint i = 0; i < sentences->len; i++)
    {
      const GalleyTreebankSentence *sentence = g_ptr_array_index (sentences, i);

      for (guint k = 0; k < sentence->n_words; k++)
        galley_word_clusters_add (clusters, sentence->forms[k], strlen (sentence->forms[k]));
      galley_word_clusters_end_sentence (clusters);
    }
}

static void
add_text (GalleyWordClusters *clusters, const GalleyText *text)
{
  for (guint i = 0; i < text->sentences->len; i++)
    {
      GalleyTokenRun run = g_array_index (text->sentences, GalleyTokenRun, i);

      for (guint k = run.first_token; k < run.end_token; k++)
        {
          const GalleyToken *token = galley_text_token (text, k);

          galley_word_clusters_add (clusters, text->text + token->start, token->end - token->start);
        }
      galley_word_clusters_end_sentence (clusters);
    }
}

static gboolean
add_articles (GalleyWordClusters *clusters, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) articles = galley_corpus_read (folder, error);

  for (guint i = 0; articles != NULL && i < articles->len; i++)
    add_text (clusters, ((GalleyCorpusArticle *) g_ptr_array_index (articles, i))->text);
  return articles != NULL;
}

/* Articles with their marks, of which only the text counts here, or a treebank. */
static gboolean
add_corpus (GalleyWordClusters *clusters, const char *path, GError **error)
{
  const char *const treebanks[] = { path, NULL };
  g_autofree char *texts = g_build_filename (path, "text", NULL);
  g_autoptr (GPtrArray) sentences = NULL;

  if (g_file_test (texts, G_FILE_TEST_IS_DIR))
    return add_articles (clusters, path, error);
  sentences = galley_treebank_read_all (treebanks, error);
  if (sentences == NULL)
    return FALSE;
  add_treebank (clusters, sentences);
  return TRUE;
}

/* Never capital, seldom, sometimes, mostly, always: three steps of each by how common the word is.
 */
static guint
habit_of (const GalleyWordUse *use)
{
  guint capital = use->n_inside == 0                         ? 0
                  : use->n_capital == 0                      ? 1
                  : 20 * use->n_capital < use->n_inside      ? 2
                  : 2 * use->n_capital < use->n_inside       ? 3
                  : 20 * use->n_capital < 19 * use->n_inside ? 4
                  : use->n_capital < use->n_inside           ? 5
                                                             : 6;
  guint common = use->n < 5 ? 0 : use->n < 20 ? 1 : 2;

  return 1 + 3 * capital + common;
}

static GBytes *
learn (const GalleyWordClusters *clusters, const char *version, guint *n_kept)
{
  guint n_words;
  const GalleyWordUse *words = galley_word_clusters_get_words (clusters, &n_words);
  g_autofree guint16 *fine = galley_word_clusters_learn (clusters, N_FINE, LEAST_SEEN, N_ROUNDS);
  g_autofree guint16 *coarse =
      galley_word_clusters_learn (clusters, N_COARSE, LEAST_SEEN, N_ROUNDS);
  g_autofree guint32 *features = g_new (guint32, n_words + 1);
  g_autofree float *weights = g_new0 (float, N_LABELS *((gsize) n_words + 1));
  GalleyLinearWeights file = {
    .version = version,
    .labels = label_names,
    .n_labels = N_LABELS,
    .bits = 13,
    .features = features,
    .weights = weights,
    .limit = 511,
  };

  for (guint i = 0; i < n_words; i++)
    if (words[i].n >= LEAST_SEEN)
      {
        float *row = &weights[N_LABELS * file.n_features];

        features[file.n_features++] = words[i].folded;
        row[LABEL_FINE] = fine[i];
        row[LABEL_COARSE] = coarse[i];
        row[LABEL_HABIT] = (float) habit_of (&words[i]);
      }
  *n_kept = file.n_features;
  return galley_linear_weights_to_bytes (&file);
}

static char *
write_card (const char *version, guint n_words, guint n_kept, const char *command)
{
  return g_strdup_printf (
      "# words.galleylm (%s)\n\n"
      "Classes of English words, by the words that stand beside them in running text: the "
      "exchange\n"
      "algorithm of Martin, Liermann and Ney (1998), without any annotation.\n\n"
      "| | |\n| --- | --- |\n"
      "| Learnt from | %u different words in running text |\n"
      "| Data | the texts of UD English EWT 2, training and development parts (CC BY-SA 4.0), of "
      "GUM, "
      "biographies, interviews, news and travel (Wikinews, Wikivoyage and Wikipedia, CC BY and CC "
      "BY-SA), and of PolNeAR, training part (no licence stated; the articles are their "
      "publishers') |\n"
      "| Licence of this file | CC BY-SA 4.0, as separate data |\n"
      "| Classes | %u fine, %u coarse, and how often a word is seen and written with a capital |\n"
      "| Holds | the classes of %u hashed words, no text |\n\n"
      "Learnt anew, to the same bytes on the same day (or with SOURCE_DATE_EPOCH), by\n\n"
      "    %s\n",
      version,
      n_words,
      (guint) N_FINE,
      (guint) N_COARSE,
      n_kept,
      command);
}

static gboolean
run (const char *command, GError **error)
{
  g_autoptr (GalleyWordClusters) clusters = galley_word_clusters_new ();
  g_autofree char *version = galley_train_version ("words");
  g_autofree char *card = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint n_words;
  guint n_kept;

  for (guint i = 0; corpora[i] != NULL; i++)
    if (!add_corpus (clusters, corpora[i], error))
      return FALSE;
  bytes = learn (clusters, version, &n_kept);
  galley_word_clusters_get_words (clusters, &n_words);
  card = write_card (version, n_words, n_kept, command);
  g_print ("%s", card);
  return galley_train_save (output, "words.galleylm", bytes, error)
         && galley_train_save_text (output, "words.md", card, error);
}

int
main (int argc, char **argv)
{
  g_autofree char *command = galley_train_command (argc, argv);
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_printerr ("%s\n", error->message);
  else if (output == NULL || corpora == NULL)
    g_printerr ("--output and corpora to learn from are needed\n");
  else if (!run (command, &error))
    g_printerr ("%s\n", error->message);
  else
    return EXIT_SUCCESS;
  return EXIT_FAILURE;
}
