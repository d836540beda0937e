/* galley-cli-inputs.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/galley-cli-inputs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/galley-file.h"
#include "cli/galley-cli.h"
#include "import/galley-importer.h"

#define ANNOTATION_SUFFIX ".galley.json"
#define MAX_DEPTH         256 /* folders within folders */

static void
input_free (gpointer data)
{
  GalleyInput *self = data;

  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self->name);
  g_free (self->stem);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static char *
dup_stem (const char *relative)
{
  const char *dot = strrchr (relative, '.');
  const char *slash = strrchr (relative, G_DIR_SEPARATOR);
  const char *name = slash != NULL ? slash + 1 : relative;

  if (g_str_has_suffix (name, ANNOTATION_SUFFIX) && strlen (name) > strlen (ANNOTATION_SUFFIX))
    return g_strndup (relative, strlen (relative) - strlen (ANNOTATION_SUFFIX));
  if (dot != NULL && dot > name && galley_import_recognises (name))
    return g_strndup (relative, (gsize) (dot - relative));

  return g_strdup (relative);
}

static void
add_input (GalleyInputs *self, const char *path, const char *relative)
{
  GalleyInput *input = g_new0 (GalleyInput, 1);

  input->path = g_strdup (path);
  input->name = g_filename_display_name (path);
  input->stem = dup_stem (relative);
  g_ptr_array_add (self->list, input);
}

/* Collects the paths of files below @root/@relative, relative to @root. A symbolic link to a folder
 * is not followed: it may lead back. */
static void
walk (GalleyInputs *self, GPtrArray *found, const char *root, const char *relative, guint depth)
{
  g_autofree char *path = g_build_filename (root, relative, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  const char *name;

  if (folder == NULL || depth > MAX_DEPTH)
    {
      g_autofree char *shown = g_filename_display_name (path);

      galley_cli_fail (shown,
                       error != NULL ? error->message
                                     : _ ("There are too many folders within folders."));
      self->n_failed++;
      return;
    }

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      g_autofree char *below =
          *relative != '\0' ? g_build_filename (relative, name, NULL) : g_strdup (name);

      if (!g_file_test (child, G_FILE_TEST_IS_DIR))
        g_ptr_array_add (found, g_steal_pointer (&below));
      else if (!g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        walk (self, found, root, below, depth + 1);
    }
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_folder (GalleyInputs *self, const char *root, GalleyInputFilter filter)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  walk (self, found, root, "", 0);
  g_ptr_array_sort (found, compare_paths);

  for (guint i = 0; i < found->len; i++)
    {
      const char *relative = found->pdata[i];

      if (filter (relative))
        {
          g_autofree char *path = g_build_filename (root, relative, NULL);

          add_input (self, path, relative);
        }
      else
        {
          self->n_passed_over++;
        }
    }
}

/**
 * galley_inputs_init:
 * @arguments: (nullable) (array zero-terminated=1): files and folders
 * @filter: which files in a folder are wanted; a file that is named itself always is
 */
void
galley_inputs_init (GalleyInputs *self, char **arguments, GalleyInputFilter filter)
{
  self->list = g_ptr_array_new_with_free_func (input_free);
  self->n_passed_over = 0;
  self->n_failed = 0;

  for (guint i = 0; arguments != NULL && arguments[i] != NULL; i++)
    {
      g_autofree char *base = NULL;

      if (g_file_test (arguments[i], G_FILE_TEST_IS_DIR))
        {
          add_folder (self, arguments[i], filter);
          continue;
        }
      base = g_path_get_basename (arguments[i]);
      add_input (self, arguments[i], base);
    }
}

static void
add_line (GPtrArray *list, const GalleyInput *file, const char *suffix, guint number, GBytes *bytes)
{
  GalleyInput *input = g_new0 (GalleyInput, 1);
  gsize stem = strlen (file->stem) - (g_str_has_suffix (file->stem, suffix) ? strlen (suffix) : 0);

  input->path = g_strdup (file->path);
  input->name = g_strdup_printf ("%s:%u", file->name, number);
  input->stem = g_strdup_printf ("%.*s-%u", (int) stem, file->stem, number);
  input->bytes = bytes;
  g_ptr_array_add (list, input);
}

/* An empty line is none. Returns FALSE where the file cannot be read. */
static gboolean
add_lines (GPtrArray *list, const GalleyInput *file, const char *suffix)
{
  g_autoptr (GFile) source = g_file_new_for_path (file->path);
  g_autoptr (GBytes) bytes = galley_file_load (source, NULL, NULL, NULL);
  gsize length, start = 0;
  const char *data;

  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &length);
  for (guint number = 1; start < length; number++)
    {
      const char *stop = memchr (data + start, '\n', length - start);
      gsize end = stop != NULL ? (gsize) (stop - data) : length;

      if (end > start)
        add_line (list, file, suffix, number, g_bytes_new_from_bytes (bytes, start, end - start));
      start = end + 1;
    }

  return TRUE;
}

/**
 * galley_inputs_split_lines:
 * @suffix: of files that hold an input a line
 *
 * Puts the lines of such files in their place. One that cannot be read stays, to fail later.
 */
void
galley_inputs_split_lines (GalleyInputs *self, const char *suffix)
{
  g_autoptr (GPtrArray) whole = g_steal_pointer (&self->list);

  self->list = g_ptr_array_new_with_free_func (input_free);
  for (guint i = 0; i < whole->len; i++)
    {
      GalleyInput *input = whole->pdata[i];

      if (g_str_has_suffix (input->path, suffix) && add_lines (self->list, input, suffix))
        continue;
      whole->pdata[i] = NULL;
      g_ptr_array_add (self->list, input);
    }
}

void
galley_inputs_clear (GalleyInputs *self)
{
  g_clear_pointer (&self->list, g_ptr_array_unref);
}

/**
 * galley_inputs_tell_passed_over:
 *
 * Says on stderr how many files in folders were passed over.
 */
void
galley_inputs_tell_passed_over (const GalleyInputs *self)
{
  g_autofree char *message = NULL;

  if (self->n_passed_over == 0)
    return;

  message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "%u file that is not of a known kind was passed over.",
                                          "%u files that are not of a known kind were passed over.",
                                          self->n_passed_over),
                             self->n_passed_over);
  galley_cli_note (NULL, message);
}
