/* galley-session.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session/galley-session.h"
#include "session/galley-session-private.h"

#include <string.h>

#define SNIFF_LENGTH 4096 /* bytes */

G_DEFINE_FINAL_TYPE (GalleySession, galley_session, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
galley_session_dispose (GObject *object)
{
  GalleySession *self = GALLEY_SESSION (object);

  if (self->analysis != NULL)
    g_cancellable_cancel (self->analysis);
  g_clear_object (&self->analysis);
  g_clear_object (&self->review);
  g_clear_object (&self->file);
  g_clear_object (&self->annotation_file);

  G_OBJECT_CLASS (galley_session_parent_class)->dispose (object);
}

static void
galley_session_finalize (GObject *object)
{
  GalleySession *self = GALLEY_SESSION (object);

  g_clear_pointer (&self->stamp, galley_file_stamp_unref);
  g_clear_pointer (&self->name, g_free);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (galley_session_parent_class)->finalize (object);
}

static void
galley_session_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  GalleySession *self = GALLEY_SESSION (object);

  switch (property_id)
    {
    case PROP_REVIEW:
      g_value_set_object (value, self->review);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_ANNOTATION_FILE:
      g_value_set_object (value, self->annotation_file);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, galley_session_get_progress (self));
      break;
    case PROP_ANALYSING:
      g_value_set_boolean (value, galley_session_get_analysing (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
galley_session_class_init (GalleySessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = galley_session_dispose;
  object_class->finalize = galley_session_finalize;
  object_class->get_property = galley_session_get_property;

  properties[PROP_REVIEW] = g_param_spec_object ("review", NULL, NULL, GALLEY_TYPE_REVIEW, flags);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_ANNOTATION_FILE] =
      g_param_spec_object ("annotation-file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_ANALYSING] = g_param_spec_boolean ("analysing", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
galley_session_init (GalleySession *self)
{
  g_mutex_init (&self->lock);
}

void
_galley_session_notify (GalleySession *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
_galley_opened_free (GalleyOpened *self)
{
  g_clear_object (&self->review);
  g_clear_object (&self->file);
  g_clear_object (&self->annotation_file);
  g_clear_pointer (&self->stamp, galley_file_stamp_unref);
  g_free (self->name);
  g_free (self);
}

/* What the session has to do with is exchanged as a whole, then everybody is told. */
void
_galley_session_take (GalleySession *self, GalleyOpened *opened)
{
  g_autoptr (GCancellable) analysis = g_steal_pointer (&self->analysis);

  self->generation++;
  g_set_object (&self->review, opened->review);
  g_set_object (&self->file, opened->file);
  g_set_object (&self->annotation_file, opened->annotation_file);
  g_clear_pointer (&self->stamp, galley_file_stamp_unref);
  self->stamp = g_steal_pointer (&opened->stamp);
  g_free (self->name);
  self->name = g_steal_pointer (&opened->name);
  self->info = opened->info;
  self->read_only = opened->read_only;
  self->analysed = self->info.charset == NULL;
  self->renewed = FALSE;
  _galley_opened_free (opened);

  if (analysis != NULL)
    g_cancellable_cancel (analysis);
  g_mutex_lock (&self->lock);
  self->progress = 0;
  g_mutex_unlock (&self->lock);

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    _galley_session_notify (self, i);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * galley_session_new:
 *
 * Returns: (transfer full): a session without an article
 */
GalleySession *
galley_session_new (void)
{
  return g_object_new (GALLEY_TYPE_SESSION, NULL);
}

/**
 * galley_session_get_review:
 *
 * Returns: (transfer none) (nullable): what is being reviewed; %NULL before something is open
 */
GalleyReview *
galley_session_get_review (GalleySession *self)
{
  g_return_val_if_fail (GALLEY_IS_SESSION (self), NULL);

  return self->review;
}

/**
 * galley_session_get_file:
 *
 * Returns: (transfer none) (nullable): the article's file; %NULL for pasted text and where an
 *   annotation file was opened
 */
GFile *
galley_session_get_file (GalleySession *self)
{
  g_return_val_if_fail (GALLEY_IS_SESSION (self), NULL);

  return self->file;
}

/**
 * galley_session_get_annotation_file:
 *
 * Returns: (transfer none) (nullable): the file that was opened or saved to
 */
GFile *
galley_session_get_annotation_file (GalleySession *self)
{
  g_return_val_if_fail (GALLEY_IS_SESSION (self), NULL);

  return self->annotation_file;
}

/**
 * galley_session_get_import_info:
 *
 * Returns: how the article's bytes were read; of an annotation file all is zero
 */
const GalleyImportInfo *
galley_session_get_import_info (GalleySession *self)
{
  g_return_val_if_fail (GALLEY_IS_SESSION (self), NULL);

  return &self->info;
}

/**
 * galley_session_get_read_only:
 *
 * Returns: %TRUE if the file's text does not match its digest, so that its marks may stand in the
 *   wrong places
 */
gboolean
galley_session_get_read_only (GalleySession *self)
{
  g_return_val_if_fail (GALLEY_IS_SESSION (self), FALSE);

  return self->read_only;
}

gboolean
galley_session_get_analysing (GalleySession *self)
{
  g_return_val_if_fail (GALLEY_IS_SESSION (self), FALSE);

  return self->analysis != NULL;
}

/**
 * galley_session_get_progress:
 *
 * Returns: how much of the analysis that is running is done, 0..1
 */
double
galley_session_get_progress (GalleySession *self)
{
  double progress;

  g_return_val_if_fail (GALLEY_IS_SESSION (self), 0);

  g_mutex_lock (&self->lock);
  progress = self->progress;
  g_mutex_unlock (&self->lock);

  return progress;
}

static char *
dup_basename (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL ? g_filename_display_name (name) : NULL;
}

/**
 * galley_session_dup_name:
 *
 * Returns: (transfer full) (nullable): the file's name as shown to people, or the name that pasted
 *   text was given
 */
char *
galley_session_dup_name (GalleySession *self)
{
  g_return_val_if_fail (GALLEY_IS_SESSION (self), NULL);

  if (self->file != NULL)
    return dup_basename (self->file);
  if (self->annotation_file != NULL)
    return dup_basename (self->annotation_file);

  return g_strdup (self->name);
}

/* The name without the suffix of an article or of an annotation file. */
static char *
dup_stem (const char *name)
{
  const char *dot = strrchr (name, '.');

  if (g_str_has_suffix (name, GALLEY_ANNOTATION_SUFFIX)
      && strlen (name) > strlen (GALLEY_ANNOTATION_SUFFIX))
    return g_strndup (name, strlen (name) - strlen (GALLEY_ANNOTATION_SUFFIX));
  if (dot != NULL && dot > name && galley_import_recognises (name))
    return g_strndup (name, (gsize) (dot - name));

  return g_strdup (name);
}

/* The collection's label in the file: the headline, else the name the article goes by. */
void
_galley_session_label (GalleySession *self)
{
  g_autofree char *name = galley_session_dup_name (self);
  g_autofree char *stem = name != NULL ? dup_stem (name) : NULL;

  if (stem != NULL && galley_review_get_label (self->review) == NULL)
    galley_review_set_label (self->review, stem);
}

static GFile *
dup_target_beside (GFile *article)
{
  g_autoptr (GFile) folder = g_file_get_parent (article);
  g_autofree char *name = g_file_get_basename (article);
  g_autofree char *stem = NULL;
  g_autofree char *target = NULL;

  if (folder == NULL || name == NULL)
    return NULL;

  stem = dup_stem (name);
  target = g_strconcat (stem, GALLEY_ANNOTATION_SUFFIX, NULL);

  return g_file_get_child (folder, target);
}

/**
 * galley_session_dup_default_target:
 *
 * Returns: (transfer full) (nullable): where saving goes unless told otherwise: the annotation
 * file, or `NAME.galley.json` beside the article; %NULL for pasted text
 */
GFile *
galley_session_dup_default_target (GalleySession *self)
{
  g_return_val_if_fail (GALLEY_IS_SESSION (self), NULL);

  if (self->annotation_file != NULL)
    return g_object_ref (self->annotation_file);

  return self->file != NULL ? dup_target_beside (self->file) : NULL;
}

/* Its beginning is enough to tell. Pipes and devices are not waited for. */
static gboolean
looks_like_annotations (GFile *file)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) beginning = NULL;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_REGULAR)
    return FALSE;

  stream = g_file_read (file, NULL, NULL);
  if (stream != NULL)
    beginning = g_input_stream_read_bytes (G_INPUT_STREAM (stream), SNIFF_LENGTH, NULL, NULL);

  return beginning != NULL && galley_json_sniff (beginning);
}

/**
 * galley_session_find_beside:
 * @article: an article's file
 *
 * Returns: (transfer full) (nullable): the annotation file beside @article, if there is one; its
 *   content is looked at, and read for good when it is opened
 */
GFile *
galley_session_find_beside (GFile *article)
{
  g_autoptr (GFile) target = NULL;

  g_return_val_if_fail (G_IS_FILE (article), NULL);

  target = dup_target_beside (article);
  if (target == NULL || g_file_equal (target, article))
    return NULL;

  return looks_like_annotations (target) ? g_steal_pointer (&target) : NULL;
}
