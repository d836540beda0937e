/* test-opinions.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-detect.h"
#include "detect/galley-link.h"
#include "detect/galley-opinions.h"
#include "detect/galley-reasons.h"

#include "unit/detect/galley-marked.h"

/* Reports, with words that sound like views and are none. */
static const char *const plain[] = {
  "The killer was sentenced to life in prison on Tuesday.",
  "He faces fraud charges in New York.",
  "The council approved the budget by 12 votes to three.",
  "Great Britain won three medals in the relay.",
  "Police arrested two men on suspicion of murder.",
  "The company’s shares fell 3 percent on Friday.",
  "The storm killed 14 people and left 2,000 without power.",
  "Voters go to the polls on Sunday in 16 districts.",
  "The film, “The Terrible Twins”, opens in May.",
  "The minister said the plan was “reckless”.",
  "The bridge was closed in 2019 after cracks were found.",
  "Two ships left port in the early hours of Monday.",
  "The court heard the case for three days.",
  "Pride takes place in July.",
  "The library will open at nine.",
  "Ms Rowe was born in Leeds and studied law.",
  "The bill now goes to the Senate.",
  "The guarantees would not be permanent.",
  "The vaccine was given to 40,000 people in four countries.",
  "The union represents 1,200 drivers.",
  "The plan may change should she become president.",
};

/* Views, each with the type that its main cue has. */
static const struct
{
  const char *sentence;
  const char *type;
} views[] = {
  { "This is a reckless plan.", "evaluation" },
  { "The decision is a disgrace.", "loaded-label" },
  { "It is clearly a shameful betrayal of every voter.", "evaluation" },
  { "The government should resign at once.", "prescription" },
  { "The so-called reform is a farce.", "loaded-label" },
  { "Sadly, nobody in the ministry will listen.", "evaluation" },
  { "We deserve better than this pathetic excuse.", "evaluation" },
  { "The deal undermines the peace and rewards a ruthless regime.", "evaluation" },
  { "It was the greatest speech of all time.", "superlative" },
  { "This absurd rule ought to be scrapped.", "evaluation" },
};

static void
test_plain (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      GalleyOpinionScore score = galley_test_score (plain[i], strlen (plain[i]));

      if (score.strength >= GALLEY_OPINION_DECISION)
        g_test_message ("%.2f %s", score.strength, plain[i]);
      g_assert_cmpfloat (score.strength, <, GALLEY_OPINION_DECISION);
      g_assert_null (score.type);
      g_assert_null (score.reason);
      galley_opinion_score_clear (&score);
    }
}

static void
test_views (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GalleyOpinionScore score = galley_test_score (views[i].sentence, strlen (views[i].sentence));
      g_autofree char *reason = NULL;

      if (score.strength < GALLEY_OPINION_DECISION)
        g_test_message ("%.2f %s", score.strength, views[i].sentence);
      g_assert_cmpfloat (score.strength, >=, GALLEY_OPINION_DECISION);
      g_assert_cmpfloat (score.strength, <=, 1);
      g_assert_cmpstr (score.type, ==, views[i].type);
      g_assert_nonnull (score.reason);
      reason = galley_reason_to_english (score.reason);
      g_assert_cmpuint (strlen (reason), >, 10);
      galley_opinion_score_clear (&score);
    }
}

static void
test_nothing (void)
{
  static const char *const nothing[] = { "", " ", "\n", "…", "?!", "“”" };

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      GalleyOpinionScore score = galley_test_score (nothing[i], strlen (nothing[i]));

      g_assert_cmpfloat (score.strength, <, GALLEY_OPINION_DECISION);
      galley_opinion_score_clear (&score);
    }
}

/* Work that grows with the square of a sentence would take minutes here. */
static void
test_endless (void)
{
  static const char *const pieces[] = { "so-called “x” ", "? ",      "” ",
                                        "critics many ",  "I must ", "reckless " };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) sentence = g_string_new ("Who ");
      GalleyOpinionScore score;

      while (sentence->len < 60000)
        g_string_append (sentence, pieces[i]);
      score = galley_test_score (sentence->str, sentence->len);
      g_assert_cmpfloat (score.strength, >=, 0);
      g_assert_cmpfloat (score.strength, <=, 1);
      galley_opinion_score_clear (&score);
    }
}

static guint
count_found (const char *string, char **first)
{
  g_autoptr (GalleyMarked) marked = galley_marked_new (string);
  g_autoptr (GPtrArray) attributions = galley_marked_link (marked);
  gboolean wanted[] = { TRUE, TRUE };
  g_autoptr (GPtrArray) found = galley_opinions_find (
      marked->text, wanted, FALSE, attributions, NULL, &galley_reader_traits_fast);

  if (first != NULL && found->len > 0)
    {
      const GalleyOpinion *opinion = found->pdata[0];
      gsize start = galley_text_token (marked->text, opinion->run.first_token)->start;
      gsize end = galley_text_token (marked->text, opinion->run.end_token - 1)->end;

      *first = g_strndup (marked->string + start, end - start);
    }

  return found->len;
}

/* What somebody else says is theirs, however strong. */
static void
test_attributed (void)
{
  g_assert_cmpuint (
      count_found ("{S:Ann Lee} {C:said} {K:the plan was a reckless disgrace}.", NULL), ==, 0);
  g_assert_cmpuint (count_found ("The plan was a reckless disgrace.", NULL), ==, 1);
  g_assert_cmpuint (count_found ("{K:“A reckless, shameful plan!”} {S:Lee} {C:said}.", NULL),
                    ==,
                    0);
}

