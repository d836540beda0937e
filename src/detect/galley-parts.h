/* galley-parts.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/galley-text.h"
#include "model/galley-article.h"

G_BEGIN_DECLS

void galley_parts_find (GalleyArticle *article, const GalleyText *text, GalleyMetadata *metadata);
gboolean *galley_parts_get_wanted (GalleyArticle *article,
                                   const GalleyText *text,
                                   const GalleyMetadata *metadata);
void galley_parts_clip_marks (GalleyArticle *article,
                              const GalleyText *text,
                              const GalleyMetadata *metadata,
                              GArray *marks);

G_END_DECLS
