/* galley-sentence-spans.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-article.h"

G_BEGIN_DECLS

GArray *galley_sentence_spans_find (GalleyArticle *article, guint start, guint end);

G_END_DECLS
