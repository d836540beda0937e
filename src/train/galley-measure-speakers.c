/* galley-measure-speakers.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train/galley-speakers-score.h"
#include "train/galley-train.h"

static gboolean show_misses = FALSE;
static char **paths = NULL;

static const GOptionEntry options[] = {
  { "misses", 'm', 0, G_OPTION_ARG_NONE, &show_misses, "Print what is not right", NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, "CONLLU…" },
  G_OPTION_ENTRY_NULL,
};

static void
print_row (const char *name, const GalleySpeakersScore *score)
{
  guint n_found = score->n_right + score->n_wrong;
  guint n_all = score->n_known + score->n_new;

  g_print ("| %s | %u | %u | %.1f | %.1f | %.1f |\n",
           name,
           score->n_known,
           score->n_new,
           100.0 * score->n_right / MAX (n_found, 1),
           100.0 * score->n_right / MAX (score->n_known, 1),
           100.0 * (score->n_right + score->n_new_right) / MAX (n_all, 1));
}

static void
add_score (GalleySpeakersScore *sum, const GalleySpeakersScore *score)
{
  sum->n_known += score->n_known;
  sum->n_right += score->n_right;
  sum->n_wrong += score->n_wrong;
  sum->n_new += score->n_new;
  sum->n_new_right += score->n_new_right;
}

static void
print_scores (const GalleySpeakersScore *scores)
{
  GalleySpeakersScore pronouns = { 0 }, all = { 0 };

  g_print ("| subject | mentioned before | not | precision | recall | accuracy of all |\n"
           "| --- | --- | --- | --- | --- | --- |\n");
  for (guint i = 0; i < GALLEY_N_REFERS; i++)
    {
      print_row (galley_refers_to_string (i), &scores[i]);
      if (i <= GALLEY_REFERS_RELATIVE)
        add_score (&pronouns, &scores[i]);
      add_score (&all, &scores[i]);
    }
  print_row ("all pronouns", &pronouns);
  print_row ("all", &all);
}

static gboolean
run (const char *command, GError **error)
{
  GalleySpeakersScore scores[GALLEY_N_REFERS] = { 0 };
  g_autoptr (GString) misses = show_misses ? g_string_new (NULL) : NULL;

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GalleyCoreference) article = galley_coreference_read (paths[i], error);

      if (article == NULL)
        return FALSE;
      galley_speakers_score_add (article, scores, misses);
    }
  print_scores (scores);
  if (misses != NULL)
    g_print ("%s", misses->str);

  return TRUE;
}

static const char *
find_missing (void)
{
  if (paths == NULL)
    return "Articles with coreference are needed";
  return NULL;
}

int
main (int argc, char **argv)
{
  return galley_train_main (argc, argv, options, find_missing, run);
}
