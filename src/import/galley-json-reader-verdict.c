/* galley-json-reader-verdict.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/galley-json-reader-private.h"

#include <glib/gi18n-lib.h>

static gboolean
read_target (GalleyJsonReader *self,
             GalleyJsonObject *item,
             GalleyAnnotation **annotation,
             GError **error)
{
  g_autofree char *id = NULL;
  GalleyJsonPlace place;

  if (!galley_json_object_need (item, "target", &place, error)
      || !galley_json_object_need_string (item, "target", &id, error))
    return FALSE;

  *annotation = g_hash_table_lookup (self->by_id, id);

  return *annotation != NULL
         || galley_json_fail (&place,
                              GALLEY_ERROR_MEANING,
                              error,
                              _ ("the file has no annotation of this id"));
}

static gboolean
read_reviewer (GalleyJsonObject *item, char **reviewer, GString *rest, GError **error)
{
  g_auto (GalleyJsonObject) creator = { 0 };
  g_autoptr (GString) members = g_string_new (NULL);
  GalleyJsonPlace place;

  if (!galley_json_object_need (item, "creator", &place, error)
      || !galley_json_object_open (&creator, &place, error)
      || !galley_json_object_need_word (&creator, "type", "Person", error)
      || !galley_json_object_take_string (&creator, "nickname", reviewer, error))
    return FALSE;

  galley_json_object_append_rest (&creator, members);
  galley_json_rest_append_object (rest, "creator", members);

  return TRUE;
}

static gboolean
read_status (GalleyJsonObject *item, GalleyStatus *status, GString *rest, GError **error)
{
  g_auto (GalleyJsonObject) body = { 0 };
  g_autoptr (GString) members = g_string_new (NULL);
  g_autofree char *id = NULL;
  GalleyJsonPlace place, value;

  if (!galley_json_object_need (item, "body", &place, error)
      || !galley_json_object_open (&body, &place, error)
      || !galley_json_object_need_word (&body, "type", "TextualBody", error)
      || !galley_json_object_need_word (&body, "purpose", "assessing", error)
      || !galley_json_object_need (&body, "value", &value, error)
      || !galley_json_object_need_string (&body, "value", &id, error))
    return FALSE;

  galley_json_object_append_rest (&body, members);
  galley_json_rest_append_object (rest, "body", members);

  return (galley_status_from_id (id, status) && *status != GALLEY_STATUS_UNREVIEWED)
         || galley_json_fail (&value,
                              GALLEY_ERROR_UNSUPPORTED,
                              error,
                              _ ("this version of Galley does not know this verdict"));
}

static gboolean
read_revision (GalleyJsonReader *self,
               GalleyJsonObject *item,
               GalleyKind kind,
               GalleyDetails **revision,
               GString *rest,
               GError **error)
{
  g_auto (GalleyJsonObject) object = { 0 };
  g_autoptr (GString) members = g_string_new (NULL);
  g_autoptr (GalleyDetails) details = NULL;
  GalleyJsonPlace place, source;

  if (!galley_json_object_take (item, "galley:revision", &place))
    return TRUE;
  if (!galley_json_object_open (&object, &place, error))
    return FALSE;

  details = _galley_json_read_details (self, &object, kind, members, error);
  if (details == NULL)
    return FALSE;
  if (details->source_id != NULL && galley_json_object_take (&object, "galley:source", &source)
      && !_galley_json_check_link (self, &source, details->source_id, error))
    return FALSE;

  galley_json_object_append_rest (&object, members);
  galley_json_rest_append_object (rest, "galley:revision", members);
  *revision = g_steal_pointer (&details);

  return TRUE;
}

/**
 * _galley_json_read_verdict:
 * @item: an annotation that assesses another; all those were read before
 */
gboolean
_galley_json_read_verdict (GalleyJsonReader *self, GalleyJsonObject *item, GError **error)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  g_autoptr (GalleyDetails) revision = NULL;
  g_autoptr (GalleyVerdict) verdict = NULL;
  g_autofree char *id = NULL;
  g_autofree char *reviewer = NULL;
  g_autofree char *created = NULL;
  g_autofree char *extra = NULL;
  const char *reason = NULL;
  GalleyAnnotation *annotation;
  GalleyStatus status;

  if (!_galley_json_read_id (self, item, &id, error)
      || !read_target (self, item, &annotation, error)
      || !read_reviewer (item, &reviewer, rest, error) || !read_status (item, &status, rest, error)
      || !_galley_json_read_time (item, "created", &created, error)
      || !_galley_json_read_term (item, "galley:rejectReason", GALLEY_TERMS_REASON, &reason, error)
      || !read_revision (
          self, item, galley_annotation_get_kind (annotation), &revision, rest, error))
    return FALSE;
  if (status == GALLEY_STATUS_CHANGED && revision == NULL)
    return galley_json_fail (&item->place,
                             GALLEY_ERROR_MEANING,
                             error,
                             _ ("the member “%s” is missing"),
                             "galley:revision");

  galley_json_object_append_rest (item, rest);
  extra = galley_json_rest_to_object (rest);
  verdict = galley_verdict_new (id, reviewer, status, reason, revision, created, extra);
  galley_annotation_load_verdict (annotation, verdict);

  return TRUE;
}
