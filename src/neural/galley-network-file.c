/* galley-network-file.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "neural/galley-network-file.h"

#include <string.h>

#include "neural/galley-network-file-private.h"

struct _GalleyNetworkFile
{
  GBytes *bytes;
  const GalleyNetworkHeader *header;
  const GalleyNetworkEntry *entries;
};

static guint64
size_of_tensor (const GalleyNetworkEntry *entry)
{
  guint64 rows = GUINT32_FROM_LE (entry->rows);
  guint64 n_numbers = rows * GUINT32_FROM_LE (entry->columns);

  if (n_numbers > G_MAXUINT32)
    return G_MAXUINT64;
  switch (GUINT32_FROM_LE (entry->type))
    {
    case GALLEY_TENSOR_BYTES:
      return n_numbers;
    case GALLEY_TENSOR_FLOAT:
      return 4 * n_numbers;
    case GALLEY_TENSOR_INT8:
      return 4 * rows + n_numbers;
    default:
      return G_MAXUINT64;
    }
}

static gboolean
check_entry (const GalleyNetworkEntry *entry, gsize size, GError **error)
{
  guint64 offset = GUINT32_FROM_LE (entry->offset);

  if (!galley_learnt_file_is_text (entry->name, sizeof entry->name))
    return galley_learnt_file_refuse ("The model file's tensors have names that are not text.",
                                      error);
  if (offset % GALLEY_NETWORK_ALIGNMENT != 0 || offset > size
      || size_of_tensor (entry) > size - offset)
    return galley_learnt_file_refuse ("The model file's tensors lie outside it.", error);
  return TRUE;
}

/* Together the tensors are no larger than the file, so that what is made of them is bounded too. */
static gboolean
check_entries (const GalleyNetworkFile *self, gsize size, GError **error)
{
  guint64 n_tensors = GUINT32_FROM_LE (self->header->n_tensors);
  guint64 sum = 0;

  if (GALLEY_NETWORK_HEADER_SIZE + n_tensors * GALLEY_NETWORK_ENTRY_SIZE > size)
    return galley_learnt_file_refuse ("The model file's sizes do not fit together.", error);
  if (!galley_learnt_file_is_text (self->header->version, sizeof self->header->version))
    return galley_learnt_file_refuse ("The model file's version is not a text.", error);
  for (guint64 i = 0; i < n_tensors; i++)
    {
      if (!check_entry (&self->entries[i], size, error))
        return FALSE;
      sum += size_of_tensor (&self->entries[i]);
    }
  if (sum > size)
    return galley_learnt_file_refuse ("The model file's tensors overlap.", error);
  return TRUE;
}

/**
 * galley_network_file_new:
 * @bytes: a file of tensors; kept, not copied
 * @error: a #GALLEY_ERROR_MODEL where it is damaged or of another version
 *
 * Returns: (transfer full) (nullable): the file, read in place
 */
