/* galley-feature-index.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train/galley-feature-index.h"

#define FIRST_N_KEYS (1u << 20)

GalleyFeatureIndex *
galley_feature_index_new (void)
{
  GalleyFeatureIndex *self = g_new0 (GalleyFeatureIndex, 1);

  self->n_keys = FIRST_N_KEYS;
  self->keys = g_new0 (guint32, self->n_keys);
  self->rows = g_new0 (guint32, self->n_keys);
  self->features = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
galley_feature_index_free (GalleyFeatureIndex *self)
{
  if (self == NULL)
    return;
  g_free (self->keys);
  g_free (self->rows);
  g_array_unref (self->features);
  g_free (self);
}

static guint32
find_place (const GalleyFeatureIndex *self, guint32 key)
{
  guint32 place = key & (self->n_keys - 1);

  while (self->keys[place] != 0 && self->keys[place] != key)
    place = (place + 1) & (self->n_keys - 1);
  return place;
}

static void
put_key (GalleyFeatureIndex *self, guint32 key, guint32 row)
{
  guint32 place = find_place (self, key);

  self->keys[place] = key;
  self->rows[place] = row;
}

static void
grow (GalleyFeatureIndex *self)
{
  self->n_keys *= 2;
  g_free (self->keys);
  g_free (self->rows);
  self->keys = g_new0 (guint32, self->n_keys);
  self->rows = g_new0 (guint32, self->n_keys);
  for (guint row = 0; row < self->features->len; row++)
    put_key (self, g_array_index (self->features, guint32, row), row);
}

/**
 * galley_feature_index_find:
 *
 * Returns: the feature's number, or %GALLEY_FEATURE_INDEX_NONE
 */
guint32
galley_feature_index_find (const GalleyFeatureIndex *self, guint32 feature)
{
  guint32 place = find_place (self, galley_feature_index_key (feature));

  return self->keys[place] != 0 ? self->rows[place] : GALLEY_FEATURE_INDEX_NONE;
}

/**
 * galley_feature_index_ensure:
 *
 * Returns: the feature's number, a new one where it has none yet
 */
guint32
galley_feature_index_ensure (GalleyFeatureIndex *self, guint32 feature)
{
  guint32 key = galley_feature_index_key (feature);
  guint32 place = find_place (self, key);
  guint32 row = self->features->len;

  if (self->keys[place] == key)
    return self->rows[place];
  if (2 * row >= self->n_keys)
    grow (self);
  put_key (self, key, row);
  g_array_append_val (self->features, key);
  return row;
}
