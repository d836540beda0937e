/* galley-cli-output.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/galley-cli-output.h"

#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/galley-error.h"
#include "base/galley-file.h"
#include "import/galley-importer.h"
#include "session/galley-print.h"

/* For people on a terminal, for programs behind a pipe or in a folder. */
static const char *
default_format (const char *folder)
{
  return folder == NULL && isatty (STDOUT_FILENO) ? "text" : "json";
}

static char *
dup_target (const GalleyOutput *self, const GalleyInput *input)
{
  g_autofree char *file = g_strconcat (input->stem, self->exporter->suffix, NULL);

  return g_build_filename (self->folder, file, NULL);
}

static char *
dup_file_id (const char *path)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return NULL;

  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT,
                          (guint64) info.st_dev,
                          (guint64) info.st_ino);
}

static void
register_inputs (GalleyOutput *self, GPtrArray *inputs)
{
  for (guint i = 0; i < inputs->len; i++)
    {
      GalleyInput *input = inputs->pdata[i];
      g_autofree char *target = dup_target (self, input);
      g_autofree char *id = dup_file_id (input->path);

      if (!g_hash_table_contains (self->owners, target))
        g_hash_table_insert (self->owners, g_steal_pointer (&target), input);
      if (id != NULL)
        g_hash_table_add (self->sources, g_steal_pointer (&id));
    }
}

/**
 * galley_output_init:
 * @format: (nullable): as typed; %NULL for the default
 * @folder: (nullable): as typed; %NULL for standard output
 * @inputs: (element-type GalleyInput): all that is to be written
 *
 * Returns: %GALLEY_EXIT_NONE to go on, else the exit status
 */
int
galley_output_init (GalleyOutput *self,
                    const GalleyCommand *command,
                    const char *format,
                    const char *folder,
                    GPtrArray *inputs)
{
  *self = (GalleyOutput){ .folder = folder };
  self->owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->colour = folder == NULL && galley_print_wants_colour (STDOUT_FILENO);
  self->width = folder == NULL ? galley_print_get_width (STDOUT_FILENO) : 0;

  if (format == NULL)
    format = default_format (folder);
  self->exporter = galley_exporter_find (format);
  if (self->exporter == NULL)
    return galley_cli_misuse (
        command, _ ("There is no format “%s”: there are text, json, jsonl, csv and brat."), format);
  if (folder != NULL && *folder == '\0')
    return galley_cli_misuse (command, _ ("The output folder has no name."));
  if (folder == NULL && inputs->len > 1 && !self->exporter->joins)
    return galley_cli_misuse (command,
                              _ ("Several files cannot be printed as %s: use --output=DIR, or the "
                                 "format text, jsonl or csv."),
                              format);

  if (folder != NULL)
    register_inputs (self, inputs);

  return GALLEY_EXIT_NONE;
}

void
galley_output_clear (GalleyOutput *self)
{
  g_clear_pointer (&self->owners, g_hash_table_unref);
  g_clear_pointer (&self->sources, g_hash_table_unref);
}

/**
 * galley_output_render:
 * @name: what the article is called
 *
 * Thread-safe.
 *
 * Returns: (transfer full): the document; of a table in files each has its header, in a stream
 *   none: galley_output_begin() has printed it
 */
GString *
galley_output_render (const GalleyOutput *self, GalleyReview *review, const char *name)
{
  GalleyExportOptions options = {
    .name = name, .colour = self->colour, .width = self->width, .header = self->folder != NULL
  };

  return self->exporter->write (review, &options);
}

static gboolean
has_been_touched (GalleyAnnotation *annotation)
{
  const char *note = galley_annotation_get_note (annotation);
  const char *const *tags = galley_annotation_get_tags (annotation);

  return galley_annotation_get_n_verdicts (annotation) > 0
         || galley_annotation_get_origin (annotation)->person || (note != NULL && *note != '\0')
         || (tags != NULL && *tags != NULL);
}

