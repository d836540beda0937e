/* galley-json-object.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/galley-json-object.h"

#include <string.h>

#include <glib/gi18n-lib.h>

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
  return galley_json_slice_get_type (&place->value) == type;
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
    [GALLEY_JSON_BOOLEAN] = N_ ("true or false is expected here"),
    [GALLEY_JSON_NULL] = N_ ("null is expected here"),
  };

  return galley_json_place_is (place, type)
         || galley_json_fail (place, GALLEY_ERROR_MEANING, error, "%s", _ (expected[type]));
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
  g_autofree char *digits = g_strndup (place->value.data, place->value.length);
  guint64 number;

  if (!galley_json_place_expect (place, GALLEY_JSON_NUMBER, error))
    return FALSE;
  if (!g_ascii_string_to_unsigned (digits, 10, 0, G_MAXUINT32, &number, NULL))
    return galley_json_fail (place,
                             GALLEY_ERROR_MEANING,
                             error,
                             _ ("a whole number that is not negative is expected here"));

  *value = (guint) number;

  return TRUE;
}

/**
 * galley_json_items_init:
 * @list: an array, which must outlive @item
 * @item: (out): to be passed to galley_json_items_next()
 */
void
galley_json_items_init (GalleyJsonIter *iter, const GalleyJsonPlace *list, GalleyJsonPlace *item)
{
  galley_json_iter_init (iter, &list->value);
  *item = (GalleyJsonPlace){ .parent = list, .index = G_MAXUINT };
}

gboolean
galley_json_items_next (GalleyJsonIter *iter, GalleyJsonPlace *item)
{
  item->index++;

  return galley_json_iter_next (iter, NULL, &item->value);
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
  if (!galley_json_place_expect (place, GALLEY_JSON_OBJECT, error))
    return FALSE;

  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  galley_json_iter_init (&iter, &place->value);
  while (galley_json_iter_next (&iter, &member.name, &member.value))
    g_array_append_val (self->members, member);

  return TRUE;
}

void
galley_json_object_clear (GalleyJsonObject *self)
{
  g_clear_pointer (&self->members, g_array_unref);
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
  *member = (GalleyJsonPlace){ .parent = &self->place, .name = name, .value = found->value };

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

static gboolean
read_string (const GalleyJsonPlace *place, char **value, GError **error)
{
  if (!galley_json_place_expect (place, GALLEY_JSON_STRING, error))
    return FALSE;

  g_free (*value);
  *value = galley_json_slice_dup_string (&place->value, NULL);

  return TRUE;
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

  return !galley_json_object_take (self, name, &member) || read_string (&member, value, error);
}

gboolean
galley_json_object_need_string (GalleyJsonObject *self,
                                const char *name,
                                char **value,
                                GError **error)
{
  GalleyJsonPlace member;

  return galley_json_object_need (self, name, &member, error)
         && read_string (&member, value, error);
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
      || !read_string (&member, &value, error))
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

static void
append_comma (GString *rest)
{
  if (rest->len > 0)
    g_string_append_c (rest, ',');
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
      append_comma (rest);
      galley_json_slice_append_compact (&member->name, rest);
      g_string_append_c (rest, ':');
      galley_json_slice_append_compact (&member->value, rest);
    }
}

/**
 * galley_json_rest_append:
 * @name: needs no escapes
 * @value: JSON
 */
void
galley_json_rest_append (GString *rest, const char *name, const char *value)
{
  append_comma (rest);
  g_string_append_printf (rest, "\"%s\":", name);
  g_string_append (rest, value);
}

/**
 * galley_json_rest_append_object:
 * @members: without the braces; none append nothing
 */
void
galley_json_rest_append_object (GString *rest, const char *name, const GString *members)
{
  g_autofree char *object = galley_json_rest_to_object (members);

  if (object != NULL)
    galley_json_rest_append (rest, name, object);
}

/**
 * galley_json_rest_to_object:
 *
 * Returns: (transfer full) (nullable): @rest as an object, %NULL where it is empty
 */
char *
galley_json_rest_to_object (const GString *rest)
{
  return rest->len > 0 ? g_strconcat ("{", rest->str, "}", NULL) : NULL;
}
