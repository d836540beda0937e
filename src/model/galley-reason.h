/* galley-reason.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GALLEY_REASON_MAX_ARGS 3

/**
 * GalleyReason:
 * @id: (interned) (nullable): which sentence of the table in galley-reason.c; %NULL where the
 *   reason came from elsewhere as plain text
 * @args: (array zero-terminated=1): what stands for {1}, {2}, {3}; words of the article, never
 *   translated. Without @id: the sentence itself
 *
 * Why something is suggested, in one sentence. Kept as a template and its words, so that files hold
 * English and every reader sees their own language.
 */
typedef struct
{
  const char *id;
  char **args;
} GalleyReason;

GalleyReason *galley_reason_new (const char *id, ...) G_GNUC_NULL_TERMINATED;
GalleyReason *galley_reason_new_from_args (const char *id, const char *const *args);
GalleyReason *galley_reason_new_plain (const char *sentence);
GalleyReason *galley_reason_copy (const GalleyReason *self);
void galley_reason_free (GalleyReason *self);
const char *galley_reason_get_id (guint position);
gboolean galley_reason_is_known (const char *id);
char *galley_reason_to_english (const GalleyReason *self);
char *galley_reason_to_text (const GalleyReason *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyReason, galley_reason_free)

G_END_DECLS
