/* galley-hash.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/galley-hash.h"

/* 2^31 - 1 */
#define PRIME G_GUINT64_CONSTANT (0x7fffffff)

/**
 * galley_str_hash:
 * @key: a string
 *
 * For tables whose keys come from strangers: strings that g_str_hash() puts into one slot are easy
 * to make, and a table full of them takes minutes. Here the strings are numbers to a base that is
 * drawn anew in every run.
 *
 * Returns: a hash that differs from run to run; pair with g_str_equal()
 */
guint
galley_str_hash (gconstpointer key)
{
  static gsize base = 0;
  guint64 hash = 0;

  if (g_once_init_enter (&base))
    g_once_init_leave (&base, (gsize) g_random_int_range (1 << 16, G_MAXINT32));

  for (const guchar *p = key; *p != '\0'; p++)
    hash = (hash * base + *p) % PRIME;

  return (guint) hash;
}
