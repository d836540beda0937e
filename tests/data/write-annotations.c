/* write-annotations.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/galley-json-writer.h"
#include "unit/import/review-fixture.h"

/* Writes annotation files for check-annotation-schema.py into the folder named on the command line.
 */

static void
write_file (const char *folder, const char *name, GString *content)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content->str, (gssize) content->len, &error);
  g_assert_no_error (error);
  g_string_free (content, TRUE);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GalleyReview) full = fixture_review ();
  g_autoptr (GalleyReview) empty = galley_test_review ("Nothing to see.\n");

  g_assert_cmpint (argc, ==, 2);
  write_file (argv[1], "full.galley.json", galley_json_write (full, FALSE));
  write_file (argv[1], "line.galley.json", galley_json_write_line (full, FALSE));
  write_file (argv[1], "without-text.galley.json", galley_json_write (full, TRUE));
  write_file (argv[1], "empty.galley.json", galley_json_write (empty, FALSE));

  return 0;
}
