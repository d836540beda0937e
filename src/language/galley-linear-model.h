/* galley-linear-model.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define GALLEY_LINEAR_MAX_LABELS 63
#define GALLEY_LINEAR_N_SCORES   64 /* what a label of 6 bits can reach */
#define GALLEY_LINEAR_MAX_BITS   22

/* A unit of a row: a number of 10 bits over one of 6. */
#define GALLEY_LINEAR_LOW_BITS  6
#define GALLEY_LINEAR_HIGH_BITS 10

/**
 * GalleyLinearModel:
 * @rows: (array): where each bucket's units begin; one more than there are buckets
 * @units: of each feature a head and its entries
 * @transitions: (array): of label pairs, [before * n_labels + after], in the unit of the entries
 * @parameters: (array) (nullable): free numbers of the model's user
 * @n_labels: labels, at most %GALLEY_LINEAR_MAX_LABELS
 * @n_parameters: how many @parameters
 * @mask: buckets − 1
 * @scale: one unit of an entry, in the unit that the weights were learnt in
 *
 * A linear model whose features are hash values. A feature is a number of 32 bits: its low bits
 * choose a bucket, its highest 10 tell it from the others there. A feature speaks for and against
 * few labels, so only those are stored; one that was not learnt has nothing to say. The model reads
 * its file in place and holds no text of what it was learnt from.
 *
 * The file, all numbers little-endian:
 * |[
 *    0  8 bytes   "GALLEYLM"
 *    8  u32       byte order, 0x01020304
 *   12  u32       format version, 2
 *   16  u32       length of the file in bytes
 *   20  u32       CRC-32 (ISO 3309) of everything after this field
 *   24  u32       n_labels
 *   28  u32       bits; there are 2^bits buckets
 *   32  u32       n_units
 *   36  u32       n_parameters
 *   40  f32       scale
 *   44  36 bytes  model version, UTF-8, filled with NUL
 *   80  n_labels × 12 bytes       label names, UTF-8, filled with NUL
 *       n_labels² × i32           transitions
 *       n_parameters × f32        parameters
 *       (2^bits + 1) × u32        rows
 *       n_units × u16             units: a head (high: the feature's highest bits, low: how many
 *                                 entries follow), then entries (high: weight, signed; low: label);
 *                                 the heads of a bucket by rising highest bits
 * ]|
 */
typedef struct
{
  const guint32 *rows;
  const guint16 *units;
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
 * @scores: (inout) (array fixed-size=64): of every label; longer than there are labels, so that no
 *   file, however forged, reaches past it
 *
 * Adds what the model says of one feature.
 */
static inline void
galley_linear_model_add (const GalleyLinearModel *self, guint32 feature, gint32 *scores)
{
  guint32 bucket = feature & self->mask;
  guint32 check = feature >> (32 - GALLEY_LINEAR_HIGH_BITS);
  guint32 end = GUINT32_FROM_LE (self->rows[bucket + 1]);
  guint32 i = GUINT32_FROM_LE (self->rows[bucket]);

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
