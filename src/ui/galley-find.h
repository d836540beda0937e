/* galley-find.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-article.h"

G_BEGIN_DECLS

gboolean galley_find (
    GalleyArticle *article, const char *words, guint from, gboolean forward, GalleySpan *found);
GArray *galley_find_all (GalleyArticle *article, const char *words, guint most);

G_END_DECLS
