/* galley-linear-model-writer.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-linear-model-writer.h"

#include <math.h>
#include <string.h>

#include "language/galley-linear-model-private.h"
#include "language/galley-linear-model.h"

#define LARGEST_ENTRY 511

static void
append_u32 (GByteArray *file, guint32 value)
{
  guint32 stored = GUINT32_TO_LE (value);

  g_byte_array_append (file, (const guint8 *) &stored, sizeof stored);
}

static void
append_float (GByteArray *file, float value)
{
  guint32 bits;

  memcpy (&bits, &value, sizeof bits);
  append_u32 (file, bits);
}

static void
append_padded (GByteArray *file, const char *text, gsize size)
{
  char padded[GALLEY_LINEAR_VERSION_SIZE] = { 0 };

  g_assert (size <= sizeof padded);
  g_strlcpy (padded, text, size);
  g_byte_array_append (file, (const guint8 *) padded, (guint) size);
}

static float
find_scale (const GalleyLinearWeights *self)
{
  gsize n_weights = (gsize) self->n_features * self->n_labels;
  float largest = 0;

  for (gsize i = 0; i < n_weights; i++)
    largest = MAX (largest, fabsf (self->weights[i]));
  if (self->limit > 0)
    largest = MIN (largest, self->limit);
  return largest > 0 ? largest / LARGEST_ENTRY : 1;
}

static guint16
make_unit (int high, guint low)
{
  return GUINT16_TO_LE ((guint16) ((guint) high << GALLEY_LINEAR_LOW_BITS | low));
}

/* A weight that comes to nothing is left out, and a feature that has no other with it: that is
 * where the file's small size comes from. */
static void
append_feature (const GalleyLinearWeights *self, guint index, float scale, GArray *units)
{
  const float *weights = self->weights + (gsize) index * self->n_labels;
  guint32 check = self->features[index] >> (32 - GALLEY_LINEAR_HIGH_BITS);
  guint head = units->len;
  guint16 unit = 0;

  g_array_append_val (units, unit);
  for (guint label = 0; label < self->n_labels; label++)
    {
      float weight = roundf (weights[label] / scale);
      int value = (int) CLAMP (weight, -LARGEST_ENTRY, LARGEST_ENTRY);

      unit = make_unit (value, label);
      if (value != 0 && ABS (value) >= self->least)
        g_array_append_val (units, unit);
    }
  g_array_index (units, guint16, head) = make_unit ((int) check, units->len - head - 1);
  if (units->len == head + 1)
    g_array_set_size (units, head);
}

typedef struct
{
  guint32 bucket;
  guint32 feature;
  guint index;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a;
  const Place *two = b;

  if (one->bucket != two->bucket)
    return one->bucket < two->bucket ? -1 : 1;
  return (one->feature > two->feature) - (one->feature < two->feature);
}

static GArray *
collect_units (const GalleyLinearWeights *self, float scale, guint32 *rows)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (guint16));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  gsize n_buckets = (gsize) 1 << self->bits;
  guint next = 0;

  for (guint i = 0; i < self->n_features; i++)
    {
      Place place = { self->features[i] & (guint32) (n_buckets - 1), self->features[i], i };

      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  for (gsize bucket = 0; bucket < n_buckets; bucket++)
    {
      rows[bucket] = units->len;
      for (; next < places->len && g_array_index (places, Place, next).bucket == bucket; next++)
        append_feature (self, g_array_index (places, Place, next).index, scale, units);
    }
  rows[n_buckets] = units->len;
  return units;
}

static void
append_header (GByteArray *file, const GalleyLinearWeights *self, guint n_units, float scale)
{
  g_byte_array_append (file, (const guint8 *) GALLEY_LINEAR_MAGIC, 8);
  append_u32 (file, GALLEY_LINEAR_BYTE_ORDER);
  append_u32 (file, GALLEY_LINEAR_FORMAT);
  append_u32 (file, 0);
  append_u32 (file, 0);
  append_u32 (file, self->n_labels);
  append_u32 (file, self->bits);
  append_u32 (file, n_units);
  append_u32 (file, self->n_parameters);
  append_float (file, scale);
  append_padded (file, self->version, GALLEY_LINEAR_VERSION_SIZE);
}

static void
seal (GByteArray *file)
{
  GalleyLinearHeader *header = (GalleyLinearHeader *) file->data;

  header->size = GUINT32_TO_LE (file->len);
  header->crc = GUINT32_TO_LE (_galley_linear_crc (file->data + GALLEY_LINEAR_CHECKED_FROM,
                                                   file->len - GALLEY_LINEAR_CHECKED_FROM));
}

/**
 * galley_linear_weights_to_bytes:
 *
 * Returns: (transfer full): a model file; the same weights give the same bytes on every machine
 */
GBytes *
galley_linear_weights_to_bytes (const GalleyLinearWeights *self)
{
  gsize n_buckets = (gsize) 1 << self->bits;
  g_autofree guint32 *rows = g_new (guint32, n_buckets + 1);
  g_autoptr (GArray) units = NULL;
  GByteArray *file = g_byte_array_new ();
  float scale = find_scale (self);

  g_return_val_if_fail (self->n_labels <= GALLEY_LINEAR_MAX_LABELS, NULL);
  g_return_val_if_fail (self->bits <= GALLEY_LINEAR_MAX_BITS, NULL);

  units = collect_units (self, scale, rows);
  append_header (file, self, units->len, scale);
  for (guint i = 0; i < self->n_labels; i++)
    append_padded (file, self->labels[i], GALLEY_LINEAR_LABEL_SIZE);
  for (guint i = 0; i < self->n_labels * self->n_labels; i++)
    append_u32 (file,
                self->transitions != NULL ? (guint32) (gint32) lrintf (self->transitions[i] / scale)
                                          : 0);
  for (guint i = 0; i < self->n_parameters; i++)
    append_float (file, self->parameters[i]);
  for (gsize i = 0; i <= n_buckets; i++)
    append_u32 (file, rows[i]);
  g_byte_array_append (file, (const guint8 *) units->data, units->len * sizeof (guint16));
  seal (file);
  return g_byte_array_free_to_bytes (file);
}
