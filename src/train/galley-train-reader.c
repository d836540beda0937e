/* galley-train-reader.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "language/galley-linear-model-writer.h"
#include "train/galley-beliefs.h"
#include "train/galley-reader-score.h"
#include "train/galley-reader-trainer.h"
#include "train/galley-train.h"

#define N_FOLDS        GALLEY_TRAIN_N_FOLDS
#define N_TEMPERATURES 24

/* Temperature and eagerness, found on the left-out quarter by what the whole program finds there.
 */
static const float usual_parameters[GALLEY_READER_N_PARAMETERS] = { 1.3f, 0.8f, 0.4f, 0.2f };

static const GalleyTrainSettings settings = {
  .rounds = 5,
  .rounds_to_select = 2,
  .share_selected = 0.27f,
  .step = 0.02f,
  .least_seen = 3,
  .least_weight = 12,
};

static char *output = NULL;
static char *test_path = NULL;
static char *held_out_path = NULL;
static char *jackknife_path = NULL;
static char *beliefs_path = NULL;
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
  { "held-out",
    'h',
    0,
    G_OPTION_ARG_FILENAME,
    &held_out_path,
    "Folder of models that have not seen every fourth article, from the first on",
    "DIR" },
  { "jackknife",
    'j',
    0,
    G_OPTION_ARG_FILENAME,
    &jackknife_path,
    "Folder of four models, each of which has not seen a quarter of the articles",
    "DIR" },
  { "beliefs",
    'b',
    0,
    G_OPTION_ARG_FILENAME,
    &beliefs_path,
    "What the deep reader's teachers believe, from src/train/deep/learn.py",
    "FILE" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &train_paths, NULL, "CORPUS" },
  G_OPTION_ENTRY_NULL,
};

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

/* Adds how badly the marks' probabilities fit what was read last: their log loss as to both edges
 * being right. */
static void
add_fit (const GalleyTrainSequence *sequence,
         const GalleyReaderModel *model,
         const GalleyReaderDecoder *room,
         GArray *marks,
         double *loss)
{
  g_array_set_size (marks, 0);
  galley_reader_append_marks (model, room, marks);
  for (guint k = 0; k < marks->len; k++)
    {
      const GalleyMark *mark = &g_array_index (marks, GalleyMark, k);
      double probability = is_right (sequence, mark) ? mark->probability : 1 - mark->probability;

      *loss -= log (MAX (probability, 1e-6));
    }
}

/* Both passes in one file; %NULL where one is damaged. */
static GBytes *
join (GBytes *first, GBytes *second, GError **error)
{
  g_autoptr (GalleyLinearModel) one = galley_linear_model_new (first, error);
  g_autoptr (GalleyLinearModel) two = one != NULL ? galley_linear_model_new (second, error) : NULL;

  return two != NULL ? galley_linear_model_join (one, two) : NULL;
}

