/* test-summary.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-summary.h"

#include <string.h>

#include "lib/galley-test.h"

static const char article_text[] =
    "Bridge opening delayed again, says council\n"
    "By Ana Ruiz\n"
    "The bridge is closed. “Nobody is opening the bridge before June,” said Bo Lind.\n"
    "A senior official claimed the pier was unsafe. Bo Lind said it was dry.\n"
    "“Go home.” It was sadly a mess. The builder declined to comment.";

typedef struct
{
  GalleyReview *review;
  GalleyAnnotation *bo;
  GalleyAnnotation *official;
  GalleyAnnotation *builder;
  GalleyAnnotation *first;  /* Bo, direct, neutral */
  GalleyAnnotation *second; /* the official, indirect, doubt */
  GalleyAnnotation *third;  /* Bo, indirect, neutral */
  GalleyAnnotation *orphan;
  GalleyAnnotation *refusal;
} Fixture;

static void
add_block (GalleyMetadata *metadata, const char *type, guint line)
{
  const char *start = article_text;
  const char *end;

  for (guint i = 0; i < line; i++)
    start = strchr (start, '\n') + 1;
  end = start + strcspn (start, "\n");
  galley_metadata_add_block (metadata,
                             type,
                             (guint) g_utf8_pointer_to_offset (article_text, start),
                             (guint) g_utf8_pointer_to_offset (article_text, end));
}

static void
add_blocks (GalleyReview *review)
{
  GalleyMetadata *metadata = galley_metadata_new ();

  add_block (metadata, "headline", 0);
  add_block (metadata, "byline", 1);
  add_block (metadata, "paragraph", 2);
  add_block (metadata, "paragraph", 3);
  add_block (metadata, "paragraph", 4);
  galley_article_take_metadata (galley_review_get_article (review), metadata);
}

/* Suggested as the reader does: what is set here is no person's edit. */
static GalleyAnnotation *
suggest (GalleyReview *review, GalleyKind kind, GalleyDetails *details)
{
  GalleyAnnotation *annotation = galley_annotation_new_suggestion (
      galley_review_get_article (review), kind, details, "test", "1");
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (annotations, annotation);
  galley_review_load (review, annotations);

  return galley_review_lookup (review, galley_annotation_get_id (annotation));
}

static GalleyDetails *
mark (GalleyReview *review, const char *type, const char *words)
{
  const char *text = galley_article_get_text (galley_review_get_article (review));
  const char *place = strstr (text, words);
  guint start;

  g_assert_nonnull (place);
  start = (guint) g_utf8_pointer_to_offset (text, place);

  return galley_details_new (g_intern_string (type),
                             galley_spans_new_one (start,
                                                   start + (guint) g_utf8_strlen (words, -1)));
}

static GalleyAnnotation *
suggest_source (GalleyReview *review, const char *type, const char *ladder, const char *words)
{
  GalleyDetails *details = mark (review, type, words);

  details->ladder = g_intern_string (ladder);

  return suggest (review, GALLEY_KIND_SOURCE, details);
}

static GalleyAnnotation *
suggest_quote (GalleyReview *review,
               const char *type,
               const char *verb_class,
               GalleyAnnotation *source,
               const char *words)
{
  GalleyDetails *details = mark (review, type, words);

  details->verb_class = g_intern_string (verb_class);
  if (source != NULL)
    details->source_id = g_strdup (galley_annotation_get_id (source));

  return suggest (review, GALLEY_KIND_QUOTE, details);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  GalleyReview *review = galley_test_review (article_text);
  GalleyDetails *details;

  add_blocks (review);
  fixture->review = review;
  fixture->bo = suggest_source (review, "person", "N1", "Bo Lind");
  details = mark (review, "unnamed-person", "A senior official");
  details->ladder = g_intern_string ("A2");
  galley_details_set_flag (details, "only-source-of-claim", TRUE);
  galley_details_set_flag (details, "no-reason-given", TRUE);
  fixture->official = suggest (review, GALLEY_KIND_SOURCE, details);
  fixture->builder = suggest_source (review, "organisation", NULL, "The builder");
  fixture->first = suggest_quote (
      review, "direct", "neutral", fixture->bo, "“Nobody is opening the bridge before June,”");
  fixture->second =
      suggest_quote (review, "indirect", "doubt", fixture->official, "the pier was unsafe");
  fixture->third = suggest_quote (review, "indirect", "neutral", fixture->bo, "it was dry");
  fixture->orphan = suggest_quote (review, "direct", NULL, NULL, "“Go home.”");
  fixture->refusal =
      suggest_quote (review, "no-comment", NULL, fixture->builder, "declined to comment");
  galley_test_suggest (review, GALLEY_KIND_OPINION, "evaluation", "It was sadly a mess.");
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_object_unref (fixture->review);
}

