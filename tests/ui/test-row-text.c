/* test-row-text.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-row-text.h"

#include "panels-test.h"
#include "ui/galley-row-line.h"

static const GalleyRowRoom two = { .n_quotes = 2 };
static const GalleyRowRoom none = { 0 };

#define FSI "\u2068"
#define PDI "\u2069"

static void
test_shorten (void)
{
  struct
  {
    const char *text;
    guint n_graphemes;
    const char *expected;
  } cases[] = {
    { "", 10, "" },
    { "short", 10, "short" },
    { "exactly ten", 11, "exactly ten" },
    { "  many \n\t words  ", 20, "many words" },
    { "cut between words here", 14, "cut between…" },
    { "Donaudampfschifffahrt", 5, "Donau…" },
    { "the end of one … part", 16, "the end of one…" },
    /* a letter and its marks are one, so are the parts of a flag and of a family */
    { "e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301…" },
    { "👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 1, "👨‍👩‍👧‍👦…" },
    /* direction controls and control characters go */
    { "a\u202Eb\u2069c\001d", 10, "abcd" },
    { "one\u2028two", 10, "one two" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = galley_row_line_shorten (cases[i].text, cases[i].n_graphemes);

      g_assert_cmpstr (line, ==, cases[i].expected);
    }
}

/* A letter under a million marks must neither hang nor make a row of a million code points. */
static void
test_shorten_hostile (void)
{
  g_autoptr (GString) text = g_string_new ("a");
  g_autofree char *line = NULL;

  for (guint i = 0; i < 1000000; i++)
    g_string_append (text, "\u0301");
  line = galley_row_line_shorten (text->str, 40);

  g_assert_cmpint (g_utf8_strlen (line, -1), <=, 40 * 8 + 1);
  g_assert_true (g_str_has_suffix (line, "…"));
}

static void
test_isolate (void)
{
  g_autofree char *plain = galley_row_line_isolate ("name");
  g_autofree char *empty = galley_row_line_isolate ("");
  g_autofree char *closing = galley_row_line_isolate ("a" PDI PDI "b");

  g_assert_cmpstr (plain, ==, FSI "name" PDI);
  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (closing, ==, FSI "ab" PDI);
}

static void
test_rows (void)
{
  Panels panels;
  g_autofree char *name = NULL;
  g_autofree char *source = NULL;
  g_autofree char *unnamed = NULL;
  g_autofree char *quote = NULL;
  g_autofree char *grouped = NULL;
  g_autofree char *unsourced = NULL;
  g_autofree char *opinion = NULL;
  g_autofree char *count = NULL;
  g_autofree char *strength = NULL;

  panels_set_up (&panels);
  name = galley_row_text_title (panels.review, panels.ada);
  source = galley_row_text_subtitle (panels.review, panels.ada, FALSE);
  unnamed = galley_row_text_subtitle (panels.review, panels.residents, FALSE);
  quote = galley_row_text_subtitle (panels.review, panels.proud, FALSE);
  grouped = galley_row_text_subtitle (panels.review, panels.proud, TRUE);
  unsourced = galley_row_text_subtitle (panels.review, panels.banner, FALSE);
  opinion = galley_row_text_subtitle (panels.review, panels.opinion, FALSE);
  count = galley_row_text_trailing (panels.ada, &two);
  strength = galley_row_text_trailing (panels.banner, &none);

  g_assert_cmpstr (name, ==, FSI "Ada Lind" PDI);
  g_assert_cmpstr (source, ==, FSI "Mayor" PDI " · Name and role");
  g_assert_cmpstr (unnamed, ==, "Unnamed: generic");
  g_assert_cmpstr (quote, ==, FSI "Ada Lind" PDI " · Direct quote · Needs context");
  g_assert_cmpstr (grouped, ==, "Direct quote · Needs context");
  g_assert_cmpstr (unsourced, ==, "No source found · Direct quote");
  g_assert_cmpstr (opinion, ==, "Evaluation · “" FSI "reckless" PDI "”");
  g_assert_cmpstr (count, ==, "2 quotes");
  g_assert_cmpstr (strength, ==, "worth a check");
  panels_tear_down (&panels);
}

