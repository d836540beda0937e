/* galley-cli-convert.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/galley-cli-annotations.h"
#include "cli/galley-cli-batch.h"
#include "cli/galley-cli.h"

static GalleyReview *
load (const GalleyInput *input, gconstpointer user_data, char **note, GError **error)
{
  gboolean matches = TRUE;
  GalleyReview *review = galley_annotations_load (input, &matches, error);

  if (review != NULL && !matches)
    *note =
        g_strdup (_ ("The text does not match its digest; marks may stand in the wrong places."));

  return review;
}

static int
run_with (const char *format, const char *folder, char **arguments)
{
  const GalleyCommand *command = &galley_command_convert;
  GalleyInputs inputs;
  GalleyOutput output;
  int status;

  if (format == NULL)
    return galley_cli_misuse (command, _ ("Say what to convert to: --to=FORMAT."));
  if (arguments == NULL || arguments[0] == NULL)
    return galley_cli_misuse (command, _ ("Name at least one annotation file."));

  galley_inputs_init (&inputs, arguments, galley_annotations_recognise);
  galley_inputs_split_lines (&inputs, GALLEY_LINES_SUFFIX);
  status = galley_output_init (&output, command, format, folder, inputs.list);
  if (status == GALLEY_EXIT_NONE)
    status = galley_batch_run (&inputs, &output, 1, load, NULL);
  galley_output_clear (&output);
  galley_inputs_clear (&inputs);

  return status;
}

static int
run (int argc, char **argv)
{
  g_autofree char *format = NULL;
  g_autofree char *folder = NULL;
  g_auto (GStrv) arguments = NULL;
  const GOptionEntry entries[] = {
    { "to",
      't',
      0,
      G_OPTION_ARG_STRING,
      &format,
      N_ ("text, json, jsonl, csv or brat"),
      N_ ("FORMAT") },
    { "output",
      'o',
      0,
      G_OPTION_ARG_FILENAME,
      &folder,
      N_ ("Write a file for each below DIR"),
      N_ ("DIR") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status = galley_cli_parse (&galley_command_convert,
                                 _ ("A file that ends in .jsonl holds one annotation file a line. "
                                    "“-” reads one annotation file\n"
                                    "from standard input.\n\n"
                                    "Exit status: 0 all done, 1 some input failed, 2 wrong usage."),
                                 entries,
                                 argc,
                                 argv);

  return status == GALLEY_EXIT_NONE ? run_with (format, folder, arguments) : status;
}

const GalleyCommand galley_command_convert = {
  .name = "convert",
  .arguments = N_ ("--to=FORMAT FILE…"),
  .summary = N_ ("Write annotation files in another format"),
  .run = run,
};
