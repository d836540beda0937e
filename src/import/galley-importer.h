/* galley-importer.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/galley-article.h"
#include "model/galley-review.h"

G_BEGIN_DECLS

/**
 * GalleyImportInfo:
 * @charset: (interned): the encoding the bytes were read in ("UTF-8", "WINDOWS-1252", …)
 * @guessed: whether that was a guess that a person should see
 * @n_replaced: how many undecodable places became U+FFFD
 */
typedef struct
{
  const char *charset;
  gboolean guessed;
  guint n_replaced;
} GalleyImportInfo;

GalleyArticle *
galley_import_text (GBytes *bytes, const char *charset, GalleyImportInfo *info, GError **error);
gboolean galley_import_recognises (const char *file_name);

/* Annotation files: galley-json-reader.c */
GalleyReview *galley_json_read (GBytes *bytes, gboolean *text_matches, GError **error);
gboolean galley_json_sniff (GBytes *bytes);

G_END_DECLS
