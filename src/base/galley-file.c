/* galley-file.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/galley-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/galley-error.h"
#include "base/galley-file-private.h"

#define MAX_SLOTS       8   /* saves of one file at the same time */
#define MAX_NAME_SHOWN  200 /* bytes of a file's name in that of its temporary file */
#define MAX_ATTEMPTS    100
#define READ_BACK_CHUNK 65536

static int
system_open (int folder, const char *name, int flags, mode_t mode)
{
  return openat (folder, name, flags, mode);
}

static int
system_rename (int folder, const char *from, const char *to, gboolean replace)
{
  int result;

  if (replace)
    return renameat (folder, from, folder, to);

  result = renameat2 (folder, from, folder, to, RENAME_NOREPLACE);
  /* Not every file system knows how; then the check just made has to do. */
  if (result != 0 && (errno == EINVAL || errno == ENOSYS))
    result = renameat (folder, from, folder, to);

  return result;
}

static int
system_unlink (int folder, const char *name)
{
  return unlinkat (folder, name, 0);
}

const GalleyFileCalls _galley_file_system_calls = {
  .open = system_open,
  .write = write,
  .chmod = fchmod,
  .chown = fchown,
  .sync = fsync,
  .read = pread,
  .rename = system_rename,
  .unlink = system_unlink,
};

static const GalleyFileCalls *calls = &_galley_file_system_calls;

/**
 * _galley_file_use_calls:
 * @calls_to_use: what galley_file_save() calls from now on
 *
 * For tests alone.
 */
void
_galley_file_use_calls (const GalleyFileCalls *calls_to_use)
{
  calls = calls_to_use;
}

static gboolean
try_again (int result)
{
  return result < 0 && errno == EINTR;
}

/* Hidden, in the same folder, and always of the same few names, so that what a killed program left
 * is found by the next save without listing the folder. */
static char *
temp_name (const GalleyFilePlace *place, guint slot)
{
  return g_strdup_printf (".%.*s.galley-%u", MAX_NAME_SHOWN, place->name, slot);
}

/* Whoever writes a temporary file holds its lock; the kernel lets go of it when they die. Removes
 * one that nobody holds. Returns FALSE if somebody does. */
