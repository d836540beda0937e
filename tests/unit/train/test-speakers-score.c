/* test-speakers-score.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "detect/galley-words.h"
#include "train/galley-speakers-score.h"

/* Two paragraphs: "Ann Lee said it'd rain. She added it snowed." / "The mayor's aide, who left
 * said so." Entity 1 is Ann Lee, 2 the mayor's aide, 3 the mayor. */
static const char sample[] = "# newpar\n"
                             "1\tAnn\t_\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(1-person-new-coref\n"
                             "2\tLee\t_\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)\n"
                             "3\tsaid\t_\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                             "4-5\tit'd\t_\t_\t_\t_\t_\t_\t_\t_\n"
                             "4\tit\t_\tPRON\tPRP\t_\t6\texpl\t_\t_\n"
                             "5\t'd\t_\tAUX\tMD\t_\t6\taux\t_\t_\n"
                             "6\train\t_\tVERB\tVB\t_\t3\tccomp\t_\tSpaceAfter=No\n"
                             "7\t.\t_\tPUNCT\t.\t_\t3\tpunct\t_\t_\n"
                             "\n"
                             "1\tShe\t_\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv-ana)\n"
                             "2\tadded\t_\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                             "3\tit\t_\tPRON\tPRP\t_\t4\texpl\t_\t_\n"
                             "4\tsnowed\t_\tVERB\tVBD\t_\t2\tccomp\t_\tSpaceAfter=No\n"
                             "5\t.\t_\tPUNCT\t.\t_\t2\tpunct\t_\t_\n"
                             "\n"
                             "# newpar\n"
                             "1\tThe\t_\tDET\tDT\t_\t2\tdet\t_\tEntity=(2-person-new-sgl(3-person\n"
                             "2\tmayor\t_\tNOUN\tNN\t_\t4\tnmod\t_\tSpaceAfter=No\n"
                             "3\t's\t_\tPART\tPOS\t_\t2\tcase\t_\tEntity=3)\n"
                             "4\taide\t_\tNOUN\tNN\t_\t8\tnsubj\t_\tSpaceAfter=No\n"
                             "5\t,\t_\tPUNCT\t,\t_\t7\tpunct\t_\t_\n"
                             "6\twho\t_\tPRON\tWP\t_\t7\tnsubj\t_\t_\n"
                             "7\tleft\t_\tVERB\tVBD\t_\t4\tacl:relcl\t_\tEntity=2)\n"
                             "8\tsaid\t_\tVERB\tVBD\t_\t0\troot\t_\tEntity=(99-odd\n"
                             "9\tso\t_\tADV\tRB\t_\t8\tccomp\t_\tSpaceAfter=No\n"
                             "10\t.\t_\tPUNCT\t.\t_\t8\tpunct\t_\t_\n"
                             "not a line of ten columns\n";

static char *
dup_run (const GalleyCoreference *article, GalleyTokenRun run)
{
  return galley_run_dup (article->text, run.first_token, run.end_token);
}

static void
test_parse (void)
{
  g_autoptr (GalleyCoreference) article = galley_coreference_parse (sample);

  g_assert_cmpstr (article->contents,
                   ==,
                   "Ann Lee said it'd rain. She added it snowed.\n\n"
                   "The mayor's aide, who left said so.");
  g_assert_cmpuint (article->words->len, ==, 22);
  /* The mention that is never closed is left out. */
  g_assert_cmpuint (article->mentions->len, ==, 4);
}

static void
test_subjects (void)
{
  static const struct
  {
    const char *words;
    guint entity;
    gboolean known;
  } expected[] = {
    { "Ann Lee", 1, FALSE },
    { "She", 1, TRUE },
    { "The mayor's aide, who left", 2, FALSE },
  };
  g_autoptr (GalleyCoreference) article = galley_coreference_parse (sample);

  g_assert_cmpuint (article->subjects->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const GalleyCoreferenceSubject *subject =
          &g_array_index (article->subjects, GalleyCoreferenceSubject, i);
      g_autofree char *words = dup_run (article, subject->run);

      g_assert_cmpstr (words, ==, expected[i].words);
      g_assert_cmpuint (subject->entity, ==, expected[i].entity);
      g_assert_cmpint (subject->known, ==, expected[i].known);
    }
}

