/* galley-test.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/galley-review.h"

G_BEGIN_DECLS

/* Helpers that test programs share. */
GalleyArticle *galley_test_article (const char *text);
GalleyReview *galley_test_review (const char *text);
GalleyAnnotation *
galley_test_suggest (GalleyReview *review, GalleyKind kind, const char *type, const char *words);
char *galley_test_repeat (const char *what, guint times);
char *galley_test_dir (void);
void galley_test_remove_dir (const char *path);
void galley_test_write_file (const char *folder, const char *name, const char *text);
char *galley_test_shared_file (const char *relative_path);

G_END_DECLS
