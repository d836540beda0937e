/* galley-reader.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "language/galley-text.h"

G_BEGIN_DECLS

typedef enum
{
  GALLEY_ROLE_SOURCE,
  GALLEY_ROLE_CUE,
  GALLEY_ROLE_CONTENT,
} GalleyRole;

/**
 * GalleyMark:
 * @role: source, cue or content
 * @first_token: its first token
 * @end_token: one past its last token
 * @probability: 0..1
 *
 * What a reader marks: flat, contiguous, not yet linked, never overlapping, in the order of the
 * text.
 */
typedef struct
{
  GalleyRole role;
  guint32 first_token;
  guint32 end_token;
  double probability;
} GalleyMark;

/**
 * GalleyReader:
 * @id: as in files and on the command line: `fast`, later `deep`
 * @model: version of what it learnt
 * @read: marks the paragraphs for which @wanted is %TRUE. Thread-safe. Returns (element-type
 *   GalleyMark), or %NULL with an error (cancelled, or a damaged model)
 *
 * Finds sources, cues and contents in a text that is tagged. Linking, speakers, ladder and reasons
 * come after it and are the same for every reader.
 */
typedef struct
{
  const char *id;
  const char *model;
  GArray *(*read) (const GalleyText *text,
                   const gboolean *wanted,
                   GCancellable *cancellable,
                   GError **error);
} GalleyReader;

const GalleyReader *galley_reader_find (const char *id);
const GalleyReader *galley_reader_get_default (void);

G_END_DECLS
