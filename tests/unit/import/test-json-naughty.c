/* test-json-naughty.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <json-glib/json-glib.h>

#include "export/galley-json-writer.h"
#include "import/galley-importer.h"
#include "lib/galley-test.h"

/* Strings made to break programs, as notes, tags, nicknames and text. */
static void
test_naughty_strings (void)
{
  g_autofree char *path = galley_test_shared_file ("data/hostile/blns.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *strings;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  strings = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (strings), >, 500);

  for (guint i = 0; i < json_array_get_length (strings); i++)
    {
      const char *string = json_array_get_string_element (strings, i);
      const char *const tags[] = { string, NULL };
      g_autofree char *text = g_strdup_printf ("%s|%s", string, string);
      g_autoptr (GalleyReview) review = NULL;
      g_autoptr (GalleyReview) again = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) file = NULL;
      g_autoptr (GString) second = NULL;
      GalleyAnnotation *annotation, *copy;

      g_strdelimit (text, "\r", ' ');
      review = galley_test_review (text);
      galley_review_set_reviewer (review, string);
      annotation = galley_review_add (
          review,
          GALLEY_KIND_NOTE,
          galley_details_new (NULL, galley_spans_new_one (0, (guint) g_utf8_strlen (text, -1))));
      galley_review_set_note (review, annotation, string);
      galley_review_set_tags (review, annotation, tags);
      file = galley_json_write (review, FALSE);
      bytes = g_bytes_new (file->str, file->len);
      again = galley_json_read (bytes, NULL, &error);
      g_assert_no_error (error);
      second = galley_json_write (again, FALSE);

      copy = galley_review_peek (again, 0);

      g_assert_cmpstr (file->str, ==, second->str);
      g_assert_cmpstr (galley_annotation_get_note (annotation),
                       ==,
                       galley_annotation_get_note (copy));
      g_assert_cmpstrv (galley_annotation_get_tags (annotation), galley_annotation_get_tags (copy));
      g_assert_cmpstr (galley_annotation_get_origin (annotation)->name,
                       ==,
                       galley_annotation_get_origin (copy)->name);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/json/round-trip/naughty-strings", test_naughty_strings);

  return g_test_run ();
}
