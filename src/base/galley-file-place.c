/* galley-file-place.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/galley-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/galley-error.h"

#define MAX_LINKS 40 /* as the kernel */

/**
 * _galley_file_cannot_read:
 * @code: an errno
 *
 * Returns: %FALSE, with @error set to a #GIOErrorEnum
 */
gboolean
_galley_file_cannot_read (GError **error, int code, GFile *file)
{
  g_autofree char *name = g_file_get_parse_name (file);

  /* translators: %s is a file, then the system's word for what went wrong */
  g_set_error (error,
               G_IO_ERROR,
               (gint) g_io_error_from_errno (code),
               _ ("“%s” cannot be read: %s"),
               name,
               g_strerror (code));

  return FALSE;
}

/**
 * _galley_file_cannot_save:
 * @code: an errno
 *
 * Returns: %FALSE, with @error set: %GALLEY_ERROR_READ_ONLY where the place does not let itself be
 *   written to, else a #GIOErrorEnum
 */
gboolean
_galley_file_cannot_save (GError **error, int code, GFile *file)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (code == EROFS || code == EACCES || code == EPERM)
    g_set_error (error,
                 GALLEY_ERROR,
                 GALLEY_ERROR_READ_ONLY,
                 _ ("“%s” cannot be saved: the place is read-only. Save a copy elsewhere."),
                 name);
  else if (code == ENOSPC || code == EDQUOT)
    g_set_error (error,
                 G_IO_ERROR,
                 G_IO_ERROR_NO_SPACE,
                 _ ("“%s” cannot be saved: there is no room left. What was there is unharmed."),
                 name);
  else
    /* translators: %s is a file, then the system's word for what went wrong */
    g_set_error (error,
                 G_IO_ERROR,
                 (gint) g_io_error_from_errno (code),
                 _ ("“%s” cannot be saved: %s"),
                 name,
                 g_strerror (code));

  return FALSE;
}

/* The path that writing to @path would create or change. A link that leads nowhere yet is followed
 * as well: its target is what the user sees by that name. */
static char *
follow_links (const char *path)
{
  g_autofree char *target = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *link = g_file_read_link (target, NULL);
      g_autofree char *folder = g_path_get_dirname (target);

      if (link == NULL)
        return g_steal_pointer (&target);

      g_free (target);
      /* Joined, not canonicalised: "folder/.." is not the folder's parent if it is a link. */
      target = g_path_is_absolute (link) ? g_strdup (link) : g_build_filename (folder, link, NULL);
    }

  errno = ELOOP;

  return NULL;
}

/**
 * _galley_file_place_find:
 * @self: (out): to be cleared with _galley_file_place_clear() whatever comes
 * @file: a local file
 *
 * Finds out where @file really stands, and what stands there.
 */
gboolean
_galley_file_place_find (GalleyFilePlace *self, GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *target = NULL;
  g_autofree char *folder = NULL;

  *self = (GalleyFilePlace){ .folder = -1 };
  if (path == NULL)
    return _galley_file_cannot_save (error, ENOTSUP, file);

  target = follow_links (path);
  if (target == NULL)
    return _galley_file_cannot_save (error, errno, file);

  folder = g_path_get_dirname (target);
  self->name = g_path_get_basename (target);
  self->folder = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (self->folder < 0)
    return _galley_file_cannot_save (error, errno, file);

  self->exists = fstatat (self->folder, self->name, &self->info, AT_SYMLINK_NOFOLLOW) == 0;

  return self->exists || errno == ENOENT || _galley_file_cannot_save (error, errno, file);
}

/* The mode's bits count for the superuser, too: who takes away the right to write means it. */
static gboolean
may_write (int folder, const char *name, const struct stat *info, int how)
{
  return (info->st_mode & 0222) != 0 && faccessat (folder, name, how, AT_EACCESS) == 0;
}

static gboolean
check_folder (GalleyFilePlace *self, GFile *file, GError **error)
{
  struct stat folder;

  if (fstat (self->folder, &folder) != 0)
    return _galley_file_cannot_save (error, errno, file);
  if (may_write (self->folder, ".", &folder, W_OK | X_OK))
    return TRUE;

  return _galley_file_cannot_save (error, EACCES, file);
}

/**
 * _galley_file_place_check:
 *
 * Replacing a file needs the right to write to its folder only; a file that is itself read-only is
 * refused all the same, and so is one with a second name (a hard link), which a replacement would
 * silently leave behind with the old content.
 *
 * Returns: %TRUE if a new file may take this place
 */
gboolean
_galley_file_place_check (GalleyFilePlace *self, GFile *file, GError **error)
{
  g_autofree char *name = NULL;

  if (!self->exists)
    return check_folder (self, file, error);
  if (!_galley_file_is_regular (&self->info, file, error))
    return FALSE;

  name = g_file_get_parse_name (file);
  if (!may_write (self->folder, self->name, &self->info, W_OK))
    {
      g_set_error (error,
                   GALLEY_ERROR,
                   GALLEY_ERROR_READ_ONLY,
                   _ ("“%s” cannot be saved: the file is read-only. Save a copy elsewhere."),
                   name);
      return FALSE;
    }
  if (self->info.st_nlink > 1)
    {
      g_set_error (error,
                   GALLEY_ERROR,
                   GALLEY_ERROR_READ_ONLY,
                   _ ("“%s” cannot be saved: the file has a second name (a hard link), which would "
                      "keep the old content. Save a copy elsewhere."),
                   name);
      return FALSE;
    }

  return check_folder (self, file, error);
}

void
_galley_file_place_clear (GalleyFilePlace *self)
{
  if (self->folder >= 0)
    close (self->folder);
  self->folder = -1;
  g_clear_pointer (&self->name, g_free);
}
