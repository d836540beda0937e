/* galley-json-reader-item.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/galley-json-reader-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/galley-uuid.h"

#define MAX_ROLE_LENGTH 32 /* bytes */
#define MAX_ROLES       64 /* different ones in a file */

/**
 * _galley_json_read_id:
 * @item: an annotation of any kind
 *
 * Returns: %TRUE if it has an id that no other item has
 */
gboolean
_galley_json_read_id (GalleyJsonReader *self, GalleyJsonObject *item, char **id, GError **error)
{
  GalleyJsonPlace place;

  if (!galley_json_object_need (item, "id", &place, error)
      || !galley_json_object_need_string (item, "id", id, error))
    return FALSE;
  if (!galley_urn_is_valid (*id) && !g_uri_is_valid (*id, G_URI_FLAGS_NONE, NULL))
    return galley_json_fail (&place, GALLEY_ERROR_MEANING, error, _ ("an IRI is expected here"));
  if (!g_hash_table_add (self->ids, g_strdup (*id)))
    return galley_json_fail (&place,
                             GALLEY_ERROR_MEANING,
                             error,
                             _ ("another annotation has the same id"));

  return TRUE;
}

/**
 * _galley_json_read_time:
 * @time: (inout): set if there is such a member
 *
 * Returns: %FALSE only if there is such a member and it is no point in time
 */
gboolean
_galley_json_read_time (GalleyJsonObject *object, const char *name, char **time, GError **error)
{
  g_autoptr (GDateTime) parsed = NULL;
  GalleyJsonPlace place;

  if (!galley_json_object_take (object, name, &place))
    return TRUE;
  if (!galley_json_object_need_string (object, name, time, error))
    return FALSE;

  parsed = g_date_time_new_from_iso8601 (*time, NULL);

  return parsed != NULL
         || galley_json_fail (&place,
                              GALLEY_ERROR_MEANING,
                              error,
                              _ ("a time with its zone is expected here"));
}

static gboolean
read_creator (GalleyJsonObject *item, GalleyOrigin *origin, GString *rest, GError **error)
{
  g_auto (GalleyJsonObject) creator = { 0 };
  g_autoptr (GString) members = g_string_new (NULL);
  g_autofree char *type = NULL;
  GalleyJsonPlace place, type_place;

  if (!galley_json_object_need (item, "creator", &place, error)
      || !galley_json_object_open (&creator, &place, error)
      || !galley_json_object_need (&creator, "type", &type_place, error)
      || !galley_json_object_need_string (&creator, "type", &type, error))
    return FALSE;

  origin->person = strcmp (type, "Person") == 0;
  if (!origin->person && strcmp (type, "Software") != 0)
    return galley_json_fail (&type_place,
                             GALLEY_ERROR_UNSUPPORTED,
                             error,
                             _ ("“%s” or “%s” is expected here"),
                             "Person",
                             "Software");
  if (origin->person ? !galley_json_object_take_string (&creator, "nickname", &origin->name, error)
                     : !galley_json_object_need_string (&creator, "name", &origin->name, error)
                           || !galley_json_object_take_string (
                               &creator, "galley:reader", &origin->reader, error)
                           || !galley_json_object_take_string (
                               &creator, "galley:model", &origin->model, error))
    return FALSE;

  galley_json_object_append_rest (&creator, members);
  galley_json_rest_append_object (rest, "creator", members);

  return TRUE;
}

static void
origin_clear (GalleyOrigin *origin)
{
  g_free (origin->name);
  g_free (origin->reader);
  g_free (origin->model);
  g_free (origin->created);
  g_free (origin->modified);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GalleyOrigin, origin_clear)

static gboolean
read_kind (GalleyJsonObject *item, GalleyKind *kind, GError **error)
{
  g_autofree char *id = NULL;
  GalleyJsonPlace place;

  if (!galley_json_object_need (item, "galley:kind", &place, error)
      || !galley_json_object_need_string (item, "galley:kind", &id, error))
    return FALSE;
  if (!galley_kind_from_id (id, kind))
    return galley_json_fail (&place,
                             GALLEY_ERROR_UNSUPPORTED,
                             error,
                             _ ("this version of Galley does not know this kind of annotation"));

  return galley_json_object_need_word (item,
                                       "motivation",
                                       *kind == GALLEY_KIND_NOTE ? "commenting" : "classifying",
                                       error);
}

/* Interned strings live as long as the program, so that a stranger gets only so many. */
static const char *
intern_role (GalleyJsonReader *self, const char *role)
{
  gsize length = strlen (role);

  for (guint i = 0; i < self->roles->len; i++)
    {
      if (strcmp (self->roles->pdata[i], role) == 0)
        return self->roles->pdata[i];
    }

  if (length == 0 || length > MAX_ROLE_LENGTH || self->roles->len == MAX_ROLES
      || strspn (role, "abcdefghijklmnopqrstuvwxyz-") != length)
    return NULL;
  g_ptr_array_add (self->roles, (char *) g_intern_string (role));

  return g_intern_string (role);
}

