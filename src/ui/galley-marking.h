/* galley-marking.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-review.h"

G_BEGIN_DECLS

/* What a person marks by selecting text. No widget here. */
GalleyDetails *
galley_marking_new_details (GalleyArticle *article, GalleyKind kind, guint start, guint end);
void galley_marking_guess_source (GalleyReview *review, GalleyDetails *quote);
GalleyDetails *galley_marking_add_part (GalleyArticle *article,
                                        const GalleyDetails *details,
                                        guint start,
                                        guint end);
GalleyDetails *
galley_marking_move (GalleyArticle *article, const GalleyDetails *details, guint start, guint end);

G_END_DECLS
