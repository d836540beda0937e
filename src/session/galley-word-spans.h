/* galley-word-spans.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-article.h"

G_BEGIN_DECLS

GArray *galley_word_spans_find (GalleyArticle *article, guint start, guint end);
GArray *
galley_word_spans_find_edges (GalleyArticle *article, guint start, guint end, gboolean starts);

G_END_DECLS