static GalleyReaderModel *
make_model (GBytes *first, GBytes *second, GError **error)
{
  g_autoptr (GBytes) joined = join (first, second, error);
  GalleyLinearModel *linear = joined != NULL ? galley_linear_model_new (joined, error) : NULL;

  return linear != NULL ? galley_reader_model_new (linear, error) : NULL;
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
jackknife (GPtrArray *sequences,
           const GalleyFeatureIndex *index,
           const char *version,
           GBytes *folds[N_FOLDS],
           GError **error)
{
  g_autofree guint8 **labels = g_new0 (guint8 *, sequences->len);

  for (guint fold = 0; fold < N_FOLDS; fold++)
    {
      g_autoptr (GalleyReaderModel) model = NULL;

      folds[fold] =
          galley_train_learn (sequences, index, (gint) fold, &settings, version, usual_parameters);
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

static float
nth_temperature (guint n)
{
  return 0.5f * powf (1.1f, (float) n);
}

/* The temperature, in the unit of the weights, at which a part that was not learnt from is most
 * likely. */
static float
find_temperature (GPtrArray *sequences, GalleyReaderModel *model)
{
  g_autofree GalleyReaderDecoder *room = g_new (GalleyReaderDecoder, 1);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (GalleyMark));
  double losses[N_TEMPERATURES] = { 0 };
  guint best = 0;

  for (guint i = 0; i < sequences->len; i++)
    {
      const GalleyTrainSequence *sequence = g_ptr_array_index (sequences, i);

      if (sequence->fold != 0)
        continue;
      read_sequence (sequence, model, room);
      for (guint n = 0; n < N_TEMPERATURES; n++)
        {
          model->temperature = (double) nth_temperature (n) / (double) model->linear->scale;
          add_fit (sequence, model, room, marks, &losses[n]);
        }
    }
  for (guint n = 1; n < N_TEMPERATURES; n++)
    if (losses[n] < losses[best])
      best = n;
  return nth_temperature (best);
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
      "# reader.galleylm (%s)\n\n"
      "Sources, cues and contents of attributions in English news: a conditional random field over "
      "BIO\n"
      "labels, a paragraph a sequence, and a second one that sees the labels of the first (learnt\n"
      "from labels of first passes that had not seen the article).\n\n"
      "| | |\n| --- | --- |\n"
      "| Learnt from | %u articles, %u tokens |\n"
      "| Data | PolNeAR, training part: US news of 2015 and 2016. Its authors state no licence for "
      "the annotations; the articles are their publishers'. Where several people annotated an "
      "article, the first file by name counts; inner attributions do not |\n"
      "%s"
      "| Holds | weights of hashed features, no text; tags of tagger.galleylm and the program's "
      "own "
      "word lists are among the features |\n"
      "| Temperature | %.2f, fitted on a quarter of the articles that was left out |\n\n"
      "F1 by token / of spans with both edges right, punctuation not counted:\n\n"
      "| | source | cue | content |\n| --- | --- | --- | --- |\n",
      version,
      figures->n_articles,
      figures->n_tokens,
      beliefs_path != NULL
          ? "| Labels | as likely as all annotators and networks of the deep reader believe "
            "together; "
            "these began with MiniLM and have learnt from PolNeAR, NewsSD-ENG and BABE (deep.md "
            "says under which licences) |\n"
          : "",
      figures->temperature);
  append_scores (card, "left-out quarter of the training part, first pass", figures->held_out[0]);
  append_scores (card, "left-out quarter, both passes", figures->held_out[1]);
  append_scores (card, "PolNeAR dev, first pass", figures->test[0]);
  append_scores (card, "PolNeAR dev, both passes", figures->test[1]);
  g_string_append_printf (card,
                          "\nLearnt anew, to the same bytes on the same day (or with "
                          "SOURCE_DATE_EPOCH) and machine, by\n\n    %s\n",
                          command);
  return g_string_free (card, FALSE);
}

static gboolean
save_model (const char *folder, GBytes *first, GBytes *second, GError **error)
{
  g_autoptr (GBytes) joined = join (first, second, error);

  return joined != NULL && galley_train_save (folder, "reader.galleylm", joined, error);
}

static gboolean
hold_out (GPtrArray *sequences,
          const GalleyFeatureIndex *index,
          GBytes *first,
          const char *version,
          Figures *figures,
          GError **error)
{
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GalleyReaderModel) model = NULL;

  second = galley_train_learn (sequences, index, 0, &settings, version, usual_parameters);
  model = make_model (first, second, error);
  if (model == NULL)
    return FALSE;
  measure (sequences, 0, model, figures->held_out[0], figures->held_out[1]);
  figures->temperature = find_temperature (sequences, model);
  return held_out_path == NULL || save_model (held_out_path, first, second, error);
}

