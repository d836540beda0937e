/* galley-json-object.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/galley-json-object.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Bytes of an object or a list that json-glib gets at once: more than an annotation needs. It takes
 * some 34 times as many in memory, and names made to collide cost it the square of their number, so
 * that what is larger is walked over, and what it holds is handed on one by one. */
#define PIECE ((gsize) 8 * 1024)

typedef struct
{
  GalleyJsonSlice name;
  GalleyJsonSlice value;
  gboolean taken;
} Member;

static void
append_path (const GalleyJsonPlace *place, GString *path)
{
  if (place == NULL || (place->parent == NULL && place->name == NULL))
    return;

  append_path (place->parent, path);
  if (place->name != NULL)
    g_string_append_printf (path, "/%s", place->name);
  else
    g_string_append_printf (path, "/%u", place->index);
}

/**
 * galley_json_fail:
 * @place: what is wrong
 * @format: a sentence, translated
 *
 * Returns: %FALSE, with @error set: the path of @place (RFC 6901), then the sentence
 */
gboolean
galley_json_fail (
    const GalleyJsonPlace *place, GalleyError code, GError **error, const char *format, ...)
{
  g_autoptr (GString) path = g_string_new (NULL);
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);

  append_path (place, path);
  if (path->len == 0)
    g_string_append_c (path, '/');
  /* translators: where the fault is ("/first/items/3/target"), then what is wrong there */
  g_set_error (error, GALLEY_ERROR, (gint) code, _ ("%s: %s"), path->str, sentence);

  return FALSE;
}

gboolean
galley_json_place_is (const GalleyJsonPlace *place, GalleyJsonType type)
{
  return galley_json_slice_get_type (&place->slice) == type;
}

/**
 * galley_json_place_expect:
 *
 * Returns: %TRUE if the value is of @type
 */
gboolean
galley_json_place_expect (const GalleyJsonPlace *place, GalleyJsonType type, GError **error)
{
  static const char *const expected[] = {
    [GALLEY_JSON_OBJECT] = N_ ("an object is expected here"),
    [GALLEY_JSON_ARRAY] = N_ ("a list is expected here"),
    [GALLEY_JSON_STRING] = N_ ("a string is expected here"),
    [GALLEY_JSON_NUMBER] = N_ ("a number is expected here"),
  };

  return galley_json_place_is (place, type)
         || galley_json_fail (place, GALLEY_ERROR_MEANING, error, "%s", _ (expected[type]));
}

/* json-glib has no say in what is sound, for it believes too much: the scan was there before. */
static JsonNode *
read_node (const GalleyJsonPlace *place, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) problem = NULL;

  if (place->node != NULL)
    return json_node_ref (place->node);

  parser = json_parser_new ();
  if (!json_parser_load_from_data (
          parser, place->slice.data, (gssize) place->slice.length, &problem))
    {
      galley_json_fail (place, GALLEY_ERROR_SYNTAX, error, "%s", problem->message);
      return NULL;
    }

  return json_parser_steal_root (parser);
}

static JsonNode *
read_scalar (const GalleyJsonPlace *place, GalleyJsonType type, GError **error)
{
  return galley_json_place_expect (place, type, error) ? read_node (place, error) : NULL;
}

/**
 * galley_json_place_get_uint:
 * @value: (out): set only on success
 *
 * Returns: %TRUE if the value is a whole number from 0 to 4,294,967,295 without fraction or
 * exponent
 */
gboolean
galley_json_place_get_uint (const GalleyJsonPlace *place, guint *value, GError **error)
{
  g_autoptr (JsonNode) node = read_scalar (place, GALLEY_JSON_NUMBER, error);
  gint64 number;

  if (node == NULL)
    return FALSE;

  number = json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : -1;
  if (number < 0 || number > G_MAXUINT32)
    return galley_json_fail (place,
                             GALLEY_ERROR_MEANING,
                             error,
                             _ ("a whole number that is not negative is expected here"));

  *value = (guint) number;

  return TRUE;
}

