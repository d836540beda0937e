/* galley-print.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session/galley-print.h"

#include <errno.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "export/galley-exporter.h"
#include "session/galley-session.h"

#define COLUMNS 80

/**
 * galley_print_wants_colour:
 * @fd: where text goes to
 *
 * Returns: %TRUE on a terminal that is no typewriter, unless NO_COLOR is set to something
 */
gboolean
galley_print_wants_colour (int fd)
{
  const char *no_color = g_getenv ("NO_COLOR");

  return isatty (fd) && (no_color == NULL || *no_color == '\0')
         && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
}

/**
 * galley_print_get_width:
 *
 * Returns: columns for text: 80, which reads best, or fewer where the terminal has no more
 */
guint
galley_print_get_width (int fd)
{
  struct winsize size;

  if (isatty (fd) && ioctl (fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return MIN (size.ws_col, COLUMNS);

  return COLUMNS;
}

/**
 * galley_print_write:
 * @fd: a file descriptor
 * @length: of @data in bytes
 * @error: %G_IO_ERROR; of a reader that went away %G_IO_ERROR_BROKEN_PIPE
 *
 * Returns: %TRUE if all of it was written
 */
gboolean
galley_print_write (int fd, const char *data, gsize length, GError **error)
{
  while (length > 0)
    {
      ssize_t count = write (fd, data, length);

      if (count < 0 && errno == EINTR)
        continue;
      if (count < 0)
        {
          int problem = errno;

          g_set_error_literal (error,
                               G_IO_ERROR,
                               (int) g_io_error_from_errno (problem),
                               g_strerror (problem));
          return FALSE;
        }
      data += count;
      length -= (gsize) count;
    }

  return TRUE;
}

/**
 * galley_print_analysis:
 * @file: an article, or an annotation file, which is printed as it is
 * @fd: where to
 *
 * Returns: %TRUE if all went well
 */
gboolean
galley_print_analysis (GFile *file, int fd, GError **error)
{
  g_autoptr (GalleySession) session = galley_session_new ();
  g_autofree char *name = NULL;
  GalleyExportOptions options = { .colour = galley_print_wants_colour (fd),
                                  .width = galley_print_get_width (fd) };
  g_autoptr (GString) text = NULL;

  if (!galley_session_open (session, file, NULL, NULL, error))
    return FALSE;
  if (galley_session_get_file (session) != NULL
      && !galley_session_analyse (session, NULL, NULL, error))
    return FALSE;

  options.name = name = galley_session_dup_name (session);
  text = galley_exporter_find ("text")->write (galley_session_get_review (session), &options);

  return galley_print_write (fd, text->str, text->len, error);
}

/**
 * galley_report_without_display:
 * @file: (nullable): what the window was to open
 *
 * For `galley` where no window can be shown: says so on stderr and prints the analysis of @file on
 * stdout instead.
 *
 * Returns: the exit status: 0 if the analysis was printed
 */
int
galley_report_without_display (GFile *file)
{
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    {
      g_printerr (
          "%s\n",
          _ ("There is no display to show a window on; name a file to print its analysis here."));
      return 1;
    }

  g_printerr ("%s\n",
              _ ("There is no display to show a window on, so the analysis is printed here."));
  if (galley_print_analysis (file, STDOUT_FILENO, &error)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    return 0;

  g_printerr ("%s\n", error->message);

  return 1;
}
