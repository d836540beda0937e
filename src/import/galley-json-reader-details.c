/* galley-json-reader-details.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/galley-json-reader-private.h"

#include <glib/gi18n-lib.h>

#define SHOWN 40 /* code points of a stranger's word in a message */

/**
 * _galley_json_read_term:
 * @id: (inout): set if there is such a member
 *
 * Returns: %FALSE only if there is such a member and it is no id of @terms
 */
gboolean
_galley_json_read_term (
    GalleyJsonObject *object, const char *name, GalleyTerms terms, const char **id, GError **error)
{
  g_autofree char *value = NULL;
  g_autofree char *shown = NULL;
  const GalleyTerm *term;
  GalleyJsonPlace place;

  if (!galley_json_object_take (object, name, &place))
    return TRUE;
  if (!galley_json_object_need_string (object, name, &value, error))
    return FALSE;

  term = galley_terms_find (terms, value);
  if (term != NULL)
    {
      *id = term->id;
      return TRUE;
    }

  shown = g_utf8_substring (value, 0, MIN (g_utf8_strlen (value, -1), SHOWN));

  return galley_json_fail (&place,
                           GALLEY_ERROR_UNSUPPORTED,
                           error,
                           _ ("this version of Galley does not know “%s”"),
                           shown);
}

/**
 * _galley_json_read_span:
 * @object: with the members `start` and `end`
 *
 * Returns: %TRUE if both are there and a stretch of the text
 */
gboolean
_galley_json_read_span (GalleyJsonReader *self,
                        GalleyJsonObject *object,
                        GalleySpan *span,
                        GError **error)
{
  guint n_chars = galley_article_get_n_chars (self->article);

  if (!galley_json_object_need_uint (object, "start", &span->start, error)
      || !galley_json_object_need_uint (object, "end", &span->end, error))
    return FALSE;

  if (span->start >= span->end)
    return galley_json_fail (&object->place,
                             GALLEY_ERROR_MEANING,
                             error,
                             _ ("it ends before it begins"));
  if (span->end > n_chars)
    return galley_json_fail (&object->place,
                             GALLEY_ERROR_MEANING,
                             error,
                             _ ("it ends at %u, behind the end of the text at %u"),
                             span->end,
                             n_chars);

  return TRUE;
}

/**
 * _galley_json_add_span:
 * @place: where it stands
 *
 * Returns: %TRUE if @span begins behind the last of @spans
 */
gboolean
_galley_json_add_span (GArray *spans,
                       const GalleySpan *span,
                       const GalleyJsonPlace *place,
                       GError **error)
{
  if (galley_spans_length (spans) > 0 && span->start < galley_spans_end (spans))
    return galley_json_fail (place,
                             GALLEY_ERROR_MEANING,
                             error,
                             _ ("this part overlaps the one before it"));

  /* As it stands: galley_spans_add() would join two that touch. */
  g_array_append_val (spans, *span);

  return TRUE;
}

static gboolean
read_spans (GalleyJsonReader *self,
            GalleyJsonObject *object,
            const char *name,
            GArray **spans,
            GString *rest,
            GError **error)
{
  g_auto (GalleyJsonListRest) unknown = { NULL };
  GalleyJsonPlace list, item;
  GalleyJsonIter iter;

  galley_json_list_rest_init (&unknown);
  if (!galley_json_object_take (object, name, &list))
    return TRUE;
  if (!galley_json_place_expect (&list, GALLEY_JSON_ARRAY, error))
    return FALSE;

  galley_json_items_init (&iter, &list, &item);
  while (galley_json_items_next (&iter, &item))
    {
      g_auto (GalleyJsonObject) part = { 0 };
      GalleySpan span;

      if (*spans == NULL)
        *spans = galley_spans_new ();
      if (!galley_json_object_open (&part, &item, error)
          || !_galley_json_read_span (self, &part, &span, error)
          || !_galley_json_add_span (*spans, &span, &item, error))
        return FALSE;
      galley_json_list_rest_add_object (&unknown, &part);
    }
  galley_json_list_rest_append (&unknown, name, rest);

  return TRUE;
}

static gboolean
is_flag (GalleyKind kind, const char *id)
{
  if (kind == GALLEY_KIND_QUOTE)
    return galley_terms_find (GALLEY_TERMS_QUOTE_NOTE, id) != NULL;

  return kind == GALLEY_KIND_SOURCE
         && (galley_terms_find (GALLEY_TERMS_ANONYMITY, id) != NULL
             || galley_terms_find (GALLEY_TERMS_TICK, id) != NULL);
}