/**
 * galley_json_place_get_double:
 * @value: (out): set only on success; finite
 *
 * Returns: %TRUE if the value is a number
 */
gboolean
galley_json_place_get_double (const GalleyJsonPlace *place, double *value, GError **error)
{
  g_autoptr (JsonNode) node = read_scalar (place, GALLEY_JSON_NUMBER, error);

  if (node == NULL)
    return FALSE;

  *value = json_node_get_double (node);

  return TRUE;
}

/**
 * galley_json_place_get_string:
 * @value: (inout) (transfer full): replaced on success
 *
 * Returns: %TRUE if the value is a string
 */
gboolean
galley_json_place_get_string (const GalleyJsonPlace *place, char **value, GError **error)
{
  g_autoptr (JsonNode) node = read_scalar (place, GALLEY_JSON_STRING, error);

  if (node == NULL)
    return FALSE;

  g_free (*value);
  *value = json_node_dup_string (node);

  return TRUE;
}

/**
 * galley_json_place_get_bytes:
 *
 * For a string that may be long: it is not copied.
 *
 * Returns: (transfer full) (nullable): the bytes of the string, without a NUL at the end
 */
GBytes *
galley_json_place_get_bytes (const GalleyJsonPlace *place, GError **error)
{
  JsonNode *node = read_scalar (place, GALLEY_JSON_STRING, error);
  const char *string;

  if (node == NULL)
    return NULL;

  string = json_node_get_string (node);

  return g_bytes_new_with_free_func (string,
                                     strlen (string),
                                     (GDestroyNotify) json_node_unref,
                                     node);
}

/**
 * galley_json_items_init:
 * @list: an array, which must outlive @item
 * @item: (out): to be passed to galley_json_items_next()
 */
void
galley_json_items_init (GalleyJsonIter *iter, const GalleyJsonPlace *list, GalleyJsonPlace *item)
{
  galley_json_iter_init (iter, &list->slice);
  *item = (GalleyJsonPlace){ .parent = list, .index = G_MAXUINT };
}

gboolean
galley_json_items_next (GalleyJsonIter *iter, GalleyJsonPlace *item)
{
  JsonNode *list = item->parent->node;

  item->index++;
  if (!galley_json_iter_next (iter, NULL, &item->slice))
    return FALSE;

  if (list != NULL)
    item->node = json_array_get_element (json_node_get_array (list), item->index);

  return TRUE;
}

/**
 * galley_json_object_open:
 * @self: (out): to be cleared whatever comes
 *
 * Returns: %TRUE if @place is an object
 */
gboolean
galley_json_object_open (GalleyJsonObject *self, const GalleyJsonPlace *place, GError **error)
{
  GalleyJsonIter iter;
  Member member = { .taken = FALSE };

  *self = (GalleyJsonObject){ .place = *place };
  self->place.node = NULL;
  if (!galley_json_place_expect (place, GALLEY_JSON_OBJECT, error))
    return FALSE;
  if (place->node != NULL || place->slice.length <= PIECE)
    {
      self->place.node = read_node (place, error);
      if (self->place.node == NULL)
        return FALSE;
    }

  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  galley_json_iter_init (&iter, &place->slice);
  while (galley_json_iter_next (&iter, &member.name, &member.value))
    g_array_append_val (self->members, member);

  return TRUE;
}

void
galley_json_object_clear (GalleyJsonObject *self)
{
  g_clear_pointer (&self->members, g_array_unref);
  g_clear_pointer (&self->place.node, json_node_unref);
}

static gboolean
is_named (const Member *member, const char *name)
{
  const char *text = member->name.data + 1;
  gsize length = member->name.length - 2;
  g_autofree char *decoded = NULL;

  if (memchr (text, '\\', length) == NULL)
    return strlen (name) == length && memcmp (text, name, length) == 0;

  decoded = galley_json_slice_dup_string (&member->name, NULL);

  return strcmp (decoded, name) == 0;
}

