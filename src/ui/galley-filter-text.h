/* galley-filter-text.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-filter.h"

G_BEGIN_DECLS

/* A filter in words. No widget here; words of the article are isolated as in galley-row-text.h. */
const char *galley_filter_text_facet (GalleyFacet facet);
char *galley_filter_text_value (GalleyReview *review, GalleyFacet facet, const char *value);
char *galley_filter_text_describe (GalleyReview *review, const GalleyFilter *filter);
char *galley_filter_text_count (const GalleyFilterCounts *counts);

G_END_DECLS
