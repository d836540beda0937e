/* window-test.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void window_test_init (int *argc, char ***argv);
GtkWidget *window_test_present (GtkWidget *child, int width, int height);
void window_test_destroy (gpointer window);

G_END_DECLS
