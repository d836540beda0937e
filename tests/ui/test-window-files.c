/* test-window-files.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-window.h"

#include <string.h>

#include "lib/galley-test.h"
#include "ui/galley-banner.h"
#include "ui/galley-toast-overlay.h"
#include "ui/ui-test.h"

#define TEXT                                                                                       \
  "Alpha beta gamma delta\n\n"                                                                     \
  "Epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi.\n"

/* The bars in the order of the window. */
enum
{
  BANNER_ERROR,
  BANNER_BUSY,
  BANNER_READ_ONLY,
  BANNER_LANGUAGE,
  BANNER_BESIDE,
  BANNER_ENCODING,
};

typedef struct
{
  char *folder;
  GFile *file;
  GFile *saved;
  GalleyWindow *window;
  GalleyReview *review;
  GalleyAnnotation *first;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *saved = NULL;

  fixture->folder = galley_test_dir ();
  fixture->file = ui_test_write (fixture->folder, "article.txt", TEXT);
  saved = g_build_filename (fixture->folder, "article.galley.json", NULL);
  fixture->saved = g_file_new_for_path (saved);
  fixture->window = ui_test_window ();
  ui_test_open (fixture->window, fixture->file);
  fixture->review = galley_window_get_review (fixture->window);
  fixture->first = galley_test_suggest (fixture->review, GALLEY_KIND_QUOTE, "indirect", "zeta eta");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    ui_test_close (fixture->window);
  galley_test_remove_dir (fixture->folder);
  g_free (fixture->folder);
  g_object_unref (fixture->file);
  g_object_unref (fixture->saved);
}

static GalleyBanner *
get_banner (GalleyWindow *window, guint position)
{
  return GALLEY_BANNER (ui_test_find_child (GTK_WIDGET (window), GALLEY_TYPE_BANNER, position));
}

static gboolean
is_shown (GalleyWindow *window, guint position)
{
  return galley_banner_get_revealed (get_banner (window, position));
}

