/* test-network.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "base/galley-data.h"
#include "base/galley-error.h"
#include "neural/galley-compute-private.h"
#include "neural/galley-network-file-private.h"
#include "neural/galley-network.h"
#include "network-fixture.h"

/* How far a score may be from PyTorch's, of scores between −5 and 5 or so; with floats that are
 * split in two it is a little more, and so with the deep reader's six layers instead of two. */
#define TOLERANCE       2e-5
#define SPLIT_TOLERANCE 2e-4
#define DEEPER          5

typedef struct
{
  GalleyNetwork *network;
  GalleyNetworkFile *fixtures;
  GalleyWorkspace *workspace;
  double looseness;
} Fixture;

/* With the model whose path is @data, or the small one that lies beside the test. Where this finds
 * other versions, write the fixtures anew. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *path = data;
  g_autoptr (GBytes) bytes =
      fixture_read (path != NULL ? "deep-fixtures.galleynn" : "small-fixtures.galleynn");
  g_autoptr (GBytes) model = path == NULL ? fixture_read ("small.galleynn") : NULL;
  g_autoptr (GError) error = NULL;

  fixture->network = path != NULL ? galley_network_new_from_path (path, &error)
                                  : galley_network_new (model, &error);
  g_assert_no_error (error);
  fixture->looseness = path != NULL ? DEEPER : 1;
  fixture->fixtures = fixture_open (bytes);
  fixture->workspace = galley_workspace_new (fixture->network);
  g_assert_cmpstr (galley_network_file_get_version (fixture->fixtures),
                   ==,
                   galley_network_get_version (fixture->network));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  galley_workspace_free (fixture->workspace);
  galley_network_file_free (fixture->fixtures);
  galley_network_free (fixture->network);
}

static guint32 *
read_indexes (const GalleyNetworkFile *fixtures, guint text, const char *name, guint *n)
{
  GalleyTensor tensor;
  g_autofree float *numbers = fixture_get_floats (fixtures, text, name, &tensor);
  guint32 *indexes = g_new (guint32, tensor.columns);

  for (guint i = 0; i < tensor.columns; i++)
    indexes[i] = (guint32) numbers[i];
  *n = tensor.columns;
  return indexes;
}

/* Encodes a text's window; FALSE where there is no such text. */
static gboolean
encode (Fixture *fixture, guint text)
{
  const GalleyWordPieces *word_pieces = galley_network_get_word_pieces (fixture->network);
  GalleyTensor tensor;
  g_autofree float *pieces = fixture_get_floats (fixture->fixtures, text, "pieces", &tensor);
  g_autofree guint32 *ids = NULL;
  g_autofree guint32 *states = NULL;
  g_autofree guint8 *bytes = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  if (pieces == NULL)
    return FALSE;
  states = read_indexes (fixture->fixtures, text, "states", &n);
  ids = g_new (guint32, n);
  bytes = g_new (guint8, n);
  for (guint i = 0; i < n; i++)
    {
      bytes[i] = (guint8) states[i];
      ids[i] = i > 0 && i < n - 1 ? (guint32) pieces[3 * (i - 1)] : 0;
    }
  ids[0] = galley_word_pieces_get_opening (word_pieces);
  ids[n - 1] = galley_word_pieces_get_closing (word_pieces);
  galley_network_encode (fixture->network, fixture->workspace, ids, bytes, n, NULL, &error);
  g_assert_no_error (error);
  return TRUE;
}

static void
assert_near (const Fixture *fixture, const float *found, const float *wanted, gsize n)
{
  double tolerance = fixture->network->compute->is_split ? SPLIT_TOLERANCE : TOLERANCE;
  double largest = 0;

  for (gsize i = 0; i < n; i++)
    {
      largest = MAX (largest, fabs ((double) found[i] - (double) wanted[i]));
      g_assert_cmpfloat_with_epsilon (found[i], wanted[i], fixture->looseness * tolerance);
    }
  g_test_message ("%zu scores, at most %g apart", n, largest);
}

static void
assert_pairs (const Fixture *fixture, guint text, GalleyPairHead head, const char *name)
{
  GalleyTensor tensor;
  g_autofree float *wanted = fixture_get_floats (fixture->fixtures, text, name, &tensor);
  guint n_words, n_queries;
  g_autofree guint32 *words = read_indexes (fixture->fixtures, text, "words", &n_words);
  g_autofree guint32 *queries = read_indexes (fixture->fixtures, text, "queries", &n_queries);
  g_autofree float *found = g_new (float, n_queries *(n_words + 1));

  g_assert_cmpuint (tensor.rows, ==, n_queries);
  g_assert_cmpuint (tensor.columns, ==, n_words + 1);
  galley_network_score_pairs (
      fixture->network, fixture->workspace, head, queries, n_queries, words, n_words, found);
  assert_near (fixture, found, wanted, n_queries * (n_words + 1));
}

