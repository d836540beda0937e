/* galley-main.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>
#include <locale.h>

#include "session/galley-print.h"
#include "ui/galley-application.h"
#include "ui/galley-settings.h"
#include "ui/galley-stall-watch.h"

static void
init_locale (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* What GApplication answers without a display. */
static gboolean
asks_for_words (int argc, char *argv[])
{
  for (int i = 1; i < argc; i++)
    if (g_str_has_prefix (argv[i], "--help") || g_str_equal (argv[i], "-h")
        || g_str_equal (argv[i], "-?") || g_str_equal (argv[i], "--version"))
      return TRUE;

  return FALSE;
}

/* The analysis as text is the window's main job, too, so a bare server gets that. */
static int
run_without_display (int argc, char *argv[])
{
  gboolean only_files = FALSE;
  int n_files = 0, status = 0;

  for (int i = 1; i < argc; i++)
    {
      if (!only_files && g_str_equal (argv[i], "--"))
        only_files = TRUE;
      else if (only_files || argv[i][0] != '-')
        {
          g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[i]);

          n_files++;
          if (galley_report_without_display (file) != 0)
            status = 1;
        }
    }

  return n_files > 0 ? status : galley_report_without_display (NULL);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GalleyApplication) application = NULL;

  init_locale ();
  if (!asks_for_words (argc, argv))
    {
      if (!gtk_init_check ())
        return run_without_display (argc, argv);
      if (!galley_settings_find_schema ())
        {
          g_printerr ("%s\n", _ ("Galley is not installed completely: its settings are missing."));
          return 1;
        }
    }

#ifdef GALLEY_WATCH_STALLS
  galley_stall_watch_start (NULL, NULL, NULL);
#endif
  g_set_application_name (_ ("Galley"));
  application = galley_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
