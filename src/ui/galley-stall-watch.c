/* galley-stall-watch.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-stall-watch.h"

static struct
{
  GalleyStallFunc func;
  gpointer user_data;
  gint64 busy_since; /* monotonic; 0 before the first poll */
} watch;

/* A main loop is idle in poll and nowhere else, so what lies between two of them is one stretch of
 * work. It costs two looks at the clock. */
static gint
poll_and_measure (GPollFD *fds, guint n_fds, gint timeout)
{
  gint64 now = g_get_monotonic_time ();
  gint64 busy = (now - watch.busy_since) / G_TIME_SPAN_MILLISECOND;
  gint n_ready;

  if (watch.busy_since > 0 && busy >= GALLEY_STALL_MS)
    watch.func ((guint) busy, watch.user_data);
  n_ready = g_poll (fds, n_fds, timeout);
  watch.busy_since = g_get_monotonic_time ();

  return n_ready;
}

static void
log_stall (guint busy, gpointer user_data)
{
  g_debug ("The main loop took no event for %u ms", busy);
}

/**
 * galley_stall_watch_start:
 * @context: (nullable): the main context to watch; one at a time
 * @func: (nullable): told of each stretch of work of %GALLEY_STALL_MS and more; %NULL logs them
 *   (see them with G_MESSAGES_DEBUG=galley-ui)
 *
 * Watches whether something blocks the main loop. For debug builds and benchmarks.
 */
void
galley_stall_watch_start (GMainContext *context, GalleyStallFunc func, gpointer user_data)
{
  watch.func = func != NULL ? func : log_stall;
  watch.user_data = user_data;
  watch.busy_since = 0;
  g_main_context_set_poll_func (context, poll_and_measure);
}

void
galley_stall_watch_stop (GMainContext *context)
{
  g_main_context_set_poll_func (context, NULL);
}
