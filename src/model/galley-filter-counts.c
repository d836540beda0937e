/* galley-filter-counts.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-filter-private.h"

#include <string.h>

#include "base/galley-hash.h"
#include "model/galley-taxonomy.h"

#define WORDS (1u << GALLEY_N_FACETS)

typedef struct
{
  GPtrArray *values;
  GHashTable *by_value; /* borrowed value -> borrowed GalleyFilterValue */
  gboolean counts;      /* whether the annotation in hand passes, as far as this facet may say */
} Tally;

static void
value_free (gpointer data)
{
  GalleyFilterValue *value = data;

  g_free (value->value);
  g_free (value);
}

static GalleyFilterValue *
need_value (Tally *tally, const char *value)
{
  GalleyFilterValue *found = g_hash_table_lookup (tally->by_value, value);

  if (found != NULL)
    return found;

  found = g_new0 (GalleyFilterValue, 1);
  found->value = g_strdup (value);
  g_ptr_array_add (tally->values, found);
  g_hash_table_insert (tally->by_value, found->value, found);

  return found;
}

static void
tally_cb (const char *value, gpointer user_data)
{
  Tally *tally = user_data;
  GalleyFilterValue *found = need_value (tally, value);

  if (tally->counts)
    found->n++;
}

/* A bit for each facet, and one for the words, that keeps @annotation from passing. */
static guint
find_hindrances (const GalleyFilter *self, GalleyReview *review, GalleyAnnotation *annotation)
{
  guint hindrances = 0;

  for (guint i = 0; i < GALLEY_N_FACETS; i++)
    {
      if (!_galley_filter_passes_facet (self, (GalleyFacet) i, review, annotation))
        hindrances |= 1u << i;
    }
  /* Two of them, and no facet counts it: then the words, which cost most, need not be looked for.
   */
  if ((hindrances & (hindrances - 1)) == 0
      && !_galley_filter_passes_words (self, review, annotation))
    hindrances |= WORDS;

  return hindrances;
}

static void
count_annotation (const GalleyFilter *self,
                  GalleyReview *review,
                  GalleyAnnotation *annotation,
                  GalleyFilterCounts *counts,
                  Tally *tallies)
{
  guint hindrances = find_hindrances (self, review, annotation);

  counts->n_total++;
  if (hindrances == 0)
    {
      counts->n_shown++;
      counts->shown[galley_annotation_get_kind (annotation)]++;
    }
  for (guint i = 0; i < GALLEY_N_FACETS; i++)
    {
      tallies[i].counts = (hindrances & ~(1u << i)) == 0;
      _galley_facet_foreach ((GalleyFacet) i, review, annotation, tally_cb, &tallies[i]);
    }
}

static void
add_chosen (const GalleyFilter *self, GalleyFacet facet, Tally *tally)
{
  guint n_chosen;
  const char *const *chosen = galley_filter_list_chosen (self, facet, &n_chosen);

  for (guint i = 0; i < n_chosen; i++)
    need_value (tally, chosen[i])->chosen = TRUE;
}

static guint
rank_term (GalleyTerms terms, const char *id)
{
  guint n_terms, i;
  const GalleyTerm *list = galley_terms_list (terms, &n_terms);

  for (i = 0; i < n_terms && !g_str_equal (list[i].id, id); i++)
    continue;

  return i;
}

/* Types of all kinds, one kind after the other. */
static guint
rank_type (const char *id)
{
  static const GalleyTerms sets[] = { GALLEY_TERMS_SOURCE,
                                      GALLEY_TERMS_QUOTE,
                                      GALLEY_TERMS_OPINION };
  guint rank = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      guint n_terms;

      galley_terms_list (sets[i], &n_terms);
      if (galley_terms_find (sets[i], id) != NULL)
        return rank + rank_term (sets[i], id);
      rank += n_terms;
    }

  return rank;
}

static guint
rank (GalleyFacet facet, const char *id)
{
  GalleyKind kind;
  GalleyStatus status;

  switch (facet)
    {
    case GALLEY_FACET_KIND:
      return galley_kind_from_id (id, &kind) ? kind : GALLEY_N_KINDS;
    case GALLEY_FACET_VERDICT:
      return galley_status_from_id (id, &status) ? status : GALLEY_STATUS_REJECTED + 1;
    case GALLEY_FACET_TYPE:
      return rank_type (id);
    case GALLEY_FACET_MANNER:
      return rank_term (GALLEY_TERMS_MANNER, id);
    case GALLEY_FACET_STRENGTH:
      return g_str_equal (id, "clear") ? 0 : 1;
    /* In the order of the text; what has no source comes last, as in the list. */
    case GALLEY_FACET_SOURCE:
      return *id == '\0' ? 1 : 0;
    case GALLEY_FACET_FLAG:
    case GALLEY_FACET_TAG:
    default:
      return 0;
    }
}

static int
compare_values (gconstpointer a, gconstpointer b, gpointer data)
{
  const GalleyFilterValue *first = *(GalleyFilterValue *const *) a;
  const GalleyFilterValue *second = *(GalleyFilterValue *const *) b;
  GalleyFacet facet = GPOINTER_TO_UINT (data);
  guint rank_first = rank (facet, first->value), rank_second = rank (facet, second->value);

  if (rank_first != rank_second)
    return rank_first < rank_second ? -1 : 1;

  return facet == GALLEY_FACET_SOURCE ? 0 : strcmp (first->value, second->value);
}

/**
 * galley_filter_count:
 *
 * Counts what passes, and for each value of each facet how many would if it were asked for. Looks
 * at each annotation once.
 *
 * Returns: (transfer full)
 */
GalleyFilterCounts *
galley_filter_count (const GalleyFilter *self, GalleyReview *review)
{
  GalleyFilterCounts *counts = g_new0 (GalleyFilterCounts, 1);
  guint n_annotations = galley_review_get_n_annotations (review);
  Tally tallies[GALLEY_N_FACETS];

  for (guint i = 0; i < GALLEY_N_FACETS; i++)
    {
      tallies[i].values = counts->values[i] = g_ptr_array_new_with_free_func (value_free);
      tallies[i].by_value = g_hash_table_new (galley_str_hash, g_str_equal);
    }
  for (guint i = 0; i < n_annotations; i++)
    count_annotation (self, review, galley_review_peek (review, i), counts, tallies);
  for (guint i = 0; i < GALLEY_N_FACETS; i++)
    {
      add_chosen (self, (GalleyFacet) i, &tallies[i]);
      g_hash_table_unref (tallies[i].by_value);
      g_ptr_array_sort_with_data (counts->values[i], compare_values, GUINT_TO_POINTER (i));
    }

  return counts;
}

void
galley_filter_counts_free (GalleyFilterCounts *counts)
{
  for (guint i = 0; i < GALLEY_N_FACETS; i++)
    g_ptr_array_unref (counts->values[i]);
  g_free (counts);
}
