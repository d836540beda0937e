/* galley-row-list.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-row-list.h"

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

  GalleyFilter *filter;

  GalleyVoices *voices;         /* of sources, NULL where it must be made anew */
  GalleyParagraphs *paragraphs; /* likewise */

  guint update_id;
  gboolean sources_changed;
};

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

/* What the article gives each source is counted once a change, not once a letter of a search. */
static void
count_words (GalleyRowList *self)
{
  if (self->kind != GALLEY_KIND_SOURCE || self->review == NULL || self->voices != NULL)
    return;

  self->voices = galley_voices_new (self->review);
  self->paragraphs = galley_paragraphs_new (galley_review_get_article (self->review));
}

static void
forget_words (GalleyRowList *self)
{
  g_clear_pointer (&self->voices, galley_voices_free);
  g_clear_pointer (&self->paragraphs, galley_paragraphs_free);
}

static GPtrArray *
build_rows (GalleyRowList *self, guint *n_annotations)
{
  const GalleyRowPlan plan = {
    .review = self->review,
    .kind = self->kind,
    .filter = self->filter,
    .voices = self->voices,
    .paragraphs = self->paragraphs,
    .by_annotation = self->by_annotation,
    .unsourced = self->unsourced,
  };

  return galley_row_plan_build (&plan, n_annotations);
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
  count_words (self);
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
  forget_words (self);
  queue_update (self);
}

static void
on_annotation_changed_cb (GalleyRowList *self, GalleyAnnotation *annotation)
{
  GalleyRow *row = g_hash_table_lookup (self->by_annotation, annotation);
  GalleyKind kind = galley_annotation_get_kind (annotation);

  forget_words (self);
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
  forget_words (self);
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
  galley_filter_free (self->filter);

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
  self->filter = galley_filter_new ();
  self->review_signals = g_signal_group_new (GALLEY_TYPE_REVIEW);
  g_signal_group_connect_swapped (self->review_signals,
                                  "items-changed",
                                  G_CALLBACK (on_items_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->review_signals,
                                  "annotation-changed",
                                  G_CALLBACK (on_annotation_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->review_signals,
                                  "metadata-changed",
                                  G_CALLBACK (on_items_changed_cb),
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
  forget_words (self);
  g_clear_object (&self->unsourced);
  if (review != NULL)
    self->unsourced = galley_row_new (review, NULL, FALSE);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVIEW]);
}

/**
 * galley_row_list_set_filter:
 * @filter: which rows to show; a quote that is shown shows its source
 */
void
galley_row_list_set_filter (GalleyRowList *self, const GalleyFilter *filter)
{
  if (galley_filter_equal (self->filter, filter))
    return;

  galley_filter_free (self->filter);
  self->filter = galley_filter_copy (filter);
  update (self);
}

gboolean
galley_row_list_is_filtered (GalleyRowList *self)
{
  return !galley_filter_is_empty (self->filter);
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
