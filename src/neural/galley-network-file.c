/* galley-network-file.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "neural/galley-network-file.h"

#include <string.h>

#include "base/galley-crc.h"
#include "base/galley-error.h"
#include "neural/galley-network-file-private.h"

struct _GalleyNetworkFile
{
  GBytes *bytes;
  const GalleyNetworkHeader *header;
  const GalleyNetworkEntry *entries;
};

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, GALLEY_ERROR, GALLEY_ERROR_MODEL, why);
  return FALSE;
}

static gboolean
is_text (const char *text, gsize size)
{
  return text[size - 1] == '\0' && g_utf8_validate (text, -1, NULL);
}

static gboolean
check_header (const GalleyNetworkHeader *header, gsize size, GError **error)
{
  guint64 directory = (guint64) GUINT32_FROM_LE (header->n_tensors) * GALLEY_NETWORK_ENTRY_SIZE;

  if (memcmp (header->magic, GALLEY_NETWORK_MAGIC, sizeof header->magic) != 0)
    return refuse (error, "The model file does not begin as a network does.");
  if (GUINT32_FROM_LE (header->byte_order) != GALLEY_NETWORK_BYTE_ORDER)
    return refuse (error, "The model file has its bytes in the wrong order.");
  if (GUINT32_FROM_LE (header->format) != GALLEY_NETWORK_FORMAT)
    return refuse (error, "The model file is of a version that this build does not read.");
  if (GUINT32_FROM_LE (header->size) != size)
    return refuse (error, "The model file is cut short or too long.");
  if (GALLEY_NETWORK_HEADER_SIZE + directory > size)
    return refuse (error, "The model file's sizes do not fit together.");
  if (!is_text (header->version, sizeof header->version))
    return refuse (error, "The model file's version is not a text.");
  return TRUE;
}

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

/* The checksum guards against accidents, this against a file that was made to do harm. */
static gboolean
check_entry (const GalleyNetworkEntry *entry, gsize size, GError **error)
{
  guint64 offset = GUINT32_FROM_LE (entry->offset);

  if (!is_text (entry->name, sizeof entry->name))
    return refuse (error, "The model file's tensors have names that are not text.");
  if (offset % GALLEY_NETWORK_ALIGNMENT != 0 || offset > size
      || size_of_tensor (entry) > size - offset)
    return refuse (error, "The model file's tensors lie outside it.");
  return TRUE;
}

static gboolean
check_file (const guint8 *data, gsize size, GError **error)
{
  const GalleyNetworkHeader *header = (const GalleyNetworkHeader *) data;
  const GalleyNetworkEntry *entries =
      (const GalleyNetworkEntry *) (data + GALLEY_NETWORK_HEADER_SIZE);

  if (size < GALLEY_NETWORK_HEADER_SIZE)
    return refuse (error, "The model file is too short.");
  if (!check_header (header, size, error))
    return FALSE;
  if (galley_crc32 (data + GALLEY_NETWORK_CHECKED_FROM, size - GALLEY_NETWORK_CHECKED_FROM)
      != GUINT32_FROM_LE (header->crc))
    return refuse (error, "The model file is damaged.");
  for (guint32 i = 0; i < GUINT32_FROM_LE (header->n_tensors); i++)
    if (!check_entry (&entries[i], size, error))
      return FALSE;
  return TRUE;
}

/* A mapped file is aligned; whoever passes a slice of something else pays for a copy. */
static GBytes *
align_bytes (GBytes *bytes)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (GPOINTER_TO_SIZE (data) % sizeof (guint32) == 0)
    return g_bytes_ref (bytes);
  return g_bytes_new (data, size);
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
  const guint8 *data;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);

  self->bytes = align_bytes (bytes);
  data = g_bytes_get_data (self->bytes, &size);
  if (!check_file (data, size, error))
    return NULL;
  self->header = (const GalleyNetworkHeader *) data;
  self->entries = (const GalleyNetworkEntry *) (data + GALLEY_NETWORK_HEADER_SIZE);
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
