/* galley-reread-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-reader-rules-private.h"

G_BEGIN_DECLS

/**
 * GalleyReread:
 * @rules: what the rules look at; its marks and what is taken are theirs alone
 * @wanted: for each paragraph, whether it is read
 * @marks: (element-type GalleyMark): the reader's, then those added; a mark without tokens is
 *   dropped
 * @owners: for each token, 1 + the position of the mark that holds it, or 0
 *
 * The state of looking over what a reader marked.
 */
typedef struct
{
  GalleyRules rules;
  const gboolean *wanted;
  GArray *marks;
  guint *owners;
} GalleyReread;

GalleyMark *_galley_reread_get (const GalleyReread *self, guint token);
void _galley_reread_own (GalleyReread *self, GalleyTokenRun run, guint owner);
void _galley_reread_clear (GalleyReread *self, GalleyTokenRun run);
void _galley_reread_add (GalleyReread *self, GalleyMark mark);
gboolean _galley_reread_is_free (const GalleyReread *self, GalleyTokenRun run);

/* galley-reread-missed.c */
void _galley_reread_widen_to_verb (GalleyReread *self, GalleyMark *source);
void _galley_reread_find_missed (GalleyReread *self);

/* galley-reread-signed.c */
void _galley_reread_mend_signed (GalleyReread *self);

G_END_DECLS
