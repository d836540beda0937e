/* test-reasons.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-detect.h"
#include "detect/galley-reasons.h"
#include "detect/galley-suggest.h"

#include "lib/galley-test.h"
#include "unit/detect/galley-marked.h"

/* What suggestions say for themselves: tests/golden/reasons/examples.txt has every sentence, and
 * every suggestion in tests/golden/input is explained by one. */

static GPtrArray *
suggest_marked (const char *example)
{
  g_autoptr (GalleyMarked) marked = galley_marked_new (example);
  g_autoptr (GalleyArticle) article = galley_test_article (marked->string);
  g_autoptr (GPtrArray) attributions = galley_marked_link (marked);
  g_autofree gboolean *wanted = g_new (gboolean, marked->text->paragraphs->len + 1);
  g_autoptr (GalleyPeople) people = NULL;
  g_autoptr (GalleySpeakers) speakers = NULL;
  g_autoptr (GPtrArray) opinions = g_ptr_array_new ();
  GalleySuggestions found = { .article = article, .text = marked->text, .opinions = opinions };

  for (guint i = 0; i <= marked->text->paragraphs->len; i++)
    wanted[i] = TRUE;
  people = galley_people_new (marked->text, wanted);
  speakers = galley_speakers_resolve (marked->text, attributions, people, NULL);
  found.reader = galley_reader_find ("fast");
  found.attributions = attributions;
  found.speakers = speakers;

  return galley_suggest (&found);
}

static GPtrArray *
detect_plain (const char *text)
{
  g_autoptr (GalleyArticle) article = galley_test_article (text);
  g_autoptr (GError) error = NULL;
  GalleyFindings *findings =
      galley_detect (article, galley_reader_find ("fast"), NULL, NULL, NULL, &error);
  GPtrArray *annotations;

  g_assert_no_error (error);
  annotations = g_ptr_array_ref (findings->annotations);
  galley_findings_free (findings);

  return annotations;
}

static char *
find_sentence (GPtrArray *annotations, const char *id, const char *wanted)
{
  g_autofree char *last = NULL;

  for (guint i = 0; i < annotations->len; i++)
    {
      const GalleyReason *reason = galley_annotation_get_reason (annotations->pdata[i]);

      if (reason == NULL || g_strcmp0 (reason->id, id) != 0)
        continue;
      g_free (last);
      last = galley_reason_to_english (reason);
      if (strcmp (last, wanted) == 0)
        break;
    }

  return g_steal_pointer (&last);
}

static char *
sentence_of (char **columns)
{
  g_autoptr (GPtrArray) annotations = NULL;
  g_autoptr (GalleyReason) reason = NULL;

  if (columns[2][0] != '-')
    {
      annotations = strchr (columns[2], '{') != NULL ? suggest_marked (columns[2])
                                                     : detect_plain (columns[2]);
      return find_sentence (annotations, columns[0], columns[1]);
    }
  reason = galley_reason_new (columns[0], columns[2][1] != '\0' ? columns[2] + 1 : NULL, NULL);

  return galley_reason_to_english (reason);
}

static void
test_examples (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "golden", "reasons", "examples.txt", NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], " | ", 3);
      g_autofree char *sentence = NULL;

      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;
      g_assert_cmpuint (g_strv_length (columns), ==, 3);
      g_assert_true (galley_reason_is_known (columns[0]));
      sentence = sentence_of (columns);
      g_assert_cmpstr (sentence, ==, columns[1]);
      g_hash_table_add (seen, g_strdup (columns[0]));
    }
  for (guint i = 0; galley_reason_get_id (i) != NULL; i++)
    {
      if (!g_hash_table_contains (seen, galley_reason_get_id (i)))
        g_error ("%s has no example", galley_reason_get_id (i));
    }
}

/* One sentence, of words that stand in the article, without traces of putting it together. */
static void
check_sentence (const GalleyReason *reason, const char *text)
{
  static const char *const traces[] = { "{", "}", "  ", "““", "””", " .", " ,", ",”", ":”", "“”" };
  g_autofree char *sentence = galley_reason_to_english (reason);

  g_assert_true (g_str_has_suffix (sentence, "."));
  for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
    {
      if (strstr (sentence, traces[i]) != NULL)
        g_error ("“%s” in: %s", traces[i], sentence);
    }
  for (guint i = 0; reason->args != NULL && reason->args[i] != NULL; i++)
    {
      g_autofree char *folded = g_utf8_casefold (reason->args[i], -1);

      if (!g_str_has_suffix (folded, "…") && strstr (text, folded) == NULL)
        g_error ("not in the article: %s", reason->args[i]);
    }
}

static gboolean
is_about_the_whole (const char *id)
{
  return g_strcmp0 (id, "opinion-form") == 0 || g_strcmp0 (id, "opinion-rhetorical-question") == 0;
}

static void
check_article (const char *path)
{
  g_autofree char *contents = NULL;
  g_autofree char *folded = NULL;
  g_autoptr (GPtrArray) annotations = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  annotations = detect_plain (contents);
  folded = g_utf8_casefold (contents, -1);
  for (guint i = 0; i < annotations->len; i++)
    {
      GalleyAnnotation *annotation = annotations->pdata[i];
      const GalleyReason *reason = galley_annotation_get_reason (annotation);

      g_assert_nonnull (reason);
      g_assert_true (galley_reason_is_known (reason->id));
      check_sentence (reason, folded);
      if (!is_about_the_whole (reason->id))
        g_assert_cmpuint (galley_annotation_get_evidence (annotation)->len, >, 0);
    }
}

static void
test_articles (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "golden", "input", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_articles = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      check_article (path);
      n_articles++;
    }
  g_assert_cmpuint (n_articles, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reasons/examples", test_examples);
  g_test_add_func ("/reasons/articles", test_articles);

  return g_test_run ();
}
