/* galley-json-rest.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/galley-json-rest.h"

static void
append_comma (GString *rest)
{
  if (rest->len > 0)
    g_string_append_c (rest, ',');
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
 * galley_json_rest_append_item:
 * @items: items of a list without the brackets around them
 * @item: appended as it came
 */
void
galley_json_rest_append_item (GString *items, const GalleyJsonPlace *item)
{
  append_comma (items);
  galley_json_slice_append_compact (&item->slice, items);
}

/**
 * galley_json_rest_append_list:
 * @items: without the brackets; none append nothing
 */
void
galley_json_rest_append_list (GString *rest, const char *name, const GString *items)
{
  g_autofree char *list = g_strconcat ("[", items->str, "]", NULL);

  if (items->len > 0)
    galley_json_rest_append (rest, name, list);
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

/**
 * galley_json_rest_append_part:
 * @items: items of a list without the brackets
 * @type: of the part; needs no escapes
 * @part: an object whose `type` was taken
 *
 * Appends what nobody took of @part, told from other parts by its type; nothing appends nothing.
 */
void
galley_json_rest_append_part (GString *items, const char *type, GalleyJsonObject *part)
{
  g_autoptr (GString) members = g_string_new (NULL);

  galley_json_object_append_rest (part, members);
  if (members->len == 0)
    return;

  append_comma (items);
  g_string_append_printf (items, "{\"type\":\"%s\",", type);
  g_string_append (items, members->str);
  g_string_append_c (items, '}');
}

void
galley_json_list_rest_init (GalleyJsonListRest *self)
{
  *self = (GalleyJsonListRest){ .items = g_string_new (NULL) };
}

void
galley_json_list_rest_clear (GalleyJsonListRest *self)
{
  g_string_free (self->items, TRUE);
}

/**
 * galley_json_list_rest_add:
 * @members: of the next item, without the braces; may be empty
 *
 * Items of which all is known cost nothing until one follows of which it is not.
 */
void
galley_json_list_rest_add (GalleyJsonListRest *self, const GString *members)
{
  self->n_items++;
  if (members->len == 0)
    return;

  while (++self->n_written < self->n_items)
    g_string_append (self->items, "{},");
  g_string_append_c (self->items, '{');
  g_string_append_len (self->items, members->str, (gssize) members->len);
  g_string_append (self->items, "},");
}

/**
 * galley_json_list_rest_add_object:
 * @item: the next item; all that is known was taken
 */
void
galley_json_list_rest_add_object (GalleyJsonListRest *self, GalleyJsonObject *item)
{
  g_autoptr (GString) members = g_string_new (NULL);

  galley_json_object_append_rest (item, members);
  galley_json_list_rest_add (self, members);
}

/**
 * galley_json_list_rest_append:
 * @rest: gets a member @name, unless all was known: an array of objects in the order of the list,
 *   which may end before it
 */
void
galley_json_list_rest_append (GalleyJsonListRest *self, const char *name, GString *rest)
{
  if (self->items->len == 0)
    return;

  g_string_truncate (self->items, self->items->len - 1);
  galley_json_rest_append_list (rest, name, self->items);
}
