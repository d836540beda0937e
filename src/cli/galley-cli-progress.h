/* galley-cli-progress.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One bar a program, on stderr; all of these do nothing unless it was begun on a terminal. */
void galley_progress_begin (guint total, gboolean stdout_is_free);
void galley_progress_step (void);
void galley_progress_hide (void);
void galley_progress_show (void);
void galley_progress_end (void);

G_END_DECLS
