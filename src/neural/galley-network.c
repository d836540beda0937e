/* galley-network.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "neural/galley-network.h"

#include <sys/mman.h>

#include "base/galley-error.h"
#include "neural/galley-compute-private.h"
#include "neural/galley-network-private.h"

#define MAX_WIDTH  4096
#define MAX_LAYERS 48
#define N_STATES   (GALLEY_QUOTE_STATE_INSIDE + 1)

static const char *const pair_names[GALLEY_N_PAIR_HEADS][3] = {
  [GALLEY_PAIR_HEAD_CUE] = { "content_query", "cue_key", "none_cue" },
  [GALLEY_PAIR_HEAD_SOURCE] = { "cue_query", "source_key", "none_source" },
};

static gboolean
refuse (const char *prefix, const char *name, GError **error)
{
  g_set_error (error,
               GALLEY_ERROR,
               GALLEY_ERROR_MODEL,
               "The model file has no tensor “%s%s” of a fitting size.",
               prefix,
               name);
  return FALSE;
}

/* A tensor of numbers; 0 rows or columns stand for any number of them. */
static gboolean
find (const GalleyNetwork *self,
      const char *prefix,
      const char *name,
      guint32 rows,
      guint32 columns,
      GalleyTensor *tensor,
      GError **error)
{
  g_autofree char *full = g_strconcat (prefix, name, NULL);

  if (!galley_network_file_find (self->file, full, tensor) || tensor->type == GALLEY_TENSOR_BYTES
      || tensor->rows == 0 || tensor->columns == 0 || (rows != 0 && tensor->rows != rows)
      || (columns != 0 && tensor->columns != columns))
    return refuse (prefix, name, error);
  return TRUE;
}

/* The few tensors that are used as they are get copied out, in this machine's byte order. */
static gboolean
copy (GalleyNetwork *self,
      const char *prefix,
      const char *name,
      guint32 rows,
      guint32 columns,
      const float **numbers,
      GError **error)
{
  GalleyTensor tensor;
  float *copied;

  if (!find (self, prefix, name, rows, columns, &tensor, error))
    return FALSE;
  copied = g_new (float, (gsize) tensor.rows *tensor.columns);
  galley_tensor_copy_rows (&tensor, 0, tensor.rows, copied);
  g_ptr_array_add (self->floats, copied);
  *numbers = copied;
  return TRUE;
}

static gboolean
find_dense (GalleyNetwork *self,
            const char *name,
            guint32 outputs,
            guint32 inputs,
            GalleyDense *dense,
            GError **error)
{
  return find (self, name, ".weight", outputs, inputs, &dense->weight, error)
         && copy (self, name, ".bias", 1, outputs, &dense->bias, error);
}

static gboolean
copy_norm (GalleyNetwork *self, const char *name, GalleyNorm *norm, GError **error)
{
  return copy (self, name, ".weight", 1, self->width, &norm->weight, error)
         && copy (self, name, ".bias", 1, self->width, &norm->bias, error);
}

static gboolean
read_vocabulary (GalleyNetwork *self, GError **error)
{
  g_autoptr (GBytes) vocabulary = galley_network_file_get_bytes (self->file, "pieces");

  if (vocabulary == NULL)
    return refuse ("", "pieces", error);
  self->word_pieces = galley_word_pieces_new (vocabulary, error);
  return self->word_pieces != NULL;
}

static gboolean
read_embeddings (GalleyNetwork *self, GError **error)
{
  guint32 n_pieces = galley_word_pieces_get_n_pieces (self->word_pieces);

  if (!find (self, "", "word", n_pieces, 0, &self->word, error))
    return FALSE;
  self->width = self->word.columns;
  self->n_heads = self->width / GALLEY_HEAD_WIDTH;
  if (self->width > MAX_WIDTH || self->width % GALLEY_HEAD_WIDTH != 0)
    return refuse ("", "word", error);
  if (!find (self, "", "position", 0, self->width, &self->position, error)
      || !find (self, "", "quote", N_STATES, self->width, &self->quote, error))
    return FALSE;
  self->window = MIN (self->position.rows, GALLEY_NETWORK_MAX_WINDOW);
  return copy_norm (self, "norm", &self->norm, error);
}

