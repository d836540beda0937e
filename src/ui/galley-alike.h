/* galley-alike.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-review.h"

G_BEGIN_DECLS

/* The same words in other places of an article: found, and marked at once. */

GArray *galley_alike_find (GalleyReview *review, GalleyKind kind, const GalleySpan *words);
GalleyAnnotation *
galley_alike_mark (GalleyReview *review, GalleyKind kind, GalleyAnnotation *like, GArray *places);

G_END_DECLS
