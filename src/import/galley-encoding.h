/* galley-encoding.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What every sequence of bytes can be read in, more or less. */
#define GALLEY_ENCODING_FALLBACK "WINDOWS-1252"

const char *galley_encoding_guess (const char *data, gsize length, gboolean *guessed);
GString *galley_encoding_decode (const char *data,
                                 gsize length,
                                 const char *charset,
                                 gsize limit,
                                 guint *n_replaced,
                                 GError **error);

G_END_DECLS
