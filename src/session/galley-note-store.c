/* galley-note-store.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session/galley-note-store.h"

#include "base/galley-file.h"

#define GROUP   "notes"
#define DAMAGED ".damaged"
/* Seconds after the last change. */
#define PAUSE 1

struct _GalleyNoteStore
{
  GObject parent_instance;

  GFile *folder;
  GFile *file;
  GalleyReview *review;
  GHashTable *notes; /* id -> note, as it is to be on disk */
  guint save_id;

  GMutex lock; /* guards what is written, in which order: */
  guint written;
  guint serial; /* of the latest content */
};

/* What a worker needs. */
typedef struct
{
  GalleyNoteStore *store; /* borrowed from on_written_cb(), which runs after the worker is done */
  GBytes *content;
  guint serial;
} Writing;

enum
{
  FAILED,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (GalleyNoteStore, galley_note_store, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

/* Ids are strangers': what a key cannot hold is escaped. */
static char *
dup_key (const char *id)
{
  return g_uri_escape_string (id, NULL, FALSE);
}

/* Without a note there is no file. */
static GBytes *
serialise (GalleyNoteStore *self)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  GHashTableIter iter;
  gpointer id, note;
  gsize length;
  char *data;

  g_hash_table_iter_init (&iter, self->notes);
  while (g_hash_table_iter_next (&iter, &id, &note))
    {
      g_autofree char *key = dup_key (id);

      g_key_file_set_string (keys, GROUP, key, note);
    }
  data = g_key_file_to_data (keys, &length, NULL);

  return g_bytes_new_take (data, length);
}

static gboolean
write_file (GalleyNoteStore *self, GBytes *content, GError **error)
{
  g_autoptr (GError) missing = NULL;
  gsize length;
  const char *data = g_bytes_get_data (content, &length);

  if (length == 0)
    return g_file_delete (self->file, NULL, &missing)
           || g_error_matches (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
           || (g_propagate_error (error, g_steal_pointer (&missing)), FALSE);

  if (g_mkdir_with_parents (g_file_peek_path (self->folder), 0700) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return FALSE;
    }

  return galley_file_save (self->file, data, length, NULL, NULL, error);
}

/* What is older than what was written since is not written any more. */
static gboolean
write_in_order (GalleyNoteStore *self, GBytes *content, guint serial, GError **error)
{
  gboolean done = TRUE;

  g_mutex_lock (&self->lock);
  if (serial > self->written)
    {
      done = write_file (self, content, error);
      self->written = serial;
    }
  g_mutex_unlock (&self->lock);

  return done;
}

static Writing *
writing_new (GalleyNoteStore *self)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->store = self;
  writing->content = serialise (self);
  writing->serial = self->serial;

  return writing;
}

static void
writing_free (Writing *self)
{
  g_bytes_unref (self->content);
  g_free (self);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Writing *writing = task_data;
  GError *error = NULL;

  if (write_in_order (writing->store, writing->content, writing->serial, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyNoteStore) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static gboolean
on_pause_cb (gpointer data)
{
  GalleyNoteStore *self = data;
  /* No source: what a worker's task refers to may be finalized in the worker's thread. */
  g_autoptr (GTask) worker = g_task_new (NULL, NULL, on_written_cb, g_object_ref (self));

  self->save_id = 0;
  g_task_set_source_tag (worker, on_pause_cb);
  g_task_set_task_data (worker, writing_new (self), (GDestroyNotify) writing_free);
  g_task_run_in_thread (worker, write_in_thread);

  return G_SOURCE_REMOVE;
}

static void
on_annotation_changed_cb (GalleyNoteStore *self, GalleyAnnotation *annotation)
{
  const char *id = galley_annotation_get_id (annotation);
  const char *note = galley_annotation_get_private_note (annotation);

  if (g_strcmp0 (note, g_hash_table_lookup (self->notes, id)) == 0)
    return;

  if (note != NULL)
    g_hash_table_replace (self->notes, g_strdup (id), g_strdup (note));
  else
    g_hash_table_remove (self->notes, id);
  self->serial++;
  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add_seconds (PAUSE, on_pause_cb, self);
}

/* A file may bring private notes of its own, which then are kept too. */
static void
on_items_changed_cb (GalleyNoteStore *self, guint position, guint removed, guint added)
{
  for (guint i = position; i < position + added; i++)
    {
      GalleyAnnotation *annotation = galley_review_peek (self->review, i);
      const char *note = g_hash_table_lookup (self->notes, galley_annotation_get_id (annotation));

      if (galley_annotation_get_private_note (annotation) == NULL)
        galley_annotation_load_private_note (annotation, note);
      else
        on_annotation_changed_cb (self, annotation);
    }
}

/* What cannot be read is kept, lest the next note is written over it. */
static void
set_aside (GalleyNoteStore *self)
{
  g_autofree char *path = g_strconcat (g_file_peek_path (self->file), DAMAGED, NULL);
  g_autoptr (GFile) aside = g_file_new_for_path (path);

  g_file_move (self->file, aside, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL);
}

static void
load (GalleyNoteStore *self)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autoptr (GBytes) content = galley_file_load (self->file, NULL, NULL, NULL);
  g_auto (GStrv) names = NULL;

  if (content == NULL)
    return;

  if (!g_key_file_load_from_bytes (keys, content, G_KEY_FILE_NONE, NULL))
    set_aside (self);
  names = g_key_file_get_keys (keys, GROUP, NULL, NULL);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      char *id = g_uri_unescape_string (names[i], NULL);
      char *note = g_key_file_get_string (keys, GROUP, names[i], NULL);

      if (id != NULL && note != NULL)
        g_hash_table_replace (self->notes, id, note);
      else
        {
          g_free (id);
          g_free (note);
        }
    }
}

static void
galley_note_store_dispose (GObject *object)
{
  GalleyNoteStore *self = GALLEY_NOTE_STORE (object);

  if (self->review != NULL)
    galley_note_store_flush (self);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (galley_note_store_parent_class)->dispose (object);
}

static void
galley_note_store_finalize (GObject *object)
{
  GalleyNoteStore *self = GALLEY_NOTE_STORE (object);

  g_object_unref (self->folder);
  g_object_unref (self->file);
  g_hash_table_unref (self->notes);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (galley_note_store_parent_class)->finalize (object);
}

static void
galley_note_store_class_init (GalleyNoteStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = galley_note_store_dispose;
  G_OBJECT_CLASS (klass)->finalize = galley_note_store_finalize;

  /**
   * GalleyNoteStore::failed:
   * @error: why the notes could not be written
   */
  signals[FAILED] = g_signal_new ("failed",
                                  GALLEY_TYPE_NOTE_STORE,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_ERROR);
}

static void
galley_note_store_init (GalleyNoteStore *self)
{
  self->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_mutex_init (&self->lock);
}

/**
 * galley_note_store_new:
 * @folder: where notes are kept, on this computer; made where it is missing
 * @review: gets the notes that are kept for its article; those it brings are kept from now on
 *
 * Returns: (transfer full): what keeps them
 */
GalleyNoteStore *
galley_note_store_new (GFile *folder, GalleyReview *review)
{
  GalleyNoteStore *self = g_object_new (GALLEY_TYPE_NOTE_STORE, NULL);
  g_autofree char *name =
      g_strconcat (galley_article_get_sha256 (galley_review_get_article (review)), ".ini", NULL);

  self->folder = g_object_ref (folder);
  self->file = g_file_get_child (folder, name);
  self->review = g_object_ref (review);
  load (self);
  on_items_changed_cb (self, 0, 0, galley_review_get_n_annotations (review));
  g_signal_connect_object (
      review, "items-changed", G_CALLBACK (on_items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      review, "annotation-changed", G_CALLBACK (on_annotation_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * galley_note_store_flush:
 *
 * Writes now what waits to be written, and waits for what is being written.
 */
void
galley_note_store_flush (GalleyNoteStore *self)
{
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (GALLEY_IS_NOTE_STORE (self));

  if (self->serial == 0)
    return;

  g_clear_handle_id (&self->save_id, g_source_remove);
  content = serialise (self);
  if (!write_in_order (self, content, self->serial, &error))
    g_signal_emit (self, signals[FAILED], 0, error);
}
