/* galley-text-lists-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/galley-text-labels-private.h"
#include "model/galley-taxonomy.h"

G_BEGIN_DECLS

/**
 * GalleyTextWriter:
 *
 * One text for people in the making.
 */
typedef struct
{
  GalleyTerminal terminal;
  GalleyReview *review;
  GalleyArticle *article;
  GalleyLabels labels;
  GHashTable *quotes; /* source -> GPtrArray of its quotes; NULL -> those without a known one */
  gboolean touched;   /* whether anybody has reviewed anything */
} GalleyTextWriter;

const char *_galley_text_term_label (GalleyTerms terms, const char *id);
void _galley_text_append_fact (GString *facts, const char *fact);
char *_galley_text_describe_count (GalleyTextWriter *self, GalleyKind kind);
void _galley_text_write_lists (GalleyTextWriter *self);

G_END_DECLS
