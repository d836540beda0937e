/* galley-exporters-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/galley-exporter.h"

G_BEGIN_DECLS

/* One file a format; galley-exporter.c lists them. */
extern const GalleyExporter _galley_text_exporter;
extern const GalleyExporter _galley_json_exporter;
extern const GalleyExporter _galley_jsonl_exporter;
extern const GalleyExporter _galley_csv_exporter;
extern const GalleyExporter _galley_brat_exporter;

G_END_DECLS
