/* galley-cli-lines.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/galley-cli-lines.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/galley-error.h"

#define BUFFER 65536 /* bytes read at once */

static gssize
read_some (int fd, char *buffer, gsize length, GError **error)
{
  for (;;)
    {
      gssize count = read (fd, buffer, length);

      if (count >= 0)
        return count;
      if (errno != EINTR)
        {
          int problem = errno;

          g_set_error_literal (error,
                               G_IO_ERROR,
                               (int) g_io_error_from_errno (problem),
                               g_strerror (problem));
          return -1;
        }
    }
}

void
galley_lines_init (GalleyLines *self, int fd, gsize limit)
{
  *self = (GalleyLines){ .fd = fd, .limit = limit };
  self->line = g_string_new (NULL);
  self->buffer = g_malloc (BUFFER);
}

void
galley_lines_clear (GalleyLines *self)
{
  g_string_free (self->line, TRUE);
  g_free (self->buffer);
}

static gboolean
fill (GalleyLines *self, GError **error)
{
  gssize count = read_some (self->fd, self->buffer, BUFFER, error);

  if (count < 0)
    return FALSE;
  self->start = 0;
  self->end = (gsize) count;
  self->ended = count == 0;

  return TRUE;
}

static void
keep (GalleyLines *self, const char *data, gsize length)
{
  gsize room = self->limit - self->line->len;

  self->too_long = self->too_long || length > room;
  g_string_append_len (self->line, data, (gssize) MIN (length, room));
}

/**
 * galley_lines_next:
 * @error: the stream cannot be read
 *
 * Puts the next line into `line`, without its LF (or CR LF). The last one need not end with one.
 *
 * Returns: %TRUE if there is a line; %FALSE at the end, and on error
 */
gboolean
galley_lines_next (GalleyLines *self, GError **error)
{
  gboolean begun = FALSE;

  g_string_truncate (self->line, 0);
  self->too_long = FALSE;

  while (self->start < self->end || (!self->ended && fill (self, error)))
    {
      const char *data = self->buffer + self->start;
      gsize length = self->end - self->start;
      const char *stop = memchr (data, '\n', length);

      if (self->ended)
        break;
      begun = TRUE;
      keep (self, data, stop != NULL ? (gsize) (stop - data) : length);
      self->start += stop != NULL ? (gsize) (stop - data) + 1 : length;
      if (stop != NULL)
        break;
    }

  if (self->line->len > 0 && self->line->str[self->line->len - 1] == '\r')
    g_string_truncate (self->line, self->line->len - 1);

  return begun;
}

/**
 * galley_lines_read_all:
 * @limit: bytes
 * @error: %GALLEY_ERROR_LIMIT, or the stream cannot be read
 *
 * Returns: (transfer full) (nullable): everything up to the end of the stream
 */
GBytes *
galley_lines_read_all (int fd, gsize limit, GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree char *buffer = g_malloc (BUFFER);

  for (;;)
    {
      gssize count = read_some (fd, buffer, BUFFER, error);

      if (count < 0)
        return NULL;
      if (count == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&all));
      if (all->len + (gsize) count > limit)
        {
          g_set_error_literal (error,
                               GALLEY_ERROR,
                               GALLEY_ERROR_LIMIT,
                               _ ("There is more text than can be read."));
          return NULL;
        }
      g_byte_array_append (all, (const guint8 *) buffer, (guint) count);
    }
}
