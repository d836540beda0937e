/* galley-cli-extract.c
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
#include "cli/galley-cli.h"
#include "export/galley-json-emitter.h"
#include "session/galley-print.h"
#include "session/galley-session.h"

static gboolean
open_input (GalleySession *session, const char *path, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!g_str_equal (path, "-"))
    {
      file = g_file_new_for_path (path);
      return galley_session_open (session, file, NULL, NULL, error);
    }

  bytes = galley_lines_read_all (STDIN_FILENO, GALLEY_LIMIT_FILE, error);

  return bytes != NULL && galley_session_open_bytes (session, bytes, NULL, NULL, error);
}

static void
emit_member (GalleyJsonEmitter *emitter, const char *name, const char *value)
{
  if (value != NULL)
    galley_json_emit_string_member (emitter, name, value);
}

/* One object, in the names of the annotation file. */
static GString *
write_metadata (GalleySession *session)
{
  GalleyArticle *article = galley_review_get_article (galley_session_get_review (session));
  const GalleyMetadata *metadata = galley_article_get_metadata (article);
  GalleyJsonEmitter emitter = { .out = g_string_new (NULL) };

  galley_json_emit_open (&emitter, '{', FALSE);
  emit_member (&emitter, "title", metadata->title);
  emit_member (&emitter, "byline", metadata->byline);
  emit_member (&emitter, "siteName", metadata->site_name);
  emit_member (&emitter, "publishedTime", metadata->published_time);
  emit_member (&emitter, "lang", metadata->lang);
  emit_member (&emitter, "typeOfWork", metadata->type_of_work);
  emit_member (&emitter, "uri", metadata->uri);
  emit_member (&emitter, "importer", galley_article_get_importer (article));
  emit_member (&emitter, "charset", galley_session_get_import_info (session)->charset);
  emit_member (&emitter, "sha256", galley_article_get_sha256 (article));
  galley_json_emit_close (&emitter, '}');
  g_string_append_c (emitter.out, '\n');

  return emitter.out;
}

static gboolean
extract (const char *path, gboolean metadata, GError **error)
{
  g_autoptr (GalleySession) session = galley_session_new ();
  g_autoptr (GString) document = NULL;
  GalleyArticle *article;

  if (!open_input (session, path, error))
    return FALSE;
  article = galley_review_get_article (galley_session_get_review (session));
  if (!metadata)
    return galley_print_write (STDOUT_FILENO,
                               galley_article_get_text (article),
                               galley_article_get_length (article),
                               error);

  /* Byline, date and headline of plain text are found by reading it. */
  if (galley_session_get_annotation_file (session) == NULL
      && !galley_session_analyse (session, galley_reader_find ("rules"), NULL, error))
    return FALSE;
  document = write_metadata (session);

  return galley_print_write (STDOUT_FILENO, document->str, document->len, error);
}

static int
run_with (char **arguments, gboolean metadata)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  if (arguments == NULL || arguments[0] == NULL || arguments[1] != NULL)
    return galley_cli_misuse (&galley_command_extract, _ ("Name one file, or “-”."));

  if (extract (arguments[0], metadata, &error)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    return GALLEY_EXIT_DONE;

  name = g_filename_display_name (arguments[0]);
  galley_cli_fail (name, error->message);

  return GALLEY_EXIT_FAILED;
}

static int
run (int argc, char **argv)
{
  gboolean metadata = FALSE;
  g_auto (GStrv) arguments = NULL;
  const GOptionEntry entries[] = {
    { "metadata",
      'm',
      0,
      G_OPTION_ARG_NONE,
      &metadata,
      N_ ("Print headline, byline, date and type of work as JSON instead"),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status = galley_cli_parse (
      &galley_command_extract,
      _ ("“-” reads standard input.\n\nExit status: 0 done, 1 the input failed, 2 wrong usage."),
      entries,
      argc,
      argv);

  return status == GALLEY_EXIT_NONE ? run_with (arguments, metadata) : status;
}

const GalleyCommand galley_command_extract = {
  .name = "extract",
  .arguments = N_ ("FILE|-"),
  .summary = N_ ("Print an article’s text as it was imported"),
  .run = run,
};
