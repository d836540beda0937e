/* galley-cli.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Exit status */
#define GALLEY_EXIT_DONE   0 /* everything was done */
#define GALLEY_EXIT_FAILED 1 /* some input failed; the rest was done */
#define GALLEY_EXIT_USAGE  2 /* wrong usage; nothing was done */

/* Goes on: galley_cli_parse() has not ended the command. */
#define GALLEY_EXIT_NONE (-1)

/**
 * GalleyCommand:
 * @name: as typed
 * @arguments: what comes after the options, for the help
 * @summary: what it does, N_()
 * @run: (array length=argc): argv[0] is the command's name; returns the exit status
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  int (*run) (int argc, char **argv);
} GalleyCommand;

extern const GalleyCommand galley_command_analyze;
extern const GalleyCommand galley_command_extract;
extern const GalleyCommand galley_command_sentences;
extern const GalleyCommand galley_command_convert;
extern const GalleyCommand galley_command_validate;

int galley_cli_parse (const GalleyCommand *command,
                      const char *description,
                      const GOptionEntry *entries,
                      int argc,
                      char **argv);
int galley_cli_misuse (const GalleyCommand *command, const char *format, ...) G_GNUC_PRINTF (2, 3);
void galley_cli_fail (const char *name, const char *message);
void galley_cli_note (const char *name, const char *message);

G_END_DECLS
