/* galley-linear-model.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define GALLEY_LINEAR_MAX_LABELS 64
#define GALLEY_LINEAR_MAX_BITS   22

/**
 * GalleyLinearModel:
 * @rows: (array): where each bucket's entries begin; one more than there are buckets
 * @entries: label in the low 6 bits, weight in the high 10, signed
 * @transitions: (array): of label pairs, [before * n_labels + after], in the unit of the entries
 * @parameters: (array) (nullable): free numbers of the model's user
 * @n_labels: labels, at most %GALLEY_LINEAR_MAX_LABELS
 * @n_parameters: how many @parameters
 * @mask: buckets − 1
 * @scale: one unit of an entry, in the unit that the weights were learnt in
 *
 * A linear model whose features are hash values: a feature is a number, its low bits choose a
 * bucket, the bucket lists the labels it speaks for and against. Most buckets speak of few labels,
 * so only those are stored. The model reads its file in place and holds no text of what it was
 * learnt from.
 *
 * The file, all numbers little-endian:
 * |[
 *    0  8 bytes   "GALLEYLM"
 *    8  u32       byte order, 0x01020304
 *   12  u32       format version, 1
 *   16  u32       length of the file in bytes
 *   20  u32       CRC-32 (ISO 3309) of everything after this field
 *   24  u32       n_labels
 *   28  u32       bits; there are 2^bits buckets
 *   32  u32       n_entries
 *   36  u32       n_parameters
 *   40  f32       scale
 *   44  36 bytes  model version, UTF-8, filled with NUL
 *   80  n_labels × 12 bytes       label names, UTF-8, filled with NUL
 *       n_labels² × i32           transitions
 *       n_parameters × f32        parameters
 *       (2^bits + 1) × u32        rows
 *       n_entries × u16           entries
 * ]|
 */
typedef struct
{
  const guint32 *rows;
  const guint16 *entries;
  const gint32 *transitions;
  const guint32 *parameters;
  guint n_labels;
  guint n_parameters;
  guint32 mask;
  float scale;
  /*< private >*/
  GBytes *bytes;
  const char *names;
} GalleyLinearModel;

GalleyLinearModel *galley_linear_model_new (GBytes *bytes, GError **error);
GalleyLinearModel *
galley_linear_model_new_from_resource (GResource *resource, const char *path, GError **error);
void galley_linear_model_free (GalleyLinearModel *self);

const char *galley_linear_model_get_version (const GalleyLinearModel *self);
const char *galley_linear_model_get_label (const GalleyLinearModel *self, guint label);
int galley_linear_model_find_label (const GalleyLinearModel *self, const char *name);
float galley_linear_model_get_parameter (const GalleyLinearModel *self, guint parameter);

/**
 * galley_linear_model_add:
 * @feature: a hash value
 * @scores: (array fixed-size=64): of every label; may be longer than there are labels
 *
 * Adds what the model says of one feature.
 */
static inline void
galley_linear_model_add (const GalleyLinearModel *self, guint32 feature, gint32 *scores)
{
  guint32 bucket = feature & self->mask;
  guint32 end = GUINT32_FROM_LE (self->rows[bucket + 1]);

  for (guint32 i = GUINT32_FROM_LE (self->rows[bucket]); i < end; i++)
    {
      guint16 entry = GUINT16_FROM_LE (self->entries[i]);

      scores[entry & 63] += (gint16) entry >> 6;
    }
}

static inline gint32
galley_linear_model_get_transition (const GalleyLinearModel *self, guint before, guint after)
{
  return (gint32) GUINT32_FROM_LE ((guint32) self->transitions[before * self->n_labels + after]);
}

void galley_linear_model_add_all (const GalleyLinearModel *self,
                                  const guint32 *features,
                                  guint n_features,
                                  gint32 *scores);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyLinearModel, galley_linear_model_free)

G_END_DECLS
