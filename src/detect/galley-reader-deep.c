/* galley-reader-deep.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reader-deep.h"

#include "base/galley-data.h"
#include "base/galley-error.h"
#include "base/galley-learnt-file.h"
#include "detect/galley-reader-deep-private.h"

#define MODEL_FILE "deep.galleynn"

/* Who trains a model reads with it before it lies where it belongs; tests read without any. */
#define MODEL_VARIABLE "GALLEY_DEEP_MODEL"

G_STATIC_ASSERT (GALLEY_READER_N_LABELS == GALLEY_NETWORK_N_TAGS);

typedef struct
{
  GalleyNetwork *network; /* NULL where there is an error */
  GError *error;
  GalleyChain chain;
} Model;

/* The room that reading takes, some MB, allocated once a text. */
typedef struct
{
  GalleyWorkspace *workspace;
  GalleyWindow window;
  GalleyDeepLabels labels;
  float tags[GALLEY_WINDOW_MAX_WORDS * GALLEY_READER_N_LABELS];
  guint32 queries[GALLEY_WINDOW_MAX_WORDS];
  float *pair_scores; /* a row for each word of a content and of a cue */
  gsize pair_room;
} Room;

static void
room_free (Room *self)
{
  galley_workspace_free (self->workspace);
  g_free (self->pair_scores);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Room, room_free)

static gpointer
find_once (gpointer unused)
{
  const char *named = g_getenv (MODEL_VARIABLE);

  if (named != NULL)
    return g_file_test (named, G_FILE_TEST_EXISTS) ? g_strdup (named) : NULL;

  return galley_data_find (MODEL_FILE);
}

/* Returns: (nullable): where the model is */
static const char *
find_model (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, find_once, NULL);
}

/* A network may take shorter windows than those that a text is cut into; such a one is another's.
 */
static GalleyNetwork *
open_network (GError **error)
{
  g_autoptr (GalleyNetwork) network = galley_network_new_from_path (find_model (), error);

  if (network != NULL && galley_network_get_window (network) < GALLEY_NETWORK_MAX_WINDOW)
    {
      galley_learnt_file_refuse ("The model file's network takes too few words at a time.", error);
      return NULL;
    }

  return g_steal_pointer (&network);
}

static gpointer
load_once (gpointer reader)
{
  Model *model = g_new0 (Model, 1);
  g_autoptr (GError) error = NULL;

  model->network = open_network (&error);
  if (model->network == NULL)
    {
      g_set_error (&model->error,
                   GALLEY_ERROR,
                   GALLEY_ERROR_MODEL,
                   "The deep reader cannot use its model “%s”: %s",
                   find_model (),
                   error->message);
    }
  else
    {
      _galley_deep_chain_init (&model->chain,
                               galley_network_get_tag_start (model->network),
                               galley_network_get_tag_transitions (model->network));
      ((GalleyReader *) reader)->model = galley_network_get_version (model->network);
    }

  return model;
}

static GalleyReader deep_reader;

/* Loads it where that has not been done. Returns: (nullable): %NULL with an error */
static const Model *
get_model (GError **error)
{
  static GOnce once = G_ONCE_INIT;
  const Model *model = g_once (&once, load_once, &deep_reader);

  if (model->network != NULL)
    return model;
  if (error != NULL)
    *error = g_error_copy (model->error);

  return NULL;
}

static gboolean
load (GError **error)
{
  return get_model (error) != NULL;
}

static void
score_pairs (
    const GalleyNetwork *network, Room *room, GalleyPairHead head, guint n_queries, float *scores)
{
  galley_network_score_pairs (network,
                              room->workspace,
                              head,
                              room->queries,
                              n_queries,
                              room->window.word_pieces,
                              room->window.n_words,
                              scores);
}