static char *
load (GFile *file)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_load_contents (file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
accept_first (Fixture *fixture)
{
  galley_window_set_selected (fixture->window, fixture->first);
  ui_test_run (fixture->window, "win.accept");
}

static void
save (GalleyWindow *window)
{
  ui_test_run (window, "win.save");
  ui_test_wait_for (!galley_window_get_busy (window));
}

static void
test_window_files_save (Fixture *fixture, gconstpointer data)
{
  g_autofree char *once = NULL;
  g_autofree char *again = NULL;

  accept_first (fixture);
  save (fixture->window);
  g_assert_false (is_shown (fixture->window, BANNER_ERROR));
  g_assert_false (galley_review_get_modified (fixture->review));
  g_assert_false (ui_test_enabled (fixture->window, "win.save"));
  once = load (fixture->saved);

  ui_test_run (fixture->window, "win.reject");
  ui_test_run (fixture->window, "win.undo");
  g_assert_false (ui_test_enabled (fixture->window, "win.save"));
  g_assert_true (
      galley_session_save (galley_window_get_session (fixture->window), NULL, FALSE, NULL));
  again = load (fixture->saved);
  g_assert_cmpstr (once, ==, again);
}

/* What is decided while a save is on its way is not in the file, and not taken for saved. */
static void
test_window_files_change_while_saving (Fixture *fixture, gconstpointer data)
{
  g_autofree char *saved = NULL;

  accept_first (fixture);
  ui_test_run (fixture->window, "win.save");
  g_assert_true (galley_window_get_busy (fixture->window));
  ui_test_run (fixture->window, "win.reject");
  ui_test_wait_for (!galley_window_get_busy (fixture->window));
  saved = load (fixture->saved);
  g_assert_nonnull (strstr (saved, "\"accepted\""));
  g_assert_true (galley_review_get_modified (fixture->review));
  g_assert_true (ui_test_enabled (fixture->window, "win.save"));
}

static void
test_window_files_reopen (Fixture *fixture, gconstpointer data)
{
  GalleyReview *review;
  GalleyAnnotation *annotation;
  g_autofree char *id = g_strdup (galley_annotation_get_id (fixture->first));
  g_autofree char *once = NULL;
  g_autofree char *again = NULL;

  accept_first (fixture);
  save (fixture->window);
  once = load (fixture->saved);
  ui_test_close (fixture->window);

  fixture->window = ui_test_window ();
  ui_test_open (fixture->window, fixture->saved);
  review = galley_window_get_review (fixture->window);
  g_assert_nonnull (review);
  annotation = galley_review_lookup (review, id);
  g_assert_nonnull (annotation);
  g_assert_cmpint (galley_annotation_get_status (annotation), ==, GALLEY_STATUS_ACCEPTED);
  g_assert_false (is_shown (fixture->window, BANNER_BESIDE));

  /* Saved again unchanged, it is the same file. */
  g_assert_false (ui_test_enabled (fixture->window, "win.save"));
  g_assert_true (
      galley_session_save (galley_window_get_session (fixture->window), NULL, FALSE, NULL));
  again = load (fixture->saved);
  g_assert_cmpstr (once, ==, again);
}

static void
test_window_files_beside (Fixture *fixture, gconstpointer data)
{
  accept_first (fixture);
  save (fixture->window);
  ui_test_close (fixture->window);

  fixture->window = ui_test_window ();
  ui_test_open (fixture->window, fixture->file);
  g_assert_true (is_shown (fixture->window, BANNER_BESIDE));
  ui_test_run (fixture->window, "win.open-beside");
  ui_test_wait_for (!galley_window_get_busy (fixture->window));
  g_assert_false (is_shown (fixture->window, BANNER_BESIDE));
  g_assert_true (galley_window_has_file (fixture->window, fixture->saved));
  g_assert_cmpuint (galley_review_get_n_reviewed (galley_window_get_review (fixture->window)),
                    ==,
                    1);
  g_assert_cmpuint (ui_test_count_windows (), ==, 1);
}

/* What was decided in the meantime is not thrown away. */
static void
test_window_files_beside_modified (Fixture *fixture, gconstpointer data)
{
  accept_first (fixture);
  save (fixture->window);
  ui_test_close (fixture->window);

  fixture->window = ui_test_window ();
  ui_test_open (fixture->window, fixture->file);
  fixture->review = galley_window_get_review (fixture->window);
  fixture->first = galley_test_suggest (fixture->review, GALLEY_KIND_QUOTE, "indirect", "zeta eta");
  accept_first (fixture);
  ui_test_run (fixture->window, "win.open-beside");
  ui_test_wait_for (!galley_window_get_busy (fixture->window));
  g_assert_cmpuint (ui_test_count_windows (), ==, 2);
  g_assert_false (galley_window_has_file (fixture->window, fixture->saved));
  g_assert_true (galley_review_get_modified (galley_window_get_review (fixture->window)));
}

static void
test_window_files_start_anew (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  accept_first (fixture);
  save (fixture->window);
  before = load (fixture->saved);
  ui_test_close (fixture->window);

  fixture->window = ui_test_window ();
  ui_test_open (fixture->window, fixture->file);
  ui_test_run (fixture->window, "win.start-anew");
  g_assert_false (is_shown (fixture->window, BANNER_BESIDE));
  /* What somebody saved there before is not replaced without asking. */
  ui_test_run (fixture->window, "win.save");
  ui_test_answer (0);
  ui_test_wait_for (!galley_window_get_busy (fixture->window));
  after = load (fixture->saved);
  g_assert_cmpstr (before, ==, after);
}

static void
test_window_files_changed_on_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = NULL;
  g_autofree char *replaced = NULL;

  accept_first (fixture);
  save (fixture->window);
  g_object_unref (ui_test_write (fixture->folder, "article.galley.json", "somebody else's"));
  ui_test_run (fixture->window, "win.reject");

  ui_test_run (fixture->window, "win.save");
  ui_test_answer (GTK_RESPONSE_DELETE_EVENT);
  ui_test_wait_for (!galley_window_get_busy (fixture->window));
  kept = load (fixture->saved);
  g_assert_cmpstr (kept, ==, "somebody else's");
  g_assert_true (galley_review_get_modified (fixture->review));

  ui_test_run (fixture->window, "win.save");
  ui_test_answer (1);
  ui_test_wait_for (!galley_window_get_busy (fixture->window));
  replaced = load (fixture->saved);
  g_assert_nonnull (strstr (replaced, "AnnotationCollection"));
  g_assert_false (galley_review_get_modified (fixture->review));
}