static Member *
find_member (GalleyJsonObject *self, const char *name)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      Member *member = &g_array_index (self->members, Member, i);

      if (is_named (member, name))
        return member;
    }

  return NULL;
}

/**
 * galley_json_object_take:
 * @name: borrowed for as long as @member lives
 * @member: (out): set only on success; @self must outlive it
 *
 * Returns: %TRUE if there is such a member
 */
gboolean
galley_json_object_take (GalleyJsonObject *self, const char *name, GalleyJsonPlace *member)
{
  Member *found = find_member (self, name);

  if (found == NULL)
    return FALSE;

  found->taken = TRUE;
  *member = (GalleyJsonPlace){ .parent = &self->place, .name = name, .slice = found->value };
  if (self->place.node != NULL)
    member->node = json_object_get_member (json_node_get_object (self->place.node), name);

  return TRUE;
}

/**
 * galley_json_object_need:
 *
 * Returns: %TRUE if there is such a member, else %FALSE with @error set
 */
gboolean
galley_json_object_need (GalleyJsonObject *self,
                         const char *name,
                         GalleyJsonPlace *member,
                         GError **error)
{
  if (galley_json_object_take (self, name, member))
    return TRUE;

  return galley_json_fail (
      &self->place, GALLEY_ERROR_MEANING, error, _ ("the member “%s” is missing"), name);
}

/**
 * galley_json_object_take_string:
 * @value: (inout) (transfer full): replaced if there is such a member
 *
 * Returns: %FALSE only if there is such a member and it is no string
 */
gboolean
galley_json_object_take_string (GalleyJsonObject *self,
                                const char *name,
                                char **value,
                                GError **error)
{
  GalleyJsonPlace member;

  return !galley_json_object_take (self, name, &member)
         || galley_json_place_get_string (&member, value, error);
}

gboolean
galley_json_object_need_string (GalleyJsonObject *self,
                                const char *name,
                                char **value,
                                GError **error)
{
  GalleyJsonPlace member;

  return galley_json_object_need (self, name, &member, error)
         && galley_json_place_get_string (&member, value, error);
}

/**
 * galley_json_object_need_word:
 *
 * Returns: %TRUE if there is such a member and it is the string @word
 */
gboolean
galley_json_object_need_word (GalleyJsonObject *self,
                              const char *name,
                              const char *word,
                              GError **error)
{
  g_autofree char *value = NULL;
  GalleyJsonPlace member;

  if (!galley_json_object_need (self, name, &member, error)
      || !galley_json_place_get_string (&member, &value, error))
    return FALSE;

  return strcmp (value, word) == 0
         || galley_json_fail (
             &member, GALLEY_ERROR_MEANING, error, _ ("“%s” is expected here"), word);
}

gboolean
galley_json_object_need_uint (GalleyJsonObject *self,
                              const char *name,
                              guint *value,
                              GError **error)
{
  GalleyJsonPlace member;

  return galley_json_object_need (self, name, &member, error)
         && galley_json_place_get_uint (&member, value, error);
}

/**
 * galley_json_object_put_back:
 *
 * Makes a member one that this version does not know, after all.
 */
void
galley_json_object_put_back (GalleyJsonObject *self, const char *name)
{
  Member *member = find_member (self, name);

  if (member != NULL)
    member->taken = FALSE;
}

/**
 * galley_json_object_append_rest:
 * @rest: members without the braces around them
 *
 * Appends all that nobody took.
 */
void
galley_json_object_append_rest (GalleyJsonObject *self, GString *rest)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = &g_array_index (self->members, Member, i);

      if (member->taken)
        continue;
      if (rest->len > 0)
        g_string_append_c (rest, ',');
      galley_json_slice_append_compact (&member->name, rest);
      g_string_append_c (rest, ':');
      galley_json_slice_append_compact (&member->value, rest);
    }
}
