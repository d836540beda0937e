/* export-fixture.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <string.h>

#include "lib/galley-test.h"

/* Reviews made by hand for the writers' tests. Passages are named by their words; "a|b" is a split
 * one. */

static inline GArray *
fixture_spans (GalleyReview *review, const char *passage)
{
  GalleyArticle *article = galley_review_get_article (review);
  const char *text = galley_article_get_text (article);
  GArray *spans = galley_spans_new ();
  g_auto (GStrv) parts = g_strsplit (passage, "|", -1);
  const char *from = text;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *place = strstr (from, parts[i]);
      guint start;

      g_assert_nonnull (place);
      start = (guint) g_utf8_pointer_to_offset (text, place);
      galley_spans_add (spans, start, start + (guint) g_utf8_strlen (parts[i], -1));
      from = place + strlen (parts[i]);
    }

  return spans;
}

static inline GalleyDetails *
fixture_details (GalleyReview *review, const char *type, const char *passage)
{
  return galley_details_new (type, fixture_spans (review, passage));
}

static inline GalleyAnnotation *
fixture_load (GalleyReview *review, GalleyKind kind, GalleyDetails *details)
{
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (g_object_unref);
  GalleyAnnotation *annotation = galley_annotation_new_suggestion (
      galley_review_get_article (review), kind, details, "fast", "7");

  g_ptr_array_add (annotations, annotation);
  galley_review_load (review, annotations);

  return annotation;
}

static inline GalleyAnnotation *
fixture_source (GalleyReview *review, const char *type, const char *mentions, const char *name)
{
  GalleyDetails *details = fixture_details (review, type, mentions);

  details->name = g_strdup (name);

  return fixture_load (review, GALLEY_KIND_SOURCE, details);
}

static inline GalleyAnnotation *
fixture_quote (GalleyReview *review,
               const char *type,
               const char *content,
               const char *cue,
               const char *mention,
               GalleyAnnotation *source)
{
  GalleyDetails *details = fixture_details (review, type, content);

  if (cue != NULL)
    details->cue = fixture_spans (review, cue);
  if (mention != NULL)
    details->mention = fixture_spans (review, mention);
  if (source != NULL)
    details->source_id = g_strdup (galley_annotation_get_id (source));
  details->verb_class = g_intern_string ("neutral");
  details->manner = g_intern_string ("speech");

  return fixture_load (review, GALLEY_KIND_QUOTE, details);
}
