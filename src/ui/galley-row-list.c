/* galley-row-list.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-row-list.h"

#include "base/galley-str.h"
#include "ui/galley-row-text.h"

/* Before the next frame is laid out (GTK lays out at +10), after the events that changed things. */
#define UPDATE_PRIORITY (G_PRIORITY_HIGH_IDLE + 5)

struct _GalleyRowList
{
  GObject parent_instance;

  GalleyKind kind;
  GalleyReview *review;
  GSignalGroup *review_signals;

  GPtrArray *rows;           /* of GalleyRow, what the model shows */
  GHashTable *by_annotation; /* GalleyAnnotation -> GalleyRow, those of rows */
  GalleyRow *unsourced;      /* the heading of quotes without a source */
  guint n_annotations;       /* of the kind, shown or not */

  GalleyRowStatus status;
  char *words; /* folded, NULL for none */

  guint update_id;
  gboolean sources_changed;
};

/* A source and what it says; source is NULL for quotes without one. */
typedef struct
{
  GalleyAnnotation *source;
  GPtrArray *quotes;
} Group;

enum
{
  PROP_0,
  PROP_REVIEW,
  PROP_N_ANNOTATIONS,
  N_PROPS,
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GalleyRowList,
                               galley_row_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GParamSpec *properties[N_PROPS];

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
has_status (GalleyRowList *self, GalleyAnnotation *annotation)
{
  return self->status == GALLEY_ROW_STATUS_ANY
         || (guint) galley_annotation_get_status (annotation) + 1 == (guint) self->status;
}

static gboolean
has_words (GalleyRowList *self, GalleyAnnotation *annotation)
{
  return self->words == NULL || galley_row_text_matches (self->review, annotation, self->words);
}

static GalleyRow *
append_row (GalleyRowList *self, GPtrArray *rows, GalleyAnnotation *annotation, gboolean nested)
{
  GalleyRow *row = g_hash_table_lookup (self->by_annotation, annotation);

  row = row != NULL ? g_object_ref (row) : galley_row_new (self->review, annotation, nested);
  g_ptr_array_add (rows, row);

  return row;
}

static void
append_group (GalleyRowList *self, GPtrArray *rows, Group *group)
{
  gboolean named = group->source != NULL && has_words (self, group->source);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  GalleyRow *heading;

  for (guint i = 0; i < group->quotes->len; i++)
    {
      GalleyAnnotation *quote = g_ptr_array_index (group->quotes, i);

      if (has_status (self, quote) && (named || has_words (self, quote)))
        g_ptr_array_add (shown, quote);
    }
  if (shown->len == 0 && !(named && has_status (self, group->source)))
    return;

  if (group->source != NULL)
    heading = append_row (self, rows, group->source, FALSE);
  else
    g_ptr_array_add (rows, heading = g_object_ref (self->unsourced));
  galley_row_set_n_quotes (heading, group->quotes->len);
  for (guint i = 0; i < shown->len; i++)
    append_row (self, rows, g_ptr_array_index (shown, i), TRUE);
}

static GPtrArray *
build_groups (GalleyRowList *self)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GHashTable) by_source = g_hash_table_new (NULL, NULL);
  Group *unsourced = group_new (NULL);
  guint n_annotations = galley_review_get_n_annotations (self->review);

  for (guint i = 0; i < n_annotations; i++)
    {
      GalleyAnnotation *annotation = galley_review_peek (self->review, i);

      if (galley_annotation_get_kind (annotation) != GALLEY_KIND_SOURCE)
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
build_sources (GalleyRowList *self, guint *n_annotations)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) groups = build_groups (self);

  *n_annotations = groups->len - 1;
  for (guint i = 0; i < groups->len; i++)
    append_group (self, rows, g_ptr_array_index (groups, i));

  return rows;
}

/* Whether the source of @quote has the words, asked once a source: @answers remembers. */
static gboolean
source_has_words (GalleyRowList *self, GalleyAnnotation *quote, GHashTable *answers)
{
  GalleyAnnotation *source = galley_review_get_source_of (self->review, quote);
  gpointer answer;

  if (source == NULL)
    return FALSE;
  if (!g_hash_table_lookup_extended (answers, source, NULL, &answer))
    {
      answer = GINT_TO_POINTER (has_words (self, source));
      g_hash_table_insert (answers, source, answer);
    }

  return GPOINTER_TO_INT (answer);
}