static void
test_window_files_cannot_save (Fixture *fixture, gconstpointer data)
{
  accept_first (fixture);
  galley_test_remove_dir (fixture->folder);
  ui_test_run (fixture->window, "win.save");
  ui_test_wait_for (!galley_window_get_busy (fixture->window));
  g_assert_true (is_shown (fixture->window, BANNER_ERROR));
  g_assert_true (galley_review_get_modified (fixture->review));
  g_assert_true (ui_test_enabled (fixture->window, "win.save"));
}

static void
test_window_files_close_unmodified (Fixture *fixture, gconstpointer data)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_test_wait_for (ui_test_count_windows () == 0);
  fixture->window = NULL;
}

static void
test_window_files_close_cancel (Fixture *fixture, gconstpointer data)
{
  accept_first (fixture);
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_test_answer (0);
  ui_test_wait_for (!g_main_context_pending (NULL));
  g_assert_cmpuint (ui_test_count_windows (), ==, 1);
  g_assert_cmpint (galley_annotation_get_status (fixture->first), ==, GALLEY_STATUS_ACCEPTED);
  g_assert_false (g_file_query_exists (fixture->saved, NULL));
}

static void
test_window_files_close_discard (Fixture *fixture, gconstpointer data)
{
  accept_first (fixture);
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_test_answer (1);
  ui_test_wait_for (ui_test_count_windows () == 0);
  fixture->window = NULL;
  g_assert_false (g_file_query_exists (fixture->saved, NULL));
}

static void
test_window_files_close_save (Fixture *fixture, gconstpointer data)
{
  g_autofree char *saved = NULL;

  accept_first (fixture);
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_test_answer (2);
  ui_test_wait_for (ui_test_count_windows () == 0);
  fixture->window = NULL;
  saved = load (fixture->saved);
  g_assert_nonnull (strstr (saved, "\"accepted\""));
}

/* Who saves and closes at once means both. */
static void
test_window_files_close_while_saving (Fixture *fixture, gconstpointer data)
{
  g_autofree char *saved = NULL;

  accept_first (fixture);
  ui_test_run (fixture->window, "win.save");
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_cmpuint (ui_test_count_windows (), ==, 1);
  ui_test_wait_for (ui_test_count_windows () == 0);
  fixture->window = NULL;
  saved = load (fixture->saved);
  g_assert_nonnull (strstr (saved, "\"accepted\""));
}

/* A file that cannot be opened leaves everything as it was. */
static void
test_window_files_failing_open (Fixture *fixture, gconstpointer data)
{
  static const char *const broken[] = {
    "{\"@context\": [\"http://www.w3.org/ns/anno.jsonld\"], \"type\": \"AnnotationCollection\", ",
    "{\"@context\": [\"http://www.w3.org/ns/anno.jsonld\"], \"type\": \"AnnotationCollection\"}",
    "%PDF-1.7 and so on",
  };
  g_autoptr (GFile) folder = g_file_get_parent (fixture->file);
  g_autoptr (GFile) missing = g_file_get_child (folder, "none.txt");

  accept_first (fixture);
  ui_test_open (fixture->window, missing);
  g_assert_true (is_shown (fixture->window, BANNER_ERROR));
  g_assert_true (ui_test_enabled (fixture->window, "win.retry"));

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *name = g_strdup_printf ("broken-%u.galley.json", i);
      g_autoptr (GFile) file = ui_test_write (fixture->folder, name, broken[i]);

      ui_test_open (fixture->window, file);
      g_assert_true (is_shown (fixture->window, BANNER_ERROR));
      g_assert_true (galley_window_get_review (fixture->window) == fixture->review);
      g_assert_true (galley_window_get_selected (fixture->window) == fixture->first);
      g_assert_cmpuint (ui_test_count_windows (), ==, 1);
    }
  g_assert_true (galley_review_get_modified (fixture->review));
  g_assert_true (ui_test_enabled (fixture->window, "win.undo"));
}

