/* galley-cli-lines.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GalleyLines:
 *
 * Reads a stream line by line, each as soon as it is there and none longer than a limit: what
 * exceeds it is dropped and said.
 */
typedef struct
{
  int fd;
  gsize limit; /* bytes */
  GString *line;
  gboolean too_long; /* the line went beyond the limit; what is kept is its beginning */

  char *buffer;
  gsize start;
  gsize end;
  gboolean ended;
} GalleyLines;

void galley_lines_init (GalleyLines *self, int fd, gsize limit);
void galley_lines_clear (GalleyLines *self);
gboolean galley_lines_next (GalleyLines *self, GError **error);

GBytes *galley_lines_read_all (int fd, gsize limit, GError **error);

G_END_DECLS
