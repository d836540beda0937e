/* galley-json-reader-body.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/galley-json-reader-private.h"

#include <glib/gi18n-lib.h>

/* What the bodies of one annotation say. */
typedef struct
{
  const char *kind_id;
  char *reason;
  char *note;
  char *private_note;
  GPtrArray *tags;
  GString *others; /* bodies of other programs, as they came */
} Bodies;

static void
bodies_clear (Bodies *self)
{
  g_free (self->reason);
  g_free (self->note);
  g_free (self->private_note);
  g_ptr_array_unref (self->tags);
  g_string_free (self->others, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bodies, bodies_clear)

static gboolean
has_more (GalleyJsonObject *body)
{
  g_autoptr (GString) rest = g_string_new (NULL);

  galley_json_object_append_rest (body, rest);

  return rest->len > 0;
}

/* Ours say one thing each. A body with more to it, or a second one where we have one, is somebody
 * else's: kept, and written back. */
static gboolean
read_body (Bodies *self, const GalleyJsonPlace *place, GError **error)
{
  g_auto (GalleyJsonObject) body = { 0 };
  g_autofree char *type = NULL;
  g_autofree char *purpose = NULL;
  g_autofree char *value = NULL;

  if (galley_json_place_is (place, GALLEY_JSON_STRING))
    return galley_json_rest_append_item (self->others, place), TRUE;
  if (!galley_json_object_open (&body, place, error)
      || !galley_json_object_take_string (&body, "type", &type, error))
    return FALSE;
  if (g_strcmp0 (type, "TextualBody") != 0)
    return galley_json_rest_append_item (self->others, place), TRUE;
  if (!galley_json_object_need_string (&body, "value", &value, error)
      || !galley_json_object_take_string (&body, "purpose", &purpose, error))
    return FALSE;

  if (g_strcmp0 (purpose, "classifying") == 0)
    return galley_json_object_need_word (&body, "value", self->kind_id, error);
  if (has_more (&body))
    galley_json_rest_append_item (self->others, place);
  else if (g_strcmp0 (purpose, "describing") == 0 && self->reason == NULL)
    self->reason = g_steal_pointer (&value);
  else if (g_strcmp0 (purpose, "commenting") == 0 && self->note == NULL)
    self->note = g_steal_pointer (&value);
  else if (g_strcmp0 (purpose, "galley:privateNote") == 0 && self->private_note == NULL)
    self->private_note = g_steal_pointer (&value);
  else if (g_strcmp0 (purpose, "tagging") == 0)
    g_ptr_array_add (self->tags, g_steal_pointer (&value));
  else
    galley_json_rest_append_item (self->others, place);

  return TRUE;
}

static gboolean
read_args (const GalleyJsonPlace *list, GPtrArray *args, GError **error)
{
  GalleyJsonPlace item;
  GalleyJsonIter iter;

  if (!galley_json_place_expect (list, GALLEY_JSON_ARRAY, error))
    return FALSE;

  galley_json_items_init (&iter, list, &item);
  while (galley_json_items_next (&iter, &item))
    {
      char *arg = NULL;

      if (!galley_json_place_get_string (&item, &arg, error))
        return FALSE;
      g_ptr_array_add (args, arg);
    }

  return TRUE;
}

/* A sentence that this version knows is said in the reader's language, whatever its English was
 * when the file was written; one of a newer version stays English and is kept as it came. */
static gboolean
read_reason (GalleyJsonObject *item,
             GalleyAnnotation *annotation,
             const char *sentence,
             GString *rest,
             GError **error)
{
  g_auto (GalleyJsonObject) object = { 0 };
  g_autoptr (GPtrArray) args = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) members = g_string_new (NULL);
  g_autofree char *id = NULL;
  GalleyJsonPlace place, list;
  GalleyReason *reason = sentence != NULL ? galley_reason_new_plain (sentence) : NULL;

  galley_annotation_take_reason (annotation, reason);
  if (!galley_json_object_take (item, "galley:reason", &place))
    return TRUE;
  if (!galley_json_object_open (&object, &place, error)
      || !galley_json_object_need_string (&object, "id", &id, error)
      || !galley_json_object_need (&object, "args", &list, error)
      || !read_args (&list, args, error))
    return FALSE;

  if (!galley_reason_is_known (id) || args->len > GALLEY_REASON_MAX_ARGS)
    {
      galley_json_object_put_back (item, "galley:reason");
      return TRUE;
    }

  g_ptr_array_add (args, NULL);
  reason = galley_reason_new_from_args (id, (const char *const *) args->pdata);
  galley_annotation_take_reason (annotation, reason);
  galley_json_object_append_rest (&object, members);
  galley_json_rest_append_object (rest, "galley:reason", members);

  return TRUE;
}

static gboolean
read_all (Bodies *self, const GalleyJsonPlace *list, GError **error)
{
  GalleyJsonPlace item;
  GalleyJsonIter iter;

  if (!galley_json_place_is (list, GALLEY_JSON_ARRAY))
    return read_body (self, list, error);

  galley_json_items_init (&iter, list, &item);
  while (galley_json_items_next (&iter, &item))
    {
      if (!read_body (self, &item, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * _galley_json_read_bodies:
 * @annotation: gets its reason, note and tags
 * @rest: gets the bodies of other programs, and what this version does not know of the reason
 */
gboolean
_galley_json_read_bodies (GalleyJsonReader *self,
                          GalleyJsonObject *item,
                          GalleyAnnotation *annotation,
                          GString *rest,
                          GError **error)
{
  g_auto (Bodies) bodies = {
    .kind_id = galley_kind_to_id (galley_annotation_get_kind (annotation)),
    .tags = g_ptr_array_new_with_free_func (g_free),
    .others = g_string_new (NULL),
  };
  GalleyJsonPlace list;

  if (galley_json_object_take (item, "body", &list) && !read_all (&bodies, &list, error))
    return FALSE;
  if (!read_reason (item, annotation, bodies.reason, rest, error))
    return FALSE;

  galley_annotation_load_note (annotation, bodies.note);
  galley_annotation_load_private_note (annotation, bodies.private_note);
  g_ptr_array_add (bodies.tags, NULL);
  galley_annotation_load_tags (annotation, (const char *const *) bodies.tags->pdata);
  galley_json_rest_append_list (rest, "body", bodies.others);

  return TRUE;
}
