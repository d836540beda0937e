/* galley-filter.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-filter-private.h"

#include <string.h>

#include "base/galley-str.h"

/* What is searched of an annotation, however long it is and however many its spans. */
#define MAX_SPANS      32
#define MAX_CHARS_READ 4000

struct _GalleyFilter
{
  GPtrArray *values[GALLEY_N_FACETS]; /* of char *, sorted, so that equal filters are alike */
  char *words;                        /* as typed, without space around; NULL for none */
  char *folded;                       /* the same in lower case */
};

G_DEFINE_BOXED_TYPE (GalleyFilter, galley_filter, galley_filter_copy, galley_filter_free)

static const char *const facet_ids[GALLEY_N_FACETS] = { "kind", "verdict", "flag",   "strength",
                                                        "type", "manner",  "source", "tag" };

/**
 * galley_filter_new:
 *
 * Returns: (transfer full): a filter that lets everything pass
 */
GalleyFilter *
galley_filter_new (void)
{
  GalleyFilter *self = g_new0 (GalleyFilter, 1);

  for (guint i = 0; i < GALLEY_N_FACETS; i++)
    self->values[i] = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * galley_filter_new_from_variant:
 * @choices: of type `a(ss)`: pairs of a facet's id, or "words", and a value
 *
 * The form in which an action takes a filter: `win.filter([('type','direct'),('type','mixed')])`.
 * A facet that is not known is passed over.
 *
 * Returns: (transfer full)
 */
GalleyFilter *
galley_filter_new_from_variant (GVariant *choices)
{
  GalleyFilter *self = galley_filter_new ();
  GVariantIter iter;
  const char *id, *value;

  g_return_val_if_fail (g_variant_is_of_type (choices, G_VARIANT_TYPE ("a(ss)")), self);

  g_variant_iter_init (&iter, choices);
  while (g_variant_iter_next (&iter, "(&s&s)", &id, &value))
    {
      GalleyFacet facet;

      if (g_str_equal (id, "words"))
        galley_filter_set_words (self, value);
      else if (galley_facet_from_id (id, &facet))
        galley_filter_set (self, facet, value, TRUE);
    }

  return self;
}

GalleyFilter *
galley_filter_copy (const GalleyFilter *self)
{
  GalleyFilter *copy = galley_filter_new ();

  for (guint i = 0; i < GALLEY_N_FACETS; i++)
    {
      for (guint j = 0; j < self->values[i]->len; j++)
        g_ptr_array_add (copy->values[i], g_strdup (self->values[i]->pdata[j]));
    }
  galley_filter_set_words (copy, self->words);

  return copy;
}

void
galley_filter_free (GalleyFilter *self)
{
  for (guint i = 0; i < GALLEY_N_FACETS; i++)
    g_ptr_array_unref (self->values[i]);
  g_free (self->words);
  g_free (self->folded);
  g_free (self);
}

static gboolean
values_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      if (strcmp (a->pdata[i], b->pdata[i]) != 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * galley_filter_equal:
 *
 * Returns: %TRUE if both ask the same, in whatever order it was chosen
 */
gboolean
galley_filter_equal (const GalleyFilter *a, const GalleyFilter *b)
{
  for (guint i = 0; i < GALLEY_N_FACETS; i++)
    {
      if (!values_equal (a->values[i], b->values[i]))
        return FALSE;
    }

  return g_strcmp0 (a->words, b->words) == 0;
}

/**
 * galley_filter_is_empty:
 *
 * Returns: %TRUE if nothing is asked for, so that all passes but sources that were merged away
 */
gboolean
galley_filter_is_empty (const GalleyFilter *self)
{
  for (guint i = 0; i < GALLEY_N_FACETS; i++)
    {
      if (self->values[i]->len > 0)
        return FALSE;
    }

  return self->words == NULL;
}

/* Returns: where @value stands, or where it belongs. */
static guint
find_value (GPtrArray *values, const char *value, gboolean *found)
{
  guint low = 0, high = values->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (values->pdata[middle], value) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *found = low < values->len && strcmp (values->pdata[low], value) == 0;

  return low;
}

/**
 * galley_filter_get:
 *
 * Returns: %TRUE if the filter asks for @value
 */
gboolean
galley_filter_get (const GalleyFilter *self, GalleyFacet facet, const char *value)
{
  gboolean found;

  find_value (self->values[facet], value, &found);

  return found;
}

/**
 * galley_filter_set:
 * @value: one of the values of @facet, or any string, which then nothing has
 * @on: whether to ask for it. Where no value of a facet is asked for, all pass
 */
void
galley_filter_set (GalleyFilter *self, GalleyFacet facet, const char *value, gboolean on)
{
  GPtrArray *values = self->values[facet];
  gboolean found;
  guint position = find_value (values, value, &found);

  if (found && !on)
    g_ptr_array_remove_index (values, position);
  else if (!found && on)
    g_ptr_array_insert (values, (int) position, g_strdup (value));
}

/**
 * galley_filter_list_chosen:
 * @n_values: (out)
 *
 * Returns: (array length=n_values) (transfer none): the values of @facet that are asked for
 */
const char *const *
galley_filter_list_chosen (const GalleyFilter *self, GalleyFacet facet, guint *n_values)
{
  *n_values = self->values[facet]->len;

  return (const char *const *) self->values[facet]->pdata;
}

/**
 * galley_filter_get_words:
 *
 * Returns: (nullable): the words that are looked for
 */
const char *
galley_filter_get_words (const GalleyFilter *self)
{
  return self->words;
}

/**
 * galley_filter_set_words:
 * @words: (nullable): what an annotation has to contain, in any case; space around is left out
 */
void
galley_filter_set_words (GalleyFilter *self, const char *words)
{
  g_autofree char *stripped = words != NULL ? g_strstrip (g_strdup (words)) : NULL;
  const char *wanted = stripped != NULL && *stripped != '\0' ? stripped : NULL;

  if (!galley_set_str (&self->words, wanted))
    return;

  g_free (self->folded);
  self->folded = wanted != NULL ? galley_str_fold (wanted) : NULL;
}

static void
foreach_tag (GalleyAnnotation *annotation, GalleyFacetFunc func, gpointer user_data)
{
  const char *const *tags = galley_annotation_get_tags (annotation);

  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      if (!g_str_equal (tags[i], GALLEY_TAG_FLAG))
        func (tags[i], user_data);
    }
}

/* The id of the source that @annotation is or has; "" for a quote without one. */
static const char *
get_source_id (GalleyReview *review, GalleyAnnotation *annotation)
{
  GalleyAnnotation *source;

  switch (galley_annotation_get_kind (annotation))
    {
    case GALLEY_KIND_SOURCE:
      source = galley_review_get_merged_into (review, annotation);
      return galley_annotation_get_id (source != NULL ? source : annotation);
    case GALLEY_KIND_QUOTE:
      source = galley_review_get_source_of (review, annotation);
      return source != NULL ? galley_annotation_get_id (source) : "";
    case GALLEY_KIND_OPINION:
    case GALLEY_KIND_NOTE:
    default:
      return NULL;
    }
}

/* Of all facets but tags an annotation has one value at most. */
static const char *
get_value (GalleyFacet facet, GalleyReview *review, GalleyAnnotation *annotation)
{
  switch (facet)
    {
    case GALLEY_FACET_KIND:
      return galley_kind_to_id (galley_annotation_get_kind (annotation));
    case GALLEY_FACET_VERDICT:
      return galley_status_to_id (galley_annotation_get_status (annotation));
    case GALLEY_FACET_FLAG:
      return galley_annotation_is_flagged (annotation) ? GALLEY_TAG_FLAG : NULL;
    case GALLEY_FACET_STRENGTH:
      return galley_annotation_is_clear (annotation) ? "clear" : "check";
    case GALLEY_FACET_TYPE:
      return galley_annotation_get_details (annotation)->type;
    case GALLEY_FACET_MANNER:
      return galley_annotation_get_details (annotation)->manner;
    case GALLEY_FACET_SOURCE:
      return get_source_id (review, annotation);
    case GALLEY_FACET_TAG:
    default:
      return NULL;
    }
}

void
_galley_facet_foreach (GalleyFacet facet,
                       GalleyReview *review,
                       GalleyAnnotation *annotation,
                       GalleyFacetFunc func,
                       gpointer user_data)
{
  const char *value;

  if (facet == GALLEY_FACET_TAG)
    {
      foreach_tag (annotation, func, user_data);
      return;
    }

  value = get_value (facet, review, annotation);
  if (value != NULL)
    func (value, user_data);
}

typedef struct
{
  GPtrArray *values;
  gboolean found;
} Search;

static void
search_cb (const char *value, gpointer user_data)
{
  Search *search = user_data;
  gboolean found;

  find_value (search->values, value, &found);
  search->found |= found;
}

/* Another source stands in its place, with all its mentions and quotes. */
static gboolean
is_merged_away (GalleyReview *review, GalleyAnnotation *annotation)
{
  return galley_annotation_get_kind (annotation) == GALLEY_KIND_SOURCE
         && galley_review_get_merged_into (review, annotation) != NULL;
}

gboolean
_galley_filter_passes_facet (const GalleyFilter *self,
                             GalleyFacet facet,
                             GalleyReview *review,
                             GalleyAnnotation *annotation)
{
  Search search = { self->values[facet], FALSE };

  if (search.values->len == 0)
    return facet != GALLEY_FACET_VERDICT || !is_merged_away (review, annotation);
  _galley_facet_foreach (facet, review, annotation, search_cb, &search);

  return search.found;
}

static gboolean
contains (const char *text, const char *folded)
{
  g_autofree char *own = text != NULL ? galley_str_fold (text) : NULL;

  return own != NULL && strstr (own, folded) != NULL;
}

static gboolean
passage_contains (GalleyReview *review, GalleyAnnotation *annotation, const char *folded)
{
  GalleyArticle *article = galley_review_get_article (review);
  GArray *spans = galley_annotation_get_details (annotation)->spans;
  guint n_spans = MIN (galley_spans_length (spans), MAX_SPANS);

  for (guint i = 0; i < n_spans; i++)
    {
      const GalleySpan *span = galley_spans_get (spans, i);
      g_autofree char *slice =
          galley_article_dup_slice (article,
                                    span->start,
                                    MIN (span->end, span->start + MAX_CHARS_READ));

      if (contains (slice, folded))
        return TRUE;
    }

  return FALSE;
}

/**
 * galley_filter_has_words:
 * @folded: words to look for, from galley_str_fold()
 *
 * Returns: %TRUE if they stand in the passage, the name, the role, the note or a tag
 */
gboolean
galley_filter_has_words (GalleyReview *review, GalleyAnnotation *annotation, const char *folded)
{
  const GalleyDetails *details = galley_annotation_get_details (annotation);
  const char *const *tags = galley_annotation_get_tags (annotation);

  if (contains (details->name, folded) || contains (details->role, folded)
      || contains (galley_annotation_get_note (annotation), folded))
    return TRUE;
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      if (contains (tags[i], folded))
        return TRUE;
    }

  return passage_contains (review, annotation, folded);
}

