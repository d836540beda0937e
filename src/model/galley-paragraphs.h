/* galley-paragraphs.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-article.h"

G_BEGIN_DECLS

/**
 * GalleyParagraphs:
 *
 * The paragraphs of an article as people count them, from 1: list items and block quotes are
 * paragraphs, headline and byline are none.
 */
typedef struct _GalleyParagraphs GalleyParagraphs;

GalleyParagraphs *galley_paragraphs_new (GalleyArticle *article);
void galley_paragraphs_free (GalleyParagraphs *self);
guint galley_paragraphs_find (const GalleyParagraphs *self, guint offset);
guint galley_paragraphs_find_first (const GalleyParagraphs *self, GArray *spans);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyParagraphs, galley_paragraphs_free)

G_END_DECLS
