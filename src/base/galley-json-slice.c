/* galley-json-slice.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/galley-json-slice.h"

#include <string.h>

#include "base/galley-json-token.h"

static const char *
skip_space (const char *p, const char *end)
{
  while (p < end && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r'))
    p++;

  return p;
}

/* From quotation mark to quotation mark, which is the end unless an odd number of backslashes
 * stands before it. There is an end: the scan has seen it. */
static const char *
skip_string (const char *p)
{
  const char *first = p + 1;

  for (;;)
    {
      const char *backslash;

      p = rawmemchr (p + 1, '"');
      backslash = p;
      while (backslash > first && backslash[-1] == '\\')
        backslash--;
      if ((p - backslash) % 2 == 0)
        return p + 1;
    }
}

static const char *
skip_container (const char *p)
{
  guint depth = 0;

  do
    {
      if (*p == '"')
        {
          p = skip_string (p);
          continue;
        }
      if (*p == '{' || *p == '[')
        depth++;
      else if (*p == '}' || *p == ']')
        depth--;
      p++;
    }
  while (depth > 0);

  return p;
}

static const char *
skip_value (const char *p, const char *end)
{
  if (*p == '"')
    return skip_string (p);
  if (*p == '{' || *p == '[')
    return skip_container (p);

  while (p < end && strchr (",]} \t\r\n", *p) == NULL)
    p++;

  return p;
}

/**
 * galley_json_iter_init:
 * @container: an object or an array
 */
void
galley_json_iter_init (GalleyJsonIter *self, const GalleyJsonSlice *container)
{
  g_return_if_fail (container->length >= 2);
  g_return_if_fail (*container->data == '{' || *container->data == '[');

  self->is_object = *container->data == '{';
  self->end = container->data + container->length - 1;
  self->place = skip_space (container->data + 1, self->end);
}

/**
 * galley_json_iter_next:
 * @name: (out) (optional): the member's name, a string; empty in an array
 * @value: (out): the member's value or the item
 *
 * Returns: %FALSE behind the last one
 */
gboolean
galley_json_iter_next (GalleyJsonIter *self, GalleyJsonSlice *name, GalleyJsonSlice *value)
{
  GalleyJsonSlice member = { self->place, 0 };

  if (self->place >= self->end)
    return FALSE;

  if (self->is_object)
    {
      self->place = skip_string (self->place);
      member.length = (gsize) (self->place - member.data);
      /* the colon and the space on both its sides */
      self->place = skip_space (self->place, self->end) + 1;
      self->place = skip_space (self->place, self->end);
    }
  if (name != NULL)
    *name = member;

  value->data = self->place;
  self->place = skip_value (self->place, self->end);
  value->length = (gsize) (self->place - value->data);

  self->place = skip_space (self->place, self->end);
  if (self->place < self->end)
    self->place = skip_space (self->place + 1, self->end);

  return TRUE;
}

GalleyJsonType
galley_json_slice_get_type (const GalleyJsonSlice *self)
{
  switch (*self->data)
    {
    case '{':
      return GALLEY_JSON_OBJECT;
    case '[':
      return GALLEY_JSON_ARRAY;
    case '"':
      return GALLEY_JSON_STRING;
    case 't':
    case 'f':
      return GALLEY_JSON_BOOLEAN;
    case 'n':
      return GALLEY_JSON_NULL;
    default:
      return GALLEY_JSON_NUMBER;
    }
}

/**
 * galley_json_slice_dup_string:
 * @self: a string
 * @length: (out) (optional): its length in bytes
 *
 * Meant for the names of members; values are what json-glib is for.
 *
 * Returns: (transfer full): the string without quotation marks, escapes resolved; holds no NUL
 */
char *
galley_json_slice_dup_string (const GalleyJsonSlice *self, gsize *length)
{
  g_autoptr (GString) string = g_string_sized_new (self->length);
  const char *place = self->data;

  galley_json_skip_string (&place, place + self->length, self->length, string);
  if (length != NULL)
    *length = string->len;

  return g_string_free (g_steal_pointer (&string), FALSE);
}

/**
 * galley_json_slice_append_compact:
 * @out: where to append
 *
 * Appends the value as it came but for the space between its tokens.
 */
void
galley_json_slice_append_compact (const GalleyJsonSlice *self, GString *out)
{
  const char *p = self->data, *end = self->data + self->length;

  while ((p = skip_space (p, end)) < end)
    {
      const char *first = p;

      if (*p == '"')
        p = skip_string (p);
      else if (strchr ("{}[]:,", *p) != NULL)
        p++;
      else
        while (p < end && strchr ("{}[]:, \t\r\n", *p) == NULL)
          p++;
      g_string_append_len (out, first, p - first);
    }
}
