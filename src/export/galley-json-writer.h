/* galley-json-writer.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-review.h"

G_BEGIN_DECLS

GString *galley_json_write (GalleyReview *review, gboolean without_text);
GString *galley_json_write_line (GalleyReview *review, gboolean without_text);

G_END_DECLS
