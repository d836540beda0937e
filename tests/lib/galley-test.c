/* galley-test.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "lib/galley-test.h"

#include <glib/gstdio.h>
#include <string.h>

/**
 * galley_test_article:
 *
 * Returns: (transfer full): an article of @text, whose importer is `test`
 */
GalleyArticle *
galley_test_article (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return galley_article_new (bytes, "test");
}

/**
 * galley_test_review:
 *
 * Returns: (transfer full): a review of an article of @text, without annotations
 */
GalleyReview *
galley_test_review (const char *text)
{
  g_autoptr (GalleyArticle) article = galley_test_article (text);

  return galley_review_new (article);
}

/**
 * galley_test_suggest:
 * @words: what it marks: the first place in the text where these words stand
 *
 * Loads one suggestion into @review.
 *
 * Returns: (transfer none): the annotation
 */
GalleyAnnotation *
galley_test_suggest (GalleyReview *review, GalleyKind kind, const char *type, const char *words)
{
  GalleyArticle *article = galley_review_get_article (review);
  const char *text = galley_article_get_text (article);
  const char *place = g_strstr_len (text, (gssize) galley_article_get_length (article), words);
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (g_object_unref);
  GalleyAnnotation *annotation;
  guint start;

  g_assert_nonnull (place);
  start = galley_offsets_to_char (galley_article_get_offsets (article), (gsize) (place - text));
  annotation = galley_annotation_new_suggestion (
      article,
      kind,
      galley_details_new (type,
                          galley_spans_new_one (start, start + (guint) g_utf8_strlen (words, -1))),
      "test",
      "1");
  g_ptr_array_add (annotations, annotation);
  galley_review_load (review, annotations);

  return galley_review_lookup (review, galley_annotation_get_id (annotation));
}

/**
 * galley_test_dir:
 *
 * Returns: (transfer full): the path of a new empty folder; remove it with galley_test_remove_dir()
 */
char *
galley_test_dir (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("galley-test-XXXXXX", &error);

  g_assert_no_error (error);

  return path;
}

void
galley_test_remove_dir (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        galley_test_remove_dir (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

/* @name may lie in folders that do not exist yet. */
void
galley_test_write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/**
 * galley_test_shared_file:
 * @relative_path: below `shared/`
 *
 * Returns: (transfer full) (nullable): the path, or %NULL where it is not there. Suites that need
 *   it are only registered where configure found it.
 */
char *
galley_test_shared_file (const char *relative_path)
{
  g_autofree char *path = g_build_filename (g_getenv ("GALLEY_SHARED"), relative_path, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}

/**
 * galley_test_repeat:
 *
 * Returns: (transfer full): @what, @times one after the other
 */
char *
galley_test_repeat (const char *what, guint times)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (string, what);

  return g_string_free (string, FALSE);
}
