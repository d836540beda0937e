/* galley-json-reader.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/galley-importer.h"
#include "import/galley-json-reader-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/galley-hash.h"
#include "base/galley-json-scan.h"
#include "base/galley-limits.h"

#define W3C_CONTEXT "http://www.w3.org/ns/anno.jsonld"
#define NAMESPACE   "https://galley-app.github.io/ns#"
#define CONTEXT     "[\"" W3C_CONTEXT "\",{\"galley\":\"" NAMESPACE "\"}]"
#define FORMAT      1
#define SNIFFED     (64 * 1024) /* bytes */

static void
reader_clear (GalleyJsonReader *self)
{
  g_clear_object (&self->article);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->annotations, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->roles, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GalleyJsonReader, reader_clear)

static void
reader_init (GalleyJsonReader *self)
{
  *self = (GalleyJsonReader){
    .annotations = g_ptr_array_new_with_free_func (g_object_unref),
    .by_id = g_hash_table_new (galley_str_hash, g_str_equal),
    .ids = g_hash_table_new_full (galley_str_hash, g_str_equal, g_free, NULL),
    .links = g_array_new (FALSE, FALSE, sizeof (GalleyJsonLink)),
    .roles = g_ptr_array_new (),
  };
}

/* Before all else, for a newer version may have changed anything. */
static gboolean
check_format (GalleyJsonObject *root, GError **error)
{
  GalleyJsonPlace place;
  guint format;

  if (!galley_json_object_take (root, "galley:format", &place))
    return galley_json_fail (&root->place,
                             GALLEY_ERROR_UNSUPPORTED,
                             error,
                             _ ("this is not an annotation file of Galley"));
  if (!galley_json_place_get_uint (&place, &format, error))
    return FALSE;
  if (format > FORMAT)
    return galley_json_fail (&place,
                             GALLEY_ERROR_UNSUPPORTED,
                             error,
                             _ ("a newer version of Galley wrote this file (format %u; this "
                                "version reads up to %u)"),
                             format,
                             FORMAT);

  return format > 0
         || galley_json_fail (&place, GALLEY_ERROR_MEANING, error, _ ("there is no format 0"));
}

static gboolean
is_string (const GalleyJsonPlace *place, const char *wanted)
{
  g_autofree char *string = NULL;

  return galley_json_place_is (place, GALLEY_JSON_STRING)
         && galley_json_place_get_string (place, &string, NULL) && strcmp (string, wanted) == 0;
}

static gboolean
maps_namespace (const GalleyJsonPlace *place)
{
  g_auto (GalleyJsonObject) object = { 0 };
  GalleyJsonPlace mapped;

  return galley_json_object_open (&object, place, NULL)
         && galley_json_object_take (&object, "galley", &mapped) && is_string (&mapped, NAMESPACE);
}

static gboolean
check_context (GalleyJsonObject *root, GString *rest, GError **error)
{
  g_autoptr (GString) compact = g_string_new (NULL);
  gboolean is_w3c = FALSE, is_ours = FALSE;
  GalleyJsonPlace place, item;
  GalleyJsonIter iter;

  if (!galley_json_object_need (root, "@context", &place, error)
      || !galley_json_place_expect (&place, GALLEY_JSON_ARRAY, error))
    return FALSE;

  galley_json_items_init (&iter, &place, &item);
  while (galley_json_items_next (&iter, &item))
    {
      is_w3c = is_w3c || is_string (&item, W3C_CONTEXT);
      is_ours = is_ours || maps_namespace (&item);
    }
  if (!is_w3c || !is_ours)
    return galley_json_fail (&place,
                             GALLEY_ERROR_MEANING,
                             error,
                             _ ("the context of the Web Annotation model, or that of Galley, is "
                                "missing"));

  galley_json_slice_append_compact (&place.slice, compact);
  if (strcmp (compact->str, CONTEXT) != 0)
    galley_json_rest_append (rest, "@context", compact->str);

  return TRUE;
}

static gboolean
is_verdict (GalleyJsonObject *item)
{
  GalleyJsonPlace motivation;

  return galley_json_object_take (item, "motivation", &motivation)
         && is_string (&motivation, "assessing");
}

