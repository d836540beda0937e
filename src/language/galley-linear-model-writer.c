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
collect_units (const GalleyLinearWeights *self, float scale, guint32 *buckets)
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
      buckets[bucket] = units->len;
      for (; next < places->len && g_array_index (places, Place, next).bucket == bucket; next++)
        append_feature (self, g_array_index (places, Place, next).index, scale, units);
    }
  buckets[n_buckets] = units->len;
  return units;
}

/* What stands in a file, in its order. */
typedef struct
{
  const char *version;
  const char *const *labels;
  guint n_labels;
  guint bits;
  float scale;
  const gint32 *transitions;
  const float *parameters;
  guint n_parameters;
  const guint32 *buckets;
  GArray *units; /* or dense rows */
} Sections;

static void
append_header (GByteArray *file, const Sections *self)
{
  guint unit_size = g_array_get_element_size (self->units);

  g_byte_array_append (file, (const guint8 *) GALLEY_LINEAR_MAGIC, 8);
  append_u32 (file, GALLEY_LEARNT_BYTE_ORDER);
  append_u32 (file, GALLEY_LINEAR_FORMAT);
  append_u32 (file, 0);
  append_u32 (file, 0);
  append_u32 (file, self->n_labels);
  append_u32 (file, self->bits);
  append_u32 (file, self->units->len);
  append_u32 (file, self->n_parameters);
  append_float (file, self->scale);
  append_u32 (file, unit_size == sizeof (GalleyLinearRow) ? unit_size : 0);
  append_padded (file, self->version, GALLEY_LINEAR_VERSION_SIZE);
}

static GBytes *
write_sections (const Sections *self)
{
  gsize n_buckets = (gsize) 1 << self->bits;
  GByteArray *file = g_byte_array_new ();

  append_header (file, self);
  for (guint i = 0; i < self->n_labels; i++)
    append_padded (file, self->labels[i], GALLEY_LINEAR_LABEL_SIZE);
  for (guint i = 0; i < self->n_labels * self->n_labels; i++)
    append_u32 (file, (guint32) self->transitions[i]);
  for (guint i = 0; i < self->n_parameters; i++)
    append_float (file, self->parameters[i]);
  for (gsize i = 0; i <= n_buckets; i++)
    append_u32 (file, self->buckets[i]);
  g_byte_array_append (file,
                       (const guint8 *) self->units->data,
                       self->units->len * g_array_get_element_size (self->units));
  galley_learnt_file_seal (file->data, file->len);
  return g_byte_array_free_to_bytes (file);
}

/**
 * galley_linear_weights_to_bytes:
 *
 * Returns: (transfer full): a model file; the same weights give the same bytes on every machine
 */
GBytes *
galley_linear_weights_to_bytes (const GalleyLinearWeights *self)
{
  guint n_pairs = self->n_labels * self->n_labels;
  g_autofree guint32 *buckets = g_new (guint32, ((gsize) 1 << self->bits) + 1);
  g_autofree gint32 *transitions = g_new0 (gint32, n_pairs + 1);
  g_autoptr (GArray) units = NULL;
  float scale = find_scale (self);

  g_return_val_if_fail (self->n_labels <= GALLEY_LINEAR_MAX_LABELS, NULL);
  g_return_val_if_fail (self->bits <= GALLEY_LINEAR_MAX_BITS, NULL);

  units = collect_units (self, scale, buckets);
  for (guint i = 0; self->transitions != NULL && i < n_pairs; i++)
    transitions[i] = (gint32) lrintf (self->transitions[i] / scale);
  return write_sections (&(const Sections){
      .version = self->version,
      .labels = self->labels,
      .n_labels = self->n_labels,
      .bits = self->bits,
      .scale = scale,
      .transitions = transitions,
      .parameters = self->parameters,
      .n_parameters = self->n_parameters,
      .buckets = buckets,
      .units = units,
  });
}

/* Of a model, the feature that comes next in a bucket. */
typedef struct
{
  const GalleyLinearModel *model;
  guint32 next;
  guint32 end;
  guint first_label;
} Cursor;

static gboolean
cursor_ended (const Cursor *self)
{
  return self->next >= self->end;
}

static guint16
unit_at (const Cursor *self, guint32 position)
{
  return GUINT16_FROM_LE (self->model->units[position]);
}

static guint
check_of (const Cursor *self)
{
  return cursor_ended (self) ? G_MAXUINT : unit_at (self, self->next) >> GALLEY_LINEAR_LOW_BITS;
}

