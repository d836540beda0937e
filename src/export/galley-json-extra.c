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
