/* galley-weights-file.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Small tables of weights go into the program as C. */
double galley_weights_round (double weight);
GString *galley_weights_file_new (const char *name,
                                  const char *command,
                                  const char *header,
                                  const char *comment);
void galley_weights_file_add (GString *file,
                              const char *declaration,
                              const double *weights,
                              guint n_weights);
char *galley_weights_file_end (GString *file);

G_END_DECLS
