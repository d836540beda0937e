/* galley-train-opinions.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "detect/galley-opinion-model.h"
#include "detect/galley-opinions.h"
#include "language/galley-linear-model-writer.h"
#include "train/galley-opinion-card.h"
#include "train/galley-train.h"

#define N_REPEATS 4

#define BITS  15
#define LIMIT 3.0f
#define LEAST 2

/* Of what is called clear so many are to be opinions where nothing was learnt from them; what is
 * promised is four of five. */
#define CLEAR_PRECISION 0.82

/* Of the words called loaded, at least. */
#define LOADED_PRECISION 0.5

/* All chosen by cross-validation. The steps shrink with what a weight has seen, so that rare words
 * need no more rounds than common ones. */
static const GalleyLogisticSettings of_sentences = {
  .pull = 10, .n_free = 1, .rounds = 200, .step = 0.3
};
static const GalleyLogisticSettings of_words = {
  .pull = 2, .n_free = 1, .rounds = 120, .step = 0.3
};

#define START_BIAS -1.6

static const double start_of_group[GALLEY_N_OPINION_GROUPS] = {
  [GALLEY_OPINION_STRONG] = 1.8,    [GALLEY_OPINION_MILD] = 0.5,
  [GALLEY_OPINION_ADVERB] = 1.2,    [GALLEY_OPINION_LABEL] = 1.3,
  [GALLEY_OPINION_EDITORIAL] = 1.0, [GALLEY_OPINION_INTERPRET] = 0.8,
  [GALLEY_OPINION_HEDGE] = 0.5,     [GALLEY_OPINION_PRESCRIBE] = 1.6,
  [GALLEY_OPINION_OBLIGE] = 0.6,    [GALLEY_OPINION_PREDICT] = 0.9,
  [GALLEY_OPINION_CERTAIN] = 0.8,   [GALLEY_OPINION_SUPER] = 0.9,
  [GALLEY_OPINION_ABSOLUTE] = 0.5,  [GALLEY_OPINION_MOTIVE] = 0.9,
  [GALLEY_OPINION_WEASEL] = 0.7,    [GALLEY_OPINION_DISTANCE] = 1.5,
  [GALLEY_OPINION_FIRST] = 0.6,     [GALLEY_OPINION_WE] = 0.6,
  [GALLEY_OPINION_YOU] = 0.6,       [GALLEY_OPINION_INTENSE] = 0.3,
  [GALLEY_OPINION_TURN] = 0.1,      [GALLEY_OPINION_QUESTION] = 0.5,
  [GALLEY_OPINION_SCARE] = 0.4,
};

/* By the feature; the shapes that are not named start at 0. */
static const double start_of_shape[GALLEY_N_OPINION_FEATURES] = {
  [GALLEY_OPINION_ASKS] = 0.6,    [GALLEY_OPINION_EXCLAIMS] = 1,  [GALLEY_OPINION_REPORTS] = -0.7,
  [GALLEY_OPINION_QUOTES] = -2,   [GALLEY_OPINION_DATES] = -0.4,  [GALLEY_OPINION_NUMBERS] = -0.3,
  [GALLEY_OPINION_NAMES] = -0.3,  [GALLEY_OPINION_PAST] = -0.2,   [GALLEY_OPINION_PRESENT] = 0.2,
  [GALLEY_OPINION_DEFINES] = 0.4, [GALLEY_OPINION_ADVERBS] = 0.2, [GALLEY_OPINION_NEGATES] = 0.2,
};

static char *output = NULL;
static char *test_path = NULL;
static gboolean measure_parts = FALSE;
static char **train_paths = NULL;

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "Folder of the model and its card", "DIR" },
  { "test", 't', 0, G_OPTION_ARG_FILENAME, &test_path, "Sentences to measure on", "FILE" },
  { "parts", 'p', 0, G_OPTION_ARG_NONE, &measure_parts, "Print what each part is worth", NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &train_paths, NULL, "FILE…" },
  G_OPTION_ENTRY_NULL,
};

/* Where weights start, and what they are drawn to: learnt from few sentences, they are best kept
 * near what a person thinks the words are worth. */
static double *
make_start (const GalleyCases *cases)
{
  double *start = g_new0 (double, galley_cases_get_n_weights (cases) + 1);

  for (guint i = 0; i < GALLEY_N_OPINION_FEATURES; i++)
    start[i] = start_of_shape[i];
  start[GALLEY_OPINION_BIAS] = START_BIAS;
  for (guint group = 0; group < GALLEY_N_OPINION_GROUPS; group++)
    {
      guint first = GALLEY_OPINION_FIRST_GROUP + 2 * group;

      start[first] = start_of_group[group];
      start[first + 1] = start_of_group[group] / 2;
    }
  return start;
}

