/* galley-file-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sys/stat.h>

#include "base/galley-file.h"

G_BEGIN_DECLS

/**
 * GalleyFileCalls:
 *
 * The calls of the system that galley_file_save() changes a folder with, so that tests can make
 * each of them fail. Signatures and errno as in the system's.
 */
typedef struct
{
  int (*open) (int folder, const char *name, int flags, mode_t mode);
  ssize_t (*write) (int fd, const void *data, size_t length);
  int (*chmod) (int fd, mode_t mode);
  int (*chown) (int fd, uid_t user, gid_t group);
  int (*sync) (int fd);
  ssize_t (*read) (int fd, void *data, size_t length, off_t offset);
  int (*rename) (int folder, const char *from, const char *to, gboolean replace);
  int (*unlink) (int folder, const char *name);
} GalleyFileCalls;

extern const GalleyFileCalls _galley_file_system_calls;
void _galley_file_use_calls (const GalleyFileCalls *calls);

/**
 * GalleyFilePlace:
 * @folder: an open descriptor of the folder
 * @name: the name in it, symbolic links resolved
 * @exists: whether there is a file of that name
 * @info: what it is, if there is one
 */
typedef struct
{
  int folder;
  char *name;
  gboolean exists;
  struct stat info;
} GalleyFilePlace;

gboolean _galley_file_place_find (GalleyFilePlace *self, GFile *file, GError **error);
gboolean _galley_file_place_check (GalleyFilePlace *self, GFile *file, GError **error);
void _galley_file_place_clear (GalleyFilePlace *self);

gboolean _galley_file_is_regular (const struct stat *info, GFile *file, GError **error);
gboolean _galley_file_cannot_read (GError **error, int code, GFile *file);
gboolean _galley_file_cannot_save (GError **error, int code, GFile *file);
GalleyFileStamp *
_galley_file_stamp_new_of (const struct stat *info, const char *data, gsize length);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GalleyFilePlace, _galley_file_place_clear)

G_END_DECLS
