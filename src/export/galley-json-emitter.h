/* galley-json-emitter.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/galley-json-slice.h"

G_BEGIN_DECLS

/**
 * GalleyJsonEmitter:
 * @out: where the text goes
 * @compact: everything on one line, without a space
 *
 * Writes JSON always in the same way: two spaces of indentation, LF, short containers on one line
 * where the caller says so, no locale. Lives on the stack; only the first two members are the
 * caller's to set.
 *
 * The generator of json-glib 1.6 cannot stand in for it: it writes 0.93 as 0.93000000000000005 and
 * 1e400 as inf.0, leaves U+2028 as it is, puts every value on a line of its own, wants the whole
 * file as a tree first, and has no way to write what another program said as it came.
 */
typedef struct
{
  GString *out;
  gboolean compact;

  guint depth;
  guint inline_depth; /* open containers that are written on one line */
  gboolean empty;     /* nothing stands in the innermost container yet */
  gboolean named;     /* a name has been written and waits for its value */
} GalleyJsonEmitter;

void galley_json_emit_open (GalleyJsonEmitter *self, char bracket, gboolean on_one_line);
void galley_json_emit_close (GalleyJsonEmitter *self, char bracket);
void galley_json_emit_name (GalleyJsonEmitter *self, const char *name);
void galley_json_emit_string (GalleyJsonEmitter *self, const char *string, gsize length);
void galley_json_emit_short (GalleyJsonEmitter *self, const char *string);
void galley_json_emit_uint (GalleyJsonEmitter *self, guint number);
void galley_json_emit_fraction (GalleyJsonEmitter *self, double number);
void galley_json_emit_slice (GalleyJsonEmitter *self, const GalleyJsonSlice *value);

void galley_json_emit_string_member (GalleyJsonEmitter *self, const char *name, const char *value);
void galley_json_emit_uint_member (GalleyJsonEmitter *self, const char *name, guint value);

G_END_DECLS
