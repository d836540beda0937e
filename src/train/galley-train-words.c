/* galley-train-words.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <gio/gio.h>

#include "language/galley-linear-model-writer.h"
#include "language/galley-word-facts.h"
#include "train/galley-corpus.h"
#include "train/galley-train.h"
#include "train/galley-treebank.h"
#include "train/galley-word-clusters.h"

#define N_FINE     508
#define N_COARSE   64
#define LEAST_SEEN 2
#define N_ROUNDS   12
#define MAX_CLASS  510 /* 511 stands for the words beyond a sentence's edges */

static char *output = NULL;
static char *senses_path = NULL;
static char **corpora = NULL;

static const GOptionEntry options[] = {
  { "output",
    'o',
    0,
    G_OPTION_ARG_FILENAME,
    &output,
    "Folder of the classes and their card",
    "DIR" },
  { "senses",
    's',
    0,
    G_OPTION_ARG_FILENAME,
    &senses_path,
    "Kinds and senses of words, as deep/word_senses.py prints them",
    "FILE" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &corpora, NULL, "CORPUS…" },
  G_OPTION_ENTRY_NULL,
};

enum
{
  LABEL_FINE,
  LABEL_COARSE,
  LABEL_HABIT,
  LABEL_KIND,
  LABEL_SENSE,
  N_LABELS,
};

static const char *const label_names[N_LABELS] = { "fine", "coarse", "habit", "kind", "sense" };

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

typedef struct
{
  guint32 folded;
  guint kind;
  guint sense;
} Sense;

static gboolean
read_class (const char *number, guint *value, GError **error)
{
  guint64 parsed;

  if (!g_ascii_string_to_unsigned (number, 10, 1, MAX_CLASS, &parsed, error))
    return FALSE;
  *value = (guint) parsed;
  return TRUE;
}

/* Lines of a word, its kind and its sense. */
static GArray *
read_senses (const char *path, GError **error)
{
  g_autoptr (GArray) senses = g_array_new (FALSE, FALSE, sizeof (Sense));
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return NULL;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], " ", -1);
      GalleyWordFacts facts;
      Sense sense = { 0 };

      if (g_strv_length (fields) != 3)
        {
          g_set_error (error,
                       G_IO_ERROR,
                       G_IO_ERROR_INVALID_DATA,
                       "%s: line %u is not a word and two numbers",
                       path,
                       i + 1);
          return NULL;
        }
      if (!read_class (fields[1], &sense.kind, error)
          || !read_class (fields[2], &sense.sense, error))
        return NULL;
      galley_word_facts_init (&facts, fields[0], strlen (fields[0]));
      sense.folded = facts.folded;
      g_array_append_val (senses, sense);
    }
  return g_steal_pointer (&senses);
}

/* The classes of all words, a row a word. */
typedef struct
{
  GArray *features;
  GArray *weights;
  GHashTable *rows; /* hash of a word → 1 + its row */
} Table;

static float *
ensure_row (Table *self, guint32 folded)
{
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, GUINT_TO_POINTER (folded)));

  if (row == 0)
    {
      g_array_append_val (self->features, folded);
      row = self->features->len;
      g_array_set_size (self->weights, row * N_LABELS);
      g_hash_table_insert (self->rows, GUINT_TO_POINTER (folded), GUINT_TO_POINTER (row));
    }
  return &g_array_index (self->weights, float, (row - 1) * N_LABELS);
}

static void
fill_from_texts (Table *table, const GalleyWordClusters *clusters)
{
  guint n_words;
  const GalleyWordUse *words = galley_word_clusters_get_words (clusters, &n_words);
  g_autofree guint16 *fine = galley_word_clusters_learn (clusters, N_FINE, LEAST_SEEN, N_ROUNDS);
  g_autofree guint16 *coarse =
      galley_word_clusters_learn (clusters, N_COARSE, LEAST_SEEN, N_ROUNDS);

  for (guint i = 0; i < n_words; i++)
    if (words[i].n >= LEAST_SEEN)
      {
        float *row = ensure_row (table, words[i].folded);

        row[LABEL_FINE] = fine[i];
        row[LABEL_COARSE] = coarse[i];
        row[LABEL_HABIT] = (float) habit_of (&words[i]);
      }
}