static const GalleySummarySource *
find_source (const GalleySummary *summary, GalleyAnnotation *annotation)
{
  for (guint i = 0; i < summary->sources->len; i++)
    {
      const GalleySummarySource *source = summary->sources->pdata[i];

      if (source->source == annotation)
        return source;
    }

  return NULL;
}

static void
assert_finding (const GalleyFinding *finding, const char *id, GalleyAnnotation *annotation)
{
  g_assert_cmpstr (finding->term != NULL ? finding->term->id : NULL, ==, id);
  g_assert_cmpuint (finding->annotations->len, ==, 1);
  g_assert_true (finding->annotations->pdata[0] == annotation);
}

static void
test_summary_sources (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GalleySummary) summary = galley_summary_new (fixture->review);
  const GalleySummarySource *bo = find_source (summary, fixture->bo);
  const GalleySummarySource *official = find_source (summary, fixture->official);

  g_assert_cmpuint (summary->sources->len, ==, 3);
  g_assert_cmpuint (bo->quotes->annotations->len, ==, 2);
  g_assert_cmpuint (bo->n_quoted, ==, 7);
  g_assert_cmpuint (bo->n_paraphrased, ==, 3);
  g_assert_cmpuint (bo->paragraph, ==, 1);
  g_assert_cmpuint (official->n_quoted, ==, 0);
  g_assert_cmpuint (official->n_paraphrased, ==, 4);
  g_assert_cmpuint (official->paragraph, ==, 2);
}

static void
test_summary_turns (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GalleySummary) summary = galley_summary_new (fixture->review);

  g_assert_cmpuint (summary->turns->len, ==, 3);
  g_assert_true (((GalleySummarySource *) summary->turns->pdata[0])->source == fixture->bo);
  g_assert_cmpuint (find_source (summary, fixture->official)->turn, ==, 2);
  g_assert_cmpuint (find_source (summary, fixture->builder)->turn, ==, 3);
}

static void
test_summary_anonymity (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GalleySummary) summary = galley_summary_new (fixture->review);

  g_assert_cmpuint (summary->ladder->len, ==, 2);
  assert_finding (summary->ladder->pdata[0], "N1", fixture->bo);
  assert_finding (summary->ladder->pdata[1], "A2", fixture->official);
  assert_finding (summary->off_ladder, NULL, fixture->builder);
  g_assert_cmpuint (summary->flags->len, ==, 2);
  assert_finding (summary->flags->pdata[0], "no-reason-given", fixture->official);
  assert_finding (summary->flags->pdata[1], "only-source-of-claim", fixture->official);
  assert_finding (summary->alone, NULL, fixture->official);
}

/* The flags of one who was named since say nothing any more. */
static void
test_summary_named_since (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GalleySummary) summary = NULL;
  GalleyDetails *details = galley_details_copy (galley_annotation_get_details (fixture->official));

  details->ladder = g_intern_string ("N0");
  galley_review_revise (fixture->review, fixture->official, details);
  summary = galley_summary_new (fixture->review);
  g_assert_cmpuint (summary->flags->len, ==, 0);
  g_assert_cmpuint (summary->alone->annotations->len, ==, 0);
}

static void
test_summary_verbs (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GalleySummary) summary = galley_summary_new (fixture->review);
  const GalleySummarySource *bo = find_source (summary, fixture->bo);
  const GalleyFinding *neutral = bo->verbs->pdata[0];

  g_assert_cmpuint (bo->verbs->len, ==, 1);
  g_assert_cmpstr (neutral->term->id, ==, "neutral");
  g_assert_cmpuint (neutral->annotations->len, ==, 2);
  assert_finding (find_source (summary, fixture->official)->verbs->pdata[0],
                  "doubt",
                  fixture->second);
  assert_finding (find_source (summary, fixture->builder)->verbs->pdata[0], NULL, fixture->refusal);
}

static void
test_summary_checks (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GalleySummary) summary = galley_summary_new (fixture->review);

  assert_finding (summary->unsourced, NULL, fixture->orphan);
  assert_finding (summary->declined, NULL, fixture->refusal);
  g_assert_cmpuint (summary->n_opinions, ==, 1);
  g_assert_cmpuint (summary->opinions->len, ==, 1);
  g_assert_false (summary->expects_opinion);
  g_assert_null (summary->only);
}

