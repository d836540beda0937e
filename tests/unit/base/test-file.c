/* test-file.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/galley-error.h"
#include "base/galley-file.h"
#include "base/galley-limits.h"
#include "lib/galley-test.h"

#define OLD "the old content\n"
#define NEW "the new content, which is longer\n"

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = galley_test_dir ();
  fixture->path = g_build_filename (fixture->folder, "news.galley.json", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  galley_test_remove_dir (fixture->folder);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
write_old (const char *path, int mode)
{
  g_assert_true (g_file_set_contents (path, OLD, -1, NULL));
  g_assert_cmpint (g_chmod (path, mode), ==, 0);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, expected);
}

static void
assert_mode (const char *path, guint mode)
{
  struct stat info;

  g_assert_cmpint (lstat (path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 07777, ==, mode);
}

static guint
count_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir) != NULL)
    count++;

  return count;
}

static void
save_ok (GFile *file, const char *content)
{
  g_autoptr (GalleyFileStamp) stamp = NULL;
  g_autoptr (GError) error = NULL;

  galley_file_save (file, content, strlen (content), NULL, &stamp, &error);
  g_assert_no_error (error);
  g_assert_true (galley_file_stamp_is_current (stamp, file));
}

static void
save_refused (GFile *file, GQuark domain, int code)
{
  g_autoptr (GalleyFileStamp) stamp = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (galley_file_save (file, NEW, strlen (NEW), NULL, &stamp, &error));
  g_assert_error (error, domain, code);
  g_assert_null (stamp);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  mode_t mask = umask (0);

  umask (mask);
  save_ok (fixture->file, NEW);
  assert_content (fixture->path, NEW);
  assert_mode (fixture->path, 0666 & ~mask);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_old (fixture->path, 0644);
  galley_file_save (fixture->file, NULL, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_content (fixture->path, "");
}

static void
test_keeps_mode (Fixture *fixture, gconstpointer data)
{
  static const int modes[] = { 0600, 0640, 0644, 0664, 0755, 0200 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      write_old (fixture->path, modes[i]);
      save_ok (fixture->file, NEW);
      assert_mode (fixture->path, (guint) modes[i]);
      g_chmod (fixture->path, 0600);
      assert_content (fixture->path, NEW);
    }
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static void
test_read_only_file (Fixture *fixture, gconstpointer data)
{
  write_old (fixture->path, 0444);
  save_refused (fixture->file, GALLEY_ERROR, GALLEY_ERROR_READ_ONLY);
  assert_content (fixture->path, OLD);
  assert_mode (fixture->path, 0444);
}

static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  write_old (fixture->path, 0644);
  g_chmod (fixture->folder, 0555);
  save_refused (fixture->file, GALLEY_ERROR, GALLEY_ERROR_READ_ONLY);
  g_chmod (fixture->folder, 0755);
  assert_content (fixture->path, OLD);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_resolve_relative_path (fixture->file, "../nowhere/a.json");

  save_refused (file, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_symlink (Fixture *fixture, gconstpointer data)
{
  g_autofree char *middle = g_build_filename (fixture->folder, "middle", NULL);
  g_autofree char *inner = g_build_filename (fixture->folder, "inner", NULL);
  g_autofree char *target = g_build_filename (inner, "target", NULL);
  g_autofree char *link = NULL;

  g_assert_cmpint (g_mkdir (inner, 0755), ==, 0);
  write_old (target, 0600);
  g_assert_cmpint (symlink ("inner/target", middle), ==, 0);
  g_assert_cmpint (symlink (middle, fixture->path), ==, 0);

  save_ok (fixture->file, NEW);
  assert_content (target, NEW);
  assert_mode (target, 0600);
  link = g_file_read_link (fixture->path, NULL);
  g_assert_cmpstr (link, ==, middle);
  g_assert_cmpuint (count_entries (inner), ==, 1);
}

static void
test_dangling_symlink (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "later", NULL);

  g_assert_cmpint (symlink ("later", fixture->path), ==, 0);
  save_ok (fixture->file, NEW);
  assert_content (target, NEW);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
}

static void
test_symlink_loop (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (symlink ("news.galley.json", fixture->path), ==, 0);
  save_refused (fixture->file, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS);
}

static void
test_hard_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);

  write_old (fixture->path, 0644);
  g_assert_cmpint (link (fixture->path, other), ==, 0);
  save_refused (fixture->file, GALLEY_ERROR, GALLEY_ERROR_READ_ONLY);
  assert_content (fixture->path, OLD);
  assert_content (other, OLD);

  g_unlink (other);
  save_ok (fixture->file, NEW);
}

static void
test_special_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) null = g_file_new_for_path ("/dev/null");
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (fixture->path, 0644), ==, 0);
  save_refused (fixture->file, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  save_refused (null, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  save_refused (folder, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);

  g_assert_null (galley_file_load (fixture->file, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
}

static void
test_long_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strnfill (255, 'n');
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  save_ok (file, OLD);
  save_ok (file, NEW);
  assert_content (path, NEW);
}

/* What a killed save left goes; what another program is writing now stays. */
static void
test_sweeps (Fixture *fixture, gconstpointer data)
{
  g_autofree char *stale = g_build_filename (fixture->folder, ".news.galley.json.galley-0", NULL);

  write_old (stale, 0600);
  save_ok (fixture->file, NEW);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static void
test_expected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyFileStamp) absent = galley_file_stamp_new_absent ();
  g_autoptr (GalleyFileStamp) first = NULL;
  g_autoptr (GalleyFileStamp) second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (galley_file_stamp_is_current (absent, fixture->file));
  g_assert_true (galley_file_save (fixture->file, OLD, strlen (OLD), absent, &first, &error));
  g_assert_false (galley_file_stamp_is_current (absent, fixture->file));
  g_assert_false (galley_file_save (fixture->file, NEW, strlen (NEW), absent, NULL, &error));
  g_assert_error (error, GALLEY_ERROR, GALLEY_ERROR_CHANGED);
  g_clear_error (&error);

  g_assert_true (galley_file_save (fixture->file, NEW, strlen (NEW), first, &second, &error));
  g_assert_no_error (error);
  g_assert_false (galley_file_stamp_is_current (first, fixture->file));

  write_old (fixture->path, 0644);
  g_assert_false (galley_file_stamp_is_current (second, fixture->file));
  g_assert_false (galley_file_save (fixture->file, NEW, strlen (NEW), second, NULL, &error));
  g_assert_error (error, GALLEY_ERROR, GALLEY_ERROR_CHANGED);
  assert_content (fixture->path, OLD);
  g_clear_error (&error);

  /* The same bytes again are no change. */
  g_assert_true (galley_file_stamp_is_current (first, fixture->file));
  g_assert_true (galley_file_save (fixture->file, NEW, strlen (NEW), first, NULL, &error));

  g_unlink (fixture->path);
  g_assert_false (galley_file_save (fixture->file, NEW, strlen (NEW), second, NULL, &error));
  g_assert_error (error, GALLEY_ERROR, GALLEY_ERROR_CHANGED);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 0);
}

