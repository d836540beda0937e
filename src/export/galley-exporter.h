/* galley-exporter.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/galley-review.h"

G_BEGIN_DECLS

/**
 * GalleyExportOptions:
 * @name: (nullable): the article as the caller names it: path as given, or id
 * @colour: whether terminal colours may be used (text)
 * @width: columns (text); 0 for 80
 * @header: whether the first line is the header (csv)
 * @without_text: leave the article's text out (json, jsonl)
 * @private_notes: write private notes too (json, jsonl); everything else leaves them out always
 */
typedef struct
{
  const char *name;
  gboolean colour;
  guint width;
  gboolean header;
  gboolean without_text;
  gboolean private_notes;
} GalleyExportOptions;

/**
 * GalleyExporter:
 * @id: as on the command line
 * @label: for people, N_()
 * @suffix: of the files it writes, with the dot
 * @joins: whether the documents of several articles may follow each other in one stream
 * @write: returns (transfer full) the whole document, UTF-8
 */
typedef struct
{
  const char *id;
  const char *label;
  const char *suffix;
  gboolean joins;
  GString *(*write) (GalleyReview *review, const GalleyExportOptions *options);
} GalleyExporter;

const GalleyExporter *const *galley_exporters_list (guint *n_exporters);
const GalleyExporter *galley_exporter_find (const char *id);

G_END_DECLS
