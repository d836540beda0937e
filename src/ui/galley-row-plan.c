/* galley-row-plan.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-row-plan.h"

/* A source and what it says; source is NULL for quotes without one. */
typedef struct
{
  GalleyAnnotation *source;
  GPtrArray *quotes;
} Group;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_ptr_array_unref (group->quotes);
  g_free (group);
}

static Group *
group_new (GalleyAnnotation *source)
{
  Group *group = g_new0 (Group, 1);

  group->source = source;
  group->quotes = g_ptr_array_new ();

  return group;
}

static gboolean
passes (const GalleyRowPlan *self, GalleyAnnotation *annotation)
{
  return galley_filter_matches (self->filter, self->review, annotation);
}

static GalleyRow *
append_row (const GalleyRowPlan *self,
            GPtrArray *rows,
            GalleyAnnotation *annotation,
            gboolean nested)
{
  GalleyRow *row = g_hash_table_lookup (self->by_annotation, annotation);

  row = row != NULL ? g_object_ref (row) : galley_row_new (self->review, annotation, nested);
  g_ptr_array_add (rows, row);

  return row;
}

/* A quote that passes brings its source along. */
static GalleyRowRoom
get_room (const GalleyRowPlan *self, const Group *group)
{
  GalleyRowRoom room = { .n_quotes = group->quotes->len };

  if (self->voices != NULL)
    {
      room.n_quoted =
          galley_voices_count_of_source (self->voices, group->source, GALLEY_VOICE_DIRECT);
      room.n_all_quoted = galley_voices_count (self->voices, GALLEY_VOICE_DIRECT);
    }
  if (self->paragraphs != NULL && group->source != NULL)
    room.paragraph =
        galley_paragraphs_find_first (self->paragraphs,
                                      galley_annotation_get_details (group->source)->spans);

  return room;
}

static void
append_group (const GalleyRowPlan *self, GPtrArray *rows, Group *group)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  GalleyRow *heading;
  GalleyRowRoom room;

  for (guint i = 0; i < group->quotes->len; i++)
    {
      if (passes (self, group->quotes->pdata[i]))
        g_ptr_array_add (shown, group->quotes->pdata[i]);
    }
  if (shown->len == 0 && (group->source == NULL || !passes (self, group->source)))
    return;

  if (group->source != NULL)
    heading = append_row (self, rows, group->source, FALSE);
  else
    g_ptr_array_add (rows, heading = g_object_ref (self->unsourced));
  room = get_room (self, group);
  galley_row_set_room (heading, &room);
  for (guint i = 0; i < shown->len; i++)
    append_row (self, rows, g_ptr_array_index (shown, i), TRUE);
}

static GPtrArray *
build_groups (const GalleyRowPlan *self)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GHashTable) by_source = g_hash_table_new (NULL, NULL);
  Group *unsourced = group_new (NULL);
  guint n_annotations = galley_review_get_n_annotations (self->review);

  for (guint i = 0; i < n_annotations; i++)
    {
      GalleyAnnotation *annotation = galley_review_peek (self->review, i);

      if (galley_annotation_get_kind (annotation) != GALLEY_KIND_SOURCE
          || (galley_review_get_merged_into (self->review, annotation) != NULL
              && !passes (self, annotation)))
        continue;
      g_ptr_array_add (groups, group_new (annotation));
      g_hash_table_insert (by_source, annotation, g_ptr_array_index (groups, groups->len - 1));
    }
  g_ptr_array_add (groups, unsourced);
  for (guint i = 0; i < n_annotations; i++)
    {
      GalleyAnnotation *annotation = galley_review_peek (self->review, i);
      GalleyAnnotation *source;
      Group *group;

      if (galley_annotation_get_kind (annotation) != GALLEY_KIND_QUOTE)
        continue;
      source = galley_review_get_source_of (self->review, annotation);
      group = source != NULL ? g_hash_table_lookup (by_source, source) : NULL;
      g_ptr_array_add (group != NULL ? group->quotes : unsourced->quotes, annotation);
    }

  return groups;
}

static GPtrArray *
build_sources (const GalleyRowPlan *self, guint *n_annotations)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) groups = build_groups (self);

  *n_annotations = groups->len - 1;
  for (guint i = 0; i < groups->len; i++)
    append_group (self, rows, g_ptr_array_index (groups, i));

  return rows;
}

static GPtrArray *
build_kind (const GalleyRowPlan *self, guint *n_annotations)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < galley_review_get_n_annotations (self->review); i++)
    {
      GalleyAnnotation *annotation = galley_review_peek (self->review, i);

      if (galley_annotation_get_kind (annotation) != self->kind)
        continue;
      *n_annotations += 1;
      if (passes (self, annotation))
        append_row (self, rows, annotation, FALSE);
    }

  return rows;
}

/**
 * galley_row_plan_build:
 * @n_annotations: (out): how many annotations of the kind there are, shown or not
 *
 * Returns: (transfer full) (element-type GalleyRow): the rows of the list, those it has already
 *   among them
 */
GPtrArray *
galley_row_plan_build (const GalleyRowPlan *self, guint *n_annotations)
{
  *n_annotations = 0;
  if (self->review == NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);

  return self->kind == GALLEY_KIND_SOURCE ? build_sources (self, n_annotations)
                                          : build_kind (self, n_annotations);
}
