/* galley-cli-pool.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyPool:
 *
 * Works on items in several threads and hands the results on in the order in which the items came.
 * So few are under way at once that memory stays flat however many there are.
 */
typedef struct _GalleyPool GalleyPool;

/* Called in any thread, several at once. */
typedef void (*GalleyPoolWork) (gpointer item, gpointer user_data);
/* Called in the order of the items, one at a time. @item is the callee's. Returns FALSE to stop. */
typedef gboolean (*GalleyPoolEmit) (gpointer item, gpointer user_data);

GalleyPool *
galley_pool_new (guint n_jobs, GalleyPoolWork work, GalleyPoolEmit emit, gpointer user_data);
gboolean galley_pool_push (GalleyPool *self, gpointer item);
void galley_pool_finish (GalleyPool *self);

G_END_DECLS
