/* galley-cli-analyze.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/galley-error.h"
#include "cli/galley-cli-batch.h"
#include "cli/galley-cli-reader.h"
#include "cli/galley-cli-stream.h"
#include "cli/galley-cli.h"
#include "session/galley-session.h"

#define MAX_JOBS 256

typedef struct
{
  char *reader;
  char *format;
  char *folder;
  int n_jobs;
  char **arguments;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->reader);
  g_free (self->format);
  g_free (self->folder);
  g_strfreev (self->arguments);
}

static char *
describe_import (const GalleyImportInfo *info)
{
  if (info->n_replaced == 0)
    return NULL;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "read as %s; %u place could not be decoded.",
                                       "read as %s; %u places could not be decoded.",
                                       info->n_replaced),
                          info->charset,
                          info->n_replaced);
}

static GalleyReview *
load (const GalleyInput *input, gconstpointer user_data, char **note, GError **error)
{
  const GalleyReader *reader = user_data;
  g_autoptr (GFile) file = g_file_new_for_path (input->path);
  g_autoptr (GalleySession) session = galley_session_new ();

  if (!galley_session_open (session, file, NULL, NULL, error))
    return NULL;
  if (galley_session_get_file (session) == NULL)
    {
      g_set_error_literal (error,
                           GALLEY_ERROR,
                           GALLEY_ERROR_UNSUPPORTED,
                           _ ("This is an annotation file; “galley-cli convert” prints it."));
      return NULL;
    }
  if (!galley_session_analyse (session, reader, NULL, error))
    return NULL;
  *note = describe_import (galley_session_get_import_info (session));

  return g_object_ref (galley_session_get_review (session));
}

static gboolean
is_stream (char **arguments)
{
  for (guint i = 0; arguments[i] != NULL; i++)
    {
      if (g_str_equal (arguments[i], "-"))
        return TRUE;
    }

  return FALSE;
}

static int
run_stream (const Options *options, const GalleyReader *reader)
{
  const GalleyCommand *command = &galley_command_analyze;

  if (options->arguments[1] != NULL)
    return galley_cli_misuse (command, _ ("“-” cannot be mixed with files."));
  if (options->folder != NULL)
    return galley_cli_misuse (command, _ ("“-” answers on standard output and takes no --output."));
  if (options->format != NULL && !g_str_equal (options->format, "jsonl")
      && !g_str_equal (options->format, "json"))
    return galley_cli_misuse (command, _ ("“-” answers in JSON Lines and takes no other format."));

  return galley_stream_analyse (reader, (guint) options->n_jobs);
}

static int
run_files (const Options *options, const GalleyReader *reader)
{
  GalleyInputs inputs;
  GalleyOutput output;
  int status;

  galley_inputs_init (&inputs, options->arguments, galley_import_recognises);
  status = galley_output_init (
      &output, &galley_command_analyze, options->format, options->folder, inputs.list);
  if (status == GALLEY_EXIT_NONE)
    status = galley_batch_run (&inputs, &output, (guint) options->n_jobs, load, reader);
  galley_output_clear (&output);
  galley_inputs_clear (&inputs);

  return status;
}

static int
run_with (const Options *options)
{
  const GalleyCommand *command = &galley_command_analyze;
  const GalleyReader *reader;
  int status;

  if (options->n_jobs < 1 || options->n_jobs > MAX_JOBS)
    return galley_cli_misuse (command,
                              _ ("The number of jobs must be between 1 and %d."),
                              MAX_JOBS);
  if (options->arguments == NULL || options->arguments[0] == NULL)
    return galley_cli_misuse (command, _ ("Name at least one file or folder, or “-”."));
  status = galley_cli_find_reader (command, options->reader, &reader);
  if (status != GALLEY_EXIT_NONE)
    return status;

  return is_stream (options->arguments) ? run_stream (options, reader)
                                        : run_files (options, reader);
}

static int
run (int argc, char **argv)
{
  Options options = { .n_jobs = 1 };
  const GOptionEntry entries[] = {
    { "reader",
      0,
      0,
      G_OPTION_ARG_STRING,
      &options.reader,
      N_ ("Who reads the articles: deep (the default where it is built in), fast or rules"),
      N_ ("READER") },
    { "format",
      'f',
      0,
      G_OPTION_ARG_STRING,
      &options.format,
      N_ ("text, json, jsonl, csv or brat; text on a terminal, else json"),
      N_ ("FORMAT") },
    { "output",
      'o',
      0,
      G_OPTION_ARG_FILENAME,
      &options.folder,
      N_ ("Write a file for each article below DIR"),
      N_ ("DIR") },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &options.n_jobs, N_ ("Read N articles at once"), N_ ("N") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status = galley_cli_parse (
      &galley_command_analyze,
      _ ("A folder is searched for text files, those in folders below it included. “-” reads\n"
         "{\"id\":…,\"text\":…} from standard input, one a line, and answers each line with one:\n"
         "{\"id\":…,\"annotations\":…} or {\"id\":…,\"error\":…}.\n\n"
         "Exit status: 0 all done, 1 some input failed, 2 wrong usage."),
      entries,
      argc,
      argv);

  if (status == GALLEY_EXIT_NONE)
    status = run_with (&options);
  options_clear (&options);

  return status;
}

const GalleyCommand galley_command_analyze = {
  .name = "analyze",
  .arguments = N_ ("FILE|DIR|-…"),
  .summary = N_ ("Find sources, quotes and opinions in articles"),
  .run = run,
};
