/* galley-file.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GalleyFileStamp:
 *
 * What a file on disk was when it was read or written: inode, size, times and the SHA-256 of its
 * bytes, or that it was not there. Immutable; threads may share it.
 */
typedef struct _GalleyFileStamp GalleyFileStamp;

GalleyFileStamp *galley_file_stamp_new (GFile *file, GError **error);
GalleyFileStamp *galley_file_stamp_new_absent (void);
GalleyFileStamp *galley_file_stamp_ref (GalleyFileStamp *self);
void galley_file_stamp_unref (GalleyFileStamp *self);
gboolean galley_file_stamp_exists (const GalleyFileStamp *self);
gboolean galley_file_stamp_equal (const GalleyFileStamp *a, const GalleyFileStamp *b);
gboolean galley_file_stamp_is_current (const GalleyFileStamp *self, GFile *file);

GBytes *
galley_file_load (GFile *file, GalleyFileStamp **stamp, GCancellable *cancellable, GError **error);
gboolean galley_file_save (GFile *file,
                           const char *data,
                           gsize length,
                           const GalleyFileStamp *expected,
                           GalleyFileStamp **saved,
                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyFileStamp, galley_file_stamp_unref)

G_END_DECLS
