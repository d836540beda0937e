/* galley-describe.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "session/galley-session.h"

G_BEGIN_DECLS

/* Sentences for the window, translated. No widget here. */
char *galley_describe_file (GFile *file);
char *galley_describe_open_error (const char *name, const GError *error);
char *galley_describe_save_error (const char *name, const GError *error);
char *galley_describe_progress (GalleySession *session);
char *galley_describe_title (GalleySession *session);
char *galley_describe_outlet (GalleySession *session);
const char *galley_describe_charset (const char *charset);
const char *galley_describe_nth_charset (guint position);

G_END_DECLS
