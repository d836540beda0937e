/* galley-linear-model.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-linear-model.h"

#include <string.h>

#include "language/galley-linear-model-private.h"

/* How many features' sums of 16 bits are added before they are added up: weights have 10 bits. */
#define N_TOGETHER 64

/* A row with its head, and sums of rows: added at once, in what the processor has for that. */
typedef gint8 Bytes __attribute__ ((vector_size (sizeof (GalleyLinearRow))));
typedef gint16 Sums __attribute__ ((vector_size (2 * sizeof (GalleyLinearRow))));

static gsize
unit_size (const GalleyLinearHeader *header)
{
  return header->row_size == 0 ? sizeof (guint16) : sizeof (GalleyLinearRow);
}

static guint64
expected_size (const GalleyLinearHeader *header)
{
  guint64 n_labels = GUINT32_FROM_LE (header->n_labels);

  return GALLEY_LINEAR_HEADER_SIZE + n_labels * GALLEY_LINEAR_LABEL_SIZE + 4 * n_labels * n_labels
         + 4 * (guint64) GUINT32_FROM_LE (header->n_parameters)
         + 4 * (((guint64) 1 << GUINT32_FROM_LE (header->bits)) + 1)
         + unit_size (header) * (guint64) GUINT32_FROM_LE (header->n_units);
}

static gboolean
check_header (const GalleyLinearHeader *header, gsize size, GError **error)
{
  guint32 n_labels = GUINT32_FROM_LE (header->n_labels);
  guint32 row_size = GUINT32_FROM_LE (header->row_size);

  if (row_size != 0
      && (row_size != sizeof (GalleyLinearRow) || n_labels > GALLEY_LINEAR_DENSE_LABELS))
    return galley_learnt_file_refuse ("The model file's rows are of another size.", error);
  if (n_labels == 0 || n_labels > GALLEY_LINEAR_MAX_LABELS
      || GUINT32_FROM_LE (header->bits) > GALLEY_LINEAR_MAX_BITS
      || GUINT32_FROM_LE (header->n_parameters) > GALLEY_LINEAR_MAX_PARAMETERS
      || expected_size (header) != size)
    return galley_learnt_file_refuse ("The model file's sizes do not fit together.", error);
  if (!galley_learnt_file_is_text (header->version, sizeof header->version))
    return galley_learnt_file_refuse ("The model file's version is not a text.", error);
  return TRUE;
}

static void
place_sections (GalleyLinearModel *self, const GalleyLinearHeader *header)
{
  const guint8 *data = (const guint8 *) header + GALLEY_LINEAR_HEADER_SIZE;
  guint32 scale = GUINT32_FROM_LE (header->scale);

  self->n_labels = GUINT32_FROM_LE (header->n_labels);
  self->n_parameters = GUINT32_FROM_LE (header->n_parameters);
  self->mask = (1u << GUINT32_FROM_LE (header->bits)) - 1;
  memcpy (&self->scale, &scale, sizeof scale);
  self->names = (const char *) data;
  data += self->n_labels * GALLEY_LINEAR_LABEL_SIZE;
  self->transitions = (const gint32 *) data;
  data += 4 * self->n_labels * self->n_labels;
  self->parameters = (const guint32 *) data;
  data += 4 * self->n_parameters;
  self->buckets = (const guint32 *) data;
  data += 4 * ((gsize) self->mask + 2);
  if (header->row_size == 0)
    self->units = (const guint16 *) data;
  else
    self->rows = (const GalleyLinearRow *) data;
}

static gboolean
check_sections (const GalleyLinearModel *self, guint32 n_units, GError **error)
{
  guint32 before = 0;
  gboolean ordered = TRUE;

  for (gsize i = 0; i <= (gsize) self->mask + 1; i++)
    {
      guint32 bucket = GUINT32_FROM_LE (self->buckets[i]);

      ordered &= before <= bucket;
      before = bucket;
    }
  if (!ordered || before != n_units)
    return galley_learnt_file_refuse ("The model file's weights are out of order.", error);
  for (guint i = 0; i < self->n_labels; i++)
    {
      const char *name = self->names + i * GALLEY_LINEAR_LABEL_SIZE;

      if (!galley_learnt_file_is_text (name, GALLEY_LINEAR_LABEL_SIZE))
        return galley_learnt_file_refuse ("The model file's labels are not text.", error);
    }
  return TRUE;
}

/**
 * galley_linear_model_new:
 * @bytes: a model file; kept, not copied
 * @error: a #GALLEY_ERROR_MODEL where the file is damaged or of another version
 *
 * Returns: (transfer full) (nullable): a model that threads may share
 */
