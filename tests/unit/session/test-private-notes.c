/* test-private-notes.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "export/galley-exporter.h"
#include "export/galley-json-writer.h"
#include "import/galley-importer.h"
#include "lib/galley-test.h"
#include "session/galley-session.h"

#define SECRET "the deputy mayor, call after six"

/* One of each kind, by the reader and by a person, judged and noted: all that is written. */
static GalleyReview *
make_review (void)
{
  GalleyReview *review =
      galley_test_review ("“Go away,” Ana said. It was sadly so. Bo left. Nobody knows.");

  galley_test_suggest (review, GALLEY_KIND_SOURCE, "person", "Ana");
  galley_test_suggest (review, GALLEY_KIND_QUOTE, "direct", "“Go away,”");
  galley_test_suggest (review, GALLEY_KIND_OPINION, "evaluation", "It was sadly so.");
  galley_review_add (review,
                     GALLEY_KIND_NOTE,
                     galley_details_new (NULL, galley_spans_new_one (38, 46)));
  for (guint i = 0; i < galley_review_get_n_annotations (review); i++)
    {
      galley_review_set_note (review, galley_review_peek (review, i), "For everybody");
      galley_review_set_verdict (review,
                                 galley_review_peek (review, i),
                                 GALLEY_STATUS_ACCEPTED,
                                 NULL);
    }

  return review;
}

static void
add_secrets (GalleyReview *review)
{
  for (guint i = 0; i < galley_review_get_n_annotations (review); i++)
    galley_review_set_private_note (review, galley_review_peek (review, i), SECRET);
}

static guint
count_secrets (const char *document)
{
  guint count = 0;

  for (const char *p = document; (p = strstr (p, SECRET)) != NULL; p++)
    count++;

  return count;
}

/* Not a byte tells that there are any. */
static void
test_private_notes_exporter (gconstpointer data)
{
  const GalleyExporter *exporter = data;
  const GalleyExportOptions options = { .header = TRUE, .width = 80 };
  g_autoptr (GalleyReview) review = make_review ();
  g_autoptr (GString) without = exporter->write (review, &options);
  g_autoptr (GString) with = NULL;

  add_secrets (review);
  with = exporter->write (review, &options);
  g_assert_cmpstr (with->str, ==, without->str);
  g_assert_cmpuint (count_secrets (with->str), ==, 0);
}

static void
test_private_notes_copy (void)
{
  const GalleyExportOptions options = { .private_notes = TRUE };
  g_autoptr (GalleyReview) review = make_review ();
  g_autoptr (GString) copy = NULL;
  g_autoptr (GString) saved = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GalleySession) session = galley_session_new ();
  g_autoptr (GError) error = NULL;
  GalleyReview *read;

  add_secrets (review);
  copy = galley_exporter_find ("json")->write (review, &options);
  g_assert_cmpuint (count_secrets (copy->str), ==, galley_review_get_n_annotations (review));

  bytes = g_bytes_new (copy->str, copy->len);
  galley_session_open_bytes (session, bytes, "copy.galley.json", NULL, &error);
  g_assert_no_error (error);
  read = galley_session_get_review (session);
  for (guint i = 0; i < galley_review_get_n_annotations (read); i++)
    {
      GalleyAnnotation *annotation = galley_review_peek (read, i);

      g_assert_cmpstr (galley_annotation_get_private_note (annotation), ==, SECRET);
      g_assert_cmpstr (galley_annotation_get_note (annotation), ==, "For everybody");
    }
  saved = galley_json_write (read, FALSE);
  g_assert_cmpuint (count_secrets (saved->str), ==, 0);
}

/* The file that saving writes. */
static void
test_private_notes_save (void)
{
  g_autofree char *folder = galley_test_dir ();
  g_autofree char *path = g_build_filename (folder, "a.galley.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GalleyReview) review = make_review ();
  g_autoptr (GString) document = galley_json_write (review, FALSE);
  g_autoptr (GBytes) bytes = g_bytes_new (document->str, document->len);
  g_autoptr (GalleySession) session = galley_session_new ();
  g_autofree char *saved = NULL;
  g_autoptr (GError) error = NULL;

  galley_session_open_bytes (session, bytes, "a.galley.json", NULL, &error);
  g_assert_no_error (error);
  add_secrets (galley_session_get_review (session));
  galley_session_save (session, file, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_nonnull (strstr (saved, "For everybody"));
  g_assert_cmpuint (count_secrets (saved), ==, 0);
  galley_test_remove_dir (folder);
}

int
main (int argc, char *argv[])
{
  guint n_exporters;
  const GalleyExporter *const *exporters = galley_exporters_list (&n_exporters);

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < n_exporters; i++)
    {
      g_autofree char *path = g_strconcat ("/session/private-notes/", exporters[i]->id, NULL);

      g_test_add_data_func (path, exporters[i], test_private_notes_exporter);
    }
  g_test_add_func ("/session/private-notes/copy", test_private_notes_copy);
  g_test_add_func ("/session/private-notes/save", test_private_notes_save);

  return g_test_run ();
}
