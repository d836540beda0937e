/* test-digest.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/galley-digest.h"
#include "base/galley-hash.h"
#include "lib/galley-test.h"

/* The example of RFC 6920, section 8.1. */
static void
test_uri (void)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "Hello World!", -1);
  g_autofree char *uri = galley_digest_to_uri (digest);

  g_assert_cmpstr (uri, ==, "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk");
}

static void
test_valid (void)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "", 0);
  g_autofree char *upper = g_ascii_strup (digest, -1);

  g_assert_true (galley_digest_is_valid (digest));
  g_assert_false (galley_digest_is_valid (upper));
  g_assert_false (galley_digest_is_valid (digest + 1));
  g_assert_false (galley_digest_is_valid (""));
}

static void
test_hash (void)
{
  g_autoptr (GHashTable) hashes = g_hash_table_new (NULL, NULL);

  /* g_str_hash() gives all of these the same. */
  for (guint i = 0; i < 4096; i++)
    {
      g_autoptr (GString) key = g_string_new (NULL);

      for (guint bit = 0; bit < 12; bit++)
        g_string_append (key, i & 1u << bit ? "aB" : "b!");
      g_assert_cmpuint (galley_str_hash (key->str), ==, galley_str_hash (key->str));
      g_hash_table_add (hashes, GUINT_TO_POINTER (galley_str_hash (key->str)));
    }
  g_assert_cmpuint (g_hash_table_size (hashes), >, 4000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/digest/uri", test_uri);
  g_test_add_func ("/base/digest/valid", test_valid);
  g_test_add_func ("/base/hash/strangers", test_hash);

  return g_test_run ();
}