static gboolean
read_flags (GalleyJsonObject *object, GalleyKind kind, GalleyDetails *details, GError **error)
{
  GalleyJsonPlace list, item;
  GalleyJsonIter iter;

  if (!galley_json_object_take (object, "galley:flags", &list))
    return TRUE;
  if (!galley_json_place_expect (&list, GALLEY_JSON_ARRAY, error))
    return FALSE;

  galley_json_items_init (&iter, &list, &item);
  while (galley_json_items_next (&iter, &item))
    {
      g_autofree char *flag = NULL;

      if (!galley_json_place_get_string (&item, &flag, error))
        return FALSE;
      if (!is_flag (kind, flag))
        return galley_json_fail (&item,
                                 GALLEY_ERROR_UNSUPPORTED,
                                 error,
                                 _ ("this version of Galley does not know this flag"));
      galley_details_set_flag (details, flag, TRUE);
    }

  return TRUE;
}

static gboolean
read_type (GalleyJsonObject *object, GalleyKind kind, const char **type, GError **error)
{
  GalleyJsonPlace place;

  if (kind == GALLEY_KIND_NOTE)
    return !galley_json_object_take (object, "galley:type", &place)
           || galley_json_fail (&place, GALLEY_ERROR_MEANING, error, _ ("a note has no type"));

  return galley_json_object_need (object, "galley:type", &place, error)
         && _galley_json_read_term (object, "galley:type", galley_kind_terms (kind), type, error);
}

static gboolean
read_quote_members (GalleyJsonReader *self,
                    GalleyJsonObject *object,
                    GalleyDetails *details,
                    GString *rest,
                    GError **error)
{
  return _galley_json_read_term (
             object, "galley:manner", GALLEY_TERMS_MANNER, &details->manner, error)
         && _galley_json_read_term (
             object, "galley:verbClass", GALLEY_TERMS_VERB_CLASS, &details->verb_class, error)
         && read_spans (self, object, "galley:cue", &details->cue, rest, error)
         && read_spans (self, object, "galley:mention", &details->mention, rest, error)
         && galley_json_object_take_string (object, "galley:source", &details->source_id, error);
}

static gboolean
read_source_members (GalleyJsonObject *object, GalleyDetails *details, GError **error)
{
  return galley_json_object_take_string (object, "galley:source", &details->source_id, error)
         && galley_json_object_take_string (object, "galley:name", &details->name, error)
         && galley_json_object_take_string (object, "galley:role", &details->role, error)
         && _galley_json_read_term (
             object, "galley:ladder", GALLEY_TERMS_LADDER, &details->ladder, error)
         && _galley_json_read_term (
             object, "galley:affiliation", GALLEY_TERMS_AFFILIATION, &details->affiliation, error)
         && _galley_json_read_term (object, "galley:part", GALLEY_TERMS_PART, &details->part, error)
         && _galley_json_read_term (
             object, "galley:standing", GALLEY_TERMS_STANDING, &details->standing, error);
}

/**
 * _galley_json_read_details:
 * @object: an annotation, or the revision in a verdict
 * @rest: gets what this version does not know of targets, cue and mention; the rest of @object is
 * the caller's
 *
 * Returns: (transfer full) (nullable): what @object says of the text
 */
GalleyDetails *
_galley_json_read_details (GalleyJsonReader *self,
                           GalleyJsonObject *object,
                           GalleyKind kind,
                           GString *rest,
                           GError **error)
{
  g_autoptr (GalleyDetails) details = NULL;
  const char *type = NULL;
  GalleyJsonPlace target;

  if (!read_type (object, kind, &type, error)
      || !galley_json_object_need (object, "target", &target, error))
    return NULL;

  details = galley_details_new (type, galley_spans_new ());
  if (!_galley_json_read_targets (self, &target, details->spans, rest, error)
      || !read_flags (object, kind, details, error))
    return NULL;
  if (kind == GALLEY_KIND_QUOTE && !read_quote_members (self, object, details, rest, error))
    return NULL;
  if (kind == GALLEY_KIND_SOURCE && !read_source_members (object, details, error))
    return NULL;

  return g_steal_pointer (&details);
}

/**
 * _galley_json_check_link:
 * @place: where the id stands
 * @id: of the source of a quote, or of a source that is the same
 *
 * Returns: %TRUE if a source of that id was read
 */
gboolean
_galley_json_check_link (GalleyJsonReader *self,
                         const GalleyJsonPlace *place,
                         const char *id,
                         GError **error)
{
  GalleyAnnotation *source = g_hash_table_lookup (self->by_id, id);

  if (source == NULL)
    return galley_json_fail (place,
                             GALLEY_ERROR_MEANING,
                             error,
                             _ ("the file has no annotation of this id"));
  if (galley_annotation_get_kind (source) != GALLEY_KIND_SOURCE)
    return galley_json_fail (place,
                             GALLEY_ERROR_MEANING,
                             error,
                             _ ("the annotation of this id is no source"));

  return TRUE;
}
