/* galley-json-extra.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/galley-json-writer-private.h"

#include <string.h>

#include "base/galley-json-scan.h"

/**
 * _galley_json_extra_parse:
 * @extra: (nullable): what the reader of a file kept
 * @object: (out): set only on success; borrows @extra
 *
 * Returns: %TRUE if there is something to be written back
 */
gboolean
_galley_json_extra_parse (const char *extra, GalleyJsonSlice *object)
{
  return extra != NULL && galley_json_scan (extra, strlen (extra), NULL, object, NULL)
         && galley_json_slice_get_type (object) == GALLEY_JSON_OBJECT;
}

/**
 * _galley_json_extra_find:
 * @object: (nullable)
 * @value: (out): set only on success
 *
 * Returns: %TRUE if @object has that member
 */
gboolean
_galley_json_extra_find (const GalleyJsonSlice *object, const char *name, GalleyJsonSlice *value)
{
  GalleyJsonIter iter;
  GalleyJsonSlice member, found;

  if (object == NULL || galley_json_slice_get_type (object) != GALLEY_JSON_OBJECT)
    return FALSE;

  galley_json_iter_init (&iter, object);
  while (galley_json_iter_next (&iter, &member, &found))
    {
      g_autofree char *member_name = galley_json_slice_dup_string (&member, NULL);

      if (strcmp (member_name, name) == 0)
        {
          *value = found;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * _galley_json_emit_extra:
 * @object: (nullable)
 * @merged_elsewhere: (array zero-terminated=1) (nullable): members that belong into objects of ours
 *   and are written there
 *
 * Writes the members of @object into the object that is open.
 */
void
_galley_json_emit_extra (GalleyJsonWriter *self,
                         const GalleyJsonSlice *object,
                         const char *const *merged_elsewhere)
{
  GalleyJsonIter iter;
  GalleyJsonSlice name, value;

  if (object == NULL || galley_json_slice_get_type (object) != GALLEY_JSON_OBJECT)
    return;

  galley_json_iter_init (&iter, object);
  while (galley_json_iter_next (&iter, &name, &value))
    {
      g_autofree char *text = galley_json_slice_dup_string (&name, NULL);

      if (merged_elsewhere != NULL && g_strv_contains (merged_elsewhere, text))
        continue;
      galley_json_emit_name (&self->out, text);
      galley_json_emit_slice (&self->out, &value);
    }
}

/**
 * _galley_json_emit_extra_items:
 *
 * Writes the items of @array into the array that is open.
 */
void
_galley_json_emit_extra_items (GalleyJsonWriter *self, const GalleyJsonSlice *array)
{
  GalleyJsonIter iter;
  GalleyJsonSlice item;

  if (galley_json_slice_get_type (array) != GALLEY_JSON_ARRAY)
    return;

  galley_json_iter_init (&iter, array);
  while (galley_json_iter_next (&iter, NULL, &item))
    galley_json_emit_slice (&self->out, &item);
}

/**
 * _galley_json_extra_items_init:
 * @object: (nullable): unknown members
 * @name: of a list of ours; @object may hold under it an array of unknown members of its items
 */
void
_galley_json_extra_items_init (GalleyJsonExtraItems *self,
                               const GalleyJsonSlice *object,
                               const char *name)
{
  GalleyJsonSlice array;

  self->more = _galley_json_extra_find (object, name, &array)
               && galley_json_slice_get_type (&array) == GALLEY_JSON_ARRAY;
  if (self->more)
    galley_json_iter_init (&self->iter, &array);
}

/**
 * _galley_json_extra_items_next:
 *
 * To be called once an item of the list.
 *
 * Returns: (nullable): its unknown members, an object
 */
const GalleyJsonSlice *
_galley_json_extra_items_next (GalleyJsonExtraItems *self)
{
  self->more = self->more && galley_json_iter_next (&self->iter, NULL, &self->members);

  return self->more ? &self->members : NULL;
}

/**
 * _galley_json_extra_has_type:
 *
 * Returns: %TRUE if @object has a member `type` that is the string @type, which needs no escapes
 */
gboolean
_galley_json_extra_has_type (const GalleyJsonSlice *object, const char *type)
{
  g_autofree char *text = NULL;
  GalleyJsonSlice value;

  if (!_galley_json_extra_find (object, "type", &value)
      || galley_json_slice_get_type (&value) != GALLEY_JSON_STRING)
    return FALSE;

  text = galley_json_slice_dup_string (&value, NULL);

  return strcmp (text, type) == 0;
}
