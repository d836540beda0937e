/* galley-cli-annotations.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "cli/galley-cli-inputs.h"
#include "model/galley-review.h"

G_BEGIN_DECLS

#define GALLEY_LINES_SUFFIX ".jsonl"

gboolean galley_annotations_recognise (const char *file_name);
GalleyReview *galley_annotations_load (const GalleyInput *input, gboolean *matches, GError **error);

G_END_DECLS
