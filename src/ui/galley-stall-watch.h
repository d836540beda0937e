/* galley-stall-watch.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a person feels as a hitch. */
#define GALLEY_STALL_MS 100

/* @busy: milliseconds in which no event was taken. */
typedef void (*GalleyStallFunc) (guint busy, gpointer user_data);

void galley_stall_watch_start (GMainContext *context, GalleyStallFunc func, gpointer user_data);
void galley_stall_watch_stop (GMainContext *context);

G_END_DECLS
