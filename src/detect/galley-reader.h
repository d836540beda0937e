/* galley-reader.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "detect/galley-reader-traits.h"
#include "detect/galley-reading.h"

G_BEGIN_DECLS

/* fraction is 0..1; called in the thread that does the work. */
typedef void (*GalleyProgressFunc) (double fraction, gpointer user_data);

/* @wanted: (nullable): for each paragraph, whether it is read; %NULL: all are */
typedef GalleyReading *(*GalleyReadFunc) (const GalleyText *text,
                                          const gboolean *wanted,
                                          GalleyProgressFunc progress,
                                          gpointer user_data,
                                          GCancellable *cancellable,
                                          GError **error);

/**
 * GalleyReader:
 * @id: as in files and on the command line: `deep`, `fast`, `rules`
 * @model: version of what it learnt; set once it is loaded
 * @read: marks the paragraphs for which @wanted is %TRUE, told @progress now and then (nullable).
 *   Thread-safe. Returns (transfer full), or %NULL with an error (cancelled, or a damaged model)
 * @traits: (nullable): how it errs; %NULL: as the fast reader does
 * @load: (nullable): loads what it has learnt, if that may fail; see galley_reader_load()
 * @views: whether it says itself what reads as opinion
 * @slow: whether reading takes most of the time that an article takes
 *
 * Finds sources, cues and contents in a text that is tagged. Linking, speakers, ladder and reasons
 * come after it and are the same for every reader.
 */
typedef struct
{
  const char *id;
  const char *model;
  GalleyReadFunc read;
  const GalleyReaderTraits *traits;
  gboolean (*load) (GError **error);
  gboolean views;
  gboolean slow;
} GalleyReader;

const GalleyReader *galley_reader_find (const char *id);
const GalleyReader *galley_reader_get_default (void);
char *galley_reader_dup_ids (void);
gboolean galley_reader_load (const GalleyReader *self, GError **error);
const GalleyReaderTraits *galley_reader_get_traits (const GalleyReader *self);

G_END_DECLS