static GPtrArray *
build_kind (GalleyRowList *self, guint *n_annotations)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) answers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < galley_review_get_n_annotations (self->review); i++)
    {
      GalleyAnnotation *annotation = galley_review_peek (self->review, i);

      if (galley_annotation_get_kind (annotation) != self->kind)
        continue;
      *n_annotations += 1;
      if (!has_status (self, annotation))
        continue;
      if (has_words (self, annotation)
          || (self->kind == GALLEY_KIND_QUOTE && source_has_words (self, annotation, answers)))
        append_row (self, rows, annotation, FALSE);
    }

  return rows;
}

static GPtrArray *
build_rows (GalleyRowList *self, guint *n_annotations)
{
  *n_annotations = 0;
  if (self->review == NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);

  return self->kind == GALLEY_KIND_SOURCE ? build_sources (self, n_annotations)
                                          : build_kind (self, n_annotations);
}

static void
index_rows (GalleyRowList *self)
{
  g_hash_table_remove_all (self->by_annotation);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GalleyRow *row = g_ptr_array_index (self->rows, i);

      if (galley_row_get_annotation (row) != NULL)
        g_hash_table_insert (self->by_annotation, galley_row_get_annotation (row), row);
    }
}

/* Takes @rows over and tells of the range that differs, which for one edit is a row or two. */
static void
replace_rows (GalleyRowList *self, GPtrArray *rows)
{
  g_autoptr (GPtrArray) old = self->rows;
  guint shorter = MIN (old->len, rows->len);
  guint n_before = 0;
  guint n_after = 0;

  while (n_before < shorter && old->pdata[n_before] == rows->pdata[n_before])
    n_before++;
  while (n_after < shorter - n_before
         && old->pdata[old->len - 1 - n_after] == rows->pdata[rows->len - 1 - n_after])
    n_after++;

  self->rows = rows;
  index_rows (self);
  if (old->len != n_before + n_after || rows->len != n_before + n_after)
    g_list_model_items_changed (G_LIST_MODEL (self),
                                n_before,
                                old->len - n_before - n_after,
                                rows->len - n_before - n_after);
}

static void
update (GalleyRowList *self)
{
  guint n_annotations;
  gboolean sources_changed = self->sources_changed;

  g_clear_handle_id (&self->update_id, g_source_remove);
  self->sources_changed = FALSE;
  replace_rows (self, build_rows (self, &n_annotations));

  /* Quotes name their source. */
  for (guint i = 0; sources_changed && i < self->rows->len; i++)
    galley_row_changed (g_ptr_array_index (self->rows, i));
  if (self->n_annotations != n_annotations)
    {
      self->n_annotations = n_annotations;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ANNOTATIONS]);
    }
}

static gboolean
on_update_cb (gpointer data)
{
  GalleyRowList *self = data;

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (GalleyRowList *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (UPDATE_PRIORITY, on_update_cb, self, NULL);
}

static void
on_items_changed_cb (GalleyRowList *self)
{
  queue_update (self);
}

static void
on_annotation_changed_cb (GalleyRowList *self, GalleyAnnotation *annotation)
{
  GalleyRow *row = g_hash_table_lookup (self->by_annotation, annotation);
  GalleyKind kind = galley_annotation_get_kind (annotation);

  if (row != NULL)
    galley_row_changed (row);
  if (kind == GALLEY_KIND_SOURCE && self->kind == GALLEY_KIND_QUOTE)
    self->sources_changed = TRUE;
  if (self->kind == GALLEY_KIND_SOURCE || self->sources_changed
      || galley_row_list_is_filtered (self))
    queue_update (self);
}

static GType
galley_row_list_get_item_type (GListModel *model)
{
  return GALLEY_TYPE_ROW;
}

static guint
galley_row_list_get_n_items (GListModel *model)
{
  return GALLEY_ROW_LIST (model)->rows->len;
}

static gpointer
galley_row_list_get_item (GListModel *model, guint position)
{
  GalleyRowList *self = GALLEY_ROW_LIST (model);

  return position < self->rows->len ? g_object_ref (g_ptr_array_index (self->rows, position))
                                    : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = galley_row_list_get_item_type;
  iface->get_n_items = galley_row_list_get_n_items;
  iface->get_item = galley_row_list_get_item;
}

static void
galley_row_list_dispose (GObject *object)
{
  GalleyRowList *self = GALLEY_ROW_LIST (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->review_signals);
  g_clear_object (&self->review);
  g_clear_object (&self->unsourced);
  g_hash_table_remove_all (self->by_annotation);
  g_ptr_array_set_size (self->rows, 0);

  G_OBJECT_CLASS (galley_row_list_parent_class)->dispose (object);
}

static void
galley_row_list_finalize (GObject *object)
{
  GalleyRowList *self = GALLEY_ROW_LIST (object);

  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->by_annotation);
  g_free (self->words);

  G_OBJECT_CLASS (galley_row_list_parent_class)->finalize (object);
}

