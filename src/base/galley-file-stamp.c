/* galley-file-stamp.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/galley-file.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/galley-error.h"
#include "base/galley-file-private.h"
#include "base/galley-limits.h"

struct _GalleyFileStamp
{
  gboolean exists;
  dev_t device;
  ino_t inode;
  gsize size;
  struct timespec modified;
  struct timespec changed;
  char *sha256;
};

/**
 * galley_file_stamp_new_absent:
 *
 * Returns: (transfer full): the stamp of a file that is not there
 */
GalleyFileStamp *
galley_file_stamp_new_absent (void)
{
  return g_atomic_rc_box_new0 (GalleyFileStamp);
}

GalleyFileStamp *
_galley_file_stamp_new_of (const struct stat *info, const char *data, gsize length)
{
  GalleyFileStamp *self = galley_file_stamp_new_absent ();

  self->exists = TRUE;
  self->device = info->st_dev;
  self->inode = info->st_ino;
  self->size = length;
  self->modified = info->st_mtim;
  self->changed = info->st_ctim;
  self->sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, length);

  return self;
}

/**
 * galley_file_stamp_new:
 * @file: a local file
 *
 * Reads the whole file.
 *
 * Returns: (transfer full): the stamp of @file as it is on disk now, one of absence where there is
 *   no file; %NULL where it cannot be read
 */
GalleyFileStamp *
galley_file_stamp_new (GFile *file, GError **error)
{
  g_autoptr (GalleyFileStamp) stamp = NULL;
  g_autoptr (GError) problem = NULL;
  g_autoptr (GBytes) bytes = galley_file_load (file, &stamp, NULL, &problem);

  if (bytes == NULL && g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return galley_file_stamp_new_absent ();
  if (bytes == NULL)
    g_propagate_error (error, g_steal_pointer (&problem));

  return g_steal_pointer (&stamp);
}

GalleyFileStamp *
galley_file_stamp_ref (GalleyFileStamp *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
galley_file_stamp_clear (gpointer data)
{
  GalleyFileStamp *self = data;

  g_free (self->sha256);
}

void
galley_file_stamp_unref (GalleyFileStamp *self)
{
  g_atomic_rc_box_release_full (self, galley_file_stamp_clear);
}

gboolean
galley_file_stamp_exists (const GalleyFileStamp *self)
{
  return self->exists;
}

/**
 * galley_file_stamp_equal:
 *
 * Returns: %TRUE if both stand for the same bytes, or both for none: a file that was merely
 * touched, or replaced by a copy of itself, has not changed
 */
gboolean
galley_file_stamp_equal (const GalleyFileStamp *a, const GalleyFileStamp *b)
{
  return a->exists == b->exists && a->size == b->size && g_strcmp0 (a->sha256, b->sha256) == 0;
}

static gboolean
same_time (const struct timespec *a, const struct timespec *b)
{
  return a->tv_sec == b->tv_sec && a->tv_nsec == b->tv_nsec;
}

/**
 * galley_file_stamp_is_current:
 * @file: the file that was stamped
 *
 * Cheap where nothing happened to the file, so that a window may ask whenever it gets the focus;
 * where inode, size or a time differ the bytes are read and decide. galley_file_save() always lets
 * the bytes decide.
 *
 * Returns: %TRUE if @file still holds what it held
 */
gboolean
galley_file_stamp_is_current (const GalleyFileStamp *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GalleyFileStamp) now = NULL;
  struct stat info;

  if (path == NULL || stat (path, &info) != 0)
    return !self->exists;
  if (self->exists && info.st_dev == self->device && info.st_ino == self->inode
      && (gsize) info.st_size == self->size && same_time (&info.st_mtim, &self->modified)
      && same_time (&info.st_ctim, &self->changed))
    return TRUE;

  now = galley_file_stamp_new (file, NULL);

  return now != NULL && galley_file_stamp_equal (self, now);
}

/**
 * _galley_file_is_regular:
 *
 * A pipe or a terminal would block whoever reads it, a device might never end.
 *
 * Returns: %TRUE if @info is that of an ordinary file
 */
gboolean
_galley_file_is_regular (const struct stat *info, GFile *file, GError **error)
{
  g_autofree char *name = NULL;

  if (S_ISREG (info->st_mode))
    return TRUE;

  name = g_file_get_parse_name (file);
  if (S_ISDIR (info->st_mode))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _ ("“%s” is a folder."), name);
  else
    g_set_error (
        error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _ ("“%s” is not an ordinary file."), name);

  return FALSE;
}

static gboolean
read_all (int fd, GByteArray *data, GCancellable *cancellable, GFile *file, GError **error)
{
  guint8 buffer[65536];

  for (;;)
    {
      ssize_t count = read (fd, buffer, sizeof buffer);

      if (count == 0)
        return TRUE;
      if (count < 0 && errno == EINTR)
        continue;
      if (count < 0)
        return _galley_file_cannot_read (error, errno, file);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (data->len + (gsize) count > GALLEY_LIMIT_FILE)
        {
          g_autofree char *name = g_file_get_parse_name (file);

          g_set_error (
              error, GALLEY_ERROR, GALLEY_ERROR_LIMIT, _ ("“%s” is larger than 256 MiB."), name);
          return FALSE;
        }
      g_byte_array_append (data, buffer, (guint) count);
    }
}

/**
 * galley_file_load:
 * @file: a local file
 * @stamp: (out) (optional) (transfer full): the stamp of just these bytes
 * @error: #GIOErrorEnum, or %GALLEY_ERROR_LIMIT above %GALLEY_LIMIT_FILE
 *
 * Reads an ordinary file whole; refuses folders, pipes and devices without waiting for them.
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *
galley_file_load (GFile *file, GalleyFileStamp **stamp, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GByteArray) data = g_byte_array_new ();
  struct stat info;
  gboolean ok = FALSE;
  int fd;

  if (path == NULL)
    return _galley_file_cannot_read (error, ENOTSUP, file), NULL;
  /* Without O_NONBLOCK a pipe would wait for its writer before fstat() can tell what it is. */
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0)
    return _galley_file_cannot_read (error, errno, file), NULL;

  if (fstat (fd, &info) != 0)
    _galley_file_cannot_read (error, errno, file);
  else
    ok = _galley_file_is_regular (&info, file, error)
         && read_all (fd, data, cancellable, file, error);
  close (fd);
  if (!ok)
    return NULL;

  if (stamp != NULL)
    *stamp = _galley_file_stamp_new_of (&info, (const char *) data->data, data->len);

  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}
