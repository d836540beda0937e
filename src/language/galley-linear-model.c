/* galley-linear-model.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-linear-model.h"

#include <string.h>

#include "language/galley-linear-model-private.h"

static guint64
expected_size (const GalleyLinearHeader *header)
{
  guint64 n_labels = GUINT32_FROM_LE (header->n_labels);

  return GALLEY_LINEAR_HEADER_SIZE + n_labels * GALLEY_LINEAR_LABEL_SIZE + 4 * n_labels * n_labels
         + 4 * (guint64) GUINT32_FROM_LE (header->n_parameters)
         + 4 * (((guint64) 1 << GUINT32_FROM_LE (header->bits)) + 1)
         + 2 * (guint64) GUINT32_FROM_LE (header->n_units);
}

static gboolean
check_header (const GalleyLinearHeader *header, gsize size, GError **error)
{
  guint32 n_labels = GUINT32_FROM_LE (header->n_labels);

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
  self->rows = (const guint32 *) data;
  self->units = (const guint16 *) (data + 4 * ((gsize) self->mask + 2));
}

static gboolean
check_sections (const GalleyLinearModel *self, guint32 n_units, GError **error)
{
  guint32 before = 0;
  gboolean ordered = TRUE;

  for (gsize i = 0; i <= (gsize) self->mask + 1; i++)
    {
      guint32 row = GUINT32_FROM_LE (self->rows[i]);

      ordered &= before <= row;
      before = row;
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

/**
 * galley_linear_model_add_all:
 * @features: (array length=n_features): hash values
 * @scores: (inout) (array fixed-size=64): of every label
 *
 * Adds what the model says of all features. The rows are asked for ahead of their use: waiting for
 * memory is nearly all that a linear model does.
 */
void
galley_linear_model_add_all (const GalleyLinearModel *self,
                             const guint32 *features,
                             guint n_features,
                             gint32 *scores)
{
  for (guint i = 0; i < n_features; i++)
    __builtin_prefetch (&self->rows[features[i] & self->mask]);
  for (guint i = 0; i < n_features; i++)
    __builtin_prefetch (&self->units[GUINT32_FROM_LE (self->rows[features[i] & self->mask])]);
  for (guint i = 0; i < n_features; i++)
    galley_linear_model_add (self, features[i], scores);
}
