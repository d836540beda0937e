/* galley-digest.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean galley_digest_is_valid (const char *sha256);
char *galley_digest_to_uri (const char *sha256);

G_END_DECLS
