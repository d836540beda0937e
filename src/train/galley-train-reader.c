/* galley-train-reader.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "train/galley-reader-score.h"
#include "train/galley-reader-trainer.h"
#include "train/galley-train.h"

#define N_FOLDS 4

static const GalleyTrainSettings settings = {
  .epochs = 10,
  .least_seen = 3,
};

static char *output = NULL;
static char *test_path = NULL;
static char **train_paths = NULL;

static const GOptionEntry options[] = {
  { "output",
    'o',
    0,
    G_OPTION_ARG_FILENAME,
    &output,
    "Folder of the models and their card",
    "DIR" },
  { "test", 't', 0, G_OPTION_ARG_FILENAME, &test_path, "Corpus to measure on", "DIR" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &train_paths, NULL, "CORPUS" },
  G_OPTION_ENTRY_NULL,
};

/* How well the marks' probabilities fit: their log loss as to both edges being right. */
typedef struct
{
  double loss;
  guint n_marks;
} Fit;

static void
read_sequence (const GalleyTrainSequence *sequence,
               const GalleyReaderModel *model,
               GalleyReaderDecoder *room)
{
  galley_reader_sequence_init (&room->sequence,
                               sequence->article->text,
                               sequence->paragraph,
                               sequence->first_token);
  galley_reader_decode (model, room);
}

static void
measure (GPtrArray *sequences,
         gint fold,
         const GalleyReaderModel *model,
         GalleyReaderScore first[3],
         GalleyReaderScore second[3])
{
  g_autofree GalleyReaderDecoder *room = g_new (GalleyReaderDecoder, 1);

  for (guint i = 0; i < sequences->len; i++)
    {
      const GalleyTrainSequence *sequence = g_ptr_array_index (sequences, i);

      if (fold >= 0 && (gint) sequence->fold != fold)
        continue;
      read_sequence (sequence, model, room);
      galley_reader_score_add (first, &room->sequence, sequence->gold, room->first_labels);
      galley_reader_score_add (second, &room->sequence, sequence->gold, room->labels);
    }
}

static gboolean
is_right (const GalleyTrainSequence *sequence, const GalleyMark *mark)
{
  guint first = mark->first_token - sequence->first_token;
  guint end = mark->end_token - sequence->first_token;

  if (sequence->gold[first] != galley_reader_begins (mark->role))
    return FALSE;
  for (guint i = first + 1; i < end; i++)
    if (sequence->gold[i] != galley_reader_goes_on (mark->role))
      return FALSE;
  return end >= sequence->n_words || sequence->gold[end] != galley_reader_goes_on (mark->role);
}

static Fit
measure_fit (GPtrArray *sequences, guint fold, const GalleyReaderModel *model)
{
  g_autofree GalleyReaderDecoder *room = g_new (GalleyReaderDecoder, 1);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (GalleyMark));
  Fit fit = { 0 };

  for (guint i = 0; i < sequences->len; i++)
    {
      const GalleyTrainSequence *sequence = g_ptr_array_index (sequences, i);

      if (sequence->fold != fold)
        continue;
      read_sequence (sequence, model, room);
      g_array_set_size (marks, 0);
      galley_reader_append_marks (model, room, marks);
      for (guint k = 0; k < marks->len; k++)
        {
          const GalleyMark *mark = &g_array_index (marks, GalleyMark, k);
          double probability =
              is_right (sequence, mark) ? mark->probability : 1 - mark->probability;

          fit.loss -= log (MAX (probability, 1e-6));
          fit.n_marks++;
        }
    }
  return fit;
}

static GalleyReaderModel *
make_model (GBytes *first, GBytes *second, GError **error)
{
  g_autoptr (GalleyLinearModel) one = galley_linear_model_new (first, error);
  g_autoptr (GalleyLinearModel) two = one != NULL ? galley_linear_model_new (second, error) : NULL;

  if (two == NULL)
    return NULL;
  return galley_reader_model_new (g_steal_pointer (&one), g_steal_pointer (&two), error);
}