static GPtrArray *
read_sentences (const char *const *paths, GError **error)
{
  g_autoptr (GPtrArray) sentences = galley_labelled_sentences_new ();

  for (guint i = 0; paths[i] != NULL; i++)
    if (!galley_labelled_sentences_read (paths[i], sentences, error))
      return NULL;
  return g_steal_pointer (&sentences);
}

static double
log_odds (double chance)
{
  return log (chance / (1 - chance));
}

/* One half becomes the decision that is best for both corpora, as it is to hold for other articles
 * too, and GALLEY_OPINION_CLEAR where enough of either is right. */
static void
find_scale (const GalleyCases *cases, const double *chances, GalleyOpinionReport *report)
{
  g_autoptr (GArray) news = galley_scored_new (cases, chances, N_REPEATS, GALLEY_LABELLED_NEWSSD);
  g_autoptr (GArray) babe = galley_scored_new (cases, chances, N_REPEATS, GALLEY_LABELLED_BABE);
  double clear;

  report->decision = galley_scored_find_decision (news, babe);
  clear = MAX (galley_scored_find_precise (news, CLEAR_PRECISION),
               galley_scored_find_precise (babe, CLEAR_PRECISION));
  clear = CLAMP (clear, report->decision + 0.01, 0.99);
  report->slope =
      log_odds (GALLEY_OPINION_CLEAR) / (log_odds (clear) - log_odds (report->decision));
  galley_scored_move (news, report->decision, report->slope);
  galley_scored_move (babe, report->decision, report->slope);
  report->news = g_steal_pointer (&news);
  report->babe = g_steal_pointer (&babe);
}

static double *
make_strengths (const GalleyCases *cases, const double *chances, const GalleyOpinionReport *report)
{
  double *strengths = g_new (double, cases->cases->len + 1);

  for (guint i = 0; i < cases->cases->len; i++)
    strengths[i] = galley_logistic_chance (
        report->slope
        * (log_odds (CLAMP (chances[i], 1e-9, 1 - 1e-9)) - log_odds (report->decision)));
  return strengths;
}

/* Puts the decision and the slope into the weights, so that they cost nothing at run time. */
static void
scale_weights (const GalleyCases *cases, double *weights, const GalleyOpinionReport *report)
{
  weights[GALLEY_OPINION_BIAS] += weights[GALLEY_CASE_IS_NEWS] - log_odds (report->decision);
  weights[GALLEY_CASE_IS_NEWS] = 0;
  for (guint i = 0; i < galley_cases_get_n_weights (cases); i++)
    weights[i] *= report->slope;
}

static void
add_label (
    const GalleyCases *cases, const double *weights, guint label, GArray *features, GArray *values)
{
  for (guint i = 0; i < cases->hashes->len; i++)
    {
      float row[GALLEY_OPINION_N_LABELS] = { 0 };

      row[label] = (float) weights[cases->first_hash + i];
      g_array_append_val (features, g_array_index (cases->hashes, guint32, i));
      g_array_append_vals (values, row, GALLEY_OPINION_N_LABELS);
    }
}

static GBytes *
make_model (const GalleyCases *sentences,
            const double *sentence_weights,
            const GalleyCases *words,
            const double *word_weights,
            double loaded_from)
{
  static const char *const labels[GALLEY_OPINION_N_LABELS] = { "view", "loaded" };
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (float));
  g_autofree char *version = galley_train_version ("opinions");
  float parameters[GALLEY_OPINION_N_PARAMETERS];
  GalleyLinearWeights weights = { .version = version,
                                  .labels = labels,
                                  .n_labels = GALLEY_OPINION_N_LABELS,
                                  .bits = BITS,
                                  .parameters = parameters,
                                  .n_parameters = GALLEY_OPINION_N_PARAMETERS,
                                  .limit = LIMIT,
                                  .least = LEAST };

  for (guint i = 0; i < GALLEY_N_OPINION_FEATURES; i++)
    parameters[i] = (float) sentence_weights[i];
  parameters[GALLEY_OPINION_LOADED_BIAS] = (float) word_weights[0];
  parameters[GALLEY_OPINION_LOADED_FROM] = (float) log_odds (loaded_from);
  add_label (sentences, sentence_weights, GALLEY_OPINION_LABEL_VIEW, features, values);
  add_label (words, word_weights, GALLEY_OPINION_LABEL_LOADED, features, values);
  weights.features = (const guint32 *) (gpointer) features->data;
  weights.weights = (const float *) (gpointer) values->data;
  weights.n_features = features->len;
  return galley_linear_weights_to_bytes (&weights);
}

