/* galley-network-file.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GalleyTensorType:
 * @GALLEY_TENSOR_BYTES: a text or other data; one row
 * @GALLEY_TENSOR_FLOAT: numbers of 32 bits
 * @GALLEY_TENSOR_INT8: of each row a scale, a float, and whole numbers of 8 bits to multiply with
 * it
 */
typedef enum
{
  GALLEY_TENSOR_BYTES,
  GALLEY_TENSOR_FLOAT,
  GALLEY_TENSOR_INT8,
} GalleyTensorType;

/**
 * GalleyTensor:
 * @rows: of a matrix; 1 for a vector
 * @columns: numbers in a row
 * @data: where it begins in the file
 *
 * A matrix in place, as its file has it.
 */
typedef struct
{
  GalleyTensorType type;
  guint32 rows;
  guint32 columns;
  const guint8 *data;
} GalleyTensor;

/**
 * GalleyNetworkFile:
 *
 * Named tensors in one file, checked and read in place. Immutable, so that threads may share it.
 *
 * The file, all numbers little-endian:
 * |[
 *    0  8 bytes   "GALLEYNN"
 *    8  u32       byte order, 0x01020304
 *   12  u32       format version, 1
 *   16  u32       length of the file in bytes
 *   20  u32       CRC-32 (ISO 3309) of everything after this field
 *   24  u32       n_tensors
 *   28  36 bytes  version of the network, UTF-8, filled with NUL
 *   64  n_tensors × 64 bytes      directory
 *         48 bytes  name, UTF-8, filled with NUL
 *         u32       type: 0 bytes, 1 floats, 2 int8 rows
 *         u32       rows
 *         u32       columns
 *         u32       offset from the file's start, a multiple of 64
 *       the tensors, each at its offset: rows × columns bytes; rows × columns × f32; or rows × f32
 *       scales, then rows × columns × i8
 * ]|
 */
typedef struct _GalleyNetworkFile GalleyNetworkFile;

GalleyNetworkFile *galley_network_file_new (GBytes *bytes, GError **error);
void galley_network_file_free (GalleyNetworkFile *self);

const char *galley_network_file_get_version (const GalleyNetworkFile *self);
gboolean
galley_network_file_find (const GalleyNetworkFile *self, const char *name, GalleyTensor *tensor);
GBytes *galley_network_file_get_bytes (const GalleyNetworkFile *self, const char *name);

void galley_tensor_add_row (const GalleyTensor *self, guint32 row, float *sums);
void
galley_tensor_copy_rows (const GalleyTensor *self, guint32 first, guint32 n_rows, float *numbers);
void galley_tensor_copy_whole (const GalleyTensor *self, float *numbers, float *scales);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyNetworkFile, galley_network_file_free)

G_END_DECLS
