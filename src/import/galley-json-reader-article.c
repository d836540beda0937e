/* galley-json-reader-article.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/galley-json-reader-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/galley-digest.h"

static GBytes *
read_text (GalleyJsonObject *object, GError **error)
{
  g_autoptr (GBytes) text = NULL;
  GalleyJsonPlace place;
  const char *data;
  gsize length;

  if (!galley_json_object_take (object, "text", &place))
    {
      galley_json_fail (
          &object->place,
          GALLEY_ERROR_UNSUPPORTED,
          error,
          _ ("the file was saved without the article’s text, so it cannot be opened"));
      return NULL;
    }
  text = galley_json_place_get_bytes (&place, error);
  if (text == NULL)
    return NULL;

  data = g_bytes_get_data (text, &length);
  if (memchr (data, '\r', length) != NULL)
    {
      galley_json_fail (&place,
                        GALLEY_ERROR_MEANING,
                        error,
                        _ ("lines must end with a line feed alone"));
      return NULL;
    }

  return g_steal_pointer (&text);
}

static gboolean
read_digest (GalleyJsonReader *self, GalleyJsonObject *object, GError **error)
{
  g_autofree char *sha256 = NULL;
  GalleyJsonPlace place;

  if (!galley_json_object_need (object, "sha256", &place, error)
      || !galley_json_object_need_string (object, "sha256", &sha256, error))
    return FALSE;
  if (!galley_digest_is_valid (sha256))
    return galley_json_fail (&place,
                             GALLEY_ERROR_MEANING,
                             error,
                             _ ("64 hexadecimal digits in lower case are expected here"));

  self->source = galley_digest_to_uri (sha256);
  self->text_matches = strcmp (sha256, galley_article_get_sha256 (self->article)) == 0;

  return TRUE;
}

static gboolean
read_block (GalleyJsonReader *self,
            const GalleyJsonPlace *place,
            GalleyMetadata *metadata,
            GalleyJsonListRest *unknown,
            GError **error)
{
  g_auto (GalleyJsonObject) object = { 0 };
  const char *type = NULL;
  GalleySpan span;

  if (!galley_json_object_open (&object, place, error)
      || !_galley_json_read_term (&object, "type", GALLEY_TERMS_BLOCK, &type, error)
      || !_galley_json_read_span (self, &object, &span, error))
    return FALSE;

  if (type == NULL)
    return galley_json_fail (
        place, GALLEY_ERROR_MEANING, error, _ ("the member “%s” is missing"), "type");
  if (metadata->blocks->len > 0
      && span.start < g_array_index (metadata->blocks, GalleyBlock, metadata->blocks->len - 1).end)
    return galley_json_fail (place,
                             GALLEY_ERROR_MEANING,
                             error,
                             _ ("this part overlaps the one before it"));

  galley_metadata_add_block (metadata, type, span.start, span.end);
  galley_json_list_rest_add_object (unknown, &object);

  return TRUE;
}

static gboolean
read_blocks (GalleyJsonReader *self,
             GalleyJsonObject *object,
             GalleyMetadata *metadata,
             GString *rest,
             GError **error)
{
  g_auto (GalleyJsonListRest) unknown = { NULL };
  GalleyJsonPlace list, item;
  GalleyJsonIter iter;

  galley_json_list_rest_init (&unknown);
  if (!galley_json_object_take (object, "blocks", &list))
    return TRUE;
  if (!galley_json_place_expect (&list, GALLEY_JSON_ARRAY, error))
    return FALSE;

  galley_json_items_init (&iter, &list, &item);
  while (galley_json_items_next (&iter, &item))
    {
      if (!read_block (self, &item, metadata, &unknown, error))
        return FALSE;
    }
  galley_json_list_rest_append (&unknown, "blocks", rest);

  return TRUE;
}

static gboolean
read_metadata (GalleyJsonReader *self, GalleyJsonObject *object, GString *rest, GError **error)
{
  g_autoptr (GalleyMetadata) metadata = galley_metadata_new ();
  const char *type_of_work = NULL;

  if (!galley_json_object_take_string (object, "title", &metadata->title, error)
      || !galley_json_object_take_string (object, "byline", &metadata->byline, error)
      || !galley_json_object_take_string (object, "publishedTime", &metadata->published_time, error)
      || !galley_json_object_take_string (object, "siteName", &metadata->site_name, error)
      || !galley_json_object_take_string (object, "lang", &metadata->lang, error)
      || !galley_json_object_take_string (object, "uri", &metadata->uri, error)
      || !_galley_json_read_term (object, "typeOfWork", GALLEY_TERMS_WORK, &type_of_work, error)
      || !read_blocks (self, object, metadata, rest, error))
    return FALSE;

  if (type_of_work != NULL)
    metadata->type_of_work = type_of_work;
  galley_article_take_metadata (self->article, g_steal_pointer (&metadata));

  return TRUE;
}

/**
 * _galley_json_read_article:
 * @place: the member `galley:article`
 * @rest: gets what this version does not know
 *
 * Sets article, source and text_matches of @self.
 */
gboolean
_galley_json_read_article (GalleyJsonReader *self,
                           const GalleyJsonPlace *place,
                           GString *rest,
                           GError **error)
{
  g_auto (GalleyJsonObject) object = { 0 };
  g_autofree char *importer = g_strdup ("text");
  g_autoptr (GBytes) text = NULL;

  if (!galley_json_object_open (&object, place, error))
    return FALSE;
  text = read_text (&object, error);
  if (text == NULL || !galley_json_object_need_word (&object, "unit", "code point", error)
      || !galley_json_object_take_string (&object, "importer", &importer, error))
    return FALSE;

  self->article = galley_article_new (text, importer);
  if (!read_digest (self, &object, error) || !read_metadata (self, &object, rest, error))
    return FALSE;

  galley_json_object_append_rest (&object, rest);

  return TRUE;
}
