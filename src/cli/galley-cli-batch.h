/* galley-cli-batch.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "cli/galley-cli-output.h"

G_BEGIN_DECLS

/* Brings the review of one input. Called in any thread. A @note is said on stderr. */
typedef GalleyReview *(*GalleyBatchLoad) (const GalleyInput *input,
                                          gconstpointer user_data,
                                          char **note,
                                          GError **error);

int galley_batch_run (const GalleyInputs *inputs,
                      GalleyOutput *output,
                      guint n_jobs,
                      GalleyBatchLoad load,
                      gconstpointer user_data);

G_END_DECLS
