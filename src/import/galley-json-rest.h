/* galley-json-rest.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/galley-json-object.h"

G_BEGIN_DECLS

/* What this version does not know of a file, kept as text so that it can be written back: members
 * of an object without the braces around them, items of a list without the brackets. */
void galley_json_rest_append (GString *rest, const char *name, const char *value);
void galley_json_rest_append_object (GString *rest, const char *name, const GString *members);
void galley_json_rest_append_item (GString *items, const GalleyJsonPlace *item);
void galley_json_rest_append_part (GString *items, const char *type, GalleyJsonObject *part);
void galley_json_rest_append_list (GString *rest, const char *name, const GString *items);
char *galley_json_rest_to_object (const GString *rest);

/**
 * GalleyJsonListRest:
 *
 * What is not known of each item of a list whose items are objects. Lives on the stack.
 */
typedef struct
{
  GString *items;
  guint n_items;
  guint n_written;
} GalleyJsonListRest;

void galley_json_list_rest_init (GalleyJsonListRest *self);
void galley_json_list_rest_clear (GalleyJsonListRest *self);
void galley_json_list_rest_add (GalleyJsonListRest *self, const GString *members);
void galley_json_list_rest_add_object (GalleyJsonListRest *self, GalleyJsonObject *item);
void galley_json_list_rest_append (GalleyJsonListRest *self, const char *name, GString *rest);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GalleyJsonListRest, galley_json_list_rest_clear)

G_END_DECLS