static void
test_load (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyFileStamp) stamp = NULL;
  g_autoptr (GalleyFileStamp) again = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (galley_file_load (fixture->file, &stamp, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  write_old (fixture->path, 0644);
  bytes = galley_file_load (fixture->file, &stamp, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), OLD, strlen (OLD));
  again = galley_file_stamp_new (fixture->file, &error);
  g_assert_true (galley_file_stamp_equal (stamp, again));
  g_assert_true (galley_file_stamp_exists (stamp));

  g_cancellable_cancel (cancellable);
  g_assert_null (galley_file_load (fixture->file, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A file with a hole, so that it costs no room. */
static void
test_load_too_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_old (fixture->path, 0644);
  g_assert_cmpint (truncate (fixture->path, (off_t) GALLEY_LIMIT_FILE + 1), ==, 0);
  g_assert_null (galley_file_load (fixture->file, NULL, NULL, &error));
  g_assert_error (error, GALLEY_ERROR, GALLEY_ERROR_LIMIT);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/base/file/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("save/new", test_new);
  ADD ("save/empty", test_empty);
  ADD ("save/keeps-mode", test_keeps_mode);
  ADD ("save/read-only-file", test_read_only_file);
  ADD ("save/read-only-folder", test_read_only_folder);
  ADD ("save/no-folder", test_no_folder);
  ADD ("save/symlink", test_symlink);
  ADD ("save/dangling-symlink", test_dangling_symlink);
  ADD ("save/symlink-loop", test_symlink_loop);
  ADD ("save/hard-link", test_hard_link);
  ADD ("save/special-files", test_special_files);
  ADD ("save/long-name", test_long_name);
  ADD ("save/sweeps", test_sweeps);
  ADD ("save/expected", test_expected);
  ADD ("load/usual", test_load);
  ADD ("load/too-large", test_load_too_large);

  return g_test_run ();
}
