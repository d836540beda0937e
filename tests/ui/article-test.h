/* article-test.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/galley-article-view.h"

G_BEGIN_DECLS

/* What tests look at in an article's view. */
GtkTextView *article_test_get_text_view (GalleyArticleView *view);
GtkTextBuffer *article_test_get_buffer (GalleyArticleView *view);
guint article_test_count_marks (GalleyArticleView *view);

G_END_DECLS
