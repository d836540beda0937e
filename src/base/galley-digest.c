/* galley-digest.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/galley-digest.h"

#include <string.h>

#define N_BYTES 32

/**
 * galley_digest_is_valid:
 * @sha256: a string from a file
 *
 * Returns: %TRUE if it is 64 hexadecimal digits in lower case
 */
gboolean
galley_digest_is_valid (const char *sha256)
{
  return strlen (sha256) == 2 * N_BYTES && strspn (sha256, "0123456789abcdef") == 2 * N_BYTES;
}

/**
 * galley_digest_to_uri:
 * @sha256: 64 hexadecimal digits
 *
 * Returns: (transfer full): the `ni:` URI of that digest (RFC 6920): a name of a text that holds
 *   wherever a copy of it lies
 */
char *
galley_digest_to_uri (const char *sha256)
{
  guchar digest[N_BYTES];
  g_autofree char *base64 = NULL;

  for (guint i = 0; i < N_BYTES; i++)
    digest[i] = (guchar) (g_ascii_xdigit_value (sha256[2 * i]) << 4
                          | g_ascii_xdigit_value (sha256[2 * i + 1]));

  base64 = g_base64_encode (digest, N_BYTES);
  g_strdelimit (base64, "+", '-');
  g_strdelimit (base64, "/", '_');
  g_strdelimit (base64, "=", '\0');

  return g_strconcat ("ni:///sha-256;", base64, NULL);
}
