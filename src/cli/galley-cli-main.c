/* galley-cli-main.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include <glib/gi18n.h>

#include "cli/galley-cli.h"

static const GalleyCommand *const commands[] = {
  &galley_command_analyze, &galley_command_extract,  &galley_command_sentences,
  &galley_command_convert, &galley_command_validate,
};

static const GalleyCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (strcmp (commands[i]->name, name) == 0)
        return commands[i];
    }

  return NULL;
}

static char *
dup_usage (void)
{
  GString *usage = g_string_new (NULL);

  g_string_append_printf (usage, "%s\n\n", _ ("Usage: galley-cli COMMAND [OPTION…] [FILE…]"));
  g_string_append_printf (usage,
                          "%s\n\n",
                          _ ("Shows whose voice is speaking in news articles: sources, quotes and "
                             "the writer’s opinions."));
  g_string_append_printf (usage, "%s\n", _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (usage, "  %-10s %s\n", commands[i]->name, _ (commands[i]->summary));
  g_string_append_printf (usage,
                          "\n%s\n",
                          _ ("“galley-cli COMMAND --help” and galley-cli(1) say more."));

  return g_string_free (usage, FALSE);
}

static int
run (int argc, char **argv)
{
  const GalleyCommand *command;
  g_autofree char *usage = dup_usage ();

  if (argc < 2)
    {
      g_printerr ("%s", usage);
      return GALLEY_EXIT_USAGE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("galley-cli %s\n", PACKAGE_VERSION);
      return GALLEY_EXIT_DONE;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      g_print ("%s", usage);
      return GALLEY_EXIT_DONE;
    }

  command = find_command (argv[1]);
  if (command != NULL)
    return command->run (argc - 1, argv + 1);

  g_printerr ("galley-cli: ");
  g_printerr (_ ("There is no command “%s”."), argv[1]);
  g_printerr ("\n");

  return GALLEY_EXIT_USAGE;
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* A reader that goes away is an error of write(), which is then answered without a word. */
  signal (SIGPIPE, SIG_IGN);

  return run (argc, argv);
}
