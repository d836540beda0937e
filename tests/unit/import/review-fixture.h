/* review-fixture.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <string.h>

#include "lib/galley-test.h"

/* A review that has one of everything the annotation file can say. */

#define FIXTURE_TEXT                                                                                \
  "Bakers fear the night shift\n"                                                                   \
  "By Ida Lund\n"                                                                                   \
  "\n"                                                                                              \
  "“The ovens,” Mayor Åse Holm said on Monday, “will stay cold.” A clerk disagreed "       \
  "🥐.\n"                                                                                         \
  "It is a reckless plan. The e\xcc\x81lan of “The ovens” is gone\xe2\x80\xa8to \"\\\" and \t " \
  "tab.\n"

static inline GalleySpan
fixture_find (GalleyArticle *article, const char *words)
{
  const char *text = galley_article_get_text (article);
  const char *place = strstr (text, words);
  guint start;

  g_assert_nonnull (place);
  start = galley_offsets_to_char (galley_article_get_offsets (article), (gsize) (place - text));

  return (GalleySpan){ start, start + (guint) g_utf8_strlen (words, -1) };
}

static inline GArray *
fixture_spans (GalleyArticle *article, const char *words, const char *more)
{
  GalleySpan span = fixture_find (article, words);
  GArray *spans = galley_spans_new_one (span.start, span.end);

  if (more != NULL)
    {
      span = fixture_find (article, more);
      galley_spans_add (spans, span.start, span.end);
    }

  return spans;
}

static inline void
fixture_metadata (GalleyArticle *article)
{
  GalleyMetadata *metadata = galley_metadata_new ();
  GalleySpan span;

  metadata->title = g_strdup ("Bakers fear the night shift");
  metadata->byline = g_strdup ("Ida Lund");
  metadata->site_name = g_strdup ("The Harbour Post");
  metadata->published_time = g_strdup ("2026-03-02");
  metadata->lang = g_strdup ("en");
  metadata->type_of_work = g_intern_string ("analysis");
  metadata->uri = g_strdup ("https://example.org/bakers");
  span = fixture_find (article, "Bakers fear the night shift");
  galley_metadata_add_block (metadata, "headline", span.start, span.end);
  span = fixture_find (article, "By Ida Lund");
  galley_metadata_add_block (metadata, "byline", span.start, span.end);
  galley_article_take_metadata (article, metadata);
}

static inline GalleyAnnotation *
fixture_source (GalleyArticle *article)
{
  GalleyDetails *details =
      galley_details_new ("person", fixture_spans (article, "Mayor Åse Holm", NULL));

  details->name = g_strdup ("Åse Holm");
  details->role = g_strdup ("Mayor");
  details->ladder = g_intern_string ("N0");
  details->affiliation = g_intern_string ("government");
  details->part = g_intern_string ("decision-maker");
  details->standing = g_intern_string ("current");
  galley_details_set_flag (details, "named", TRUE);
  galley_details_set_flag (details, "authoritative", TRUE);

  return galley_annotation_new_suggestion (article, GALLEY_KIND_SOURCE, details, "fast", "7");
}

static inline GalleyAnnotation *
fixture_quote (GalleyArticle *article, GalleyAnnotation *source)
{
  static const char *const tags[] = { "heat", "“night”", NULL };
  GalleyDetails *details =
      galley_details_new ("mixed", fixture_spans (article, "“The ovens,”", "“will stay cold.”"));
  GalleyAnnotation *quote;

  details->cue = fixture_spans (article, "said", NULL);
  details->mention = fixture_spans (article, "Mayor Åse Holm", NULL);
  details->source_id = g_strdup (galley_annotation_get_id (source));
  details->verb_class = g_intern_string ("neutral");
  details->manner = g_intern_string ("speech");
  galley_details_set_flag (details, "altered", TRUE);
  quote = galley_annotation_new_suggestion (article, GALLEY_KIND_QUOTE, details, "fast", "7");
  galley_annotation_set_strength (quote, 0.93);
  galley_annotation_take_reason (quote, galley_reason_new ("cue", "said", "Åse Holm", NULL));
  galley_annotation_load_note (quote, "Check the tape.\nTwice.");
  galley_annotation_load_tags (quote, tags);

  return quote;
}