static void
test_window_files_retry (void)
{
  g_autofree char *folder = galley_test_dir ();
  g_autofree char *path = g_build_filename (folder, "late.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GalleyWindow *window = ui_test_window ();

  ui_test_open (window, file);
  g_assert_true (is_shown (window, BANNER_ERROR));
  g_assert_null (galley_window_get_review (window));
  g_object_unref (ui_test_write (folder, "late.txt", TEXT));
  ui_test_run (window, "win.retry");
  ui_test_wait_for (!galley_window_get_busy (window));
  g_assert_false (is_shown (window, BANNER_ERROR));
  g_assert_nonnull (galley_window_get_review (window));
  ui_test_close (window);
  galley_test_remove_dir (folder);
}

static void
test_window_files_another_window (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) other = ui_test_write (fixture->folder, "other.txt", TEXT);
  GalleyWindow *shown;

  ui_test_open (fixture->window, other);
  g_assert_cmpuint (ui_test_count_windows (), ==, 2);
  g_assert_true (galley_window_get_review (fixture->window) == fixture->review);
  shown = galley_application_find_window (ui_test_application (), other);
  g_assert_nonnull (shown);
  g_assert_true (shown != fixture->window);

  /* An open file's window comes to the front; there is no third. */
  ui_test_open (shown, fixture->file);
  ui_test_open (fixture->window, other);
  g_assert_cmpuint (ui_test_count_windows (), ==, 2);
  ui_test_close (shown);
}

static void
test_window_files_application_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) other = ui_test_write (fixture->folder, "other.txt", TEXT);
  GFile *files[] = { fixture->file, other };
  GalleyWindow *shown;

  g_application_open (G_APPLICATION (ui_test_application ()), files, 2, "");
  ui_test_wait_for (galley_application_find_window (ui_test_application (), other) != NULL);
  g_assert_cmpuint (ui_test_count_windows (), ==, 2);
  shown = galley_application_find_window (ui_test_application (), other);
  ui_test_close (shown);
}

static void
test_window_files_encoding (void)
{
  g_autofree char *folder = galley_test_dir ();
  g_autoptr (GFile) file = ui_test_write (folder, "legacy.txt", "Caf\xe9 \x93quoted\x94 words.\n");
  GalleyWindow *window = ui_test_window ();
  GalleyArticle *article;

  ui_test_open (window, file);
  g_assert_true (is_shown (window, BANNER_ENCODING));
  article = galley_review_get_article (galley_window_get_review (window));
  g_assert_cmpstr (galley_article_get_text (article), ==, "Café “quoted” words.\n");

  ui_test_run_with (window, "win.encoding", "WINDOWS-1251");
  ui_test_wait_for (!galley_window_get_busy (window));
  article = galley_review_get_article (galley_window_get_review (window));
  g_assert_cmpstr (galley_article_get_text (article), ==, "Cafй “quoted” words.\n");
  g_assert_false (is_shown (window, BANNER_ENCODING));
  g_assert_cmpuint (ui_test_count_windows (), ==, 1);
  ui_test_close (window);
  galley_test_remove_dir (folder);
}

