/* galley-json-slice.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  GALLEY_JSON_OBJECT,
  GALLEY_JSON_ARRAY,
  GALLEY_JSON_STRING,
  GALLEY_JSON_NUMBER,
  GALLEY_JSON_BOOLEAN,
  GALLEY_JSON_NULL,
} GalleyJsonType;

/**
 * GalleyJsonSlice:
 * @data: the first byte; borrowed from the text that was scanned
 * @length: bytes
 *
 * One value of a JSON text that galley_json_scan() found sound, without the space around it. The
 * functions below trust that scan.
 */
typedef struct
{
  const char *data;
  gsize length;
} GalleyJsonSlice;

/**
 * GalleyJsonIter:
 *
 * Walks over the members of an object or the items of an array. Lives on the stack.
 */
typedef struct
{
  const char *place;
  const char *end;
  gboolean is_object;
} GalleyJsonIter;

void galley_json_iter_init (GalleyJsonIter *self, const GalleyJsonSlice *container);
gboolean
galley_json_iter_next (GalleyJsonIter *self, GalleyJsonSlice *name, GalleyJsonSlice *value);

GalleyJsonType galley_json_slice_get_type (const GalleyJsonSlice *self);
char *galley_json_slice_dup_string (const GalleyJsonSlice *self, gsize *length);
void galley_json_slice_append_compact (const GalleyJsonSlice *self, GString *out);

G_END_DECLS
