/* test-overview-plan.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-overview-plan.h"

#include <string.h>

#include "lib/galley-test.h"

#define TEXT "“It is late,” Ana said. Officials claimed it was dry. It was sadly so. Bo left."

typedef struct
{
  GalleyReview *review;
  GalleyAnnotation *ana;
  GalleyAnnotation *officials;
  GalleyAnnotation *late;
  GalleyAnnotation *dry;
  GalleyAnnotation *opinion;
} Fixture;

static GalleyAnnotation *
attribute (GalleyReview *review, GalleyAnnotation *quote, GalleyAnnotation *source)
{
  GalleyDetails *details = galley_details_copy (galley_annotation_get_details (quote));

  details->source_id = g_strdup (galley_annotation_get_id (source));
  details->verb_class =
      g_intern_string (strcmp (details->type, "direct") == 0 ? "neutral" : "doubt");
  galley_review_revise (review, quote, details);

  return quote;
}

static void
set_ladder (GalleyReview *review, GalleyAnnotation *source, const char *ladder)
{
  GalleyDetails *details = galley_details_copy (galley_annotation_get_details (source));

  details->ladder = g_intern_string (ladder);
  if (ladder[0] == 'A')
    galley_details_set_flag (details, "only-source-of-claim", TRUE);
  galley_review_revise (review, source, details);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  GalleyReview *review = galley_test_review (TEXT);

  fixture->review = review;
  fixture->ana = galley_test_suggest (review, GALLEY_KIND_SOURCE, "person", "Ana");
  fixture->officials =
      galley_test_suggest (review, GALLEY_KIND_SOURCE, "unnamed-group", "Officials");
  fixture->late = galley_test_suggest (review, GALLEY_KIND_QUOTE, "direct", "“It is late,”");
  fixture->dry = galley_test_suggest (review, GALLEY_KIND_QUOTE, "indirect", "it was dry");
  fixture->opinion =
      galley_test_suggest (review, GALLEY_KIND_OPINION, "evaluation", "It was sadly so.");
  set_ladder (review, fixture->ana, "N1");
  set_ladder (review, fixture->officials, "A3");
  attribute (review, fixture->late, fixture->ana);
  attribute (review, fixture->dry, fixture->officials);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_object_unref (fixture->review);
}

static GalleyOverviewSection *
plan (GalleyReview *review, GalleyOverviewTopic topic, guint limit)
{
  g_autoptr (GalleySummary) summary = galley_summary_new (review);

  return galley_overview_section_new (summary, topic, limit);
}

static const GalleyOverviewLine *
line_at (const GalleyOverviewSection *section, guint position)
{
  g_assert_cmpuint (position, <, section->lines->len);

  return section->lines->pdata[position];
}

static void
test_overview_plan_sources (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GalleyOverviewSection) section = plan (fixture->review, GALLEY_OVERVIEW_SOURCES, 10);
  const GalleyOverviewLine *ana = line_at (section, 0);

  g_assert_cmpuint (section->lines->len, ==, 2);
  g_assert_nonnull (strstr (ana->title, "Ana"));
  g_assert_cmpstr (ana->subtitle, ==, "Name only · 1 quote");
  g_assert_cmpstr (ana->trailing, ==, "3 words · 100%");
  g_assert_cmpfloat (ana->share, ==, 1);
  g_assert_true (ana->annotation == fixture->ana);
  g_assert_cmpstr (line_at (section, 1)->trailing, ==, "0 words · 0%");
  g_assert_cmpstr (section->remark, ==, "All reviewed");
}

static void
test_overview_plan_voices (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GalleyOverviewSection) section = plan (fixture->review, GALLEY_OVERVIEW_VOICES, 10);

  g_assert_cmpuint (section->lines->len, ==, 4);
  g_assert_cmpstr (line_at (section, 0)->trailing, ==, "3 words · 19%");
  g_assert_true (line_at (section, 2)->annotation == fixture->opinion);
  g_assert_null (line_at (section, 3)->annotation);
  g_assert_cmpuint (line_at (section, 3)->place.start, ==, 14);
  g_assert_cmpuint (section->chart->len, ==, 5);
}

static void
test_overview_plan_named (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GalleyOverviewSection) section = plan (fixture->review, GALLEY_OVERVIEW_NAMED, 10);

  g_assert_cmpstr (section->sentence, ==, "Named: 1. Unnamed: 1.");
  g_assert_cmpuint (section->lines->len, ==, 3);
  g_assert_true (line_at (section, 2)->nested);
  g_assert_true (line_at (section, 2)->annotation == fixture->officials);
  g_assert_cmpstr (line_at (section, 2)->subtitle, ==, "Only source of a claim");
  g_assert_cmpuint (section->chart->len, ==, 2);
}

static void
test_overview_plan_verbs (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GalleyOverviewSection) section = plan (fixture->review, GALLEY_OVERVIEW_VERBS, 10);

  g_assert_cmpuint (section->lines->len, ==, 3);
  g_assert_cmpstr (line_at (section, 0)->trailing, ==, "Neutral: 1");
  g_assert_cmpstr (line_at (section, 1)->trailing, ==, "Casts doubt: 1");
  g_assert_true (line_at (section, 2)->annotation == fixture->dry);
}

static void
test_overview_plan_alone (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GalleyOverviewSection) both = plan (fixture->review, GALLEY_OVERVIEW_ALONE, 10);
  g_autoptr (GalleyOverviewSection) one = NULL;

  g_assert_cmpuint (both->lines->len, ==, 1);
  g_assert_true (line_at (both, 0)->annotation == fixture->officials);

  galley_review_set_verdict (fixture->review, fixture->dry, GALLEY_STATUS_REJECTED, NULL);
  galley_review_set_verdict (fixture->review, fixture->officials, GALLEY_STATUS_REJECTED, NULL);
  one = plan (fixture->review, GALLEY_OVERVIEW_ALONE, 10);
  g_assert_cmpuint (one->lines->len, ==, 1);
  g_assert_true (line_at (one, 0)->annotation == fixture->ana);
}

/* The name of a source that was rejected is not given to its quotes. */
static void
test_overview_plan_unsourced (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GalleyOverviewSection) none = plan (fixture->review, GALLEY_OVERVIEW_UNSOURCED, 10);
  g_autoptr (GalleyOverviewSection) section = NULL;

  g_assert_cmpuint (none->lines->len, ==, 0);
  g_assert_cmpstr (none->sentence, ==, "None detected.");

  galley_review_set_verdict (fixture->review, fixture->ana, GALLEY_STATUS_REJECTED, NULL);
  section = plan (fixture->review, GALLEY_OVERVIEW_UNSOURCED, 10);
  g_assert_cmpuint (section->lines->len, ==, 1);
  g_assert_true (line_at (section, 0)->annotation == fixture->late);
  g_assert_cmpstr (line_at (section, 0)->subtitle, ==, "Direct quote");
}

