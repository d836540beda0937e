/* galley-text-labels.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/galley-text-labels-private.h"

#include <string.h>

GalleyStyle
_galley_kind_style (GalleyKind kind)
{
  static const GalleyStyle styles[GALLEY_N_KINDS] = {
    [GALLEY_KIND_SOURCE] = GALLEY_STYLE_SOURCE,
    [GALLEY_KIND_QUOTE] = GALLEY_STYLE_QUOTE,
    [GALLEY_KIND_OPINION] = GALLEY_STYLE_OPINION,
    [GALLEY_KIND_NOTE] = GALLEY_STYLE_NOTE,
  };

  return styles[kind];
}

/**
 * _galley_labels_init:
 *
 * Numbers the annotations of @review, each kind for itself.
 */
void
_galley_labels_init (GalleyLabels *self, GalleyReview *review)
{
  guint n_annotations = galley_review_get_n_annotations (review);

  memset (self, 0, sizeof *self);
  self->names = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < n_annotations; i++)
    {
      GalleyAnnotation *annotation = galley_review_peek (review, i);
      GalleyKind kind = galley_annotation_get_kind (annotation);

      if (galley_annotation_get_status (annotation) == GALLEY_STATUS_REJECTED)
        self->n_rejected[kind]++;
      else
        g_hash_table_insert (self->names,
                             annotation,
                             g_strdup_printf ("%c%u", "SQON"[kind], ++self->counts[kind]));
    }
}

void
_galley_labels_clear (GalleyLabels *self)
{
  g_clear_pointer (&self->names, g_hash_table_unref);
}

/**
 * _galley_labels_get:
 *
 * Returns: (nullable): its label; %NULL where it was rejected
 */
const char *
_galley_labels_get (const GalleyLabels *self, GalleyAnnotation *annotation)
{
  return g_hash_table_lookup (self->names, annotation);
}