GalleyLinearModel *
galley_linear_model_new (GBytes *bytes, GError **error)
{
  g_autoptr (GalleyLinearModel) self = NULL;
  const GalleyLinearHeader *header;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_new0 (GalleyLinearModel, 1);
  self->bytes = galley_learnt_file_check (
      bytes, GALLEY_LINEAR_MAGIC, GALLEY_LINEAR_FORMAT, GALLEY_LINEAR_HEADER_SIZE, error);
  if (self->bytes == NULL)
    return NULL;
  header = g_bytes_get_data (self->bytes, &size);
  if (!check_header (header, size, error))
    return NULL;
  place_sections (self, header);
  if (!check_sections (self, GUINT32_FROM_LE (header->n_units), error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * galley_linear_model_new_from_resource:
 * @resource: where the model was compiled in, not compressed
 * @path: its path
 * @error: a #GResourceError or a #GALLEY_ERROR_MODEL
 *
 * Returns: (transfer full) (nullable): the model, read in place
 */
GalleyLinearModel *
galley_linear_model_new_from_resource (GResource *resource, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  return bytes != NULL ? galley_linear_model_new (bytes, error) : NULL;
}

void
galley_linear_model_free (GalleyLinearModel *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/**
 * galley_linear_model_get_version:
 *
 * Returns: (transfer none): what the model calls itself, as in the origin of a suggestion
 */
const char *
galley_linear_model_get_version (const GalleyLinearModel *self)
{
  return ((const GalleyLinearHeader *) g_bytes_get_data (self->bytes, NULL))->version;
}

const char *
galley_linear_model_get_label (const GalleyLinearModel *self, guint label)
{
  g_return_val_if_fail (label < self->n_labels, NULL);

  return self->names + label * GALLEY_LINEAR_LABEL_SIZE;
}

/**
 * galley_linear_model_find_label:
 *
 * Returns: the label's number, or −1
 */
int
galley_linear_model_find_label (const GalleyLinearModel *self, const char *name)
{
  for (guint i = 0; i < self->n_labels; i++)
    if (strcmp (galley_linear_model_get_label (self, i), name) == 0)
      return (int) i;
  return -1;
}

float
galley_linear_model_get_parameter (const GalleyLinearModel *self, guint parameter)
{
  guint32 bits;
  float value;

  g_return_val_if_fail (parameter < self->n_parameters, 0);

  bits = GUINT32_FROM_LE (self->parameters[parameter]);
  memcpy (&value, &bits, sizeof value);
  return value;
}

static inline guint32
begin_of (const GalleyLinearModel *self, guint32 bucket)
{
  return GUINT32_FROM_LE (self->buckets[bucket]);
}

static inline void
add_units (const GalleyLinearModel *self, guint32 feature, gint32 *scores)
{
  guint32 bucket = feature & self->mask;
  guint32 check = feature >> (32 - GALLEY_LINEAR_HIGH_BITS);
  guint32 end = begin_of (self, bucket + 1);
  guint32 i = begin_of (self, bucket);

  while (i < end)
    {
      guint16 head = GUINT16_FROM_LE (self->units[i]);
      guint32 next = i + 1 + (head & 63);
      guint32 found = (guint32) head >> GALLEY_LINEAR_LOW_BITS;

      if (found > check)
        return;
      if (found == check && next <= end)
        for (i++; i < next; i++)
          {
            guint16 entry = GUINT16_FROM_LE (self->units[i]);

            scores[entry & 63] += (gint16) entry >> GALLEY_LINEAR_LOW_BITS;
          }
      i = next;
    }
}

static inline void
add_rows (const GalleyLinearModel *self, guint32 feature, Sums *sums)
{
  guint32 bucket = feature & self->mask;
  guint32 check = feature >> (32 - GALLEY_LINEAR_HIGH_BITS);
  guint32 end = begin_of (self, bucket + 1);

  for (guint32 i = begin_of (self, bucket); i < end; i++)
    {
      guint16 head = GUINT16_FROM_LE (self->rows[i].head);
      Bytes bytes;

      if ((guint32) head >> GALLEY_LINEAR_LOW_BITS != check)
        continue;
      memcpy (&bytes, &self->rows[i], sizeof bytes);
      *sums += __builtin_convertvector(bytes, Sums);
      if ((head & GALLEY_LINEAR_MORE) == 0)
        return;
    }
}

static void
add_all_rows (const GalleyLinearModel *self,
              const guint32 *features,
              guint n_features,
              gint32 *scores)
{
  for (guint i = 0; i < n_features; i++)
    __builtin_prefetch (&self->rows[begin_of (self, features[i] & self->mask)]);
  for (guint i = 0; i < n_features;)
    {
      guint end = MIN (i + N_TOGETHER, n_features);
      Sums sums = { 0 };

      for (; i < end; i++)
        add_rows (self, features[i], &sums);
      for (guint label = 0; label < GALLEY_LINEAR_DENSE_LABELS; label++)
        scores[label] += sums[label];
    }
}

static void
add_all_units (const GalleyLinearModel *self,
               const guint32 *features,
               guint n_features,
               gint32 *scores)
{
  for (guint i = 0; i < n_features; i++)
    __builtin_prefetch (&self->units[begin_of (self, features[i] & self->mask)]);
  for (guint i = 0; i < n_features; i++)
    add_units (self, features[i], scores);
}

/**
 * galley_linear_model_add:
 * @feature: a hash value
 * @scores: (inout) (array fixed-size=64): of every label; longer than there are labels, so that no
 *   file, however forged, reaches past it
 *
 * Adds what the model says of one feature.
 */
void
galley_linear_model_add (const GalleyLinearModel *self, guint32 feature, gint32 *scores)
{
  galley_linear_model_add_all (self, &feature, 1, scores);
}

/**
 * galley_linear_model_add_all:
 * @features: (array length=n_features): hash values
 * @scores: (inout) (array fixed-size=64): of every label
 *
 * Adds what the model says of all features. What will be read is asked for ahead of its use:
 * waiting for memory is half of what a linear model does.
 */
void
galley_linear_model_add_all (const GalleyLinearModel *self,
                             const guint32 *features,
                             guint n_features,
                             gint32 *scores)
{
  for (guint i = 0; i < n_features; i++)
    __builtin_prefetch (&self->buckets[features[i] & self->mask]);
  if (self->rows == NULL)
    add_all_units (self, features, n_features, scores);
  else
    add_all_rows (self, features, n_features, scores);
}