static inline GalleyAnnotation *
fixture_opinion (GalleyArticle *article)
{
  GalleySpan word = fixture_find (article, "reckless");
  GalleyAnnotation *opinion = galley_annotation_new_suggestion (
      article,
      GALLEY_KIND_OPINION,
      galley_details_new ("evaluation", fixture_spans (article, "It is a reckless plan.", NULL)),
      "fast",
      "7");

  galley_annotation_set_strength (opinion, 1.0 / 3);
  galley_annotation_take_reason (opinion, galley_reason_new_plain ("“reckless” judges."));
  galley_annotation_add_evidence (opinion, "loaded-word", word.start, word.end);

  return opinion;
}

static inline void
fixture_verdict (GalleyAnnotation *annotation,
                 const char *id,
                 const char *reviewer,
                 GalleyStatus status,
                 const char *reason,
                 const GalleyDetails *revision)
{
  g_autoptr (GalleyVerdict) verdict =
      galley_verdict_new (id, reviewer, status, reason, revision, "2026-03-03T08:15:00Z", NULL);

  galley_annotation_load_verdict (annotation, verdict);
}

static inline void
fixture_verdicts (GalleyArticle *article, GalleyAnnotation *quote, GalleyAnnotation *opinion)
{
  g_autoptr (GalleyDetails) revision = galley_details_copy (galley_annotation_get_details (quote));

  g_clear_pointer (&revision->spans, g_array_unref);
  revision->spans = fixture_spans (article, "The ovens,", "will stay cold.");
  revision->type = g_intern_string ("direct");
  fixture_verdict (quote,
                   "urn:uuid:00000000-0000-4000-8000-00000000000a",
                   "Ana",
                   GALLEY_STATUS_ACCEPTED,
                   NULL,
                   NULL);
  fixture_verdict (quote,
                   "urn:uuid:00000000-0000-4000-8000-00000000000b",
                   "",
                   GALLEY_STATUS_CHANGED,
                   NULL,
                   revision);
  fixture_verdict (opinion,
                   "urn:uuid:00000000-0000-4000-8000-00000000000c",
                   "Ana",
                   GALLEY_STATUS_REJECTED,
                   "not-an-opinion",
                   NULL);
}

static inline GalleyAnnotation *
fixture_note (GalleyArticle *article)
{
  GalleyOrigin origin = { .person = TRUE,
                          .name = (char *) "Ana",
                          .created = (char *) "2026-03-03T08:00:00Z",
                          .modified = (char *) "2026-03-03T08:20:00Z" };
  GalleyAnnotation *note = galley_annotation_new_from_file (
      "urn:uuid:00000000-0000-4000-8000-000000000001",
      GALLEY_KIND_NOTE,
      galley_details_new (NULL, fixture_spans (article, "A clerk", NULL)),
      &origin);

  galley_annotation_load_note (note, "Who?");

  return note;
}

static inline GalleyReview *
fixture_review (void)
{
  g_autoptr (GalleyArticle) article = galley_test_article (FIXTURE_TEXT);
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (g_object_unref);
  GalleyReview *review = galley_review_new (article);
  GalleyAnnotation *source = fixture_source (article);
  GalleyAnnotation *quote = fixture_quote (article, source);
  GalleyAnnotation *opinion = fixture_opinion (article);

  fixture_metadata (article);
  fixture_verdicts (article, quote, opinion);
  g_ptr_array_add (annotations, source);
  g_ptr_array_add (annotations, quote);
  g_ptr_array_add (annotations, opinion);
  g_ptr_array_add (annotations, fixture_note (article));
  galley_review_set_id (review, "urn:uuid:00000000-0000-4000-8000-0000000000ff");
  galley_review_load (review, annotations);

  return review;
}
