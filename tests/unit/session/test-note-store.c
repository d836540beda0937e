/* test-note-store.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session/galley-note-store.h"

#include <glib/gstdio.h>
#include <string.h>

#include "lib/galley-test.h"

#define TEXT "Ana said it was late."

typedef struct
{
  char *path;
  GFile *folder;
  GalleyReview *review;
  GalleyAnnotation *quote;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = galley_test_dir ();

  fixture->path = g_build_filename (path, "notes", NULL);
  fixture->folder = g_file_new_for_path (fixture->path);
  fixture->review = galley_test_review (TEXT);
  fixture->quote =
      galley_test_suggest (fixture->review, GALLEY_KIND_QUOTE, "indirect", "it was late");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *parent = g_path_get_dirname (fixture->path);

  galley_test_remove_dir (parent);
  g_object_unref (fixture->folder);
  g_object_unref (fixture->review);
  g_free (fixture->path);
}

static void
on_failed_cb (guint *n_failed)
{
  *n_failed += 1;
}

/* What a new window on the same article finds. */
static char *
find_note (Fixture *fixture)
{
  g_autoptr (GalleyReview) review = galley_test_review (TEXT);
  g_autoptr (GalleyNoteStore) store = galley_note_store_new (fixture->folder, review);
  GalleyAnnotation *quote =
      galley_test_suggest (review, GALLEY_KIND_QUOTE, "indirect", "it was late");

  return g_strdup (galley_annotation_get_private_note (quote));
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->path, 0, NULL);
  guint count = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    count++;

  return count;
}

static void
test_note_store_keeps (Fixture *fixture, gconstpointer data)
{
  const char *note = "Approved by the desk;\n“call” = [Ana]";
  g_autoptr (GalleyNoteStore) store = galley_note_store_new (fixture->folder, fixture->review);
  g_autofree char *found = NULL;
  g_autofree char *gone = NULL;

  g_assert_cmpuint (count_files (fixture), ==, 0);
  galley_review_set_private_note (fixture->review, fixture->quote, note);
  galley_note_store_flush (store);
  found = find_note (fixture);
  g_assert_cmpstr (found, ==, note);
  g_assert_cmpuint (count_files (fixture), ==, 1);

  galley_review_undo (fixture->review);
  galley_note_store_flush (store);
  gone = find_note (fixture);
  g_assert_null (gone);
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

/* The last change is not lost with the window. */
static void
test_note_store_closing (Fixture *fixture, gconstpointer data)
{
  GalleyNoteStore *store = galley_note_store_new (fixture->folder, fixture->review);
  g_autofree char *found = NULL;

  galley_review_set_private_note (fixture->review, fixture->quote, "Later");
  g_object_unref (store);
  found = find_note (fixture);
  g_assert_cmpstr (found, ==, "Later");
}

/* A copy with private notes brings its own. */
static void
test_note_store_brought (Fixture *fixture, gconstpointer data)
{
  GalleyNoteStore *store;
  g_autofree char *found = NULL;

  galley_annotation_load_private_note (fixture->quote, "From a copy");
  store = galley_note_store_new (fixture->folder, fixture->review);
  g_object_unref (store);
  found = find_note (fixture);
  g_assert_cmpstr (found, ==, "From a copy");
}

/* A damaged file is no reason to stop, and not written over. */
static void
test_note_store_broken (Fixture *fixture, gconstpointer data)
{
  static const char damaged[] = "[notes\n=\xff";
  g_autofree char *name =
      g_strconcat (galley_article_get_sha256 (galley_review_get_article (fixture->review)),
                   ".ini",
                   NULL);
  g_autofree char *path = g_build_filename (fixture->path, name, NULL);
  g_autofree char *aside = g_strconcat (path, ".damaged", NULL);
  g_autofree char *found = NULL;
  g_autofree char *again = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GalleyNoteStore) store = NULL;

  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, damaged, -1, NULL));
  found = find_note (fixture);
  g_assert_null (found);

  store = galley_note_store_new (fixture->folder, fixture->review);
  galley_review_set_private_note (fixture->review, fixture->quote, "Once more");
  galley_note_store_flush (store);
  again = find_note (fixture);
  g_assert_cmpstr (again, ==, "Once more");
  g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, damaged);
}

static void
test_note_store_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyNoteStore) store = galley_note_store_new (fixture->folder, fixture->review);
  guint n_failed = 0;

  g_assert_true (g_file_set_contents (fixture->path, "in the way", -1, NULL));
  g_signal_connect_swapped (store, "failed", G_CALLBACK (on_failed_cb), &n_failed);
  galley_review_set_private_note (fixture->review, fixture->quote, "Lost");
  galley_note_store_flush (store);
  g_assert_cmpuint (n_failed, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/session/note-store/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("keeps", test_note_store_keeps);
  ADD ("closing", test_note_store_closing);
  ADD ("brought", test_note_store_brought);
  ADD ("broken", test_note_store_broken);
  ADD ("fails", test_note_store_fails);
#undef ADD

  return g_test_run ();
}
