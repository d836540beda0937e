/* test-json-suite.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "base/galley-error.h"
#include "base/galley-json-scan.h"
#include "lib/galley-test.h"

#define FOLDER "data/jsontestsuite/test_parsing"

/* These the suite calls sound, and RFC 8259 lets a reader refuse: a name twice, U+0000. */
static const char *const refused[] = {
  "y_object_duplicated_key.json",
  "y_object_duplicated_key_and_value.json",
  "y_object_escaped_null_in_key.json",
  "y_string_null_escape.json",
  NULL,
};

static void
test_file (gconstpointer data)
{
  const char *path = data;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  GalleyJsonSlice root;
  gboolean sound;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  sound = galley_json_scan (content, length, NULL, &root, &error);
  g_assert_true (sound == (error == NULL));
  if (error != NULL)
    {
      g_assert_true (error->domain == GALLEY_ERROR);
      g_assert_true (g_str_has_prefix (error->message, "line "));
    }

  if (*name == 'n' || g_strv_contains (refused, name))
    g_assert_false (sound);
  else if (*name == 'y')
    g_assert_no_error (error);
  if (sound)
    {
      g_autoptr (GString) compact = g_string_new (NULL);

      galley_json_slice_append_compact (&root, compact);
      g_assert_true (galley_json_scan (compact->str, compact->len, NULL, &root, NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n_files = 0;

  g_test_init (&argc, &argv, NULL);

  folder = galley_test_shared_file (FOLDER);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strconcat ("/base/json-scan/suite/", name, NULL);

      g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), test_file, g_free);
      n_files++;
    }
  g_assert_cmpuint (n_files, >, 300);

  return g_test_run ();
}
