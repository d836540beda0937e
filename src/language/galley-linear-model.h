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

/* Of a dense row. */
#define GALLEY_LINEAR_DENSE_LABELS 14
#define GALLEY_LINEAR_MORE         1u

/**
 * GalleyLinearRow:
 * @weights: of every label
 * @head: the feature's highest bits over 6 bits, of which one may be %GALLEY_LINEAR_MORE: the next
 *   row is of the same feature, for a weight that 8 bits cannot hold is the sum of several rows
 */
typedef struct
{
  gint8 weights[GALLEY_LINEAR_DENSE_LABELS];
  guint16 head;
} GalleyLinearRow;

G_STATIC_ASSERT (sizeof (GalleyLinearRow) == 16);

/**
 * GalleyLinearModel:
 * @buckets: (array): where each bucket's units or rows begin; one more than there are buckets
 * @units: (nullable): of each feature a head and its entries
 * @rows: (nullable): instead of @units, of each feature a weight for every label
 * @transitions: (array): of label pairs, [before * n_labels + after], in the unit of the entries
 * @parameters: (array) (nullable): free numbers of the model's user
 * @n_labels: labels, at most %GALLEY_LINEAR_MAX_LABELS
 * @n_parameters: how many @parameters
 * @mask: buckets − 1
 * @scale: one unit of an entry, in the unit that the weights were learnt in
 *
 * A linear model whose features are hash values. A feature is a number of 32 bits: its low bits
 * choose a bucket, its highest 10 tell it from the others there. Where there are many labels, a
 * feature speaks for and against few, so only those are stored, in units; where there are few, all
 * are, in dense rows that are added at once, in half the time. A feature that was not learnt has
 * nothing to say. The model reads its file in place and holds no text of what it was learnt from.
 *
 * The file, all numbers little-endian:
 * |[
 *    0  8 bytes   "GALLEYLM"
 *    8  u32       byte order, 0x01020304
 *   12  u32       format version, 3
 *   16  u32       length of the file in bytes
 *   20  u32       CRC-32 (ISO 3309) of everything after this field
 *   24  u32       n_labels
 *   28  u32       bits; there are 2^bits buckets
 *   32  u32       n_units, or how many rows
 *   36  u32       n_parameters
 *   40  f32       scale
 *   44  u32       bytes of a dense row, 16; 0: units
 *   48  32 bytes  model version, UTF-8, filled with NUL
 *   80  n_labels × 12 bytes       label names, UTF-8, filled with NUL
 *       n_labels² × i32           transitions
 *       n_parameters × f32        parameters
 *       (2^bits + 1) × u32        buckets
 *       n_units × u16             units: a head (high: the feature's highest bits, low: how many
 *                                 entries follow), then entries (high: weight, signed; low: label);
 *                                 the heads of a bucket by rising highest bits
 *       or n_units × 16 bytes     rows: 14 weights, signed, then a head (u16)
 * ]|
 */
typedef struct
{
  const guint32 *buckets;
  const guint16 *units;
  const GalleyLinearRow *rows;
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

static inline gint32
galley_linear_model_get_transition (const GalleyLinearModel *self, guint before, guint after)
{
  return (gint32) GUINT32_FROM_LE ((guint32) self->transitions[before * self->n_labels + after]);
}

void galley_linear_model_add (const GalleyLinearModel *self, guint32 feature, gint32 *scores);
void galley_linear_model_add_all (const GalleyLinearModel *self,
                                  const guint32 *features,
                                  guint n_features,
                                  gint32 *scores);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyLinearModel, galley_linear_model_free)

G_END_DECLS