/* What somebody has reviewed is work that is never thrown away. */
static gboolean
is_reviewed (GalleyReview *review)
{
  guint n_annotations = galley_review_get_n_annotations (review);

  for (guint i = 0; i < n_annotations; i++)
    {
      if (has_been_touched (galley_review_peek (review, i)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_not_reviewed (const GalleyOutput *self, GFile *target, const char *shown, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GalleyReview) review = NULL;
  gboolean matches;

  if (!g_file_query_exists (target, NULL) || g_strcmp0 (self->exporter->id, "json") != 0)
    return TRUE;

  bytes = galley_file_load (target, NULL, NULL, NULL);
  review = bytes != NULL ? galley_json_read (bytes, &matches, NULL) : NULL;
  if (review != NULL && !is_reviewed (review))
    return TRUE;

  g_set_error (error,
               GALLEY_ERROR,
               GALLEY_ERROR_CHANGED,
               review != NULL ? _ ("“%s” has been reviewed and is not replaced.")
                              : _ ("“%s” is not an annotation file and is not replaced."),
               shown);

  return FALSE;
}

static gboolean
check_target (const GalleyOutput *self,
              const GalleyInput *input,
              const char *target,
              GError **error)
{
  g_autofree char *shown = g_filename_display_name (target);
  g_autofree char *id = dup_file_id (target);
  g_autoptr (GFile) file = g_file_new_for_path (target);

  if (g_hash_table_lookup (self->owners, target) != input)
    g_set_error (error,
                 GALLEY_ERROR,
                 GALLEY_ERROR_USAGE,
                 _ ("“%s” is already the output of another file of the same name."),
                 shown);
  else if (id != NULL && g_hash_table_contains (self->sources, id))
    g_set_error (error,
                 GALLEY_ERROR,
                 GALLEY_ERROR_READ_ONLY,
                 _ ("“%s” is an input itself and is not replaced."),
                 shown);
  else
    return check_not_reviewed (self, file, shown, error);

  return FALSE;
}

static gboolean
make_folder_of (const char *target, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *shown = g_filename_display_name (folder);

  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The folder “%s” cannot be made."), shown);

  return FALSE;
}

/**
 * galley_output_save:
 * @document: of @input
 * @error: what stands in the way: another input of the same name, an input file itself, a file that
 *   somebody has reviewed, or the file system
 *
 * Writes the file of @input below the output folder, which is made where it is missing.
 * Thread-safe.
 *
 * Returns: %TRUE if it is on disk
 */
gboolean
galley_output_save (const GalleyOutput *self,
                    const GalleyInput *input,
                    const GString *document,
                    GError **error)
{
  g_autofree char *target = dup_target (self, input);
  g_autoptr (GFile) file = g_file_new_for_path (target);

  return make_folder_of (target, error) && check_target (self, input, target, error)
         && galley_file_save (file, document->str, document->len, NULL, NULL, error);
}

static gboolean
print (GalleyOutput *self, const char *data, gsize length, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (self->closed || galley_print_write (STDOUT_FILENO, data, length, &problem))
    return TRUE;

  self->closed = TRUE;
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));

  return FALSE;
}

/**
 * galley_output_begin:
 *
 * Prints what comes before the first document: of a table, its header.
 *
 * Returns: %TRUE unless standard output cannot be written to
 */
gboolean
galley_output_begin (GalleyOutput *self, GError **error)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GalleyArticle) article = galley_article_new (nothing, "none");
  g_autoptr (GalleyReview) review = galley_review_new (article);
  GalleyExportOptions options = { .header = TRUE };
  GString *header;
  gboolean ok;

  if (self->folder != NULL || g_strcmp0 (self->exporter->id, "csv") != 0)
    return TRUE;

  header = self->exporter->write (review, &options);
  ok = print (self, header->str, header->len, error);
  g_string_free (header, TRUE);

  return ok;
}

/**
 * galley_output_print:
 *
 * Prints a document after those before it. When the reader has gone away, nothing is said and
 * `closed` is set.
 *
 * Returns: %TRUE unless standard output cannot be written to
 */
gboolean
galley_output_print (GalleyOutput *self, const GString *document, GError **error)
{
  gboolean is_text = g_strcmp0 (self->exporter->id, "text") == 0;

  if (self->n_printed++ > 0 && is_text && !print (self, "\n", 1, error))
    return FALSE;

  return print (self, document->str, document->len, error);
}