static gboolean
sweep (const GalleyFilePlace *place, const char *name)
{
  int fd = openat (place->folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
  gboolean free_to_go;

  if (fd < 0)
    return errno == ENOENT;

  free_to_go = flock (fd, LOCK_EX | LOCK_NB) == 0 && calls->unlink (place->folder, name) == 0;
  close (fd);

  return free_to_go;
}

/* Between its making and its lock somebody else may have swept the file away. */
static gboolean
own (int fd)
{
  struct stat info;

  if (flock (fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    return FALSE;

  return fstat (fd, &info) == 0 && info.st_nlink == 1;
}

/* Until it has the rights of the file it replaces, nobody else may look into it. */
static int
open_temp (const GalleyFilePlace *place, char **name)
{
  mode_t mode = place->exists ? 0600 : 0666;

  for (guint i = 0; i < MAX_ATTEMPTS; i++)
    {
      g_autofree char *candidate = temp_name (place, i % MAX_SLOTS);
      int fd;

      if (!sweep (place, candidate))
        continue;
      fd = calls->open (place->folder, candidate, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode);
      if (fd >= 0 && own (fd))
        {
          *name = g_steal_pointer (&candidate);
          return fd;
        }
      if (fd >= 0)
        close (fd);
      else if (errno != EEXIST && errno != EINTR)
        return -1;
    }

  errno = EBUSY;

  return -1;
}

static gboolean
write_all (int fd, const char *data, gsize length)
{
  while (length > 0)
    {
      ssize_t count = calls->write (fd, data, length);

      if (count < 0 && errno == EINTR)
        continue;
      if (count <= 0)
        return FALSE;
      data += count;
      length -= (gsize) count;
    }

  return TRUE;
}

/* The owner can be kept by the superuser alone, the group by its members; where it cannot, what the
 * group was allowed to do goes back to what everybody may. */
static gboolean
copy_rights (int fd, const struct stat *old)
{
  mode_t mode = old->st_mode & 07777;
  struct stat now;

  if (fstat (fd, &now) != 0)
    return FALSE;
  if (now.st_uid != old->st_uid && calls->chown (fd, old->st_uid, (gid_t) -1) != 0)
    mode &= ~(mode_t) 06000;
  if (now.st_gid != old->st_gid && calls->chown (fd, (uid_t) -1, old->st_gid) != 0)
    mode = (mode & ~(mode_t) 06070) | (mode & 0007) << 3;

  return calls->chmod (fd, mode) == 0;
}

static gboolean
sync_all (int fd)
{
  int result;

  do
    result = calls->sync (fd);
  while (try_again (result));

  return result == 0;
}

static gboolean
reads_back (int fd, const char *data, gsize length)
{
  g_autofree char *chunk = g_malloc (READ_BACK_CHUNK);
  gsize done = 0;

  while (done < length)
    {
      ssize_t count = calls->read (fd, chunk, READ_BACK_CHUNK, (off_t) done);

      if (count < 0 && errno == EINTR)
        continue;
      if (count <= 0 || (gsize) count > length - done
          || memcmp (chunk, data + done, (gsize) count) != 0)
        {
          errno = count < 0 ? errno : EIO;
          return FALSE;
        }
      done += (gsize) count;
    }

  return TRUE;
}

static gboolean
fill_temp (int fd, const GalleyFilePlace *place, const char *data, gsize length)
{
  return write_all (fd, data, length) && (!place->exists || copy_rights (fd, &place->info))
         && sync_all (fd) && reads_back (fd, data, length);
}

static gboolean
check_unchanged (const GalleyFileStamp *expected, GFile *file, GError **error)
{
  g_autoptr (GalleyFileStamp) now = NULL;
  g_autofree char *name = NULL;

  if (expected == NULL)
    return TRUE;

  now = galley_file_stamp_new (file, error);
  if (now == NULL)
    return FALSE;
  if (galley_file_stamp_equal (expected, now))
    return TRUE;

  name = g_file_get_parse_name (file);
  g_set_error (error,
               GALLEY_ERROR,
               GALLEY_ERROR_CHANGED,
               _ ("“%s” has been changed by another program."),
               name);

  return FALSE;
}

static gboolean
move_into_place (const GalleyFilePlace *place,
                 const char *temp,
                 const GalleyFileStamp *expected,
                 GFile *file,
                 GError **error)
{
  gboolean replace = expected == NULL || galley_file_stamp_exists (expected);
  int result;

  if (!check_unchanged (expected, file, error))
    return FALSE;

  do
    result = calls->rename (place->folder, temp, place->name, replace);
  while (try_again (result));

  if (result == 0)
    return TRUE;
  if (errno == EEXIST)
    return check_unchanged (expected, file, error)
           && _galley_file_cannot_save (error, EEXIST, file);

  return _galley_file_cannot_save (error, errno, file);
}

static gboolean
save_at (const GalleyFilePlace *place,
         GFile *file,
         const char *data,
         gsize length,
         const GalleyFileStamp *expected,
         GalleyFileStamp **saved,
         GError **error)
{
  g_autofree char *temp = NULL;
  struct stat info;
  gboolean ok;
  int fd = open_temp (place, &temp);

  if (fd < 0)
    return _galley_file_cannot_save (error, errno, file);

  ok = fill_temp (fd, place, data, length) || _galley_file_cannot_save (error, errno, file);
  ok = ok && move_into_place (place, temp, expected, file, error);
  if (!ok)
    calls->unlink (place->folder, temp);
  else
    ok = (sync_all (place->folder) && fstat (fd, &info) == 0)
         || _galley_file_cannot_save (error, errno, file);
  if (ok && saved != NULL)
    *saved = _galley_file_stamp_new_of (&info, data, length);
  close (fd);

  return ok;
}

/**
 * galley_file_save:
 * @file: a local file; a symbolic link stays one and what it points at is written
 * @data: (array length=length): the new content
 * @length: bytes
 * @expected: (nullable): what is on disk as far as the caller knows; anything else is left alone.
 *   %NULL replaces whatever is there
 * @saved: (out) (optional) (transfer full): the stamp of the new file; set only on success
 * @error: %GALLEY_ERROR_CHANGED, %GALLEY_ERROR_READ_ONLY or a #GIOErrorEnum
 *
 * Puts a file into place as a whole: whatever goes wrong, a full disk or a kill at any moment
 * included, there is either the old content or the new, never a part. The new file is written
 * beside the old, given its mode, owner and group as far as the system allows, flushed to disk,
 * read back and moved over it. What an earlier, killed save of the same file left is removed.
 *
 * A read-only file or folder is refused, even to the superuser; so are folders, pipes and devices,
 * and files with several hard links, for the other name would keep the old content. An error after
 * the move (the folder cannot be flushed) leaves the new content.
 *
 * Blocks; safe to call from any thread.
 *
 * Returns: %TRUE if the new content is safely on disk
 */
gboolean
galley_file_save (GFile *file,
                  const char *data,
                  gsize length,
                  const GalleyFileStamp *expected,
                  GalleyFileStamp **saved,
                  GError **error)
{
  g_auto (GalleyFilePlace) place = { .folder = -1 };

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  return _galley_file_place_find (&place, file, error)
         && _galley_file_place_check (&place, file, error)
         && save_at (&place, file, data, length, expected, saved, error);
}