/* Of words that fold to the same, as years do, the first counts: it is the commonest. */
static void
fill_from_senses (Table *table, GArray *senses)
{
  for (guint i = 0; i < senses->len; i++)
    {
      const Sense *sense = &g_array_index (senses, Sense, i);
      float *row = ensure_row (table, sense->folded);

      if (row[LABEL_KIND] > 0)
        continue;
      row[LABEL_KIND] = (float) sense->kind;
      row[LABEL_SENSE] = (float) sense->sense;
    }
}

static GBytes *
learn (const GalleyWordClusters *clusters, GArray *senses, const char *version, guint *n_kept)
{
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) weights = g_array_new (FALSE, TRUE, sizeof (float));
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);
  Table table = { features, weights, rows };
  GalleyLinearWeights file = {
    .version = version,
    .labels = label_names,
    .n_labels = N_LABELS,
    .bits = 14,
    .limit = 511,
  };

  fill_from_texts (&table, clusters);
  fill_from_senses (&table, senses);
  file.features = (guint32 *) features->data;
  file.weights = (float *) weights->data;
  file.n_features = features->len;
  *n_kept = file.n_features;
  return galley_linear_weights_to_bytes (&file);
}

static char *
write_card (const char *version, guint n_words, guint n_senses, guint n_kept, const char *command)
{
  return g_strdup_printf (
      "# words.galleylm (%s)\n\n"
      "Classes of English words: by the words that stand beside them in running text, without any\n"
      "annotation (the exchange algorithm of Martin, Liermann and Ney, 1998), and by their vectors "
      "in a\n"
      "language model (k-means: kinds, of the parts of speech that a logistic regression over "
      "treebanks\n"
      "expects of a vector; senses, of the vectors themselves).\n\n"
      "| | |\n| --- | --- |\n"
      "| Learnt from | %u different words in running text |\n"
      "| Data | the texts of UD English EWT 2, training and development parts (CC BY-SA 4.0), of "
      "GUM, "
      "biographies, interviews, news and travel (Wikinews, Wikivoyage and Wikipedia, CC BY and CC "
      "BY-SA), and of PolNeAR, training part (no licence stated; the articles are their "
      "publishers') |\n"
      "| Licence of this file | CC BY-SA 4.0, as separate data |\n"
      "| Word vectors | all-MiniLM-L6-v2 (Apache-2.0), %u words of its list; tags from EWT 2, "
      "training and development parts, and GUM |\n"
      "| Classes | %u fine, %u coarse, how often a word is seen and written with a capital; kinds "
      "and senses |\n"
      "| Holds | the classes of %u hashed words, no text |\n\n"
      "Learnt anew, to the same bytes on the same day (or with SOURCE_DATE_EPOCH), by\n\n"
      "    %s\n",
      version,
      n_words,
      n_senses,
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
  g_autoptr (GArray) senses = read_senses (senses_path, error);
  g_autoptr (GBytes) bytes = NULL;
  guint n_words;
  guint n_kept;

  if (senses == NULL)
    return FALSE;
  for (guint i = 0; corpora[i] != NULL; i++)
    if (!add_corpus (clusters, corpora[i], error))
      return FALSE;
  bytes = learn (clusters, senses, version, &n_kept);
  galley_word_clusters_get_words (clusters, &n_words);
  card = write_card (version, n_words, senses->len, n_kept, command);
  g_print ("%s", card);
  return galley_train_save (output, "words.galleylm", bytes, error)
         && galley_train_save_text (output, "words.md", card, error);
}

static const char *
find_missing (void)
{
  if (output == NULL || senses_path == NULL || corpora == NULL)
    return "--output, --senses and corpora to learn from are needed";
  return NULL;
}

int
main (int argc, char **argv)
{
  return galley_train_main (argc, argv, options, find_missing, run);
}
