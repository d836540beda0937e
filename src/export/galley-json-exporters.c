/* galley-json-exporters.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "export/galley-exporters-private.h"
#include "export/galley-json-writer.h"

static GString *
json_write (GalleyReview *review, const GalleyExportOptions *options)
{
  return galley_json_write (review, options->without_text);
}

static GString *
jsonl_write (GalleyReview *review, const GalleyExportOptions *options)
{
  return galley_json_write_line (review, options->without_text);
}

const GalleyExporter _galley_json_exporter = {
  .id = "json",
  .label = N_ ("Annotation file"),
  .suffix = ".galley.json",
  .joins = FALSE,
  .write = json_write,
};

const GalleyExporter _galley_jsonl_exporter = {
  .id = "jsonl",
  .label = N_ ("Annotation files, one a line (JSON Lines)"),
  .suffix = ".jsonl",
  .joins = TRUE,
  .write = jsonl_write,
};