GalleyNetworkFile *
galley_network_file_new (GBytes *bytes, GError **error)
{
  g_autoptr (GalleyNetworkFile) self = g_new0 (GalleyNetworkFile, 1);
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);

  self->bytes = galley_learnt_file_check (
      bytes, GALLEY_NETWORK_MAGIC, GALLEY_NETWORK_FORMAT, GALLEY_NETWORK_HEADER_SIZE, error);
  if (self->bytes == NULL)
    return NULL;
  self->header = g_bytes_get_data (self->bytes, &size);
  self->entries = (const GalleyNetworkEntry *) (self->header + 1);
  if (!check_entries (self, size, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
galley_network_file_free (GalleyNetworkFile *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/**
 * galley_network_file_get_version:
 *
 * Returns: (transfer none): what the network calls itself, as in the origin of a suggestion
 */
const char *
galley_network_file_get_version (const GalleyNetworkFile *self)
{
  return self->header->version;
}

/**
 * galley_network_file_find:
 * @name: of a tensor
 * @tensor: (out): the tensor, in place; as long-lived as @self
 *
 * Returns: whether the file has it
 */
gboolean
galley_network_file_find (const GalleyNetworkFile *self, const char *name, GalleyTensor *tensor)
{
  for (guint32 i = 0; i < GUINT32_FROM_LE (self->header->n_tensors); i++)
    {
      const GalleyNetworkEntry *entry = &self->entries[i];

      if (strcmp (entry->name, name) == 0)
        {
          tensor->type = (GalleyTensorType) GUINT32_FROM_LE (entry->type);
          tensor->rows = GUINT32_FROM_LE (entry->rows);
          tensor->columns = GUINT32_FROM_LE (entry->columns);
          tensor->data = (const guint8 *) self->header + GUINT32_FROM_LE (entry->offset);
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * galley_network_file_get_bytes:
 * @name: of a tensor of bytes
 *
 * Returns: (transfer full) (nullable): the bytes, in place; %NULL where the file has none such
 */
GBytes *
galley_network_file_get_bytes (const GalleyNetworkFile *self, const char *name)
{
  GalleyTensor tensor;
  gsize offset;

  if (!galley_network_file_find (self, name, &tensor) || tensor.type != GALLEY_TENSOR_BYTES)
    return NULL;
  offset = (gsize) (tensor.data - (const guint8 *) self->header);
  return g_bytes_new_from_bytes (self->bytes, offset, (gsize) tensor.rows * tensor.columns);
}

static inline float
read_float (const guint8 *data)
{
  guint32 bits;
  float value;

  memcpy (&bits, data, sizeof bits);
  bits = GUINT32_FROM_LE (bits);
  memcpy (&value, &bits, sizeof value);
  return value;
}

/**
 * galley_tensor_add_row:
 * @self: a tensor of numbers
 * @row: one of its rows
 * @sums: (inout) (array): as many numbers as the tensor has columns
 *
 * Adds a row's numbers to others.
 */
void
galley_tensor_add_row (const GalleyTensor *self, guint32 row, float *sums)
{
  gsize first = (gsize) row * self->columns;

  g_return_if_fail (row < self->rows);

  if (self->type == GALLEY_TENSOR_INT8)
    {
      const gint8 *numbers = (const gint8 *) self->data + 4 * (gsize) self->rows + first;
      float scale = read_float (self->data + 4 * (gsize) row);

      for (guint32 i = 0; i < self->columns; i++)
        sums[i] += scale * (float) numbers[i];
    }
  else if (self->type == GALLEY_TENSOR_FLOAT)
    for (guint32 i = 0; i < self->columns; i++)
      sums[i] += read_float (self->data + 4 * (first + i));
}

/**
 * galley_tensor_copy_rows:
 * @self: a tensor of numbers
 * @first: the first row wanted
 * @n_rows: how many
 * @numbers: (out caller-allocates): n_rows × columns numbers
 */
void
galley_tensor_copy_rows (const GalleyTensor *self, guint32 first, guint32 n_rows, float *numbers)
{
  g_return_if_fail (first <= self->rows && n_rows <= self->rows - first);

  memset (numbers, 0, (gsize) n_rows * self->columns * sizeof *numbers);
  for (guint32 row = 0; row < n_rows; row++)
    galley_tensor_add_row (self, first + row, numbers + (gsize) row * self->columns);
}

/**
 * galley_tensor_copy_whole:
 * @self: a tensor of int8 rows
 * @numbers: (out caller-allocates): rows × columns whole numbers
 * @scales: (out caller-allocates): of each row what to multiply them with
 */
void
galley_tensor_copy_whole (const GalleyTensor *self, float *numbers, float *scales)
{
  const gint8 *whole = (const gint8 *) self->data + 4 * (gsize) self->rows;
  gsize n = (gsize) self->rows * self->columns;

  g_return_if_fail (self->type == GALLEY_TENSOR_INT8);

  for (gsize i = 0; i < n; i++)
    numbers[i] = (float) whole[i];
  for (guint32 row = 0; row < self->rows; row++)
    scales[row] = read_float (self->data + 4 * (gsize) row);
}
