/* galley-change-text.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-review.h"

G_BEGIN_DECLS

char *galley_change_text_reason (GalleyReview *review, GalleyAnnotation *annotation);

G_END_DECLS