static void
find_leans (const GalleyNetwork *network, Room *room, GArray *leans)
{
  const GalleyWindow *window = &room->window;
  const guint8 *labels = room->labels.labels;
  gsize row = window->n_words + 1, needed;
  guint n_cue_words = _galley_deep_list_words (window, labels, GALLEY_ROLE_CUE, room->queries);
  guint n_contents = _galley_deep_list_words (window, labels, GALLEY_ROLE_CONTENT, room->queries);

  needed = (n_contents + n_cue_words) * row;
  if (needed > room->pair_room)
    {
      room->pair_scores = g_renew (float, room->pair_scores, needed);
      room->pair_room = needed;
    }
  score_pairs (network, room, GALLEY_PAIR_HEAD_CUE, n_contents, room->pair_scores);
  _galley_deep_list_words (window, labels, GALLEY_ROLE_CUE, room->queries);
  score_pairs (
      network, room, GALLEY_PAIR_HEAD_SOURCE, n_cue_words, room->pair_scores + n_contents * row);
  _galley_deep_append_leans (
      window, labels, room->pair_scores, room->pair_scores + n_contents * row, leans);
}

static void
find_views (const GalleyNetwork *network, const Room *room, GArray *views)
{
  const GalleyWindow *window = &room->window;

  for (guint i = 1; i + 1 < window->n_pieces; i++)
    {
      GalleyView *view = &g_array_index (views, GalleyView, window->tokens[i]);

      view->log_odds +=
          _galley_deep_bound (galley_network_score_opinion (network, room->workspace, i, i + 1));
      view->weight++;
    }
}

static gboolean
read_window (const Model *model,
             const GalleyText *text,
             Room *room,
             GalleyReading *reading,
             GCancellable *cancellable,
             GError **error)
{
  const GalleyNetwork *network = model->network;
  const GalleyWindow *window = &room->window;

  if (!galley_network_encode (network,
                              room->workspace,
                              window->ids,
                              window->states,
                              window->n_pieces,
                              cancellable,
                              error))
    return FALSE;
  galley_network_score_tags (
      network, room->workspace, window->word_pieces, window->n_words, room->tags);
  _galley_deep_decode (
      &model->chain, text, window, room->tags, galley_reader_traits_deep.eagerness, &room->labels);
  _galley_deep_append_marks (&model->chain, text, window, &room->labels, reading->marks);
  find_leans (network, room, reading->leans);
  find_views (network, room, reading->views);

  return TRUE;
}

static GalleyReading *
reading_new (const GalleyText *text)
{
  GalleyReading *reading = galley_reading_new ();

  reading->leans = g_array_new (FALSE, FALSE, sizeof (GalleyLean));
  reading->views = g_array_new (FALSE, TRUE, sizeof (GalleyView));
  g_array_set_size (reading->views, text->tokens->len);

  return reading;
}

static GalleyReading *
read_text (const GalleyText *text,
           const gboolean *wanted,
           GalleyProgressFunc progress,
           gpointer user_data,
           GCancellable *cancellable,
           GError **error)
{
  const Model *model = get_model (error);
  g_autoptr (GalleyReading) reading = reading_new (text);
  g_auto (GalleyWindows) windows = { NULL };
  g_autoptr (Room) room = NULL;

  if (model == NULL)
    return NULL;
  room = g_new0 (Room, 1);
  room->workspace = galley_workspace_new (model->network);
  galley_windows_init (&windows, galley_network_get_word_pieces (model->network), text, wanted);
  while (galley_windows_next (&windows, &room->window))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !read_window (model, text, room, reading, cancellable, error))
        return NULL;
      if (progress != NULL)
        progress ((double) windows.next_token / text->tokens->len, user_data);
    }

  return g_steal_pointer (&reading);
}

static GalleyReader deep_reader = {
  .id = "deep",
  .read = read_text,
  .traits = &galley_reader_traits_deep,
  .load = load,
  .views = TRUE,
  .slow = TRUE,
};

/**
 * galley_reader_deep_get:
 *
 * The reader of a small transformer: each window of a text is labelled as a chain, its pairs say
 * what belongs to what, and its opinion head what reads as opinion.
 *
 * Returns: (transfer none) (nullable): the reader, not yet loaded, or %NULL where its model is not
 *   there
 */
const GalleyReader *
galley_reader_deep_get (void)
{
  return find_model () != NULL ? &deep_reader : NULL;
}