/* A name begins its line with a capital, but within a sentence keeps its letters. */
static void
test_source_title (void)
{
  static const struct
  {
    const char *name;
    const char *title;
  } cases[] = {
    { "the city council", FSI "The city council" PDI },
    { "écoliers", FSI "Écoliers" PDI },
    { "“residents”", FSI "“Residents”" PDI },
    { "iReport staff", FSI "iReport staff" PDI },
    { "al-Qaida", FSI "al-Qaida" PDI },
    { "12 teachers", FSI "12 teachers" PDI },
    { "…", FSI "…" PDI },
  };
  Panels panels;

  panels_set_up (&panels);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GalleyDetails *details =
          galley_details_copy (galley_annotation_get_details (panels.residents));
      g_autofree char *title = NULL;
      g_autofree char *name = NULL;

      g_free (details->name);
      details->name = g_strdup (cases[i].name);
      galley_review_revise (panels.review, panels.residents, details);
      title = galley_row_text_title (panels.review, panels.residents);
      name = galley_row_text_source_name (panels.review, panels.residents);
      g_assert_cmpstr (title, ==, cases[i].title);
      g_assert_nonnull (strstr (name, cases[i].name));
    }
  panels_tear_down (&panels);
}

/* The parts of a split quote are all shown, the mentions of a source each once. */
static void
test_spans (void)
{
  Panels panels;
  GArray *parts;
  GalleyAnnotation *split, *source;
  g_autofree char *passage = NULL;
  g_autofree char *mentions = NULL;

  panels_set_up (&panels);
  parts = galley_spans_new_one (0, 5);
  galley_spans_add (parts, 24, 30);
  split = galley_review_add (panels.review,
                             GALLEY_KIND_QUOTE,
                             galley_details_new (g_intern_static_string ("indirect"), parts));
  parts = galley_spans_new_one (20, 23); /* the first "the" */
  galley_spans_add (parts, 76, 79);      /* the second */
  galley_spans_add (parts, 0, 5);
  source = galley_review_add (panels.review,
                              GALLEY_KIND_SOURCE,
                              galley_details_new (g_intern_static_string ("person"), parts));
  passage = galley_row_text_passage (panels.review, split, 40);
  mentions = galley_row_text_passage (panels.review, source, 40);

  g_assert_cmpstr (passage, ==, FSI "Mayor … bridge" PDI);
  g_assert_cmpstr (mentions, ==, FSI "Mayor · the" PDI);
  panels_tear_down (&panels);
}

static void
test_accessible (void)
{
  Panels panels;
  g_autofree char *source = NULL;
  g_autofree char *quote = NULL;
  g_autofree char *unsourced = NULL;

  panels_set_up (&panels);
  galley_review_set_verdict (panels.review, panels.ada, GALLEY_STATUS_ACCEPTED, NULL);
  source = galley_row_text_accessible (panels.review, panels.ada, &two);
  quote = galley_row_text_accessible (panels.review, panels.monday, &none);
  unsourced = galley_row_text_accessible (panels.review, panels.banner, &none);

  g_assert_cmpstr (source,
                   ==,
                   "Source, Accepted, " FSI "Ada Lind" PDI ", " FSI "Mayor" PDI
                   ", Name and role, 2 quotes");
  g_assert_cmpstr (quote,
                   ==,
                   "Quote, Not reviewed, " FSI "Ada Lind" PDI ": " FSI
                   "the bridge would open on Monday" PDI);
  g_assert_cmpstr (unsourced, ==, "Quote, Not reviewed, " FSI "“Nobody asked us,”" PDI);
  panels_tear_down (&panels);
}

