/* test-taxonomy.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-reason.h"
#include "model/galley-taxonomy.h"

static void
test_taxonomy_ids (void)
{
  for (guint i = 0; i < GALLEY_N_TERMS; i++)
    {
      guint n_terms;
      const GalleyTerm *terms = galley_terms_list ((GalleyTerms) i, &n_terms);

      g_assert_cmpuint (n_terms, >, 0);
      for (guint j = 0; j < n_terms; j++)
        {
          g_assert_true (terms[j].id == g_intern_string (terms[j].id));
          g_assert_true (galley_terms_find ((GalleyTerms) i, terms[j].id) == &terms[j]);
          g_assert_cmpstr (galley_term_label (&terms[j]), !=, "");
        }
    }
  g_assert_null (galley_terms_find (GALLEY_TERMS_QUOTE, "person"));
  g_assert_null (galley_terms_find (GALLEY_TERMS_QUOTE, NULL));
}

static void
test_taxonomy_kinds (void)
{
  for (guint i = 0; i < GALLEY_N_KINDS; i++)
    {
      GalleyKind kind;

      g_assert_true (galley_kind_from_id (galley_kind_to_id ((GalleyKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (galley_kind_from_id ("Quote", NULL));
  g_assert_cmpstr (galley_kind_label (GALLEY_KIND_QUOTE, 2), ==, "Quotes");
}

static void
test_taxonomy_gates (void)
{
  g_assert_true (galley_work_expects_opinion ("opinion"));
  g_assert_true (galley_work_expects_opinion ("review"));
  g_assert_false (galley_work_expects_opinion ("news"));
  g_assert_false (galley_work_expects_opinion (NULL));
  g_assert_true (galley_source_type_has_ladder ("unnamed-group"));
  g_assert_false (galley_source_type_has_ladder ("organisation"));
  g_assert_false (galley_source_type_has_ladder ("witness"));
}

static void
test_reason_fills (void)
{
  g_autoptr (GalleyReason) reason = galley_reason_new ("cue", "said {2}", "%s%n", NULL);
  g_autoptr (GalleyReason) copy = galley_reason_copy (reason);
  g_autofree char *english = galley_reason_to_english (copy);

  g_assert_cmpstr (english, ==, "“said {2}” reports what %s%n said.");
}

static void
test_reason_plain (void)
{
  g_autoptr (GalleyReason) reason = galley_reason_new_plain ("{1} as it came");
  g_autofree char *text = galley_reason_to_text (reason);

  g_assert_cmpstr (text, ==, "{1} as it came");
}

static void
test_reason_missing_words (void)
{
  const char *none[] = { NULL };
  g_autoptr (GalleyReason) reason = galley_reason_new_from_args ("cue", none);
  g_autofree char *text = galley_reason_to_text (reason);

  g_assert_cmpstr (text, ==, "“” reports what  said.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/taxonomy/ids", test_taxonomy_ids);
  g_test_add_func ("/model/taxonomy/kinds", test_taxonomy_kinds);
  g_test_add_func ("/model/taxonomy/gates", test_taxonomy_gates);
  g_test_add_func ("/model/reason/fills", test_reason_fills);
  g_test_add_func ("/model/reason/plain", test_reason_plain);
  g_test_add_func ("/model/reason/missing-words", test_reason_missing_words);

  return g_test_run ();
}
