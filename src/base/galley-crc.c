/* galley-crc.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/galley-crc.h"

#include <string.h>

#define SLICES 16

static guint32 tables[SLICES][256];

static void
fill_tables (void)
{
  for (guint32 i = 0; i < 256; i++)
    {
      guint32 crc = i;

      for (int bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320u : 0);
      tables[0][i] = crc;
    }
  for (guint32 i = 0; i < 256; i++)
    for (guint slice = 1; slice < SLICES; slice++)
      tables[slice][i] = (tables[slice - 1][i] >> 8) ^ tables[0][tables[slice - 1][i] & 0xff];
}

static inline guint32
read_u32 (const guint8 *data)
{
  guint32 value;

  memcpy (&value, data, sizeof value);
  return GUINT32_FROM_LE (value);
}

/* What four bytes come to when @slice + 4 bytes follow the first of them. */
static inline guint32
fold (guint32 word, guint slice)
{
  return tables[slice + 3][word & 0xff] ^ tables[slice + 2][(word >> 8) & 0xff]
         ^ tables[slice + 1][(word >> 16) & 0xff] ^ tables[slice][word >> 24];
}

/**
 * galley_crc32:
 * @data: (array length=length): some bytes
 * @length: how many
 *
 * The checksum of ISO 3309 (as in PNG and gzip), by tables, sixteen bytes a step (Kounavis and
 * Berry 2008): learnt files are checked at every start, so the check has to cost next to nothing.
 *
 * Returns: the checksum
 */
guint32
galley_crc32 (const guint8 *data, gsize length)
{
  static gsize ready = 0;
  guint32 crc = 0xffffffffu;

  if (g_once_init_enter (&ready))
    {
      fill_tables ();
      g_once_init_leave (&ready, 1);
    }
  for (; length >= 16; data += 16, length -= 16)
    crc = fold (crc ^ read_u32 (data), 12) ^ fold (read_u32 (data + 4), 8)
          ^ fold (read_u32 (data + 8), 4) ^ fold (read_u32 (data + 12), 0);
  for (; length > 0; data++, length--)
    crc = (crc >> 8) ^ tables[0][(crc ^ *data) & 0xff];
  return ~crc;
}
