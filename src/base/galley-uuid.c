/* galley-uuid.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/galley-uuid.h"

#include <string.h>

/* Galley's own namespace for version 5 UUIDs. Never change it: the ids of all suggestions in all
 * files depend on it. */
static const guint8 namespace_uuid[16] = { 0x5b, 0x0e, 0x1d, 0x3c, 0x8f, 0x6a, 0x4c, 0x11,
                                           0x9a, 0x52, 0x67, 0xd0, 0x3e, 0x74, 0xb1, 0x28 };

/**
 * galley_urn_random:
 *
 * Returns: (transfer full): a new `urn:uuid:` of version 4 (RFC 4122), for what a person makes
 */
char *
galley_urn_random (void)
{
  g_autofree char *uuid = g_uuid_string_random ();

  return g_strconcat (GALLEY_URN_UUID, uuid, NULL);
}

/**
 * galley_urn_from_name:
 * @name: what the id is made of
 * @length: the length of @name in bytes
 *
 * Returns: (transfer full): the `urn:uuid:` of version 5 (RFC 4122, SHA-1) of @name in Galley's
 *   namespace: the same name gives the same id on every machine
 */
char *
galley_urn_from_name (const char *name, gsize length)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  g_autoptr (GString) urn = g_string_new (GALLEY_URN_UUID);
  guint8 digest[20];
  gsize digest_length = sizeof digest;

  g_checksum_update (checksum, namespace_uuid, sizeof namespace_uuid);
  g_checksum_update (checksum, (const guchar *) name, (gssize) length);
  g_checksum_get_digest (checksum, digest, &digest_length);
  digest[6] = (digest[6] & 0x0f) | 0x50;
  digest[8] = (digest[8] & 0x3f) | 0x80;

  for (guint i = 0; i < 16; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        g_string_append_c (urn, '-');
      g_string_append_printf (urn, "%02x", digest[i]);
    }

  return g_string_free (g_steal_pointer (&urn), FALSE);
}

/**
 * galley_urn_is_valid:
 * @urn: (nullable): a string from a file
 *
 * Returns: %TRUE if @urn is `urn:uuid:` and a UUID in its usual form
 */
gboolean
galley_urn_is_valid (const char *urn)
{
  return urn != NULL && g_str_has_prefix (urn, GALLEY_URN_UUID)
         && g_uuid_string_is_valid (urn + strlen (GALLEY_URN_UUID));
}
