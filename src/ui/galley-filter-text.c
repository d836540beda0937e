/* galley-filter-text.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-filter-text.h"

#include <glib/gi18n-lib.h>

#include "model/galley-taxonomy.h"
#include "ui/galley-row-line.h"
#include "ui/galley-row-text.h"

#define VALUE_GRAPHEMES 60
/* More values than this are not read in a line. */
#define MAX_FACTS 6

/**
 * galley_filter_text_facet:
 *
 * Returns: (transfer none): what the facet is called
 */
const char *
galley_filter_text_facet (GalleyFacet facet)
{
  switch (facet)
    {
    case GALLEY_FACET_KIND:
      return C_ ("facet", "Kind");
    case GALLEY_FACET_VERDICT:
      return C_ ("facet", "Verdict");
    case GALLEY_FACET_FLAG:
      return C_ ("facet", "Flag");
    case GALLEY_FACET_STRENGTH:
      return C_ ("facet", "How sure");
    case GALLEY_FACET_TYPE:
      return C_ ("facet", "Type");
    case GALLEY_FACET_MANNER:
      return C_ ("facet", "Manner");
    case GALLEY_FACET_SOURCE:
      return C_ ("facet", "Source");
    case GALLEY_FACET_TAG:
      return C_ ("facet", "Tag");
    default:
      g_return_val_if_reached ("");
    }
}

static const char *
find_label (const GalleyTerms *sets, guint n_sets, const char *id)
{
  for (guint i = 0; i < n_sets; i++)
    {
      const GalleyTerm *term = galley_terms_find (sets[i], id);

      if (term != NULL)
        return galley_term_label (term);
    }

  return id;
}

static const char *
find_fixed_label (GalleyFacet facet, const char *value)
{
  static const GalleyTerms types[] = { GALLEY_TERMS_SOURCE,
                                       GALLEY_TERMS_QUOTE,
                                       GALLEY_TERMS_OPINION };
  static const GalleyTerms manners[] = { GALLEY_TERMS_MANNER };
  GalleyKind kind;
  GalleyStatus status;

  if (facet == GALLEY_FACET_KIND && galley_kind_from_id (value, &kind))
    return galley_kind_label (kind, 2);
  if (facet == GALLEY_FACET_VERDICT && galley_status_from_id (value, &status))
    return galley_status_label (status);
  if (facet == GALLEY_FACET_FLAG)
    return _ ("Flagged");
  if (facet == GALLEY_FACET_STRENGTH)
    return g_str_equal (value, "clear") ? _ ("Clear") : _ ("Worth a check");
  if (facet == GALLEY_FACET_TYPE)
    return find_label (types, G_N_ELEMENTS (types), value);
  if (facet == GALLEY_FACET_MANNER)
    return find_label (manners, G_N_ELEMENTS (manners), value);

  return value;
}

/**
 * galley_filter_text_value:
 *
 * Returns: (transfer full): what a value of @facet is called
 */
char *
galley_filter_text_value (GalleyReview *review, GalleyFacet facet, const char *value)
{
  GalleyAnnotation *source;

  if (facet == GALLEY_FACET_TAG)
    return galley_row_line_isolate_short (value, VALUE_GRAPHEMES);
  if (facet != GALLEY_FACET_SOURCE)
    return g_strdup (find_fixed_label (facet, value));
  if (*value == '\0')
    return g_strdup (_ ("No source found"));

  source = galley_review_lookup (review, value);

  return source != NULL ? galley_row_text_source_name (review, source)
                        : g_strdup (_ ("A source that is gone"));
}

static void
add_facet (GPtrArray *facts, GalleyReview *review, const GalleyFilter *filter, GalleyFacet facet)
{
  guint n_values;
  const char *const *values = galley_filter_list_chosen (filter, facet, &n_values);

  for (guint i = 0; i < n_values && facts->len < MAX_FACTS; i++)
    g_ptr_array_add (facts, galley_filter_text_value (review, facet, values[i]));
}

/**
 * galley_filter_text_describe:
 *
 * Returns: (transfer full): what @filter asks for in a line: “Quotes · Not reviewed · “climate””
 */
char *
galley_filter_text_describe (GalleyReview *review, const GalleyFilter *filter)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  const char *words = galley_filter_get_words (filter);

  for (guint i = 0; i < GALLEY_N_FACETS; i++)
    add_facet (facts, review, filter, (GalleyFacet) i);
  if (words != NULL)
    {
      g_autofree char *isolated = galley_row_line_isolate_short (words, VALUE_GRAPHEMES);

      /* translators: words that somebody looks for, quoted */
      g_ptr_array_add (facts, g_strdup_printf (_ ("“%s”"), isolated));
    }
  g_ptr_array_add (facts, NULL);

  return g_strjoinv (GALLEY_ROW_TEXT_SEPARATOR, (char **) facts->pdata);
}

/**
 * galley_filter_text_count:
 *
 * Returns: (transfer full): how many the filter lets pass: “7 of 31 shown”
 */
char *
galley_filter_text_count (const GalleyFilterCounts *counts)
{
  /* translators: of all marks of an article (the second number) how many a filter shows */
  return g_strdup_printf (_ ("%1$u of %2$u shown"), counts->n_shown, counts->n_total);
}