/* Verdicts are put off until all that they may assess is there. */
static gboolean
read_annotations (GalleyJsonReader *self,
                  const GalleyJsonPlace *list,
                  GArray *verdicts,
                  GError **error)
{
  GalleyJsonPlace place;
  GalleyJsonIter iter;

  galley_json_items_init (&iter, list, &place);
  while (galley_json_items_next (&iter, &place))
    {
      g_auto (GalleyJsonObject) item = { 0 };

      if (!galley_json_object_open (&item, &place, error)
          || !galley_json_object_need_word (&item, "type", "Annotation", error))
        return FALSE;
      if (is_verdict (&item))
        g_array_append_val (verdicts, place);
      else if (!_galley_json_read_annotation (self, &item, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_verdicts (GalleyJsonReader *self, GArray *verdicts, GError **error)
{
  for (guint i = 0; i < verdicts->len; i++)
    {
      const GalleyJsonPlace *place = &g_array_index (verdicts, GalleyJsonPlace, i);
      g_auto (GalleyJsonObject) item = { 0 };
      GalleyJsonPlace known;

      if (!galley_json_object_open (&item, place, error))
        return FALSE;
      galley_json_object_take (&item, "type", &known);
      galley_json_object_take (&item, "motivation", &known);
      if (!_galley_json_read_verdict (self, &item, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_links (GalleyJsonReader *self, const GalleyJsonPlace *list, GError **error)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const GalleyJsonLink *link = &g_array_index (self->links, GalleyJsonLink, i);
      const GalleyJsonPlace item = { .parent = list, .index = link->index };
      const GalleyJsonPlace source = { .parent = &item, .name = "galley:source" };

      if (!_galley_json_check_link (self, &source, link->id, error))
        return FALSE;
    }

  return TRUE;
}

/* Before any is read, so that a file of far too many is refused at once. */
static gboolean
count_items (const GalleyJsonPlace *list, guint *n_items, GError **error)
{
  GalleyJsonSlice item;
  GalleyJsonIter iter;

  galley_json_iter_init (&iter, &list->slice);
  while (galley_json_iter_next (&iter, NULL, &item))
    (*n_items)++;

  if (*n_items == 0)
    return galley_json_fail (list,
                             GALLEY_ERROR_MEANING,
                             error,
                             _ ("a page without annotations is to be left out"));

  return *n_items <= GALLEY_LIMIT_ITEMS
         || galley_json_fail (list,
                              GALLEY_ERROR_LIMIT,
                              error,
                              _ ("there are more than 100,000 annotations"));
}

static gboolean
read_items (GalleyJsonReader *self, const GalleyJsonPlace *list, guint *n_items, GError **error)
{
  g_autoptr (GArray) verdicts = g_array_new (FALSE, FALSE, sizeof (GalleyJsonPlace));

  return galley_json_place_expect (list, GALLEY_JSON_ARRAY, error)
         && count_items (list, n_items, error) && read_annotations (self, list, verdicts, error)
         && check_links (self, list, error) && read_verdicts (self, verdicts, error);
}

static gboolean
read_page (
    GalleyJsonReader *self, GalleyJsonObject *root, guint *n_items, GString *rest, GError **error)
{
  g_auto (GalleyJsonObject) page = { 0 };
  g_autoptr (GString) members = g_string_new (NULL);
  g_autofree char *id = NULL;
  GalleyJsonPlace place, list, next;
  guint start = 0;

  if (!galley_json_object_take (root, "first", &place))
    return TRUE;
  if (!galley_json_object_open (&page, &place, error)
      || !galley_json_object_need_word (&page, "type", "AnnotationPage", error)
      || !galley_json_object_take_string (&page, "id", &id, error)
      || !galley_json_object_need_uint (&page, "startIndex", &start, error)
      || !galley_json_object_need (&page, "items", &list, error)
      || !read_items (self, &list, n_items, error))
    return FALSE;
  if (start != 0 || galley_json_object_take (&page, "next", &next))
    return galley_json_fail (&page.place,
                             GALLEY_ERROR_UNSUPPORTED,
                             error,
                             _ ("all annotations must stand on the first page"));

  galley_json_object_append_rest (&page, members);
  galley_json_rest_append_object (rest, "first", members);

  return TRUE;
}

static gboolean
check_total (GalleyJsonObject *root, guint n_items, GError **error)
{
  GalleyJsonPlace place;
  guint total;

  if (!galley_json_object_need (root, "total", &place, error)
      || !galley_json_place_get_uint (&place, &total, error))
    return FALSE;

  return total == n_items
         || galley_json_fail (&place,
                              GALLEY_ERROR_MEANING,
                              error,
                              _ ("it says %u, and there are %u annotations"),
                              total,
                              n_items);
}

static GalleyReview *
make_review (GalleyJsonReader *self, const char *id, const char *label, const GString *rest)
{
  g_autoptr (GalleyReview) review = galley_review_new (self->article);
  const GalleyMetadata *metadata = galley_article_get_metadata (self->article);
  g_autofree char *extra = galley_json_rest_to_object (rest);

  galley_review_set_id (review, id);
  /* A label that only repeats the title goes along when the title is corrected. */
  if (g_strcmp0 (label, metadata->title) != 0)
    galley_review_set_label (review, label);
  galley_review_set_extra (review, extra);
  galley_review_load (review, self->annotations);

  return g_steal_pointer (&review);
}

static GalleyReview *
read_collection (GalleyJsonReader *self, const GalleyJsonPlace *place, GError **error)
{
  g_auto (GalleyJsonObject) root = { 0 };
  g_autoptr (GString) rest = g_string_new (NULL);
  g_autoptr (GString) article_rest = g_string_new (NULL);
  g_autofree char *id = NULL;
  g_autofree char *label = NULL;
  GalleyJsonPlace article;
  guint n_items = 0;

  if (!galley_json_object_open (&root, place, error) || !check_format (&root, error)
      || !galley_json_object_need_word (&root, "type", "AnnotationCollection", error)
      || !check_context (&root, rest, error) || !_galley_json_read_id (self, &root, &id, error)
      || !galley_json_object_take_string (&root, "label", &label, error)
      || !galley_json_object_need (&root, "galley:article", &article, error)
      || !_galley_json_read_article (self, &article, article_rest, error))
    return NULL;
  galley_json_rest_append_object (rest, "galley:article", article_rest);
  if (!read_page (self, &root, &n_items, rest, error) || !check_total (&root, n_items, error))
    return NULL;

  galley_json_object_append_rest (&root, rest);

  return make_review (self, id, label, rest);
}

/**
 * galley_json_read:
 * @bytes: a `.galley.json`, from whomever
 * @text_matches: (out) (optional): whether the article's text has the digest that the file says;
 *   if not, somebody changed it, and it should be opened read-only
 * @error: %GALLEY_ERROR_SYNTAX or %GALLEY_ERROR_LIMIT with line and column, or
 *   %GALLEY_ERROR_MEANING, %GALLEY_ERROR_LIMIT or %GALLEY_ERROR_UNSUPPORTED with the path of the
 *   member at fault
 *
 * Nothing is believed: the grammar and the bounds of galley-limits.h first, then every member. What
 * galley_json_write() wrote comes back as it was; members that this version does not know are kept
 * in the `extra` of review, annotations and verdicts, and written back. Kinds, types and verdicts
 * that it does not know are refused, for nobody could see or count them.
 *
 * Returns: (transfer full) (nullable): the review, or %NULL; there is no half of one
 */
GalleyReview *
galley_json_read (GBytes *bytes, gboolean *text_matches, GError **error)
{
  static const char *const long_path[] = { "galley:article", "text", NULL };
  g_auto (GalleyJsonReader) self = { 0 };
  GalleyJsonPlace root = { 0 };
  GalleyReview *review;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!galley_json_scan (data != NULL ? data : "", length, long_path, &root.slice, error))
    return NULL;

  reader_init (&self);
  review = read_collection (&self, &root, error);
  if (review != NULL && text_matches != NULL)
    *text_matches = self.text_matches;

  return review;
}

/**
 * galley_json_sniff:
 * @bytes: a file
 *
 * Returns: %TRUE if it means to be an annotation file, sound or not
 */
gboolean
galley_json_sniff (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gssize sniffed = (gssize) MIN (length, (gsize) SNIFFED);
  gsize start = 0;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    start = 3;
  while (start < length && strchr (" \t\r\n", data[start]) != NULL && data[start] != '\0')
    start++;

  return start < length && data[start] == '{'
         && (g_strstr_len (data, sniffed, "\"AnnotationCollection\"") != NULL
             || g_strstr_len (data, sniffed, "\"galley:") != NULL);
}
