/* galley-train.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train/galley-train.h"

#include <math.h>
#include <stdlib.h>

/* Of a hundred thousand weights one may be cut: a finer step for all others is worth more. */
#define CUT_SHARE 0.00001

guint *
galley_train_order_new (guint n)
{
  guint *order = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  return order;
}

void
galley_train_shuffle (GRand *random, guint *order, guint n)
{
  for (guint i = n; i > 1; i--)
    {
      guint other = (guint) g_rand_int_range (random, 0, (gint32) i);
      guint kept = order[i - 1];

      order[i - 1] = order[other];
      order[other] = kept;
    }
}

/**
 * galley_train_drop:
 * @percent: how many features of a hundred are left out
 * @features: (inout) (array length=n_features): what stays moves to the front
 *
 * Leaves out features by chance, so that none relies on another always being there: what is learnt
 * then holds better for words that were never seen.
 *
 * Returns: how many features stay
 */
guint
galley_train_drop (GRand *random, guint percent, guint32 *features, guint n_features)
{
  guint kept = 0;

  for (guint i = 0; i < n_features; i++)
    if (g_rand_int (random) % 100 >= percent)
      features[kept++] = features[i];
  return kept;
}

static int
compare_floats (gconstpointer a, gconstpointer b)
{
  float x = *(const float *) a;
  float y = *(const float *) b;

  return (x > y) - (x < y);
}

/**
 * galley_train_find_quantile:
 * @values: (inout) (array length=n_values): sorted by it
 * @n_values: more than none
 *
 * Returns: what @share of the values are smaller than
 */
float
galley_train_find_quantile (float *values, gsize n_values, double share)
{
  qsort (values, n_values, sizeof *values, compare_floats);
  return values[(gsize) ((double) (n_values - 1) * share)];
}

/**
 * galley_train_find_limit:
 * @weights: (array length=n_weights)
 *
 * Returns: where a model file cuts its largest weights
 */
float
galley_train_find_limit (const float *weights, gsize n_weights)
{
  g_autofree float *sizes = g_new (float, n_weights + 1);
  gsize n = 0;

  for (gsize i = 0; i < n_weights; i++)
    if (weights[i] < 0 || weights[i] > 0)
      sizes[n++] = fabsf (weights[i]);
  return n > 0 ? galley_train_find_quantile (sizes, n, 1 - CUT_SHARE) : 0;
}

/**
 * galley_train_find_bits:
 *
 * Three or so features a bucket: fewer cost room, more time.
 *
 * Returns: of a model file with so many features
 */
guint
galley_train_find_bits (guint n_features)
{
  guint bits = 1;

  while (bits < 17 && (3u << bits) < n_features)
    bits++;
  return bits;
}

/**
 * galley_train_version:
 *
 * Returns: (transfer full): a model's name and the day it was learnt; SOURCE_DATE_EPOCH is heeded,
 *   so that learning again gives the same file
 */
char *
galley_train_version (const char *name)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *date = NULL;

  day = epoch != NULL ? g_date_time_new_from_unix_utc (g_ascii_strtoll (epoch, NULL, 10))
                      : g_date_time_new_now_utc ();
  date = g_date_time_format (day, "%Y.%m.%d");
  return g_strdup_printf ("%s-%s", name, date);
}

gboolean
galley_train_save (const char *folder, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  g_printerr ("%s: %" G_GSIZE_FORMAT " bytes\n", path, size);
  return g_file_set_contents (path, data, (gssize) size, error);
}

gboolean
galley_train_save_text (const char *folder, const char *name, const char *text, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_set_contents (path, text, -1, error);
}

/* The command line, without the folder of the program. */
static char *
join_command (int argc, char **argv)
{
  g_autoptr (GString) command = g_string_new (NULL);
  g_autofree char *program = g_path_get_basename (argv[0]);

  g_string_append (command, program);
  for (int i = 1; i < argc; i++)
    g_string_append_printf (command, " %s", argv[i]);
  return g_string_free (g_steal_pointer (&command), FALSE);
}

/**
 * galley_train_main:
 * @argc: number of @argv
 * @argv: (array length=argc): the command line
 * @options: what it may hold
 * @find_missing: asked once the options are read
 * @run: what the program does, if nothing is missing
 *
 * Says on standard error what went wrong.
 *
 * Returns: the program's exit status
 */
int
galley_train_main (int argc,
                   char **argv,
                   const GOptionEntry *options,
                   GalleyTrainMissing find_missing,
                   GalleyTrainRun run)
{
  g_autofree char *command = join_command (argc, argv);
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  const char *missing;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_printerr ("%s\n", error->message);
  else if ((missing = find_missing ()) != NULL)
    g_printerr ("%s\n", missing);
  else if (!run (command, &error))
    g_printerr ("%s\n", error->message);
  else
    return EXIT_SUCCESS;
  return EXIT_FAILURE;
}
