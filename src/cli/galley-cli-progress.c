/* galley-cli-progress.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/galley-cli-progress.h"

#include <string.h>
#include <unistd.h>

#define BAR 40 /* columns */

static struct
{
  gboolean active;
  guint done;
  guint total;
} meter;

/**
 * galley_progress_begin:
 * @total: how many inputs there are
 * @stdout_is_free: whether nothing is printed on the same terminal meanwhile
 */
void
galley_progress_begin (guint total, gboolean stdout_is_free)
{
  meter.active = stdout_is_free && total > 1 && isatty (STDERR_FILENO)
                 && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
  meter.done = 0;
  meter.total = total;
  galley_progress_show ();
}

void
galley_progress_step (void)
{
  meter.done++;
  galley_progress_show ();
}

void
galley_progress_hide (void)
{
  if (meter.active)
    g_printerr ("\r\033[K");
}

void
galley_progress_show (void)
{
  char bar[BAR + 1];
  guint filled;

  if (!meter.active)
    return;

  filled = (guint) ((guint64) BAR * meter.done / meter.total);
  memset (bar, '-', BAR);
  memset (bar, '#', MIN (filled, BAR));
  bar[BAR] = '\0';
  g_printerr ("\r[%s] %u/%u", bar, meter.done, meter.total);
}

void
galley_progress_end (void)
{
  galley_progress_hide ();
  meter.active = FALSE;
}
