/* galley-train-linker.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-mark-guards.h"
#include "detect/galley-reader-fast.h"
#include "detect/galley-reread.h"

#include "train/galley-link-gold.h"
#include "train/galley-logistic.h"
#include "train/galley-train.h"
#include "train/galley-weights-file.h"

static const GalleyLogisticSettings settings = { .pull = 3, .rounds = 400, .step = 0.3 };

static char *output = NULL;
static char *code = NULL;
static char *test_path = NULL;
static char *readers_path = NULL;
static char **train_paths = NULL;

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "Folder of the card", "DIR" },
  { "code", 'c', 0, G_OPTION_ARG_FILENAME, &code, "Folder of the weights", "DIR" },
  { "test", 't', 0, G_OPTION_ARG_FILENAME, &test_path, "Corpus to measure on", "DIR" },
  { "readers",
    'r',
    0,
    G_OPTION_ARG_FILENAME,
    &readers_path,
    "Folder of readers from galley-train-reader --jackknife",
    "DIR" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &train_paths, NULL, "CORPUS" },
  G_OPTION_ENTRY_NULL,
};

typedef struct
{
  guint n_right;
  guint n;
} Share;

/* Of cues that found their source, contents that found their cue, and whole attributions. */
typedef struct
{
  Share sources;
  Share contents;
  Share wholes;
} Score;

/* What is learnt: [GALLEY_ROLE_CUE] chooses sources, [GALLEY_ROLE_CONTENT] cues. */
typedef struct
{
  guint n_weights[GALLEY_CORPUS_N_ROLES];
  guint n_choices[GALLEY_CORPUS_N_ROLES];
  double *weights[GALLEY_CORPUS_N_ROLES];
} Linker;

static guint
copy_features (const GalleyLinkFeatures *features, GalleyLogisticFeature *copies)
{
  for (guint i = 0; i < features->n_ids; i++)
    copies[i] = (GalleyLogisticFeature){ features->ids[i], 1 };
  return features->n_ids;
}

static void
add_mark (GalleyLogistic *choices, const GalleyLinkOptions *found)
{
  for (guint i = 0; i < found->n_options; i++)
    {
      GalleyLogisticFeature features[GALLEY_LINK_MAX_FEATURES];

      galley_logistic_add_option (choices, features, copy_features (&found->features[i], features));
    }
  galley_logistic_end_choice (choices, (guint) found->right);
}

static void
learn_role (Linker *self, GPtrArray *golds, GalleyRole role)
{
  g_autoptr (GalleyLogistic) choices = galley_logistic_new (self->n_weights[role]);

  for (guint i = 0; i < golds->len; i++)
    {
      const GalleyLinkGold *gold = g_ptr_array_index (golds, i);

      for (guint mark = 0; mark < gold->marks->len; mark++)
        {
          GalleyLinkOptions found;

          if (g_array_index (gold->marks, GalleyMark, mark).role != role)
            continue;
          galley_link_gold_get_options (gold, mark, &found);
          add_mark (choices, &found);
        }
    }
  self->n_choices[role] = galley_logistic_get_n_choices (choices);
  self->weights[role] = galley_logistic_fit (choices, &settings, NULL);
  for (guint i = 0; i < self->n_weights[role]; i++)
    self->weights[role][i] = galley_weights_round (self->weights[role][i]);
}

/* The first of the best, as in the program. */
static gint
choose (const Linker *self, GalleyRole role, const GalleyLinkOptions *found)
{
  double best_score = 0;
  gint best = -1;

  for (guint i = 0; i < found->n_options; i++)
    {
      GalleyLogisticFeature features[GALLEY_LINK_MAX_FEATURES];
      guint n_features = copy_features (&found->features[i], features);
      double score = galley_logistic_add_up (self->weights[role], features, n_features);

      if (best >= 0 && score <= best_score)
        continue;
      best = (gint) i;
      best_score = score;
    }
  return best;
}

static void
count (Share *share, gboolean is_right)
{
  share->n++;
  share->n_right += is_right;
}