static void
galley_row_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GalleyRowList *self = GALLEY_ROW_LIST (object);

  switch (prop_id)
    {
    case PROP_REVIEW:
      g_value_set_object (value, self->review);
      break;
    case PROP_N_ANNOTATIONS:
      g_value_set_uint (value, self->n_annotations);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_row_list_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  GalleyRowList *self = GALLEY_ROW_LIST (object);

  switch (prop_id)
    {
    case PROP_REVIEW:
      galley_row_list_set_review (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_row_list_class_init (GalleyRowListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = galley_row_list_dispose;
  object_class->finalize = galley_row_list_finalize;
  object_class->get_property = galley_row_list_get_property;
  object_class->set_property = galley_row_list_set_property;

  properties[PROP_REVIEW] =
      g_param_spec_object ("review",
                           NULL,
                           NULL,
                           GALLEY_TYPE_REVIEW,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_ANNOTATIONS] = g_param_spec_uint (
      "n-annotations", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
galley_row_list_init (GalleyRowList *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_annotation = g_hash_table_new (NULL, NULL);
  self->review_signals = g_signal_group_new (GALLEY_TYPE_REVIEW);
  g_signal_group_connect_swapped (self->review_signals,
                                  "items-changed",
                                  G_CALLBACK (on_items_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->review_signals,
                                  "annotation-changed",
                                  G_CALLBACK (on_annotation_changed_cb),
                                  self);
}

/**
 * galley_row_list_new:
 * @kind: what it lists; for sources, their quotes too
 */
GalleyRowList *
galley_row_list_new (GalleyKind kind)
{
  GalleyRowList *self = g_object_new (GALLEY_TYPE_ROW_LIST, NULL);

  self->kind = kind;

  return self;
}

GalleyKind
galley_row_list_get_kind (GalleyRowList *self)
{
  return self->kind;
}

/**
 * galley_row_list_get_review:
 *
 * Returns: (nullable) (transfer none): what it lists
 */
GalleyReview *
galley_row_list_get_review (GalleyRowList *self)
{
  return self->review;
}

/**
 * galley_row_list_set_review:
 * @review: (nullable): what to list from now on
 */
void
galley_row_list_set_review (GalleyRowList *self, GalleyReview *review)
{
  g_return_if_fail (GALLEY_IS_ROW_LIST (self));

  if (!g_set_object (&self->review, review))
    return;

  g_signal_group_set_target (self->review_signals, review);
  g_clear_object (&self->unsourced);
  if (review != NULL)
    self->unsourced = galley_row_new (review, NULL, FALSE);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVIEW]);
}

/**
 * galley_row_list_set_filter:
 * @status: verdicts to show
 * @words: (nullable): what a row has to contain, in any case; a source that does shows its quotes
 */
void
galley_row_list_set_filter (GalleyRowList *self, GalleyRowStatus status, const char *words)
{
  g_autofree char *stripped = words != NULL ? g_strstrip (g_strdup (words)) : NULL;
  g_autofree char *folded =
      stripped != NULL && *stripped != '\0' ? galley_row_text_fold (stripped) : NULL;

  if (!galley_set_str (&self->words, folded) && self->status == status)
    return;

  self->status = status;
  update (self);
}

gboolean
galley_row_list_is_filtered (GalleyRowList *self)
{
  return self->status != GALLEY_ROW_STATUS_ANY || self->words != NULL;
}

/**
 * galley_row_list_get_n_annotations:
 *
 * Returns: how many annotations of its kind there are, whatever the filter
 */
guint
galley_row_list_get_n_annotations (GalleyRowList *self)
{
  return self->n_annotations;
}

/**
 * galley_row_list_find:
 * @position: (out) (optional): where the row stands; set only on success
 *
 * Returns: %TRUE if @annotation has a row
 */
gboolean
galley_row_list_find (GalleyRowList *self, GalleyAnnotation *annotation, guint *position)
{
  GalleyRow *row = g_hash_table_lookup (self->by_annotation, annotation);

  return row != NULL && g_ptr_array_find (self->rows, row, position);
}

/**
 * galley_row_list_flush:
 *
 * Takes waiting changes of the review over now.
 */
void
galley_row_list_flush (GalleyRowList *self)
{
  if (self->update_id != 0)
    update (self);
}
