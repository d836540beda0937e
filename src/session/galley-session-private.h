/* galley-session-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session/galley-session.h"

#include "base/galley-file.h"

G_BEGIN_DECLS

#define GALLEY_ANNOTATION_SUFFIX ".galley.json"

enum
{
  PROP_0,
  PROP_REVIEW,
  PROP_FILE,
  PROP_ANNOTATION_FILE,
  PROP_READ_ONLY,
  PROP_PROGRESS,
  PROP_ANALYSING,
  N_PROPS,
};

struct _GalleySession
{
  GObject parent_instance;

  GalleyReview *review;
  GFile *file;
  GFile *annotation_file;
  GalleyFileStamp *stamp; /* of the annotation file as read or written here */
  GalleyImportInfo info;
  char *name; /* of what has no file */
  gboolean read_only;
  gboolean analysed; /* the marks are a reader's or a file's: the next reader renews them */
  gboolean renewed;
  GalleyRenewal renewal; /* what the last analysis changed, where it renewed */

  guint n_openings;       /* how often opening has begun: only the latest counts */
  guint generation;       /* how often it has succeeded: findings for another article are dropped */
  GCancellable *analysis; /* of the analysis that is running */

  GMutex lock; /* guards what a worker thread writes: */
  double progress;
  gboolean notifies_progress; /* whether an idle source that says so is on its way */
};

/**
 * GalleyOpened:
 *
 * What opening brought, made in any thread and then put into the session at once.
 */
typedef struct
{
  GalleyReview *review;
  GFile *file;
  GFile *annotation_file;
  GalleyFileStamp *stamp;
  GalleyImportInfo info;
  char *name;
  gboolean read_only;
} GalleyOpened;

void _galley_opened_free (GalleyOpened *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyOpened, _galley_opened_free)

void _galley_session_take (GalleySession *self, GalleyOpened *opened);
void _galley_session_notify (GalleySession *self, guint property);
void _galley_session_label (GalleySession *self);

G_END_DECLS
