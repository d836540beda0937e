/* galley-review.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-review.h"
#include "model/galley-review-private.h"

#include <string.h>

#include "base/galley-hash.h"
#include "base/galley-str.h"
#include "base/galley-uuid.h"

enum
{
  PROP_0,
  PROP_ARTICLE,
  PROP_REVIEWER,
  PROP_N_REVIEWED,
  PROP_N_TOTAL,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_MODIFIED,
  N_PROPS,
};

enum
{
  ANNOTATION_CHANGED,
  METADATA_CHANGED,
  N_SIGNALS,
};

static GType
get_item_type (GListModel *model)
{
  return GALLEY_TYPE_ANNOTATION;
}

static guint
get_n_items (GListModel *model)
{
  return GALLEY_REVIEW (model)->annotations->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GalleyReview *self = GALLEY_REVIEW (model);

  return position < self->annotations->len ? g_object_ref (self->annotations->pdata[position])
                                           : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (GalleyReview,
                               galley_review,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Where @annotation stands, or where it belongs. */
static guint
find_position (GalleyReview *self, GalleyAnnotation *annotation)
{
  guint low = 0, high = self->annotations->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (_galley_review_compare (self->annotations->pdata[middle], annotation) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
tell_items_changed (GalleyReview *self, guint position, guint n_removed, guint n_added)
{
  if (self->bulk == 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

static void
insert (GalleyReview *self, GalleyAnnotation *annotation)
{
  guint position = find_position (self, annotation);

  g_ptr_array_insert (self->annotations, (int) position, g_object_ref (annotation));
  g_hash_table_insert (self->by_id, (char *) galley_annotation_get_id (annotation), annotation);
  tell_items_changed (self, position, 0, 1);
}

static void
take_out (GalleyReview *self, GalleyAnnotation *annotation)
{
  guint position = find_position (self, annotation);

  g_hash_table_remove (self->by_id, galley_annotation_get_id (annotation));
  g_ptr_array_remove_index (self->annotations, position);
  tell_items_changed (self, position, 1, 0);
}

static void
replace_state (GalleyReview *self, GalleyAnnotation *annotation, GalleyState *state)
{
  guint old_position = find_position (self, annotation);
  guint position;
  gpointer slot;

  slot = g_ptr_array_steal_index (self->annotations, old_position);
  _galley_annotation_set_state (annotation, state);
  position = find_position (self, annotation);
  g_ptr_array_insert (self->annotations, (int) position, slot);

  if (position < old_position)
    tell_items_changed (self, position, old_position - position + 1, old_position - position + 1);
  else if (position > old_position)
    tell_items_changed (self,
                        old_position,
                        position - old_position + 1,
                        position - old_position + 1);
}

/* The one place where something changes: for edits, undo and redo alike. */
void
_galley_review_apply (GalleyReview *self, const GalleyChange *change, gboolean forward)
{
  GalleyState *from = forward ? change->before : change->after;
  GalleyState *to = forward ? change->after : change->before;

  if (change->annotation == NULL)
    {
      galley_article_take_metadata (self->article,
                                    galley_metadata_ref (forward ? change->metadata_after
                                                                 : change->metadata_before));
      g_signal_emit (self, signals[METADATA_CHANGED], 0);
      return;
    }

  g_clear_pointer (&self->index, _galley_review_index_free);
  if (from == NULL)
    {
      _galley_annotation_set_state (change->annotation, to);
      insert (self, change->annotation);
    }
  else if (to == NULL)
    {
      take_out (self, change->annotation);
    }
  else
    {
      replace_state (self, change->annotation, to);
      if (self->bulk == 0)
        g_signal_emit (self, signals[ANNOTATION_CHANGED], 0, change->annotation);
    }
}

void
_galley_review_notify_progress (GalleyReview *self)
{
  for (guint i = PROP_N_REVIEWED; i <= PROP_MODIFIED; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
galley_review_finalize (GObject *object)
{
  GalleyReview *self = GALLEY_REVIEW (object);

  g_clear_object (&self->article);
  g_free (self->id);
  g_free (self->label);
  g_free (self->extra);
  g_free (self->reviewer);
  g_clear_pointer (&self->undo, _galley_undo_free);
  g_clear_pointer (&self->index, _galley_review_index_free);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->annotations, g_ptr_array_unref);

  G_OBJECT_CLASS (galley_review_parent_class)->finalize (object);
}

static void
galley_review_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GalleyReview *self = GALLEY_REVIEW (object);

  switch (prop_id)
    {
    case PROP_ARTICLE:
      g_value_set_object (value, self->article);
      break;
    case PROP_REVIEWER:
      g_value_set_string (value, self->reviewer);
      break;
    case PROP_N_REVIEWED:
      g_value_set_uint (value, galley_review_get_n_reviewed (self));
      break;
    case PROP_N_TOTAL:
      g_value_set_uint (value, galley_review_get_n_total (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, galley_review_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, galley_review_can_redo (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, galley_review_get_modified (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_review_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  GalleyReview *self = GALLEY_REVIEW (object);

  switch (prop_id)
    {
    case PROP_ARTICLE:
      self->article = g_value_dup_object (value);
      break;
    case PROP_REVIEWER:
      galley_review_set_reviewer (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_review_class_init (GalleyReviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = galley_review_finalize;
  object_class->get_property = galley_review_get_property;
  object_class->set_property = galley_review_set_property;

  properties[PROP_ARTICLE] =
      g_param_spec_object ("article",
                           NULL,
                           NULL,
                           GALLEY_TYPE_ARTICLE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_REVIEWER] =
      g_param_spec_string ("reviewer",
                           NULL,
                           NULL,
                           "",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_REVIEWED] =
      g_param_spec_uint ("n-reviewed", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_N_TOTAL] = g_param_spec_uint ("n-total", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, readable);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* An annotation says something else than before; its place in the list may have changed, too. */
  signals[ANNOTATION_CHANGED] = g_signal_new ("annotation-changed",
                                              G_TYPE_FROM_CLASS (klass),
                                              G_SIGNAL_RUN_LAST,
                                              0,
                                              NULL,
                                              NULL,
                                              NULL,
                                              G_TYPE_NONE,
                                              1,
                                              GALLEY_TYPE_ANNOTATION);
  signals[METADATA_CHANGED] = g_signal_new ("metadata-changed",
                                            G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST,
                                            0,
                                            NULL,
                                            NULL,
                                            NULL,
                                            G_TYPE_NONE,
                                            0);
}

static void
galley_review_init (GalleyReview *self)
{
  self->reviewer = g_strdup ("");
  self->annotations = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (galley_str_hash, g_str_equal);
  self->undo = _galley_undo_new ();
  galley_review_set_clock (self, NULL, NULL);
}

/**
 * galley_review_new:
 *
 * Returns: (transfer full): a review of @article without annotations
 */
GalleyReview *
galley_review_new (GalleyArticle *article)
{
  return g_object_new (GALLEY_TYPE_REVIEW, "article", article, NULL);
}

GalleyArticle *
galley_review_get_article (GalleyReview *self)
{
  return self->article;
}

/**
 * galley_review_get_id:
 *
 * Returns: the `urn:uuid:` of the collection: of the file it came from, else made of the text's
 *   digest, so that analysing twice gives the same file
 */
const char *
galley_review_get_id (GalleyReview *self)
{
  if (self->id == NULL)
    {
      const char *sha256 = galley_article_get_sha256 (self->article);

      self->id = galley_urn_from_name (sha256, strlen (sha256));
    }

  return self->id;
}

void
galley_review_set_id (GalleyReview *self, const char *id)
{
  galley_set_str (&self->id, id);
}

/**
 * galley_review_get_label:
 *
 * Returns: (nullable): what the file calls the collection; by default the article's title
 */
const char *
galley_review_get_label (GalleyReview *self)
{
  return self->label != NULL ? self->label : galley_article_get_metadata (self->article)->title;
}

void
galley_review_set_label (GalleyReview *self, const char *label)
{
  galley_set_str (&self->label, label);
}

/**
 * galley_review_get_extra:
 *
 * Returns: (nullable): a JSON object with the members of a newer version
 */
const char *
galley_review_get_extra (GalleyReview *self)
{
  return self->extra;
}

void
galley_review_set_extra (GalleyReview *self, const char *extra)
{
  galley_set_str (&self->extra, extra);
}

/**
 * galley_review_get_reviewer:
 *
 * Returns: who gives verdicts now: a nickname, "" where none was given
 */
const char *
galley_review_get_reviewer (GalleyReview *self)
{
  return self->reviewer;
}

/**
 * galley_review_set_reviewer:
 * @nickname: (nullable)
 */
void
galley_review_set_reviewer (GalleyReview *self, const char *nickname)
{
  if (galley_set_str (&self->reviewer, nickname != NULL ? nickname : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVIEWER]);
}

/**
 * galley_review_load:
 * @annotations: (element-type GalleyAnnotation) (transfer none): what a reader or a file brings;
 *   one whose id is there already is passed over
 *
 * Adds annotations without a step of undo.
 */
void
galley_review_load (GalleyReview *self, GPtrArray *annotations)
{
  guint n_before = self->annotations->len;

  for (guint i = 0; i < annotations->len; i++)
    {
      GalleyAnnotation *annotation = annotations->pdata[i];
      const char *id = galley_annotation_get_id (annotation);

      if (g_hash_table_contains (self->by_id, id))
        continue;
      g_hash_table_insert (self->by_id, (char *) id, annotation);
      g_ptr_array_add (self->annotations, g_object_ref (annotation));
    }

  if (self->annotations->len == n_before)
    return;

  g_ptr_array_sort (self->annotations, _galley_review_compare_slots);
  g_clear_pointer (&self->index, _galley_review_index_free);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->annotations->len);
  _galley_review_notify_progress (self);
}