/* Adds the weights of the features that share these highest bits. */
static void
take_features (Cursor *self, guint check, gint32 *weights)
{
  while (check_of (self) == check)
    {
      guint32 end = self->next + 1 + (unit_at (self, self->next) & 63);

      for (self->next++; self->next < MIN (end, self->end); self->next++)
        {
          guint16 entry = unit_at (self, self->next);

          weights[self->first_label + (entry & 63)] += (gint16) entry >> GALLEY_LINEAR_LOW_BITS;
        }
    }
}

/* As many rows as the largest weight needs. */
static void
append_rows (GArray *rows, guint check, gint32 *weights)
{
  gboolean more = TRUE;

  while (more)
    {
      GalleyLinearRow row;

      more = FALSE;
      for (guint label = 0; label < GALLEY_LINEAR_DENSE_LABELS; label++)
        {
          row.weights[label] = (gint8) CLAMP (weights[label], -G_MAXINT8, G_MAXINT8);
          weights[label] -= row.weights[label];
          more |= weights[label] != 0;
        }
      row.head = make_unit ((int) check, more ? GALLEY_LINEAR_MORE : 0);
      g_array_append_val (rows, row);
    }
}

static void
join_bucket (Cursor *one, Cursor *two, GArray *rows)
{
  while (!cursor_ended (one) || !cursor_ended (two))
    {
      guint check = MIN (check_of (one), check_of (two));
      gint32 weights[2 * GALLEY_LINEAR_N_SCORES] = { 0 };

      take_features (one, check, weights);
      take_features (two, check, weights);
      append_rows (rows, check, weights);
    }
}

static Cursor
cursor_at (const GalleyLinearModel *model, gsize bucket, guint first_label)
{
  return (Cursor){ model,
                   GUINT32_FROM_LE (model->buckets[bucket]),
                   GUINT32_FROM_LE (model->buckets[bucket + 1]),
                   first_label };
}

static GArray *
join_features (const GalleyLinearModel *one, const GalleyLinearModel *two, guint32 *buckets)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (GalleyLinearRow));

  for (gsize bucket = 0; bucket <= one->mask; bucket++)
    {
      Cursor left = cursor_at (one, bucket, 0);
      Cursor right = cursor_at (two, bucket, one->n_labels);

      buckets[bucket] = rows->len;
      join_bucket (&left, &right, rows);
    }
  buckets[(gsize) one->mask + 1] = rows->len;
  return rows;
}

static void
join_transitions (const GalleyLinearModel *model, guint first, guint n_labels, gint32 *transitions)
{
  for (guint before = 0; before < model->n_labels; before++)
    for (guint after = 0; after < model->n_labels; after++)
      transitions[(first + before) * n_labels + first + after] =
          galley_linear_model_get_transition (model, before, after);
}

/**
 * galley_linear_model_join:
 * @one: a model
 * @two: another, with as many buckets; the version, the parameters and the scale are its own
 *
 * Puts two models that look at the same features into one file: what both say of a feature is then
 * found in one look, in dense rows. The labels of @two come after those of @one, together at most
 * %GALLEY_LINEAR_DENSE_LABELS; each keeps its own unit.
 *
 * Returns: (transfer full): a model file
 */
GBytes *
galley_linear_model_join (const GalleyLinearModel *one, const GalleyLinearModel *two)
{
  guint n_labels = one->n_labels + two->n_labels;
  g_autofree guint32 *buckets = g_new (guint32, (gsize) one->mask + 2);
  g_autofree gint32 *transitions = g_new0 (gint32, n_labels * n_labels);
  g_autofree float *parameters = g_new (float, two->n_parameters + 1);
  const char *labels[GALLEY_LINEAR_MAX_LABELS];
  g_autoptr (GArray) rows = NULL;

  g_return_val_if_fail (one->mask == two->mask, NULL);
  g_return_val_if_fail (one->units != NULL && two->units != NULL, NULL);
  g_return_val_if_fail (n_labels <= GALLEY_LINEAR_DENSE_LABELS, NULL);

  rows = join_features (one, two, buckets);
  join_transitions (one, 0, n_labels, transitions);
  join_transitions (two, one->n_labels, n_labels, transitions);
  for (guint i = 0; i < n_labels; i++)
    labels[i] = i < one->n_labels ? galley_linear_model_get_label (one, i)
                                  : galley_linear_model_get_label (two, i - one->n_labels);
  for (guint i = 0; i < two->n_parameters; i++)
    parameters[i] = galley_linear_model_get_parameter (two, i);
  return write_sections (&(const Sections){
      .version = galley_linear_model_get_version (two),
      .labels = labels,
      .n_labels = n_labels,
      .bits = (guint) g_bit_storage (one->mask),
      .scale = two->scale,
      .transitions = transitions,
      .parameters = parameters,
      .n_parameters = two->n_parameters,
      .buckets = buckets,
      .units = rows,
  });
}
