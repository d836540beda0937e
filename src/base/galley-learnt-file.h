/* galley-learnt-file.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define GALLEY_LEARNT_BYTE_ORDER   0x01020304u
#define GALLEY_LEARNT_CHECKED_FROM 24

/**
 * GalleyLearntStart:
 * @magic: what kind of file it is
 * @byte_order: %GALLEY_LEARNT_BYTE_ORDER
 * @format: version of the layout
 * @size: length of the file in bytes
 * @crc: CRC-32 (ISO 3309) of everything after this field
 *
 * How every file of learnt numbers begins; all little-endian.
 */
typedef struct
{
  char magic[8];
  guint32 byte_order;
  guint32 format;
  guint32 size;
  guint32 crc;
} GalleyLearntStart;

G_STATIC_ASSERT (sizeof (GalleyLearntStart) == GALLEY_LEARNT_CHECKED_FROM);

GBytes *galley_learnt_file_check (
    GBytes *bytes, const char *magic, guint32 format, gsize header_size, GError **error);
void galley_learnt_file_seal (gpointer data, gsize size);
gboolean galley_learnt_file_refuse (const char *why, GError **error);
gboolean galley_learnt_file_is_text (const char *text, gsize size);

G_END_DECLS