static void
test_overview_plan_opinions (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GalleyOverviewSection) news = plan (fixture->review, GALLEY_OVERVIEW_OPINIONS, 10);
  g_autoptr (GalleyOverviewSection) column = NULL;
  GalleyMetadata *metadata = galley_metadata_new ();

  g_assert_cmpuint (news->lines->len, ==, 2);
  g_assert_cmpstr (news->remark, ==, "Not reviewed");

  metadata->type_of_work = g_intern_string ("opinion");
  galley_review_set_metadata (fixture->review, metadata);
  column = plan (fixture->review, GALLEY_OVERVIEW_OPINIONS, 10);
  g_assert_null (column->remark);
  g_assert_cmpstr (column->sentence, !=, news->sentence);
}

static void
test_overview_plan_headline (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GalleyOverviewSection) section = plan (fixture->review, GALLEY_OVERVIEW_HEADLINE, 10);

  g_assert_cmpstr (section->sentence, ==, "No headline detected.");
}

static void
test_overview_plan_limit (Fixture *fixture, gconstpointer unused)
{
  for (guint topic = 0; topic < GALLEY_N_OVERVIEW_TOPICS; topic++)
    {
      g_autoptr (GalleyOverviewSection) all = plan (fixture->review, topic, 1000);
      g_autoptr (GalleyOverviewSection) some = plan (fixture->review, topic, 1);

      g_assert_cmpuint (all->n_more, ==, 0);
      if (topic == GALLEY_OVERVIEW_VOICES)
        continue;
      g_assert_cmpuint (some->lines->len + some->n_more, ==, all->lines->len);
      g_assert_cmpuint (some->lines->len, <=, 1);
    }
}

static void
test_overview_plan_empty (void)
{
  g_autoptr (GalleyReview) review = galley_test_review ("");

  for (guint topic = 0; topic < GALLEY_N_OVERVIEW_TOPICS; topic++)
    {
      g_autoptr (GalleyOverviewSection) section = plan (review, topic, 10);

      g_assert_nonnull (section->title);
      g_assert_nonnull (section->sentence);
      g_assert_null (section->remark);
      for (guint i = 0; i < section->lines->len; i++)
        g_assert_cmpstr (line_at (section, i)->trailing, ==, "None detected");
    }
}

static void
test_overview_plan_speak (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GalleyOverviewSection) section = plan (fixture->review, GALLEY_OVERVIEW_SOURCES, 10);
  GalleyOverviewLine *line = section->lines->pdata[0];
  g_autofree char *spoken = NULL;

  line->paragraph = 3;
  spoken = galley_overview_line_speak (line);
  g_assert_true (
      g_str_has_suffix (spoken, "Name only · 1 quote. 3 words · 100%. Changed. Paragraph 3"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/ui/overview-plan/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("sources", test_overview_plan_sources);
  ADD ("voices", test_overview_plan_voices);
  ADD ("named", test_overview_plan_named);
  ADD ("verbs", test_overview_plan_verbs);
  ADD ("alone", test_overview_plan_alone);
  ADD ("unsourced", test_overview_plan_unsourced);
  ADD ("opinions", test_overview_plan_opinions);
  ADD ("headline", test_overview_plan_headline);
  ADD ("limit", test_overview_plan_limit);
  ADD ("speak", test_overview_plan_speak);
#undef ADD
  g_test_add_func ("/ui/overview-plan/empty", test_overview_plan_empty);

  return g_test_run ();
}
