/* network.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Times the deep reader's network alone, on one core: perf-network MODEL FOLDER
 *
 * Prints milliseconds of CPU until the model is mapped and checked, and until its first window is
 * read; then words and pieces a CPU second over the folder’s texts, window by window, and the peak
 * memory. ONEDNN_MAX_CPU_ISA=AVX2, AVX512_CORE or AVX512_CORE_AMX tells what a lesser processor
 * would do. Judges nothing. */

#include "config.h"

#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "neural/galley-network.h"

#define N_RUNS 5

typedef struct
{
  GalleyNetwork *network;
  GalleyWorkspace *workspace;
  gsize n_words;
  gsize n_pieces;
} Run;

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
read_window (Run *run, const GArray *pieces)
{
  const GalleyWordPieces *word_pieces = galley_network_get_word_pieces (run->network);
  guint n = MIN (pieces->len + 2, galley_network_get_window (run->network));
  guint32 ids[GALLEY_NETWORK_MAX_WINDOW];
  guint8 states[GALLEY_NETWORK_MAX_WINDOW] = { 0 };
  g_autoptr (GError) error = NULL;

  ids[0] = galley_word_pieces_get_opening (word_pieces);
  for (guint i = 1; i < n - 1; i++)
    ids[i] = g_array_index (pieces, GalleyPiece, i - 1).id;
  ids[n - 1] = galley_word_pieces_get_closing (word_pieces);
  if (!galley_network_encode (run->network, run->workspace, ids, states, n, NULL, &error))
    g_error ("%s", error->message);
  run->n_pieces += n;
}

static gsize
count_words (const char *text, gsize length)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    n += !g_ascii_isspace (text[i]) && (i == 0 || g_ascii_isspace (text[i - 1]));
  return n;
}

/* What is over a window's end is read in the next, as near as an unread article can be cut. */
static void
read_text (Run *run, const char *text, gsize length)
{
  const GalleyWordPieces *word_pieces = galley_network_get_word_pieces (run->network);
  guint most = galley_network_get_window (run->network) - 12;
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (GalleyPiece));
  gsize next = 0;

  while (next < length)
    {
      g_array_set_size (pieces, 0);
      next = galley_word_pieces_cut (word_pieces, text, next, length, most, pieces);
      read_window (run, pieces);
    }
  run->n_words += count_words (text, length);
}

static void
read_file (Run *run, const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &error))
    g_error ("%s", error->message);
  read_text (run, text, length);
}

static void
read_folder (Run *run, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);

  if (dir == NULL)
    g_error ("%s", error->message);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      read_file (run, path);
    }
}

int
main (int argc, char **argv)
{
  Run run = { 0 };
  g_autoptr (GError) error = NULL;
  struct rusage usage;
  double start = get_cpu_ms ();
  double best = G_MAXDOUBLE;

  if (argc != 3)
    g_error ("perf-network MODEL FOLDER");
  run.network = galley_network_new_from_path (argv[1], &error);
  if (run.network == NULL)
    g_error ("%s", error->message);
  g_print ("mapped and checked in %.1f ms\n", get_cpu_ms () - start);
  run.workspace = galley_workspace_new (run.network);
  read_text (&run, "One.", 4);
  g_print ("first window after %.1f ms\n", get_cpu_ms () - start);
  read_folder (&run, argv[2]);
  for (guint i = 0; i < N_RUNS; i++)
    {
      run.n_words = run.n_pieces = 0;
      start = get_cpu_ms ();
      read_folder (&run, argv[2]);
      best = MIN (best, get_cpu_ms () - start);
    }
  getrusage (RUSAGE_SELF, &usage);
  g_print ("%.0f words, %.0f pieces a second (best of %d runs of %zu words)\n",
           (double) run.n_words / best * 1e3,
           (double) run.n_pieces / best * 1e3,
           N_RUNS,
           run.n_words);
  g_print ("%ld MB\n", usage.ru_maxrss / 1024);
  galley_workspace_free (run.workspace);
  galley_network_free (run.network);
  return EXIT_SUCCESS;
}
