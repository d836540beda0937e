/* galley-cli-inputs.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyInput:
 * @path: of the file, as named or found
 * @name: the path in UTF-8, for people and tables
 * @stem: where its output goes below the output folder, without the suffix
 * @bytes: (nullable): what it holds, where that is a part of the file only
 */
typedef struct
{
  char *path;
  char *name;
  char *stem;
  GBytes *bytes;
} GalleyInput;

/* Whether a file found in a folder is of the kind that is wanted. */
typedef gboolean (*GalleyInputFilter) (const char *file_name);

/**
 * GalleyInputs:
 * @list: (element-type GalleyInput): in the order named, what is in a folder sorted by path
 * @n_passed_over: files in folders that are not of the wanted kind
 * @n_failed: what could not be looked into; said on stderr
 */
typedef struct
{
  GPtrArray *list;
  guint n_passed_over;
  guint n_failed;
} GalleyInputs;

void galley_inputs_init (GalleyInputs *self, char **arguments, GalleyInputFilter filter);
void galley_inputs_split_lines (GalleyInputs *self, const char *suffix);
void galley_inputs_clear (GalleyInputs *self);
void galley_inputs_tell_passed_over (const GalleyInputs *self);

G_END_DECLS