/* Who looks for a name wants what it says, too. */
static gboolean
source_has_words (GalleyReview *review, GalleyAnnotation *annotation, const char *folded)
{
  GalleyAnnotation *source = galley_annotation_get_kind (annotation) == GALLEY_KIND_QUOTE
                                 ? galley_review_get_source_of (review, annotation)
                                 : NULL;
  const GalleyDetails *details = source != NULL ? galley_annotation_get_details (source) : NULL;

  return details != NULL && (contains (details->name, folded) || contains (details->role, folded));
}

gboolean
_galley_filter_passes_words (const GalleyFilter *self,
                             GalleyReview *review,
                             GalleyAnnotation *annotation)
{
  return self->folded == NULL || galley_filter_has_words (review, annotation, self->folded)
         || source_has_words (review, annotation, self->folded);
}

/**
 * galley_filter_matches:
 * @annotation: one of @review
 *
 * Returns: %TRUE if it passes
 */
gboolean
galley_filter_matches (const GalleyFilter *self, GalleyReview *review, GalleyAnnotation *annotation)
{
  for (guint i = 0; i < GALLEY_N_FACETS; i++)
    {
      if (!_galley_filter_passes_facet (self, (GalleyFacet) i, review, annotation))
        return FALSE;
    }

  return _galley_filter_passes_words (self, review, annotation);
}

/**
 * galley_filter_list:
 *
 * Returns: (transfer container) (element-type GalleyAnnotation): what passes, in the order of the
 *   text
 */
GPtrArray *
galley_filter_list (const GalleyFilter *self, GalleyReview *review)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < galley_review_get_n_annotations (review); i++)
    {
      if (galley_filter_matches (self, review, galley_review_peek (review, i)))
        g_ptr_array_add (list, galley_review_peek (review, i));
    }

  return list;
}

/**
 * galley_facet_from_id:
 * @id: (nullable)
 * @facet: (out): set only on success
 */
gboolean
galley_facet_from_id (const char *id, GalleyFacet *facet)
{
  for (guint i = 0; i < GALLEY_N_FACETS; i++)
    {
      if (g_strcmp0 (facet_ids[i], id) == 0)
        {
          *facet = (GalleyFacet) i;
          return TRUE;
        }
    }

  return FALSE;
}