static void
assert_scores (const Fixture *fixture, guint text)
{
  GalleyTensor tensor;
  g_autofree float *tags = fixture_get_floats (fixture->fixtures, text, "tags", &tensor);
  g_autofree float *opinion = fixture_get_floats (fixture->fixtures, text, "opinion", &tensor);
  guint n_words, n_pieces;
  g_autofree guint32 *words = read_indexes (fixture->fixtures, text, "words", &n_words);
  g_autofree guint32 *states = read_indexes (fixture->fixtures, text, "states", &n_pieces);
  g_autofree float *found = g_new (float, n_words *GALLEY_NETWORK_N_TAGS);
  float score;

  galley_network_score_tags (fixture->network, fixture->workspace, words, n_words, found);
  assert_near (fixture, found, tags, n_words * GALLEY_NETWORK_N_TAGS);
  assert_pairs (fixture, text, GALLEY_PAIR_HEAD_CUE, "cues");
  assert_pairs (fixture, text, GALLEY_PAIR_HEAD_SOURCE, "sources");
  score = galley_network_score_opinion (fixture->network, fixture->workspace, 1, n_pieces - 1);
  assert_near (fixture, &score, opinion, 1);
}

/* Twice, and the second time backwards: nothing of a window is left in the next. */
static void
test_scores (Fixture *fixture, gconstpointer data)
{
  guint n_texts = 0;

  for (; encode (fixture, n_texts); n_texts++)
    assert_scores (fixture, n_texts);
  g_assert_cmpuint (n_texts, >=, 6);
  for (guint text = n_texts; text-- > 0;)
    {
      encode (fixture, text);
      assert_scores (fixture, text);
    }
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (galley_network_get_version (fixture->network), ==, "small-1");
  g_assert_cmpuint (galley_network_get_window (fixture->network), ==, 40);
  g_assert_cmpuint (fixture->network->n_layers, ==, 2);
  g_assert_cmpuint (fixture->network->n_heads, ==, 2);
  g_assert_true (isfinite (galley_network_get_tag_start (fixture->network)[6]));
  g_assert_true (isfinite (galley_network_get_tag_transitions (fixture->network)[48]));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  const guint32 ids[] = { 2, 5, 3 };
  const guint8 states[] = { 0, 0, 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (galley_network_encode (
      fixture->network, fixture->workspace, ids, states, 3, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  encode (fixture, 1);
  assert_scores (fixture, 1);
}

static gpointer
encode_all (gpointer data)
{
  Fixture fixture = *(const Fixture *) data;

  fixture.workspace = galley_workspace_new (fixture.network);
  for (guint text = 0; encode (&fixture, text); text++)
    assert_scores (&fixture, text);
  galley_workspace_free (fixture.workspace);
  return NULL;
}

/* Threads share a network, the one that makes it ready included. */
static void
test_threads (Fixture *fixture, gconstpointer data)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("encode", encode_all, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
assert_refused (guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  galley_learnt_file_seal (data, size);
  bytes = g_bytes_new (data, size);
  g_assert_null (galley_network_new (bytes, &error));
  g_assert_error (error, GALLEY_ERROR, GALLEY_ERROR_MODEL);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
assert_needed (guint8 *data, gsize size, GalleyNetworkEntry *entry)
{
  const GalleyNetworkEntry kept = *entry;

  entry->name[0] = '?';
  assert_refused (data, size);
  *entry = kept;
  if (strcmp (kept.name, "pieces") == 0)
    return;
  entry->type = GUINT32_TO_LE (GALLEY_TENSOR_BYTES);
  assert_refused (data, size);
  *entry = kept;
  entry->columns = GUINT32_TO_LE (GUINT32_FROM_LE (kept.columns) - 1);
  assert_refused (data, size);
  *entry = kept;
  entry->rows = GUINT32_TO_LE (GUINT32_FROM_LE (kept.rows) - 1);
  if (strcmp (kept.name, "position") != 0)
    assert_refused (data, size);
  *entry = kept;
}

/* A file that is whole, but one tensor is missing, of another type or has a row or a column less.
 * Windows may be shorter, though. */
static void
test_misfits (void)
{
  g_autoptr (GBytes) bytes = fixture_read ("small.galleynn");
  gsize size;
  gconstpointer file = g_bytes_get_data (bytes, &size);
  g_autofree guint8 *data = g_memdup2 (file, size);
  GalleyNetworkEntry *entries = (GalleyNetworkEntry *) (data + GALLEY_NETWORK_HEADER_SIZE);
  guint32 n_tensors = GUINT32_FROM_LE (((GalleyNetworkHeader *) data)->n_tensors);

  for (guint32 i = 0; i < n_tensors; i++)
    assert_needed (data, size, &entries[i]);
}

int
main (int argc, char **argv)
{
  g_autofree char *deep = galley_data_find_built ("deep.galleynn");

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/network/properties", Fixture, NULL, set_up, test_properties, tear_down);
  g_test_add ("/network/scores", Fixture, NULL, set_up, test_scores, tear_down);
  if (deep != NULL)
    g_test_add ("/network/deep-scores", Fixture, deep, set_up, test_scores, tear_down);
  g_test_add ("/network/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/network/threads", Fixture, NULL, set_up, test_threads, tear_down);
  g_test_add_func ("/network/misfits", test_misfits);
  return g_test_run ();
}