static gboolean
read_evidence_place (GalleyJsonReader *self,
                     const GalleyJsonPlace *item,
                     GalleyAnnotation *annotation,
                     GalleyJsonListRest *unknown,
                     GError **error)
{
  g_auto (GalleyJsonObject) object = { 0 };
  g_autofree char *role = NULL;
  const char *interned;
  GalleySpan span;

  if (!galley_json_object_open (&object, item, error)
      || !galley_json_object_need_string (&object, "role", &role, error)
      || !_galley_json_read_span (self, &object, &span, error))
    return FALSE;

  interned = intern_role (self, role);
  if (interned == NULL)
    return galley_json_fail (item,
                             GALLEY_ERROR_UNSUPPORTED,
                             error,
                             _ ("this version of Galley does not know this role"));
  galley_annotation_add_evidence (annotation, interned, span.start, span.end);
  galley_json_list_rest_add_object (unknown, &object);

  return TRUE;
}

static gboolean
read_evidence (GalleyJsonReader *self,
               GalleyJsonObject *item,
               GalleyAnnotation *annotation,
               GString *rest,
               GError **error)
{
  g_auto (GalleyJsonListRest) unknown = { NULL };
  GalleyJsonPlace list, place;
  GalleyJsonIter iter;

  galley_json_list_rest_init (&unknown);
  if (!galley_json_object_take (item, "galley:evidence", &list))
    return TRUE;
  if (!galley_json_place_expect (&list, GALLEY_JSON_ARRAY, error))
    return FALSE;

  galley_json_items_init (&iter, &list, &place);
  while (galley_json_items_next (&iter, &place))
    {
      if (!read_evidence_place (self, &place, annotation, &unknown, error))
        return FALSE;
    }
  galley_json_list_rest_append (&unknown, "galley:evidence", rest);

  return TRUE;
}

static gboolean
read_strength (GalleyJsonObject *item, GalleyAnnotation *annotation, GError **error)
{
  GalleyJsonPlace place;
  double strength;

  if (!galley_json_object_take (item, "galley:strength", &place))
    return TRUE;
  if (!galley_json_place_get_double (&place, &strength, error))
    return FALSE;
  if (strength < 0 || strength > 1)
    return galley_json_fail (&place,
                             GALLEY_ERROR_MEANING,
                             error,
                             _ ("a number from 0 to 1 is expected here"));
  galley_annotation_set_strength (annotation, strength);

  return TRUE;
}

static void
add_annotation (GalleyJsonReader *self, GalleyAnnotation *annotation, guint index)
{
  const GalleyDetails *details = galley_annotation_get_original (annotation);
  GalleyJsonLink link = { index, details->source_id };

  g_ptr_array_add (self->annotations, g_object_ref (annotation));
  g_hash_table_insert (self->by_id, (char *) galley_annotation_get_id (annotation), annotation);
  if (link.id != NULL)
    g_array_append_val (self->links, link);
}

/**
 * _galley_json_read_annotation:
 * @item: an annotation that is no verdict
 *
 * Adds it to what was read; its source is checked when all are there.
 */
gboolean
_galley_json_read_annotation (GalleyJsonReader *self, GalleyJsonObject *item, GError **error)
{
  g_auto (GalleyOrigin) origin = { 0 };
  g_autoptr (GString) rest = g_string_new (NULL);
  g_autoptr (GalleyDetails) details = NULL;
  g_autoptr (GalleyAnnotation) annotation = NULL;
  g_autofree char *id = NULL;
  g_autofree char *extra = NULL;
  GalleyKind kind;

  if (!_galley_json_read_id (self, item, &id, error) || !read_kind (item, &kind, error)
      || !read_creator (item, &origin, rest, error)
      || !_galley_json_read_time (item, "created", &origin.created, error)
      || !_galley_json_read_time (item, "modified", &origin.modified, error))
    return FALSE;
  details = _galley_json_read_details (self, item, kind, rest, error);
  if (details == NULL)
    return FALSE;

  annotation = galley_annotation_new_from_file (id, kind, g_steal_pointer (&details), &origin);
  if (!read_strength (item, annotation, error)
      || !read_evidence (self, item, annotation, rest, error)
      || !_galley_json_read_bodies (self, item, annotation, rest, error))
    return FALSE;

  galley_json_object_append_rest (item, rest);
  extra = galley_json_rest_to_object (rest);
  galley_annotation_set_extra (annotation, extra);
  add_annotation (self, annotation, item->place.index);

  return TRUE;
}