static void
test_summary_only (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GalleySummary) summary = NULL;

  galley_review_set_verdict (fixture->review, fixture->second, GALLEY_STATUS_REJECTED, NULL);
  galley_review_set_verdict (fixture->review, fixture->refusal, GALLEY_STATUS_REJECTED, NULL);
  summary = galley_summary_new (fixture->review);
  g_assert_nonnull (summary->only);
  g_assert_true (summary->only->source == fixture->bo);
}

static void
test_summary_reviewed (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GalleySummary) before = galley_summary_new (fixture->review);
  g_autoptr (GalleySummary) after = NULL;

  g_assert_cmpuint (find_source (before, fixture->bo)->quotes->n_unreviewed, ==, 2);
  g_assert_cmpuint (before->n_total, ==, 9);
  g_assert_cmpuint (before->n_reviewed, ==, 0);

  galley_review_set_verdict (fixture->review, fixture->first, GALLEY_STATUS_ACCEPTED, NULL);
  galley_review_set_verdict (fixture->review, fixture->official, GALLEY_STATUS_REJECTED, NULL);
  after = galley_summary_new (fixture->review);
  g_assert_cmpuint (find_source (after, fixture->bo)->quotes->n_unreviewed, ==, 1);
  g_assert_cmpuint (after->n_reviewed, ==, 2);
  /* Nobody said whose the rejected source's words are. */
  g_assert_null (find_source (after, fixture->official));
  g_assert_cmpuint (after->unsourced->annotations->len, ==, 2);
}

static void
test_summary_headline (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GalleySummary) summary = galley_summary_new (fixture->review);
  const GalleySummarySupport *support;

  g_assert_cmpuint (summary->headline.end, ==, 42);
  /* Bridge opening delayed again council */
  g_assert_cmpuint (summary->n_headline_words, ==, 5);
  g_assert_cmpuint (summary->headline_quotes->annotations->len, ==, 0);
  g_assert_cmpuint (summary->support->len, ==, 1);
  support = summary->support->pdata[0];
  g_assert_true (support->quote == fixture->first);
  g_assert_cmpstr (support->words[0], ==, "opening");
  g_assert_cmpstr (support->words[1], ==, "Bridge");
  g_assert_null (support->words[2]);
}

static void
test_summary_headline_quote (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GalleySummary) summary = NULL;
  GalleyAnnotation *quote = suggest_quote (
      fixture->review, "indirect", "neutral", fixture->bo, "Bridge opening delayed again");

  summary = galley_summary_new (fixture->review);
  assert_finding (summary->headline_quotes, NULL, quote);
  g_assert_cmpuint (summary->support->len, ==, 1);
}

static void
test_summary_empty (void)
{
  g_autoptr (GalleyReview) review = galley_test_review ("");
  g_autoptr (GalleySummary) summary = galley_summary_new (review);

  g_assert_cmpuint (summary->sources->len, ==, 0);
  g_assert_cmpuint (summary->headline.end, ==, 0);
  g_assert_cmpuint (summary->support->len, ==, 0);
  g_assert_null (summary->only);
  g_assert_cmpuint (galley_summary_get_paragraph (summary, 0), ==, 0);
}

/* A summary outlives what it was made of. */
static void
test_summary_outlives (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GalleySummary) summary = NULL;
  GalleyDetails *details = mark (fixture->review, "direct", "“Go home.”");
  GalleyAnnotation *own = galley_review_add (fixture->review, GALLEY_KIND_QUOTE, details);
  g_autofree char *id = g_strdup (galley_annotation_get_id (own));
  const GalleyFinding *unsourced;

  summary = galley_summary_new (fixture->review);
  galley_review_remove (fixture->review, own);
  unsourced = summary->unsourced;
  g_assert_cmpuint (unsourced->annotations->len, ==, 2);
  g_assert_true (g_str_equal (galley_annotation_get_id (unsourced->annotations->pdata[0]), id)
                 || g_str_equal (galley_annotation_get_id (unsourced->annotations->pdata[1]), id));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/model/summary/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("sources", test_summary_sources);
  ADD ("turns", test_summary_turns);
  ADD ("anonymity", test_summary_anonymity);
  ADD ("named-since", test_summary_named_since);
  ADD ("verbs", test_summary_verbs);
  ADD ("checks", test_summary_checks);
  ADD ("only", test_summary_only);
  ADD ("reviewed", test_summary_reviewed);
  ADD ("headline", test_summary_headline);
  ADD ("headline-quote", test_summary_headline_quote);
  ADD ("outlives", test_summary_outlives);
#undef ADD
  g_test_add_func ("/model/summary/empty", test_summary_empty);

  return g_test_run ();
}
