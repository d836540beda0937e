/* galley-cli-output.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "cli/galley-cli-inputs.h"
#include "cli/galley-cli.h"
#include "export/galley-exporter.h"

G_BEGIN_DECLS

/**
 * GalleyOutput:
 *
 * Where documents go: one after the other to standard output, or each to its own file below a
 * folder.
 */
typedef struct
{
  const GalleyExporter *exporter;
  const char *folder; /* borrowed; NULL for standard output */
  gboolean colour;
  guint width;

  guint n_printed;
  gboolean closed;     /* the reader of standard output went away */
  GHashTable *owners;  /* target -> the GalleyInput that it belongs to */
  GHashTable *sources; /* ids of the input files, none of which is ever written to */
} GalleyOutput;

int galley_output_init (GalleyOutput *self,
                        const GalleyCommand *command,
                        const char *format,
                        const char *folder,
                        GPtrArray *inputs);
void galley_output_clear (GalleyOutput *self);

GString *galley_output_render (const GalleyOutput *self, GalleyReview *review, const char *name);
gboolean galley_output_save (const GalleyOutput *self,
                             const GalleyInput *input,
                             const GString *document,
                             GError **error);
gboolean galley_output_print (GalleyOutput *self, const GString *document, GError **error);
gboolean galley_output_begin (GalleyOutput *self, GError **error);

G_END_DECLS