/* What a first pass says of articles that it has not learnt from: what the second pass will see. */
static void
label_fold (GPtrArray *sequences, guint fold, const GalleyReaderModel *model, guint8 **labels)
{
  g_autofree GalleyReaderDecoder *room = g_new (GalleyReaderDecoder, 1);

  for (guint i = 0; i < sequences->len; i++)
    {
      const GalleyTrainSequence *sequence = g_ptr_array_index (sequences, i);

      if (sequence->fold != fold)
        continue;
      read_sequence (sequence, model, room);
      labels[i] = g_memdup2 (room->first_labels, sequence->n_words + 1);
    }
}

static gboolean
jackknife (GPtrArray *sequences, const char *version, GBytes *folds[N_FOLDS], GError **error)
{
  g_autofree guint8 **labels = g_new0 (guint8 *, sequences->len);

  for (guint fold = 0; fold < N_FOLDS; fold++)
    {
      g_autoptr (GalleyReaderModel) model = NULL;

      folds[fold] = galley_train_learn (sequences, (gint) fold, &settings, version, 1);
      model = make_model (folds[fold], folds[fold], error);
      if (model == NULL)
        return FALSE;
      label_fold (sequences, fold, model, labels);
      g_printerr ("first pass without part %u of %u\n", fold + 1, N_FOLDS);
    }
  for (guint i = 0; i < sequences->len; i++)
    ((GalleyTrainSequence *) g_ptr_array_index (sequences, i))->first = labels[i];
  return TRUE;
}

/* The temperature, in units of the model's entries, at which a part that was not learnt from is
 * most likely. */
static float
find_temperature (GPtrArray *sequences, GalleyReaderModel *model)
{
  float best = 1;
  double least = G_MAXDOUBLE;

  for (float temperature = 8; temperature < 4096; temperature *= 1.19f)
    {
      Fit fit;

      model->temperature = temperature;
      fit = measure_fit (sequences, 0, model);
      if (fit.loss < least)
        {
          least = fit.loss;
          best = temperature;
        }
    }
  return best;
}

static void
append_scores (GString *card, const char *title, const GalleyReaderScore scores[3])
{
  g_string_append_printf (card, "| %s |", title);
  for (guint role = 0; role < 3; role++)
    g_string_append_printf (card,
                            " %.3f / %.3f |",
                            galley_reader_score_f1 (&scores[role], 0),
                            galley_reader_score_f1 (&scores[role], 1));
  g_string_append_c (card, '\n');
}

typedef struct
{
  GalleyReaderScore held_out[2][3];
  GalleyReaderScore test[2][3];
  float temperature;
  guint n_articles;
  guint n_tokens;
} Figures;

static char *
write_card (const char *version, const Figures *figures, const char *command)
{
  GString *card = g_string_new (NULL);

  g_string_append_printf (
      card,
      "# reader-first.galleylm, reader-second.galleylm (%s)\n\n"
      "Sources, cues and contents of attributions in English news: a structured perceptron over "
      "BIO\n"
      "labels, a paragraph a sequence, and a second one that sees the labels of the first (learnt\n"
      "from labels of first passes that had not seen the article).\n\n"
      "| | |\n| --- | --- |\n"
      "| Learnt from | %u articles, %u tokens |\n"
      "| Data | PolNeAR, training part: US news of 2015 and 2016. Its authors state no licence for "
      "the annotations; the articles are their publishers'. Where several people annotated an "
      "article, the first file by name counts; inner attributions do not |\n"
      "| Holds | weights of hashed features, no text; tags of tagger.galleylm and the program's "
      "own "
      "word lists are among the features |\n"
      "| Temperature | %.1f, fitted on a quarter of the articles that was left out |\n\n"
      "F1 by token / of spans with both edges right, punctuation not counted:\n\n"
      "| | source | cue | content |\n| --- | --- | --- | --- |\n",
      version,
      figures->n_articles,
      figures->n_tokens,
      figures->temperature);
  append_scores (card, "left-out quarter of the training part, first pass", figures->held_out[0]);
  append_scores (card, "left-out quarter, both passes", figures->held_out[1]);
  append_scores (card, "PolNeAR dev, first pass", figures->test[0]);
  append_scores (card, "PolNeAR dev, both passes", figures->test[1]);
  g_string_append_printf (card,
                          "\nLearnt anew, to the same bytes on the same day (or with "
                          "SOURCE_DATE_EPOCH), by\n\n    %s\n",
                          command);
  return g_string_free (card, FALSE);
}

