/* test-reread.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reread.h"
#include "detect/galley-words.h"

#include "unit/detect/galley-marked.h"

typedef struct
{
  const char *name;
  const char *marked; /* as a reader marks it */
  const char *reread; /* the marks, as they are to be */
} Case;

static const Case cases[] = {
  /* "According to" opens */
  { "according-to-seen-by",
    "According to an inspection report seen {C:by} {S:the Marston Courier}, {K:the wall leaks}.",
    "C:According to S:an inspection report seen by the Marston Courier K:the wall leaks" },
  { "according-to-apposition",
    "According to Ann Lee, the harbour master, the crane is old.",
    "C:According to S:Ann Lee, the harbour master K:the crane is old" },
  { "according-to-dated",
    "According {C:to minutes} {S:released on Friday}, {K:two governors left}.",
    "C:According to S:minutes released on Friday K:two governors left" },
  { "according-to-read-well",
    "{C:According to} {S:the report}, {K:the wall leaks}.",
    "C:According to S:the report K:the wall leaks" },
  { "according-to-without-comma", "According to plan the wall was built in a year.", "" },

  /* asking for anonymity */
  { "asked-not-to-be-named",
    "{S:A council official}, {S:who} {C:asked} {K:not to be named}, {C:said} {K:it leaked}.",
    "S:A council official C:said K:it leaked" },
  { "asked-swallowing",
    "{S:A pilot who} {C:asked} {K:not to be identified said the brakes had failed}.",
    "S:A pilot who asked not to be identified C:said K:the brakes had failed" },
  { "declined-to-be-identified",
    "{S:Two nurses}, {S:who} {C:declined} {K:to be identified}, {C:said} {K:it leaked}.",
    "S:Two nurses C:said K:it leaked" },
  { "requested-anonymity",
    "{S:The trader} {C:requested} {K:anonymity} because the orders are private.",
    "S:The trader" },
  { "condition-of-anonymity",
    "{S:The people} {C:spoke on condition of} {K:anonymity} because the talks are private.",
    "S:The people" },
  { "asked-to-be-named",
    "{S:The mayor} {C:asked} {K:to be named in the report}.",
    "S:The mayor C:asked K:to be named in the report" },
  { "asked-not-to-be-moved",
    "{S:The mayor} {C:asked} {K:not to be moved}.",
    "S:The mayor C:asked K:not to be moved" },
  { "anonymity-for-others",
    "{S:The lawyer} {C:asked for} {K:anonymity for the two children}.",
    "S:The lawyer C:asked for K:anonymity for the two children" },
  { "promised-anonymity",
    "{S:The board} {C:promised} {K:anonymity to all}.",
    "S:The board C:promised K:anonymity to all" },

  /* an apposition is not the source */
  { "apposition",
    "Its own legal advice, {S:a four-page memo,} {C:states} {K:that the ban is void}.",
    "S:Its own legal advice, a four-page memo, C:states K:that the ban is void" },
  { "apposition-after-a-clause",
    "He left, and {S:a neighbour,} {C:says} {K:nobody called}.",
    "S:a neighbour, C:says K:nobody called" },
  { "apposition-of-a-list",
    "They sent a letter, {S:a memo} {C:states} {K:it}.",
    "S:a memo C:states K:it" },

  /* what was missed */
  { "trailing-familiar",
    "The pier has been sold to a fund in Oslo, people familiar with the matter said.",
    "K:The pier has been sold to a fund in Oslo S:people familiar with the matter C:said" },
  { "trailing-close-to",
    "{S:Lenders} {C:fear} {K:that the wall will fall}, sources close to the board said.",
    "K:Lenders fear that the wall will fall S:sources close to the board C:said" },
  { "trailing-announced",
    "All ferries will be cancelled, {S:the harbour company} {C:has announced}.",
    "K:All ferries will be cancelled S:the harbour company C:has announced" },
  { "trailing-it",
    "Winds of 80mph were measured, it said.",
    "K:Winds of 80mph were measured S:it C:said" },
  { "trailing-nothing-before", "On Monday, it said goodbye.", "" },
  { "said-goodbye", "He closed the shop and said goodbye.", "" },
  { "said-that",
    "The mayor of Hull said that the wall leaks.",
    "S:The mayor of Hull C:said K:that the wall leaks" },
  { "handle",
    "@stall22, who sells plums, posted: {K:“Pay us first”}.",
    "S:@stall22, who sells plums, C:posted: K:“Pay us first”" },
  { "handle-alone",
    "@stall22, who sells plums from a cart on the ring road, {C:posted:} {K:“Pay us first”}.",
    "S:@stall22, who sells plums from a cart on the ring road, C:posted: K:“Pay us first”" },
  { "by-nobody", "It was {C:said} {K:that the wall leaks}.", "C:said K:that the wall leaks" },
  { "dispatch",
    "Our reporter Ann Lee in Osby writes: The river is over the quay. Nobody has left.",
    "S:Our reporter Ann Lee in Osby C:writes: K:The river is over the quay. Nobody has left" },
  { "split-quote",
    "{S:Ann Lee} {C:said} {K:it rained “a lot,”} {S:she} {C:said}. {K:“We got wet.”}",
    "S:Ann Lee C:said K:it rained “a lot,” S:she C:said K:“We got wet.”" },
  { "quoted-verb", "{K:“The mayor said it rained”} is a song.", "K:“The mayor said it rained”" },

  /* one subject, two verbs */
  { "shared-subject",
    "The bank of Velm left its rate unchanged and {C:said} {K:that growth would slow}.",
    "S:The bank of Velm C:said K:that growth would slow" },
  { "shared-subject-dateline",
    "OSLO, Nov 3 (Meridian) - Velm’s central bank left its rate unchanged and {C:said} {K:that "
    "growth would slow}.",
    "S:Velm’s central bank C:said K:that growth would slow" },
  { "shared-subject-no-report",
    "The river turns and {C:finds} {K:the same hole}.",
    "C:finds K:the same hole" },
  { "shared-subject-known",
    "{S:The bank} {C:cut} {K:its outlook} and {C:said} {K:that growth would slow}.",
    "S:The bank C:cut K:its outlook C:said K:that growth would slow" },
  { "shared-subject-other-clause",
    "The bank fell when prices rose and {C:said} {K:that growth would slow}.",
    "C:said K:that growth would slow" },
  /* signed quotations */
  { "signed", "“It is far too loud.” — Ann Lee", "K:“It is far too loud.” C:— S:Ann Lee" },
  { "signed-against-the-reader",
    "{K:“It is loud,} {S:Bo} {C:said.”} {K:— Ann Lee}",
    "K:“It is loud, Bo said.” C:— S:Ann Lee" },
  { "signed-with-more",
    "“Nobody asked us.”― Bo O’Dunn Jr., 34, a baker in Hull",
    "K:“Nobody asked us.” C:― S:Bo O’Dunn Jr." },
  { "signed-after-straight-marks",
    "\"They said it would be quiet.\"--Cy E. van Poe (Hull).",
    "K:\"They said it would be quiet.\" C:-- S:Cy E. van Poe" },
  { "signed-after-a-wrong-mark",
    "”We moved the bed.” – @hill_runner",
    "K:”We moved the bed.” C:– S:@hill_runner" },
  { "signed-without-a-stop", "‘We sold it’ — a baker", "K:‘We sold it’ C:— S:a baker" },
  { "signed-on-its-own-line",
    "“It is far too loud.”\n\n- Mayor Lee, speaking after the vote.",
    "K:“It is far too loud.” C:- S:Mayor Lee" },
  { "signed-by-the-reporter", "“It is,” he waved. “Oh.”\n\n- Ann Lee.", "" },
  { "signed-title", "“The Old Road to the Sea” — Ann Lee", "" },
  { "dash-and-clause", "“It is loud.” — Ann Lee has heard that often before", "" },
  { "dash-and-list", "“It is loud.”\n- Road closed on Monday for the whole of next week too", "" },
  { "dash-first", "— Ann Lee", "" },
  { "dash-last", "“It is loud.” —", "" },

  { "sound", "{S:Ann Lee} {C:said} {K:it rained}.", "S:Ann Lee C:said K:it rained" },
  { "nothing", "The train left at noon.", "" },
};

