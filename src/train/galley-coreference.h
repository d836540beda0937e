/* galley-coreference.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "language/galley-text.h"

G_BEGIN_DECLS

/**
 * GalleyCoreferenceWord:
 * @start: its bytes
 * @end: one past its last byte
 * @head: the word it depends on, or -1
 * @relation: how: "nsubj"
 * @verb: whether it is a verb
 * @form: folded
 */
typedef struct
{
  gsize start;
  gsize end;
  gint head;
  char *relation;
  gboolean verb;
  char *form;
} GalleyCoreferenceWord;

/**
 * GalleyCoreferenceMention:
 * @entity: whom or what it means
 * @run: its tokens
 * @first_word: its first word, an index
 * @end_word: one past its last word
 */
typedef struct
{
  guint entity;
  GalleyTokenRun run;
  guint first_word;
  guint end_word;
} GalleyCoreferenceMention;

/**
 * GalleyCoreferenceSubject:
 * @entity: whom a person says it means
 * @run: who reports
 * @cue: the reporting verb
 * @known: whether the article mentioned it before
 */
typedef struct
{
  guint entity;
  GalleyTokenRun run;
  GalleyTokenRun cue;
  gboolean known;
} GalleyCoreferenceSubject;

/**
 * GalleyCoreference:
 * @contents: the text
 * @text: the same, taken apart and tagged
 * @words: (element-type GalleyCoreferenceWord): as the treebank has them
 * @mentions: (element-type GalleyCoreferenceMention): in the order of the text
 * @subjects: (element-type GalleyCoreferenceSubject): of reporting verbs, in the order of the text
 *
 * An article in which people said what means the same.
 */
typedef struct
{
  char *contents;
  GalleyText *text;
  GArray *words;
  GArray *mentions;
  GArray *subjects;
} GalleyCoreference;

GalleyCoreference *galley_coreference_parse (const char *table);
GalleyCoreference *galley_coreference_read (const char *path, GError **error);
void galley_coreference_free (GalleyCoreference *self);
gint galley_coreference_find_entity (const GalleyCoreference *self, GalleyTokenRun run);
gint
galley_coreference_find_name (const GalleyCoreference *self, const char *name, guint before_token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyCoreference, galley_coreference_free)

G_END_DECLS
