/* test-cues.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-cues.h"
#include "detect/galley-cues-private.h"

#include <string.h>

typedef struct
{
  const char *word;
  const char *lemma; /* NULL: none is found */
  guint forms;
} FormCase;

#define PAST_EN (GALLEY_CUE_FORM_PAST | GALLEY_CUE_FORM_EN)

static const FormCase form_cases[] = {
  { "say", "say", GALLEY_CUE_FORM_BASE },
  { "says", "say", GALLEY_CUE_FORM_THIRD },
  { "said", "say", PAST_EN },
  { "saying", "say", GALLEY_CUE_FORM_ING },
  { "wrote", "write", GALLEY_CUE_FORM_PAST },
  { "written", "write", GALLEY_CUE_FORM_EN },
  { "writing", "write", GALLEY_CUE_FORM_ING },
  { "denied", "deny", PAST_EN },
  { "denies", "deny", GALLEY_CUE_FORM_THIRD },
  { "admitted", "admit", PAST_EN },
  { "admitting", "admit", GALLEY_CUE_FORM_ING },
  { "criticized", "criticise", PAST_EN },
  { "criticising", "criticise", GALLEY_CUE_FORM_ING },
  { "emphasizes", "emphasise", GALLEY_CUE_FORM_THIRD },
  { "agrees", "agree", GALLEY_CUE_FORM_THIRD },
  { "agreed", "agree", PAST_EN },
  { "stresses", "stress", GALLEY_CUE_FORM_THIRD },
  { "upheld", "uphold", PAST_EN },
  { "favors", "favour", GALLEY_CUE_FORM_THIRD },
  { "ed", NULL, 0 },
  { "table", NULL, 0 },
  { "", NULL, 0 },
  { "incomprehensibilitieswithoutend", NULL, 0 },
};

static void
test_form (gconstpointer data)
{
  const FormCase *item = data;
  guint forms = 99;
  const GalleyCue *cue = galley_cue_find_verb (item->word, &forms);

  g_assert_cmpstr (cue != NULL ? cue->lemma : NULL, ==, item->lemma);
  g_assert_cmpuint (forms, ==, item->forms);
}

static void
assert_sorted (const GalleyCue *cues, guint n_cues)
{
  for (guint i = 1; i < n_cues; i++)
    g_assert_cmpstr (cues[i - 1].lemma, <, cues[i].lemma);
}

static void
test_tables (void)
{
  assert_sorted (_galley_cue_verbs, _galley_n_cue_verbs);
  assert_sorted (_galley_cue_nouns, _galley_n_cue_nouns);
  assert_sorted (_galley_cue_phrases, _galley_n_cue_phrases);
}

static void
test_classes (void)
{
  g_assert_cmpstr (galley_cue_get_verb_class (galley_cue_find ("say")), ==, "neutral");
  g_assert_cmpstr (galley_cue_get_verb_class (galley_cue_find ("insist")), ==, "doubt");
  g_assert_cmpstr (galley_cue_get_verb_class (galley_cue_find ("acknowledge")), ==, "concession");
  g_assert_cmpstr (galley_cue_get_verb_class (galley_cue_find ("point out")), ==, "endorsing");
  g_assert_cmpstr (galley_cue_get_verb_class (galley_cue_find ("slam")), ==, "emotive");
  g_assert_cmpstr (galley_cue_get_verb_class (galley_cue_find ("believe")), ==, "mind");
  g_assert_cmpstr (galley_cue_get_manner (galley_cue_find ("according to")), ==, "speech");
  g_assert_cmpstr (galley_cue_get_manner (galley_cue_find ("plan")), ==, "intention");
  g_assert_cmpstr (galley_cue_get_manner (galley_cue_find ("rule")), ==, "decree");
  g_assert_true (galley_cue_get_manner (galley_cue_find ("hope")) == g_intern_string ("thought"));
  g_assert_null (galley_cue_find ("banana"));
}

static void
test_nouns (void)
{
  g_assert_cmpstr (galley_cue_find_noun ("claims")->lemma, ==, "claim");
  g_assert_cmpstr (galley_cue_find_noun ("theories")->lemma, ==, "theory");
  g_assert_cmpstr (galley_cue_find_noun ("promises")->lemma, ==, "promise");
  g_assert_null (galley_cue_find_noun ("chairs"));
}

static void
test_prepositions (void)
{
  const GalleyCue *warn = galley_cue_find ("warn");

  g_assert_true (galley_cue_takes_preposition (warn, "of"));
  g_assert_true (galley_cue_takes_preposition (warn, "against"));
  g_assert_false (galley_cue_takes_preposition (warn, "a"));
  g_assert_false (galley_cue_takes_preposition (warn, ""));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (form_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cues/form/%u-%s", i, form_cases[i].word);

      g_test_add_data_func (path, &form_cases[i], test_form);
    }
  g_test_add_func ("/cues/tables", test_tables);
  g_test_add_func ("/cues/classes", test_classes);
  g_test_add_func ("/cues/nouns", test_nouns);
  g_test_add_func ("/cues/prepositions", test_prepositions);

  return g_test_run ();
}