static char *
describe (const GalleyMarked *marked)
{
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < marked->marks->len; i++)
    {
      const GalleyMark *mark = &g_array_index (marked->marks, GalleyMark, i);
      guint start = galley_text_token (marked->text, mark->first_token)->start;
      guint end = galley_text_token (marked->text, mark->end_token - 1)->end;

      g_string_append_printf (found,
                              "%s%c:%.*s",
                              i > 0 ? " " : "",
                              "SCK"[mark->role],
                              (int) (end - start),
                              marked -> string + start);
    }

  return g_string_free (found, FALSE);
}

static gboolean *
want (const GalleyText *text, gboolean wanted)
{
  gboolean *each = g_new (gboolean, text->paragraphs->len + 1);

  for (guint i = 0; i < text->paragraphs->len; i++)
    each[i] = wanted;

  return each;
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (GalleyMarked) marked = galley_marked_new (one->marked);
  g_autofree gboolean *wanted = want (marked->text, TRUE);
  g_autofree char *found = NULL;

  galley_reread_marks (marked->text, wanted, marked->marks);
  found = describe (marked);
  g_assert_cmpstr (found, ==, one->reread);
}

/* Reading twice finds nothing else. */
static void
test_again (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (GalleyMarked) marked = galley_marked_new (one->marked);
  g_autofree gboolean *wanted = want (marked->text, TRUE);
  g_autofree char *first = NULL, *second = NULL;

  galley_reread_marks (marked->text, wanted, marked->marks);
  first = describe (marked);
  galley_reread_marks (marked->text, wanted, marked->marks);
  second = describe (marked);
  g_assert_cmpstr (first, ==, second);
}

static void
test_unwanted (void)
{
  g_autoptr (GalleyMarked) marked = galley_marked_new ("The wall leaks, the mayor said.");
  g_autofree gboolean *wanted = want (marked->text, FALSE);

  galley_reread_marks (marked->text, wanted, marked->marks);
  g_assert_cmpuint (marked->marks->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/reread/", cases[i].name, NULL);
      g_autofree char *again = g_strconcat ("/reread-again/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
      g_test_add_data_func (again, &cases[i], test_again);
    }
  g_test_add_func ("/reread/unwanted", test_unwanted);

  return g_test_run ();
}
