/* galley-exporter.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/galley-exporter.h"
#include "export/galley-exporters-private.h"

static const GalleyExporter *const exporters[] = {
  &_galley_text_exporter, &_galley_json_exporter, &_galley_jsonl_exporter,
  &_galley_csv_exporter,  &_galley_brat_exporter,
};

/**
 * galley_exporters_list:
 * @n_exporters: (out) (optional): how many
 *
 * Returns: (array length=n_exporters) (transfer none): every format that can be written
 */
const GalleyExporter *const *
galley_exporters_list (guint *n_exporters)
{
  if (n_exporters != NULL)
    *n_exporters = G_N_ELEMENTS (exporters);

  return exporters;
}

/**
 * galley_exporter_find:
 * @id: (nullable): as on the command line
 *
 * Returns: (transfer none) (nullable): the format, or %NULL where this build has none of that id
 */
const GalleyExporter *
galley_exporter_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (exporters); i++)
    {
      if (g_strcmp0 (exporters[i]->id, id) == 0)
        return exporters[i];
    }

  return NULL;
}
