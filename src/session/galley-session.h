/* galley-session.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "detect/galley-detect.h"
#include "import/galley-importer.h"
#include "model/galley-review.h"

G_BEGIN_DECLS

/**
 * GalleySession:
 *
 * One article on the desk: opened, imported, read by a detector, reviewed, saved. Used by the
 * window (the _async calls) and by the command line (the others); knows no widget.
 *
 * Properties: `review` (%NULL before something is open), `file` (the article's file or %NULL for
 * pasted text), `annotation-file` (%NULL before the first save), `read-only` (the text does not
 * match its digest), `progress` (0..1 while analysing), `analysing`, `info` via
 * galley_session_get_import_info().
 */
#define GALLEY_TYPE_SESSION (galley_session_get_type ())
G_DECLARE_FINAL_TYPE (GalleySession, galley_session, GALLEY, SESSION, GObject)

GalleySession *galley_session_new (void);

/* Opening. A failure leaves the session as it was. @file may be an article or an annotation file;
 * @charset (nullable) overrides the guess. An article's text is there when open returns; analyse
 * adds the suggestions. An annotation file brings its own; analysing it, or an article once more,
 * renews the suggestions and leaves alone what people made and judged. */
gboolean galley_session_open (GalleySession *self,
                              GFile *file,
                              const char *charset,
                              GCancellable *cancellable,
                              GError **error);
void galley_session_open_async (GalleySession *self,
                                GFile *file,
                                const char *charset,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean galley_session_open_finish (GalleySession *self, GAsyncResult *result, GError **error);
gboolean galley_session_open_bytes (
    GalleySession *self, GBytes *bytes, const char *name, const char *charset, GError **error);

gboolean galley_session_analyse (GalleySession *self,
                                 const GalleyReader *reader,
                                 GCancellable *cancellable,
                                 GError **error);
void galley_session_analyse_async (GalleySession *self,
                                   const GalleyReader *reader,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean galley_session_analyse_finish (GalleySession *self, GAsyncResult *result, GError **error);

const GalleyRenewal *galley_session_get_renewal (GalleySession *self);

GalleyReview *galley_session_get_review (GalleySession *self);
GFile *galley_session_get_file (GalleySession *self);
GFile *galley_session_get_annotation_file (GalleySession *self);
const GalleyImportInfo *galley_session_get_import_info (GalleySession *self);
gboolean galley_session_get_read_only (GalleySession *self);
gboolean galley_session_get_analysing (GalleySession *self);
double galley_session_get_progress (GalleySession *self);
char *galley_session_dup_name (GalleySession *self);

/* NAME.galley.json beside the article (NAME without .txt); %NULL for pasted text. */
GFile *galley_session_dup_default_target (GalleySession *self);
/* The annotation file beside @article, if it exists and is one. */
GFile *galley_session_find_beside (GFile *article);

/* Saving. @target %NULL is the annotation file, or the default target. Without @overwrite a file
 * that changed on disk since it was read or written here, or one that was never opened here, is not
 * replaced: %GALLEY_ERROR_CHANGED. */
gboolean
galley_session_save (GalleySession *self, GFile *target, gboolean overwrite, GError **error);
void galley_session_save_async (GalleySession *self,
                                GFile *target,
                                gboolean overwrite,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean galley_session_save_finish (GalleySession *self, GAsyncResult *result, GError **error);
/* Whether the annotation file on disk is no longer what was read or written here. */
gboolean galley_session_changed_on_disk (GalleySession *self);

G_END_DECLS
