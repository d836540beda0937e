/* galley-cli-annotations.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/galley-review.h"

G_BEGIN_DECLS

gboolean galley_annotations_recognise (const char *file_name);
GalleyReview *galley_annotations_load (const char *path, gboolean *matches, GError **error);

G_END_DECLS
