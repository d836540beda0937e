/* galley-cli.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/galley-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/galley-cli-progress.h"

/* Names and messages hold what strangers chose; a terminal must not obey it. */
static char *
dup_harmless (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *harmless = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (harmless, g_unichar_iscntrl (c) ? 0xfffd : c);
    }

  return g_string_free (harmless, FALSE);
}

static void
say (const char *name, const char *message)
{
  g_autofree char *line = name != NULL ? g_strdup_printf ("galley-cli: %s: %s", name, message)
                                       : g_strdup_printf ("galley-cli: %s", message);
  g_autofree char *harmless = dup_harmless (line);

  galley_progress_hide ();
  g_printerr ("%s\n", harmless);
  galley_progress_show ();
}

/**
 * galley_cli_fail:
 * @name: (nullable): the input
 * @message: what is wrong with it
 *
 * Says on stderr why something was not done.
 */
void
galley_cli_fail (const char *name, const char *message)
{
  say (name, message);
}

/**
 * galley_cli_note:
 *
 * Says on stderr what a person should know of something that was done.
 */
void
galley_cli_note (const char *name, const char *message)
{
  say (name, message);
}

/**
 * galley_cli_misuse:
 * @format: what is wrong with the call
 *
 * Returns: %GALLEY_EXIT_USAGE, having said so on stderr
 */
int
galley_cli_misuse (const GalleyCommand *command, const char *format, ...)
{
  g_autofree char *problem = NULL;
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  problem = g_strdup_vprintf (format, args);
  va_end (args);

  say (NULL, problem);
  message = g_strdup_printf (_ ("“galley-cli %s --help” says how it is used."), command->name);
  say (NULL, message);

  return GALLEY_EXIT_USAGE;
}

/**
 * galley_cli_parse:
 * @description: (nullable): comes below the options in the help
 * @entries: the options, ended by an empty one
 *
 * Reads the options of @command. `--help` prints and ends the program.
 *
 * Returns: %GALLEY_EXIT_NONE to go on, else the exit status
 */
int
galley_cli_parse (const GalleyCommand *command,
                  const char *description,
                  const GOptionEntry *entries,
                  int argc,
                  char **argv)
{
  g_autofree char *usage = g_strdup_printf ("%s%s— %s",
                                            command->arguments,
                                            *command->arguments != '\0' ? " " : "",
                                            _ (command->summary));
  g_autofree char *program = g_strdup_printf ("galley-cli %s", command->name);
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;

  g_set_prgname (program);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (context, description);

  g_strv_builder_add (builder, program);
  for (int i = 1; i < argc; i++)
    g_strv_builder_add (builder, argv[i]);
  arguments = g_strv_builder_end (builder);

  if (g_option_context_parse_strv (context, &arguments, &error))
    return GALLEY_EXIT_NONE;

  return galley_cli_misuse (command, "%s", error->message);
}
