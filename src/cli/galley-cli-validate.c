/* galley-cli-validate.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "cli/galley-cli-annotations.h"
#include "cli/galley-cli-inputs.h"
#include "cli/galley-cli.h"
#include "session/galley-print.h"

static char *
describe (GalleyReview *review, const char *name)
{
  guint n_annotations = galley_review_get_n_annotations (review);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%s: valid, %u annotation\n",
                                       "%s: valid, %u annotations\n",
                                       n_annotations),
                          name,
                          n_annotations);
}

static gboolean
validate (const GalleyInput *input, gboolean quiet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyReview) review = NULL;
  g_autofree char *message = NULL;
  gboolean matches = TRUE;

  review = galley_annotations_load (input, &matches, &error);
  if (review == NULL)
    galley_cli_fail (input->name, error->message);
  else if (!matches)
    galley_cli_fail (input->name, _ ("The text does not match its digest."));
  if (review == NULL || !matches)
    return FALSE;

  message = describe (review, input->name);
  if (!quiet)
    galley_print_write (STDOUT_FILENO, message, strlen (message), NULL);

  return TRUE;
}

static int
run_with (char **arguments, gboolean quiet)
{
  GalleyInputs inputs;
  gboolean ok = TRUE;

  if (arguments == NULL || arguments[0] == NULL)
    return galley_cli_misuse (&galley_command_validate, _ ("Name at least one annotation file."));

  galley_inputs_init (&inputs, arguments, galley_annotations_recognise);
  galley_inputs_split_lines (&inputs, GALLEY_LINES_SUFFIX);
  ok = inputs.n_failed == 0;
  for (guint i = 0; i < inputs.list->len; i++)
    ok = validate (inputs.list->pdata[i], quiet) && ok;
  galley_inputs_tell_passed_over (&inputs);
  galley_inputs_clear (&inputs);

  return ok ? GALLEY_EXIT_DONE : GALLEY_EXIT_FAILED;
}

static int
run (int argc, char **argv)
{
  gboolean quiet = FALSE;
  g_auto (GStrv) arguments = NULL;
  const GOptionEntry entries[] = {
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, N_ ("Say nothing of valid files"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status = galley_cli_parse (&galley_command_validate,
                                 _ ("A file that ends in .jsonl holds one annotation file a line. "
                                    "“-” reads one annotation file\n"
                                    "from standard input.\n\n"
                                    "Exit status: 0 all are valid, 1 some are not, 2 wrong usage."),
                                 entries,
                                 argc,
                                 argv);

  return status == GALLEY_EXIT_NONE ? run_with (arguments, quiet) : status;
}

const GalleyCommand galley_command_validate = {
  .name = "validate",
  .arguments = N_ ("FILE…"),
  .summary = N_ ("Check annotation files"),
  .run = run,
};