static void
measure_article (const Linker *self, const GalleyLinkGold *gold, Score *score)
{
  const GPtrArray *events = gold->article->events;
  g_autofree gboolean *is_wrong = g_new0 (gboolean, events->len + 1);

  for (guint mark = 0; mark < gold->marks->len; mark++)
    {
      GalleyRole role = g_array_index (gold->marks, GalleyMark, mark).role;
      const GArray *owners = g_ptr_array_index (gold->owners, mark);
      GalleyLinkOptions found;
      gboolean is_right;

      if (role == GALLEY_ROLE_SOURCE)
        continue;
      galley_link_gold_get_options (gold, mark, &found);
      is_right = found.right >= 0 && choose (self, role, &found) == found.right;
      count (role == GALLEY_ROLE_CUE ? &score->sources : &score->contents, is_right);
      for (guint i = 0; i < owners->len && !is_right; i++)
        is_wrong[g_array_index (owners, guint, i)] = TRUE;
    }
  for (guint i = 0; i < events->len; i++)
    {
      const GalleyCorpusEvent *event = g_ptr_array_index (events, i);

      if (event->runs[GALLEY_ROLE_CONTENT]->len > 0)
        count (&score->wholes, !is_wrong[i]);
    }
}

static Score
measure (const Linker *self, GPtrArray *golds)
{
  Score score = { 0 };

  for (guint i = 0; i < golds->len; i++)
    measure_article (self, g_ptr_array_index (golds, i), &score);
  return score;
}

static char *
write_code (const Linker *self, const char *command)
{
  GString *file = galley_weights_file_new (
      "galley-link-weights.c",
      command,
      "detect/galley-link-features.h",
      "Learnt by a log-linear model over the candidates of each cue and each content of the "
      "training\n"
      " * articles of PolNeAR, one annotator an article; in the order of the features' ids.");

  galley_weights_file_add (file,
                           "const float galley_link_source_weights[]",
                           self->weights[GALLEY_ROLE_CUE],
                           self->n_weights[GALLEY_ROLE_CUE]);
  g_string_append (file,
                   "const guint galley_link_n_source_weights = "
                   "G_N_ELEMENTS (galley_link_source_weights);\n\n");
  galley_weights_file_add (file,
                           "const float galley_link_content_weights[]",
                           self->weights[GALLEY_ROLE_CONTENT],
                           self->n_weights[GALLEY_ROLE_CONTENT]);
  g_string_append (file,
                   "const guint galley_link_n_content_weights = "
                   "G_N_ELEMENTS (galley_link_content_weights);\n");
  return galley_weights_file_end (file);
}

static void
append_share (GString *card, const Share *share)
{
  g_string_append_printf (card,
                          " %.2f %% of %u |",
                          100.0 * share->n_right / MAX (share->n, 1),
                          share->n);
}

static void
append_score (GString *card, const char *name, const Score *score)
{
  g_string_append_printf (card, "| %s |", name);
  append_share (card, &score->sources);
  append_share (card, &score->contents);
  append_share (card, &score->wholes);
  g_string_append_c (card, '\n');
}

static char *
write_card (const Linker *self,
            guint n_articles,
            const Score *train,
            const Score *test,
            const char *command)
{
  GString *card = g_string_new (NULL);
  g_autofree char *version = galley_train_version ("linker");

  g_string_append_printf (
      card,
      "# galley-link-weights.c (%s)\n\n"
      "Which source belongs to a cue, and which cue to a content: two log-linear models, a softmax "
      "over\n"
      "the candidates near by, that see distance, order, other marks and punctuation between and "
      "a\n"
      "few small words.\n\n"
      "| | |\n| --- | --- |\n"
      "| Learnt from | %u articles: %u choices of a source, “nobody named” among the candidates, "
      "and %u of a cue, of a source without one or of nothing |\n"
      "| Data | PolNeAR, training part: US news of 2015 and 2016. Its authors state no licence for "
      "the annotations; the articles are their publishers'. Where several people annotated an "
      "article, the first file by name counts. All choices twice: with the marks of people and "
      "with "
      "those of readers that have not learnt from the article |\n"
      "| Holds | %u and %u weights of features named in galley-link-features*.c, no text |\n"
      "| Drawn to 0 (L2) by | %g, chosen on PolNeAR dev and the program's own examples; between 1 "
      "and 5 it "
      "moves what is found whole there by less than a tenth of a point |\n\n"
      "Where a person has marked sources, cues and contents, how many are linked as that person "
      "did (a\n"
      "whole attribution: all of its contents and cues):\n\n"
      "| | sources of cues | cues of contents | whole attributions |\n"
      "| --- | --- | --- | --- |\n",
      version,
      n_articles,
      self->n_choices[GALLEY_ROLE_CUE],
      self->n_choices[GALLEY_ROLE_CONTENT],
      self->n_weights[GALLEY_ROLE_CUE],
      self->n_weights[GALLEY_ROLE_CONTENT],
      settings.pull);
  append_score (card, "training articles", train);
  append_score (card, "PolNeAR dev", test);
  g_string_append_printf (card,
                          "\nLearnt anew, to the same weights (the day in the card heeds "
                          "SOURCE_DATE_EPOCH), by\n\n    %s\n",
                          command);
  return g_string_free (card, FALSE);
}