static void
test_own_part (void)
{
  g_autofree char *part = NULL;

  g_assert_cmpuint (count_found ("{S:Lee} {C:said} {K:it rained}, which was a disgraceful and "
                                 "reckless lie.",
                                 &part),
                    ==,
                    1);
  g_assert_cmpstr (part, ==, "which was a disgraceful and reckless lie");
}

/* What reads as a view and has no word to show it: only a reader that reads whole sentences may say
 * so, and only of a whole sentence that it is sure of. */
static void
test_by_form (void)
{
  static const struct
  {
    const char *string;
    double from;
    guint n_found;
  } forms[] = {
    { "The bus stops at six.", G_MAXDOUBLE, 0 },
    { "The bus stops at six.", 0.96, 0 },
    { "The bus stops at six.", 0.9, 1 },
    { "The bus stops at six", 0.9, 0 },
    { "{S:Ann Lee} {C:said} {K:it rained}, as it does at the harbour each day.", 0.9, 0 },
  };
  const gboolean wanted[] = { TRUE };
  const GalleyView sure = { 3, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GalleyMarked) marked = galley_marked_new (forms[i].string);
      g_autoptr (GPtrArray) attributions = galley_marked_link (marked);
      g_autoptr (GalleyReading) reading = galley_reading_new ();
      g_autoptr (GPtrArray) found = NULL;
      GalleyReaderTraits traits = galley_reader_traits_fast;

      reading->views = g_array_new (FALSE, FALSE, sizeof (GalleyView));
      for (guint k = 0; k < marked->text->tokens->len; k++)
        g_array_append_val (reading->views, sure);
      traits.opinion_by_form = forms[i].from;
      found = galley_opinions_find (marked->text, wanted, FALSE, attributions, reading, &traits);
      g_assert_cmpuint (found->len, ==, forms[i].n_found);
      if (found->len > 0)
        {
          g_autoptr (GalleyReason) reason =
              galley_reason_for_opinion (marked->text, found->pdata[0]);

          g_assert_cmpstr (reason->id, ==, "opinion-form");
          g_assert_cmpstr (galley_opinion_get_type (found->pdata[0]), ==, "interpretation");
        }
    }
}

static guint
count_in_work (const char *sentence, gboolean column)
{
  g_autoptr (GalleyMarked) marked = galley_marked_new (sentence);
  g_autoptr (GPtrArray) attributions = galley_marked_link (marked);
  const gboolean wanted[] = { TRUE };
  g_autoptr (GPtrArray) found = galley_opinions_find (
      marked->text, wanted, column, attributions, NULL, &galley_reader_traits_fast);

  return found->len;
}

/* A column asks to answer and says what is to be done; the news asks to know, and reports rules. */
static void
test_column (void)
{
  static const char *const only_there[] = {
    "Who fills in a form of 41 pages to keep a van?",
    "Is this what a city is for?",
    "Why does the bus stop at six?",
    "The county must now do two things.",
    "The board must explain the delay.",
    "The trust must open its books.",
  };
  static const char *const nowhere[] = {
    "Forms must be sent by Friday.",
    "The van has 212 regular readers.",
    "A petition has gathered 9,000 names.",
    "Last week the county announced that the van will make its final round in September.",
    "The pool opened in 1961.",
    "{S:Ann Lee} {C:asked} {K:who fills in a form of 41 pages to keep a van?}",
    "{S:Ann Lee} {C:said} {K:the county must now do two things}.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (only_there); i++)
    {
      g_test_message ("%s", only_there[i]);
      g_assert_cmpuint (count_in_work (only_there[i], TRUE), ==, 1);
      g_assert_cmpuint (count_in_work (only_there[i], FALSE), ==, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (nowhere); i++)
    {
      g_test_message ("%s", nowhere[i]);
      g_assert_cmpuint (count_in_work (nowhere[i], TRUE), ==, 0);
    }
}

static void
test_cues (void)
{
  g_autoptr (GalleyMarked) marked =
      galley_marked_new ("The “reform” is, of course, a witch hunt, a “Reckless” one?");
  g_autoptr (GArray) cues =
      galley_opinion_cues_find (marked->text,
                                (GalleyTokenRun){ 0, marked->text->tokens->len },
                                NULL);
  static const GalleyOpinionGroup groups[] = {
    GALLEY_OPINION_SCARE, GALLEY_OPINION_CERTAIN, GALLEY_OPINION_LABEL, GALLEY_OPINION_QUESTION
  };

  g_assert_cmpuint (cues->len, ==, G_N_ELEMENTS (groups));
  for (guint i = 0; i < cues->len; i++)
    g_assert_cmpint (g_array_index (cues, GalleyOpinionCue, i).group, ==, groups[i]);
}

/* The look-up needs the order. */
static void
test_sorted (void)
{
  for (guint i = 1; i < galley_opinion_n_phrases; i++)
    g_assert_cmpint (strcmp (galley_opinion_phrases[i - 1].words, galley_opinion_phrases[i].words),
                     <,
                     0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opinions/plain", test_plain);
  g_test_add_func ("/opinions/views", test_views);
  g_test_add_func ("/opinions/nothing", test_nothing);
  g_test_add_func ("/opinions/endless", test_endless);
  g_test_add_func ("/opinions/attributed", test_attributed);
  g_test_add_func ("/opinions/by-form", test_by_form);
  g_test_add_func ("/opinions/own-part", test_own_part);
  g_test_add_func ("/opinions/column", test_column);
  g_test_add_func ("/opinions/cues", test_cues);
  g_test_add_func ("/opinions/sorted", test_sorted);

  return g_test_run ();
}
