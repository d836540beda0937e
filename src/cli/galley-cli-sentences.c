/* galley-cli-sentences.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/galley-limits.h"
#include "cli/galley-cli-lines.h"
#include "cli/galley-cli-reader.h"
#include "cli/galley-cli.h"
#include "detect/galley-detect.h"
#include "session/galley-print.h"

#define DECISION  0.5
#define PRECISION 10000

/* Rounded down, so that what is printed falls on the same side of the decision. */
static void
append_strength (GString *out, double strength)
{
  guint digits = (guint) (CLAMP (strength, 0, 1) * PRECISION);

  if (digits == 0)
    g_string_append_c (out, '0');
  else
    g_string_append_printf (out, "%u.%04u", digits / PRECISION, digits % PRECISION);
}

/* Three columns, whatever stands in the sentence that the reason repeats. */
static void
append_column (GString *out, const char *text)
{
  g_autofree char *column = g_strdup (text);

  g_string_append_c (out, '\t');
  g_string_append (out, g_strdelimit (column, "\t\n\r", ' '));
}

static gboolean
append_answer (GString *out, const char *sentence, const GalleyReader *reader, GError **error)
{
  GalleyOpinionScore score;
  g_autofree char *reason = NULL;
  gboolean is_opinion;

  if (!galley_detect_score_sentence (sentence, strlen (sentence), reader, &score, error))
    return FALSE;
  is_opinion = score.strength >= DECISION && score.type != NULL;
  if (is_opinion && score.reason != NULL)
    reason = galley_reason_to_english (score.reason);
  append_strength (out, score.strength);
  append_column (out, is_opinion ? score.type : "-");
  append_column (out, reason != NULL && *reason != '\0' ? reason : "-");
  g_string_append_c (out, '\n');
  galley_opinion_score_clear (&score);

  return TRUE;
}

/* A line at a time, so that a program may ask and wait for the answer. */
static gboolean
answer_all (const GalleyReader *reader, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  GalleyLines lines;
  gboolean ok = TRUE;

  galley_lines_init (&lines, STDIN_FILENO, GALLEY_LIMIT_STRING);
  while (ok && galley_lines_next (&lines, error))
    {
      g_autofree char *sentence = g_utf8_make_valid (lines.line->str, (gssize) lines.line->len);

      g_string_truncate (out, 0);
      if (strspn (sentence, " \t\r\v\f") == strlen (sentence))
        g_string_append (out, "0\t-\t-\n");
      else
        ok = append_answer (out, sentence, reader, error);
      ok = ok && galley_print_write (STDOUT_FILENO, out->str, out->len, error);
    }
  galley_lines_clear (&lines);

  return ok && (error == NULL || *error == NULL);
}

static int
run_with (const char *id, char **arguments)
{
  const GalleyCommand *command = &galley_command_sentences;
  const GalleyReader *reader;
  g_autoptr (GError) error = NULL;
  int status;

  if (arguments != NULL && arguments[0] != NULL
      && (!g_str_equal (arguments[0], "-") || arguments[1] != NULL))
    return galley_cli_misuse (command, _ ("Sentences are read from standard input."));
  status = galley_cli_find_reader (command, id, &reader);
  if (status != GALLEY_EXIT_NONE)
    return status;

  if (answer_all (reader, &error) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    return GALLEY_EXIT_DONE;
  galley_cli_fail (NULL, error->message);

  return GALLEY_EXIT_FAILED;
}

static int
run (int argc, char **argv)
{
  g_autofree char *reader = NULL;
  g_auto (GStrv) arguments = NULL;
  const GOptionEntry entries[] = {
    { "reader",
      0,
      0,
      G_OPTION_ARG_STRING,
      &reader,
      N_ ("Who reads the sentences: deep (the default where it is built in), fast or rules"),
      N_ ("READER") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status = galley_cli_parse (
      &galley_command_sentences,
      _ ("Reads one sentence a line from standard input and answers each with strength, type and\n"
         "reason, between tabs. From 0.5 on it is an opinion; below, type and reason are “-”.\n\n"
         "Exit status: 0 done, 1 the input failed, 2 wrong usage."),
      entries,
      argc,
      argv);

  return status == GALLEY_EXIT_NONE ? run_with (reader, arguments) : status;
}

const GalleyCommand galley_command_sentences = {
  .name = "sentences",
  .arguments = "",
  .summary = N_ ("Say of each sentence how strongly it states an opinion"),
  .run = run,
};