static gboolean
save_all (GBytes *first, GBytes *second, const char *card, GError **error)
{
  return save_model (output, first, second, error)
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

/* The first pass's model, if wanted, and one without each part of the jackknife, whose labels the
 * second pass sees. */
static gboolean
learn_first (GPtrArray *sequences,
             const char *version,
             GBytes *folds[N_FOLDS],
             GBytes **first,
             GError **error)
{
  g_autoptr (GalleyFeatureIndex) index = galley_train_extract (sequences, settings.least_seen);

  if (output != NULL)
    *first = galley_train_learn (sequences, index, -1, &settings, version, usual_parameters);
  return jackknife (sequences, index, version, folds, error);
}

/* What the linker learns to live with: each of the models errs on its quarter as the one that is
 * shipped does elsewhere. */
static gboolean
save_jackknife (GPtrArray *sequences,
                const GalleyFeatureIndex *index,
                GBytes *folds[N_FOLDS],
                const char *version,
                GError **error)
{
  for (guint fold = 0; fold < N_FOLDS; fold++)
    {
      g_autoptr (GBytes) second =
          galley_train_learn (sequences, index, (gint) fold, &settings, version, usual_parameters);
      g_autofree char *name = g_strdup_printf (GALLEY_TRAIN_JACKKNIFE, fold);
      g_autoptr (GBytes) joined = join (folds[fold], second, error);

      if (joined == NULL || !galley_train_save (jackknife_path, name, joined, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
learn_second (GPtrArray *sequences,
              const char *version,
              GBytes *folds[N_FOLDS],
              GBytes **second,
              Figures *figures,
              GError **error)
{
  g_autoptr (GalleyFeatureIndex) index = galley_train_extract (sequences, settings.least_seen);
  float parameters[GALLEY_READER_N_PARAMETERS];

  if (!hold_out (sequences, index, folds[0], version, figures, error))
    return FALSE;
  if (jackknife_path != NULL && !save_jackknife (sequences, index, folds, version, error))
    return FALSE;
  memcpy (parameters, usual_parameters, sizeof parameters);
  parameters[0] = figures->temperature;
  if (output != NULL)
    *second = galley_train_learn (sequences, index, -1, &settings, version, parameters);
  return TRUE;
}

static gboolean
learn_both (GPtrArray *sequences,
            const char *version,
            GBytes **first,
            GBytes **second,
            Figures *figures,
            GError **error)
{
  GBytes *folds[N_FOLDS] = { NULL };
  gboolean ok = learn_first (sequences, version, folds, first, error)
                && learn_second (sequences, version, folds, second, figures, error);

  for (guint fold = 0; fold < N_FOLDS; fold++)
    g_clear_pointer (&folds[fold], g_bytes_unref);
  return ok;
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
  Figures figures = { .n_articles = articles->len, .n_tokens = count_tokens (articles) };

  if (!learn_both (sequences, version, &first, &second, &figures, error))
    return FALSE;
  if (output != NULL)
    {
      model = make_model (first, second, error);
      if (model == NULL)
        return FALSE;
      measure (test_sequences, -1, model, figures.test[0], figures.test[1]);
    }
  card = write_card (version, &figures, command);
  g_print ("%s", card);
  return output == NULL || save_all (first, second, card, error);
}

static gboolean
run (const char *command, GError **error)
{
  g_autoptr (GPtrArray) articles = galley_corpus_read (train_paths[0], error);
  g_autoptr (GPtrArray) tests = articles != NULL ? galley_corpus_read (test_path, error) : NULL;

  return tests != NULL
         && (beliefs_path == NULL || galley_beliefs_read (beliefs_path, articles, error))
         && learn (articles, tests, command, error);
}

static const char *
find_missing (void)
{
  if ((output == NULL && held_out_path == NULL && jackknife_path == NULL) || test_path == NULL
      || train_paths == NULL || train_paths[1] != NULL)
    return "--output, --held-out or --jackknife, --test and one corpus to learn from are needed";
  return NULL;
}

int
main (int argc, char **argv)
{
  return galley_train_main (argc, argv, options, find_missing, run);
}