static gboolean
read_layer (GalleyNetwork *self, guint index, GError **error)
{
  GalleyLayer *layer = &self->layers[index];
  const struct
  {
    const char *name;
    GalleyDense *dense;
    guint32 outputs;
    guint32 inputs;
  } denses[] = {
    { "query", &layer->query, self->width, self->width },
    { "key", &layer->key, self->width, self->width },
    { "value", &layer->value, self->width, self->width },
    { "out", &layer->out, self->width, self->width },
    { "up", &layer->up, self->inner, self->width },
    { "down", &layer->down, self->width, self->inner },
  };
  g_autofree char *norm1 = g_strdup_printf ("layer.%u.norm1", index);
  g_autofree char *norm2 = g_strdup_printf ("layer.%u.norm2", index);

  for (guint i = 0; i < G_N_ELEMENTS (denses); i++)
    {
      g_autofree char *name = g_strdup_printf ("layer.%u.%s", index, denses[i].name);

      if (!find_dense (self, name, denses[i].outputs, denses[i].inputs, denses[i].dense, error))
        return FALSE;
    }
  return copy_norm (self, norm1, &layer->norm1, error)
         && copy_norm (self, norm2, &layer->norm2, error);
}

static gboolean
has_tensor (const GalleyNetwork *self, const char *format, guint layer)
{
  g_autofree char *name = g_strdup_printf (format, layer);
  GalleyTensor tensor;

  return galley_network_file_find (self->file, name, &tensor);
}

/* A layer that lacks its first or its last tensor is one all the same, and will be refused. */
static guint
count_layers (const GalleyNetwork *self)
{
  guint n = 0;

  while (n < MAX_LAYERS
         && (has_tensor (self, "layer.%u.query.weight", n)
             || has_tensor (self, "layer.%u.norm2.bias", n)))
    n++;
  return n;
}

