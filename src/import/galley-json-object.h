/* galley-json-object.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "base/galley-error.h"
#include "base/galley-json-slice.h"

G_BEGIN_DECLS

/**
 * GalleyJsonPlace:
 * @parent: (nullable): what holds it; must outlive it
 * @name: (nullable): the member's name, %NULL of an item
 * @index: the item's position
 * @slice: the value as it came
 * @node: (nullable): the value as json-glib read it; borrowed from what holds it, %NULL where that
 *   was too large to be read at once
 *
 * A value of a scanned file and the way to it, for messages. Lives on the stack.
 */
typedef struct _GalleyJsonPlace GalleyJsonPlace;
struct _GalleyJsonPlace
{
  const GalleyJsonPlace *parent;
  const char *name;
  guint index;
  GalleyJsonSlice slice;
  JsonNode *node;
};

/**
 * GalleyJsonObject:
 * @place: where it stands; owns its node
 *
 * An object of a scanned file whose members are taken one by one; what nobody took is what this
 * version does not know. Open it with galley_json_object_open(), clear it whatever comes.
 */
typedef struct
{
  GalleyJsonPlace place;
  GArray *members;
} GalleyJsonObject;

gboolean galley_json_fail (const GalleyJsonPlace *place,
                           GalleyError code,
                           GError **error,
                           const char *format,
                           ...) G_GNUC_PRINTF (4, 5);
gboolean galley_json_place_is (const GalleyJsonPlace *place, GalleyJsonType type);
gboolean
galley_json_place_expect (const GalleyJsonPlace *place, GalleyJsonType type, GError **error);
gboolean galley_json_place_get_uint (const GalleyJsonPlace *place, guint *value, GError **error);
gboolean galley_json_place_get_double (const GalleyJsonPlace *place, double *value, GError **error);
gboolean galley_json_place_get_string (const GalleyJsonPlace *place, char **value, GError **error);
GBytes *galley_json_place_get_bytes (const GalleyJsonPlace *place, GError **error);

void
galley_json_items_init (GalleyJsonIter *iter, const GalleyJsonPlace *list, GalleyJsonPlace *item);
gboolean galley_json_items_next (GalleyJsonIter *iter, GalleyJsonPlace *item);

gboolean
galley_json_object_open (GalleyJsonObject *self, const GalleyJsonPlace *place, GError **error);
void galley_json_object_clear (GalleyJsonObject *self);
gboolean
galley_json_object_take (GalleyJsonObject *self, const char *name, GalleyJsonPlace *member);
gboolean galley_json_object_need (GalleyJsonObject *self,
                                  const char *name,
                                  GalleyJsonPlace *member,
                                  GError **error);
gboolean galley_json_object_take_string (GalleyJsonObject *self,
                                         const char *name,
                                         char **value,
                                         GError **error);
gboolean galley_json_object_need_string (GalleyJsonObject *self,
                                         const char *name,
                                         char **value,
                                         GError **error);
gboolean galley_json_object_need_word (GalleyJsonObject *self,
                                       const char *name,
                                       const char *word,
                                       GError **error);
gboolean galley_json_object_need_uint (GalleyJsonObject *self,
                                       const char *name,
                                       guint *value,
                                       GError **error);
void galley_json_object_put_back (GalleyJsonObject *self, const char *name);
void galley_json_object_append_rest (GalleyJsonObject *self, GString *rest);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GalleyJsonObject, galley_json_object_clear)

G_END_DECLS