static void
test_window_files_read_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *json = NULL;
  g_autoptr (GString) other = NULL;
  g_autoptr (GFile) file = NULL;

  accept_first (fixture);
  save (fixture->window);
  json = load (fixture->saved);
  other = g_string_new (json);
  g_assert_cmpuint (g_string_replace (other, "omicron pi", "omicron po", 0), >, 0);
  file = ui_test_write (fixture->folder, "other.galley.json", other->str);
  ui_test_close (fixture->window);

  fixture->window = ui_test_window ();
  ui_test_open (fixture->window, file);
  g_assert_nonnull (galley_window_get_review (fixture->window));
  g_assert_true (is_shown (fixture->window, BANNER_READ_ONLY));
  ui_test_run (fixture->window, "win.next");
  g_assert_false (ui_test_enabled (fixture->window, "win.accept"));
  g_assert_false (ui_test_enabled (fixture->window, "win.mark"));
  g_assert_false (ui_test_enabled (fixture->window, "win.save"));
  g_assert_false (ui_test_enabled (fixture->window, "win.properties"));
}

/* Where little is looked for, that is said. */
static void
test_window_files_language (Fixture *fixture, gconstpointer data)
{
  const char *words = "Der Rat hat am Dienstag für den neuen Weg gestimmt, sagte sie.\n\n"
                      "„Wir haben lange auf diese Entscheidung gewartet“, sagte die Frau.\n";
  g_autoptr (GFile) file = ui_test_write (fixture->folder, "german.txt", words);

  g_assert_false (is_shown (fixture->window, BANNER_LANGUAGE));
  ui_test_close (fixture->window);
  fixture->window = ui_test_window ();
  ui_test_open (fixture->window, file);
  g_assert_true (is_shown (fixture->window, BANNER_LANGUAGE));
  g_assert_cmpuint (galley_review_get_n_annotations (galley_window_get_review (fixture->window)),
                    ==,
                    1);
}

static void
test_window_files_export (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_get_parent (fixture->file);
  g_autoptr (GFile) target = g_file_get_child (folder, "article.csv");
  g_autoptr (GFile) nowhere = g_file_resolve_relative_path (folder, "none/article.csv");
  g_autofree char *csv = NULL;

  accept_first (fixture);
  g_assert_true (ui_test_enabled (fixture->window, "win.export"));
  galley_window_export (fixture->window, galley_exporter_find ("csv"), target);
  ui_test_wait_for (!galley_window_get_busy (fixture->window));
  csv = load (target);
  g_assert_true (g_str_has_prefix (csv, "article,id,kind,type,"));
  g_assert_nonnull (strstr (csv, "zeta eta"));
  /* That is a copy, which saves nothing. */
  g_assert_true (galley_review_get_modified (fixture->review));

  galley_window_export (fixture->window, galley_exporter_find ("csv"), nowhere);
  ui_test_wait_for (!galley_window_get_busy (fixture->window));
  g_assert_true (is_shown (fixture->window, BANNER_ERROR));
}

#define add(name, function)                                                                        \
  g_test_add ("/ui/window-files/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/window-files/retry", test_window_files_retry);
  g_test_add_func ("/ui/window-files/encoding", test_window_files_encoding);
  add ("save", test_window_files_save);
  add ("change-while-saving", test_window_files_change_while_saving);
  add ("reopen", test_window_files_reopen);
  add ("beside", test_window_files_beside);
  add ("beside/modified", test_window_files_beside_modified);
  add ("start-anew", test_window_files_start_anew);
  add ("changed-on-disk", test_window_files_changed_on_disk);
  add ("cannot-save", test_window_files_cannot_save);
  add ("close-unmodified", test_window_files_close_unmodified);
  add ("close-cancel", test_window_files_close_cancel);
  add ("close-discard", test_window_files_close_discard);
  add ("close-save", test_window_files_close_save);
  add ("close-while-saving", test_window_files_close_while_saving);
  add ("failing-open", test_window_files_failing_open);
  add ("another-window", test_window_files_another_window);
  add ("application-open", test_window_files_application_open);
  add ("read-only", test_window_files_read_only);
  add ("language", test_window_files_language);
  add ("export", test_window_files_export);

  return g_test_run ();
}