static gboolean
read_layers (GalleyNetwork *self, GError **error)
{
  GalleyTensor up;

  if (!find (self, "layer.0.up", ".weight", 0, self->width, &up, error))
    return FALSE;
  self->inner = up.rows;
  if (self->inner > 4 * MAX_WIDTH)
    return refuse ("layer.0.up", ".weight", error);
  self->n_layers = count_layers (self);
  self->layers = g_new0 (GalleyLayer, self->n_layers);
  for (guint i = 0; i < self->n_layers; i++)
    if (!read_layer (self, i, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_pairs (GalleyNetwork *self, GalleyPairHead head, GError **error)
{
  const char *const *names = pair_names[head];
  GalleyPairs *pairs = &self->pairs[head];

  return find_dense (self, names[0], self->pair_width, self->width, &pairs->query, error)
         && find_dense (self, names[1], self->pair_width, self->width, &pairs->key, error)
         && copy (self, "", names[2], 1, self->pair_width, &pairs->none, error);
}

static gboolean
read_heads (GalleyNetwork *self, GError **error)
{
  GalleyTensor query;

  if (!find (self, pair_names[0][0], ".weight", 0, self->width, &query, error))
    return FALSE;
  self->pair_width = query.rows;
  if (self->pair_width > MAX_WIDTH)
    return refuse (pair_names[0][0], ".weight", error);
  return find_dense (self, "tags", GALLEY_NETWORK_N_TAGS, self->width, &self->tags, error)
         && copy (self, "", "start", 1, GALLEY_NETWORK_N_TAGS, &self->tag_start, error)
         && copy (self,
                  "",
                  "transitions",
                  GALLEY_NETWORK_N_TAGS,
                  GALLEY_NETWORK_N_TAGS,
                  &self->tag_transitions,
                  error)
         && read_pairs (self, GALLEY_PAIR_HEAD_CUE, error)
         && read_pairs (self, GALLEY_PAIR_HEAD_SOURCE, error)
         && find_dense (self, "opinion", 1, self->width, &self->opinion, error);
}

/**
 * galley_network_new:
 * @file: a file of tensors, see #GalleyNetworkFile; kept, not copied
 * @error: a #GALLEY_ERROR_MODEL where it is damaged, of another version or does not fit together
 *
 * The number of layers, widths and pieces are the file's.
 *
 * Returns: (transfer full) (nullable): a network that threads may share
 */
GalleyNetwork *
galley_network_new (GBytes *file, GError **error)
{
  g_autoptr (GalleyNetwork) self = g_new0 (GalleyNetwork, 1);

  g_return_val_if_fail (file != NULL, NULL);

  g_mutex_init (&self->lock);
  self->floats = g_ptr_array_new_with_free_func (g_free);
  self->file = galley_network_file_new (file, error);
  if (self->file == NULL || !read_vocabulary (self, error) || !read_embeddings (self, error)
      || !read_layers (self, error) || !read_heads (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * galley_network_new_from_path:
 * @path: of a file, which is mapped
 * @error: a #GFileError, or as galley_network_new()
 *
 * Returns: (transfer full) (nullable): a network that threads may share
 */
GalleyNetwork *
galley_network_new_from_path (const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  GalleyNetwork *self = bytes != NULL ? galley_network_new (bytes, error) : NULL;

  if (self != NULL)
    {
      self->map = g_steal_pointer (&file);
      _galley_network_let_go (self);
    }
  return self;
}

/**
 * _galley_network_let_go:
 *
 * Tells the system that a mapped file's pages need not stay in memory: all are touched when they
 * are checked, and the weights' once more when they are made ready, but of the word table only what
 * a text's words need is read after that.
 */
void
_galley_network_let_go (const GalleyNetwork *self)
{
  if (self->map != NULL)
    madvise (g_mapped_file_get_contents (self->map),
             g_mapped_file_get_length (self->map),
             MADV_DONTNEED);
}

void
galley_network_free (GalleyNetwork *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->compute, _galley_compute_free);
  g_clear_pointer (&self->file, galley_network_file_free);
  g_clear_pointer (&self->word_pieces, galley_word_pieces_free);
  g_clear_pointer (&self->floats, g_ptr_array_unref);
  g_clear_pointer (&self->map, g_mapped_file_unref);
  g_free (self->layers);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * galley_network_get_version:
 *
 * Returns: (transfer none): what the network calls itself, as in the origin of a suggestion
 */
const char *
galley_network_get_version (const GalleyNetwork *self)
{
  return galley_network_file_get_version (self->file);
}

/**
 * galley_network_get_word_pieces:
 *
 * Returns: (transfer none): the vocabulary that its ids are of
 */
const GalleyWordPieces *
galley_network_get_word_pieces (const GalleyNetwork *self)
{
  return self->word_pieces;
}

/**
 * galley_network_get_window:
 *
 * Returns: how many pieces it takes at a time, the opening and the closing one counted; at most
 *   %GALLEY_NETWORK_MAX_WINDOW
 */
guint
galley_network_get_window (const GalleyNetwork *self)
{
  return self->window;
}

/**
 * galley_network_get_tag_start:
 *
 * Returns: (array fixed-size=7): what the chain over the tags of a window's words says of the first
 */
const float *
galley_network_get_tag_start (const GalleyNetwork *self)
{
  return self->tag_start;
}

/**
 * galley_network_get_tag_transitions:
 *
 * Returns: (array fixed-size=49): what the chain says of a tag after another, [before × 7 + after];
 *   pairs that cannot be are not marked as such, the reader forbids them
 */
const float *
galley_network_get_tag_transitions (const GalleyNetwork *self)
{
  return self->tag_transitions;
}
