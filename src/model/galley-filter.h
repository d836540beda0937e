/* galley-filter.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-review.h"

G_BEGIN_DECLS

/**
 * GalleyFacet:
 *
 * What a filter asks of an annotation. The values of each are strings:
 *
 * - kind: ids of galley_kind_to_id();
 * - type: ids of the types of all kinds, which have no id in common;
 * - source: the id of a source annotation, which stands for itself, what was merged into it and its
 *   quotes; "" for quotes without one;
 * - verdict: ids of galley_status_to_id();
 * - flag: %GALLEY_TAG_FLAG;
 * - strength: "clear" or "check";
 * - manner: ids of %GALLEY_TERMS_MANNER;
 * - tag: a tag, but the flag.
 */
typedef enum
{
  GALLEY_FACET_KIND,
  GALLEY_FACET_VERDICT,
  GALLEY_FACET_FLAG,
  GALLEY_FACET_STRENGTH,
  GALLEY_FACET_TYPE,
  GALLEY_FACET_MANNER,
  GALLEY_FACET_SOURCE,
  GALLEY_FACET_TAG,
} GalleyFacet;
#define GALLEY_N_FACETS 8

/**
 * GalleyFilter:
 *
 * Which annotations of a review are wanted: those that have, of each facet that is asked about, one
 * of the values chosen, and the words. A new one lets everything pass but sources that were merged
 * into another, which pass only where rejected ones are asked for. A value: copied by whoever keeps
 * it.
 */
#define GALLEY_TYPE_FILTER (galley_filter_get_type ())
typedef struct _GalleyFilter GalleyFilter;

GType galley_filter_get_type (void) G_GNUC_CONST;

GalleyFilter *galley_filter_new (void);
GalleyFilter *galley_filter_new_from_variant (GVariant *choices);
GalleyFilter *galley_filter_copy (const GalleyFilter *self);
void galley_filter_free (GalleyFilter *self);
gboolean galley_filter_equal (const GalleyFilter *a, const GalleyFilter *b);

gboolean galley_filter_is_empty (const GalleyFilter *self);
gboolean galley_filter_get (const GalleyFilter *self, GalleyFacet facet, const char *value);
void galley_filter_set (GalleyFilter *self, GalleyFacet facet, const char *value, gboolean on);
const char *const *
galley_filter_list_chosen (const GalleyFilter *self, GalleyFacet facet, guint *n_values);
const char *galley_filter_get_words (const GalleyFilter *self);
void galley_filter_set_words (GalleyFilter *self, const char *words);

gboolean galley_filter_matches (const GalleyFilter *self,
                                GalleyReview *review,
                                GalleyAnnotation *annotation);
GPtrArray *galley_filter_list (const GalleyFilter *self, GalleyReview *review);
gboolean
galley_filter_has_words (GalleyReview *review, GalleyAnnotation *annotation, const char *folded);

gboolean galley_facet_from_id (const char *id, GalleyFacet *facet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyFilter, galley_filter_free)

/* galley-filter-counts.c */

/**
 * GalleyFilterValue:
 * @value: one of a facet
 * @n: how many pass with it, as far as the other facets let them
 * @chosen: whether the filter asks for it
 */
typedef struct
{
  char *value;
  guint n;
  gboolean chosen;
} GalleyFilterValue;

/**
 * GalleyFilterCounts:
 * @n_total: how many annotations there are
 * @n_shown: how many pass
 * @shown: of each kind, how many pass
 * @values: (element-type GalleyFilterValue): of each facet what there is to choose, in the order
 *   people expect; what is chosen is among it even where nothing has it any more
 */
typedef struct
{
  guint n_total;
  guint n_shown;
  guint shown[GALLEY_N_KINDS];
  GPtrArray *values[GALLEY_N_FACETS];
} GalleyFilterCounts;

GalleyFilterCounts *galley_filter_count (const GalleyFilter *self, GalleyReview *review);
void galley_filter_counts_free (GalleyFilterCounts *counts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyFilterCounts, galley_filter_counts_free)

G_END_DECLS