static GPtrArray *
make_golds (GPtrArray *articles)
{
  GPtrArray *golds = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_link_gold_free);

  for (guint i = 0; i < articles->len; i++)
    g_ptr_array_add (golds, galley_link_gold_new (g_ptr_array_index (articles, i)));
  return golds;
}

static GalleyReaderModel *
load_reader (guint fold, GError **error)
{
  g_autofree char *name = g_strdup_printf (GALLEY_TRAIN_JACKKNIFE, fold);
  g_autofree char *path = g_build_filename (readers_path, name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  GalleyLinearModel *linear;
  char *data;
  gsize size;

  if (!g_file_get_contents (path, &data, &size, error))
    return NULL;
  bytes = g_bytes_new_take (data, size);
  linear = galley_linear_model_new (bytes, error);

  return linear != NULL ? galley_reader_model_new (linear, error) : NULL;
}

/* An article as the program marks it before it links, without looking for its parts. */
static GalleyLinkGold *
read_article (const GalleyCorpusArticle *article, const GalleyReaderModel *model, GError **error)
{
  g_autofree gboolean *wanted = g_new (gboolean, article->text->paragraphs->len + 1);
  g_autoptr (GalleyReading) reading = NULL;

  for (guint i = 0; i < article->text->paragraphs->len; i++)
    wanted[i] = TRUE;
  reading = galley_reader_fast_read (model, article->text, wanted, NULL, NULL, NULL, error);
  if (reading == NULL)
    return NULL;
  galley_mark_guards_apply (article->text, reading->marks);
  galley_reread_marks (article->text, wanted, reading->marks);

  return galley_link_gold_new_read (article, reading->marks);
}

/* Adds each article as the reader marks it that has not learnt from it, so that what is missing or
 * wrong there is as it will be elsewhere. */
static gboolean
add_read (GPtrArray *golds, GPtrArray *articles, GError **error)
{
  for (guint fold = 0; fold < GALLEY_TRAIN_N_FOLDS; fold++)
    {
      g_autoptr (GalleyReaderModel) model = load_reader (fold, error);

      if (model == NULL)
        return FALSE;
      for (guint i = fold; i < articles->len; i += GALLEY_TRAIN_N_FOLDS)
        {
          GalleyLinkGold *gold = read_article (g_ptr_array_index (articles, i), model, error);

          if (gold == NULL)
            return FALSE;
          g_ptr_array_add (golds, gold);
        }
    }
  return TRUE;
}

static gboolean
learn (GPtrArray *articles, GPtrArray *tests, const char *command, GError **error)
{
  g_autoptr (GPtrArray) golds = make_golds (articles);
  g_autoptr (GPtrArray) all = make_golds (articles);
  g_autoptr (GPtrArray) test_golds = make_golds (tests);
  Linker linker = { .n_weights = { [GALLEY_ROLE_CUE] = galley_link_n_source_features (),
                                   [GALLEY_ROLE_CONTENT] = galley_link_n_content_features () } };
  g_autofree char *file = NULL;
  g_autofree char *card = NULL;
  Score train, test;

  if (!add_read (all, articles, error))
    return FALSE;
  learn_role (&linker, all, GALLEY_ROLE_CUE);
  learn_role (&linker, all, GALLEY_ROLE_CONTENT);
  train = measure (&linker, golds);
  test = measure (&linker, test_golds);
  file = write_code (&linker, command);
  card = write_card (&linker, golds->len, &train, &test, command);
  g_free (linker.weights[GALLEY_ROLE_CUE]);
  g_free (linker.weights[GALLEY_ROLE_CONTENT]);
  g_print ("%s", card);
  return galley_train_save_text (code, "galley-link-weights.c", file, error)
         && galley_train_save_text (output, "linker.md", card, error);
}

static gboolean
run (const char *command, GError **error)
{
  g_autoptr (GPtrArray) articles = galley_corpus_read (train_paths[0], error);
  g_autoptr (GPtrArray) tests = articles != NULL ? galley_corpus_read (test_path, error) : NULL;

  return tests != NULL && learn (articles, tests, command, error);
}

static const char *
find_missing (void)
{
  if (output == NULL || code == NULL || readers_path == NULL || test_path == NULL
      || train_paths == NULL || train_paths[1] != NULL)
    return "--output, --code, --readers, --test and one corpus to learn from are needed";
  return NULL;
}

int
main (int argc, char **argv)
{
  return galley_train_main (argc, argv, options, find_missing, run);
}