static double *
learn_words (GPtrArray *sentences,
             const GalleyCases *cases,
             const double *chances,
             GalleyOpinionReport *report,
             GalleyCases **words)
{
  g_autofree double *strengths = make_strengths (cases, chances, report);
  g_autofree double *word_chances = NULL;

  *words = galley_cases_new_words (sentences, strengths);
  word_chances = galley_cases_cross_validate (*words, &of_words, NULL, 1);
  report->loaded = galley_scored_new (*words, word_chances, 1, GALLEY_LABELLED_BABE);
  report->loaded_from = galley_scored_find_precise (report->loaded, LOADED_PRECISION);
  galley_opinion_report_lists (report, sentences, *words, word_chances);
  return galley_cases_fit (*words, &of_words, NULL, NULL, -1);
}

static gboolean
learn (GPtrArray *sentences, GPtrArray *tests, const char *command, GError **error)
{
  g_autoptr (GalleyCases) cases = galley_cases_new_sentences (sentences, GALLEY_CASES_WORDS);
  g_autoptr (GalleyCases) words = NULL;
  g_auto (GalleyOpinionReport) report = { .command = command };
  g_autofree double *start = make_start (cases);
  g_autofree double *chances = galley_cases_cross_validate (cases, &of_sentences, start, N_REPEATS);
  g_autofree double *weights = galley_cases_fit (cases, &of_sentences, start, NULL, -1);
  g_autofree double *word_weights = NULL;
  g_autofree char *card = NULL;
  g_autoptr (GBytes) model = NULL;

  find_scale (cases, chances, &report);
  scale_weights (cases, weights, &report);
  word_weights = learn_words (sentences, cases, chances, &report, &words);
  model = make_model (cases, weights, words, word_weights, report.loaded_from);
  report.size = g_bytes_get_size (model);
  if (!galley_opinion_report_test (&report, tests, model, error))
    return FALSE;
  card = galley_opinion_report_to_card (&report, sentences);
  g_print ("%s", card);
  return galley_train_save (output, "opinions.galleylm", model, error)
         && galley_train_save_text (output, "opinions.md", card, error);
}

/* Which of the parts was worth its place, by what models say of articles that they have not seen.
 */
static void
print_part (const char *name, GPtrArray *sentences, GalleyCasesParts parts)
{
  g_autoptr (GalleyCases) cases = galley_cases_new_sentences (sentences, parts);
  g_autofree double *start = make_start (cases);
  g_autofree double *chances = galley_cases_cross_validate (cases, &of_sentences, start, N_REPEATS);
  g_autoptr (GArray) news = galley_scored_new (cases, chances, N_REPEATS, GALLEY_LABELLED_NEWSSD);
  g_autoptr (GArray) babe = galley_scored_new (cases, chances, N_REPEATS, GALLEY_LABELLED_BABE);
  double decision = galley_scored_find_decision (news, NULL);
  GalleyConfusion found = galley_scored_count (news, decision);

  g_print ("| %s | %.3f | %.3f |",
           name,
           galley_confusion_macro_f1 (&found),
           galley_scored_area (news));
  found = galley_scored_count (babe, galley_scored_find_decision (babe, NULL));
  if (babe->len > 0)
    g_print (" %.3f | %.3f |\n", galley_confusion_macro_f1 (&found), galley_scored_area (babe));
  else
    g_print (" | |\n");
}

static void
print_parts (GPtrArray *sentences)
{
  g_autoptr (GPtrArray) news = g_ptr_array_new ();

  for (guint i = 0; i < sentences->len; i++)
    if (((GalleyLabelledSentence *) sentences->pdata[i])->corpus == GALLEY_LABELLED_NEWSSD)
      g_ptr_array_add (news, sentences->pdata[i]);
  print_part ("counts, NewsSD alone", news, GALLEY_CASES_COUNTS);
  print_part ("+ words, NewsSD alone", news, GALLEY_CASES_WORDS);
  print_part ("counts, with BABE", sentences, GALLEY_CASES_COUNTS);
  print_part ("+ words, with BABE (as shipped)", sentences, GALLEY_CASES_WORDS);
}

static gboolean
run (const char *command, GError **error)
{
  const char *const test_paths[] = { test_path, NULL };
  g_autoptr (GPtrArray) tests = read_sentences (test_paths, error);
  g_autoptr (GPtrArray) sentences = NULL;

  if (tests == NULL)
    return FALSE;
  sentences = read_sentences ((const char *const *) train_paths, error);
  if (sentences == NULL)
    return FALSE;
  if (measure_parts)
    {
      print_parts (sentences);
      return TRUE;
    }
  return learn (sentences, tests, command, error);
}

static const char *
find_missing (void)
{
  if (output == NULL || test_path == NULL || train_paths == NULL)
    return "--output, --test and sentences to learn from are needed";
  return NULL;
}

int
main (int argc, char **argv)
{
  return galley_train_main (argc, argv, options, find_missing, run);
}