static gboolean
hold_out (
    GPtrArray *sequences, GBytes *first, const char *version, Figures *figures, GError **error)
{
  g_autoptr (GBytes) second = galley_train_learn (sequences, 0, &settings, version, 1);
  g_autoptr (GalleyReaderModel) model = make_model (first, second, error);

  if (model == NULL)
    return FALSE;
  measure (sequences, 0, model, figures->held_out[0], figures->held_out[1]);
  figures->temperature = find_temperature (sequences, model);
  return TRUE;
}

static gboolean
save_all (GBytes *first, GBytes *second, const char *card, GError **error)
{
  return galley_train_save (output, "reader-first.galleylm", first, error)
         && galley_train_save (output, "reader-second.galleylm", second, error)
         && galley_train_save_text (output, "reader.md", card, error);
}

static guint
count_tokens (GPtrArray *articles)
{
  guint n_tokens = 0;

  for (guint i = 0; i < articles->len; i++)
    n_tokens += ((GalleyCorpusArticle *) g_ptr_array_index (articles, i))->text->tokens->len;
  return n_tokens;
}

static gboolean
learn (GPtrArray *articles, GPtrArray *tests, const char *command, GError **error)
{
  g_autoptr (GPtrArray) sequences = galley_train_sequences_new (articles, N_FOLDS);
  g_autoptr (GPtrArray) test_sequences = galley_train_sequences_new (tests, N_FOLDS);
  g_autofree char *version = galley_train_version ("fast");
  g_autofree char *card = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GalleyReaderModel) model = NULL;
  GBytes *folds[N_FOLDS] = { NULL };
  Figures figures = { .n_articles = articles->len, .n_tokens = count_tokens (articles) };
  gboolean ok;

  galley_train_extract (sequences, settings.least_seen);
  first = galley_train_learn (sequences, -1, &settings, version, 1);
  ok = jackknife (sequences, version, folds, error);
  if (ok)
    {
      galley_train_extract (sequences, settings.least_seen);
      ok = hold_out (sequences, folds[0], version, &figures, error);
    }
  for (guint fold = 0; fold < N_FOLDS; fold++)
    g_clear_pointer (&folds[fold], g_bytes_unref);
  if (!ok)
    return FALSE;
  second = galley_train_learn (sequences, -1, &settings, version, figures.temperature);
  model = make_model (first, second, error);
  if (model == NULL)
    return FALSE;
  measure (test_sequences, -1, model, figures.test[0], figures.test[1]);
  card = write_card (version, &figures, command);
  g_print ("%s", card);
  return save_all (first, second, card, error);
}

static gboolean
run (const char *command, GError **error)
{
  g_autoptr (GPtrArray) articles = galley_corpus_read (train_paths[0], error);
  g_autoptr (GPtrArray) tests = articles != NULL ? galley_corpus_read (test_path, error) : NULL;

  return tests != NULL && learn (articles, tests, command, error);
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
  else if (output == NULL || test_path == NULL || train_paths == NULL || train_paths[1] != NULL)
    g_printerr ("--output, --test and one corpus to learn from are needed\n");
  else if (!run (command, &error))
    g_printerr ("%s\n", error->message);
  else
    return EXIT_SUCCESS;
  return EXIT_FAILURE;
}