static void
test_origin (void)
{
  Panels panels;
  GalleyAnnotation *own;
  g_autofree char *suggested = NULL;
  g_autofree char *nameless = NULL;
  g_autofree char *named = NULL;
  g_autofree char *own_trailing = NULL;

  panels_set_up (&panels);
  suggested = galley_row_text_origin (panels.ada);
  own = galley_review_add (panels.review,
                           GALLEY_KIND_NOTE,
                           galley_details_new (NULL, galley_spans_new_one (0, 5)));
  nameless = galley_row_text_origin (own);
  own_trailing = galley_row_text_trailing (own, &none);
  g_assert_cmpstr (own_trailing, ==, "");
  galley_review_set_reviewer (panels.review, "Kim");
  own = galley_review_add (panels.review,
                           GALLEY_KIND_NOTE,
                           galley_details_new (NULL, galley_spans_new_one (6, 9)));
  named = galley_row_text_origin (own);

  g_assert_cmpstr (suggested, ==, "Suggested by " FSI "Galley" PDI " (fast reader)");
  g_assert_cmpstr (nameless, ==, "Added by hand");
  g_assert_cmpstr (named, ==, "Added by " FSI "Kim" PDI);
  panels_tear_down (&panels);
}

static void
test_others (void)
{
  Panels panels;
  g_autofree char *others = NULL;

  panels_set_up (&panels);
  g_assert_null (galley_row_text_others (panels.review, panels.proud));
  galley_review_set_reviewer (panels.review, "Kim");
  galley_review_set_verdict (panels.review, panels.proud, GALLEY_STATUS_REJECTED, NULL);
  g_assert_null (galley_row_text_others (panels.review, panels.proud));
  galley_review_set_reviewer (panels.review, "Lee");
  others = galley_row_text_others (panels.review, panels.proud);

  g_assert_cmpstr (others, ==, "Review by " FSI "Kim" PDI ": Rejected");
  panels_tear_down (&panels);
}

static void
test_reason (void)
{
  Panels panels;
  g_autofree char *reason = NULL;
  g_autofree char *evidence = NULL;

  panels_set_up (&panels);
  reason = galley_row_text_reason (panels.opinion);
  evidence = galley_row_text_evidence (panels.review, panels.opinion);

  g_assert_cmpstr (reason, ==, FSI "The word judges." PDI);
  g_assert_cmpstr (evidence, ==, "“" FSI "reckless" PDI "”");
  g_assert_null (galley_row_text_reason (panels.ada));
  g_assert_null (galley_row_text_evidence (panels.review, panels.ada));
  panels_tear_down (&panels);
}

static void
test_percent (void)
{
  static const struct
  {
    guint part;
    guint whole;
    const char *percent;
  } cases[] = {
    { 0, 0, "0%" },          { 0, 9, "0%" },
    { 1, 3, "33%" },         { 2, 3, "67%" },
    { 1, 1000, "under 1%" }, { 1, 200, "1%" },
    { 7, 7, "100%" },        { 4000000000u, 4000000000u, "100%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *percent = galley_row_text_percent (cases[i].part, cases[i].whole);

      g_assert_cmpstr (percent, ==, cases[i].percent);
    }
}

static void
test_room (void)
{
  Panels panels;
  const GalleyRowRoom room = { .n_quotes = 3, .n_quoted = 7, .n_all_quoted = 19, .paragraph = 4 };
  g_autofree char *trailing = NULL;
  g_autofree char *spoken = NULL;

  panels_set_up (&panels);
  trailing = galley_row_text_trailing (panels.ada, &room);
  spoken = galley_row_text_accessible (panels.review, panels.ada, &room);
  g_assert_cmpstr (trailing, ==, "3 quotes · 37%");
  g_assert_true (
      g_str_has_suffix (spoken, "3 quotes, 37% of the quoted words, first named in paragraph 4"));
  panels_tear_down (&panels);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/row-text/shorten", test_shorten);
  g_test_add_func ("/ui/row-text/shorten/hostile", test_shorten_hostile);
  g_test_add_func ("/ui/row-text/isolate", test_isolate);
  g_test_add_func ("/ui/row-text/rows", test_rows);
  g_test_add_func ("/ui/row-text/source-title", test_source_title);
  g_test_add_func ("/ui/row-text/spans", test_spans);
  g_test_add_func ("/ui/row-text/percent", test_percent);
  g_test_add_func ("/ui/row-text/room", test_room);
  g_test_add_func ("/ui/row-text/accessible", test_accessible);
  g_test_add_func ("/ui/row-text/origin", test_origin);
  g_test_add_func ("/ui/row-text/others", test_others);
  g_test_add_func ("/ui/row-text/reason", test_reason);

  return g_test_run ();
}