static void
test_find (void)
{
  g_autoptr (GalleyCoreference) article = galley_coreference_parse (sample);
  guint n = article->text->tokens->len;

  g_assert_cmpint (galley_coreference_find_entity (article, (GalleyTokenRun){ 0, 2 }), ==, 1);
  /* "Lee" ends a mention, "said" is none. */
  g_assert_cmpint (galley_coreference_find_entity (article, (GalleyTokenRun){ 1, 2 }), ==, 1);
  g_assert_cmpint (galley_coreference_find_entity (article, (GalleyTokenRun){ 2, 3 }), ==, -1);
  g_assert_cmpint (galley_coreference_find_name (article, "ann lee", n), ==, 1);
  g_assert_cmpint (galley_coreference_find_name (article, "ann lee", 0), ==, -1);
  g_assert_cmpint (galley_coreference_find_name (article, "Bo Dunn", n), ==, -1);
}

static void
test_score (void)
{
  g_autoptr (GalleyCoreference) article = galley_coreference_parse (sample);
  GalleySpeakersScore scores[GALLEY_N_REFERS] = { 0 };
  g_autoptr (GString) misses = g_string_new (NULL);

  galley_speakers_score_add (article, scores, misses);
  g_assert_cmpuint (scores[GALLEY_REFERS_HE_SHE].n_known, ==, 1);
  g_assert_cmpuint (scores[GALLEY_REFERS_HE_SHE].n_right, ==, 1);
  g_assert_cmpuint (scores[GALLEY_REFERS_NAME].n_new, ==, 1);
  g_assert_cmpuint (scores[GALLEY_REFERS_NAME].n_new_right, ==, 1);
  g_assert_cmpuint (scores[GALLEY_REFERS_DESCRIPTION].n_new_right, ==, 1);
  g_assert_cmpstr (misses->str, ==, "");
}

/* The same where people say that "she" is the aide: found, and wrong. */
static void
test_score_wrong (void)
{
  g_autoptr (GString) table = g_string_new (sample);
  g_autoptr (GalleyCoreference) article = NULL;
  GalleySpeakersScore scores[GALLEY_N_REFERS] = { 0 };
  g_autoptr (GString) misses = g_string_new (NULL);

  g_string_replace (table, "(1-person-giv-ana)", "(7-person-giv-ana)", 0);
  g_string_prepend (table,
                    "1\tBo\t_\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(7-person-new-coref)\n"
                    "2\tleft\t_\tVERB\tVBD\t_\t0\troot\t_\t_\n\n");
  article = galley_coreference_parse (table->str);
  galley_speakers_score_add (article, scores, misses);
  g_assert_cmpuint (scores[GALLEY_REFERS_HE_SHE].n_known, ==, 1);
  g_assert_cmpuint (scores[GALLEY_REFERS_HE_SHE].n_right, ==, 0);
  g_assert_cmpuint (scores[GALLEY_REFERS_HE_SHE].n_wrong, ==, 1);
  g_assert_true (g_str_has_prefix (misses->str, "wrong\tShe\tAnn Lee"));
}

static void
test_read_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (galley_coreference_read ("/nowhere/at-all.conllu", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* Strange tables are read as far as they make sense. */
static void
test_strange (void)
{
  static const char *const tables[] = {
    "",
    "\n\n\n",
    "1\ta\t_\tVERB\t_\t_\t99\tnsubj\t_\tEntity=(((1)2)3)(\n",
    "1\tsaid\t_\tVERB\t_\t_\t1\tnsubj\t_\tEntity=)5)\n",
    "9-1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n1\tx\t_\tNOUN\t_\t_\t-4\tnsubj\t_\t_\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GalleyCoreference) article = galley_coreference_parse (tables[i]);
      GalleySpeakersScore scores[GALLEY_N_REFERS] = { 0 };

      galley_speakers_score_add (article, scores, NULL);
      g_assert_nonnull (article->contents);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/speakers-score/parse", test_parse);
  g_test_add_func ("/speakers-score/subjects", test_subjects);
  g_test_add_func ("/speakers-score/find", test_find);
  g_test_add_func ("/speakers-score/score", test_score);
  g_test_add_func ("/speakers-score/score-wrong", test_score_wrong);
  g_test_add_func ("/speakers-score/read-missing", test_read_missing);
  g_test_add_func ("/speakers-score/strange", test_strange);

  return g_test_run ();
}
