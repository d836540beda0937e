/* galley-filter-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-filter.h"

G_BEGIN_DECLS

/* Called with each value that an annotation has of a facet. */
typedef void (*GalleyFacetFunc) (const char *value, gpointer user_data);

void _galley_facet_foreach (GalleyFacet facet,
                            GalleyReview *review,
                            GalleyAnnotation *annotation,
                            GalleyFacetFunc func,
                            gpointer user_data);
gboolean _galley_filter_passes_facet (const GalleyFilter *self,
                                      GalleyFacet facet,
                                      GalleyReview *review,
                                      GalleyAnnotation *annotation);
gboolean _galley_filter_passes_words (const GalleyFilter *self,
                                      GalleyReview *review,
                                      GalleyAnnotation *annotation);

G_END_DECLS
