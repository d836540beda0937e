/* galley-cli-stream.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/galley-cli-stream.h"

#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/galley-error.h"
#include "base/galley-json-scan.h"
#include "base/galley-limits.h"
#include "cli/galley-cli-lines.h"
#include "cli/galley-cli-pool.h"
#include "cli/galley-cli.h"
#include "export/galley-json-emitter.h"
#include "export/galley-json-writer.h"
#include "import/galley-json-object.h"
#include "session/galley-print.h"
#include "session/galley-session.h"

/* A text of 64 MiB, every character of it escaped, still fits. */
#define MAX_LINE GALLEY_LIMIT_FILE

typedef struct
{
  const GalleyReader *reader;
  gboolean failed;
  gboolean closed;
} Stream;

/* One line on its way through. */
typedef struct
{
  guint number;
  GString *line;
  gboolean too_long;
  GString *answer;
  GError *error;
} Question;

static void
question_free (Question *self)
{
  g_string_free (self->line, TRUE);
  if (self->answer != NULL)
    g_string_free (self->answer, TRUE);
  g_clear_error (&self->error);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static gboolean
fail_with (GError **error, const char *message)
{
  g_set_error_literal (error, GALLEY_ERROR, GALLEY_ERROR_MEANING, message);

  return FALSE;
}

/* The id is given back as it came, whatever it is. */
static gboolean
read_question (const Question *question, GString *id, GBytes **text, GError **error)
{
  static const char *const long_path[] = { "text", NULL };
  g_auto (GalleyJsonObject) root = { 0 };
  GalleyJsonPlace place = { 0 }, member;

  g_string_assign (id, "null");
  if (question->too_long)
    return fail_with (error, _ ("The line is longer than 256 MiB."));
  if (!galley_json_scan (question->line->str, question->line->len, long_path, &place.slice, error))
    return FALSE;
  if (!galley_json_object_open (&root, &place, NULL))
    return fail_with (error, _ ("The line is not an object with “id” and “text”."));
  if (galley_json_object_take (&root, "id", &member))
    {
      g_string_truncate (id, 0);
      galley_json_slice_append_compact (&member.slice, id);
    }
  if (galley_json_object_take (&root, "text", &member))
    *text = galley_json_place_get_bytes (&member, NULL);

  return *text != NULL || fail_with (error, _ ("“text” is missing or not a string."));
}

static GString *
analyse (GBytes *text, const GalleyReader *reader, GError **error)
{
  g_autoptr (GalleySession) session = galley_session_new ();

  if (!galley_session_open_bytes (session, text, NULL, "UTF-8", error)
      || !galley_session_analyse (session, reader, NULL, error))
    return NULL;

  return galley_json_write_line (galley_session_get_review (session), FALSE);
}

/* The annotations are a line of JSON already, with a line feed that goes. */
static GString *
make_answer (const GString *id, const GString *annotations, const GError *error)
{
  GString *answer = g_string_new (NULL);
  GalleyJsonEmitter emitter = { .out = answer, .compact = TRUE };
  GalleyJsonSlice id_slice = { id->str, id->len };

  galley_json_emit_open (&emitter, '{', TRUE);
  galley_json_emit_name (&emitter, "id");
  galley_json_emit_slice (&emitter, &id_slice);
  if (annotations != NULL)
    {
      galley_json_emit_name (&emitter, "annotations");
      g_string_append_len (answer, annotations->str, (gssize) annotations->len - 1);
      g_string_append (answer, "}\n");
    }
  else
    {
      galley_json_emit_string_member (&emitter, "error", error->message);
      galley_json_emit_close (&emitter, '}');
      g_string_append_c (answer, '\n');
    }

  return answer;
}

static void
work (gpointer item, gpointer user_data)
{
  Question *question = item;
  const Stream *stream = user_data;
  g_autoptr (GString) id = g_string_new (NULL);
  g_autoptr (GString) annotations = NULL;
  g_autoptr (GBytes) text = NULL;

  if (read_question (question, id, &text, &question->error))
    annotations = analyse (text, stream->reader, &question->error);
  question->answer = make_answer (id, annotations, question->error);
}

static gboolean
emit (gpointer item, gpointer user_data)
{
  g_autoptr (Question) question = item;
  Stream *stream = user_data;
  g_autoptr (GError) error = NULL;

  if (stream->closed)
    return FALSE;
  if (question->error != NULL)
    {
      g_autofree char *name = g_strdup_printf ("-:%u", question->number);

      galley_cli_fail (name, question->error->message);
      stream->failed = TRUE;
    }
  if (galley_print_write (STDOUT_FILENO, question->answer->str, question->answer->len, &error))
    return TRUE;

  stream->closed = TRUE;
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    {
      galley_cli_fail ("stdout", error->message);
      stream->failed = TRUE;
    }

  return FALSE;
}

/**
 * galley_stream_analyse:
 * @reader: who reads the texts
 * @n_jobs: threads
 *
 * Reads `{"id":…,"text":…}` from standard input, one a line, and answers each with a line in the
 * same order: `{"id":…,"annotations":…}` or `{"id":…,"error":…}`.
 *
 * Returns: the exit status
 */
int
galley_stream_analyse (const GalleyReader *reader, guint n_jobs)
{
  Stream stream = { .reader = reader };
  GalleyPool *pool = galley_pool_new (n_jobs, work, emit, &stream);
  g_autoptr (GError) error = NULL;
  gboolean go_on = TRUE;
  GalleyLines lines;

  galley_lines_init (&lines, STDIN_FILENO, MAX_LINE);
  for (guint number = 1; go_on && galley_lines_next (&lines, &error); number++)
    {
      Question *question = g_new0 (Question, 1);

      question->number = number;
      question->too_long = lines.too_long;
      question->line = g_string_new_len (lines.line->str, (gssize) lines.line->len);
      go_on = galley_pool_push (pool, question);
    }
  galley_lines_clear (&lines);
  galley_pool_finish (pool);

  if (error != NULL)
    galley_cli_fail ("-", error->message);

  return stream.failed || error != NULL ? GALLEY_EXIT_FAILED : GALLEY_EXIT_DONE;
}
