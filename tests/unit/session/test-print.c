/* test-print.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/galley-error.h"
#include "lib/galley-test.h"
#include "session/galley-print.h"
#include "session/galley-session.h"

#define ARTICLE "The mayor, Bo Lind, said: “We have no choice.” This is a reckless betrayal.\n"

static char *
make_path (const char *folder, const char *name, const char *content)
{
  char *path = g_build_filename (folder, name, NULL);

  if (content != NULL)
    g_assert_true (g_file_set_contents (path, content, -1, NULL));

  return path;
}

static char *
print_to_string (const char *folder, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *out = make_path (folder, "out", "");
  int fd = open (out, O_WRONLY | O_CLOEXEC);
  char *content = NULL;
  gboolean ok;

  g_assert_cmpint (fd, >=, 0);
  ok = galley_print_analysis (file, fd, error);
  close (fd);
  if (ok)
    g_assert_true (g_file_get_contents (out, &content, NULL, NULL));

  return content;
}

static void
test_print_article (void)
{
  g_autofree char *folder = galley_test_dir ();
  g_autofree char *path = make_path (folder, "story.txt", ARTICLE);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = print_to_string (folder, path, &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (text, "story.txt\n"));
  g_assert_nonnull (strstr (text, "\nSources: "));
  g_assert_nonnull (strstr (text, "\nOpinions: "));
  g_assert_null (strchr (text, '\033'));
  galley_test_remove_dir (folder);
}

static void
test_print_annotation_file (void)
{
  g_autofree char *folder = galley_test_dir ();
  g_autofree char *path = make_path (folder, "story.txt", ARTICLE);
  g_autofree char *saved = make_path (folder, "story.galley.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GalleySession) session = galley_session_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  galley_session_open (session, file, NULL, NULL, &error);
  g_assert_no_error (error);
  galley_review_add (galley_session_get_review (session),
                     GALLEY_KIND_NOTE,
                     galley_details_new (NULL, galley_spans_new_one (0, 3)));
  galley_session_save (session, NULL, FALSE, &error);
  g_assert_no_error (error);

  text = print_to_string (folder, saved, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "Added by a person"));
  galley_test_remove_dir (folder);
}

static void
test_print_failure (void)
{
  g_autofree char *folder = galley_test_dir ();
  g_autofree char *path = make_path (folder, "missing.txt", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = print_to_string (folder, path, &error);

  g_assert_null (text);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  galley_test_remove_dir (folder);
}

static void
test_print_write (void)
{
  g_autoptr (GError) error = NULL;
  int full = open ("/dev/full", O_WRONLY | O_CLOEXEC);
  int ends[2];

  g_assert_false (galley_print_write (full, "x", 1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&error);
  close (full);

  g_assert_cmpint (pipe (ends), ==, 0);
  close (ends[0]);
  signal (SIGPIPE, SIG_IGN);
  g_assert_false (galley_print_write (ends[1], "x", 1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE);
  close (ends[1]);
}

static void
test_print_plain_places (void)
{
  int null = open ("/dev/null", O_WRONLY | O_CLOEXEC);

  g_assert_false (galley_print_wants_colour (null));
  g_assert_cmpuint (galley_print_get_width (null), ==, 80);
  close (null);
}

static void
test_print_without_display_child (void)
{
  g_autofree char *folder = galley_test_dir ();
  g_autofree char *path = make_path (folder, "story.txt", ARTICLE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  int status = galley_report_without_display (file);

  galley_test_remove_dir (folder);
  if (status != 0)
    exit (3);
}

static void
test_print_without_display_or_file_child (void)
{
  if (galley_report_without_display (NULL) != 1)
    exit (3);
}

static void
test_print_without_display (void)
{
  g_test_trap_subprocess ("/session/print/subprocess/file", 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*There is no display*printed here.\n*");
  g_test_trap_assert_stdout ("*story.txt\n*Sources: *");

  g_test_trap_subprocess ("/session/print/subprocess/nothing", 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*There is no display*");
  g_test_trap_assert_stdout_unmatched ("*Sources*");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/print/article", test_print_article);
  g_test_add_func ("/session/print/annotation-file", test_print_annotation_file);
  g_test_add_func ("/session/print/failure", test_print_failure);
  g_test_add_func ("/session/print/write", test_print_write);
  g_test_add_func ("/session/print/plain-places", test_print_plain_places);
  g_test_add_func ("/session/print/without-display", test_print_without_display);
  g_test_add_func ("/session/print/subprocess/file", test_print_without_display_child);
  g_test_add_func ("/session/print/subprocess/nothing", test_print_without_display_or_file_child);

  return g_test_run ();
}
