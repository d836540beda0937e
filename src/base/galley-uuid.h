/* galley-uuid.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GALLEY_URN_UUID "urn:uuid:"

char *galley_urn_random (void);
char *galley_urn_from_name (const char *name, gsize length);
gboolean galley_urn_is_valid (const char *urn);

G_END_DECLS
