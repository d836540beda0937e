/* test-crc.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "base/galley-crc.h"

/* The value that ISO 3309 gives for these nine digits. */
static void
test_known (void)
{
  g_assert_cmphex (galley_crc32 ((const guint8 *) "123456789", 9), ==, 0xcbf43926);
  g_assert_cmphex (galley_crc32 ((const guint8 *) "", 0), ==, 0);
}

static guint32
crc_by_bits (const guint8 *data, gsize length)
{
  guint32 crc = 0xffffffffu;

  for (gsize bit = 0; bit < 8 * length; bit++)
    {
      guint32 low = (crc ^ data[bit / 8] >> bit % 8) & 1;

      crc = (crc >> 1) ^ (low != 0 ? 0xedb88320u : 0);
    }
  return ~crc;
}

/* Every length around the steps, from every alignment. */
static void
test_lengths (void)
{
  guint8 data[128];

  for (guint i = 0; i < sizeof data; i++)
    data[i] = (guint8) (37 * i + 11);
  for (gsize start = 0; start < 16; start++)
    for (gsize length = 0; start + length <= sizeof data; length++)
      g_assert_cmphex (galley_crc32 (data + start, length), ==, crc_by_bits (data + start, length));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/crc/known", test_known);
  g_test_add_func ("/crc/lengths", test_lengths);
  return g_test_run ();
}
